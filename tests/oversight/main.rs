//! Agencies and training institutions, their teachers, records and powers (47.2, 47.13, 47.14, 48.7 to 48.12).
#![expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]

mod accreditation;
mod directory;
mod powers;
mod profile;
mod records;
mod samples;
mod table;
mod teachers;
mod wire;

use chrono::NaiveDate;

/// A day, written as on the wire.
fn day(text: &str) -> NaiveDate {
    ruankao::calendar::iso::parse(text).unwrap()
}
