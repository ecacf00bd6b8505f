//! Nothing can happen to a certificate that is outside the regime.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, NotSubject};
use ruankao::revocation::Revocation;

fn cancel(outside: At<'_, NotSubject>, on: NaiveDate) {
    let _ = outside.cancel(on, Revocation::Incapacity);
}

fn main() {}
