//! Counting days: corresponding days, closed periods, working days.
//!
//! The General Principles of Civil Law (arts. 154 and 155) decide: the day on which a period starts is not counted, and
//! a day stands for its end. Nothing here knows what a certificate is.

pub(crate) mod date;
pub(crate) mod day;
pub mod iso;
pub(crate) mod period;
mod statutory;
#[cfg(feature = "serde")]
mod wire;
pub(crate) mod working_days;
mod year;

pub use date::{add_days, add_months, add_years, next_day, sub_days, sub_months};
pub use day::{DateError, day};
pub use period::{EndsBeforeItBegins, Period, PeriodError};
pub use working_days::{CalendarError, DayKind, Uncovered, WorkCalendar};

/// What [`day!`](crate::day!) writes into other crates.
#[doc(hidden)]
pub mod __private {
    pub use crate::calendar::day::literal;
    pub use chrono::NaiveDate;
}
