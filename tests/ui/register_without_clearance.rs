//! The proof that the conditions are met is missing.

use chrono::NaiveDate;
use ruankao::lifecycle::{Context, UnderReview};

fn register(review: UnderReview, on: NaiveDate, context: &Context<'_>) {
    let _ = review.register(on, context);
}

fn main() {}
