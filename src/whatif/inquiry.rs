//! On which open points an answer hangs.

use crate::finding::code::Code;
use crate::naming::table::Language;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::readings::{Reading, Readings};
use crate::regulation::rules::Regulation;
use crate::whatif::asked::Asked;
use crate::whatif::relevance::relevant;
use crate::words::message::Message;
use crate::words::names::{Named, side, validity};
use crate::words::phrase::Phrase;
use crate::words::refusal::in_chinese;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The phase, and whether the certificate is valid.
    Standing(PhaseName, bool),
    /// Whether it could be registered.
    Registrable(bool),
    /// Whether the education is complete; `None` where there is no cycle.
    Complete(Option<bool>),
    /// The history is refused.
    Refused(Code),
}

/// A question about a history, asked under one reading of the notices after another.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::lifecycle::{Context, PhaseName};
/// use ruankao::regulation::{Reading, Regulation};
/// use ruankao::whatif::{Inquiry, Outcome};
/// use ruankao::{Act, History, Language};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
/// let inquiry = |on| Inquiry::new(&history, on, Context::new(&regulation));
///
/// let flips = inquiry(day(2008, 3, 10)).unanimous().unwrap_err();
/// assert_eq!(flips[0].turned, [(Reading::ExpiryDay, "day_before")]);
/// assert_eq!(flips[0].outcome, Outcome::Standing(PhaseName::Lapsed, false));
///
/// let claim = inquiry(day(2006, 1, 1)).unanimous().unwrap();
/// assert_eq!(claim.outcome(), Outcome::Standing(PhaseName::InForce, true));
/// assert!(claim.is_confirmed_by(&inquiry(day(2006, 1, 1))));
/// assert!(!claim.is_confirmed_by(&inquiry(day(2009, 1, 1))));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'a> {
    history: &'a History,
    on: NaiveDate,
    context: Context<'a>,
    asked: Asked<'a>,
}

/// A smallest set of readings that, turned together, change an answer: turning fewer of them does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The readings, each with the side it was turned to, in the order of the rule book.
    pub turned: Vec<(Reading, &'static str)>,
    /// What is answered then.
    pub outcome: Outcome,
}

/// The claim that an answer holds under every reading of the notices, which is not every view of the law: the
/// [decided points](crate::regulation::DecidedPoint) cannot be turned.
///
/// It can only be had from [`Inquiry::unanimous`], which has tried them, and be checked again without relying on which
/// readings can matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanimous {
    outcome: Outcome,
    relevant: Vec<Reading>,
}

impl<'a> Inquiry<'a> {
    /// What a day comes to, as the regulation of the context reads the notices.
    #[must_use]
    pub const fn new(history: &'a History, on: NaiveDate, context: Context<'a>) -> Self {
        Self { history, on, context, asked: Asked::Standing }
    }

    /// The same with another question.
    #[must_use]
    pub const fn asking(self, asked: Asked<'a>) -> Self {
        Self { asked, ..self }
    }

    /// What is answered under the readings of the context.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome_in(self.context)
    }

    /// The readings that can matter, in the order of the rule book.
    #[must_use]
    pub fn relevant(&self) -> Vec<Reading> {
        relevant(self.history, self.on, self.context.mode, self.asked)
    }

    /// All smallest sets of readings that change the answer, the smaller first.
    ///
    /// The search is exact. With `n` readings that can matter it reads the history at most 2^n times, n being 14 at
    /// most and seldom more than 6; a set that holds another that was found is never tried.
    #[must_use]
    pub fn flips(&self) -> Vec<Flip> {
        let (as_read, relevant) = (self.outcome(), self.relevant());
        let readings = *self.context.regulation().readings();
        let mut regulation = self.context.regulation().clone();
        let mut found: Vec<u32> = Vec::new();
        let mut flips = Vec::new();
        let all = 1_u32.checked_shl(u32::try_from(relevant.len()).unwrap_or(0)).unwrap_or(0);
        for size in 1..=u32::BITS.min(all.trailing_zeros()) {
            for set in (1..all).filter(|set| set.count_ones() == size) {
                if found.iter().any(|smaller| set & smaller == *smaller) {
                    continue;
                }
                let turned = turned(readings, &relevant, set);
                regulation = regulation.read(turned);
                let outcome = self.outcome_in(self.context.under(&regulation));
                if outcome != as_read {
                    found.push(set);
                    let sides = members(&relevant, set).map(|reading| (reading, turned.side(reading))).collect();
                    flips.push(Flip { turned: sides, outcome });
                }
            }
        }
        flips
    }

    /// That the answer holds under every reading.
    ///
    /// # Errors
    ///
    /// The counterexamples: all smallest sets of readings that change it. The cost is that of [`Inquiry::flips`].
    pub fn unanimous(&self) -> Result<Unanimous, Vec<Flip>> {
        let flips = self.flips();
        if flips.is_empty() { Ok(Unanimous { outcome: self.outcome(), relevant: self.relevant() }) } else { Err(flips) }
    }

    fn outcome_in(&self, context: Context<'_>) -> Outcome {
        let as_of = match self.history.as_of(self.on, context) {
            Ok(as_of) => as_of,
            Err(refusal) => return Outcome::Refused(refusal.fault.code()),
        };
        match self.asked {
            Asked::Standing => {
                let standing = as_of.standing();
                Outcome::Standing(standing.phase.name(), standing.in_force)
            }
            Asked::Registrable(application) => Outcome::Registrable(as_of.assessment(application).is_met()),
            Asked::Education => Outcome::Complete(as_of.education().ok().map(|progress| progress.is_complete())),
        }
    }
}

impl Unanimous {
    /// The answer.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// The readings that were turned, in every combination; the others cannot matter.
    #[must_use]
    pub fn relevant(&self) -> &[Reading] {
        &self.relevant
    }

    /// How many combinations were tried.
    #[must_use]
    pub fn combinations(&self) -> u32 {
        self.relevant.iter().fold(1, |combinations, _| combinations * 2)
    }

    /// Whether the inquiry gives this answer under every one of the 16,384 combinations, whether they can matter or not.
    #[must_use]
    pub fn is_confirmed_by(&self, inquiry: &Inquiry<'_>) -> bool {
        let readings = *inquiry.context.regulation().readings();
        let mut regulation: Regulation = inquiry.context.regulation().clone();
        let all = Reading::ALL.iter().fold(1_u32, |combinations, _| combinations * 2);
        for set in 0..all {
            regulation = regulation.read(turned(readings, Reading::ALL, set));
            if inquiry.outcome_in(inquiry.context.under(&regulation)) != self.outcome {
                return false;
            }
        }
        true
    }

    /// The claim in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let relevant = u32::try_from(self.relevant.len()).unwrap_or(u32::MAX);
        let claim = Phrase::new(Message::HoldsAlways).with(relevant).with(self.combinations());
        let colon = language.choose(": ", "：");
        fmt::from_fn(move |f| write!(f, "{}{colon}{}", self.outcome.in_words(language), claim.in_words(language)))
    }
}

impl Flip {
    /// The readings turned and the answer then, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            for (index, &(reading, to)) in self.turned.iter().enumerate() {
                let phrase = Phrase::new(Message::TurnsTo).with(reading.called()).with(side(reading, to));
                let start = if index == 0 { "" } else { language.choose(" and ", "，") };
                write!(f, "{start}{}", phrase.in_words(language))?;
            }
            write!(f, " -> {}", self.outcome.in_words(language))
        })
    }
}

impl Outcome {
    /// The answer in a language; a refusal by its code, in Chinese by what that is called.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        let yes = |yes| Phrase::new(if yes { Message::Registrable } else { Message::NotRegistrable });
        fmt::from_fn(move |f| match self {
            Self::Standing(phase, in_force) => {
                let comma = language.choose(", ", "，");
                write!(f, "{}{comma}{}", phase.called().choose(language), validity(in_force).choose(language))
            }
            Self::Registrable(registrable) => write!(f, "{}", yes(registrable).in_words(language)),
            Self::Complete(Some(true)) => write!(f, "{}", Phrase::new(Message::Complete).in_words(language)),
            Self::Complete(Some(false)) => write!(f, "{}", Phrase::new(Message::Incomplete).in_words(language)),
            Self::Complete(None) => write!(f, "{}", Phrase::new(Message::NoCycle).in_words(language)),
            Self::Refused(code) => {
                write!(f, "{}", Phrase::new(Message::HistoryRefused).in_words(language))?;
                match language {
                    Language::En => write!(f, " ({code})"),
                    Language::Zh => write!(f, "（{}）", in_chinese(code)),
                }
            }
        })
    }
}

fn members(relevant: &[Reading], set: u32) -> impl Iterator<Item = Reading> {
    relevant.iter().copied().enumerate().filter(move |(index, _)| set >> index & 1 == 1).map(|(_, reading)| reading)
}

fn turned(readings: Readings, relevant: &[Reading], set: u32) -> Readings {
    members(relevant, set).fold(readings, Readings::turned)
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Flip, Language, Outcome, Unanimous};
    use alloc::string::ToString;
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};

    impl Serialize for Outcome {
        /// `{"phase", "in_force"}`, `{"registrable"}`, `{"complete"}` or `{"error"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            match self {
                Self::Standing(phase, in_force) => {
                    map.serialize_entry("phase", phase)?;
                    map.serialize_entry("in_force", in_force)?;
                }
                Self::Registrable(registrable) => map.serialize_entry("registrable", registrable)?,
                Self::Complete(complete) => map.serialize_entry("complete", complete)?,
                Self::Refused(code) => map.serialize_entry("error", code)?,
            }
            map.end()
        }
    }

    impl Serialize for Flip {
        /// `{"turned": {reading: side}, "outcome", "en", "zh"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            struct Sides<'a>(&'a Flip);
            impl Serialize for Sides<'_> {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.collect_map(self.0.turned.iter().map(|(reading, side)| (reading.name(), side)))
                }
            }
            let mut map = serializer.serialize_map(Some(4))?;
            map.serialize_entry("turned", &Sides(self))?;
            map.serialize_entry("outcome", &self.outcome)?;
            map.serialize_entry("en", &self.in_words(Language::En).to_string())?;
            map.serialize_entry("zh", &self.in_words(Language::Zh).to_string())?;
            map.end()
        }
    }

    impl Serialize for Unanimous {
        /// `{"outcome", "readings", "combinations"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(3))?;
            map.serialize_entry("outcome", &self.outcome())?;
            let names: alloc::vec::Vec<&str> = self.relevant().iter().map(|reading| reading.name()).collect();
            map.serialize_entry("readings", &names)?;
            map.serialize_entry("combinations", &self.combinations())?;
            map.end()
        }
    }
}
