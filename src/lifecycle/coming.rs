//! A day that comes to a certificate by itself.

use crate::calendar::date::next_day;
use crate::calendar::working_days::Uncovered;
use crate::lifecycle::certificate::Certificate;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// A day that comes to a certificate if nothing more happens, and what it brings.
///
/// They order by day, then as [`Coming`] lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DayToCome {
    /// The day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub day: NaiveDate,
    /// What it brings.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub what: Coming,
}

/// What a day brings.
///
/// Exhaustive on purpose: whoever shows the days has to say what each is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "what", rename_all = "snake_case"))]
pub enum Coming {
    /// The first day on which to apply for registration (47.3).
    WindowOpens,
    /// The last day of a year of the education cycle (48.4).
    EducationYearEnds {
        /// Its place in the cycle: 1, 2, …
        year: u32,
        /// The hours that are missing in it.
        missing: Hours,
        /// Where an extension serves the year: the last day on which to make up for them (48.6).
        #[cfg_attr(
            feature = "serde",
            serde(with = "crate::calendar::iso::option", skip_serializing_if = "Option::is_none")
        )]
        made_up_by: Option<NaiveDate>,
    },
    /// The last day of the education cycle, as extended (48.4).
    EducationCycleEnds {
        /// The hours that are missing in all.
        missing: Hours,
    },
    /// The last day on which to give an opinion on the application that is pending (47.7).
    OpinionDue,
    /// The first day on which that opinion may be due: the working-day calendar ends before its last day.
    OpinionUncovered {
        /// The first year that the calendar does not cover.
        year: i32,
    },
    /// The last day in force (47.3).
    TermEnds,
    /// The last day on which to register (47.3).
    Deadline,
    /// The last day on which to register, as deferred (47.8).
    DeferralEnds,
    /// The last day on which to appeal (47.11).
    AppealEnds,
    /// The first day on which the notices no longer apply. After it nothing comes but the end of a time for appeal.
    Repeal,
}

impl Coming {
    /// The clause that sets the day; the repeal is in none.
    #[must_use]
    pub const fn clause(self) -> Option<Clause> {
        match self {
            Self::WindowOpens | Self::TermEnds | Self::Deadline => Some(Clause::N47_3),
            Self::EducationYearEnds { .. } | Self::EducationCycleEnds { .. } => Some(Clause::N48_4),
            Self::OpinionDue | Self::OpinionUncovered { .. } => Some(Clause::N47_7),
            Self::DeferralEnds => Some(Clause::N47_8),
            Self::AppealEnds => Some(Clause::N47_11),
            Self::Repeal => None,
        }
    }
}

impl DayToCome {
    /// The first day on which the standing may be another because of it.
    pub(super) const fn turns_on(self) -> NaiveDate {
        match self.what {
            Coming::WindowOpens | Coming::Repeal => self.day,
            _ => next_day(self.day),
        }
    }

    /// The day on which an opinion is due, or the first on which it may be.
    pub(super) fn opinion(accepted_on: NaiveDate, regulation: &Regulation) -> Self {
        match regulation.review_by(accepted_on) {
            Ok(day) => Self { day, what: Coming::OpinionDue },
            Err(Uncovered { year }) => {
                let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
                Self { day: first.max(next_day(accepted_on)), what: Coming::OpinionUncovered { year } }
            }
        }
    }
}

/// The days on which time alone may change the standing of a certificate, in whatever state it is.
pub(super) fn turning(certificate: &Certificate, regulation: &Regulation) -> [Option<DayToCome>; 5] {
    let term = certificate.term();
    let last = |deferred: bool| if deferred { Coming::DeferralEnds } else { Coming::Deadline };
    let deadline = term.map(|term| (term.deadline(), last(term.deferred_until().is_some())));
    let appeal = certificate.publication().map(|publication| publication.appealable_until());
    let days = [
        term.map(|term| (term.opens(), Coming::WindowOpens)),
        term.map(|term| (term.expiry(), Coming::TermEnds)),
        deadline,
        appeal.map(|day| (day, Coming::AppealEnds)),
        regulation.parameters().repealed_on.map(|day| (day, Coming::Repeal)),
    ];
    days.map(|day| day.map(|(day, what)| DayToCome { day, what }))
}
