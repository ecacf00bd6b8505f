//! What an application came to.

use crate::desk::page::RegistrationPage;
use crate::duty::record::{Duty, duties};
use crate::finding::record::Finding;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::states::{Decided, Running};
use crate::registration::form::record::Form;
use crate::regulation::rules::Regulation;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// An application that was registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    pub(super) certificate: Running,
    pub(super) page: RegistrationPage,
    pub(super) form: Box<Form>,
}

/// An application that was refused, with at least one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    pub(super) certificate: Decided,
    pub(super) reasons: Vec<Finding>,
    pub(super) on: NaiveDate,
    pub(super) form: Box<Form>,
}

impl Registered {
    /// The registration page, stamped.
    #[must_use]
    pub const fn page(&self) -> &RegistrationPage {
        &self.page
    }

    /// The form, with the agency's opinion.
    #[must_use]
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// The certificate, in its next term.
    #[must_use]
    pub fn into_certificate(self) -> Running {
        self.certificate
    }

    /// What the registration obliges somebody to do.
    pub fn duties(&self, regulation: &Regulation) -> impl Iterator<Item = Duty> {
        duties(ActName::Registered, self.page.registered_on, regulation)
    }

    /// The event to be recorded in the certificate's history.
    #[must_use]
    pub const fn event(&self) -> Event {
        Act::Registered.on(self.page.registered_on)
    }
}

impl Rejected {
    /// All that stood against it.
    #[must_use]
    pub fn reasons(&self) -> &[Finding] {
        &self.reasons
    }

    /// The form, with the agency's opinion.
    #[must_use]
    pub const fn form(&self) -> &Form {
        &self.form
    }

    /// The certificate: its term runs on, or has lapsed by the decision.
    #[must_use]
    pub fn into_certificate(self) -> Decided {
        self.certificate
    }

    /// What the refusal obliges somebody to do.
    pub fn duties(&self, regulation: &Regulation) -> impl Iterator<Item = Duty> {
        duties(ActName::Refused, self.on, regulation)
    }

    /// The event to be recorded in the certificate's history.
    #[must_use]
    pub const fn event(&self) -> Event {
        Act::Refused.on(self.on)
    }
}
