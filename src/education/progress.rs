//! How far a holder has come in a cycle.

use crate::calendar::date::next_day;
use crate::education::credits::{Credits, Disregarded};
use crate::education::cycle::{Cycle, YearSpan};
use crate::education::earned::Earned;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::{Subject, Value};
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::regulation::readings::LateHours;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A cycle held against the hours earned up to a day: what is required, earned and short, in all and by year.
///
/// It is complete exactly where nothing is short (48.4).
///
/// # Examples
///
/// ```
/// use ruankao::{Act, History, Hours, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
/// let progress = file.on(day!(2008, 1, 15))?.education()?;
/// assert_eq!((progress.from, progress.to), (day!(2005, 3, 11), day!(2008, 3, 10)));
/// assert_eq!((progress.shortfall(), progress.years[0].shortfall()), (Hours::whole(180), Hours::whole(40)));
/// assert!(!progress.is_complete());
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Progress"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Progress"))]
pub struct Progress {
    /// The first day of the cycle.
    pub from: NaiveDate,
    /// The last day of the cycle, as extended.
    pub to: NaiveDate,
    /// The hours that count towards the total, late ones included where they count.
    pub hours: Hours,
    /// The hours required in all.
    pub required: Hours,
    /// Its years, in order.
    pub years: Vec<YearProgress>,
    /// The entries of the cycle that do not count, in the order of the ledger.
    pub disregarded: Vec<Disregarded>,
    /// The hours earned after the cycle, where such hours count.
    pub late: Option<Hours>,
}

/// A year of a cycle held against the hours earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::YearProgress"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::YearProgress"))]
pub struct YearProgress {
    /// Its place in the cycle: 1, 2, …
    pub number: u32,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The hours that count towards it, those made up included.
    pub hours: Hours,
    /// The hours it asks for.
    pub required: Hours,
    /// The hours made up for it in the time of an extension; there only in the year that an extension serves.
    pub made_up: Option<Hours>,
}

/// What is counted of a cycle.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Count {
    /// The hours that count towards the total.
    InAll(Hours),
    /// How far the holder has come in a year.
    InYear(YearProgress),
}

impl Progress {
    /// The hours that are missing in all.
    #[must_use]
    pub const fn shortfall(&self) -> Hours {
        self.hours.short_of(self.required)
    }

    /// Whether nothing is missing, in all and in each year.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.shortfall() == Hours::ZERO && self.years.iter().all(|year| year.shortfall() == Hours::ZERO)
    }
}

impl YearProgress {
    /// The hours that are missing in this year.
    #[must_use]
    pub const fn shortfall(&self) -> Hours {
        self.hours.short_of(self.required)
    }
}

impl Cycle<'_> {
    /// How far a holder has come, by the entries dated up to `on`.
    #[must_use]
    pub fn progress(&self, credits: &Credits, on: NaiveDate) -> Progress {
        let (after, end) = (self.after(), self.end());
        let (mut hours, mut years) = (Hours::ZERO, Vec::new());
        self.count(credits, on, |count| match count {
            Count::InAll(all) => hours = all,
            Count::InYear(year) => years.push(year),
        });
        Progress {
            from: next_day(after),
            to: end,
            hours,
            required: self.required(),
            years,
            disregarded: credits.disregarded_between(after, self.counted_through(end, on)),
            late: self.counts_late_hours().then(|| credits.between(end, on)),
        }
    }

    /// 48.4, in its order: the total, then each year. Judged by the entries dated up to `on`; makes no allocation.
    pub(crate) fn findings(&self, earned: &(impl Earned + ?Sized), on: NaiveDate, mut find: impl FnMut(Finding)) {
        self.count(earned, on, |count| {
            let (code, subject, required, found) = match count {
                Count::InAll(hours) => (Code::EducationTotal, Subject::Whole, self.required(), hours),
                Count::InYear(year) => (Code::EducationYear, Subject::Year(year.number), year.required, year.hours),
            };
            if found < required {
                let finding = Finding::new(code, Clause::N48_4).about(subject);
                find(finding.compared(Value::Hours(required), Value::Hours(found)));
            }
        });
    }

    /// Reading: `late_hours`.
    fn counts_late_hours(&self) -> bool {
        self.regulation().readings().late_hours == LateHours::Counted
    }

    /// The last day whose hours count towards the total of a cycle that ends on a day, by the entries dated up to `on`.
    fn counted_through(&self, end: NaiveDate, on: NaiveDate) -> NaiveDate {
        if self.counts_late_hours() { on } else { on.min(end) }
    }

    /// Counts the hours, in all and then year by year, and hands over each. They are asked for three years at a time, as
    /// many as the notices give a term, since hours that are not kept by day are gone through as often.
    #[inline]
    pub(crate) fn count(&self, earned: &(impl Earned + ?Sized), on: NaiveDate, mut hand_over: impl FnMut(Count)) {
        let (mut after, years) = self.years_after();
        let mut counted = 0;
        loop {
            let (mut ends, mut last) = ([after; 3], after);
            for (end, number) in ends.iter_mut().zip(counted + 1..) {
                if number <= years {
                    last = self.year_to(number, last);
                }
                *end = last;
            }
            // The years follow on each other: each is the difference of two sums.
            let sums = earned.since(after, ends.map(|day| on.min(day)));
            let mut before = Hours::ZERO;
            if counted == 0 {
                // Mostly the years are the cycle.
                let is_all = years == 3 && self.ends_with_its_years();
                let (begins_after, end) = (self.after(), if is_all { last } else { self.end() });
                let through = self.counted_through(end, on);
                let all = match sums {
                    [.., all] if begins_after == after && through == on.min(last) => all,
                    _ => earned.between(begins_after, through),
                };
                hand_over(Count::InAll(all));
            }
            for (to, sum) in ends.into_iter().zip(sums) {
                if counted == years {
                    return;
                }
                counted += 1;
                let YearSpan { number, after: year_after, to, required, made_up } = self.year(counted, after, to);
                let made_up = made_up.then(|| earned.between(self.nominal_end(), on.min(self.end())));
                let hours = before.short_of(sum).plus(made_up.unwrap_or(Hours::ZERO));
                let from = next_day(year_after);
                hand_over(Count::InYear(YearProgress { number, from, to, hours, required, made_up }));
                (before, after) = (sum, to);
            }
            if counted == years {
                return;
            }
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Disregarded, Hours, Vec};
    use crate::calendar::iso::Day;
    use serde::Serialize;

    /// Progress as it is written, with what is short and whether it is complete.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Progress {
        from: Day,
        to: Day,
        hours: Hours,
        required: Hours,
        shortfall: Hours,
        years: Vec<super::YearProgress>,
        disregarded: Vec<Disregarded>,
        complete: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        late: Option<Hours>,
    }

    /// A year as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct YearProgress {
        from: Day,
        to: Day,
        hours: Hours,
        required: Hours,
        shortfall: Hours,
        #[serde(skip_serializing_if = "Option::is_none")]
        made_up: Option<Hours>,
    }

    impl From<super::Progress> for Progress {
        fn from(progress: super::Progress) -> Self {
            let (shortfall, complete) = (progress.shortfall(), progress.is_complete());
            let super::Progress { from, to, hours, required, years, disregarded, late } = progress;
            Self { from: Day(from), to: Day(to), hours, required, shortfall, years, disregarded, complete, late }
        }
    }

    impl From<super::YearProgress> for YearProgress {
        fn from(year: super::YearProgress) -> Self {
            let super::YearProgress { number: _, from, to, hours, required, made_up } = year;
            Self { from: Day(from), to: Day(to), hours, required, shortfall: year.shortfall(), made_up }
        }
    }
}
