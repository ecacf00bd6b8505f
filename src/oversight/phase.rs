//! The phases of an accreditation, and the two kinds of body that run through them.

use crate::finding::code::Code;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use core::fmt;

/// Where a body stands: exactly one of these on each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Phase {
    /// Nothing is known of it.
    Unknown,
    /// An agency proposed by the provincial authority, and not yet decided on.
    Proposed,
    /// An institution that applied, and is not yet decided on.
    Applied,
    /// An institution approved and not yet filed with the Centre.
    Approved,
    /// It may act.
    Accredited,
    /// It failed a review and is to rectify; it may still act.
    Rectifying,
    /// It may act no longer, for good.
    Withdrawn,
    /// It was turned down; it may open again.
    Declined,
}

/// The two kinds of body that are accredited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum BodyKind {
    /// A registration agency (47.2, 47.14).
    RegistrationAgency,
    /// A training institution (48.8, 48.12).
    TrainingInstitution,
}

impl Phase {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Proposed => "proposed",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Accredited => "accredited",
            Self::Rectifying => "rectifying",
            Self::Withdrawn => "withdrawn",
            Self::Declined => "declined",
        }
    }

    /// Whether a body in this phase may act: accredited, and while it rectifies.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Phase;
    ///
    /// assert!(Phase::Rectifying.may_act());
    /// // Approved is not enough: 方可 in 48.8 stands behind the filing.
    /// assert!(!Phase::Approved.may_act());
    /// ```
    #[must_use]
    pub const fn may_act(self) -> bool {
        matches!(self, Self::Accredited | Self::Rectifying)
    }
}

impl BodyKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::RegistrationAgency, Self::TrainingInstitution];

    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RegistrationAgency => "registration_agency",
            Self::TrainingInstitution => "training_institution",
        }
    }

    /// The authority it is itself.
    #[must_use]
    pub const fn authority(self) -> Authority {
        match self {
            Self::RegistrationAgency => Authority::RegistrationAgency,
            Self::TrainingInstitution => Authority::TrainingInstitution,
        }
    }

    /// Who opens: the provincial authority proposes an agency (47.2), an institution applies itself, to the
    /// local registration agency (48.8).
    #[must_use]
    pub const fn opened_by(self) -> Authority {
        match self {
            Self::RegistrationAgency => Authority::ProvincialAuthority,
            Self::TrainingInstitution => Authority::TrainingInstitution,
        }
    }

    /// Who decides, and afterwards reviews, orders to rectify and withdraws: the Office over agencies (47.2, 47.14), the
    /// provincial authority over institutions (48.8, 48.12).
    #[must_use]
    pub const fn decided_by(self) -> Authority {
        match self {
            Self::RegistrationAgency => Authority::Office,
            Self::TrainingInstitution => Authority::ProvincialAuthority,
        }
    }

    /// The clause of the opening, the decision and the filing.
    #[must_use]
    pub const fn set_up_under(self) -> Clause {
        match self {
            Self::RegistrationAgency => Clause::N47_2,
            Self::TrainingInstitution => Clause::N48_8,
        }
    }

    /// The clause of the yearly review and what follows from it.
    #[must_use]
    pub const fn reviewed_under(self) -> Clause {
        match self {
            Self::RegistrationAgency => Clause::N47_14,
            Self::TrainingInstitution => Clause::N48_12,
        }
    }

    /// The phase that the opening leads to.
    pub(crate) const fn opened(self) -> Phase {
        match self {
            Self::RegistrationAgency => Phase::Proposed,
            Self::TrainingInstitution => Phase::Applied,
        }
    }

    /// What stands against a second opening.
    pub(crate) const fn already_opened(self) -> Code {
        match self {
            Self::RegistrationAgency => Code::AlreadyProposed,
            Self::TrainingInstitution => Code::AlreadyApplied,
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for BodyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
