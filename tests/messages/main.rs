//! What the crate says. Each sentence names what was given and what was expected.

#[cfg(test)]
mod codes;
#[cfg(test)]
mod errors;

#[cfg(test)]
use chrono::NaiveDate;

/// A day that exists.
#[cfg(test)]
fn day(text: &str) -> NaiveDate {
    ruankao::calendar::iso::parse(text).unwrap()
}
