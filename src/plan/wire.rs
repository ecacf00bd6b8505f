//! A plan on the wire: the data, each with its sentence in both languages.

use crate::calendar::iso::Day;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::identity::body::BodyId;
use crate::plan::course::{Bar, Course};
use crate::plan::days::Days;
use crate::plan::milestone::Milestone;
use crate::plan::study::{Studies, Study};
use crate::plan::warning::Warning;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use serde::Serialize;

/// A [`Milestone`].
#[derive(Serialize)]
pub(crate) struct MilestoneRecord {
    day: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<Clause>,
    says: Phrase,
}

impl From<Milestone> for MilestoneRecord {
    fn from(milestone: Milestone) -> Self {
        Self { day: Day(milestone.day), clause: milestone.turn.clause(), says: milestone.phrase() }
    }
}

/// A [`Warning`].
#[derive(Serialize)]
pub(crate) struct WarningRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<Clause>,
    says: Phrase,
}

impl From<Warning> for WarningRecord {
    fn from(warning: Warning) -> Self {
        Self { clause: warning.clause(), says: warning.phrase() }
    }
}

/// A [`Course`].
#[derive(Serialize)]
pub(crate) struct CourseRecord {
    says: Phrase,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<Clause>,
    #[serde(flatten)]
    way: Option<WayRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bars: Option<Vec<Bar>>,
}

/// When and where to register.
#[derive(Serialize)]
struct WayRecord {
    act: &'static str,
    apply: Days,
    #[serde(skip_serializing_if = "Option::is_none")]
    agencies: Option<Vec<BodyId>>,
    register_from: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    registrars: Option<Vec<BodyId>>,
    valid_until: Day,
}

impl From<Course> for CourseRecord {
    fn from(course: Course) -> Self {
        let (says, clause) = (course.phrase(), course.clause());
        let (way, bars) = match course {
            Course::Register(way) => (Some(way), None),
            Course::Barred(bars) => (None, Some(bars)),
            _ => (None, None),
        };
        let way = way.map(|way| WayRecord {
            act: way.act.name(),
            apply: way.apply,
            agencies: way.agencies,
            register_from: Day(way.register_from),
            registrars: way.registrars,
            valid_until: Day(way.valid_until),
        });
        Self { says, clause, way, bars }
    }
}

/// A [`Bar`].
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum BarRecord {
    Study(Study),
    Condition(Finding),
    Refused(Fault),
    Says(Phrase),
}

impl From<Bar> for BarRecord {
    fn from(bar: Bar) -> Self {
        match bar {
            Bar::Study(study) => Self::Study(study),
            Bar::Condition(finding) => Self::Condition(finding),
            Bar::Refused(fault) => Self::Refused(fault),
            Bar::NoAgency(days) => Self::Says(Bar::no_agency(days)),
            Bar::NoWindow { opens, deadline } => Self::Says(Bar::no_window(opens, deadline)),
            Bar::Lapses => Self::Says(Bar::lapses()),
        }
    }
}

/// [`Studies`].
#[derive(Serialize)]
pub(crate) struct StudiesRecord {
    least: Hours,
    items: Vec<Study>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<Phrase>,
}

impl From<Studies> for StudiesRecord {
    fn from(studies: Studies) -> Self {
        Self { least: studies.least(), choice: studies.choice(), items: studies.items().to_vec() }
    }
}

/// A [`Study`].
#[derive(Serialize)]
pub(crate) struct StudyRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u32>,
    hours: Hours,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<Days>,
    #[serde(skip_serializing_if = "Option::is_none")]
    or_within: Option<Days>,
    says: Phrase,
}

impl From<Study> for StudyRecord {
    fn from(study: Study) -> Self {
        let Study { year, hours, within, or_within, .. } = study;
        Self { year, hours, within, or_within, says: study.phrase() }
    }
}
