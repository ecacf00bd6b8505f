//! The days that come by themselves.

use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::regulation::clause::Clause;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A day that comes by itself, not before the day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milestone {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub turn: Turn,
}

/// What a day brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// The first day on which to apply.
    WindowOpens,
    /// The last day of a year of education, by its place.
    YearEnds(u32),
    /// The last day of the education cycle, as extended.
    CycleEnds,
    /// The day on which the agency's opinion on the pending application is due.
    OpinionDue,
    /// The last day in force.
    TermEnds,
    /// The last day on which to register.
    Deadline,
    /// The last day on which to appeal.
    AppealEnds,
}

impl Turn {
    /// The clause that sets the day.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::WindowOpens | Self::TermEnds | Self::Deadline => Clause::N47_3,
            Self::YearEnds(_) | Self::CycleEnds => Clause::N48_4,
            Self::OpinionDue => Clause::N47_7,
            Self::AppealEnds => Clause::N47_11,
        }
    }
}

impl Milestone {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        let phrase = |message| Phrase::new(message).with(self.day);
        match self.turn {
            Turn::WindowOpens => phrase(Message::WindowOpens),
            Turn::YearEnds(year) => phrase(Message::YearEnds).with(year),
            Turn::CycleEnds => phrase(Message::CycleEnds),
            Turn::OpinionDue => phrase(Message::OpinionDue),
            Turn::TermEnds => phrase(Message::TermEnds),
            Turn::Deadline => phrase(Message::Deadline),
            Turn::AppealEnds => phrase(Message::AppealEnds),
        }
    }
}

/// All that come, in order of day.
pub(super) fn milestones(as_of: &AsOf<'_>, is_live: bool) -> Vec<Milestone> {
    let regulation = as_of.context().regulation();
    let mut milestones = Vec::new();
    let mut add = |day, turn| milestones.push(Milestone { day, turn });
    if let Some(term) = as_of.certificate().term().filter(|_| is_live) {
        let cycle = term.cycle(regulation);
        add(term.opens(), Turn::WindowOpens);
        add(term.expiry(), Turn::TermEnds);
        add(term.deadline(), Turn::Deadline);
        if !cycle.is_exempt() {
            cycle.years().for_each(|year| add(year.to, Turn::YearEnds(year.number)));
            add(cycle.end(), Turn::CycleEnds);
        }
    }
    match as_of.certificate() {
        Certificate::UnderReview(state) if is_live => {
            if let Ok(day) = regulation.review_by(state.accepted_on()) {
                add(day, Turn::OpinionDue);
            }
        }
        Certificate::Published(state) => add(state.appealable_until(), Turn::AppealEnds),
        _ => {}
    }
    milestones.retain(|milestone| milestone.day >= as_of.on());
    milestones.sort_unstable();
    milestones
}

#[cfg(feature = "serde")]
impl serde::Serialize for Milestone {
    /// `{"day", "clause", "says"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        use serde::ser::SerializeStruct;
        let mut milestone = serializer.serialize_struct("Milestone", 3)?;
        milestone.serialize_field("day", &Day(self.day))?;
        milestone.serialize_field("clause", self.turn.clause().citation())?;
        milestone.serialize_field("says", &self.phrase())?;
        milestone.end()
    }
}
