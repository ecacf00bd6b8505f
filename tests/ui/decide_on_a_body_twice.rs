//! One proposal, one decision (47.2).

use chrono::NaiveDate;
use ruankao::oversight::{Agency, Opened};

fn decide_on_a_body_twice(agency: Opened<Agency>, on: NaiveDate) {
    let _ = agency.decline(on);
    let _ = agency.approve(on);
}

fn main() {}
