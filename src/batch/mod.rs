//! Many histories at once.
//!
//! Everything here is lazy and takes each history by reference; beyond what reading a history allocates, which is
//! nothing unless something is wrong with it, nothing is allocated a history.

pub(crate) mod outcomes;
pub(crate) mod tally;

pub use outcomes::{changes, outcomes};
pub use tally::Tally;
