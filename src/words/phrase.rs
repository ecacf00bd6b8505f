//! A sentence of the catalogue with its values.

use crate::calendar::period::Period;
use crate::finding::value::Value;
use crate::naming::table::Language;
use crate::naming::table::Words;
use crate::naming::template::{cite, fill};
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::words::message::Message;
use chrono::NaiveDate;
use core::fmt;

/// A value that a sentence speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The sentence has no such place.
    #[default]
    Nothing,
    /// A value that a rule compares.
    Value(Value),
    /// A plain number.
    Number(u32),
    /// What something is called.
    Words(Words),
}

/// A sentence of the catalogue with its values.
///
/// Plain data; the words are made when asked for. It has as many values as its sentence has places.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::words::{Message, Phrase};
/// use ruankao::Language;
///
/// let phrase = Phrase::new(Message::WindowOpens).with(NaiveDate::from_ymd_opt(2007, 12, 10).unwrap());
/// assert_eq!(phrase.in_words(Language::En).to_string(), "the window to apply opens on 2007-12-10");
/// assert_eq!(phrase.in_words(Language::Zh).to_string(), "自2007-12-10起可以办理登记手续");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Told"))]
pub struct Phrase {
    message: Message,
    parts: [Part; 4],
}

impl Phrase {
    /// The sentence, its places still empty.
    #[must_use]
    pub const fn new(message: Message) -> Self {
        Self { message, parts: [Part::Nothing; 4] }
    }

    /// The same with a value in the first place that is still empty.
    #[must_use]
    pub fn with(mut self, part: impl Into<Part>) -> Self {
        if let Some(place) = self.parts.iter_mut().find(|part| **part == Part::Nothing) {
            *place = part.into();
        }
        self
    }

    /// Which sentence.
    #[must_use]
    pub const fn message(&self) -> Message {
        self.message
    }

    /// Its values, in the order of their places.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        self.parts.into_iter().take_while(|part| *part != Part::Nothing)
    }

    /// The sentence in a language.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            fill(f, self.message.template(language), |f, place| {
                let place = ["a", "b", "c", "d"].into_iter().zip(self.parts).find(|&(name, _)| name == place);
                place.map_or(Ok(()), |(_, part)| part.write(f, language))
            })
        })
    }

    /// The sentence in a language, with the citation of the clause that it rests on, if it rests on one.
    pub fn cited(self, clause: Option<Clause>, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.in_words(language))?;
            cite(f, clause, language)
        })
    }
}

impl Part {
    fn write(self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Value(value) => value.write(f, language),
            Self::Number(number) => write!(f, "{number}"),
            Self::Words(words) => f.write_str(words.in_words(language)),
        }
    }
}

impl From<NaiveDate> for Part {
    fn from(day: NaiveDate) -> Self {
        Self::Value(Value::Day(day))
    }
}

impl From<Period> for Part {
    fn from(period: Period) -> Self {
        Self::Value(Value::Span(period.first(), period.last()))
    }
}

impl From<Hours> for Part {
    fn from(hours: Hours) -> Self {
        Self::Value(Value::Hours(hours))
    }
}

impl From<Value> for Part {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

impl From<u32> for Part {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl<T: Into<Words>> From<T> for Part {
    fn from(words: T) -> Self {
        Self::Words(words.into())
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Language, Phrase};
    use alloc::string::{String, ToString};
    use serde::{Serialize, Serializer};

    /// A sentence in both languages, and the name of what it says.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Phrase")]
    pub(super) struct Told {
        /// The name of what it says, which does not change.
        message: &'static str,
        en: String,
        zh: String,
    }

    impl Serialize for Phrase {
        /// `{"message", "en", "zh"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let said = |language| self.in_words(language).to_string();
            Told { message: self.message.name(), en: said(Language::En), zh: said(Language::Zh) }.serialize(serializer)
        }
    }
}
