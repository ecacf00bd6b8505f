//! The conformance envelope: cases, questions, answers, and a runner of lines.
//!
//! A system in any language can write cases and read answers; a line in is a line out. The
//! [`runner`] is what the `replay` example calls.

pub(crate) mod answer;
pub(crate) mod case;
pub(crate) mod limits;
pub(crate) mod question;
mod reading;
pub(crate) mod runner;
#[cfg(feature = "schema")]
pub mod schema;

pub use answer::{Answer, IdentityAnswer};
pub use case::Case;
pub use limits::Limits;
pub use question::{IdentityNumber, Question};
pub use runner::{Malformed, answer_line, read_case, run, run_with};
