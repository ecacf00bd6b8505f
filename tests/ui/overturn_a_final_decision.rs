//! A cancellation that was upheld is final.

use chrono::NaiveDate;
use ruankao::lifecycle::{Context, Upheld};

fn overturn(upheld: Upheld, on: NaiveDate, context: &Context<'_>) {
    let _ = upheld.overturn(on, context);
}

fn main() {}
