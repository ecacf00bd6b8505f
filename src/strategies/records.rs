//! What a register holds: records made late, and struck.

use crate::calendar::date::add_days;
use crate::calendar::day::LAST_YEAR;
use crate::record::{Dated, Record};
use chrono::{Datelike, NaiveDate};
use core::fmt::Debug;
use proptest::prelude::*;

/// When something was recorded after its own day, and struck after that; `None` for on its own day, and for never.
pub(super) type Lateness = (Option<u32>, Option<u32>);

/// Most things are recorded on their own day and never struck.
pub(super) fn lateness() -> impl Strategy<Value = Lateness> {
    let late = proptest::option::weighted(0.15, prop_oneof![1_u32..40, 1_u32..1_500]);
    let struck = proptest::option::weighted(0.1, prop_oneof![0_u32..40, 0_u32..3_000]);
    (late, struck)
}

/// The record of something, so many days late and struck so many after that, as far as the wire can write the days.
pub(super) fn recorded<T: Dated + Clone>(what: T, (late, struck): Lateness) -> Record<T> {
    let written = |day: &NaiveDate| day.year() <= LAST_YEAR;
    let on = what.on();
    let recorded_on = late.map(|days| add_days(on, days)).filter(written).unwrap_or(on);
    // Days are only added, so that none is too early.
    let late = Record::from(what.clone()).recorded_on(recorded_on);
    let mut record = late.unwrap_or_else(|_| Record::from(what));
    if let Some(struck_on) = struck.map(|days| add_days(recorded_on, days)).filter(written) {
        let _ = record.strike(struck_on);
    }
    record
}

/// Records of things, some made late, some struck.
pub fn records<T: Dated + Clone + Debug>(things: impl Strategy<Value = T>) -> impl Strategy<Value = Record<T>> {
    (things, lateness()).prop_map(|(thing, lateness)| recorded(thing, lateness))
}
