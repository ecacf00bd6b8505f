//! An explanation on the wire.

use crate::calendar::iso::Day;
use crate::explain::reason::{Reason, Statement};
use crate::explain::remedy::{Remedy, Time};
use crate::finding::code::Code;
use crate::finding::value::Value;
use crate::naming::table::{Language, Words};
use crate::regulation::clause::Clause;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Display;
use serde::{Serialize, Serializer};

/// Something in both languages.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct TakenSide {
    /// The reading, by name.
    reading: &'static str,
    /// The side taken, by name.
    side: &'static str,
    says: Both,
}

/// A decided point rested on.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Decided {
    /// The decided point, by name.
    point: &'static str,
    says: Both,
}

/// A reason: what is stated, the clause it rests on with its text, the readings relied on, the points decided, what would
/// mend it, and the reasons behind it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename = "Reason")]
struct Told<'a> {
    #[serde(flatten)]
    says: Both,
    /// Of a rule that is not met: its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code>,
    /// What the rule requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<Both>,
    /// What was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<Both>,
    /// Of anything else: the name of what it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'static str>,
    /// The clause that it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<Clause>,
    /// The official text of the clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    text_zh: Option<&'static str>,
    /// Its English rendering.
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
            clause,
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

/// What would mend a finding, and by when.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename = "Remedy")]
struct Mends {
    /// The name of what is to be done.
    what: &'static str,
    #[serde(flatten)]
    says: Both,
    /// The first day on which it helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Day>,
    /// The last day on which it helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<Day>,
    /// The first day on which it was too late.
    #[serde(skip_serializing_if = "Option::is_none")]
    too_late_since: Option<Day>,
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
        let [from, by, too_late_since] = [from, by, too_late_since].map(|day| day.map(Day));
        let (what, says) = (self.what.message().name(), Both::of(|language| self.in_words(language).to_string()));
        Mends { what, says, from, by, too_late_since }.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Reason {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Reason".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Told::json_schema(generator)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Remedy {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Remedy".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Mends::json_schema(generator)
    }
}
