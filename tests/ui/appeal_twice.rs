//! One appeal a cancellation: the first consumes it.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, Published};

fn appeal_twice(published: At<'_, Published>, on: NaiveDate) {
    let _ = published.appeal(on);
    let _ = published.appeal(on);
}

fn main() {}
