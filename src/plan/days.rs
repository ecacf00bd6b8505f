//! Days from a first one on, to a last one or without end.

use crate::calendar::period::Period;
use crate::words::phrase::Part;
use chrono::NaiveDate;

/// The days from a first one on: to a last one, itself included, or without end.
///
/// The last day is never before the first.
///
/// # Examples
///
/// ```
/// use ruankao::day;
/// use ruankao::plan::Days;
///
/// let days = Days::new(day!(2008, 1, 1), None).unwrap();
/// assert!(days.contains(day!(2999, 12, 31)) && !days.contains(day!(2007, 12, 31)));
/// assert_eq!(Days::new(day!(2008, 1, 2), Some(day!(2008, 1, 1))), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Days"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Days"))]
pub struct Days {
    first: NaiveDate,
    last: Option<NaiveDate>,
}

impl Days {
    /// The days from `first` on; `None` where `last` is before it.
    #[must_use]
    pub fn new(first: NaiveDate, last: Option<NaiveDate>) -> Option<Self> {
        last.is_none_or(|last| first <= last).then_some(Self { first, last })
    }

    /// The first of them.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last of them, if there is one.
    #[must_use]
    pub const fn last(self) -> Option<NaiveDate> {
        self.last
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Those that `other` has too, if any.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), earlier(self.last, other.last))
    }

    /// The same as a period, where they end.
    #[must_use]
    pub fn period(self) -> Option<Period> {
        Period::between(self.first, self.last?).ok()
    }
}

/// The earlier of two last days, of which each may be missing.
pub(super) fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

impl From<Period> for Days {
    fn from(period: Period) -> Self {
        Self { first: period.first(), last: Some(period.last()) }
    }
}

impl From<Days> for Part {
    /// Both days, or the first alone where there is no last.
    fn from(days: Days) -> Self {
        days.period().map_or_else(|| days.first.into(), Self::from)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use crate::calendar::iso::Day;
    use serde::Serialize;

    /// The days from a first one on: to a last one, itself included, or without end.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Days {
        from: Day,
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Day>,
    }

    impl From<super::Days> for Days {
        fn from(days: super::Days) -> Self {
            Self { from: Day(days.first), to: days.last.map(Day) }
        }
    }
}
