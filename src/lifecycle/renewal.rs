//! A renewal: the three acts that a history mostly consists of, read as one.

use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::Running;
use crate::lifecycle::steps::registration::Applying;
use crate::record::Record;
use crate::registration::application::{Acceptance, Filing, Registration};
use chrono::NaiveDate;

/// An application that is filed, accepted and registered, with nothing between (47.3, 47.7).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Renewal<'a> {
    pub(crate) filed_on: NaiveDate,
    pub(crate) filing: &'a Filing,
    pub(crate) accepted_on: NaiveDate,
    pub(crate) acceptance: &'a Acceptance,
    pub(crate) registered_on: NaiveDate,
    pub(crate) registration: &'a Registration,
}

impl<'a> Renewal<'a> {
    /// How many acts it consists of.
    pub(crate) const ACTS: usize = 3;

    /// The one that records begin with, where they do and the register holds them.
    #[inline(always)]
    pub(super) fn begins(records: &'a [Record<Event>], known_on: Option<NaiveDate>) -> Option<Self> {
        let [filed, accepted, registered, ..] = records else { return None };
        let Act::ApplicationFiled(filing) = &filed.what().act else { return None };
        let Act::ApplicationAccepted(acceptance) = &accepted.what().act else { return None };
        let Act::Registered(registration) = &registered.what().act else { return None };
        let [filed_on, accepted_on, registered_on] = [filed, accepted, registered].map(|record| record.what().on);
        let renewal = Self { filed_on, filing, accepted_on, acceptance, registered_on, registration };
        [filed, accepted, registered].iter().all(|record| record.is_held(known_on)).then_some(renewal)
    }
}

impl Certificate {
    /// Reads a renewal, where a term runs and nothing bars any of its acts or stands against it: what its acts come to one
    /// after the other, without the states between. Where it has to be read act by act, says so and stays as it is.
    #[inline(always)]
    pub(crate) fn renew(&mut self, renewal: Renewal<'_>, facts: &Facts<'_>, scrutiny: &mut impl Scrutiny) -> bool {
        let Self::Running(state) = self else { return false };
        let Renewal { filed_on, accepted_on, registered_on, .. } = renewal;
        let is_current = state.dossier.last_event <= filed_on
            && filed_on <= accepted_on
            && accepted_on <= registered_on
            && registered_on <= state.dossier.term.deadline()
            && !facts.regulation().is_repealed_by(registered_on);
        if !is_current {
            return false;
        }
        let Ok(renewed) = state.renewed(renewal, *facts, scrutiny) else { return false };
        state.dossier = renewed.dossier.kept();
        true
    }
}

impl Running {
    #[inline(always)]
    fn renewed(self, renewal: Renewal<'_>, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<Self, Fault> {
        let Renewal { filed_on, filing, accepted_on, acceptance, registered_on, registration } = renewal;
        let mut running = self;
        let mut filed = Applying::from(&mut running).filed(filed_on, filing, facts, scrutiny)?;
        let mut under_review = Applying::from(&mut filed).accepted(accepted_on, acceptance, facts, scrutiny)?;
        under_review.registered(registered_on, registration, facts, scrutiny)
    }
}
