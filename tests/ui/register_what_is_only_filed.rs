//! What is filed is accepted before it is cleared.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, Filed};
use ruankao::registration::Registration;

fn clear(filed: At<'_, Filed>, on: NaiveDate) {
    let _ = filed.clear(on, &Registration::default());
}

fn main() {}
