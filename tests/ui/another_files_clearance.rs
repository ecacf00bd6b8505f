//! What is cleared is registered in its own file: no other takes the clearance.

use ruankao::lifecycle::{At, Cleared, UnderReview};

fn register(review: At<'_, UnderReview>, cleared: Cleared<'_>) {
    let _ = review.register(cleared);
}

fn main() {}
