//! Many certificates at once.
//!
//! A [`Survey`] asks what a day comes to of one history and ledger after another, without opening each by hand; a
//! [`Tally`] counts. Everything is lazy and takes each certificate by reference. A survey is shared between threads as it
//! is, so that whatever runs iterators in parallel can run it.

pub(crate) mod survey;
pub(crate) mod tally;

pub use survey::{Survey, outcomes};
pub use tally::Tally;
