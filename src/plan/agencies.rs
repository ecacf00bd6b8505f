//! Which agencies on a list may act, and when.

use crate::calendar::date::sub_days;
use crate::identity::body::{BodyId, Register};
use crate::plan::days::Days;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The days of `days` on which each listing may act.
fn shared(register: &Register, days: Days) -> impl Iterator<Item = Days> {
    register.listings().iter().filter_map(move |listing| {
        Days::new(listing.approved_on(), listing.withdrawn_on().map(|day| sub_days(day, 1)))?.overlap(days)
    })
}

/// From the first to the last of `days` on which somebody on the list may act; not each day between need be one.
pub(super) fn acting(register: &Register, days: Days) -> Option<Days> {
    let first = first_acting(register, days)?;
    let last = shared(register, days).map(Days::last).reduce(|one, other| one.zip(other).map(|(a, b)| a.max(b)));
    Days::new(first, last?)
}

/// The first of `days` on which somebody on the list may act.
pub(super) fn first_acting(register: &Register, days: Days) -> Option<NaiveDate> {
    shared(register, days).map(Days::first).min()
}

/// Who on the list may act on a day, in order of id.
pub(super) fn acting_on(register: &Register, day: NaiveDate) -> Vec<BodyId> {
    let acting = register.listings().iter().filter(|listing| listing.may_act_on(day));
    let mut ids: Vec<BodyId> = acting.map(|listing| listing.id().clone()).collect();
    ids.dedup();
    ids
}
