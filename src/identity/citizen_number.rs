//! The number of a Chinese citizen, GB 11643.

use crate::calendar::day::literal;
use crate::identity::check_character::mod_11_2;
use crate::identity::in_use::InUse;
use crate::identity::masked::Masked;
use crate::identity::number::{Ascii, decimal, first_misfit, personal_text};
use crate::identity::province::Province;
use crate::identity::sex::Sex;
use crate::naming::shown::Seen;
use chrono::NaiveDate;
use core::iter::once;
use thiserror::Error;

/// A citizen number (公民身份号码): 18 characters of GB 11643-1999, or the 15 digits used before.
///
/// It always names a region, a real day of birth and a sex, and an 18-character number carries the right check digit.
/// `==` compares the numbers as written; [`same_number`](Self::same_number) sees through the two forms.
///
/// `Debug` and `Display` show the county (six digits) and the last character, which is what it takes to tell two papers
/// on one desk apart; the birth date and the rest of the sequence are stars. Serialising writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{CitizenNumber, CitizenNumberError, Sex};
///
/// let number = CitizenNumber::parse("11010519491231002X")?;
/// assert_eq!(number.birth().to_string(), "1949-12-31");
/// assert_eq!(number.sex(), Sex::Female);
/// assert_eq!(number.to_string(), "110105***********X");
///
/// let mistyped = CitizenNumber::parse("110105194912310021");
/// assert_eq!(mistyped, Err(CitizenNumberError::CheckDigit { found: '1', expected: 'X' }));
/// # Ok::<(), CitizenNumberError>(())
/// ```
///
/// # References
///
/// GB 11643-1999; State Council decision 国发\[1999\]15号; the law on resident identity cards (2011), arts. 3 and 23.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CitizenNumber {
    text: Ascii<18>,
    region: Province,
    birth: NaiveDate,
    sex: Sex,
}

/// Why a text is no citizen number: the first check that failed, in this order.
///
/// No variant holds, and no message prints, the number itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CitizenNumberError {
    /// It has neither 15 nor 18 characters.
    #[error("the citizen number has `{length}` characters; expected 18, or 15 for a number of the old form")]
    Length {
        /// How many characters it has.
        length: usize,
    },
    /// Something in it is no digit, nor an `X` in the 18th place.
    #[error(
        "character {position} of the citizen number is `{}`; expected a digit, or a capital `X` in the 18th place",
        Seen(*.found)
    )]
    Characters {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// The first two digits are no province-level code.
    #[error("the citizen number begins with `{code:02}`; expected a province-level code, such as `11` or `31`")]
    Region {
        /// The two digits.
        code: u8,
    },
    /// There is no such day of birth.
    #[error("the birth date in the citizen number is `{year:04}-{month:02}-{day:02}`; expected a day that exists")]
    BirthDate {
        /// The year; that of an old number is in the 1900s.
        year: u16,
        /// The month.
        month: u8,
        /// The day of the month.
        day: u8,
    },
    /// The last character does not belong to the 17 before it.
    #[error(
        "the citizen number ends in `{found}`; expected `{expected}` after these 17 digits; look for a typing error"
    )]
    CheckDigit {
        /// The last character.
        found: char,
        /// What it would have to be.
        expected: char,
    },
}

impl CitizenNumberError {
    /// The code on the wire, as `check_digit`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::CitizenNumber;
    ///
    /// let code = |number| CitizenNumber::parse(number).err().map(|error| error.code());
    /// assert_eq!(code("110105490229002"), Some("birth_date"));
    /// assert_eq!(code("110105480229002"), None);
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Characters { .. } => "characters",
            Self::Region { .. } => "region",
            Self::BirthDate { .. } => "birth_date",
            Self::CheckDigit { .. } => "check_digit",
        }
    }
}

const OLD_LENGTH: usize = 15;
const LENGTH: usize = 18;
/// The century that a number of the old form leaves out.
const OLD_CENTURY: &[u8] = b"19";
/// Residence permits give Taiwan this code, where GB/T 2260 has 71.
const TAIWAN_ON_PERMITS: u8 = 83;

/// Cards of the first generation, all cards with a number of the old form among them, ceased on 2013-01-01 (art. 23).
const OLD_FORM: InUse = InUse { first_day: None, last_day: Some(literal(2012, 12, 31)) };
/// The day GB 11643-1999 came into force; the State Council had it used throughout from 1999-10-01.
const FORM: InUse = InUse::since(literal(1999, 7, 1));

impl CitizenNumber {
    /// Reads a number of either form; nothing else is one, not even with a space around it.
    ///
    /// # Errors
    ///
    /// In this order: [`Length`](CitizenNumberError::Length) for 17 characters;
    /// [`Characters`](CitizenNumberError::Characters) for a letter O, or a small `x` at the end;
    /// [`Region`](CitizenNumberError::Region) for a number that begins with `99`;
    /// [`BirthDate`](CitizenNumberError::BirthDate) for 29 February 1949, or the year 0000;
    /// [`CheckDigit`](CitizenNumberError::CheckDigit) for a digit mistyped.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{CitizenNumber, CitizenNumberError};
    ///
    /// // Born in 1880: one of the two examples that the standard prints.
    /// assert!(CitizenNumber::parse("440524188001010014").is_ok());
    /// assert_eq!(CitizenNumber::parse("990524188001010014"), Err(CitizenNumberError::Region { code: 99 }));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CitizenNumberError> {
        let length = text.chars().count();
        if length != OLD_LENGTH && length != LENGTH {
            return Err(CitizenNumberError::Length { length });
        }
        let fits = |position, character: char| character.is_ascii_digit() || (position == LENGTH && character == 'X');
        if let Some((position, found)) = first_misfit(text, fits) {
            return Err(CitizenNumberError::Characters { position, found });
        }
        let text = Ascii::new(text.bytes());
        let body = body(&text);
        let [r1, r2, _, _, _, _, y1, y2, y3, y4, m1, m2, d1, d2, _, _, sequence] = body;
        let two = |tens, units| (tens & 0x0f) * 10 + (units & 0x0f);
        let region = region(two(r1, r2))?;
        let birth = birth(decimal(&[y1, y2, y3, y4]), two(m1, m2), two(d1, d2))?;
        let expected = mod_11_2(body);
        match text.as_str().chars().next_back() {
            Some(found) if length == LENGTH && found != expected => {
                return Err(CitizenNumberError::CheckDigit { found, expected });
            }
            _ => {}
        }
        let sex = if sequence % 2 == 1 { Sex::Male } else { Sex::Female };
        Ok(Self { text, region, birth, sex })
    }

    /// The day of birth; of an old number in the years 1900 to 1999.
    #[must_use]
    pub const fn birth(&self) -> NaiveDate {
        self.birth
    }

    /// The sex: odd sequences are male, even ones female.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        self.sex
    }

    /// The province-level division in which the number was given; Taiwan for both 71 and 83.
    #[must_use]
    pub const fn region(&self) -> Province {
        self.region
    }

    /// The first six digits: the county in which the number was given.
    #[must_use]
    pub fn address(&self) -> u32 {
        decimal(self.text.first(6).as_bytes())
    }

    /// Whether it is a number of the old form, with 15 digits.
    #[must_use]
    pub const fn is_old_form(&self) -> bool {
        self.text.len() == OLD_LENGTH
    }

    /// The same number in 18 characters: an old one gets its century and a check digit.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::CitizenNumber;
    ///
    /// let old = CitizenNumber::parse("110105491231002")?;
    /// let new = CitizenNumber::parse("11010519491231002X")?;
    /// assert_ne!(old, new);
    /// assert_eq!(old.upgraded(), new);
    /// assert_eq!(new.upgraded(), new);
    /// # Ok::<(), ruankao::identity::CitizenNumberError>(())
    /// ```
    #[must_use]
    pub fn upgraded(&self) -> Self {
        let body = body(&self.text);
        Self { text: Ascii::new(body.into_iter().chain(once(mod_11_2(body) as u8))), ..*self }
    }

    /// Whether both are one number, in whatever form each is written.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::CitizenNumber;
    ///
    /// let old = CitizenNumber::parse("110105491231002")?;
    /// assert!(old.same_number(&CitizenNumber::parse("11010519491231002X")?));
    /// assert!(!old.same_number(&CitizenNumber::parse("440524188001010014")?));
    /// # Ok::<(), ruankao::identity::CitizenNumberError>(())
    /// ```
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self.upgraded() == other.upgraded()
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

    /// The first six characters and the last; stars between.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(self.exposed(), 6, 1)
    }
}

personal_text!(CitizenNumber, CitizenNumberError, "a citizen number as a string");

/// The 17 digits before the check digit, those of an old number with its century put in.
fn body(text: &Ascii<18>) -> [u8; 17] {
    let century = if text.len() == OLD_LENGTH { OLD_CENTURY } else { &[] };
    let digits = || text.as_str().bytes();
    let mut body = [b'0'; 17];
    for (slot, digit) in body.iter_mut().zip(digits().take(6).chain(century.iter().copied()).chain(digits().skip(6))) {
        *slot = digit;
    }
    body
}

fn region(code: u8) -> Result<Province, CitizenNumberError> {
    if code == TAIWAN_ON_PERMITS {
        return Ok(Province::Taiwan);
    }
    Province::from_code(code).ok_or(CitizenNumberError::Region { code })
}

fn birth(year: u32, month: u8, day: u8) -> Result<NaiveDate, CitizenNumberError> {
    NaiveDate::from_ymd_opt(year.cast_signed(), month.into(), day.into())
        // There was no year 0, though the calendar of the computer has one.
        .filter(|_| year > 0)
        .ok_or(CitizenNumberError::BirthDate { year: u16::try_from(year).unwrap_or(u16::MAX), month, day })
}
