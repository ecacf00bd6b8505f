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
        &mut self,
        on: NaiveDate,
        request: &Request,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<DeferralPending, Fault> {
        let regulation = facts.regulation();
        request.examine(on, self.dossier.term.bounds(regulation), regulation, scrutiny)?;
        self.dossier.requested(on);
        Ok(DeferralPending { dossier: self.dossier.kept(), requested_on: on, until: request.until })
    }
}

impl DeferralPending {
    #[inline(always)]
    pub(in crate::lifecycle) fn granted(&mut self, on: NaiveDate) -> Decided {
        self.dossier.term.defer(self.until);
        self.dossier.decided(on)
    }

    #[inline(always)]
    pub(in crate::lifecycle) fn refused(&mut self, on: NaiveDate) -> Decided {
        self.dossier.decided(on)
    }
}

impl Dossier {
    /// Notes a request on `on`.
    #[inline(always)]
    pub(super) const fn requested(&mut self, on: NaiveDate) {
        self.last_event = on;
        self.past.has_requested = true;
    }

    /// What a decision on `on` leaves: a deadline in the past lapses the certificate since that day, so that no later
    /// event changes an earlier one.
    #[inline(always)]
    pub(in crate::lifecycle) fn decided(&mut self, on: NaiveDate) -> Decided {
        self.last_event = on;
        if self.term.deadline() < on {
            Decided::Lapsed(Lapsed { dossier: self.kept(), since: on })
        } else {
            Decided::Running(Running { dossier: self.kept() })
        }
    }
}
