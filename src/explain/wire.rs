//! An explanation on the wire.

use crate::explain::reason::{Reason, Statement};
use crate::explain::remedy::{Remedy, Time};
use crate::explain::tree::Explanation;
use crate::finding::value::Value;
use crate::naming::table::Language;
use crate::words::names::{Name, side};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

impl Serialize for Explanation {
    /// The root.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.root().serialize(serializer)
    }
}

/// Both languages of something.
#[derive(Serialize)]
struct Both {
    en: String,
    zh: String,
}

#[derive(Serialize)]
struct TakenSide {
    reading: &'static str,
    side: &'static str,
    says: Both,
}

impl From<Name> for Both {
    fn from(name: Name) -> Self {
        Self { en: name.choose(Language::En).into(), zh: name.choose(Language::Zh).into() }
    }
}

impl Serialize for Reason {
    /// `{"en", "zh", "code"?, "message"?, "clause"?, "text_zh"?, "text_en"?, "required"?, "found"?, "readings"?,
    /// "remedy"?, "because"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("en", &self.statement.in_words(Language::En).to_string())?;
        map.serialize_entry("zh", &self.statement.in_words(Language::Zh).to_string())?;
        match &self.statement {
            Statement::Finding(finding) => {
                map.serialize_entry("code", &finding.code())?;
                for (key, value) in [("required", finding.required()), ("found", finding.found())] {
                    if value != Value::Nothing {
                        let said = |language| {
                            let mut text = String::new();
                            // Writing into a string cannot fail.
                            let _ = value.write(&mut text, language);
                            text
                        };
                        map.serialize_entry(key, &Both { en: said(Language::En), zh: said(Language::Zh) })?;
                    }
                }
            }
            Statement::Fact(phrase, _) => map.serialize_entry("message", phrase.message().name())?,
        }
        if let Some(clause) = self.statement.clause() {
            map.serialize_entry("clause", clause.citation())?;
            map.serialize_entry("text_zh", clause.text_zh())?;
            map.serialize_entry("text_en", clause.text_en())?;
        }
        if !self.readings.is_empty() {
            let sides = self.readings.iter().map(|&(reading, taken)| TakenSide {
                reading: reading.name(),
                side: taken,
                says: side(reading, taken).into(),
            });
            map.serialize_entry("readings", &sides.collect::<Vec<_>>())?;
        }
        if let Some(remedy) = &self.remedy {
            map.serialize_entry("remedy", remedy)?;
        }
        if !self.because.is_empty() {
            map.serialize_entry("because", &self.because)?;
        }
        map.end()
    }
}

impl Serialize for Remedy {
    /// `{"what", "en", "zh", "from"?, "by"?, "too_late_since"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("what", self.what.message().name())?;
        map.serialize_entry("en", &self.in_words(Language::En).to_string())?;
        map.serialize_entry("zh", &self.in_words(Language::Zh).to_string())?;
        match self.when {
            Time::Open => {}
            Time::From(day) => map.serialize_entry("from", &Day(day))?,
            Time::By(day) => map.serialize_entry("by", &Day(day))?,
            Time::Within(days) => {
                map.serialize_entry("from", &Day(days.first()))?;
                map.serialize_entry("by", &Day(days.last()))?;
            }
            Time::TooLate(since) => map.serialize_entry("too_late_since", &Day(since))?,
        }
        map.end()
    }
}
