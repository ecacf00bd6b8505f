//! An explanation on the wire.

use crate::calendar::iso;
use crate::explain::reason::{Reason, Statement};
use crate::explain::remedy::{Remedy, Time};
use crate::finding::code::Code;
use crate::finding::value::Value;
use crate::naming::table::{Language, Words};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt::Display;
use serde::{Serialize, Serializer};

/// Something in both languages.
#[derive(Serialize)]
struct Both {
    en: String,
    zh: String,
}

impl Both {
    fn of<T: Display>(said: impl Fn(Language) -> T) -> Self {
        Self { en: said(Language::En).to_string(), zh: said(Language::Zh).to_string() }
    }

    fn value(value: Value) -> Option<Self> {
        let said = |language| {
            let mut text = String::new();
            // Writing into a string cannot fail.
            let _ = value.write(&mut text, language);
            text
        };
        (value != Value::Nothing).then(|| Self::of(said))
    }
}

/// A reading relied on, with the side taken.
#[derive(Serialize)]
struct TakenSide {
    reading: &'static str,
    side: &'static str,
    says: Both,
}

/// A decided point rested on.
#[derive(Serialize)]
struct Decided {
    point: &'static str,
    says: Both,
}

#[derive(Serialize)]
#[serde(rename = "Reason")]
struct Told<'a> {
    #[serde(flatten)]
    says: Both,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<Both>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Both>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_zh: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text_en: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    readings: Vec<TakenSide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decided: Vec<Decided>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<Remedy>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    because: &'a [Reason],
}

impl Serialize for Reason {
    /// `{"en", "zh", "code"?, "required"?, "found"?, "message"?, "clause"?, "text_zh"?, "text_en"?, "readings"?, "decided"?,
    /// "remedy"?, "because"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (finding, message) = match self.statement {
            Statement::Finding(finding) => (Some(finding), None),
            Statement::Fact(phrase, _) => (None, Some(phrase.message().name())),
        };
        let clause = self.statement.clause();
        let readings = self.readings.iter().map(|&(reading, side)| {
            let words: Words = reading.side_in_words(side);
            TakenSide { reading: reading.name(), side, says: Both::of(|language| words.in_words(language)) }
        });
        let decided = self.points.iter().map(|&point| Decided {
            point: point.name(),
            says: Both::of(|language| point.in_words(language).to_string()),
        });
        Told {
            says: Both::of(|language| self.statement.in_words(language).to_string()),
            code: finding.map(|finding| finding.code()),
            required: finding.and_then(|finding| Both::value(finding.required())),
            found: finding.and_then(|finding| Both::value(finding.found())),
            message,
            clause: clause.map(|clause| clause.citation()),
            text_zh: clause.map(|clause| clause.text_zh()),
            text_en: clause.map(|clause| clause.text_en()),
            readings: readings.collect(),
            decided: decided.collect(),
            remedy: self.remedy,
            because: &self.because,
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename = "Remedy")]
struct Mends {
    what: &'static str,
    #[serde(flatten)]
    says: Both,
    #[serde(with = "iso::option", skip_serializing_if = "Option::is_none")]
    from: Option<NaiveDate>,
    #[serde(with = "iso::option", skip_serializing_if = "Option::is_none")]
    by: Option<NaiveDate>,
    #[serde(with = "iso::option", skip_serializing_if = "Option::is_none")]
    too_late_since: Option<NaiveDate>,
}

impl Serialize for Remedy {
    /// `{"what", "en", "zh", "from"?, "by"?, "too_late_since"?}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (from, by, too_late_since) = match self.when {
            Time::Open => (None, None, None),
            Time::From(day) => (Some(day), None, None),
            Time::By(day) => (None, Some(day), None),
            Time::Within(days) => (Some(days.first()), Some(days.last()), None),
            Time::TooLate(since) => (None, None, Some(since)),
        };
        let (what, says) = (self.what.message().name(), Both::of(|language| self.in_words(language).to_string()));
        Mends { what, says, from, by, too_late_since }.serialize(serializer)
    }
}
