//! Working days: Monday to Friday, less the statutory holidays, plus the make-up working days.

use crate::calendar::day::{FIRST_YEAR, LAST_YEAR};
use crate::calendar::statutory::STATUTORY;
use crate::calendar::year::YearDays;
use crate::naming::table::named;
use alloc::collections::BTreeMap;
use chrono::{Datelike, NaiveDate, Weekday};
use thiserror::Error;

/// Which days are worked, year by year.
///
/// A year is either covered whole or not at all; asking about a year that is not covered is an error that names it,
/// never a guess. Written out it is a list of years, `{"year", "days": [{"on", "kind"}]}`, each with the days that differ
/// from plain Monday to Friday.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::{DayKind, Uncovered, WorkCalendar};
/// use ruankao::day;
///
/// let calendar = WorkCalendar::statutory();
/// // A Saturday, worked to make up for New Year 2006.
/// assert_eq!(calendar.is_working_day(day!(2005, 12, 31)), Ok(true));
/// assert_eq!(calendar.is_working_day(day!(2027, 1, 4)), Err(Uncovered { year: 2027 }));
///
/// // The arrangements for another year, once they are known.
/// let calendar = calendar.with_year(2027, [(day!(2027, 1, 1), DayKind::Holiday)])?;
/// assert_eq!(calendar.is_working_day(day!(2027, 1, 4)), Ok(true));
/// # Ok::<(), ruankao::calendar::CalendarError>(())
/// ```
#[derive(Clone, Debug)]
pub struct WorkCalendar {
    /// Years that were compiled in, in order, each once.
    table: &'static [YearDays],
    /// Years of the user's own, which come before those of the table.
    own: BTreeMap<i32, YearDays>,
}

named! {
    /// How a day differs from plain Monday to Friday.
    pub enum DayKind: "kind of day" {
        /// A day off, whatever the weekday.
        Holiday = "holiday", "holiday", "放假";
        /// A day worked, whatever the weekday.
        MakeupWorkday = "makeup_workday", "make-up working day", "调休上班";
    }
}

/// A year that the calendar in use does not cover (`calendar_uncovered`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[error("the working-day calendar does not cover the year `{year}`; supply that year's arrangements")]
pub struct Uncovered {
    /// The first year that had to be looked up and was not there.
    pub year: i32,
}

/// Why a calendar of the user's own was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// A day was listed for a year it does not lie in.
    #[error("`{day}` does not lie in the year `{year}`; list each day under its own year")]
    OtherYear {
        /// The day listed.
        day: NaiveDate,
        /// The year it was listed for.
        year: i32,
    },
    /// A day was listed twice.
    #[error("`{day}` is listed twice; list each day once")]
    Repeated {
        /// The day listed.
        day: NaiveDate,
    },
    /// A day was listed that the wire format could not write.
    #[error("`{day}` cannot be listed; expected a day from 1900-01-01 to 2999-12-31")]
    OutOfRange {
        /// The day listed.
        day: NaiveDate,
    },
    /// A single day was changed in a year that is not covered.
    #[error(transparent)]
    Uncovered(#[from] Uncovered),
}

impl WorkCalendar {
    /// The calendar of the State Council's arrangements, 2004 to 2026.
    #[must_use]
    pub const fn statutory() -> Self {
        Self { table: &STATUTORY, own: BTreeMap::new() }
    }

    /// A calendar that covers no year.
    #[must_use]
    pub const fn empty() -> Self {
        Self { table: &[], own: BTreeMap::new() }
    }

    /// The same calendar with `year` covered: Monday to Friday, but for the days listed. What it knew of that year
    /// before is replaced.
    ///
    /// # Errors
    ///
    /// [`CalendarError::OtherYear`] and [`CalendarError::Repeated`] for a day that is listed in the wrong place or twice,
    /// [`CalendarError::OutOfRange`] for one outside the years 1900 to 2999. A year with no day listed may be any.
    pub fn with_year(
        mut self,
        year: i32,
        differing: impl IntoIterator<Item = (NaiveDate, DayKind)>,
    ) -> Result<Self, CalendarError> {
        let mut days = YearDays::plain(year);
        let mut listed = YearDays { year, worked: [0; 6] };
        for (day, kind) in differing {
            if day.year() != year {
                return Err(CalendarError::OtherYear { day, year });
            }
            listable(day)?;
            if listed.is_worked(day.ordinal0()) {
                return Err(CalendarError::Repeated { day });
            }
            listed.set(day.ordinal0(), true);
            days.set(day.ordinal0(), kind == DayKind::MakeupWorkday);
        }
        self.own.insert(year, days);
        Ok(self)
    }

    /// The same calendar with one day changed: a local holiday, or a correction within a covered year.
    ///
    /// # Errors
    ///
    /// [`CalendarError::Uncovered`] where the day's year is not covered, [`CalendarError::OutOfRange`] for a day outside
    /// the years 1900 to 2999.
    pub fn with_day(mut self, day: NaiveDate, kind: DayKind) -> Result<Self, CalendarError> {
        let year = day.year();
        let mut days = *self.year(year)?;
        listable(day)?;
        days.set(day.ordinal0(), kind == DayKind::MakeupWorkday);
        self.own.insert(year, days);
        Ok(self)
    }

    /// The years it covers, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.known().map(|known| known.year)
    }

    /// What is known, in order of year.
    fn known(&self) -> impl Iterator<Item = &YearDays> {
        let mut table = self.table.iter().filter(|known| !self.own.contains_key(&known.year)).peekable();
        let mut own = self.own.values().peekable();
        core::iter::from_fn(move || match (table.peek(), own.peek()) {
            (Some(in_table), Some(of_own)) if in_table.year < of_own.year => table.next(),
            (_, Some(_)) => own.next(),
            (_, None) => table.next(),
        })
    }

    /// The days of a year that differ from plain Monday to Friday, in order; none of a year that is not covered.
    pub fn differing(&self, year: i32) -> impl Iterator<Item = (NaiveDate, DayKind)> {
        let days = (1..=366).map_while(move |ordinal| NaiveDate::from_yo_opt(year, ordinal));
        days.filter_map(|on| {
            let plain = !matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
            match (plain, self.is_working_day(on).ok()?) {
                (true, false) => Some((on, DayKind::Holiday)),
                (false, true) => Some((on, DayKind::MakeupWorkday)),
                (true, true) | (false, false) => None,
            }
        })
    }

    /// Whether `year` is covered.
    #[must_use]
    pub fn covers(&self, year: i32) -> bool {
        self.year(year).is_ok()
    }

    /// Whether `day` is worked.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the day's year is not covered.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, Uncovered> {
        Ok(self.year(day.year())?.is_worked(day.ordinal0()))
    }

    fn year(&self, year: i32) -> Result<&YearDays, Uncovered> {
        let in_table = || self.table.binary_search_by_key(&year, |known| known.year).ok();
        let compiled_in = || in_table().and_then(|at| self.table.get(at));
        self.own.get(&year).or_else(compiled_in).ok_or(Uncovered { year })
    }

    /// The first working day not before `day`.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a year that has to be looked at is not covered.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::calendar::WorkCalendar;
    /// use ruankao::day;
    ///
    /// // 2007-10-03 lies in the National Day holiday.
    /// assert_eq!(WorkCalendar::statutory().roll(day!(2007, 10, 3)), Ok(day!(2007, 10, 8)));
    /// ```
    pub fn roll(&self, day: NaiveDate) -> Result<NaiveDate, Uncovered> {
        self.nth_working_day_from(day, 1)
    }

    /// The `n`-th working day after `day`, which itself is not counted; `day` where `n` is zero.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where a year that has to be looked at is not covered.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::calendar::WorkCalendar;
    /// use ruankao::day;
    ///
    /// let due = WorkCalendar::statutory().nth_working_day_after(day!(2005, 12, 12), 15);
    /// assert_eq!(due, Ok(day!(2005, 12, 31)));
    /// ```
    pub fn nth_working_day_after(&self, day: NaiveDate, n: u32) -> Result<NaiveDate, Uncovered> {
        if n == 0 {
            return Ok(day);
        }
        // Past the last day there is, no calendar covers anything.
        self.nth_working_day_from(day.succ_opt().ok_or(Uncovered { year: day.year() })?, n)
    }

    /// The `n`-th working day from `day` on, which is counted where it is worked; `n` is not zero. Costs a step a year.
    fn nth_working_day_from(&self, day: NaiveDate, n: u32) -> Result<NaiveDate, Uncovered> {
        let (mut from, mut left) = (day, n);
        loop {
            let year = self.year(from.year())?;
            match year.nth_worked(from.ordinal0(), left) {
                Ok(ordinal0) => return from.with_ordinal0(ordinal0).ok_or(Uncovered { year: from.year() }),
                Err(worked) => left -= worked,
            }
            let following = from.year() + 1;
            from = NaiveDate::from_yo_opt(following, 1).ok_or(Uncovered { year: following })?;
        }
    }
}

/// Equal where both cover the same years and say the same of each, wherever they have them from.
impl PartialEq for WorkCalendar {
    fn eq(&self, other: &Self) -> bool {
        self.known().eq(other.known())
    }
}

impl Eq for WorkCalendar {}

impl Default for WorkCalendar {
    fn default() -> Self {
        Self::statutory()
    }
}

/// Refuses a day that the wire format could not write, and so would not be read back.
fn listable(day: NaiveDate) -> Result<(), CalendarError> {
    if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Ok(()) } else { Err(CalendarError::OutOfRange { day }) }
}
