//! One clearance, one registration.

use chrono::NaiveDate;
use ruankao::lifecycle::{Cleared, Context};

fn register_twice(cleared: Cleared, on: NaiveDate, context: &Context<'_>) {
    let _ = cleared.register(on, context);
    let _ = cleared.register(on, context);
}

fn main() {}
