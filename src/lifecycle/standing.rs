//! The standing of a certificate on a day: its phase, and whether it is in force.

use crate::naming::table::{Words, named};
use crate::revocation::RevocationGround;
use chrono::NaiveDate;

/// The standing of a certificate on a day. There is exactly one on each day.
///
/// It rests only on acts dated by that day, and on what the register held on the day as known on which it is asked.
///
/// # Examples
///
/// ```
/// use ruankao::{Act, History, Law, Ledger, Phase, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
/// let standing = file.on(day!(2008, 3, 10))?.standing();
/// assert_eq!(standing.phase, Phase::RegistrationDue { until: day!(2008, 3, 10) });
/// assert!(standing.in_force && !file.on(day!(2008, 3, 11))?.standing().in_force);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Standing"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Standing"))]
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
        /// Whether the notices' own remedy is used up: upheld on appeal, or the time for appeal run out unused. Other law
        /// may give [more time, or a court](crate::docs::decided_points#final_within_notices).
        is_final: bool,
        /// Once published and while not final: the last day on which to appeal.
        appealable_until: Option<NaiveDate>,
    },
    /// The notices have been repealed, and it was neither lapsed nor cancelled then: in force
    /// [without end](crate::docs::decided_points#after_repeal).
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
        /// The last day on which to act for the next registration.
        until: NaiveDate,
    },
    /// The window is open.
    RegistrationDue {
        /// The last day on which to act for the next registration.
        until: NaiveDate,
    },
    /// The term runs and the window is not open yet.
    InForce {
        /// The last day on which to act for the next registration.
        until: NaiveDate,
    },
}

named! {
    /// A phase by name alone, in the order in which they are tried.
    ///
    /// Its words go on from "the certificate is".
    pub enum PhaseName: "phase" {
        /// Before the approval.
        NotApproved = "not_approved", "not approved", "尚未取得证书";
        /// Approved before the regime began, or from its repeal on.
        NotSubject = "not_subject", "not subject to registration", "不适用登记制度";
        /// Cancelled, and an appeal is pending.
        UnderAppeal = "under_appeal", "under appeal", "复议中";
        /// Cancelled.
        Cancelled = "cancelled", "cancelled", "已注销登记";
        /// The notices have been repealed.
        Released = "released", "released by the repeal", "通知废止后持续有效";
        /// An application is accepted and not yet decided.
        UnderReview = "under_review", "under review", "登记审查中";
        /// An application is filed and not yet accepted.
        Filed = "filed", "awaiting acceptance", "已提交登记申请";
        /// Lapsed.
        Lapsed = "lapsed", "lapsed", "逾期失效";
        /// A request for deferral is pending and the deadline is past.
        DeferralPending = "deferral_pending", "awaiting a decision on deferral", "延期登记申请待决";
        /// The term has ended and a deferral runs.
        Deferred = "deferred", "deferred", "延期登记中";
        /// The window is open.
        RegistrationDue = "registration_due", "due for registration", "应办理登记";
        /// The term runs and the window is not open yet.
        InForce = "in_force", "within its term", "有效期内";
    }
}

/// The outline of a standing: what a timeline tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outline {
    /// The phase by name.
    pub phase: PhaseName,
    /// Whether the certificate is valid.
    pub in_force: bool,
    /// Where it is cancelled: whether that is final.
    #[cfg_attr(feature = "serde", serde(rename = "final", skip_serializing_if = "Option::is_none"))]
    pub is_final: Option<bool>,
}

/// What it is called that a certificate is valid or not.
pub(crate) const fn validity(in_force: bool) -> Words {
    if in_force { Words::new("valid", "有效") } else { Words::new("not valid", "无效") }
}

impl Standing {
    /// The phase by name, and whether the certificate is valid: what a day comes to.
    pub(crate) const fn outcome(&self) -> (PhaseName, bool) {
        (self.phase.name(), self.in_force)
    }

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

#[cfg(feature = "serde")]
mod wire {
    use super::{Phase, PhaseName, RevocationGround};
    use crate::calendar::iso::Day;
    use serde::Serialize;

    /// A standing as it is written: the days that its phase knows, and no others.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Standing {
        phase: PhaseName,
        in_force: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        ground: Option<RevocationGround>,
        #[serde(skip_serializing_if = "Option::is_none")]
        filed_on: Option<Day>,
        #[serde(rename = "final", skip_serializing_if = "Option::is_none")]
        is_final: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        appealable_until: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        accepted_on: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        requested_on: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    }

    impl From<super::Standing> for Standing {
        fn from(standing: super::Standing) -> Self {
            let super::Standing { phase, in_force } = standing;
            let bare = Self {
                phase: phase.name(),
                in_force,
                since: None,
                ground: None,
                filed_on: None,
                is_final: None,
                appealable_until: None,
                accepted_on: None,
                requested_on: None,
                until: None,
            };
            let cancelled = |since, ground| (Some(Day(since)), Some(ground));
            match phase {
                Phase::NotApproved | Phase::NotSubject | Phase::Released => bare,
                Phase::UnderAppeal { since, ground, filed_on } => {
                    let (since, ground) = cancelled(since, ground);
                    Self { since, ground, filed_on: Some(Day(filed_on)), ..bare }
                }
                Phase::Cancelled { since, ground, is_final, appealable_until } => {
                    let (since, ground) = cancelled(since, ground);
                    let appealable_until = appealable_until.map(Day);
                    Self { since, ground, is_final: Some(is_final), appealable_until, ..bare }
                }
                Phase::Lapsed { since } => Self { since: Some(Day(since)), ..bare },
                Phase::Filed { filed_on } => Self { filed_on: Some(Day(filed_on)), ..bare },
                Phase::UnderReview { accepted_on } => Self { accepted_on: Some(Day(accepted_on)), ..bare },
                Phase::DeferralPending { requested_on } => Self { requested_on: Some(Day(requested_on)), ..bare },
                Phase::Deferred { until } | Phase::RegistrationDue { until } | Phase::InForce { until } => {
                    Self { until: Some(Day(until)), ..bare }
                }
            }
        }
    }
}
