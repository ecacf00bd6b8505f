//! A day by its numbers: written out in a program, or given while it runs.

use chrono::NaiveDate;
use thiserror::Error;

/// The first year a day may lie in.
pub const FIRST_YEAR: i32 = 1900;
/// The last year a day may lie in.
pub const LAST_YEAR: i32 = 2999;

/// Why a text or three numbers are no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DateError {
    /// The text is not four digits, two digits and two digits with hyphens between.
    #[error("expected a date written as YYYY-MM-DD")]
    Form,
    /// There is no such day in the Gregorian calendar.
    #[error("there is no such day; expected a day of the Gregorian calendar")]
    NoSuchDay,
    /// The day lies outside the years the format admits.
    #[error("expected a day from 1900-01-01 to 2999-12-31")]
    OutOfRange,
}

/// The day of this year, month and day of the month, where the numbers are known only while the program runs.
///
/// One that is written out in a program is better made by [`day!`](crate::day!), which cannot fail.
///
/// # Errors
///
/// [`DateError::NoSuchDay`] for 2005, 2, 29 and [`DateError::OutOfRange`] for 1899, 12, 31.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::{DateError, day};
///
/// assert_eq!(day(2004, 2, 29), Ok(ruankao::day!(2004, 2, 29)));
/// assert_eq!(day(2005, 2, 29), Err(DateError::NoSuchDay));
/// ```
pub const fn day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        None => Err(DateError::NoSuchDay),
        Some(_) if year < FIRST_YEAR || LAST_YEAR < year => Err(DateError::OutOfRange),
        Some(day) => Ok(day),
    }
}

/// A day written out in a program; only ever evaluated while compiling.
#[expect(clippy::panic, reason = "evaluated while compiling, where a panic is a compile error")]
#[track_caller]
pub const fn literal(year: i32, month: u32, day: u32) -> NaiveDate {
    match self::day(year, month, day) {
        Ok(day) => day,
        Err(DateError::OutOfRange) => panic!("expected a day from 1900-01-01 to 2999-12-31"),
        Err(_) => panic!("there is no such day; expected a day of the Gregorian calendar"),
    }
}

/// A day written out: year, month and day of the month, as a [`NaiveDate`](chrono::NaiveDate).
///
/// It is checked while compiling: what is no day from 1900-01-01 to 2999-12-31 does not compile. For numbers that are
/// known only while the program runs there is [`calendar::day`](crate::calendar::day()).
///
/// # Examples
///
/// ```
/// use ruankao::day;
///
/// assert_eq!(day!(2005, 3, 10).to_string(), "2005-03-10");
/// ```
///
/// There was no 29 February in 2005:
///
/// ```compile_fail
/// ruankao::day!(2005, 2, 29);
/// ```
#[macro_export]
macro_rules! day {
    ($year:expr, $month:expr, $day:expr $(,)?) => {{
        // A constant of its own is evaluated wherever it stands, in code that never runs too.
        const RUANKAO_DAY: $crate::calendar::__private::NaiveDate =
            $crate::calendar::__private::literal($year, $month, $day);
        RUANKAO_DAY
    }};
}
