//! What is easily overlooked.

use crate::ground::claim::Ground;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::plan::course::{Bar, Course};
use crate::plan::relief::{Opening, Relief};
use crate::regulation::clause::Clause;
use crate::regulation::readings::{PendingAtExpiry, TermStart};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Something that a holder easily overlooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Warning {
    /// Study outside the mainland defers the registration and does not extend the time for education (47.8.1, 48.6.1).
    StudyAbroad,
    /// Registering before the term ends gives up what is left of it; reading `term_start`.
    EarlyCosts {
        /// The day of registration.
        on: NaiveDate,
        /// The days given up.
        days: u32,
    },
    /// What is pending ends with the term, so that the registration has to be decided by then; reading
    /// `pending_at_expiry`.
    DecideBy(NaiveDate),
    /// The day on which the opinion is due lies beyond the calendar.
    OpinionUncovered {
        /// The first year that it does not cover.
        year: i32,
    },
    /// An extension moved a year beyond the last day on which to register: only a deferral leaves time for it.
    ExtendedBeyondDeadline {
        /// The year, by its place.
        year: u32,
        /// Its first day.
        from: NaiveDate,
    },
}

impl Warning {
    /// The clause it rests on.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::StudyAbroad | Self::ExtendedBeyondDeadline { .. } => Clause::N48_6,
            Self::EarlyCosts { .. } | Self::DecideBy(_) => Clause::N47_3,
            Self::OpinionUncovered { .. } => Clause::N47_7,
        }
    }

    /// It as a sentence.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::StudyAbroad => Phrase::new(Message::StudyAbroadTrap),
            Self::EarlyCosts { on, days } => Phrase::new(Message::EarlyCosts).with(on).with(days),
            Self::DecideBy(day) => Phrase::new(Message::DecideBy).with(day),
            Self::OpinionUncovered { year } => Phrase::new(Message::OpinionUncovered).with(year.unsigned_abs()),
            Self::ExtendedBeyondDeadline { year, from } => {
                Phrase::new(Message::ExtendedBeyondDeadline).with(year).with(from)
            }
        }
    }
}

pub(super) fn warnings(as_of: &AsOf<'_>, course: &Course, relief: &Relief) -> Vec<Warning> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let mut warnings = Vec::new();
    let opens = |opening: &Opening| opening.grounds.contains(&Ground::StudyAbroad);
    if relief.deferral.as_ref().is_some_and(opens) {
        warnings.push(Warning::StudyAbroad);
    }
    let Some(term) = as_of.certificate().term() else { return warnings };
    if let Certificate::UnderReview(state) = as_of.certificate()
        && let Err(uncovered) = regulation.review_by(state.accepted_on())
    {
        warnings.push(Warning::OpinionUncovered { year: uncovered.year });
    }
    let lapses = readings.pending_at_expiry == PendingAtExpiry::Lapses;
    match course {
        Course::Register(registering) => {
            let on = registering.apply.first();
            let left = u32::try_from(term.nominal().signed_duration_since(on).num_days()).unwrap_or(0);
            if left > 0 && readings.term_start == TermStart::Registration {
                warnings.push(Warning::EarlyCosts { on, days: left });
            }
            if lapses {
                warnings.push(Warning::DecideBy(registering.apply.last()));
            }
        }
        Course::AwaitRegistration { .. } if lapses => warnings.push(Warning::DecideBy(term.deadline())),
        Course::Barred(bars) => warnings.extend(bars.iter().filter_map(|bar| match bar {
            Bar::Study(study) if study.counts.first() > term.deadline() => {
                Some(Warning::ExtendedBeyondDeadline { year: study.year?, from: study.counts.first() })
            }
            _ => None,
        })),
        _ => {}
    }
    warnings
}

#[cfg(feature = "serde")]
impl serde::Serialize for Warning {
    /// `{"clause", "says"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut warning = serializer.serialize_struct("Warning", 2)?;
        warning.serialize_field("clause", self.clause().citation())?;
        warning.serialize_field("says", &self.phrase())?;
        warning.end()
    }
}
