//! The rules for texts that have no form of their own: lines of text, and the numbers on papers.

use crate::naming::shown::{Seen, is_hidden, is_of_spelling};
use alloc::string::String;
use thiserror::Error;

/// The most characters of a number on a paper.
const MOST_OF_A_NUMBER: usize = 64;
/// The most characters of a name.
const MOST_OF_A_NAME: usize = 200;
/// The most characters of any other line of text.
const MOST_OF_A_LINE: usize = 2000;

/// Why a name or number on paper was refused: it has to be one line of text, as it stands on the paper.
///
/// No variant holds, and no message prints, more of the text than one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LineError {
    /// There is nothing in it but white space.
    #[error("the text is blank; expected at least one character")]
    Blank,
    /// White space stands before or after it, which would make two texts of one.
    #[error("the text begins or ends with white space; expected it without")]
    SpaceAround,
    /// It is longer than any such text.
    #[error("the text has `{length}` characters; expected `{most}` at most")]
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        most: usize,
    },
    /// A control character, such as a tab or a line break, stands in it.
    #[error("character {position} of the text is the control character `{}`; expected one line of text", Seen(*.found))]
    ControlCharacter {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// A character that cannot be seen, or turns the direction of writing, stands in it: two texts would look the same.
    #[error("character {position} of the text is `{}`, which cannot be seen; expected it without", Seen(*.found))]
    HiddenCharacter {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

/// Passes on a text that is a line, as [`line`] has it, and no longer than a name; never changes it.
pub(crate) fn name(text: &str) -> Result<&str, LineError> {
    bounded(text, MOST_OF_A_NAME, |character| is_hidden(character) && !is_of_spelling(character))
}

/// Passes on a text that is one line of bounded length, not blank, with no white space around it and nothing hidden in it
/// but what belongs to spelling; never changes it.
pub(crate) fn line(text: &str) -> Result<&str, LineError> {
    bounded(text, MOST_OF_A_LINE, |character| is_hidden(character) && !is_of_spelling(character))
}

/// Takes the number on a paper: a line with nothing hidden in it and no white space but plain spaces, whose full-width
/// forms are [folded](fold) first.
pub(crate) fn number(text: &str) -> Result<String, LineError> {
    let (length, most) = (text.chars().count(), MOST_OF_A_NUMBER);
    let folded = if length > most { return Err(LineError::TooLong { length, most }) } else { fold(text) };
    bounded(&folded, most, |character| is_hidden(character) || (character.is_whitespace() && character != ' '))?;
    Ok(folded)
}

/// The text with the full-width forms of ASCII, as Chinese keyboards type them, in the plain forms: `０５３１` is `0531`.
///
/// It has as many characters as before.
pub(crate) fn fold(text: &str) -> String {
    const OFFSET: u32 = '！' as u32 - '!' as u32;
    let plain = |character| match character {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(character as u32 - OFFSET).unwrap_or(character),
        _ => character,
    };
    text.chars().map(plain).collect()
}

fn bounded(text: &str, most: usize, is_refused: impl Fn(char) -> bool) -> Result<&str, LineError> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(LineError::Blank);
    }
    if trimmed.len() != text.len() {
        return Err(LineError::SpaceAround);
    }
    let length = text.chars().count();
    if length > most {
        return Err(LineError::TooLong { length, most });
    }
    match (1..).zip(text.chars()).find(|&(_, character)| is_refused(character)) {
        Some((position, found)) if found.is_control() => Err(LineError::ControlCharacter { position, found }),
        Some((position, found)) => Err(LineError::HiddenCharacter { position, found }),
        // Joiners and selectors alone are nothing either.
        None if text.chars().all(|character| is_hidden(character) || character.is_whitespace()) => {
            Err(LineError::Blank)
        }
        None => Ok(text),
    }
}
