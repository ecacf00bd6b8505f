//! Nothing can happen to a certificate that was approved before the regime.

use chrono::NaiveDate;
use ruankao::lifecycle::{Context, NotSubject};
use ruankao::revocation::Revocation;

fn cancel(outside: NotSubject, on: NaiveDate, context: &Context<'_>) {
    let _ = outside.cancel(on, Revocation::Incapacity, context);
}

fn main() {}
