//! A lapsed certificate may return under a reading, and is neither cancelled nor deferred.

use chrono::NaiveDate;
use ruankao::deferral::Request;
use ruankao::lifecycle::{At, Lapsed};
use ruankao::revocation::Revocation;

fn cancel(lapsed: At<'_, Lapsed>, on: NaiveDate) {
    let _ = lapsed.cancel(on, Revocation::Incapacity);
}

fn defer(lapsed: At<'_, Lapsed>, on: NaiveDate, request: &Request) {
    let _ = lapsed.request_deferral(on, request);
}

fn main() {}
