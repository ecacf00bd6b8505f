//! What a register holds: something dated, with the days on which it was recorded and struck.

use crate::naming::table::Language;
use chrono::NaiveDate;
use core::fmt;
use thiserror::Error;

/// Something that a register records: it has a day of its own.
pub trait Dated {
    /// The day.
    fn on(&self) -> NaiveDate;
}

/// Something dated as a register holds it: recorded on a day, and struck as wrong on another if it was.
///
/// It is never recorded before its own day, nor struck before it was recorded. Striking takes nothing out of a register:
/// as known on an earlier day the record is held as before.
///
/// # Examples
///
/// ```
/// use ruankao::{Act, Record, day};
///
/// let record = Record::from(Act::Approved.on(day!(2005, 3, 10))).recorded_on(day!(2005, 4, 1))?;
/// assert!(!record.is_held(Some(day!(2005, 3, 31))) && record.is_held(Some(day!(2005, 4, 1))));
///
/// let struck = record.struck_on(day!(2006, 1, 9))?;
/// assert!(struck.is_held(Some(day!(2006, 1, 8))) && !struck.is_held(Some(day!(2006, 1, 9))));
/// assert!(!struck.is_held(None));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record<T> {
    what: T,
    recorded_on: NaiveDate,
    struck_on: Option<NaiveDate>,
}

/// Why days make no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// It was recorded before it came about.
    #[error("recorded on `{recorded_on}`, before its own day; expected `recorded_on` not before `{on}`")]
    RecordedBeforeItsDay {
        /// The day of record given.
        recorded_on: NaiveDate,
        /// Its own day.
        on: NaiveDate,
    },
    /// It was struck before it was recorded.
    #[error("struck on `{struck_on}`, before it was recorded; expected `struck_on` not before `{recorded_on}`")]
    StruckBeforeItWasRecorded {
        /// The day given on which it was struck.
        struck_on: NaiveDate,
        /// The day on which it was recorded.
        recorded_on: NaiveDate,
    },
}

impl<T> Record<T> {
    /// What is recorded.
    #[must_use]
    pub const fn what(&self) -> &T {
        &self.what
    }

    /// The day on which it was recorded.
    #[must_use]
    pub const fn recorded(&self) -> NaiveDate {
        self.recorded_on
    }

    /// The day on which it was struck, if it was.
    #[must_use]
    pub const fn struck(&self) -> Option<NaiveDate> {
        self.struck_on
    }

    /// Whether the register holds it: as known on a day, what was recorded by then and not struck by the end of it; as
    /// known now (`None`), what was not struck.
    #[must_use]
    pub fn is_held(&self, known_on: Option<NaiveDate>) -> bool {
        held(self.recorded_on, self.struck_on, known_on)
    }

    /// The same, struck as wrong on a day; what was struck before is struck on this day instead.
    ///
    /// # Errors
    ///
    /// [`RecordError::StruckBeforeItWasRecorded`] for a day before it was recorded.
    pub fn struck_on(mut self, struck_on: NaiveDate) -> Result<Self, RecordError> {
        self.strike(struck_on)?;
        Ok(self)
    }

    /// Strikes it where it is.
    pub(crate) fn strike(&mut self, struck_on: NaiveDate) -> Result<(), RecordError> {
        let recorded_on = self.recorded_on;
        if struck_on < recorded_on {
            return Err(RecordError::StruckBeforeItWasRecorded { struck_on, recorded_on });
        }
        self.struck_on = Some(struck_on);
        Ok(())
    }
}

/// Whether the register holds what was recorded on a day, and struck on another if it was.
#[inline]
pub(crate) fn held(recorded_on: NaiveDate, struck_on: Option<NaiveDate>, known_on: Option<NaiveDate>) -> bool {
    match known_on {
        None => struck_on.is_none(),
        Some(known_on) => recorded_on <= known_on && struck_on.is_none_or(|struck_on| known_on < struck_on),
    }
}

impl<T: Dated> Record<T> {
    /// Writes the days on which it was recorded, where that is not its own day, and struck.
    pub(crate) fn write_days(&self, f: &mut impl fmt::Write, language: Language) -> fmt::Result {
        if self.recorded() != self.what().on() {
            write!(f, "{}{}", language.choose(", recorded on ", "，记载于"), self.recorded())?;
        }
        match (self.struck(), language) {
            (None, _) => Ok(()),
            (Some(struck), Language::En) => write!(f, ", struck as wrong on {struck}"),
            (Some(struck), Language::Zh) => write!(f, "，{struck}作为错误记载划去"),
        }
    }

    /// The same, recorded on another day than its own; not struck.
    ///
    /// # Errors
    ///
    /// [`RecordError::RecordedBeforeItsDay`] for a day before its own.
    pub fn recorded_on(self, recorded_on: NaiveDate) -> Result<Self, RecordError> {
        let on = self.what.on();
        if recorded_on < on {
            return Err(RecordError::RecordedBeforeItsDay { recorded_on, on });
        }
        Ok(Self { recorded_on, struck_on: None, ..self })
    }

    /// A record of the days as they are written, either of which may be left out.
    #[cfg(feature = "serde")]
    pub(crate) fn written(
        what: T,
        recorded_on: Option<NaiveDate>,
        struck_on: Option<NaiveDate>,
    ) -> Result<Self, RecordError> {
        let mut record = Self::from(what);
        if let Some(recorded_on) = recorded_on {
            record = record.recorded_on(recorded_on)?;
        }
        if let Some(struck_on) = struck_on {
            record.strike(struck_on)?;
        }
        Ok(record)
    }

    /// The day of record as it is written: left out where it is the day of the thing itself.
    #[cfg(feature = "serde")]
    pub(crate) fn recorded_apart(&self) -> Option<NaiveDate> {
        Some(self.recorded_on).filter(|&recorded_on| recorded_on != self.what.on())
    }
}

impl<T: Dated> From<T> for Record<T> {
    /// Recorded on its own day, and not struck.
    fn from(what: T) -> Self {
        Self { recorded_on: what.on(), what, struck_on: None }
    }
}
