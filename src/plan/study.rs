//! The least study that is still needed, and the days within which it counts.

use crate::calendar::date::next_day;
use crate::education::credits::Credits;
use crate::education::cycle::Cycle;
use crate::plan::days::Days;
use crate::regulation::hours::Hours;
use crate::regulation::readings::LateHours;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Hours that are missing in a year or in the cycle as a whole, and the days within which they can still be earned.
///
/// There is at least a tenth of an hour missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::StudyRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::StudyRecord"))]
pub struct Study {
    /// The year, by its place in the cycle: 1, 2, …; `None` where any day of the cycle serves.
    pub year: Option<u32>,
    /// The hours missing.
    pub hours: Hours,
    /// All days that count, past ones and ones that come too late included.
    pub counts: Days,
    /// The days on which to earn them, from the day of the plan to the last as of which the conditions can be judged.
    pub within: Option<Days>,
    /// The time of an extension, where it makes up for this year, cut in the same way.
    pub or_within: Option<Days>,
    /// Whether the last day that counts is past.
    pub is_over: bool,
}

impl Study {
    /// The first day on which it can be earned; `None` where it cannot be any more, or not in time.
    #[must_use]
    pub fn first(&self) -> Option<NaiveDate> {
        self.within.or(self.or_within).map(Days::first)
    }

    /// The last day on which it can be earned; `None` as well where there is no last.
    #[must_use]
    pub fn last(&self) -> Option<NaiveDate> {
        self.or_within.or(self.within).and_then(Days::last)
    }

    /// The first day on which it was too late, where it is; `None` as well where it is too early to the very end.
    #[must_use]
    pub fn too_late_since(&self) -> Option<NaiveDate> {
        self.counts.last().filter(|_| self.first().is_none() && self.is_over).map(next_day)
    }

    /// Whether what is earned on `day` serves.
    #[must_use]
    pub fn serves(&self, day: NaiveDate) -> bool {
        self.within.into_iter().chain(self.or_within).any(|days| days.contains(day))
    }
}

/// All study that is still needed: what is missing in each year, then what is missing besides.
///
/// It is the least there is: hours earned in a year also count towards the whole, so that nothing is asked twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::StudiesRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::StudiesRecord"))]
pub struct Studies {
    items: Vec<Study>,
}

impl Studies {
    /// What is missing on `on`, by the entries dated up to then, if the conditions are judged as of `latest` at the latest,
    /// or of any day.
    ///
    /// On the first day of a cycle that is 40 hours in each year and 60 besides: 180 in all and not 300.
    ///
    /// Readings: `education_year`, `extension_effect`, `first_registration`, `late_hours`.
    #[must_use]
    pub(crate) fn needed(
        cycle: &Cycle<'_>,
        credits: &Credits,
        on: NaiveDate,
        latest: impl Into<Option<NaiveDate>>,
    ) -> Self {
        let latest = latest.into();
        let progress = cycle.progress(credits, on);
        let left = |counts: Days| Days::new(on, latest)?.overlap(counts);
        let days = |after, to| Days::new(next_day(after), to);
        let mut items = Vec::new();
        let mut in_years = Hours::ZERO;
        for (span, year) in cycle.years().zip(&progress.years) {
            let hours = year.shortfall();
            if let Some(counts) = days(span.after, Some(span.to)).filter(|_| hours > Hours::ZERO) {
                let made_up = days(cycle.nominal_end(), Some(cycle.end())).filter(|_| span.made_up);
                let (within, or_within) = (left(counts), made_up.and_then(left));
                let is_over = span.to < on;
                items.push(Study { year: Some(span.number), hours, counts, within, or_within, is_over });
                in_years = in_years.plus(hours);
            }
        }
        let besides = in_years.short_of(progress.shortfall());
        // Late hours count without end.
        let counts_late = cycle.regulation().readings().late_hours == LateHours::Counted;
        let end = Some(cycle.end()).filter(|_| !counts_late);
        if let Some(counts) = days(cycle.after(), end).filter(|_| besides > Hours::ZERO) {
            let (within, is_over) = (left(counts), end.is_some_and(|end| end < on));
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

    /// The first day on which all of them can be there, not before `on`; as far as they can be.
    pub(super) fn complete_from(&self, on: NaiveDate) -> NaiveDate {
        self.items.iter().filter_map(Study::first).fold(on, Ord::max)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Days, Hours, Studies, Study, Vec};
    use crate::words::phrase::Phrase;
    use serde::Serialize;

    /// All study that is still needed: what is missing in each year, then what is missing besides.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Studies")]
    pub(super) struct StudiesRecord {
        /// The hours of all items together.
        least: Hours,
        items: Vec<Study>,
        /// That where, how and when to study is for the holder to choose.
        #[serde(skip_serializing_if = "Option::is_none")]
        choice: Option<Phrase>,
    }

    impl From<Studies> for StudiesRecord {
        fn from(studies: Studies) -> Self {
            Self { least: studies.least(), choice: studies.choice(), items: studies.items().to_vec() }
        }
    }

    /// Hours that are missing in a year or in the cycle as a whole, and the days within which they can still be earned.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Study")]
    pub(super) struct StudyRecord {
        /// The year of the cycle by its place, 1, 2, …; left out where any day of the cycle serves.
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<u32>,
        /// The hours that are missing.
        hours: Hours,
        /// The days on which to earn them.
        #[serde(skip_serializing_if = "Option::is_none")]
        within: Option<Days>,
        /// The days of an extension on which they can be made up.
        #[serde(skip_serializing_if = "Option::is_none")]
        or_within: Option<Days>,
        says: Phrase,
    }

    impl From<Study> for StudyRecord {
        fn from(study: Study) -> Self {
            let Study { year, hours, within, or_within, .. } = study;
            Self { year, hours, within, or_within, says: study.phrase() }
        }
    }
}
