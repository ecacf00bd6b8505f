//! Credit hours (学时).

use core::fmt;
use thiserror::Error;

/// Credit hours (学时), exact to a tenth.
///
/// Never negative; of one entry at most 10,000, of a sum whatever the entries come to, up to 10^14. So any hours are
/// written exactly as a number of JSON, and read back the same.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::HoursError;
/// use ruankao::Hours;
///
/// let hours = Hours::from_tenths(125)?;
/// assert_eq!(hours.to_string(), "12.5");
/// assert!(Hours::whole(40) > Hours::from_tenths(399)?);
/// assert_eq!(Hours::from_tenths(100_001), Err(HoursError::TooMany));
/// # Ok::<(), HoursError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours {
    tenths: u64,
}

/// Why a number is no number of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HoursError {
    /// The number is below zero.
    #[error("hours are never negative; expected 0 to 10000")]
    Negative,
    /// The number is beyond 10,000.
    #[error("too many hours; expected 0 to 10000")]
    TooMany,
    /// The number has a second decimal.
    #[error("hours are counted in tenths; expected a whole number or one decimal")]
    NotTenths,
}

/// The most tenths that one entry may have.
pub(crate) const MOST_OF_AN_ENTRY: u32 = 100_000;

const MOST: u64 = MOST_OF_AN_ENTRY as u64;

/// The most tenths of a sum, where it stops: fewer than the tenths that a double tells apart.
const MOST_IN_A_SUM: u64 = 1_000_000_000_000_000;

impl Hours {
    /// No hours.
    pub const ZERO: Self = Self { tenths: 0 };

    /// Hours counted in tenths.
    ///
    /// # Errors
    ///
    /// [`HoursError::TooMany`] beyond 100,000 tenths.
    pub const fn from_tenths(tenths: u64) -> Result<Self, HoursError> {
        if tenths > MOST { Err(HoursError::TooMany) } else { Ok(Self { tenths }) }
    }

    /// Whole hours, as parameters state them.
    #[must_use]
    pub const fn whole(hours: u32) -> Self {
        Self { tenths: hours as u64 * 10 }
    }

    /// A sum of tenths, without the bound of one entry.
    pub(crate) const fn sum_of_tenths(tenths: u64) -> Self {
        Self { tenths: if tenths > MOST_IN_A_SUM { MOST_IN_A_SUM } else { tenths } }
    }

    /// How many tenths of an hour these are.
    #[must_use]
    pub const fn tenths(self) -> u64 {
        self.tenths
    }

    /// What these hours lack of `required`: zero where they reach it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Hours;
    ///
    /// assert_eq!(Hours::whole(36).short_of(Hours::whole(40)), Hours::whole(4));
    /// assert_eq!(Hours::whole(40).short_of(Hours::whole(40)), Hours::ZERO);
    /// ```
    #[must_use]
    pub const fn short_of(self, required: Self) -> Self {
        Self { tenths: required.tenths.saturating_sub(self.tenths) }
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::sum_of_tenths(self.tenths.saturating_add(other.tenths))
    }
}

impl TryFrom<f64> for Hours {
    type Error = HoursError;

    /// Reads a decimal number: `12.5` is 125 tenths, `12.55` is refused.
    fn try_from(number: f64) -> Result<Self, HoursError> {
        exactly(number, MOST)
    }
}

/// The hours that a decimal number is, up to so many tenths.
fn exactly(number: f64, most: u64) -> Result<Hours, HoursError> {
    if number < 0.0 {
        return Err(HoursError::Negative);
    }
    // The nearest tenth; a float beyond the bounds, infinity and NaN saturate or become zero and are told apart below.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked against the number below")]
    let tenths = (number * 10.0 + 0.5) as u64;
    if tenths > most {
        return Err(HoursError::TooMany);
    }
    // A literal with one decimal is the float nearest to it, which is what this division yields.
    #[expect(clippy::cast_precision_loss, reason = "at most 10^15, which a double holds")]
    let same = tenths as f64 / 10.0 == number;
    if same { Ok(Hours { tenths }) } else { Err(HoursError::NotTenths) }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.tenths / 10, self.tenths % 10) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Hours, HoursError, MOST_IN_A_SUM, exactly};
    use core::fmt;
    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Reads a number up to so many tenths.
    pub(super) struct Number {
        pub(super) most: u64,
    }

    impl Number {
        /// What is wrong with a number; the most there may be is that of the number read, not of an entry.
        fn refused<E: Error>(&self, number: impl fmt::Display, error: HoursError) -> E {
            match error {
                HoursError::TooMany => {
                    E::custom(format_args!("`{number}`: too many hours; expected 0 to {}", self.most / 10))
                }
                HoursError::Negative | HoursError::NotTenths => E::custom(format_args!("`{number}`: {error}")),
            }
        }
    }

    impl Visitor<'_> for Number {
        type Value = Hours;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "hours from 0 to {}, whole or with one decimal", self.most / 10)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<Hours, E> {
            let tenths = number.saturating_mul(10);
            let hours = if tenths > self.most { Err(HoursError::TooMany) } else { Ok(Hours { tenths }) };
            hours.map_err(|error| self.refused(number, error))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<Hours, E> {
            #[expect(clippy::cast_precision_loss, reason = "such a number is refused, and shown as it was given")]
            match u64::try_from(number) {
                Ok(number) => self.visit_u64(number),
                Err(_) => self.visit_f64(number as f64),
            }
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<Hours, E> {
            exactly(number, self.most).map_err(|error| self.refused(number, error))
        }
    }

    impl Serialize for Hours {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            #[expect(clippy::cast_precision_loss, reason = "at most 10^15, which a double holds")]
            match (self.tenths / 10, self.tenths % 10) {
                (whole, 0) => serializer.serialize_u64(whole),
                _ => serializer.serialize_f64(self.tenths as f64 / 10.0),
            }
        }
    }

    impl<'de> Deserialize<'de> for Hours {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Number { most: MOST_IN_A_SUM })
        }
    }
}

/// The hours of one entry: what is beyond their bound is neither read nor written.
#[cfg(feature = "serde")]
pub(crate) mod of_an_entry {
    use super::wire::Number;
    use super::{Hours, MOST};
    use serde::ser::Error;
    use serde::{Deserializer, Serialize, Serializer};

    #[cfg(feature = "schema")]
    pub(crate) struct Schema;

    pub(crate) fn serialize<S: Serializer>(hours: &Hours, serializer: S) -> Result<S::Ok, S::Error> {
        Hours::from_tenths(hours.tenths).map_err(|error| S::Error::custom(format_args!("`{hours}`: {error}")))?;
        hours.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hours, D::Error> {
        deserializer.deserialize_any(Number { most: MOST })
    }
}
