//! Corresponding days.
//!
//! All of these saturate at the ends of what [`NaiveDate`] can hold, some 262,000 years away; within the years 1900 to
//! 2999 that the wire format admits they are exact.

use chrono::{Datelike, Days, NaiveDate};

/// The corresponding day a number of months away, or that month's last day where there is none; none beyond what a date can
/// hold. In a quarter of the steps of what `chrono` adds months by: most months away lie in the same year or the next to it.
#[inline]
fn months_away(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let (year, month0) = (day.year(), day.month0().cast_signed() + months);
    let (year, month0) = match month0 {
        0..12 => (year, month0),
        -12..0 => (year - 1, month0 + 12),
        _ => (year + month0.div_euclid(12), month0.rem_euclid(12)),
    };
    let month = month0.cast_unsigned() + 1;
    NaiveDate::from_ymd_opt(year, month, day.day()).or_else(|| last_of_month(year, month))
}

#[cold]
fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

/// More months than there are between any two dates.
const MANY: u32 = 10_000_000;

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
#[inline]
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    months_away(day, months.min(MANY).cast_signed()).unwrap_or(NaiveDate::MAX)
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
#[inline]
pub fn sub_months(day: NaiveDate, months: u32) -> NaiveDate {
    months_away(day, -months.min(MANY).cast_signed()).unwrap_or(NaiveDate::MIN)
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
#[inline]
pub fn add_years(day: NaiveDate, years: u32) -> NaiveDate {
    let year = day.year().saturating_add_unsigned(years);
    // Only 29 February has no corresponding day.
    day.with_year(year).or_else(|| last_of_month(year, 2)).unwrap_or(NaiveDate::MAX)
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
    if days == 0 {
        return day;
    }
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
    if days == 0 {
        return day;
    }
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::{add_months, add_years, sub_months};
    use crate::calendar::day::literal;
    use chrono::{Months, NaiveDate};

    #[test]
    #[cfg_attr(miri, ignore = "every day of eleven centuries, hours under Miri")]
    fn months_are_those_of_chrono_on_every_day() {
        let end = literal(2999, 12, 31);
        for day in literal(1900, 1, 1).iter_days().take_while(|day| *day <= end) {
            for months in [0, 1, 2, 3, 6, 11, 12, 13, 36, 1_199] {
                assert_eq!(
                    Some(add_months(day, months)),
                    day.checked_add_months(Months::new(months)),
                    "{day} {months}"
                );
                assert_eq!(
                    Some(sub_months(day, months)),
                    day.checked_sub_months(Months::new(months)),
                    "{day} {months}"
                );
            }
        }
    }

    #[test]
    #[cfg_attr(miri, ignore = "every day of eleven centuries, hours under Miri")]
    fn years_are_twelve_months_on_every_day() {
        let end = literal(2999, 12, 31);
        for day in literal(1900, 1, 1).iter_days().take_while(|day| *day <= end) {
            for years in [0, 1, 2, 3, 4, 5, 96, 100] {
                let expected = day.checked_add_months(Months::new(years * 12));
                assert_eq!(Some(add_years(day, years)), expected, "{day} {years}");
            }
        }
        assert_eq!(add_years(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(add_years(literal(2004, 2, 29), u32::MAX), NaiveDate::MAX);
    }

    #[test]
    fn months_end_where_days_do() {
        for (day, months) in [(NaiveDate::MAX, 1), (literal(2004, 2, 29), u32::MAX), (NaiveDate::MIN, 7_000_000)] {
            let later = day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
            assert_eq!(add_months(day, months), later);
        }
        for (day, months) in [(NaiveDate::MIN, 1), (literal(2004, 2, 29), u32::MAX), (NaiveDate::MAX, 7_000_000)] {
            let earlier = day.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
            assert_eq!(sub_months(day, months), earlier);
        }
    }
}
