//! A year and month of birth.

use chrono::{Datelike, NaiveDate};
use core::fmt;

/// The year and month of birth (出生年月), which is all that the form asks for.
///
/// Its month is one of the twelve.
///
/// # Examples
///
/// ```
/// use ruankao::registration::BirthMonth;
/// use ruankao::day;
///
/// let born = BirthMonth::new(1949, 12).unwrap();
/// assert!(born.includes(day!(1949, 12, 31)));
/// assert!(!born.includes(day!(1950, 1, 1)));
/// assert_eq!(BirthMonth::new(1949, 13), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthMonth {
    year: i32,
    month: u32,
}

impl BirthMonth {
    /// A month of a year.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(|_| Self { year, month })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub const fn month(self) -> u32 {
        self.month
    }

    /// Whether a day of birth lies in it.
    #[must_use]
    pub fn includes(self, birth: NaiveDate) -> bool {
        birth.year() == self.year && birth.month() == self.month
    }
}

impl fmt::Display for BirthMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
