//! Days as numbers: counted from 1970-01-01.

use crate::columns::unread::Broken;
use chrono::{Datelike, NaiveDate};

/// 1900-01-01 and 2999-12-31, the first and the last that the wire can write.
const FIRST: i32 = -25_567;
const LAST: i32 = 376_199;

/// 1970-01-01, counted as chrono counts.
const EPOCH: i32 = 719_163;

/// The day of a number.
#[inline]
pub(super) fn day(number: i32) -> Result<NaiveDate, Broken> {
    if !(FIRST..=LAST).contains(&number) {
        return Err(Broken::NoSuchDay);
    }
    NaiveDate::from_num_days_from_ce_opt(number + EPOCH).ok_or(Broken::NoSuchDay)
}

/// The number of a day, be it one that a column may hold or not.
#[inline]
pub(super) fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - EPOCH
}

#[cfg(test)]
mod tests {
    use super::{FIRST, LAST, day, number};
    use crate::calendar::day::literal;
    use crate::columns::unread::Broken;

    #[test]
    fn a_number_is_its_day() {
        assert_eq!(day(0), Ok(literal(1970, 1, 1)));
        assert_eq!((day(FIRST), day(LAST)), (Ok(literal(1900, 1, 1)), Ok(literal(2999, 12, 31))));
        assert_eq!((day(FIRST - 1), day(LAST + 1)), (Err(Broken::NoSuchDay), Err(Broken::NoSuchDay)));
        for (day, expected) in literal(1900, 1, 1).iter_days().zip(FIRST..=LAST) {
            assert_eq!(number(day), expected, "{day}");
        }
    }
}
