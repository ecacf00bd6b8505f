//! Dates as the wire format writes them: `YYYY-MM-DD`, from 1900-01-01 to 2999-12-31.

use crate::calendar::day::day;
#[cfg(feature = "serde")]
use crate::naming::shown::Shown;
#[cfg(feature = "serde")]
use chrono::Datelike;
use chrono::NaiveDate;

pub use crate::calendar::day::{DateError, FIRST_YEAR, LAST_YEAR};

/// Reads a date written as `YYYY-MM-DD`; nothing else is a date, not even with a space around it.
///
/// # Errors
///
/// [`DateError::Form`] for `2005-3-10`, [`DateError::NoSuchDay`] for `2005-02-29`, [`DateError::OutOfRange`] for
/// `1899-12-31`.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::iso::{DateError, parse};
///
/// assert_eq!(parse("2005-03-10")?.to_string(), "2005-03-10");
/// assert_eq!(parse("2005-02-29"), Err(DateError::NoSuchDay));
/// # Ok::<(), DateError>(())
/// ```
pub fn parse(text: &str) -> Result<NaiveDate, DateError> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(DateError::Form) };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, byte| {
            byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')).ok_or(DateError::Form)
        })
    };
    day(number(&[y1, y2, y3, y4])?.cast_signed(), number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Writes a date that can be read back; for `#[serde(with = "ruankao::calendar::iso")]`.
///
/// # Errors
///
/// A day outside 1900-01-01 to 2999-12-31, which would not be read again; and what the serializer itself reports.
#[cfg(feature = "serde")]
pub fn serialize<S: serde::Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::Error;
    day(date.year(), date.month(), date.day()).map_err(|error| S::Error::custom(format_args!("`{date}`: {error}")))?;
    reckoned(date, serializer)
}

/// Writes a date that was reckoned from others, and may lie beyond those that are read; for
/// `#[serde(serialize_with = "ruankao::calendar::iso::reckoned")]`.
///
/// # Errors
///
/// Only what the serializer itself reports.
#[cfg(feature = "serde")]
pub fn reckoned<S: serde::Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}

/// Reads a date; for `#[serde(with = "ruankao::calendar::iso")]`.
///
/// # Errors
///
/// Whatever [`parse`] refuses, with the text in backticks.
#[cfg(feature = "serde")]
pub fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    struct Text;
    impl serde::de::Visitor<'_> for Text {
        type Value = NaiveDate;

        fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            f.write_str("a date written as YYYY-MM-DD")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<NaiveDate, E> {
            parse(text).map_err(|error| E::custom(format_args!("`{}`: {error}", Shown(text))))
        }
    }
    deserializer.deserialize_str(Text)
}

/// A date of an answer, where a field cannot say so by itself.
#[cfg(feature = "serde")]
#[derive(Clone, Copy, serde::Serialize)]
#[serde(transparent)]
pub(crate) struct Day(#[serde(serialize_with = "crate::calendar::iso::reckoned")] pub(crate) NaiveDate);

/// A date of what is read and written, where a field cannot say so by itself.
#[cfg(feature = "serde")]
#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Given(#[serde(with = "crate::calendar::iso")] pub(crate) NaiveDate);

/// A date that may be left out; for `#[serde(default, with = "ruankao::calendar::iso::option")]`.
#[cfg(feature = "serde")]
pub mod option {
    use super::Given;
    use chrono::NaiveDate;
    use serde::{Deserialize, Serialize};

    /// Writes the date, or `null`.
    ///
    /// # Errors
    ///
    /// Whatever [`serialize`](super::serialize) refuses.
    pub fn serialize<S: serde::Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(Given).serialize(serializer)
    }

    /// Reads a date or `null`.
    ///
    /// # Errors
    ///
    /// Whatever [`parse`](super::parse) refuses.
    pub fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<Given>::deserialize(deserializer)?.map(|given| given.0))
    }
}
