//! What brings duties: the acts about a certificate, and the steps in the oversight of bodies.

use crate::duty::task::Task;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::oversight::event::Act as BodyAct;
use crate::oversight::kind::Kind;
use crate::oversight::phase::BodyKind;
use crate::oversight::review::{Rectification, Review};
use chrono::NaiveDate;

/// Something done that brings duties, with the day that it sets where it sets one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// An act about a certificate.
    Certificate(ActName),
    /// The Office approves a registration agency, which may act from then on (47.2).
    AgencyApproved,
    /// An agency is reviewed and passes (47.14).
    AgencyPassed,
    /// An agency is reviewed, fails, and is ordered to rectify (47.14).
    AgencyFailed {
        /// The last day for the rectification.
        rectify_by: NaiveDate,
    },
    /// An agency's qualification is withdrawn (47.14).
    AgencyWithdrawn,
    /// A unit applies to become a training institution, to the local registration agency (48.8).
    InstitutionApplied,
    /// The provincial authority approves a training institution (48.8).
    InstitutionApproved,
    /// A training institution is filed with the Centre, and may train from then on (48.8).
    InstitutionFiled,
    /// A training institution is inspected and passes (48.12).
    InstitutionPassed,
    /// A training institution is inspected, fails, and is ordered to rectify (48.12).
    InstitutionFailed {
        /// The last day for the rectification.
        rectify_by: NaiveDate,
    },
    /// A training institution's qualification is withdrawn (48.12).
    InstitutionWithdrawn,
    /// A training was held, and vouchers were given (48.9).
    TrainingHeld,
}

/// An occasion by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccasionName {
    /// An act about a certificate.
    Certificate(ActName),
    /// See [`Occasion::AgencyApproved`].
    AgencyApproved,
    /// See [`Occasion::AgencyPassed`].
    AgencyPassed,
    /// See [`Occasion::AgencyFailed`].
    AgencyFailed,
    /// See [`Occasion::AgencyWithdrawn`].
    AgencyWithdrawn,
    /// See [`Occasion::InstitutionApplied`].
    InstitutionApplied,
    /// See [`Occasion::InstitutionApproved`].
    InstitutionApproved,
    /// See [`Occasion::InstitutionFiled`].
    InstitutionFiled,
    /// See [`Occasion::InstitutionPassed`].
    InstitutionPassed,
    /// See [`Occasion::InstitutionFailed`].
    InstitutionFailed,
    /// See [`Occasion::InstitutionWithdrawn`].
    InstitutionWithdrawn,
    /// See [`Occasion::TrainingHeld`].
    TrainingHeld,
}

impl Occasion {
    /// What a step in the oversight of a body brings duties as; the proposal of an agency, turning down and a rectification
    /// that satisfies bring none.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::Occasion;
    /// use ruankao::oversight::{Act, Agency};
    ///
    /// assert_eq!(Occasion::of_body(&Act::<Agency>::Approved), Some(Occasion::AgencyApproved));
    /// assert_eq!(Occasion::of_body(&Act::<Agency>::Declined), None);
    /// ```
    #[must_use]
    pub fn of_body<K: Kind>(act: &BodyAct<K>) -> Option<Self> {
        let (agency, institution) = match act {
            BodyAct::Declined | BodyAct::Rectified(Rectification::Satisfactory) => return None,
            BodyAct::Opened(_) => {
                return match K::KIND {
                    BodyKind::RegistrationAgency => None,
                    BodyKind::TrainingInstitution => Some(Self::InstitutionApplied),
                };
            }
            BodyAct::Approved => (Self::AgencyApproved, Self::InstitutionApproved),
            BodyAct::Filed(_) => return Some(Self::InstitutionFiled),
            BodyAct::Reviewed(Review::Passed) => (Self::AgencyPassed, Self::InstitutionPassed),
            BodyAct::Reviewed(Review::Failed { rectify_by }) => {
                let rectify_by = *rectify_by;
                (Self::AgencyFailed { rectify_by }, Self::InstitutionFailed { rectify_by })
            }
            BodyAct::Rectified(Rectification::Unsatisfactory) => (Self::AgencyWithdrawn, Self::InstitutionWithdrawn),
        };
        Some(match K::KIND {
            BodyKind::RegistrationAgency => agency,
            BodyKind::TrainingInstitution => institution,
        })
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> OccasionName {
        match self {
            Self::Certificate(act) => OccasionName::Certificate(act),
            Self::AgencyApproved => OccasionName::AgencyApproved,
            Self::AgencyPassed => OccasionName::AgencyPassed,
            Self::AgencyFailed { .. } => OccasionName::AgencyFailed,
            Self::AgencyWithdrawn => OccasionName::AgencyWithdrawn,
            Self::InstitutionApplied => OccasionName::InstitutionApplied,
            Self::InstitutionApproved => OccasionName::InstitutionApproved,
            Self::InstitutionFiled => OccasionName::InstitutionFiled,
            Self::InstitutionPassed => OccasionName::InstitutionPassed,
            Self::InstitutionFailed { .. } => OccasionName::InstitutionFailed,
            Self::InstitutionWithdrawn => OccasionName::InstitutionWithdrawn,
            Self::TrainingHeld => OccasionName::TrainingHeld,
        }
    }

    /// The day set for a rectification.
    #[must_use]
    pub const fn rectify_by(self) -> Option<NaiveDate> {
        match self {
            Self::AgencyFailed { rectify_by } | Self::InstitutionFailed { rectify_by } => Some(rectify_by),
            _ => None,
        }
    }
}

impl OccasionName {
    /// The tasks that it brings, in the order of the notices.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::{OccasionName, Task};
    /// use ruankao::lifecycle::ActName;
    ///
    /// let cancelled = OccasionName::Certificate(ActName::Cancelled).tasks();
    /// assert!(cancelled.contains(&Task::FileCancellation));
    /// assert!(!cancelled.contains(&Task::SealPage));
    /// ```
    #[must_use]
    pub const fn tasks(self) -> &'static [Task] {
        match self {
            Self::Certificate(act) => of_act(act),
            Self::AgencyApproved => &[Task::KeepPersonInCharge, Task::PublishContacts, Task::ReviewAgency],
            Self::AgencyPassed => &[Task::ReviewAgency],
            Self::AgencyFailed => &[Task::ReviewAgency, Task::RectifyAgency],
            Self::AgencyWithdrawn => &[],
            // 向当地证书登记实施机构提出申请，经当地…主管部门批准: the application goes through the agency.
            Self::InstitutionApplied => &[Task::ForwardInstitution],
            Self::InstitutionApproved => &[Task::FileInstitution],
            Self::InstitutionFiled | Self::InstitutionPassed => &[Task::InspectInstitution],
            Self::InstitutionFailed => &[Task::InspectInstitution, Task::RectifyInstitution],
            Self::InstitutionWithdrawn => &[Task::FileWithdrawal],
            Self::TrainingHeld => &[Task::KeepRecords, Task::SignRecords],
        }
    }
}

/// The query system tells of every act after which a standing may read otherwise: 47.12 has it show 登记情况, and knows no
/// exception.
const fn of_act(act: ActName) -> &'static [Task] {
    match act {
        ActName::ApplicationAccepted => &[Task::GiveOpinion, Task::UpdateQuerySystem],
        ActName::Registered => &[Task::SealPage, Task::ReportTalentPool, Task::UpdateQuerySystem],
        // 47.11 counts from a publication that no clause sets: the agency that revoked has it in hand. Without it the time
        // for appeal does not start, though under other law one may run from knowledge.
        ActName::Cancelled => {
            &[Task::VoidCertificate, Task::FileCancellation, Task::PublishCancellation, Task::UpdateQuerySystem]
        }
        ActName::Approved
        | ActName::DeferralRequested
        | ActName::DeferralGranted
        | ActName::DeferralRefused
        | ActName::ApplicationFiled
        | ActName::Refused
        | ActName::ApplicationWithdrawn
        | ActName::CancellationPublished
        | ActName::AppealFiled
        | ActName::AppealDecided => &[Task::UpdateQuerySystem],
        // It moves the end of the education cycle, which the query system does not show.
        ActName::ExtensionGranted => &[],
    }
}

impl From<ActName> for Occasion {
    fn from(act: ActName) -> Self {
        Self::Certificate(act)
    }
}

impl From<&Act> for Occasion {
    fn from(act: &Act) -> Self {
        Self::Certificate(act.name())
    }
}

impl From<&Event> for Occasion {
    fn from(event: &Event) -> Self {
        Self::from(&event.act)
    }
}
