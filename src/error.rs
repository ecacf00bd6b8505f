//! Any error of this crate.

use crate::calendar::day::DateError;
use crate::calendar::period::{EndsBeforeItBegins, PeriodError};
use crate::calendar::working_days::{CalendarError, Uncovered};
use crate::columns::error::ColumnsError;
#[cfg(feature = "conformance")]
use crate::conformance::runner::Malformed;
use crate::desk::holder::DuplicateCertificate;
use crate::desk::submission::{Defective, Flaw, Unfiled};
use crate::education::syllabus::ConversionError;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::{EventFault, Refused};
use crate::identity::body::ListingError;
use crate::identity::catalogue::UnknownQualification;
use crate::identity::citizen_number::CitizenNumberError;
use crate::identity::document::{Disagreement, IdentityDocumentError};
use crate::identity::line::LineError;
use crate::identity::passport::PassportError;
use crate::identity::permanent_residence::PermanentResidenceCardError;
use crate::identity::province::UnknownProvince;
use crate::identity::residence_permit::ResidencePermitError;
use crate::identity::travel_permit::{HongKongMacaoPermitError, TaiwanPermitError};
use crate::law::FingerprintError;
use crate::naming::unknown::UnknownName;
use crate::oversight::archive::VoucherError;
use crate::oversight::course::Unrecorded;
use crate::oversight::directory::DirectoryError;
use crate::record::RecordError;
use crate::registration::fees::{FeeError, FeeScheduleError};
use crate::registration::form::defect::{Defects, Wrong};
use crate::regulation::clause::UnknownClause;
use crate::regulation::decided::UnknownDecidedPoint;
use crate::regulation::hours::HoursError;
use crate::regulation::parameters::RegulationError;
use alloc::boxed::Box;

/// Any error of this crate: each of its error types converts into this one, so that `?` works with one type.
///
/// It says what the error inside says, and its source is that error's source. A refused move converts by its fault: the
/// state that a [`Refused`] gives back is let go, so whoever still wants it looks before the `?`.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::{Period, iso};
/// use ruankao::Error;
///
/// fn days(from: &str, to: &str) -> Result<u32, Error> {
///     Ok(Period::new(iso::parse(from)?, iso::parse(to)?)?.days())
/// }
///
/// assert_eq!(days("2005-03-10", "2005-03-31")?, 22);
/// assert!(matches!(days("2005-02-29", "2005-03-31"), Err(Error::Date(_))));
/// assert!(matches!(days("2005-03-31", "2005-03-10"), Err(Error::Period(_))));
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
#[non_exhaustive]
pub enum Error {
    /// A text is no name on its list.
    Name(#[from] UnknownName),
    /// What was given is no day.
    Date(#[from] DateError),
    /// Two days make no period.
    Period(#[from] PeriodError),
    /// A calendar was refused, or does not cover a year.
    Calendar(#[from] CalendarError),
    /// A text cites no clause.
    Clause(#[from] UnknownClause),
    /// What was given is no number of hours.
    Hours(#[from] HoursError),
    /// Figures make no regulation.
    Regulation(#[from] RegulationError),
    /// A text is no line of text.
    Line(#[from] LineError),
    /// A text is no number of the identity document named.
    Identity(#[from] IdentityDocumentError),
    /// A form contradicts the identity number.
    Disagreement(#[from] Disagreement),
    /// A text is no province's code.
    Province(#[from] UnknownProvince),
    /// A text is the name of no qualification.
    Qualification(#[from] UnknownQualification),
    /// A body cannot be listed.
    Listing(#[from] ListingError),
    /// Something stands against a move.
    Fault(Box<Fault>),
    /// Something stands against an event of a history.
    Event(Box<EventFault>),
    /// Study converts to no hours.
    Conversion(#[from] ConversionError),
    /// Fees make no schedule.
    FeeSchedule(#[from] FeeScheduleError),
    /// No fee is known.
    Fee(#[from] FeeError),
    /// A field of a form is written wrongly.
    Field(#[from] Wrong),
    /// A form cannot be read.
    Form(#[from] Defects),
    /// The draft of a course's record is none yet.
    Course(Box<Unrecorded>),
    /// No voucher can be issued.
    Voucher(#[from] VoucherError),
    /// A body cannot be entered in the directory.
    Directory(Box<DirectoryError>),
    /// A holder has two certificates with one number.
    Certificate(#[from] DuplicateCertificate),
    /// Days make no record.
    Record(#[from] RecordError),
    /// Columns do not belong together.
    Columns(#[from] ColumnsError),
    /// A text is no fingerprint of a law.
    Fingerprint(#[from] FingerprintError),
    /// A text is no decided point.
    DecidedPoint(#[from] UnknownDecidedPoint),
    /// A line is no case.
    #[cfg(feature = "conformance")]
    Malformed(#[from] Malformed),
}

impl From<EndsBeforeItBegins> for Error {
    fn from(ends: EndsBeforeItBegins) -> Self {
        Self::Period(ends.into())
    }
}

impl From<Uncovered> for Error {
    fn from(uncovered: Uncovered) -> Self {
        Self::Calendar(uncovered.into())
    }
}

impl From<CitizenNumberError> for Error {
    fn from(error: CitizenNumberError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<HongKongMacaoPermitError> for Error {
    fn from(error: HongKongMacaoPermitError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<TaiwanPermitError> for Error {
    fn from(error: TaiwanPermitError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<ResidencePermitError> for Error {
    fn from(error: ResidencePermitError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<PassportError> for Error {
    fn from(error: PassportError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<PermanentResidenceCardError> for Error {
    fn from(error: PermanentResidenceCardError) -> Self {
        Self::Identity(error.into())
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<Finding> for Error {
    fn from(finding: Finding) -> Self {
        Fault::from(finding).into()
    }
}

impl<S> From<Refused<S>> for Error {
    fn from(refused: Refused<S>) -> Self {
        refused.fault.into()
    }
}

impl From<EventFault> for Error {
    fn from(fault: EventFault) -> Self {
        Self::Event(Box::new(fault))
    }
}

impl From<Box<Unfiled<'_>>> for Error {
    fn from(unfiled: Box<Unfiled<'_>>) -> Self {
        match unfiled.flaw {
            Flaw::Form(defects) => defects.into(),
            Flaw::Filing(fault) => fault.into(),
        }
    }
}

impl<S> From<Box<Defective<S>>> for Error {
    fn from(defective: Box<Defective<S>>) -> Self {
        (*defective).into()
    }
}

impl<S> From<Defective<S>> for Error {
    fn from(defective: Defective<S>) -> Self {
        defective.defects.into()
    }
}

impl From<Unrecorded> for Error {
    fn from(unrecorded: Unrecorded) -> Self {
        Self::Course(Box::new(unrecorded))
    }
}

impl From<DirectoryError> for Error {
    fn from(error: DirectoryError) -> Self {
        Self::Directory(Box::new(error))
    }
}
