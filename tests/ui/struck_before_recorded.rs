//! The days of a record are checked where it is made.

use chrono::NaiveDate;
use ruankao::{Event, Record};

fn record(what: Event, recorded_on: NaiveDate) -> Record<Event> {
    Record { what, recorded_on, struck_on: None }
}

fn main() {}
