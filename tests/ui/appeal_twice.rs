//! One appeal a cancellation: the first consumes it.

use chrono::NaiveDate;
use ruankao::lifecycle::Published;

fn appeal_twice(published: Published, on: NaiveDate) {
    let _ = published.appeal(on);
    let _ = published.appeal(on);
}

fn main() {}
