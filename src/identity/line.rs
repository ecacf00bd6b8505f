//! The one rule for texts that have no form of their own.

use thiserror::Error;

/// Why a name or number on paper was refused: it has to be one line of text, as it stands on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LineError {
    /// There is nothing in it but white space.
    #[error("the text is blank; expected at least one character")]
    Blank,
    /// White space stands before or after it, which would make two texts of one.
    #[error("the text begins or ends with white space; expected it without")]
    SpaceAround,
    /// A control character, such as a tab or a line break, stands in it.
    #[error(
        "character {position} of the text is the control character `{}`; expected one line of text",
        .found.escape_debug()
    )]
    ControlCharacter {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

/// Passes on a text that is one line, not blank, with no white space around it; never changes it.
pub(crate) fn line(text: &str) -> Result<&str, LineError> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(LineError::Blank);
    }
    if trimmed.len() != text.len() {
        return Err(LineError::SpaceAround);
    }
    match (1..).zip(text.chars()).find(|(_, character)| character.is_control()) {
        Some((position, found)) => Err(LineError::ControlCharacter { position, found }),
        None => Ok(text),
    }
}
