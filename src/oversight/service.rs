//! The time for which a body has been acting, and its reviews in it.

use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};

/// The service of a body: the day it began to act and the days it was reviewed on, at most one a calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Service {
    since: NaiveDate,
    /// In order, one a year.
    reviews: Vec<NaiveDate>,
}

impl Service {
    pub(crate) const fn began(since: NaiveDate) -> Self {
        Self { since, reviews: Vec::new() }
    }

    pub(crate) const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The review of the calendar year in which `on` lies; none can be later.
    pub(crate) fn review_in_year_of(&self, on: NaiveDate) -> Option<NaiveDate> {
        self.reviews.last().copied().filter(|review| review.year() == on.year())
    }

    pub(crate) fn reviewed(mut self, on: NaiveDate) -> Self {
        self.reviews.push(on);
        self
    }

    /// The whole calendar years without a review: after the year in which it began, up to the year before `on`.
    ///
    /// Made as they are asked for: between two days there may be a great many years.
    pub(crate) fn reviews_missing(&self, on: NaiveDate) -> impl Iterator<Item = i32> {
        let years = self.since.year().saturating_add(1)..on.year();
        years.filter(|year| self.reviews.binary_search_by_key(year, Datelike::year).is_err())
    }
}
