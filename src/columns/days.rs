//! Days as numbers: counted from 1970-01-01.

use crate::calendar::day::{FIRST_YEAR, literal};
use crate::columns::unread::Broken;
use alloc::vec::Vec;
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

/// The day of a number.
#[inline]
pub(super) fn day(number: i32) -> Result<NaiveDate, Broken> {
    if !is_day(number) {
        return Err(Broken::NoSuchDay);
    }
    NaiveDate::from_num_days_from_ce_opt(number + EPOCH).ok_or(Broken::NoSuchDay)
}

/// The days of a column, each worked out once: a register has more events than there are days on which they happened.
#[derive(Debug, Default)]
pub(super) struct Days {
    first: i32,
    days: Vec<NaiveDate>,
}

impl Days {
    /// Those from the first to the last of some numbers, where they are no more than four times as many: to go on by a day is
    /// many times cheaper than to work one out.
    pub(super) fn of(numbers: &[i32]) -> Self {
        let (first, last) =
            numbers.iter().fold((i32::MAX, i32::MIN), |(first, last), &number| (first.min(number), last.max(number)));
        let span = usize::try_from(i64::from(last) - i64::from(first)).unwrap_or(usize::MAX);
        match (day(first), day(last)) {
            (Ok(begin), Ok(end)) if span / 4 < numbers.len() => {
                Self { first, days: begin.iter_days().take_while(|day| *day <= end).collect() }
            }
            _ => Self::default(),
        }
    }

    /// The day of a number, where there is such a day.
    #[inline]
    pub(super) fn day(&self, number: i32) -> Option<NaiveDate> {
        let place = number.wrapping_sub(self.first).cast_unsigned() as usize;
        self.days.get(place).copied().or_else(|| beyond(number))
    }
}

#[cold]
fn beyond(number: i32) -> Option<NaiveDate> {
    day(number).ok()
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
    use super::{Days, FIRST, LAST, day, number};
    use crate::calendar::day::literal;
    use crate::columns::unread::Broken;

    #[test]
    #[cfg_attr(miri, ignore = "every day of eleven centuries, hours under Miri")]
    fn a_number_is_its_day() {
        assert_eq!(day(0), Ok(literal(1970, 1, 1)));
        assert_eq!((day(FIRST), day(LAST)), (Ok(literal(1900, 1, 1)), Ok(literal(2999, 12, 31))));
        assert_eq!((day(FIRST - 1), day(LAST + 1)), (Err(Broken::NoSuchDay), Err(Broken::NoSuchDay)));
        let numbers = [100, 7, 9, 8, 12, 7].map(|number| number % 50);
        for days in [Days::of(&numbers), Days::of(&[8, 7, 9]), Days::of(&[]), Days::of(&[i32::MIN, i32::MAX])] {
            for number in (-3..60).chain([FIRST - 1, FIRST, LAST, LAST + 1, i32::MIN, i32::MAX]) {
                assert_eq!(days.day(number), day(number).ok(), "{number}");
            }
        }
        for (day, expected) in literal(1900, 1, 1).iter_days().zip(FIRST..=LAST) {
            assert_eq!(number(day), expected, "{day}");
        }
    }
}
