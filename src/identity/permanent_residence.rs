//! The number of a foreigner's permanent residence card.

use crate::calendar::day::literal;
use crate::identity::check_character::mod_11_2;
use crate::identity::in_use::InUse;
use crate::identity::masked::Masked;
use crate::identity::number::{Ascii, decimal, first_misfit, personal_text};
use crate::naming::shown::Seen;
use chrono::NaiveDate;
use thiserror::Error;

/// The number of a foreigner's permanent residence card (外国人永久居留身份证): three letters and twelve digits on the card
/// of 2017; on that of 2023 eighteen characters that begin with 9 and end in the check digit of a citizen number.
///
/// Nothing else inside the number is tested, for its make-up beyond that is not in the rule that was at hand. `Debug`
/// and `Display` show the first three characters and the last two; serialising writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{PermanentResidenceCard, PermanentResidenceCardError};
///
/// let card = PermanentResidenceCard::parse("911124198108030024")?;
/// assert_eq!(card.to_string(), "911*************24");
///
/// let mistyped = PermanentResidenceCard::parse("911124198108030023");
/// assert_eq!(mistyped, Err(PermanentResidenceCardError::CheckDigit { found: '3', expected: '4' }));
/// # Ok::<(), PermanentResidenceCardError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PermanentResidenceCard {
    text: Ascii<18>,
}

/// Why a text is no number of a permanent residence card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PermanentResidenceCardError {
    /// It has neither 15 nor 18 characters.
    #[error("the permanent residence card's number has `{length}` characters; expected 18, or 15 on a card of 2017")]
    Length {
        /// How many characters it has.
        length: usize,
    },
    /// A character does not fit its place in a number of that length.
    #[error(
        "character {position} of the permanent residence card's number is `{}`; expected {}",
        Seen(*.found),
        expected(*.length, *.position)
    )]
    Characters {
        /// How many characters the number has: 15 or 18.
        length: usize,
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// The last of 18 characters does not belong to the 17 before it.
    #[error("the permanent residence card's number ends in `{found}`; expected `{expected}` after these 17 digits")]
    CheckDigit {
        /// The last character.
        found: char,
        /// What it would have to be.
        expected: char,
    },
}

const OLD_LENGTH: usize = 15;
const LENGTH: usize = 18;

/// The year is known, the day is not.
const OLD_FORM: InUse = InUse::since(literal(2017, 1, 1));
/// The day from which the card of 2023 was issued; those of 2017 stayed good.
const FORM: InUse = InUse::since(literal(2023, 12, 1));

impl PermanentResidenceCard {
    /// Reads a number of either card.
    ///
    /// # Errors
    ///
    /// [`Length`](PermanentResidenceCardError::Length) for 17 characters;
    /// [`Characters`](PermanentResidenceCardError::Characters) for 15 that begin with two letters, or 18 that do not
    /// begin with 9; [`CheckDigit`](PermanentResidenceCardError::CheckDigit) for a digit mistyped among 18.
    pub fn parse(text: &str) -> Result<Self, PermanentResidenceCardError> {
        let length = text.chars().count();
        if length != OLD_LENGTH && length != LENGTH {
            return Err(PermanentResidenceCardError::Length { length });
        }
        let fits = |position, character: char| match (length, position) {
            (OLD_LENGTH, 1..=3) => character.is_ascii_uppercase(),
            (LENGTH, 1) => character == '9',
            (LENGTH, LENGTH) => character.is_ascii_digit() || character == 'X',
            _ => character.is_ascii_digit(),
        };
        if let Some((position, found)) = first_misfit(text, fits) {
            return Err(PermanentResidenceCardError::Characters { length, position, found });
        }
        let expected = mod_11_2(text.bytes().take(LENGTH - 1));
        match text.chars().next_back() {
            Some(found) if length == LENGTH && found != expected => {
                Err(PermanentResidenceCardError::CheckDigit { found, expected })
            }
            _ => Ok(Self { text: Ascii::new(text.bytes()) }),
        }
    }

    /// Whether the number is that of a card of 2017, with 15 characters.
    #[must_use]
    pub const fn is_old_form(&self) -> bool {
        self.text.len() == OLD_LENGTH
    }

    /// The day of birth, where the number tells it: characters 7 to 14 of 18, if they name a day.
    ///
    /// That they do is common knowledge and holds for the specimen; the official layout was not at hand, so a number
    /// without a day there is no fault.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::PermanentResidenceCard;
    ///
    /// let birth = |text| PermanentResidenceCard::parse(text).map(|card| card.birth().map(|day| day.to_string()));
    /// assert_eq!(birth("911124198108030024")?.as_deref(), Some("1981-08-03"));
    /// assert_eq!(birth("CAN110081080302")?, None);
    /// # Ok::<(), ruankao::identity::PermanentResidenceCardError>(())
    /// ```
    #[must_use]
    pub fn birth(&self) -> Option<NaiveDate> {
        match self.exposed().as_bytes() {
            [_, _, _, _, _, _, y1, y2, y3, y4, m1, m2, d1, d2, _, _, _, _] => {
                let year = decimal(&[*y1, *y2, *y3, *y4]);
                NaiveDate::from_ymd_opt(year.cast_signed(), decimal(&[*m1, *m2]), decimal(&[*d1, *d2]))
                    .filter(|_| year > 0)
            }
            _ => None,
        }
    }

    /// Whether both are one number; the two cards of one person bear different ones, which do not tell.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self == other
    }

    /// The days on which a card with a number of this form could be shown.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        if self.is_old_form() { OLD_FORM } else { FORM }
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        self.text.as_str()
    }

    /// The first three characters and the last two; stars between.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(self.exposed(), 3, 2)
    }
}

personal_text!(PermanentResidenceCard, PermanentResidenceCardError, "a permanent residence card's number as a string");

const fn expected(length: usize, position: usize) -> &'static str {
    match (length, position) {
        (OLD_LENGTH, 1..=3) => "a capital letter in the first three places",
        (LENGTH, 1) => "`9` in the first place",
        (LENGTH, LENGTH) => "a digit or a capital `X` in the last place",
        _ => "a digit",
    }
}
