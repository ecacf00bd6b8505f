//! Nothing is filed that could be withdrawn; and a request for deferral cannot be.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, DeferralPending, Running};

fn withdraw(running: At<'_, Running>, on: NaiveDate) {
    let _ = running.withdraw(on);
}

fn withdraw_a_request(pending: At<'_, DeferralPending>, on: NaiveDate) {
    let _ = pending.withdraw(on);
}

fn main() {}
