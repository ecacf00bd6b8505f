//! An institution is filed before it is inspected (48.8).

use chrono::NaiveDate;
use ruankao::oversight::{AwaitingFiling, Institution};

fn review_before_filing(institution: AwaitingFiling<Institution>, on: NaiveDate) {
    let _ = institution.pass(on);
}

fn main() {}
