//! What is found when a rule is held against the facts.
//!
//! A [`Finding`] names a rule that is not met, with its clause and the values compared. A [`Verdict`] is nothing but
//! the fold of its findings. A [`Fault`] is the finding that stands against an event.

pub mod code;
pub mod fault;
pub mod language;
pub mod record;
pub mod refused;
pub mod scrutiny;
pub mod value;
pub mod verdict;

pub use code::Code;
pub use fault::Fault;
pub use language::Language;
pub use record::Finding;
pub use refused::{EventFault, Refused};
pub use scrutiny::Mode;
pub use value::{Document, Subject, Value};
pub use verdict::Verdict;
