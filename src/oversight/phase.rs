//! The phases of an accreditation, and the two kinds of body that run through them.

use crate::finding::code::Code;
use crate::naming::table::named;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;

named! {
    /// Where a body stands: exactly one of these on each day.
    pub enum Phase: "phase" {
        /// Nothing is known of it.
        Unknown = "unknown", "unknown", "未提出";
        /// An agency proposed by the provincial authority, and not yet decided on.
        Proposed = "proposed", "proposed", "已报批";
        /// An institution that applied, and is not yet decided on.
        Applied = "applied", "applied", "已申请";
        /// An institution approved and not yet filed with the Centre.
        Approved = "approved", "approved", "已批准，未备案";
        /// It may act.
        Accredited = "accredited", "accredited", "具有资格";
        /// It failed a review and is to rectify; it may still act.
        Rectifying = "rectifying", "rectifying", "限期整改中";
        /// It may act no longer, for good.
        Withdrawn = "withdrawn", "withdrawn", "已撤销资格";
        /// It was turned down; it may open again.
        Declined = "declined", "declined", "未获批准";
    }
}

named! {
    /// The two kinds of body that are accredited.
    pub enum BodyKind: "kind of body" {
        /// A registration agency (47.2, 47.14).
        RegistrationAgency = "registration_agency", "registration agency", "证书登记实施机构";
        /// A training institution (48.8, 48.12).
        TrainingInstitution = "training_institution", "training institution", "继续教育培训机构";
    }
}

impl Phase {
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
