//! An application under review (47.7).

use crate::calendar::working_days::Uncovered;
use crate::desk::counter::Counter;
use crate::desk::outcome::{Free, Registered, Rejected, Withdrawn};
use crate::desk::page::RegistrationPage;
use crate::duty::duties::{Duty, duties};
use crate::education::grant::Grant;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::refused::Refused;
use crate::finding::value::Value;
use crate::finding::verdict::Verdict;
use crate::identity::body::BodyId;
use crate::lifecycle::act::ActName;
use crate::lifecycle::agency::Agencies;
use crate::lifecycle::at::At;
use crate::lifecycle::moves::registration::Cleared;
use crate::lifecycle::states::UnderReview;
use crate::registration::application::{Application, Registration};
use crate::registration::evidence::Evidence;
use crate::registration::form::form::{AgencyOpinion, Form};
use crate::regulation::readings::ConditionsOn;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// An application that was accepted, with its certificate under review.
#[derive(Debug)]
pub struct Accepted<'f> {
    pub(super) at: At<'f, UnderReview>,
    pub(super) counter: Counter<'f>,
    pub(super) form: Box<Form>,
    pub(super) renewed: Option<Box<Renewed>>,
}

/// What was brought under review in place of what the application was accepted on.
#[derive(Debug)]
pub(super) struct Renewed {
    form: Form,
    application: Application,
    on: NaiveDate,
}

/// An application that was examined for a decision on a day: it can be registered, or it can be refused, and never
/// either.
#[derive(Debug)]
pub enum Examined<'f> {
    /// Nothing stands against it.
    Met(Met<'f>),
    /// Something does.
    Unmet(Unmet<'f>),
}

/// An application against which nothing stands: the only one that can be registered.
///
/// It holds the clearance of its own certificate, for the day and under the conditions of the examination. It cannot be
/// refused.
///
/// ```compile_fail,E0599
/// # use ruankao::desk::Met;
/// fn without_a_reason(met: Met<'_>) {
///     let _ = met.refuse();
/// }
/// ```
#[derive(Debug)]
pub struct Met<'f> {
    cleared: Cleared<'f>,
    counter: Counter<'f>,
    form: Box<Form>,
    renewed: Option<Box<Renewed>>,
    agency: Option<BodyId>,
}

/// An application against which something stands: the only one that can be refused.
///
/// It has at least one reason, as of the day of the examination, and cannot be registered.
///
/// ```compile_fail,E0599
/// # use ruankao::desk::Unmet;
/// fn against_findings(unmet: Unmet<'_>) {
///     let _ = unmet.register();
/// }
/// ```
#[derive(Debug)]
pub struct Unmet<'f> {
    accepted: Accepted<'f>,
    reasons: Vec<Finding>,
    on: NaiveDate,
}

impl<'f> Accepted<'f> {
    /// The form: the one it was accepted on, or the one renewed since.
    #[must_use]
    pub fn form(&self) -> &Form {
        self.renewed.as_ref().map_or(&self.form, |renewed| &renewed.form)
    }

    /// The day of acceptance.
    #[must_use]
    pub const fn accepted_on(&self) -> NaiveDate {
        self.at.state().accepted_on()
    }

    /// The certificate, under review.
    #[must_use]
    pub const fn review(&self) -> &UnderReview {
        self.at.state()
    }

    /// The certificate, the application left lying: for a cancellation meanwhile (47.10), say.
    #[must_use]
    pub fn into_review(self) -> At<'f, UnderReview> {
        self.at
    }

    /// The agency that accepted it, where one is named.
    #[must_use]
    pub fn agency(&self) -> Option<&BodyId> {
        Agencies::of(self.at.history().held(None).map(|(_, event)| event)).pending
    }

    /// The day by which the opinion is due.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the working days reach into a year the calendar does not cover.
    pub fn opinion_due(&self) -> Result<NaiveDate, Uncovered> {
        self.at.law().regulation().review_by(self.accepted_on())
    }

    /// Whether an opinion given on `on`, or not given by then, is late. The notices attach nothing to that.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the working days reach into a year the calendar does not cover.
    pub fn is_overdue(&self, on: NaiveDate) -> Result<bool, Uncovered> {
        Ok(self.opinion_due()? < on)
    }

    /// What the acceptance obliges somebody to do.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        duties(ActName::ApplicationAccepted, self.accepted_on(), self.at.law().regulation())
    }

    /// All that stands against the application were it decided on `on`: first what disagrees in the form, then the
    /// conditions of registration.
    ///
    /// The form it was accepted on is held as of the acceptance, a renewed one as of the day it was brought; the
    /// conditions as of the day that the reading `conditions_on` names, under which a form renewed after it does not
    /// matter.
    #[must_use]
    pub fn verdict(&self, on: NaiveDate) -> Verdict {
        let mut verdict = self.form_findings();
        verdict.extend(self.at.conditions(on, &self.registration(None)).into_findings());
        verdict
    }

    fn form_findings(&self) -> Verdict {
        let (form, on) = self.judged();
        form.findings(self.counter.paper, self.at.ledger(), on)
    }

    /// The form that is judged, and the day as of which.
    ///
    /// Reading: `conditions_on`.
    fn judged(&self) -> (&Form, NaiveDate) {
        match (&self.renewed, self.at.law().readings().conditions_on) {
            (Some(renewed), ConditionsOn::Decision) => (&renewed.form, renewed.on),
            (Some(_), ConditionsOn::Acceptance) | (None, _) => (&self.form, self.accepted_on()),
        }
    }

    fn registration(&self, agency: Option<BodyId>) -> Registration {
        Registration { agency, application: self.renewed.as_ref().map(|renewed| renewed.application) }
    }

    /// What the clerk should look at in the form, and what stands against nothing.
    pub fn notes(&self) -> impl Iterator<Item = Finding> {
        self.judged().0.notes()
    }

    /// Grants an extension of the time for education meanwhile; it counts in the review.
    ///
    /// # Errors
    ///
    /// What [`At::extend`] refuses.
    pub fn extend(self, on: NaiveDate, grant: &Grant) -> Result<Self, Refused<Self>> {
        let Self { at, counter, form, renewed } = self;
        match at.extend(on, grant) {
            Ok(at) => Ok(Self { at, counter, form, renewed }),
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, renewed })),
        }
    }

    /// Takes another form and other evidence on a day under review, for the decision: a fee that was paid since, say. The
    /// day of acceptance stays.
    ///
    /// Under the reading `conditions_on = acceptance` they are kept and not looked at.
    ///
    /// # Errors
    ///
    /// `out_of_order` before the acceptance or what was renewed last, `fee_unknown` where something was paid on a day
    /// without a known fee.
    pub fn renew(self, on: NaiveDate, form: Form, evidence: &Evidence) -> Result<Self, Refused<Self>> {
        let renewed = in_order(self.last_brought(), on)
            .and_then(|()| evidence.application(&form, self.counter.fees, on).map_err(Finding::from));
        match renewed {
            Ok(application) => Ok(Self { renewed: Some(Box::new(Renewed { form, application, on })), ..self }),
            Err(finding) => Err(Refused { state: self, fault: finding.into() }),
        }
    }

    fn last_brought(&self) -> NaiveDate {
        self.renewed.as_ref().map_or(self.accepted_on(), |renewed| renewed.on)
    }

    /// Examines the application for a decision on `on`, by the agency named where it is another than that of acceptance:
    /// what comes of it is decided by the findings alone.
    ///
    /// # Errors
    ///
    /// Where it could not be registered on that day whatever was brought: `out_of_order` before what was brought last, and
    /// what [`At::clear`] refuses but the conditions: `lapsed`, `agency_not_approved`, `calendar_uncovered`.
    pub fn examine(self, on: NaiveDate, agency: Option<BodyId>) -> Result<Examined<'f>, Refused<Self>> {
        if let Err(finding) = in_order(self.last_brought(), on) {
            return Err(Refused { state: self, fault: finding.into() });
        }
        let mut reasons = self.form_findings().into_findings();
        let registration = self.registration(agency);
        let agency = registration.agency.clone().or_else(|| self.agency().cloned());
        let Self { at, counter, form, renewed } = self;
        match at.clear(on, &registration) {
            Ok(cleared) if reasons.is_empty() => Ok(Examined::Met(Met { cleared, counter, form, renewed, agency })),
            Ok(cleared) => {
                let accepted = Self { at: cleared.into_review(), counter, form, renewed };
                Ok(Examined::Unmet(Unmet { accepted, reasons, on }))
            }
            Err(Refused { state: at, fault }) if fault.code() == Code::ConditionsNotMet => {
                reasons.extend_from_slice(fault.findings());
                let accepted = Self { at, counter, form, renewed };
                Ok(Examined::Unmet(Unmet { accepted, reasons, on }))
            }
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, renewed })),
        }
    }

    /// Gives the application back to the holder who withdraws it; another may follow in time.
    ///
    /// # Errors
    ///
    /// What [`At::withdraw`] refuses.
    pub fn withdraw(self, on: NaiveDate) -> Result<Withdrawn<'f>, Refused<Self>> {
        let Self { at, counter, form, renewed } = self;
        match at.withdraw(on) {
            Ok(certificate) => {
                let form = renewed.map_or(form, |renewed| Box::new(renewed.form));
                Ok(Withdrawn { desk: Free { certificate, counter }, on, form })
            }
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, renewed })),
        }
    }
}

fn in_order(previous: NaiveDate, on: NaiveDate) -> Result<(), Finding> {
    let finding = Finding::without_clause(Code::OutOfOrder);
    if previous <= on { Ok(()) } else { Err(finding.compared(Value::Day(previous), Value::Day(on))) }
}

impl<'f> Met<'f> {
    /// The day for which it was examined.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.cleared.on()
    }

    /// Registers the certificate on the day of the examination: its page is stamped, and the next term starts.
    #[must_use]
    pub fn register(self) -> Registered<'f> {
        let Self { cleared, counter, form, renewed, agency } = self;
        let on = cleared.on();
        let at = cleared.register();
        let page = RegistrationPage::of(at.state().term(), on, counter.paper.number.clone(), agency);
        let form = renewed.map_or(*form, |renewed| renewed.form);
        let form = Box::new(form.with_opinion(AgencyOpinion { favorable: true, on }));
        Registered { at, counter, page, form }
    }

    /// The application, its clearance given up.
    #[must_use]
    pub fn into_accepted(self) -> Accepted<'f> {
        let Self { cleared, counter, form, renewed, agency: _ } = self;
        Accepted { at: cleared.into_review(), counter, form, renewed }
    }
}

impl<'f> Unmet<'f> {
    /// All that stands against it.
    #[must_use]
    pub fn reasons(&self) -> &[Finding] {
        &self.reasons
    }

    /// The day for which it was examined.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// Refuses the application with these reasons, on the day of the examination; another may follow in time.
    ///
    /// # Errors
    ///
    /// What [`At::refuse`] refuses.
    pub fn refuse(self) -> Result<Rejected<'f>, Refused<Self>> {
        let Self { accepted: Accepted { at, counter, form, renewed }, reasons, on } = self;
        match at.refuse(on) {
            Ok(certificate) => {
                let form = renewed.map_or(*form, |renewed| renewed.form);
                let form = Box::new(form.with_opinion(AgencyOpinion { favorable: false, on }));
                Ok(Rejected { desk: Free { certificate, counter }, reasons, on, form })
            }
            Err(refused) => {
                Err(refused.map(|at| Self { accepted: Accepted { at, counter, form, renewed }, reasons, on }))
            }
        }
    }

    /// The application, to be examined again.
    #[must_use]
    pub fn into_accepted(self) -> Accepted<'f> {
        self.accepted
    }
}
