//! The proof can only be had from a verdict that is met.

use ruankao::lifecycle::{Cleared, UnderReview};

fn forge(review: UnderReview) -> Cleared {
    Cleared { review }
}

fn main() {}
