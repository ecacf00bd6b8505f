//! What a search through the open points has found.

use crate::naming::table::Language;
use crate::regulation::readings::Reading;
use crate::whatif::change::Change;
use crate::whatif::conclusion::Conclusion;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use core::fmt;

/// What turning the open points does to a conclusion, as far as it was looked: at sets of up to so many of them.
///
/// Every smallest set of that size or less that changes the conclusion is there; no set is there that holds another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    pub(super) conclusion: Conclusion,
    pub(super) relevant: Vec<Reading>,
    pub(super) up_to: usize,
    pub(super) tried: u32,
    pub(super) flips: Vec<Flip>,
    pub(super) shifts: Vec<Shift>,
}

/// A smallest set of readings that, turned together, change a conclusion: turning fewer of them does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The readings, each with the side it was turned to, in the order of the rule book.
    pub turned: Vec<(Reading, &'static str)>,
    /// What it comes to then.
    pub conclusion: Conclusion,
}

/// A smallest set of readings that, turned together, leave phase and validity as they are and move a day: the last day on
/// which to register, say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The readings, each with the side it was turned to, in the order of the rule book.
    pub turned: Vec<(Reading, &'static str)>,
    /// What changes then; there is always something.
    pub changes: Vec<Change>,
}

impl Search {
    /// What is concluded under the readings as they are.
    #[must_use]
    pub const fn conclusion(&self) -> Conclusion {
        self.conclusion
    }

    /// The readings that can matter, in the order of the rule book; the others cannot.
    #[must_use]
    pub fn relevant(&self) -> &[Reading] {
        &self.relevant
    }

    /// How many readings were turned together, at most.
    #[must_use]
    pub const fn up_to(&self) -> usize {
        self.up_to
    }

    /// How many sets of readings were tried.
    #[must_use]
    pub const fn tried(&self) -> u32 {
        self.tried
    }

    /// Whether sets of every size were looked at, so that nothing more can be found.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.up_to >= self.relevant.len()
    }

    /// The smallest sets that change the conclusion, the smaller first.
    #[must_use]
    pub fn flips(&self) -> &[Flip] {
        &self.flips
    }

    /// The smallest sets that only move a day of what was asked, the smaller first: where the standing was asked.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }

    /// A line for each set that was found, and how far it was looked.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let number = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
        let relevant = number(self.relevant.len());
        let looked =
            Phrase::new(Message::LookedAtSets).with(number(self.up_to.min(self.relevant.len()))).with(relevant);
        fmt::from_fn(move |f| {
            self.flips.iter().try_for_each(|flip| writeln!(f, "{}", flip.in_words(language)))?;
            self.shifts.iter().try_for_each(|shift| writeln!(f, "{}", shift.in_words(language)))?;
            if self.flips.is_empty() {
                writeln!(f, "{}", Phrase::new(Message::NothingFlips).in_words(language))?;
            }
            write!(f, "{}", looked.in_words(language))
        })
    }
}

impl Flip {
    /// The readings turned and the conclusion then, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| write!(f, "{} -> {}", turned(&self.turned, language), self.conclusion.in_words(language)))
    }
}

impl Shift {
    /// The readings turned and what moves then, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{} -> ", turned(&self.turned, language))?;
            for (index, change) in self.changes.iter().enumerate() {
                let start = if index == 0 { "" } else { language.choose("; ", "；") };
                write!(f, "{start}{}", change.in_words(language))?;
            }
            Ok(())
        })
    }
}

fn turned(turned: &[(Reading, &'static str)], language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        for (index, &(reading, to)) in turned.iter().enumerate() {
            let phrase = Phrase::new(Message::TurnsTo).with(reading).with(reading.side_in_words(to));
            let start = if index == 0 { "" } else { language.choose(" and ", "，") };
            write!(f, "{start}{}", phrase.in_words(language))?;
        }
        Ok(())
    })
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Change, Conclusion, Flip, Language, Reading, Search, Shift, Vec};
    use alloc::string::{String, ToString};
    use serde::{Serialize, Serializer};

    /// As `{reading: side}`.
    struct Sides<'a>(&'a [(Reading, &'static str)]);

    impl Serialize for Sides<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(reading, side)| (reading.name(), side)))
        }
    }

    #[derive(Serialize)]
    struct Written<'a> {
        turned: Sides<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        conclusion: Option<Conclusion>,
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<&'a [Change]>,
        en: String,
        zh: String,
    }

    impl Serialize for Flip {
        /// `{"turned": {reading: side}, "conclusion", "en", "zh"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (en, zh) = (self.in_words(Language::En).to_string(), self.in_words(Language::Zh).to_string());
            let (turned, conclusion) = (Sides(&self.turned), Some(self.conclusion));
            Written { turned, conclusion, changes: None, en, zh }.serialize(serializer)
        }
    }

    impl Serialize for Shift {
        /// `{"turned": {reading: side}, "changes", "en", "zh"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (en, zh) = (self.in_words(Language::En).to_string(), self.in_words(Language::Zh).to_string());
            let (turned, changes) = (Sides(&self.turned), Some(&*self.changes));
            Written { turned, conclusion: None, changes, en, zh }.serialize(serializer)
        }
    }

    #[derive(Serialize)]
    #[serde(rename = "Search")]
    struct Found<'a> {
        conclusion: Conclusion,
        readings: Vec<&'static str>,
        up_to: usize,
        complete: bool,
        flips: &'a [Flip],
        shifts: &'a [Shift],
    }

    impl Serialize for Search {
        /// `{"conclusion", "readings", "up_to", "complete", "flips", "shifts"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let readings = self.relevant.iter().map(|reading| reading.name()).collect();
            let (up_to, complete) = (self.up_to.min(self.relevant.len()), self.is_complete());
            let (conclusion, flips, shifts) = (self.conclusion, &*self.flips, &*self.shifts);
            Found { conclusion, readings, up_to, complete, flips, shifts }.serialize(serializer)
        }
    }
}
