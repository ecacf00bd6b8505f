//! What if: hypothetical events and entries, records struck, another law, other readings; and what they would change.
//!
//! Everything goes the way that real events and entries go. A [`Hypothesis`] is thought into an opened certificate and
//! gives another one, which is asked like any. All that is answered on a day is a [`Situation`], and of two of them there
//! is a [`Difference`]. An [`Inquiry`] turns the open points and looks for the smallest sets of them that change a
//! conclusion, or tells that none does.

pub(crate) mod asked;
pub(crate) mod change;
pub(crate) mod claim;
pub(crate) mod conclusion;
pub(crate) mod difference;
pub(crate) mod hypothesis;
pub(crate) mod inquiry;
mod relevance;
pub(crate) mod search;
pub(crate) mod situation;
mod turning;

pub use asked::Asked;
pub use change::Change;
pub use claim::Unanimous;
pub use conclusion::Conclusion;
pub use difference::Difference;
pub use hypothesis::Hypothesis;
pub use inquiry::Inquiry;
pub use search::{Flip, Search, Shift};
pub use situation::Situation;
