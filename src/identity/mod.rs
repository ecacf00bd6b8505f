//! Who and what the law speaks of.

pub mod body;

pub use body::{BodyId, Listing, Register};
