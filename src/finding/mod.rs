//! What is found when a rule is held against the facts.
//!
//! A [`Finding`](crate::Finding) names a rule that is not met, with its clause and the values compared. A
//! [`Verdict`](crate::Verdict) is nothing but the fold of its findings. A [`Fault`] is the finding that stands against an
//! event.

pub(crate) mod code;
mod code_words;
pub(crate) mod fault;
#[expect(clippy::module_inception, reason = "a file is named after the noun that it holds")]
pub(crate) mod finding;
pub(crate) mod refused;
pub(crate) mod scrutiny;
#[cfg(test)]
pub(crate) mod steps;
pub(crate) mod value;
pub(crate) mod verdict;

pub use fault::Fault;
pub use refused::{EventFault, Refused};
pub use value::{Subject, Value};
