//! Identity: numbers, provinces, the catalogue, names, and how each is written and read.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod citizen_number;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod province;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod wire;

use chrono::NaiveDate;

/// A day that exists.
#[cfg(test)]
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
