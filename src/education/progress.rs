//! How far a holder has come in a cycle.

use crate::calendar::date::next_day;
use crate::education::credits::{Credits, Disregarded};
use crate::education::cycle::{Cycle, YearSpan};
use crate::finding::code::Code;
use crate::finding::record::Finding;
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
        let counts =
            |entry: &&Disregarded| after < entry.on && entry.on <= on && (entry.on <= end || self.counts_late_hours());
        Progress {
            from: next_day(after),
            to: end,
            hours: self.hours(credits, on),
            required: self.required(),
            years: self.progress_by_year(credits, on).collect(),
            disregarded: credits.disregarded().iter().filter(counts).copied().collect(),
            late: self.counts_late_hours().then(|| credits.between(end, on)),
        }
    }

    /// 48.4, in its order: the total, then each year. Judged by the entries dated up to `on`; makes no allocation.
    pub fn findings(&self, credits: &Credits, on: NaiveDate) -> impl Iterator<Item = Finding> {
        let short = |code, subject, required, found: Hours| {
            (found < required).then(|| {
                let finding = Finding::new(code, Clause::N48_4).about(subject);
                finding.compared(Value::Hours(required), Value::Hours(found))
            })
        };
        let total = short(Code::EducationTotal, Subject::Whole, self.required(), self.hours(credits, on));
        let years = self
            .progress_by_year(credits, on)
            .filter_map(move |year| short(Code::EducationYear, Subject::Year(year.number), year.required, year.hours));
        total.into_iter().chain(years)
    }

    /// Whether 48.4 is met, in all and in each year: whether there is no [finding](Self::findings), at less cost.
    #[must_use]
    pub fn is_complete(&self, credits: &Credits, on: NaiveDate) -> bool {
        self.hours(credits, on) >= self.required()
            && self.progress_by_year(credits, on).all(|year| year.hours >= year.required)
    }

    /// Reading: `late_hours`.
    fn counts_late_hours(&self) -> bool {
        self.regulation().readings().late_hours == LateHours::Counted
    }

    fn hours(&self, credits: &Credits, on: NaiveDate) -> Hours {
        let through = if self.counts_late_hours() { on } else { on.min(self.end()) };
        credits.between(self.after(), through)
    }

    /// The years follow on each other, so that each is asked for one sum alone.
    fn progress_by_year(&self, credits: &Credits, on: NaiveDate) -> impl Iterator<Item = YearProgress> {
        let mut earned_before = None;
        self.years().map(move |year| {
            let YearSpan { number, after, to, required, made_up } = year;
            let earned = credits.through(on.min(to));
            let in_the_year = earned_before.unwrap_or_else(|| credits.through(after)).short_of(earned);
            earned_before = Some(earned);
            let made_up = made_up.then(|| credits.between(self.nominal_end(), on.min(self.end())));
            let hours = in_the_year.plus(made_up.unwrap_or(Hours::ZERO));
            YearProgress { number, from: next_day(after), to, hours, required, made_up }
        })
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Hours, NaiveDate, Progress, YearProgress};
    use crate::calendar::iso::Day;
    use crate::education::credits::Disregarded;
    use serde::ser::SerializeMap;
    use serde::{Serialize, Serializer};

    /// What the cycle and each of its years have alike: the days, and the hours held against those required.
    fn measured<M: SerializeMap>(
        map: &mut M,
        [from, to]: [NaiveDate; 2],
        [hours, required]: [Hours; 2],
    ) -> Result<(), M::Error> {
        map.serialize_entry("from", &Day(from))?;
        map.serialize_entry("to", &Day(to))?;
        map.serialize_entry("hours", &hours)?;
        map.serialize_entry("required", &required)?;
        map.serialize_entry("shortfall", &hours.short_of(required))
    }

    impl Serialize for Progress {
        /// The answer to `education`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            measured(&mut map, [self.from, self.to], [self.hours, self.required])?;
            map.serialize_entry("years", &self.years)?;
            map.serialize_entry("disregarded", &self.disregarded)?;
            map.serialize_entry("complete", &self.is_complete())?;
            if let Some(late) = &self.late {
                map.serialize_entry("late", late)?;
            }
            map.end()
        }
    }

    impl Serialize for YearProgress {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            measured(&mut map, [self.from, self.to], [self.hours, self.required])?;
            if let Some(made_up) = &self.made_up {
                map.serialize_entry("made_up", made_up)?;
            }
            map.end()
        }
    }

    impl Serialize for Disregarded {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(2))?;
            map.serialize_entry("entry", &self.entry)?;
            map.serialize_entry("reason", &self.reason.code())?;
            map.end()
        }
    }
}
