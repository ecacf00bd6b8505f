//! A cancellation can be appealed from its publication.

use chrono::NaiveDate;
use ruankao::lifecycle::Cancelled;

fn appeal(cancelled: Cancelled, on: NaiveDate) {
    let _ = cancelled.appeal(on);
}

fn main() {}
