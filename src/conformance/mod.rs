//! The conformance envelope: cases, questions, answers, and a runner of lines.
//!
//! A system in any language can write cases and read answers; a line in is a line out. The
//! [`runner`] is what the `replay` example calls.

pub mod answer;
pub mod case;
mod plain;
pub mod question;
pub mod runner;

pub use answer::Answer;
pub use case::Case;
pub use question::Question;
pub use runner::{Malformed, answer_line};
