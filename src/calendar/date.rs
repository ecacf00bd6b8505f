//! Corresponding days.
//!
//! All of these saturate at the ends of what [`NaiveDate`] can hold, some 262,000 years away; within the years 1900 to
//! 2999 that the wire format admits they are exact.

use chrono::{Datelike, Days, NaiveDate};

/// The corresponding day a number of months away, or that month's last day where there is none; none beyond what a date can
/// hold. In a third of the steps of what `chrono` adds months by.
#[inline]
fn months_away(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let counted = day.year() * 12 + day.month0().cast_signed() + months;
    in_month(counted.div_euclid(12), counted.rem_euclid(12), day.day())
}

/// The day of that number in a month, or the month's last where it has none. The month is counted from 0.
#[inline]
fn in_month(year: i32, month0: i32, day: u32) -> Option<NaiveDate> {
    const BEFORE: [u16; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    let month0 = usize::try_from(month0).ok()?;
    let [before, end] = [month0, month0 + 1].map(|month0| BEFORE.get(month0).map_or(0, |&days| u32::from(days)));
    let leap = u32::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let (in_this, in_earlier) = (leap * u32::from(month0 == 1), leap * u32::from(month0 > 1));
    NaiveDate::from_yo_opt(year, before + in_earlier + day.min(end - before + in_this))
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
pub fn add_years(day: NaiveDate, years: u32) -> NaiveDate {
    let (year, was_leap) = (day.year().saturating_add_unsigned(years), day.leap_year());
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    // From 29 February on the days of a leap year count one more.
    let past_february = day.ordinal() > 59;
    let ordinal = day.ordinal() + u32::from(past_february && is_leap) - u32::from(past_february && was_leap);
    // That of 29 February, where there is none or in a leap year again.
    let is_leap_day = was_leap && day.ordinal() == 60;
    let ordinal = if is_leap_day { 59 + u32::from(is_leap) } else { ordinal };
    NaiveDate::from_yo_opt(year, ordinal).unwrap_or(NaiveDate::MAX)
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
