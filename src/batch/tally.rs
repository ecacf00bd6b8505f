//! Changes, counted.

use crate::lifecycle::sensitivity::DayOutcome;
use crate::lifecycle::wording::outcome_in_words;
use crate::naming::table::Language;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::collections::BTreeMap;
use core::fmt;

/// How often an answer became which other.
///
/// Every pair that was counted is there, with at least one; the pairs are in order.
///
/// # Examples
///
/// ```
/// use ruankao::batch::Tally;
///
/// let tally = Tally::from_iter([("due", "due"), ("due", "lapsed"), ("due", "lapsed")]);
/// assert_eq!((tally.count(&"due", &"lapsed"), tally.changed(), tally.total()), (2, 2, 3));
/// assert_eq!(tally.count(&"lapsed", &"due"), 0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally<T> {
    counts: BTreeMap<(T, T), u64>,
}

impl<T: Ord> Tally<T> {
    /// How often `before` became `after`.
    #[must_use]
    pub fn count(&self, before: &T, after: &T) -> u64 {
        self.iter().find(|(pair, _)| pair.0 == *before && pair.1 == *after).map_or(0, |(_, count)| count)
    }

    /// The pairs and how often each was counted, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&(T, T), u64)> {
        self.counts.iter().map(|(pair, count)| (pair, *count))
    }

    /// How many were counted.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.values().sum()
    }

    /// How many became another.
    #[must_use]
    pub fn changed(&self) -> u64 {
        self.iter().filter(|((before, after), _)| before != after).map(|(_, count)| count).sum()
    }
}

impl<T> Default for Tally<T> {
    fn default() -> Self {
        Self { counts: BTreeMap::new() }
    }
}

impl<T: Ord> Extend<(T, T)> for Tally<T> {
    fn extend<I: IntoIterator<Item = (T, T)>>(&mut self, pairs: I) {
        for pair in pairs {
            *self.counts.entry(pair).or_default() += 1;
        }
    }
}

impl<T: Ord> FromIterator<(T, T)> for Tally<T> {
    fn from_iter<I: IntoIterator<Item = (T, T)>>(pairs: I) -> Self {
        let mut tally = Self::default();
        tally.extend(pairs);
        tally
    }
}

impl Tally<DayOutcome> {
    /// A line for each pair that differs, with its count; that nothing does, where that is so.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            if self.changed() == 0 {
                return write!(f, "{}", Phrase::new(Message::NothingDifferent).in_words(language));
            }
            let changed = self.iter().filter(|((before, after), _)| before != after);
            for (index, ((before, after), count)) in changed.enumerate() {
                let start = if index == 0 { "" } else { "\n" };
                write!(
                    f,
                    "{start}{count}: {} -> {}",
                    outcome_in_words(*before, language),
                    outcome_in_words(*after, language)
                )?;
            }
            Ok(())
        })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Tally<DayOutcome> {
    /// `[{"before", "after", "count"}]`; an outcome is `{"phase", "in_force"}` or `{"error"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        #[serde(untagged)]
        enum Outcome {
            Standing { phase: crate::lifecycle::standing::PhaseName, in_force: bool },
            Refused { error: crate::finding::code::Code },
        }
        #[derive(serde::Serialize)]
        struct Row {
            before: Outcome,
            after: Outcome,
            count: u64,
        }
        let of = |outcome: DayOutcome| match outcome {
            Ok((phase, in_force)) => Outcome::Standing { phase, in_force },
            Err(error) => Outcome::Refused { error },
        };
        serializer.collect_seq(self.iter().map(|(pair, count)| Row { before: of(pair.0), after: of(pair.1), count }))
    }
}
