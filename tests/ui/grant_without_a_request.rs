//! Nothing is pending that could be granted.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, Running};

fn grant(running: At<'_, Running>, on: NaiveDate) {
    let _ = running.grant(on);
}

fn main() {}
