//! What if: hypothetical events and entries, other regulations, other readings, and what they would change.
//!
//! Everything goes the way that real events and entries go. A [`Hypothesis`] is added to a history and a ledger; a
//! [`Question`] asked before and after yields a [`Difference`]. An [`Inquiry`] turns the open points and finds the
//! smallest sets of them that change an answer, or proves that none does.

pub(crate) mod answers;
pub(crate) mod asked;
pub(crate) mod change;
pub(crate) mod hypothesis;
pub(crate) mod inquiry;
pub(crate) mod question;
pub(crate) mod relevance;

pub use answers::Answers;
pub use asked::Asked;
pub use change::{Change, Difference};
pub use hypothesis::Hypothesis;
pub use inquiry::{Flip, Inquiry, Outcome, Unanimous};
pub use question::Question;
