//! The days of a term are read, and never set.

use chrono::NaiveDate;
use ruankao::lifecycle::Term;

fn lengthen(term: &mut Term, expiry: NaiveDate) {
    term.expiry = expiry;
}

fn main() {}
