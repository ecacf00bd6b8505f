//! Corresponding days.
//!
//! All of these saturate at the ends of what [`NaiveDate`] can hold, some 262,000 years away; within the years 1900 to
//! 2999 that the wire format admits they are exact.

use crate::calendar::day::{FIRST_YEAR, literal};
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

/// The first day of each year that the wire format admits: to work it out would cost more than the rest of adding years.
static FIRST_OF_YEAR: [NaiveDate; 1_100] = {
    let (mut days, mut year) = ([literal(FIRST_YEAR, 1, 1); 1_100], FIRST_YEAR);
    let mut rest = days.as_mut_slice();
    while let [day, others @ ..] = rest {
        *day = literal(year, 1, 1);
        (rest, year) = (others, year + 1);
    }
    days
};

/// The first day of the year some years after another.
#[inline]
fn first_of_year(year: i32, later: u32) -> Option<NaiveDate> {
    let place = i64::from(year) - i64::from(FIRST_YEAR) + i64::from(later);
    let known = usize::try_from(place).ok().and_then(|place| FIRST_OF_YEAR.get(place));
    known.copied().or_else(|| NaiveDate::from_yo_opt(year + later.min(MANY).cast_signed(), 1))
}

/// More months, and so more years, than there are between any two dates.
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

/// Whether `day` is no earlier than [`sub_months`]`(end, months)`: asked without working that day out.
#[inline(always)]
pub(crate) fn is_within_months(day: NaiveDate, end: NaiveDate, months: u32) -> bool {
    /// No month has fewer, and none has more.
    const DAYS_OF_A_MONTH: [i32; 2] = [28, 31];
    let months = months.min(MANY).cast_signed();
    let [fewest, most] = DAYS_OF_A_MONTH.map(|days| months * days);
    // Mostly that is seen by the days between them, of which there are no fewer, and hardly more.
    let days = (end.year() - day.year()) * 365 + end.ordinal().cast_signed() - day.ordinal().cast_signed();
    days < fewest || days <= most && is_near(day, end, months)
}

#[inline(never)]
fn is_near(day: NaiveDate, end: NaiveDate, months: i32) -> bool {
    let month = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
    let (of_day, of_end) = (month(day) + months, month(end));
    of_day > of_end || of_day == of_end && (day.day() >= end.day() || day.month() != next_day(day).month())
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
    /// The place of 29 February in a leap year, and of 1 March in any other.
    const LEAP_DAY: u32 = 60;
    let Some(begin) = first_of_year(day.year(), years) else { return NaiveDate::MAX };
    // From the leap day on, a day of the same name lies a place earlier in a year that has none.
    let later = i32::from(begin.leap_year()) - i32::from(day.leap_year());
    let moved = if day.ordinal() < LEAP_DAY { 0 } else { later };
    begin.with_ordinal(day.ordinal().wrapping_add_signed(moved)).unwrap_or(NaiveDate::MAX)
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
    use super::{add_months, add_years, is_within_months, sub_days, sub_months};
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
    #[cfg_attr(miri, ignore = "every day of four centuries, hours under Miri")]
    fn a_day_is_within_months_from_the_corresponding_day_on() {
        let (begin, end) = (literal(1996, 1, 1), literal(2396, 12, 31));
        for last in begin.iter_days().take_while(|day| *day <= end) {
            for months in [0, 1, 2, 3, 11, 12, 35] {
                let opens = sub_months(last, months);
                for day in opens.iter_days().skip(1).take(3).chain([
                    opens,
                    sub_days(opens, 1),
                    sub_days(last, 28 * months),
                    sub_days(last, 28 * months + 1),
                    sub_days(last, 28 * months + 2),
                    sub_days(opens, 40),
                    sub_days(opens, 400),
                ]) {
                    assert_eq!(is_within_months(day, last, months), opens <= day, "{day} {last} {months}");
                }
            }
        }
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
