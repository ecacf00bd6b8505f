//! The history of a body of either kind.

use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::identity::body::{BodyId, Listing};
use crate::oversight::history::AccreditationHistory;
use crate::oversight::kind::{Agency, Institution};
use crate::oversight::phase::BodyKind;
#[cfg(feature = "conformance")]
use crate::oversight::service_record::ServiceRecord;
use crate::oversight::standing::{Row, Standing};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The history of a body, whichever kind it is of: what a case of the wire format holds.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::BodyHistory;
/// use ruankao::{Mode, day};
///
/// let history: BodyHistory = serde_json::from_str(
///     r#"{"kind": "registration_agency", "history": [{"event": "proposed", "on": "2005-01-10"}]}"#,
/// )?;
/// let standing = history.standing(day!(2005, 1, 10), Mode::Strict)?;
/// assert_eq!(serde_json::to_string(&standing)?, r#"{"phase":"proposed","may_act":false}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BodyHistory {
    /// Of a registration agency.
    Agency(AccreditationHistory<Agency>),
    /// Of a training institution.
    Institution(AccreditationHistory<Institution>),
}

impl BodyHistory {
    /// The kind of body.
    #[must_use]
    pub const fn kind(&self) -> BodyKind {
        match self {
            Self::Agency(_) => BodyKind::RegistrationAgency,
            Self::Institution(_) => BodyKind::TrainingInstitution,
        }
    }

    /// Where the body stands on a day: [`AccreditationHistory::standing`].
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn standing(&self, on: NaiveDate, mode: Mode) -> Result<Standing, EventFault> {
        match self {
            Self::Agency(history) => history.standing(on, mode),
            Self::Institution(history) => history.standing(on, mode),
        }
    }

    /// How many events it has.
    #[cfg(feature = "conformance")]
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Agency(history) => history.events().len(),
            Self::Institution(history) => history.events().len(),
        }
    }

    /// Where it stood on any day, read once.
    #[cfg(feature = "conformance")]
    pub(crate) fn service_record(&self, mode: Mode) -> ServiceRecord {
        match self {
            Self::Agency(history) => history.service_record(mode),
            Self::Institution(history) => history.service_record(mode),
        }
    }

    /// How it stood day by day: [`AccreditationHistory::timeline`].
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn timeline(&self, until: NaiveDate, mode: Mode) -> Result<Vec<Row>, EventFault> {
        match self {
            Self::Agency(history) => history.timeline(until, mode),
            Self::Institution(history) => history.timeline(until, mode),
        }
    }

    /// The time for which it may act: [`AccreditationHistory::listing`].
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn listing(&self, id: impl Into<BodyId>, mode: Mode) -> Result<Option<Listing>, EventFault> {
        match self {
            Self::Agency(history) => history.listing(id, mode),
            Self::Institution(history) => history.listing(id, mode),
        }
    }
}

impl From<AccreditationHistory<Agency>> for BodyHistory {
    fn from(history: AccreditationHistory<Agency>) -> Self {
        Self::Agency(history)
    }
}

impl From<AccreditationHistory<Institution>> for BodyHistory {
    fn from(history: AccreditationHistory<Institution>) -> Self {
        Self::Institution(history)
    }
}
