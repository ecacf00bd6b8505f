//! Corresponding days.
//!
//! All of these saturate at the ends of what [`NaiveDate`] can hold, some 262,000 years away; within the years 1900 to
//! 2999 that the wire format admits they are exact.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The corresponding day `months` later, or that month's last day where there is none.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::add_months;
/// use ruankao::day;
///
/// assert_eq!(add_months(day!(2008, 1, 31), 1), day!(2008, 2, 29));
/// ```
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// The corresponding day `months` earlier, or that month's last day where there is none.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::sub_months;
/// use ruankao::day;
///
/// assert_eq!(sub_months(day!(2008, 5, 31), 3), day!(2008, 2, 29));
/// ```
#[must_use]
pub fn sub_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
}

/// The corresponding day `years` later, or the month's last day where there is none.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::add_years;
/// use ruankao::day;
///
/// assert_eq!(add_years(day!(2004, 2, 29), 3), day!(2007, 2, 28));
/// assert_eq!(add_years(day!(2004, 2, 29), 4), day!(2008, 2, 29));
/// ```
#[must_use]
pub fn add_years(day: NaiveDate, years: u32) -> NaiveDate {
    let year = day.year().saturating_add_unsigned(years);
    // Only 29 February can be without a corresponding day.
    let last_of_february = || NaiveDate::from_ymd_opt(year, 2, 28);
    day.with_year(year).or_else(last_of_february).unwrap_or(NaiveDate::MAX)
}

/// The day after `day`.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::next_day;
/// use ruankao::day;
///
/// assert_eq!(next_day(day!(2008, 2, 28)), day!(2008, 2, 29));
/// ```
#[must_use]
pub const fn next_day(day: NaiveDate) -> NaiveDate {
    match day.succ_opt() {
        Some(next) => next,
        None => NaiveDate::MAX,
    }
}

/// The day `days` later; the first day is not counted.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::add_days;
/// use ruankao::day;
///
/// assert_eq!(add_days(day!(2007, 9, 3), 30), day!(2007, 10, 3));
/// ```
#[must_use]
pub fn add_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The day `days` earlier.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::sub_days;
/// use ruankao::day;
///
/// assert_eq!(sub_days(day!(2008, 3, 1), 1), day!(2008, 2, 29));
/// ```
#[must_use]
pub fn sub_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}
