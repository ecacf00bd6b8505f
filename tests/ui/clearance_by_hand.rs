//! The proof can only be had from a verdict that is met.

use ruankao::lifecycle::{At, Cleared, UnderReview};

fn forge<'f>(review: At<'f, UnderReview>) -> Cleared<'f> {
    Cleared { review }
}

fn main() {}
