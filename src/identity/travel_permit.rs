//! The numbers of travel permits to the mainland.

use crate::calendar::day::literal;
use crate::identity::in_use::InUse;
use crate::identity::masked::Masked;
use crate::identity::number::{Ascii, first_misfit, personal_text};
use crate::identity::province::Province;
use crate::naming::shown::Seen;
use thiserror::Error;

/// The number of a travel permit for residents of Hong Kong and Macao (港澳居民来往内地通行证): `H` or `M`, eight digits held
/// for life, and on the card of 1999 two digits that count its reissues.
///
/// `==` compares the numbers as written; [`same_number`](Self::same_number) compares what is held for life. `Debug` and
/// `Display` show the letter and the last two of the digits held for life; serialising writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{HongKongMacaoPermit, HongKongMacaoPermitError};
///
/// let first = HongKongMacaoPermit::parse("H1234567800")?;
/// assert!(first.same_number(&HongKongMacaoPermit::parse("H1234567803")?));
/// assert!(first.same_number(&HongKongMacaoPermit::parse("H12345678")?));
/// assert!(!first.same_number(&HongKongMacaoPermit::parse("M12345678")?));
/// assert!(HongKongMacaoPermit::parse("K12345678").is_err());
/// # Ok::<(), HongKongMacaoPermitError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HongKongMacaoPermit {
    text: Ascii<11>,
}

/// Why a text is no number of a travel permit for residents of Hong Kong and Macao.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HongKongMacaoPermitError {
    /// It has neither 9 nor 11 characters.
    #[error("the travel permit's number has `{length}` characters; expected 9, or 11 on a card of 1999")]
    Length {
        /// How many characters it has.
        length: usize,
    },
    /// It does not begin with `H` or `M`.
    #[error(
        "the travel permit's number begins with `{}`; expected `H` for Hong Kong or `M` for Macao",
        Seen(*.found)
    )]
    Letter {
        /// The first character.
        found: char,
    },
    /// Something after the letter is no digit.
    #[error("character {position} of the travel permit's number is `{}`; expected a digit", Seen(*.found))]
    Characters {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
}

/// The letter and the digits held for life.
const HONG_KONG_MACAO_LIFELONG: usize = 9;
/// The year is known, the day is not; cards of 1999 stayed good until they expired.
const HONG_KONG_MACAO_OLD_FORM: InUse = InUse::since(literal(1999, 1, 1));
/// The year is known, the day is not.
const HONG_KONG_MACAO_FORM: InUse = InUse::since(literal(2013, 1, 1));

impl HongKongMacaoPermit {
    /// Reads a number of either card.
    ///
    /// # Errors
    ///
    /// [`Length`](HongKongMacaoPermitError::Length) for ten characters, [`Letter`](HongKongMacaoPermitError::Letter)
    /// for `h12345678`, [`Characters`](HongKongMacaoPermitError::Characters) for `H1234567A`.
    pub fn parse(text: &str) -> Result<Self, HongKongMacaoPermitError> {
        let length = text.chars().count();
        if length != HONG_KONG_MACAO_LIFELONG && length != HONG_KONG_MACAO_LIFELONG + 2 {
            return Err(HongKongMacaoPermitError::Length { length });
        }
        let fits = |position, character: char| match position {
            1 => matches!(character, 'H' | 'M'),
            _ => character.is_ascii_digit(),
        };
        match first_misfit(text, fits) {
            Some((1, found)) => Err(HongKongMacaoPermitError::Letter { found }),
            Some((position, found)) => Err(HongKongMacaoPermitError::Characters { position, found }),
            None => Ok(Self { text: Ascii::new(text.bytes()) }),
        }
    }

    /// Where the bearer is from: Hong Kong or Macao.
    #[must_use]
    pub fn region(&self) -> Province {
        if self.exposed().starts_with('H') { Province::HongKong } else { Province::Macao }
    }

    /// Whether the number is that of a card of 1999, which counts its reissues.
    #[must_use]
    pub const fn is_old_form(&self) -> bool {
        self.text.len() > HONG_KONG_MACAO_LIFELONG
    }

    /// Whether both bear the same number for life, whatever the card and its reissue.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self.lifelong() == other.lifelong()
    }

    /// The days on which a card with a number of this form could be shown.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        if self.is_old_form() { HONG_KONG_MACAO_OLD_FORM } else { HONG_KONG_MACAO_FORM }
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        self.text.as_str()
    }

    /// The letter and the last two digits held for life; stars between.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(self.lifelong(), 1, 2)
    }

    fn lifelong(&self) -> &str {
        self.text.first(HONG_KONG_MACAO_LIFELONG)
    }
}

personal_text!(HongKongMacaoPermit, HongKongMacaoPermitError, "a travel permit's number as a string");

/// The number of a travel permit for residents of Taiwan (台湾居民来往大陆通行证): eight digits held for life; on permits issued
/// before 2008-09-25 two more, which count its issues, and mostly the issuer's code in brackets.
///
/// `==` compares the numbers as written; [`same_number`](Self::same_number) compares what is held for life. `Debug` and
/// `Display` show the last two of the digits held for life; serialising writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{TaiwanPermit, TaiwanPermitError};
///
/// let old = TaiwanPermit::parse("0123456702(B)")?;
/// assert!(old.same_number(&TaiwanPermit::parse("01234567")?));
/// assert!(!old.same_number(&TaiwanPermit::parse("01234568")?));
/// // Eight digits were never followed by an issuer.
/// assert_eq!(TaiwanPermit::parse("01234567(B)"), Err(TaiwanPermitError::Issuer));
/// # Ok::<(), TaiwanPermitError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaiwanPermit {
    text: Ascii<16>,
}

/// Why a text is no number of a travel permit for residents of Taiwan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TaiwanPermitError {
    /// It has neither 8 nor 10 characters before the bracket, if there is one.
    #[error(
        "the travel permit's number has `{length}` characters; expected 8, or 10 on a permit issued before 2008-09-25"
    )]
    Length {
        /// How many characters stand before the bracket.
        length: usize,
    },
    /// Something before the bracket is no digit.
    #[error("character {position} of the travel permit's number is `{}`; expected a digit", Seen(*.found))]
    Characters {
        /// The place, counted from 1.
        position: usize,
        /// What stands there.
        found: char,
    },
    /// What is in brackets is no issuer's code, or stands after eight digits.
    #[error(
        "the travel permit's number has a malformed issuer; expected 1 to 4 capitals or digits in brackets after 10 digits"
    )]
    Issuer,
}

/// The digits held for life.
const TAIWAN_LIFELONG: usize = 8;
/// Permits with this number began in May 1992, were issued until 2008-09-24 and good for five years at most.
const TAIWAN_OLD_FORM: InUse = InUse { first_day: Some(literal(1992, 5, 1)), last_day: Some(literal(2013, 9, 24)) };
/// One number for each person, for life.
const TAIWAN_FORM: InUse = InUse::since(literal(2008, 9, 25));

impl TaiwanPermit {
    /// Reads a number of either form; the brackets are the ASCII ones.
    ///
    /// # Errors
    ///
    /// [`Length`](TaiwanPermitError::Length) for nine digits, [`Characters`](TaiwanPermitError::Characters) for
    /// `T1234567`, [`Issuer`](TaiwanPermitError::Issuer) for `0123456702(b)` or `01234567(B)`.
    pub fn parse(text: &str) -> Result<Self, TaiwanPermitError> {
        let (digits, issuer) = text.split_once('(').map_or((text, None), |(digits, rest)| (digits, Some(rest)));
        let length = digits.chars().count();
        if length != TAIWAN_LIFELONG && length != TAIWAN_LIFELONG + 2 {
            return Err(TaiwanPermitError::Length { length });
        }
        if let Some((position, found)) = first_misfit(digits, |_, character| character.is_ascii_digit()) {
            return Err(TaiwanPermitError::Characters { position, found });
        }
        let is_code = |code: &str| {
            (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        match issuer.map(|rest| rest.strip_suffix(')')) {
            Some(code) if length == TAIWAN_LIFELONG || !code.is_some_and(is_code) => Err(TaiwanPermitError::Issuer),
            _ => Ok(Self { text: Ascii::new(text.bytes()) }),
        }
    }

    /// Whether the number is that of a permit issued before 2008-09-25, which counts its issues.
    #[must_use]
    pub const fn is_old_form(&self) -> bool {
        self.text.len() > TAIWAN_LIFELONG
    }

    /// Whether both bear the same number for life, whatever the issue.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self.lifelong() == other.lifelong()
    }

    /// The days on which a permit with a number of this form could be shown.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        if self.is_old_form() { TAIWAN_OLD_FORM } else { TAIWAN_FORM }
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        self.text.as_str()
    }

    /// The last two digits held for life; stars before them.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(self.lifelong(), 0, 2)
    }

    fn lifelong(&self) -> &str {
        self.text.first(TAIWAN_LIFELONG)
    }
}

personal_text!(TaiwanPermit, TaiwanPermitError, "a travel permit's number as a string");
