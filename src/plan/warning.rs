//! What is easily overlooked.

use crate::finding::value::Value;
use crate::ground::claim::Ground;
use crate::lifecycle::act::ActName;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::coming::Coming;
use crate::lifecycle::term::Term;
use crate::naming::table::Words;
use crate::plan::course::{Bar, Course, Registering};
use crate::plan::milestone::Milestone;
use crate::plan::relief::{Opening, Relief};
use crate::regulation::clause::Clause;
use crate::regulation::readings::{InTime, PendingAtExpiry, TermStart};
use crate::regulation::repeal::Repeal;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Something that a holder easily overlooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::WarningRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::WarningRecord"))]
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
    /// The filing alone is not in time: the application has to be accepted by then; reading `in_time`.
    AcceptBy(NaiveDate),
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
    /// The notices were repealed in 2019, the law in use names no day of repeal, and the plan tells of a day from then on.
    RepealUnnamed,
}

impl Warning {
    /// The clause it rests on; the repeal is in none.
    #[must_use]
    pub const fn clause(self) -> Option<Clause> {
        match self {
            Self::StudyAbroad | Self::ExtendedBeyondDeadline { .. } => Some(Clause::N48_6),
            Self::EarlyCosts { .. } | Self::AcceptBy(_) | Self::DecideBy(_) => Some(Clause::N47_3),
            Self::OpinionUncovered { .. } => Some(Clause::N47_7),
            Self::RepealUnnamed => None,
        }
    }

    /// It as a sentence.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::StudyAbroad => Phrase::new(Message::StudyAbroadTrap),
            Self::EarlyCosts { on, days } => Phrase::new(Message::EarlyCosts).with(on).with(Value::Days(days)),
            Self::AcceptBy(day) => Phrase::new(Message::AcceptBy).with(day),
            Self::DecideBy(day) => Phrase::new(Message::DecideBy).with(day),
            Self::OpinionUncovered { year } => Phrase::new(Message::OpinionUncovered).with(year.unsigned_abs()),
            Self::ExtendedBeyondDeadline { year, from } => {
                Phrase::new(Message::ExtendedBeyondDeadline).with(year).with(from)
            }
            Self::RepealUnnamed => {
                let repeal = Repeal::OF_2019;
                Phrase::new(Message::RepealUnnamed).with(Words::new(repeal.caution_en(), repeal.caution_zh()))
            }
        }
    }
}

/// All that apply.
///
/// Readings: `term_start`, `pending_at_expiry`, `in_time`.
pub(super) fn warnings(as_of: &AsOf<'_>, milestones: &[Milestone], course: &Course, relief: &Relief) -> Vec<Warning> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let mut warnings = Vec::new();
    let opens = |opening: &Opening| opening.grounds.contains(&Ground::StudyAbroad);
    if relief.deferral.as_ref().is_some_and(opens) {
        warnings.push(Warning::StudyAbroad);
    }
    warnings.extend(as_of.days_to_come().iter().filter_map(|come| match come.what {
        Coming::OpinionUncovered { year } => Some(Warning::OpinionUncovered { year }),
        _ => None,
    }));
    let lapses = readings.pending_at_expiry == PendingAtExpiry::Lapses;
    let by_acceptance = readings.in_time == InTime::Acceptance;
    let (nominal, deadline) = (as_of.certificate().term().map(Term::nominal), as_of.deadline());
    match course {
        Course::Register(Registering { act, apply, register_from: on, .. }) => {
            let left = nominal.map(|nominal| nominal.signed_duration_since(*on).num_days());
            let days = left.and_then(|left| u32::try_from(left).ok()).unwrap_or(0);
            if days > 0 && readings.term_start == TermStart::Registration {
                warnings.push(Warning::EarlyCosts { on: *on, days });
            }
            match (act, apply.last()) {
                _ if deadline.is_none() => {}
                (ActName::Registered, Some(by)) if lapses => warnings.push(Warning::DecideBy(by)),
                (ActName::ApplicationAccepted, Some(by)) if by_acceptance => warnings.push(Warning::AcceptBy(by)),
                _ => {}
            }
        }
        Course::AwaitRegistration { .. } if lapses => warnings.extend(deadline.map(Warning::DecideBy)),
        Course::Barred(bars) => warnings.extend(bars.iter().filter_map(|bar| match bar {
            Bar::Study(study) if deadline.is_some_and(|deadline| study.counts.first() > deadline) => {
                Some(Warning::ExtendedBeyondDeadline { year: study.year?, from: study.counts.first() })
            }
            _ => None,
        })),
        _ => {}
    }
    // Whatever else is to be done is done by a day that comes of itself.
    let registered = if let Course::Register(way) = course { Some(way.register_from) } else { None };
    let told = milestones.iter().map(|milestone| milestone.day).chain(registered).fold(as_of.on(), Ord::max);
    if Repeal::OF_2019.needs_caution(told, regulation.parameters().repealed_on) {
        warnings.push(Warning::RepealUnnamed);
    }
    warnings
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Clause, Phrase, Warning};
    use serde::Serialize;

    /// Something that a holder easily overlooks.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Warning")]
    pub(super) struct WarningRecord {
        #[serde(skip_serializing_if = "Option::is_none")]
        clause: Option<Clause>,
        says: Phrase,
    }

    impl From<Warning> for WarningRecord {
        fn from(warning: Warning) -> Self {
            Self { clause: warning.clause(), says: warning.phrase() }
        }
    }
}
