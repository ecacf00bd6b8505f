//! Days as numbers: counted from 1970-01-01.

use crate::calendar::date::next_day;
use crate::calendar::day::{FIRST_YEAR, literal};
use crate::columns::unread::Broken;
use chrono::{Datelike, NaiveDate};

/// 1900-01-01 and 2999-12-31, the first and the last that the wire can write.
const FIRST: i32 = -25_567;
const LAST: i32 = 376_199;

/// 1970-01-01, counted as chrono counts.
const EPOCH: i32 = 719_163;

/// Whether a number is that of a day.
#[inline]
pub(super) const fn is_day(number: i32) -> bool {
    FIRST <= number && number <= LAST
}

/// The days of the years in which registers have their acts, by number from 1990-01-01: one is looked up many times more
/// cheaply than it is worked out.
static KNOWN: [NaiveDate; 21_915] = {
    let mut day = literal(1990, 1, 1);
    let mut days = [day; 21_915];
    let mut rest = days.as_mut_slice();
    while let [known, others @ ..] = rest {
        *known = day;
        (rest, day) = (others, next_day(day));
    }
    days
};

/// 1990-01-01.
const FIRST_KNOWN: i32 = 7_305;

/// 2049-12-31.
pub(super) const LAST_KNOWN: i32 = 29_219;

/// The day of a number, where it is among those that are known.
#[inline(always)]
pub(super) fn known_day(number: i32) -> Option<NaiveDate> {
    KNOWN.get(number.wrapping_sub(FIRST_KNOWN).cast_unsigned() as usize).copied()
}

/// The day of a number.
#[inline(always)]
pub(super) fn day(number: i32) -> Result<NaiveDate, Broken> {
    known_day(number).map_or_else(|| other(number), Ok)
}

#[cold]
fn other(number: i32) -> Result<NaiveDate, Broken> {
    if !is_day(number) {
        return Err(Broken::NoSuchDay);
    }
    NaiveDate::from_num_days_from_ce_opt(number + EPOCH).ok_or(Broken::NoSuchDay)
}

/// The numbers of the days before the years from 1900 to 2999: one is looked up more cheaply than it is worked out.
static BEFORE_YEAR: [i32; 1_100] = {
    let (mut numbers, mut year, mut number) = ([0; 1_100], FIRST_YEAR, FIRST - 1);
    let mut rest = numbers.as_mut_slice();
    while let [before, others @ ..] = rest {
        *before = number;
        number += if literal(year, 1, 1).leap_year() { 366 } else { 365 };
        (rest, year) = (others, year + 1);
    }
    numbers
};

/// The number of a day, be it one that a column may hold or not.
#[inline]
pub(super) fn number(day: NaiveDate) -> i32 {
    let before = BEFORE_YEAR.get(day.year().wrapping_sub(FIRST_YEAR).cast_unsigned() as usize);
    before.map_or_else(|| day.num_days_from_ce() - EPOCH, |before| before + day.ordinal().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::{FIRST, LAST, day, number};
    use crate::calendar::day::literal;
    use crate::columns::unread::Broken;

    #[test]
    #[cfg_attr(miri, ignore = "every day of eleven centuries, hours under Miri")]
    fn a_number_is_its_day() {
        assert_eq!(day(0), Ok(literal(1970, 1, 1)));
        assert_eq!((day(FIRST), day(LAST)), (Ok(literal(1900, 1, 1)), Ok(literal(2999, 12, 31))));
        assert_eq!((day(FIRST - 1), day(LAST + 1)), (Err(Broken::NoSuchDay), Err(Broken::NoSuchDay)));
        for (expected, number) in literal(1900, 1, 1).iter_days().zip(FIRST..=LAST) {
            assert_eq!(day(number), Ok(expected), "{number}");
        }
        for (day, expected) in literal(1900, 1, 1).iter_days().zip(FIRST..=LAST) {
            assert_eq!(number(day), expected, "{day}");
        }
    }
}
