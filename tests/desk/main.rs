//! The counter of a registration agency: the form, its checks, the review, the page, the duties, the public record.

#[cfg(test)]
mod duties;

use chrono::NaiveDate;

/// A day that exists.
#[cfg(test)]
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
