//! An application under review (47.7).

use crate::calendar::working_days::Uncovered;
use crate::desk::counter::Desk;
use crate::desk::filing::Filing;
use crate::desk::outcome::{Registered, Rejected};
use crate::desk::page::RegistrationPage;
use crate::duty::record::{Duty, duties};
use crate::education::grant::Grant;
use crate::finding::record::Finding;
use crate::finding::refused::Refused;
use crate::finding::verdict::Verdict;
use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::states::{Cleared, UnderReview};
use crate::registration::application::Acceptance;
use crate::registration::form::record::{AgencyOpinion, Form};
use crate::regulation::rules::Regulation;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// An application that was accepted, with its certificate under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub(super) filing: Box<Filing>,
    pub(super) agency: Option<BodyId>,
    pub(super) review: UnderReview,
}

/// An application that was examined: it can be registered, or it can be refused, and never either.
#[derive(Debug, PartialEq, Eq)]
pub enum Examined {
    /// Nothing stands against it.
    Met(Met),
    /// Something does.
    Unmet(Unmet),
}

/// An application against which nothing stands: the only one that can be registered.
///
/// It cannot be refused.
///
/// ```compile_fail,E0599
/// # use ruankao::desk::{Desk, Met};
/// fn without_a_reason(met: Met, on: chrono::NaiveDate, desk: &Desk<'_>) {
///     let _ = met.refuse(on, desk);
/// }
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Met {
    filing: Box<Filing>,
    agency: Option<BodyId>,
    cleared: Cleared,
}

/// An application against which something stands: the only one that can be refused.
///
/// It has at least one reason, and cannot be registered.
///
/// ```compile_fail,E0599
/// # use ruankao::desk::{Desk, Unmet};
/// fn against_findings(unmet: Unmet, on: chrono::NaiveDate, desk: &Desk<'_>) {
///     let _ = unmet.register(on, desk);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    accepted: Accepted,
    reasons: Vec<Finding>,
}

impl Accepted {
    /// The form.
    #[must_use]
    pub const fn form(&self) -> &Form {
        &self.filing.form
    }

    /// The day of acceptance.
    #[must_use]
    pub const fn accepted_on(&self) -> NaiveDate {
        self.review.accepted_on()
    }

    /// The certificate, under review.
    #[must_use]
    pub const fn review(&self) -> &UnderReview {
        &self.review
    }

    /// The certificate, the application left lying: for a cancellation meanwhile (47.10), say.
    #[must_use]
    pub fn into_review(self) -> UnderReview {
        self.review
    }

    /// The day by which the opinion is due.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the working days reach into a year the calendar does not cover.
    pub fn opinion_due(&self, regulation: &Regulation) -> Result<NaiveDate, Uncovered> {
        regulation.review_by(self.accepted_on())
    }

    /// Whether an opinion given on `on`, or not given by then, is late. The notices attach nothing to that.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the working days reach into a year the calendar does not cover.
    pub fn is_overdue(&self, on: NaiveDate, regulation: &Regulation) -> Result<bool, Uncovered> {
        Ok(self.opinion_due(regulation)? < on)
    }

    /// What the acceptance obliges somebody to do.
    pub fn duties(&self, regulation: &Regulation) -> impl Iterator<Item = Duty> {
        duties(ActName::ApplicationAccepted, self.accepted_on(), regulation)
    }

    /// The event to be recorded in the certificate's history.
    #[must_use]
    pub fn event(&self) -> Event {
        let acceptance = Acceptance { agency: self.agency.clone(), application: *self.review.application() };
        Act::ApplicationAccepted(acceptance).on(self.accepted_on())
    }

    /// All that stands against the application: first what disagrees in the form, then the conditions of registration.
    /// Both as of the day of acceptance.
    #[must_use]
    pub fn verdict(&self, desk: &Desk<'_>) -> Verdict {
        let mut verdict = self.filing.form.findings(desk.paper, desk.ledger, self.accepted_on());
        verdict.extend(self.review.conditions(&desk.context).into_findings());
        verdict
    }

    /// What the clerk should look at in the form, and what stands against nothing.
    pub fn notes(&self) -> impl Iterator<Item = Finding> {
        self.filing.form.notes()
    }

    /// Grants an extension of the time for education meanwhile; it counts in the review.
    ///
    /// # Errors
    ///
    /// What [`UnderReview::extend`] refuses.
    pub fn extend(self, on: NaiveDate, grant: &Grant, desk: &Desk<'_>) -> Result<Self, Refused<Self>> {
        let Self { filing, agency, review } = self;
        match review.extend(on, grant, &desk.context) {
            Ok(review) => Ok(Self { filing, agency, review }),
            Err(Refused { state, fault }) => Err(Refused { state: Self { filing, agency, review: state }, fault }),
        }
    }

    /// Examines the application: what comes of it is decided by the findings alone.
    #[must_use]
    pub fn examine(self, desk: &Desk<'_>) -> Examined {
        let reasons = self.verdict(desk).into_findings();
        if !reasons.is_empty() {
            return Examined::Unmet(Unmet { accepted: self, reasons });
        }
        let Self { filing, agency, review } = self;
        match review.clear(&desk.context) {
            Ok(cleared) => Examined::Met(Met { filing, agency, cleared }),
            Err(Refused { state, fault }) => {
                let accepted = Self { filing, agency, review: state };
                Examined::Unmet(Unmet { accepted, reasons: fault.findings().to_vec() })
            }
        }
    }
}

impl Met {
    /// Registers the certificate: the page is stamped, and the next term starts.
    ///
    /// # Errors
    ///
    /// What [`Cleared::register`] refuses.
    pub fn register(self, on: NaiveDate, desk: &Desk<'_>) -> Result<Registered, Refused<Self>> {
        let Self { filing, agency, cleared } = self;
        match cleared.register(on, &desk.context) {
            Ok(certificate) => {
                let page = RegistrationPage::of(certificate.term(), on, desk.paper.number.clone(), agency);
                let form = filing.form.with_opinion(AgencyOpinion { favorable: true, on });
                Ok(Registered { certificate, page, form: Box::new(form) })
            }
            Err(Refused { state, fault }) => Err(Refused { state: Self { filing, agency, cleared: state }, fault }),
        }
    }

    /// The application, its clearance given up.
    #[must_use]
    pub fn into_accepted(self) -> Accepted {
        Accepted { filing: self.filing, agency: self.agency, review: self.cleared.into_review() }
    }
}

impl Unmet {
    /// All that stands against it.
    #[must_use]
    pub fn reasons(&self) -> &[Finding] {
        &self.reasons
    }

    /// Refuses the application with these reasons; another may follow in time.
    ///
    /// # Errors
    ///
    /// What [`UnderReview::refuse`] refuses.
    pub fn refuse(self, on: NaiveDate, desk: &Desk<'_>) -> Result<Rejected, Refused<Self>> {
        let Self { accepted: Accepted { filing, agency, review }, reasons } = self;
        match review.refuse(on, &desk.context) {
            Ok(certificate) => {
                let form = filing.form.with_opinion(AgencyOpinion { favorable: false, on });
                Ok(Rejected { certificate, reasons, on, form: Box::new(form) })
            }
            Err(Refused { state, fault }) => {
                Err(Refused { state: Self { accepted: Accepted { filing, agency, review: state }, reasons }, fault })
            }
        }
    }

    /// The application, to be examined again.
    #[must_use]
    pub fn into_accepted(self) -> Accepted {
        self.accepted
    }
}
