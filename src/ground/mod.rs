//! The grounds on which a registration is deferred (47.8) or the time for education extended (48.6).
//!
//! Both notices list the same grounds but one, in the same order, and ask the same of the absences; the two procedures
//! stand on this one floor and never on each other.

pub(crate) mod absences;
pub(crate) mod claim;

pub use absences::Absences;
pub use claim::{Claim, Ground};
