//! What a history mostly consists of, read at once: the three acts of a renewal, and what leads to it.

use crate::deferral::Request;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::faults::repealed;
use crate::lifecycle::states::{Begun, Decided, Dossier, Pending, Running};
use crate::lifecycle::steps::registration::Applying;
use crate::record::Record;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::regulation::rules::Regulation;
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

    /// Which of its acts has to be in time, by its place: from then on what is pending is kept until it is decided.
    pub(crate) fn in_time(regulation: &Regulation) -> usize {
        let [filed_on, accepted_on] = [NaiveDate::MAX; 2];
        let pending = [Pending::Filing { filed_on }, Pending::Review { accepted_on }];
        pending.into_iter().position(|pending| pending.keeps(regulation)).unwrap_or(pending.len())
    }

    /// Whether the acts of one are in order on their days, none before a day, and in time until another, by the one that
    /// [has to be](Self::in_time): days as dates or as their numbers.
    #[inline(always)]
    pub(crate) fn is_within<D: Ord + Copy>(days: &[D; Renewal::ACTS], (from, until): (D, D), in_time: usize) -> bool {
        let &[filed, accepted, registered] = days;
        // It is nearly always so: what is cheap is asked at once, which leaves one way out.
        (from <= filed) & (filed <= accepted) & (accepted <= registered)
            && days.get(in_time).is_some_and(|&day| day <= until)
    }

    /// Its days.
    #[inline(always)]
    pub(super) const fn days(&self) -> [NaiveDate; Renewal::ACTS] {
        [self.filed_on, self.accepted_on, self.registered_on]
    }
}

impl Certificate {
    /// The days from which and until which a renewal is in order and in time, where a term runs and nothing is pending.
    #[inline(always)]
    pub(crate) const fn renewable(&self) -> Option<(NaiveDate, NaiveDate)> {
        let Self::Running(Running { dossier }) = self else { return None };
        Some((dossier.last_event, dossier.term.deadline()))
    }

    /// Reads a renewal where it [is in order and in time](Self::renewable): what its acts come to one after the other,
    /// without the states between. Where something stands against it, says so and stays as it is.
    ///
    /// What it leaves hangs on nothing that the renewals before it left, where each of them was in time by the
    /// [least days](Term::least_days) of a term: then it is read for all of them.
    #[inline(always)]
    pub(crate) fn renew(&mut self, renewal: Renewal<'_>, facts: &Facts<'_>, scrutiny: &mut impl Scrutiny) -> bool {
        let Self::Running(state) = self else { return false };
        let Ok(renewed) = state.renewed(renewal, *facts, scrutiny) else { return false };
        state.dossier = renewed.dossier.kept();
        true
    }

    /// Approves a certificate that is subject to the notices, and reads the renewal that is [read for all](Self::renew) that
    /// came since, if any did. Where something stands against it, says so and stays as it is.
    #[inline(always)]
    pub(crate) fn begin(
        &mut self,
        approved_on: NaiveDate,
        renewal: Option<Renewal<'_>>,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> bool {
        let Self::Unapproved(state) = self else { return false };
        let Ok(Begun::Running(mut running)) = state.approved(approved_on, facts.regulation()) else { return false };
        if let Some(renewal) = renewal {
            let Ok(renewed) = running.renewed(renewal, *facts, scrutiny) else { return false };
            running = renewed;
        }
        *self = running.into();
        true
    }

    /// Reads a deferral that is requested and granted while a renewal would be [in order and in time](Self::renewable). Where
    /// something stands against it, says so and stays as it is.
    #[inline(always)]
    pub(crate) fn defer(
        &mut self,
        (requested_on, granted_on): (NaiveDate, NaiveDate),
        request: &Request,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> bool {
        let Self::Running(state) = self else { return false };
        let Dossier { term, last_event, .. } = &state.dossier;
        let is_current = *last_event <= requested_on
            && requested_on <= granted_on
            && granted_on <= term.deadline()
            && !facts.regulation().is_repealed_by(granted_on);
        if !is_current {
            return false;
        }
        let mut running = *state;
        let Ok(mut pending) = running.deferral_requested(requested_on, request, *facts, scrutiny) else { return false };
        let Decided::Running(deferred) = pending.granted(granted_on) else { return false };
        state.dossier = deferred.dossier.kept();
        true
    }
}

impl Running {
    #[inline(always)]
    fn renewed(self, renewal: Renewal<'_>, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<Self, Fault> {
        let Renewal { filed_on, filing, accepted_on, acceptance, registered_on, registration } = renewal;
        if let Some(repealed_on) = facts.regulation().repealed_by(registered_on) {
            return Err(repealed(repealed_on).into());
        }
        let mut running = self;
        let mut filed = Applying::from(&mut running).filed(filed_on, filing, facts, scrutiny)?;
        let mut under_review = Applying::from(&mut filed).accepted(accepted_on, acceptance, facts, scrutiny)?;
        under_review.registered(registered_on, registration, facts, scrutiny)
    }
}
