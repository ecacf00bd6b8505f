//! A plan on the wire: the data, each with its sentence in both languages.

use crate::calendar::iso::Day;
use crate::plan::course::{Bar, Course};
use crate::plan::record::{Assumed, Plan};
use crate::plan::study::{Studies, Study};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

impl Serialize for Plan {
    /// `{"on", "standing", "milestones", "assumed"?, "course", "studies", "papers", "relief", "warnings"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("on", &Day(self.on))?;
        map.serialize_entry("standing", &self.standing)?;
        map.serialize_entry("milestones", &self.milestones)?;
        if let Some(assumed) = &self.assumed {
            map.serialize_entry("assumed", assumed)?;
        }
        map.serialize_entry("course", &self.course)?;
        map.serialize_entry("studies", &self.studies)?;
        map.serialize_entry("papers", &self.papers)?;
        map.serialize_entry("relief", &self.relief)?;
        map.serialize_entry("warnings", &self.warnings)?;
        map.end()
    }
}

impl Serialize for Assumed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.phrase().serialize(serializer)
    }
}

impl Serialize for Course {
    /// `{"says", "clause"?, "apply"?, "agencies"?, "valid_until"?, "bars"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("says", &self.phrase())?;
        if let Some(clause) = self.clause() {
            map.serialize_entry("clause", clause.citation())?;
        }
        match self {
            Self::Register(registering) => {
                map.serialize_entry("apply", &registering.apply)?;
                if let Some(agencies) = &registering.agencies {
                    map.serialize_entry("agencies", agencies)?;
                }
                map.serialize_entry("valid_until", &Day(registering.valid_until))?;
            }
            Self::Barred(bars) => map.serialize_entry("bars", bars)?,
            _ => {}
        }
        map.end()
    }
}

impl Serialize for Bar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Study(study) => study.serialize(serializer),
            Self::Condition(finding) => finding.serialize(serializer),
            Self::NoAgency(days) => Phrase::new(Message::NoAgency).with(*days).serialize(serializer),
            Self::Refused(fault) => fault.serialize(serializer),
            Self::Lapses => Phrase::new(Message::LapsesWithPending).serialize(serializer),
        }
    }
}

impl Serialize for Studies {
    /// `{"least", "items", "choice"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut studies = serializer.serialize_map(None)?;
        studies.serialize_entry("least", &self.least())?;
        studies.serialize_entry("items", self.items())?;
        if let Some(choice) = &self.choice() {
            studies.serialize_entry("choice", choice)?;
        }
        studies.end()
    }
}

impl Serialize for Study {
    /// `{"year"?, "hours", "within"?, "or_within"?, "says"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(year) = &self.year {
            map.serialize_entry("year", year)?;
        }
        map.serialize_entry("hours", &self.hours)?;
        if let Some(within) = &self.within {
            map.serialize_entry("within", within)?;
        }
        if let Some(or_within) = &self.or_within {
            map.serialize_entry("or_within", or_within)?;
        }
        map.serialize_entry("says", &self.phrase())?;
        map.end()
    }
}
