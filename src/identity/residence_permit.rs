//! The number of a residence permit for residents of Hong Kong, Macao and Taiwan.

use crate::calendar::day::literal;
use crate::identity::citizen_number::{CitizenNumber, CitizenNumberError};
use crate::identity::in_use::InUse;
use crate::identity::masked::Masked;
use crate::identity::number::personal_text;
use crate::identity::province::Province;
use crate::identity::sex::Sex;
use chrono::NaiveDate;
use thiserror::Error;

/// The number of a residence permit (港澳台居民居住证): a citizen number of 18 characters with the address 810000 (Hong
/// Kong), 820000 (Macao) or 830000 (Taiwan).
///
/// Taiwan is 83 here, and 71 in GB/T 2260. `Debug` and `Display` show the address and the last character; serialising
/// writes the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{Province, ResidencePermit, ResidencePermitError};
///
/// let permit = ResidencePermit::parse("83000019600529336X")?;
/// assert_eq!(permit.region(), Province::Taiwan);
///
/// let citizen = ResidencePermit::parse("11010519491231002X");
/// assert_eq!(citizen, Err(ResidencePermitError::Address { address: 110_105 }));
/// # Ok::<(), ResidencePermitError>(())
/// ```
///
/// # References
///
/// 国办发〔2018〕81号, art. 3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidencePermit {
    number: CitizenNumber,
}

/// Why a text is no number of a residence permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ResidencePermitError {
    /// It has 15 digits: the old form was out of use when the permits began.
    #[error("the residence permit's number has `15` characters; expected 18")]
    OldForm,
    /// It is not even a citizen number.
    #[error(transparent)]
    Number(#[from] CitizenNumberError),
    /// The first six digits are another address.
    #[error("the residence permit's address is `{address:06}`; expected `810000`, `820000` or `830000`")]
    Address {
        /// The six digits.
        address: u32,
    },
}

/// The day 国办发〔2018〕81号 came into force.
const FORM: InUse = InUse::since(literal(2018, 9, 1));

impl ResidencePermit {
    /// Reads a number.
    ///
    /// # Errors
    ///
    /// [`Number`](ResidencePermitError::Number) for whatever [`CitizenNumber::parse`] refuses,
    /// [`OldForm`](ResidencePermitError::OldForm) for 15 digits, [`Address`](ResidencePermitError::Address) for
    /// anybody else's number, one that begins with 710000 included.
    pub fn parse(text: &str) -> Result<Self, ResidencePermitError> {
        let number = CitizenNumber::parse(text)?;
        if number.is_old_form() {
            return Err(ResidencePermitError::OldForm);
        }
        match number.address() {
            810_000 | 820_000 | 830_000 => Ok(Self { number }),
            address => Err(ResidencePermitError::Address { address }),
        }
    }

    /// The day of birth.
    #[must_use]
    pub const fn birth(&self) -> NaiveDate {
        self.number.birth()
    }

    /// The sex.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        self.number.sex()
    }

    /// Where the bearer is from: Hong Kong, Macao or Taiwan.
    #[must_use]
    pub const fn region(&self) -> Province {
        self.number.region()
    }

    /// Whether both are one number.
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        self == other
    }

    /// The days on which a permit could be shown.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        FORM
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        self.number.exposed()
    }

    /// The first six characters and the last; stars between.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        self.number.masked()
    }
}

personal_text!(ResidencePermit, ResidencePermitError, "a residence permit's number as a string");
