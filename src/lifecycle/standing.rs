//! The standing of a certificate on a day: its phase, and whether it is in force.

use crate::revocation::ground::RevocationGround;
use chrono::NaiveDate;

/// The standing of a certificate on a day. There is exactly one on each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The phase, with its days.
    pub phase: Phase,
    /// Whether the certificate is valid.
    pub in_force: bool,
}

/// A phase in a certificate's life, the first that fits in the order below.
///
/// Exhaustive on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The day is before the approval.
    NotApproved,
    /// Approved before the regime began, or from its repeal on.
    NotSubject,
    /// Cancelled, and an appeal is pending.
    UnderAppeal {
        /// The day of the cancellation.
        since: NaiveDate,
        /// Its ground.
        ground: RevocationGround,
        /// The day the appeal was filed.
        filed_on: NaiveDate,
    },
    /// Cancelled.
    Cancelled {
        /// The day of the cancellation.
        since: NaiveDate,
        /// Its ground.
        ground: RevocationGround,
        /// Whether nothing can be done about it any more: upheld on appeal, or the time for appeal run out unused.
        is_final: bool,
        /// Once published and while not final: the last day on which to appeal.
        appealable_until: Option<NaiveDate>,
    },
    /// The notices have been repealed, and it was neither lapsed nor cancelled then: in force without end.
    Released,
    /// An application is accepted and not yet decided.
    UnderReview {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
    /// An application is filed and not yet accepted.
    Filed {
        /// The day of filing.
        filed_on: NaiveDate,
    },
    /// Lapsed.
    Lapsed {
        /// The first day on which it was no longer valid.
        since: NaiveDate,
    },
    /// A request for deferral is pending and the deadline is past.
    DeferralPending {
        /// The day of the request.
        requested_on: NaiveDate,
    },
    /// The term has ended and a deferral runs.
    Deferred {
        /// The last day on which to register.
        until: NaiveDate,
    },
    /// The window is open.
    RegistrationDue {
        /// The last day on which to register.
        until: NaiveDate,
    },
    /// The term runs and the window is not open yet.
    InForce {
        /// The last day on which to register.
        until: NaiveDate,
    },
}

/// A phase by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PhaseName {
    /// Before the approval.
    NotApproved,
    /// Approved before the regime began, or from its repeal on.
    NotSubject,
    /// Cancelled, and an appeal is pending.
    UnderAppeal,
    /// Cancelled.
    Cancelled,
    /// The notices have been repealed.
    Released,
    /// An application is accepted and not yet decided.
    UnderReview,
    /// An application is filed and not yet accepted.
    Filed,
    /// Lapsed.
    Lapsed,
    /// A request for deferral is pending and the deadline is past.
    DeferralPending,
    /// The term has ended and a deferral runs.
    Deferred,
    /// The window is open.
    RegistrationDue,
    /// The term runs and the window is not open yet.
    InForce,
}

/// The outline of a standing: what a timeline tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outline {
    /// The phase by name.
    pub phase: PhaseName,
    /// Whether the certificate is valid.
    pub in_force: bool,
    /// Where it is cancelled: whether that is final.
    #[cfg_attr(feature = "serde", serde(rename = "final", skip_serializing_if = "Option::is_none"))]
    pub is_final: Option<bool>,
}

impl Standing {
    /// Its outline.
    #[must_use]
    pub const fn outline(&self) -> Outline {
        let is_final = match self.phase {
            Phase::Cancelled { is_final, .. } => Some(is_final),
            _ => None,
        };
        Outline { phase: self.phase.name(), in_force: self.in_force, is_final }
    }
}

impl Phase {
    /// Its name.
    #[must_use]
    pub const fn name(&self) -> PhaseName {
        match self {
            Self::NotApproved => PhaseName::NotApproved,
            Self::NotSubject => PhaseName::NotSubject,
            Self::UnderAppeal { .. } => PhaseName::UnderAppeal,
            Self::Cancelled { .. } => PhaseName::Cancelled,
            Self::Released => PhaseName::Released,
            Self::UnderReview { .. } => PhaseName::UnderReview,
            Self::Filed { .. } => PhaseName::Filed,
            Self::Lapsed { .. } => PhaseName::Lapsed,
            Self::DeferralPending { .. } => PhaseName::DeferralPending,
            Self::Deferred { .. } => PhaseName::Deferred,
            Self::RegistrationDue { .. } => PhaseName::RegistrationDue,
            Self::InForce { .. } => PhaseName::InForce,
        }
    }
}

impl PhaseName {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 12] = [
        Self::NotApproved,
        Self::NotSubject,
        Self::UnderAppeal,
        Self::Cancelled,
        Self::Released,
        Self::UnderReview,
        Self::Filed,
        Self::Lapsed,
        Self::DeferralPending,
        Self::Deferred,
        Self::RegistrationDue,
        Self::InForce,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotApproved => "not_approved",
            Self::NotSubject => "not_subject",
            Self::UnderAppeal => "under_appeal",
            Self::Cancelled => "cancelled",
            Self::Released => "released",
            Self::UnderReview => "under_review",
            Self::Filed => "filed",
            Self::Lapsed => "lapsed",
            Self::DeferralPending => "deferral_pending",
            Self::Deferred => "deferred",
            Self::RegistrationDue => "registration_due",
            Self::InForce => "in_force",
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Standing {
    /// The answer to `standing`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("phase", &self.phase.name())?;
        map.serialize_entry("in_force", &self.in_force)?;
        match self.phase {
            Phase::NotApproved | Phase::NotSubject | Phase::Released => {}
            Phase::UnderAppeal { since, ground, filed_on } => {
                map.serialize_entry("since", &Day(since))?;
                map.serialize_entry("ground", &ground)?;
                map.serialize_entry("filed_on", &Day(filed_on))?;
            }
            Phase::Cancelled { since, ground, is_final, appealable_until } => {
                map.serialize_entry("since", &Day(since))?;
                map.serialize_entry("ground", &ground)?;
                map.serialize_entry("final", &is_final)?;
                if let Some(day) = appealable_until {
                    map.serialize_entry("appealable_until", &Day(day))?;
                }
            }
            Phase::Lapsed { since } => map.serialize_entry("since", &Day(since))?,
            Phase::Filed { filed_on } => map.serialize_entry("filed_on", &Day(filed_on))?,
            Phase::UnderReview { accepted_on } => map.serialize_entry("accepted_on", &Day(accepted_on))?,
            Phase::DeferralPending { requested_on } => map.serialize_entry("requested_on", &Day(requested_on))?,
            Phase::Deferred { until } | Phase::RegistrationDue { until } | Phase::InForce { until } => {
                map.serialize_entry("until", &Day(until))?;
            }
        }
        map.end()
    }
}

impl core::fmt::Display for PhaseName {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}
