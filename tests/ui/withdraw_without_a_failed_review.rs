//! Nothing is withdrawn before a review was failed and the rectification judged (48.12).

use chrono::NaiveDate;
use ruankao::oversight::{Accredited, Institution};

fn withdraw_without_a_failed_review(institution: Accredited<Institution>, on: NaiveDate) {
    let _ = institution.withdraw(on);
}

fn main() {}
