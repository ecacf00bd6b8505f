//! The moves of a certificate, a procedure a file.
//!
//! Every move of the public API is strict: it consumes the state and returns the next one, or gives the state back with
//! the first fault. Beside each stands the step it takes, which a history reads in either mode; the rule is written
//! there, once.

pub mod appeal;
pub mod approval;
pub mod deferral;
pub mod education;
pub mod registration;
pub mod revocation;
mod step;
