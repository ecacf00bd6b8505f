//! A lapse is for good.

use chrono::NaiveDate;
use ruankao::lifecycle::{Context, Lapsed};
use ruankao::registration::Acceptance;

fn revive(lapsed: Lapsed, on: NaiveDate, acceptance: &Acceptance, context: &Context<'_>) {
    let _ = lapsed.accept(on, acceptance, context);
}

fn main() {}
