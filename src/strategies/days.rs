//! Days.

use crate::calendar::date::add_days;
use crate::calendar::day::{FIRST_YEAR, LAST_YEAR};
use chrono::NaiveDate;
use proptest::prelude::*;

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// The days from `first` to `last`, both included; `first` alone where `last` comes before it.
pub fn days_within(first: NaiveDate, last: NaiveDate) -> impl Strategy<Value = NaiveDate> + Clone {
    let span = u32::try_from(last.signed_duration_since(first).num_days()).unwrap_or(0);
    (0..=span).prop_map(move |days| add_days(first, days))
}

/// The days that the wire format can write. Most lie where certificates live, one in eight anywhere.
pub fn days() -> impl Strategy<Value = NaiveDate> + Clone {
    prop_oneof![
        7 => days_within(day(2003, 6, 1), day(2028, 12, 31)),
        1 => days_within(day(FIRST_YEAR, 1, 1), day(LAST_YEAR, 12, 31)),
    ]
}

/// Days with no fellow in other months or years, or on which something turns.
const EDGES: [NaiveDate; 6] =
    [day(2004, 1, 1), day(2004, 2, 29), day(2005, 8, 31), day(2006, 12, 31), day(2008, 2, 29), day(2012, 2, 29)];

/// Days of 2004 to 2020, so that the statutory calendar covers them and some years after. Leap days and the ends of months
/// and years are among them more often than chance would have it.
pub fn covered_days() -> impl Strategy<Value = NaiveDate> + Clone {
    prop_oneof![
        6 => days_within(day(2004, 1, 1), day(2020, 12, 31)),
        2 => proptest::sample::select(&EDGES[..]),
    ]
}
