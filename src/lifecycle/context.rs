//! What a history is read against.

use crate::education::credits::Credits;
use crate::education::earned::Earned;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::history::History;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// What the acts of a certificate are held against: the law, and what of its holder's ledger counts under it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) law: &'a Law,
    /// That of the law: it is asked at each step.
    regulation: &'a Regulation,
    pub(crate) earned: &'a dyn Earned,
}

/// What an opened certificate is read from and how: its history and its holder's ledger, in a mode, as known on a day.
///
/// References only, so it is copied freely; it is made where a certificate is opened, and nowhere else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) law: &'a Law,
    /// That of the law: it is asked at each step.
    pub(crate) regulation: &'a Regulation,
    /// What of the ledger counts.
    pub(crate) credits: &'a Credits,
    pub(crate) history: &'a History,
    pub(crate) ledger: &'a Ledger,
    pub(crate) mode: Mode,
    /// The day as known on which the register is read; `None` for now.
    pub(crate) known_on: Option<NaiveDate>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(law: &'a Law, earned: &'a dyn Earned) -> Self {
        Self { law, regulation: law.regulation(), earned }
    }

    pub(crate) const fn regulation(&self) -> &'a Regulation {
        self.regulation
    }
}

impl<'a> Context<'a> {
    pub(crate) const fn facts(&self) -> Facts<'a> {
        Facts { law: self.law, regulation: self.regulation, earned: self.credits }
    }

    pub(crate) const fn regulation(&self) -> &'a Regulation {
        self.regulation
    }

    pub(crate) const fn law(&self) -> &'a Law {
        self.law
    }

    pub(crate) const fn credits(&self) -> &'a Credits {
        self.credits
    }

    /// The same read otherwise: under a regulation with the same lists, so that the same hours count.
    pub(crate) fn under(self, law: &'a Law) -> Self {
        Self { law, regulation: law.regulation(), ..self }
    }

    /// The same in another mode.
    pub(crate) const fn in_mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }
}
