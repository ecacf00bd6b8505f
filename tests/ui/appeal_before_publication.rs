//! A cancellation can be appealed from its publication.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, Cancelled};

fn appeal(cancelled: At<'_, Cancelled>, on: NaiveDate) {
    let _ = cancelled.appeal(on);
}

fn main() {}
