//! The registration fee, at the standard of the local price authority (47.6).

use crate::calendar::period::EndsBeforeItBegins;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::{Subject, Value};
use crate::identity::province::Province;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;
use thiserror::Error;

/// An amount of money, in fen (分): hundredths of a yuan.
///
/// # Examples
///
/// ```
/// use ruankao::registration::Fen;
///
/// assert_eq!(Fen(3050).to_string(), "30.50");
/// assert!(Fen(2999) < Fen(3000));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fen(pub u32);

/// The fee of a province, in the days for which it was approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Fee {
    /// The province whose price authority approved it.
    pub province: Province,
    /// How much it is.
    pub amount: Fen,
    /// The first day on which it applies.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub from: NaiveDate,
    /// The last day on which it applies, where there is one.
    #[cfg_attr(feature = "serde", serde(default, with = "crate::calendar::iso::option"))]
    pub to: Option<NaiveDate>,
}

/// The fees that the price authorities approved (当地物价部门核准的收费标准), which the user supplies.
///
/// On any day there is at most one for a province.
///
/// # Examples
///
/// ```
/// use ruankao::identity::Province;
/// use ruankao::registration::{Fee, FeeSchedule, Fen};
/// use ruankao::day;
///
/// let fee = Fee { province: Province::Shanghai, amount: Fen(3000), from: day!(2005, 1, 1), to: None };
/// let schedule = FeeSchedule::new(vec![fee])?;
/// assert_eq!(schedule.fee(Province::Shanghai, day!(2008, 1, 15))?, Fen(3000));
/// assert!(schedule.fee(Province::Shanghai, day!(2004, 12, 31)).is_err());
/// assert!(FeeSchedule::new(vec![fee, fee]).is_err());
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct FeeSchedule {
    fees: Vec<Fee>,
}

/// Why fees make no schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FeeScheduleError {
    /// A fee ends before it begins.
    #[error(transparent)]
    EndsBeforeItBegins(#[from] EndsBeforeItBegins),
    /// Two fees of a province share a day.
    #[error("the province `{province}` has two fees on `{on}`; expected one at most")]
    Overlap {
        /// The province.
        province: Province,
        /// The first day that both have.
        on: NaiveDate,
    },
}

/// No fee is known for a province on a day, so nobody can say whether it was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the fee schedule has none for the province `{province}` on `{on}`; supply the one approved for that day")]
pub struct FeeError {
    /// The province.
    pub province: Province,
    /// The day.
    pub on: NaiveDate,
}

impl From<FeeError> for Finding {
    fn from(FeeError { province, on }: FeeError) -> Self {
        let finding = Self::new(Code::FeeUnknown, Clause::N47_6).about(Subject::Province(province));
        finding.compared(Value::Nothing, Value::Day(on))
    }
}

impl Fee {
    /// Whether it applies on `day`.
    #[must_use]
    pub fn applies_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl FeeSchedule {
    /// Makes a schedule of fees, in any order.
    ///
    /// # Errors
    ///
    /// [`FeeScheduleError::EndsBeforeItBegins`] for a fee to a day before its first, [`FeeScheduleError::Overlap`] where
    /// a province has two on a day: the first province that does, and the first such day of it.
    ///
    /// Costs n log n for n fees.
    pub fn new(fees: Vec<Fee>) -> Result<Self, FeeScheduleError> {
        for fee in &fees {
            if let Some(to) = fee.to.filter(|&to| to < fee.from) {
                return Err(EndsBeforeItBegins { from: fee.from, to }.into());
            }
        }
        let mut in_order: Vec<&Fee> = fees.iter().collect();
        in_order.sort_by_key(|fee| (fee.province, fee.from));
        // Where none of those before overlap, the last of them is the one that lasts longest.
        let mut pairs = in_order.iter().zip(in_order.iter().skip(1));
        match pairs.find(|(fee, next)| fee.province == next.province && fee.applies_on(next.from)) {
            Some((_, next)) => Err(FeeScheduleError::Overlap { province: next.province, on: next.from }),
            None => Ok(Self { fees }),
        }
    }

    /// The fees, as they were given.
    #[must_use]
    pub fn fees(&self) -> &[Fee] {
        &self.fees
    }

    /// The fee of a province on a day.
    ///
    /// # Errors
    ///
    /// [`FeeError`] where the schedule has none: what is not known is not taken to be nothing.
    pub fn fee(&self, province: Province, on: NaiveDate) -> Result<Fen, FeeError> {
        let fee = self.fees.iter().find(|fee| fee.province == province && fee.applies_on(on));
        fee.map(|fee| fee.amount).ok_or(FeeError { province, on })
    }
}

impl fmt::Display for Fen {
    /// In yuan, with two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for FeeSchedule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
