//! Closed periods of days.

use crate::calendar::day::literal;
use chrono::NaiveDate;
use thiserror::Error;

/// The days from a first to a last one, both included.
///
/// The last day is never before the first, so a period has at least one day.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::Period;
/// use ruankao::day;
///
/// let leave = Period::new(day!(2005, 3, 1), day!(2005, 3, 31))?;
/// assert_eq!(leave.days(), 31);
/// assert!(leave.contains(day!(2005, 3, 31)) && !leave.contains(day!(2005, 4, 1)));
/// assert!(Period::new(day!(2005, 3, 2), day!(2005, 3, 1)).is_err());
/// # Ok::<(), ruankao::calendar::PeriodError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

/// A period was given a last day before its first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the period from `{from}` ends before it begins, on `{to}`; expected `to` not before `from`")]
pub struct EndsBeforeItBegins {
    /// The first day given.
    pub from: NaiveDate,
    /// The last day given.
    pub to: NaiveDate,
}

/// Why two days make no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PeriodError {
    /// The last day is before the first.
    #[error(transparent)]
    EndsBeforeItBegins(#[from] EndsBeforeItBegins),
    /// It begins or ends on a day that the wire format cannot write.
    #[error("the period begins or ends on `{day}`; expected a day from 1900-01-01 to 2999-12-31")]
    OutOfRange {
        /// The day given.
        day: NaiveDate,
    },
}

const FIRST: NaiveDate = literal(1900, 1, 1);
const LAST: NaiveDate = literal(2999, 12, 31);

impl Period {
    /// The period from `first` to `last`, both included.
    ///
    /// # Errors
    ///
    /// [`PeriodError::OutOfRange`] for a day outside the years 1900 to 2999, [`PeriodError::EndsBeforeItBegins`] where
    /// `last` is before `first`.
    pub const fn new(first: NaiveDate, last: NaiveDate) -> Result<Self, PeriodError> {
        let (early, late) = (Self::between(FIRST, first), Self::between(last, LAST));
        match (early, late, Self::between(first, last)) {
            (Err(EndsBeforeItBegins { to: day, .. }), ..) => Err(PeriodError::OutOfRange { day }),
            (_, Err(EndsBeforeItBegins { from: day, .. }), _) => Err(PeriodError::OutOfRange { day }),
            (_, _, Err(ends)) => Err(PeriodError::EndsBeforeItBegins(ends)),
            (_, _, Ok(period)) => Ok(period),
        }
    }

    /// The same of days that were counted rather than given, which may lie anywhere.
    ///
    /// # Errors
    ///
    /// [`EndsBeforeItBegins`] where `last` is before `first`.
    pub(crate) const fn between(first: NaiveDate, last: NaiveDate) -> Result<Self, EndsBeforeItBegins> {
        // `num_days_from_ce` is no const fn; the difference in days is.
        if last.signed_duration_since(first).num_days() < 0 {
            return Err(EndsBeforeItBegins { from: first, to: last });
        }
        Ok(Self { first, last })
    }

    /// The first day, itself included.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day, itself included.
    #[must_use]
    pub const fn last(self) -> NaiveDate {
        self.last
    }

    /// Whether `day` is one of its days.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// How many days it has: at least one.
    #[must_use]
    pub fn days(self) -> u32 {
        let between = self.last.signed_duration_since(self.first).num_days();
        u32::try_from(between).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The same period, longer where `last` is later than its last day.
    #[must_use]
    pub fn through(self, last: NaiveDate) -> Self {
        Self { first: self.first, last: self.last.max(last) }
    }

    /// The days it shares with `other`, if any.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::between(self.first.max(other.first), self.last.min(other.last)).ok()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{NaiveDate, Period};
    use crate::calendar::iso;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// The days from a first to a last, both included.
    #[derive(Serialize, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Period", deny_unknown_fields)]
    struct Wire {
        #[serde(with = "iso")]
        #[cfg_attr(feature = "schema", schemars(with = "iso::Day"))]
        from: NaiveDate,
        #[serde(with = "iso")]
        #[cfg_attr(feature = "schema", schemars(with = "iso::Day"))]
        to: NaiveDate,
    }

    #[cfg(feature = "schema")]
    impl schemars::JsonSchema for Period {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            "Period".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Wire::json_schema(generator)
        }
    }

    impl Serialize for Period {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Wire { from: self.first, to: self.last }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Period {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Wire { from, to } = Wire::deserialize(deserializer)?;
            Self::new(from, to).map_err(serde::de::Error::custom)
        }
    }
}
