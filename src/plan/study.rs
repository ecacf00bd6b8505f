//! The least study that is still needed, and the days within which it counts.

use crate::calendar::date::add_days;
use crate::calendar::period::Period;
use crate::education::credits::Credits;
use crate::education::cycle::Cycle;
use crate::regulation::hours::Hours;
use crate::regulation::readings::LateHours;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Hours that are missing in a year or in the cycle as a whole, and the days within which they can still be earned.
///
/// There is at least a tenth of an hour missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Study {
    /// The year, by its place in the cycle: 1, 2, …; `None` where any day of the cycle serves.
    pub year: Option<u32>,
    /// The hours missing.
    pub hours: Hours,
    /// All days that count, past ones and ones after the last day on which to register included.
    pub counts: Period,
    /// The days on which to earn them, from the day of the plan to the last day on which to register.
    pub within: Option<Period>,
    /// The time of an extension, where it makes up for this year, cut in the same way.
    pub or_within: Option<Period>,
    /// Whether the last day that counts is past.
    pub is_over: bool,
}

impl Study {
    /// The first day on which it can be earned; `None` where it cannot be any more, or not before the last day on which
    /// to register.
    #[must_use]
    pub fn first(&self) -> Option<NaiveDate> {
        self.within.or(self.or_within).map(Period::first)
    }

    /// The last day on which it can be earned.
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        self.or_within.or(self.within).map(Period::last)
    }

    /// The first day on which it was too late, where it is; `None` as well where it is too early to the very end.
    #[must_use]
    pub fn too_late_since(&self) -> Option<NaiveDate> {
        (self.first().is_none() && self.is_over).then(|| add_days(self.counts.last(), 1))
    }

    /// Whether what is earned on `day` serves.
    #[must_use]
    pub fn serves(&self, day: NaiveDate) -> bool {
        self.within.into_iter().chain(self.or_within).any(|period| period.contains(day))
    }
}

/// All study that is still needed: what is missing in each year, then what is missing besides.
///
/// It is the least there is: hours earned in a year also count towards the whole, so that nothing is asked twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Studies {
    items: Vec<Study>,
}

impl Studies {
    /// What is missing on `on`, by the entries dated up to then, if the last day on which to register is `deadline`.
    ///
    /// Readings: `education_year`, `extension_effect`, `first_registration`, `late_hours`.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::education::{Credits, Cycle};
    /// use ruankao::plan::Studies;
    /// use ruankao::regulation::Regulation;
    /// use ruankao::Hours;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let cycle = Cycle::new(day(2005, 3, 10), true, None, &regulation);
    /// // On the first day: 40 hours in each year and 60 besides, 180 in all and not 300.
    /// let studies = Studies::needed(&cycle, Credits::none(), day(2005, 3, 10), day(2008, 3, 10));
    /// assert_eq!((studies.items().len(), studies.least()), (4, Hours::whole(180)));
    /// assert!(studies.are_possible());
    /// // A year later the first year can no longer be mended.
    /// let studies = Studies::needed(&cycle, Credits::none(), day(2006, 3, 11), day(2008, 3, 10));
    /// assert!(!studies.are_possible());
    /// ```
    #[must_use]
    pub(crate) fn needed(cycle: &Cycle<'_>, credits: &Credits, on: NaiveDate, deadline: NaiveDate) -> Self {
        let progress = cycle.progress(credits, on);
        let left = |counts: Period| Period::between(on, deadline).ok()?.overlap(counts);
        let days = |after, to| Period::between(add_days(after, 1), to).ok();
        let mut items = Vec::new();
        let mut in_years = Hours::ZERO;
        for (span, year) in cycle.years().zip(&progress.years) {
            let hours = year.shortfall();
            if let Some(counts) = days(span.after, span.to).filter(|_| hours > Hours::ZERO) {
                let made_up = days(cycle.nominal_end(), cycle.end()).filter(|_| span.made_up);
                let (within, or_within) = (left(counts), made_up.and_then(left));
                let is_over = counts.last() < on;
                items.push(Study { year: Some(span.number), hours, counts, within, or_within, is_over });
                in_years = in_years.plus(hours);
            }
        }
        let besides = in_years.short_of(progress.shortfall());
        // Late hours count without end: as far as the last day on which to register.
        let counts_late = cycle.regulation().readings().late_hours == LateHours::Counted;
        let end = if counts_late { cycle.end().max(deadline) } else { cycle.end() };
        if let Some(counts) = days(cycle.after(), end).filter(|_| besides > Hours::ZERO) {
            let (within, is_over) = (left(counts), counts.last() < on);
            items.push(Study { year: None, hours: besides, counts, within, or_within: None, is_over });
        }
        Self { items }
    }

    /// The items: one for each year in which hours are missing, then what is missing besides.
    #[must_use]
    pub fn items(&self) -> &[Study] {
        &self.items
    }

    /// The hours of all items: no fewer will do.
    #[must_use]
    pub fn least(&self) -> Hours {
        self.items.iter().fold(Hours::ZERO, |sum, item| sum.plus(item.hours))
    }

    /// Whether every item can still be earned in time.
    #[must_use]
    pub fn are_possible(&self) -> bool {
        self.items.iter().all(|item| item.first().is_some())
    }
}
