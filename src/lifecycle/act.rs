//! What happens to a certificate.

use crate::appeal::time_limit::Outcome;
use crate::deferral::request::Request;
use crate::education::grant::Grant;
use crate::record::Dated;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::revocation::ground::Revocation;
use chrono::NaiveDate;

/// An act, dated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// The day of the act.
    pub on: NaiveDate,
    /// The act.
    pub act: Act,
}

/// What can be done to or about a certificate.
///
/// Exhaustive on purpose: whoever reads a history has to say what each act does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// The certificate is approved (47.3).
    Approved,
    /// The holder asks to register later (47.8).
    DeferralRequested(Request),
    /// The request is granted (47.8).
    DeferralGranted,
    /// The request is refused (47.8).
    DeferralRefused,
    /// The time for education is extended (48.6).
    ExtensionGranted(Grant),
    /// An application for registration is filed (47.3).
    ApplicationFiled(Filing),
    /// An application for registration is accepted (47.3, 47.7).
    ApplicationAccepted(Acceptance),
    /// The certificate is registered (47.7).
    Registered(Registration),
    /// The application is refused (47.7).
    Refused,
    /// The holder withdraws the application (47.7).
    ApplicationWithdrawn,
    /// The registration is revoked and the certificate cancelled (47.10).
    Cancelled(Revocation),
    /// The cancellation is published (47.11).
    CancellationPublished,
    /// The cancellation is appealed (47.11).
    AppealFiled,
    /// The appeal is decided (47.11).
    AppealDecided(Outcome),
}

/// An act by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum ActName {
    /// The certificate is approved.
    Approved,
    /// The holder asks to register later.
    DeferralRequested,
    /// The request is granted.
    DeferralGranted,
    /// The request is refused.
    DeferralRefused,
    /// The time for education is extended.
    ExtensionGranted,
    /// An application is filed.
    ApplicationFiled,
    /// An application is accepted.
    ApplicationAccepted,
    /// The certificate is registered.
    Registered,
    /// The application is refused.
    Refused,
    /// The application is withdrawn.
    ApplicationWithdrawn,
    /// The certificate is cancelled.
    Cancelled,
    /// The cancellation is published.
    CancellationPublished,
    /// The cancellation is appealed.
    AppealFiled,
    /// The appeal is decided.
    AppealDecided,
}

impl Dated for Event {
    fn on(&self) -> NaiveDate {
        self.on
    }
}

impl ActName {
    /// All of them, in the order of the rule book.
    pub const ALL: [Self; 14] = [
        Self::Approved,
        Self::DeferralRequested,
        Self::DeferralGranted,
        Self::DeferralRefused,
        Self::ExtensionGranted,
        Self::ApplicationFiled,
        Self::ApplicationAccepted,
        Self::Registered,
        Self::Refused,
        Self::ApplicationWithdrawn,
        Self::Cancelled,
        Self::CancellationPublished,
        Self::AppealFiled,
        Self::AppealDecided,
    ];

    /// Whether it comes after a cancellation: what neither a lapse nor the repeal of the notices bars.
    pub(super) const fn follows_cancellation(self) -> bool {
        matches!(self, Self::CancellationPublished | Self::AppealFiled | Self::AppealDecided)
    }

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::DeferralRequested => "deferral_requested",
            Self::DeferralGranted => "deferral_granted",
            Self::DeferralRefused => "deferral_refused",
            Self::ExtensionGranted => "extension_granted",
            Self::ApplicationFiled => "application_filed",
            Self::ApplicationAccepted => "application_accepted",
            Self::Registered => "registered",
            Self::Refused => "refused",
            Self::ApplicationWithdrawn => "application_withdrawn",
            Self::Cancelled => "cancelled",
            Self::CancellationPublished => "cancellation_published",
            Self::AppealFiled => "appeal_filed",
            Self::AppealDecided => "appeal_decided",
        }
    }
}

impl Act {
    /// The act on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::ActName;
    /// use ruankao::Act;
    ///
    /// let event = Act::Approved.on(NaiveDate::from_ymd_opt(2005, 3, 10).unwrap());
    /// assert_eq!(event.act.name(), ActName::Approved);
    /// ```
    #[must_use]
    pub const fn on(self, on: NaiveDate) -> Event {
        Event { on, act: self }
    }

    /// The act by name alone.
    #[must_use]
    pub const fn name(&self) -> ActName {
        match self {
            Self::Approved => ActName::Approved,
            Self::DeferralRequested(_) => ActName::DeferralRequested,
            Self::DeferralGranted => ActName::DeferralGranted,
            Self::DeferralRefused => ActName::DeferralRefused,
            Self::ExtensionGranted(_) => ActName::ExtensionGranted,
            Self::ApplicationFiled(_) => ActName::ApplicationFiled,
            Self::ApplicationAccepted(_) => ActName::ApplicationAccepted,
            Self::Registered(_) => ActName::Registered,
            Self::Refused => ActName::Refused,
            Self::ApplicationWithdrawn => ActName::ApplicationWithdrawn,
            Self::Cancelled(_) => ActName::Cancelled,
            Self::CancellationPublished => ActName::CancellationPublished,
            Self::AppealFiled => ActName::AppealFiled,
            Self::AppealDecided(_) => ActName::AppealDecided,
        }
    }
}

impl core::fmt::Display for ActName {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}
