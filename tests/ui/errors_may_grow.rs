//! Errors may grow: a match on one has an arm for those to come.

use ruankao::regulation::HoursError;

fn is_too_much(error: HoursError) -> bool {
    match error {
        HoursError::TooMany => true,
        HoursError::Negative | HoursError::NotTenths => false,
    }
}

fn main() {}
