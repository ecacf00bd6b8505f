//! The number of a passport.

use crate::identity::in_use::InUse;
use crate::identity::masked::Masked;
use crate::identity::number::{Ascii, first_misfit, personal_text};
use crate::naming::shown::Seen;
use thiserror::Error;

/// A passport number: one to nine capital letters and digits, which is what ICAO document 9303 allows.
///
/// There is no national pattern, and the number tells nothing of its bearer. With a passport foreigners identify
/// themselves (47.9), and so may Chinese citizens settled abroad (the law on exit and entry, art. 14). `Debug` and
/// `Display` show the first and the last character; serialising writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{Passport, PassportError};
///
/// assert_eq!(Passport::parse("G12345678")?.to_string(), "G*******8");
/// assert_eq!(Passport::parse("G123456789"), Err(PassportError::Length { length: 10 }));
/// # Ok::<(), PassportError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passport {
    text: Ascii<9>,
}

/// Why a text is no passport number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PassportError {
    /// It is empty or too long.
    #[error("the passport number has `{length}` characters; expected 1 to 9")]
    Length {
        /// How many characters it has.
        length: usize,
    },
    /// Something in it is neither a capital letter nor a digit.
    #[error(
        "character {position} of the passport number is `{}`; expected a capital letter or a digit",
        Seen(*.found)
    )]
    Characters {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

impl Passport {
    /// Reads a number; small letters and spaces are refused, not repaired.
    ///
    /// # Errors
    ///
    /// [`Length`](PassportError::Length) for an empty text or ten characters, [`Characters`](PassportError::Characters)
    /// for `g1234567` or `G-123`.
    pub fn parse(text: &str) -> Result<Self, PassportError> {
        let length = text.chars().count();
        if !(1..=9).contains(&length) {
            return Err(PassportError::Length { length });
        }
        match first_misfit(text, |_, character| character.is_ascii_uppercase() || character.is_ascii_digit()) {
            Some((position, found)) => Err(PassportError::Characters { position, found }),
            None => Ok(Self { text: Ascii::new(text.bytes()) }),
        }
    }

    /// Whether both are one number; a renewed passport has another.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self == other
    }

    /// The days on which a passport could be shown: all.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        InUse::ALWAYS
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        self.text.as_str()
    }

    /// The first and the last character with stars between; of a number of fewer than four, stars alone.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(self.exposed(), 1, 1)
    }
}

personal_text!(Passport, PassportError, "a passport number as a string");
