//! Events of an accreditation.

use crate::oversight::conditions::Conditions;
use crate::oversight::kind::{Agency, Institution, Kind};
use crate::oversight::phase::BodyKind;
use crate::oversight::review::{Rectification, Review};
use chrono::NaiveDate;
use core::fmt;

/// What was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AccreditationEvent<K: Kind> {
    /// The day.
    pub on: NaiveDate,
    /// The act.
    pub act: Act<K>,
}

/// An act of the authorities over a body of one kind, or of the body that applies.
///
/// An act of the other kind cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act<K: Kind> {
    /// An agency is proposed; an institution applies, with how it stands to the conditions.
    Opened(K::Dossier),
    /// It is approved.
    Approved,
    /// It is turned down.
    Declined,
    /// An institution is filed with the Centre.
    Filed(K::Filing),
    /// It is reviewed.
    Reviewed(Review),
    /// What it rectified is judged.
    Rectified(Rectification),
}

impl<K: Kind> Act<K> {
    /// The act on a day, as an event.
    #[must_use]
    pub const fn on(self, on: NaiveDate) -> AccreditationEvent<K> {
        AccreditationEvent { on, act: self }
    }
}

impl Act<Agency> {
    /// An agency is proposed.
    pub const PROPOSED: Self = Self::Opened(());
}

impl Act<Institution> {
    /// An institution is filed with the Centre.
    pub const FILED: Self = Self::Filed(());

    /// An institution applies, to the local registration agency (48.8).
    #[must_use]
    pub const fn applied(conditions: Conditions) -> Self {
        Self::Opened(conditions)
    }
}

/// An act by name, its outcome included; the acts of both kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// An agency is proposed.
    Proposed,
    /// An institution applies.
    Applied,
    /// It is approved.
    Approved,
    /// It is turned down.
    Declined,
    /// An institution is filed.
    Filed,
    /// A review is passed.
    Passed,
    /// A review is failed.
    Failed,
    /// A rectification is satisfactory.
    Satisfactory,
    /// A rectification is not satisfactory.
    Unsatisfactory,
}

impl<K: Kind> From<Act<K>> for Deed {
    fn from(act: Act<K>) -> Self {
        match act {
            Act::Opened(_) => K::KIND.opening(),
            Act::Approved => Self::Approved,
            Act::Declined => Self::Declined,
            Act::Filed(_) => Self::Filed,
            Act::Reviewed(Review::Passed) => Self::Passed,
            Act::Reviewed(Review::Failed { .. }) => Self::Failed,
            Act::Rectified(Rectification::Satisfactory) => Self::Satisfactory,
            Act::Rectified(Rectification::Unsatisfactory) => Self::Unsatisfactory,
        }
    }
}

impl Deed {
    /// All of them, in the order of the rule book.
    pub const ALL: [Self; 9] = [
        Self::Proposed,
        Self::Applied,
        Self::Approved,
        Self::Declined,
        Self::Filed,
        Self::Passed,
        Self::Failed,
        Self::Satisfactory,
        Self::Unsatisfactory,
    ];

    /// The event's name on the wire, and its outcome where it has one.
    #[must_use]
    pub const fn name(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Proposed => ("proposed", None),
            Self::Applied => ("applied", None),
            Self::Approved => ("approved", None),
            Self::Declined => ("declined", None),
            Self::Filed => ("filed", None),
            Self::Passed => ("reviewed", Some("passed")),
            Self::Failed => ("reviewed", Some("failed")),
            Self::Satisfactory => ("rectified", Some("satisfactory")),
            Self::Unsatisfactory => ("rectified", Some("unsatisfactory")),
        }
    }
}

impl BodyKind {
    /// The act that opens.
    #[must_use]
    pub const fn opening(self) -> Deed {
        match self {
            Self::RegistrationAgency => Deed::Proposed,
            Self::TrainingInstitution => Deed::Applied,
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            (event, None) => f.write_str(event),
            (event, Some(outcome)) => write!(f, "{event} {outcome}"),
        }
    }
}
