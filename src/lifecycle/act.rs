//! What happens to a certificate.

use crate::appeal::Outcome;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::naming::table::named;
use crate::record::Dated;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::revocation::Revocation;
use alloc::boxed::Box;
use chrono::NaiveDate;

/// An act, dated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// The day of the act.
    pub on: NaiveDate,
    /// The act.
    pub act: Act,
}

/// What can be done to or about a certificate. What few acts carry lies behind a pointer, so that all of them are small.
///
/// Exhaustive on purpose: whoever reads a history has to say what each act does.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// The certificate is approved (47.3).
    Approved,
    /// The holder asks to register later (47.8).
    DeferralRequested(Box<Request>),
    /// The request is granted (47.8).
    DeferralGranted,
    /// The request is refused (47.8).
    DeferralRefused,
    /// The time for education is extended (48.6).
    ExtensionGranted(Box<Grant>),
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

named! {
    /// An act by name alone.
    pub enum ActName: "act" {
        /// The certificate is approved.
        Approved = "approved", "approved", "批准";
        /// The holder asks to register later.
        DeferralRequested = "deferral_requested", "deferral requested", "申请延期登记";
        /// The request is granted.
        DeferralGranted = "deferral_granted", "deferral granted", "准予延期登记";
        /// The request is refused.
        DeferralRefused = "deferral_refused", "deferral refused", "不予延期登记";
        /// The time for education is extended.
        ExtensionGranted = "extension_granted", "extension granted", "准予继续教育时间顺延";
        /// An application is filed.
        ApplicationFiled = "application_filed", "application filed", "提交登记申请";
        /// An application is accepted.
        ApplicationAccepted = "application_accepted", "application accepted", "受理登记申请";
        /// The certificate is registered.
        Registered = "registered", "registered", "登记";
        /// The application is refused.
        Refused = "refused", "application refused", "不予登记";
        /// The application is withdrawn.
        ApplicationWithdrawn = "application_withdrawn", "application withdrawn", "撤回登记申请";
        /// The certificate is cancelled.
        Cancelled = "cancelled", "cancelled", "注销登记";
        /// The cancellation is published.
        CancellationPublished = "cancellation_published", "cancellation published", "公布注销登记";
        /// The cancellation is appealed.
        AppealFiled = "appeal_filed", "appeal filed", "申请复议";
        /// The appeal is decided.
        AppealDecided = "appeal_decided", "appeal decided", "作出复议决定";
    }
}

impl Dated for Event {
    fn on(&self) -> NaiveDate {
        self.on
    }
}

impl ActName {
    /// Whether it comes after a cancellation: what neither a lapse nor the repeal of the notices bars.
    pub(super) const fn follows_cancellation(self) -> bool {
        matches!(self, Self::CancellationPublished | Self::AppealFiled | Self::AppealDecided)
    }
}

impl Act {
    /// The act on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::ActName;
    /// use ruankao::{Act, day};
    ///
    /// let event = Act::Approved.on(day!(2005, 3, 10));
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
