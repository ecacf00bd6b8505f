//! A clearance is given for a day and for particulars: the registration takes neither again.

use chrono::NaiveDate;
use ruankao::lifecycle::Cleared;

fn register(cleared: Cleared<'_>, another_day: NaiveDate) {
    let _ = cleared.register(another_day);
}

fn main() {}
