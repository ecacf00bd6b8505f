//! What the states tell.

use crate::lifecycle::states::{
    Cancelled, DeferralPending, Filed, Lapsed, NotSubject, Publication, Published, Running, UnderAppeal, UnderReview,
    Upheld,
};
use crate::lifecycle::term::Term;
use crate::registration::application::Application;
use crate::revocation::RevocationGround;
use chrono::NaiveDate;

impl NotSubject {
    /// The day of the approval.
    #[must_use]
    pub const fn approved_on(&self) -> NaiveDate {
        self.approved_on
    }
}

impl Running {
    /// The term that runs.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }
}

impl Filed {
    /// The term that runs, or that has lapsed.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The day of filing.
    #[must_use]
    pub const fn filed_on(&self) -> NaiveDate {
        self.filed_on
    }

    /// Where it was filed after a lapse: since when the certificate has lapsed.
    #[must_use]
    pub const fn lapsed_since(&self) -> Option<NaiveDate> {
        self.after_lapse
    }
}

impl UnderReview {
    /// The term that runs, or that has lapsed.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The day of acceptance.
    #[must_use]
    pub const fn accepted_on(&self) -> NaiveDate {
        self.accepted_on
    }

    /// What the applicant brought to the acceptance.
    #[must_use]
    pub const fn application(&self) -> &Application {
        &self.application
    }

    /// Where it was made after a lapse: since when the certificate has lapsed.
    #[must_use]
    pub const fn lapsed_since(&self) -> Option<NaiveDate> {
        self.after_lapse
    }
}

impl DeferralPending {
    /// The term that runs.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The day of the request.
    #[must_use]
    pub const fn requested_on(&self) -> NaiveDate {
        self.requested_on
    }

    /// The last day on which to register, if the request is granted.
    #[must_use]
    pub const fn until(&self) -> NaiveDate {
        self.until
    }
}

impl Lapsed {
    /// The term that lapsed.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The first day on which the certificate was no longer valid.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }
}

impl Cancelled {
    /// The day of the cancellation, from which the certificate is void.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The ground.
    #[must_use]
    pub const fn ground(&self) -> RevocationGround {
        self.ground
    }
}

impl Publication {
    /// The day of publication.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The last day on which to appeal.
    #[must_use]
    pub const fn appealable_until(&self) -> NaiveDate {
        self.appealable_until
    }
}

impl Published {
    /// The cancellation that was published.
    #[must_use]
    pub const fn cancelled(&self) -> &Cancelled {
        &self.cancelled
    }

    /// Its publication.
    #[must_use]
    pub const fn publication(&self) -> &Publication {
        &self.publication
    }

    /// The last day on which to appeal.
    #[must_use]
    pub const fn appealable_until(&self) -> NaiveDate {
        self.publication.appealable_until
    }
}

impl UnderAppeal {
    /// The cancellation that is appealed.
    #[must_use]
    pub const fn cancelled(&self) -> &Cancelled {
        &self.cancelled
    }

    /// The publication of the cancellation, if there was one.
    #[must_use]
    pub const fn publication(&self) -> Option<&Publication> {
        self.publication.as_ref()
    }

    /// The day on which the appeal was filed.
    #[must_use]
    pub const fn filed_on(&self) -> NaiveDate {
        self.filed_on
    }
}

impl Upheld {
    /// The appeal that was lost.
    #[must_use]
    pub const fn appeal(&self) -> &UnderAppeal {
        &self.appeal
    }

    /// The day of the decision.
    #[must_use]
    pub const fn decided_on(&self) -> NaiveDate {
        self.decided_on
    }
}
