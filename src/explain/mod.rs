//! Explanations: why an answer is what it is, as a tree of reasons.
//!
//! An [`Explanation`] is made of the very findings that decide an answer, never beside them: folding its findings yields
//! the verdict again. Each [`Reason`] names its clause, the readings it relies on with the side taken, and what would
//! mend it by when. Nothing of it is made until it is asked for.

mod cancellation;
mod education;
mod known;
pub(crate) mod reason;
mod refusal;
pub(crate) mod remedy;
mod standing;
pub(crate) mod tree;
#[cfg(feature = "serde")]
mod wire;

pub use reason::{Reason, Statement};
pub use remedy::{Remedy, Time};
pub use tree::Explanation;
