//! The days that come by themselves.

use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::coming::{Coming, DayToCome};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A day that comes by itself, not before the day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::MilestoneRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::MilestoneRecord"))]
pub struct Milestone {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub turn: Coming,
}

impl Milestone {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        let phrase = |message| Phrase::new(message).with(self.day);
        match self.turn {
            Coming::WindowOpens => phrase(Message::WindowOpens),
            Coming::EducationYearEnds { year, .. } => phrase(Message::YearEnds).with(year),
            Coming::EducationCycleEnds { .. } => phrase(Message::CycleEnds),
            Coming::OpinionDue => phrase(Message::OpinionDue),
            Coming::OpinionUncovered { year } => Phrase::new(Message::OpinionUncovered).with(year.unsigned_abs()),
            Coming::TermEnds => phrase(Message::TermEnds),
            Coming::Deadline | Coming::DeferralEnds => phrase(Message::Deadline),
            Coming::AppealEnds => phrase(Message::AppealEnds),
            Coming::Repeal => phrase(Message::RepealTakesEffect),
        }
    }
}

/// All that come, in order of day: a view of the one list. An opinion that the calendar does not reach is a warning.
pub(super) fn milestones(as_of: &AsOf<'_>) -> Vec<Milestone> {
    let is_told = |come: &DayToCome| !matches!(come.what, Coming::OpinionUncovered { .. });
    let days = as_of.days_to_come().into_iter().filter(is_told);
    days.map(|DayToCome { day, what: turn }| Milestone { day, turn }).collect()
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Milestone, Phrase};
    use crate::calendar::iso::Day;
    use crate::regulation::clause::Clause;
    use serde::Serialize;

    /// A day that comes by itself.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Milestone")]
    pub(super) struct MilestoneRecord {
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
}
