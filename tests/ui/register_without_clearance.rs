//! The proof that the conditions are met is missing.

use ruankao::lifecycle::{At, UnderReview};

fn register(review: At<'_, UnderReview>) {
    let _ = review.register();
}

fn main() {}
