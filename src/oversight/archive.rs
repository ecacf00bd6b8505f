//! What a training institution keeps: its records, and the vouchers it issued (48.9).

use crate::calendar::date::add_years;
use crate::education::entry::Entry;
use crate::identity::name::PersonName;
use crate::oversight::course::CourseRecord;
use crate::regulation::hours::Hours;
use crate::regulation::rules::Regulation;
use alloc::vec::Vec;
use chrono::NaiveDate;
use thiserror::Error;

/// A voucher of training, issued to a trainee who finished a recorded course (48.7: 出具培训证明).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Voucher {
    name: PersonName,
    hours: Hours,
    issued_on: NaiveDate,
}

/// Why no voucher can be issued; names are shown masked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum VoucherError {
    /// Nobody of that name took part.
    #[error("`{name}` is not on the record of the course; expected the name of a trainee listed there")]
    NoTrainee {
        /// The name given.
        name: PersonName,
    },
    /// The trainee took part and did not finish.
    #[error("`{name}` did not finish the course; expected a trainee who did")]
    NotFinished {
        /// The name given.
        name: PersonName,
    },
    /// The course was not over.
    #[error(
        "the voucher is issued on `{issued_on}`, before the course ended on `{ended_on}`; expected that day or later"
    )]
    TooEarly {
        /// The day given.
        issued_on: NaiveDate,
        /// The last day of the course.
        ended_on: NaiveDate,
    },
}

impl Voucher {
    /// To whom it was issued.
    #[must_use]
    pub const fn name(&self) -> &PersonName {
        &self.name
    }

    /// The hours it vouches for.
    #[must_use]
    pub const fn hours(&self) -> Hours {
        self.hours
    }

    /// The day on which it was issued.
    #[must_use]
    pub const fn issued_on(&self) -> NaiveDate {
        self.issued_on
    }

    /// The last day on which it has to be kept (48.9: 向学员出具的凭证应保留三年备查), counted from the day it was issued.
    #[must_use]
    pub fn kept_until(&self, regulation: &Regulation) -> NaiveDate {
        add_years(self.issued_on, regulation.parameters().record_retention_years)
    }
}

impl CourseRecord {
    /// Issues a voucher to the trainee of that name.
    ///
    /// # Errors
    ///
    /// A name that is not on the record, a trainee who did not finish, a day before the course ended.
    pub fn voucher(&self, name: &PersonName, issued_on: NaiveDate) -> Result<Voucher, VoucherError> {
        let named = || name.clone();
        let trainee = self.trainees().iter().find(|trainee| trainee.name == *name);
        let trainee = trainee.ok_or_else(|| VoucherError::NoTrainee { name: named() })?;
        if !trainee.finished {
            return Err(VoucherError::NotFinished { name: named() });
        }
        let ended_on = self.held().last();
        if issued_on < ended_on {
            return Err(VoucherError::TooEarly { issued_on, ended_on });
        }
        Ok(Voucher { name: named(), hours: trainee.hours, issued_on })
    }
}

/// The records and vouchers that an institution keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// The records of its courses.
    pub records: Vec<CourseRecord>,
    /// The vouchers it issued.
    pub vouchers: Vec<Voucher>,
}

impl Archive {
    /// The record that an entry in the ledger of the trainee of that name comes from, if it is kept here.
    #[must_use]
    pub fn trace(&self, name: &PersonName, entry: &Entry) -> Option<&CourseRecord> {
        self.records.iter().find(|record| record.bears_out(name, entry))
    }

    /// The records that may be destroyed on a day: those that had to be kept until a day before it.
    pub fn destroyable_records(&self, on: NaiveDate, regulation: &Regulation) -> impl Iterator<Item = &CourseRecord> {
        self.records.iter().filter(move |record| record.kept_until(regulation) < on)
    }

    /// The vouchers that may be destroyed on a day.
    pub fn destroyable_vouchers(&self, on: NaiveDate, regulation: &Regulation) -> impl Iterator<Item = &Voucher> {
        self.vouchers.iter().filter(move |voucher| voucher.kept_until(regulation) < on)
    }
}
