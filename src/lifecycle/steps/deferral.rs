//! Deferral of the registration (47.8).

use crate::deferral::Request;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::{Decided, DeferralPending, Dossier, Lapsed, Running};
use chrono::NaiveDate;

impl Running {
    #[inline(always)]
    pub(in crate::lifecycle) fn deferral_requested(
        &self,
        on: NaiveDate,
        request: &Request,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<DeferralPending, Fault> {
        let regulation = facts.regulation();
        request.examine(on, self.dossier.term.bounds(regulation), regulation, scrutiny)?;
        let mut dossier = self.dossier.at(on);
        dossier.past.has_requested = true;
        Ok(DeferralPending { dossier, requested_on: on, until: request.until })
    }
}

impl DeferralPending {
    #[inline(always)]
    pub(in crate::lifecycle) fn granted(&self, on: NaiveDate) -> Decided {
        let term = self.dossier.term.deferred(self.until);
        Dossier { term, ..self.dossier }.decided(on)
    }

    #[inline(always)]
    pub(in crate::lifecycle) fn refused(&self, on: NaiveDate) -> Decided {
        self.dossier.decided(on)
    }
}

impl Dossier {
    /// What a decision on `on` leaves: a deadline in the past lapses the certificate since that day, so that no later
    /// event changes an earlier one.
    #[inline(always)]
    pub(in crate::lifecycle) fn decided(self, on: NaiveDate) -> Decided {
        let dossier = self.at(on);
        if dossier.term.deadline() < on {
            Decided::Lapsed(Lapsed { dossier, since: on })
        } else {
            Decided::Running(Running { dossier })
        }
    }
}
