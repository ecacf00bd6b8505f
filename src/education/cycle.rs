//! The education cycle of a term: its days, its years, and what it asks for (48.4, 48.6).

use crate::calendar::date::{add_days, sub_days};
use crate::education::extension::Extension;
use crate::regulation::hours::Hours;
use crate::regulation::readings::{EducationYear, ExtensionEffect, FirstRegistration};
use crate::regulation::rules::Regulation;
use chrono::{Datelike, NaiveDate};

/// The education cycle that runs with a term.
///
/// It has as many days as the term, whatever becomes of the term itself: nothing but an extension moves its end.
#[derive(Clone, Copy, Debug)]
pub struct Cycle<'r> {
    start: NaiveDate,
    first_term: bool,
    extension: Option<Extension>,
    regulation: &'r Regulation,
}

/// A year of the cycle and what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearSpan {
    /// Its place in the cycle: 1, 2, …
    pub number: u32,
    /// The day before its first.
    pub after: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The hours it asks for.
    pub required: Hours,
    /// Whether what is earned after the cycle's nominal end, in the time of an extension, makes up for this year.
    pub made_up: bool,
}

impl<'r> Cycle<'r> {
    /// The cycle of the term that starts on `start`.
    #[must_use]
    pub const fn new(
        start: NaiveDate,
        first_term: bool,
        extension: Option<Extension>,
        regulation: &'r Regulation,
    ) -> Self {
        Self { start, first_term, extension, regulation }
    }

    /// The regulation it is counted under.
    #[must_use]
    pub const fn regulation(&self) -> &'r Regulation {
        self.regulation
    }

    /// The extension granted, if any.
    #[must_use]
    pub const fn extension(&self) -> Option<Extension> {
        self.extension
    }

    /// The day before its first.
    #[must_use]
    pub fn after(&self) -> NaiveDate {
        sub_days(self.start, self.regulation.offset_days())
    }

    /// Its last day, without an extension.
    #[must_use]
    pub fn nominal_end(&self) -> NaiveDate {
        self.regulation.year_end(self.start, self.regulation.parameters().validity_years)
    }

    /// Its last day: the extension's, where one was granted.
    #[must_use]
    pub fn end(&self) -> NaiveDate {
        self.extension.map_or_else(|| self.nominal_end(), |extension| extension.until)
    }

    /// Whether its last day is that of its last year, however that is read.
    #[inline(always)]
    pub(super) fn ends_with_its_years(&self) -> bool {
        self.extension.is_none() && self.regulation.readings().education_year == EducationYear::Cycle
    }

    /// Whether nothing is asked of it: the first term, under `education_exempt`.
    ///
    /// Reading: `first_registration`.
    #[must_use]
    pub fn is_exempt(&self) -> bool {
        self.first_term && self.regulation.readings().first_registration == FirstRegistration::EducationExempt
    }

    /// The hours it asks for in all (48.4: 180学时以上).
    #[must_use]
    pub fn required(&self) -> Hours {
        if self.is_exempt() { Hours::ZERO } else { Hours::whole(self.regulation.parameters().cycle_hours) }
    }

    /// Its years, in order, each with what it asks for (48.4: 每年…不得少于40学时).
    ///
    /// Readings: `education_year`, `extension_effect`.
    pub fn years(&self) -> impl Iterator<Item = YearSpan> + use<'r> {
        let cycle = *self;
        let (mut after, years) = self.years_after();
        (1..=years).map(move |number| {
            let year = cycle.year(number, after, cycle.year_to(number, after));
            after = year.to;
            year
        })
    }

    /// The day before its first year, and how many years there are.
    #[inline(always)]
    pub(super) fn years_after(&self) -> (NaiveDate, u32) {
        match self.regulation.readings().education_year {
            EducationYear::Cycle => (self.after(), self.regulation.parameters().validity_years),
            EducationYear::Calendar => self.calendar_years(),
        }
    }

    /// The last day of a year that follows on a day.
    #[inline(always)]
    pub(super) fn year_to(&self, number: u32, after: NaiveDate) -> NaiveDate {
        let readings = self.regulation.readings();
        match (readings.education_year, readings.extension_effect) {
            (EducationYear::Cycle, ExtensionEffect::AddedToYear) => self.regulation.year_end(self.start, number),
            (EducationYear::Cycle, ExtensionEffect::LaterYearsMove) => self.moved_year_to(number),
            (EducationYear::Calendar, _) => NaiveDate::from_ymd_opt(after.year() + 1, 12, 31).unwrap_or(NaiveDate::MAX),
        }
    }

    #[cold]
    fn moved_year_to(&self, number: u32) -> NaiveDate {
        let end = self.regulation.year_end(self.start, number);
        match self.extension {
            Some(extension) if extension.arose_on <= end => {
                let moved = extension.until.signed_duration_since(self.nominal_end()).num_days();
                add_days(end, u32::try_from(moved).unwrap_or(0))
            }
            _ => end,
        }
    }

    /// A year of the days after one and up to another: an extension spares the calendar year that its ground arose in, and
    /// is added to such a year of the cycle.
    #[inline(always)]
    pub(super) fn year(&self, number: u32, after: NaiveDate, to: NaiveDate) -> YearSpan {
        let readings = self.regulation.readings();
        let is_extended =
            self.extension.is_some_and(|extension| after < extension.arose_on && extension.arose_on <= to);
        let (is_spared, made_up) = match (readings.education_year, readings.extension_effect) {
            (EducationYear::Calendar, _) => (is_extended, false),
            (EducationYear::Cycle, ExtensionEffect::AddedToYear) => (false, is_extended),
            (EducationYear::Cycle, ExtensionEffect::LaterYearsMove) => (false, false),
        };
        let yearly = if is_spared || self.is_exempt() { 0 } else { self.regulation.parameters().yearly_hours };
        YearSpan { number, after, to, required: Hours::whole(yearly), made_up }
    }

    /// The calendar years that lie wholly in the unextended cycle: the day before the first, and how many.
    #[cold]
    fn calendar_years(&self) -> (NaiveDate, u32) {
        let (after, end) = (self.after(), self.nominal_end());
        let new_years_eve = |year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        let last = if end == new_years_eve(end.year()) { end.year() } else { end.year() - 1 };
        (new_years_eve(after.year()), u32::try_from(last - after.year()).unwrap_or(0))
    }
}
