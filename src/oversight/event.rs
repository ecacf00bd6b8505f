//! Events of an accreditation.

use crate::naming::table::named;
use crate::oversight::conditions::Conditions;
use crate::oversight::kind::{Agency, Institution, Kind};
use crate::oversight::phase::BodyKind;
use crate::oversight::review::{Rectification, Review};
use chrono::NaiveDate;

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

named! {
    /// An act by name, its outcome included; the acts of both kinds, in the order of the rule book.
    ///
    /// Its name is the event's on the wire, or where the event has an outcome, the outcome's.
    pub enum Deed: "act" {
        /// An agency is proposed.
        Proposed = "proposed", "proposed", "报批";
        /// An institution applies.
        Applied = "applied", "applied", "提出申请";
        /// It is approved.
        Approved = "approved", "approved", "批准";
        /// It is turned down.
        Declined = "declined", "declined", "不予批准";
        /// An institution is filed.
        Filed = "filed", "filed with the Centre", "备案";
        /// A review is passed.
        Passed = "passed", "review passed", "年度审核（检查评估）合格";
        /// A review is failed.
        Failed = "failed", "review failed, to rectify", "年度审核（检查评估）不合格，限期整改";
        /// A rectification is satisfactory.
        Satisfactory = "satisfactory", "rectification satisfactory", "整改效果理想";
        /// A rectification is not satisfactory.
        Unsatisfactory = "unsatisfactory", "rectification not satisfactory", "整改效果不理想，撤销资格";
    }
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
    /// The event's name on the wire, and its outcome where it has one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Deed;
    ///
    /// assert_eq!(Deed::Failed.event(), ("reviewed", Some("failed")));
    /// assert_eq!(Deed::Filed.event(), ("filed", None));
    /// ```
    #[must_use]
    pub const fn event(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Proposed | Self::Applied | Self::Approved | Self::Declined | Self::Filed => (self.name(), None),
            Self::Passed | Self::Failed => ("reviewed", Some(self.name())),
            Self::Satisfactory | Self::Unsatisfactory => ("rectified", Some(self.name())),
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
