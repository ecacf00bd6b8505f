//! What an application came to.

use crate::desk::counter::Counter;
use crate::desk::page::RegistrationPage;
use crate::duty::duties::{Duty, duties};
use crate::finding::finding::Finding;
use crate::law::Law;
use crate::lifecycle::act::ActName;
use crate::lifecycle::at::At;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::moves::decision::Decision;
use crate::lifecycle::states::Running;
use crate::lifecycle::term::Term;
use crate::registration::form::form::Form;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The folder of one certificate on the counter, with nothing applied for: an application may be handed in.
#[derive(Debug)]
pub struct Free<'f> {
    pub(super) certificate: Decision<'f>,
    pub(super) counter: Counter<'f>,
}

/// An application that was registered.
#[derive(Debug)]
pub struct Registered<'f> {
    pub(super) at: At<'f, Running>,
    pub(super) counter: Counter<'f>,
    pub(super) page: RegistrationPage,
    pub(super) form: Box<Form>,
}

/// An application that was refused, with at least one reason.
#[derive(Debug)]
pub struct Rejected<'f> {
    pub(super) desk: Free<'f>,
    pub(super) reasons: Vec<Finding>,
    pub(super) on: NaiveDate,
    pub(super) form: Box<Form>,
}

/// An application that the holder withdrew.
#[derive(Debug)]
pub struct Withdrawn<'f> {
    pub(super) desk: Free<'f>,
    pub(super) on: NaiveDate,
    pub(super) form: Box<Form>,
}

impl<'f> Free<'f> {
    /// The certificate: its term runs, or it has lapsed.
    #[must_use]
    pub fn certificate(&self) -> Certificate {
        match &self.certificate {
            Decision::Running(at) => (*at.state()).into(),
            Decision::Lapsed(at) => (*at.state()).into(),
        }
    }

    /// The same to act on, off the counter: to ask for a deferral, say.
    #[must_use]
    pub fn into_certificate(self) -> Decision<'f> {
        self.certificate
    }

    pub(super) const fn law(&self) -> &'f Law {
        match &self.certificate {
            Decision::Running(at) => at.law(),
            Decision::Lapsed(at) => at.law(),
        }
    }
}

impl<'f> Registered<'f> {
    /// The registration page, stamped.
    #[must_use]
    pub const fn page(&self) -> &RegistrationPage {
        &self.page
    }

    /// The form, with the agency's opinion.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The term that has started.
    #[must_use]
    pub const fn term(&self) -> &Term {
        self.at.state().term()
    }

    /// What the registration obliges somebody to do.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        duties(ActName::Registered, self.page.registered_on(), self.at.law().regulation())
    }

    /// The page, the form, and the folder on the counter, the certificate in its next term.
    #[must_use]
    pub fn into_parts(self) -> (RegistrationPage, Form, Free<'f>) {
        let desk = Free { certificate: Decision::Running(self.at), counter: self.counter };
        (self.page, *self.form, desk)
    }
}

impl<'f> Rejected<'f> {
    /// All that stood against it.
    #[must_use]
    pub fn reasons(&self) -> &[Finding] {
        &self.reasons
    }

    /// The form, with the agency's opinion.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The day of the refusal.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What the refusal obliges somebody to do.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        duties(ActName::Refused, self.on, self.desk.law().regulation())
    }

    /// The folder on the counter: the term runs on, or the certificate has lapsed by the decision.
    #[must_use]
    pub fn into_desk(self) -> Free<'f> {
        self.desk
    }
}

impl<'f> Withdrawn<'f> {
    /// The form, given back.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The day of the withdrawal.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What the withdrawal obliges somebody to do.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        duties(ActName::ApplicationWithdrawn, self.on, self.desk.law().regulation())
    }

    /// The folder on the counter: the term runs on, or the certificate has lapsed by the withdrawal.
    #[must_use]
    pub fn into_desk(self) -> Free<'f> {
        self.desk
    }
}
