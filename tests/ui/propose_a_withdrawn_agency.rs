//! A withdrawal is for good (47.14).

use chrono::NaiveDate;
use ruankao::oversight::{Agency, Withdrawn};

fn propose_a_withdrawn_agency(agency: Withdrawn<Agency>, on: NaiveDate) {
    let _ = agency.propose(on);
}

fn main() {}
