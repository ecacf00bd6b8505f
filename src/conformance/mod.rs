//! The conformance envelope: cases, questions, answers, and a runner of lines.
//!
//! A system in any language can write cases and read answers; a line in is a line out. The
//! runner, [`run`], is what the `replay` example calls. `docs/wire.md` of the repository tells the whole format.

pub(crate) mod answer;
pub(crate) mod case;
pub(crate) mod coverage;
pub(crate) mod kit;
pub(crate) mod limits;
pub(crate) mod question;
mod question_wire;
mod reading;
pub(crate) mod runner;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod seeded;

pub use answer::{Answer, IdentityAnswer};
pub use case::Case;
pub use coverage::report::{ChoiceCoverage, Coverage, RuleCoverage};
pub use kit::answering::{Answering, Stance};
pub use kit::capability::{Capability, Level};
pub use kit::report::{Difference, Failed, Report};
pub use kit::run::check;
pub use kit::system::{Driven, System};
pub use limits::Limits;
pub use question::{Explained, IdentityNumber, Question};
pub use runner::{Malformed, answer_line, read_case, run, run_with};
pub use seeded::cases::{seeded_cases, seeded_cases_for};
pub use seeded::hostile::{hostile_cases, hostile_cases_for};
