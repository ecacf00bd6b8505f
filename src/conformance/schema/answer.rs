//! The schema of the answers' envelope.

use crate::conformance::answer::Answer;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::JsonSchema;

/// A line that the runner writes.
#[derive(JsonSchema)]
#[schemars(untagged, deny_unknown_fields)]
#[expect(dead_code, reason = "the shape of what the runner writes piece by piece, for its schema alone")]
pub(super) enum AnswerLine {
    /// The answers to a case, one for each question in its order.
    Answered { id: String, answers: Vec<Answer> },
    /// What was wrong with the line of the case, with its id where it gives one.
    Malformed { id: Option<String>, error: Malformed },
}

/// What was wrong with a line.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "as above")]
pub(super) struct Malformed {
    #[schemars(extend("const" = "malformed"))]
    code: String,
    /// The line, the field, and what was expected.
    message: String,
}
