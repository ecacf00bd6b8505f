//! The one match that reads an event, and what each act does where it is possible.

use crate::appeal::Outcome;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::{Lapsed, Live};
use crate::lifecycle::steps::registration::Applying;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::revocation::Revocation;
use chrono::NaiveDate;

/// What few acts carry, lent by whoever does not keep it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lent<'a> {
    Request(&'a Request),
    Grant(&'a Grant),
}

impl Certificate {
    /// What an event makes of it; it is itself left as it is.
    pub(crate) fn step(&self, event: &Event, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<Self, Fault> {
        let mut next = *self;
        next.advance(event.on, &event.act, &facts, scrutiny)?;
        Ok(next)
    }

    /// Reads an event where it is. What is refused leaves it as it was.
    #[inline(always)]
    pub(crate) fn advance(
        &mut self,
        on: NaiveDate,
        act: &Act,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        if self.is_current(on, facts.regulation()) {
            self.act(on, act, facts, scrutiny)
        } else {
            self.advance_looked_at(on, act, facts, scrutiny)
        }
    }

    /// The same where something may bar the act.
    #[inline(never)]
    fn advance_looked_at(
        &mut self,
        on: NaiveDate,
        act: &Act,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        self.looked_at(act.name(), on, facts, |certificate| certificate.act(on, act, facts, scrutiny))
    }

    /// Acts, unless something bars the act; where time alone has lapsed the certificate and it may return, it does.
    fn looked_at(
        &mut self,
        name: ActName,
        on: NaiveDate,
        facts: &Facts<'_>,
        act: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let Some(since) = self.unbarred(name, on, facts.regulation())? else { return act(self) };
        let mut lapsed = self.dossier().map_or(*self, |dossier| Self::Lapsed(Lapsed { dossier: *dossier, since }));
        act(&mut lapsed)?;
        *self = lapsed;
        Ok(())
    }

    /// [`advance`](Self::advance) by what an act would hold behind a pointer, and is lent.
    pub(crate) fn advance_by(
        &mut self,
        on: NaiveDate,
        lent: Lent<'_>,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let name = match lent {
            Lent::Request(_) => ActName::DeferralRequested,
            Lent::Grant(_) => ActName::ExtensionGranted,
        };
        self.looked_at(name, on, facts, |certificate| match lent {
            Lent::Request(request) => certificate.deferral_requested(on, request, facts, scrutiny),
            Lent::Grant(grant) => certificate.extended(on, grant, facts, scrutiny),
        })
    }

    /// The one match that reads an event: what each act does is said below, in the order of the articles.
    #[inline(always)]
    fn act(&mut self, on: NaiveDate, act: &Act, facts: &Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        match act {
            Act::Approved => self.approved(on, facts),
            Act::ApplicationFiled(filing) => self.filed(on, filing, facts, scrutiny),
            Act::ApplicationAccepted(acceptance) => self.accepted(on, acceptance, facts, scrutiny),
            Act::Registered(registration) => self.registered(on, registration, facts, scrutiny),
            Act::Refused | Act::ApplicationWithdrawn => self.application_ended(on, act.name(), facts),
            Act::DeferralRequested(request) => self.deferral_requested(on, request, facts, scrutiny),
            Act::DeferralGranted => self.deferral_granted(on, facts),
            Act::DeferralRefused => self.deferral_refused(on, facts),
            Act::ExtensionGranted(grant) => self.extended(on, grant, facts, scrutiny),
            Act::Cancelled(revocation) => self.cancelled(on, *revocation, facts, scrutiny),
            Act::CancellationPublished => self.published(on, facts),
            Act::AppealFiled => self.appealed(on, facts, scrutiny),
            Act::AppealDecided(outcome) => self.appeal_decided(on, *outcome, facts),
        }
    }

    #[inline(never)]
    fn approved(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::Unapproved(state) = self else { return Err(self.cannot(ActName::Approved, facts)) };
        *self = state.approved(on, facts.regulation())?.into();
        Ok(())
    }

    #[inline(always)]
    fn filed(
        &mut self,
        on: NaiveDate,
        filing: &Filing,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let applying = match self {
            Self::Running(state) => Applying::from(state),
            Self::Lapsed(state) => Applying::from(state),
            _ => return Err(self.cannot(ActName::ApplicationFiled, facts)),
        };
        *self = applying.filed(on, filing, *facts, scrutiny)?.into();
        Ok(())
    }

    #[inline(always)]
    fn accepted(
        &mut self,
        on: NaiveDate,
        acceptance: &Acceptance,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let applying = match self {
            Self::Running(state) => Applying::from(state),
            Self::Filed(state) => Applying::from(state),
            Self::Lapsed(state) => Applying::from(state),
            _ => return Err(self.cannot(ActName::ApplicationAccepted, facts)),
        };
        *self = applying.accepted(on, acceptance, *facts, scrutiny)?.into();
        Ok(())
    }

    #[inline(always)]
    fn registered(
        &mut self,
        on: NaiveDate,
        registration: &Registration,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let Self::UnderReview(state) = self else { return Err(self.cannot(ActName::Registered, facts)) };
        *self = state.registered(on, registration, *facts, scrutiny)?.into();
        Ok(())
    }

    /// The application is refused, or withdrawn.
    #[cold]
    fn application_ended(&mut self, on: NaiveDate, act: ActName, facts: &Facts<'_>) -> Result<(), Fault> {
        let (dossier, after_lapse) = match self {
            Self::Filed(state) => (&mut state.dossier, state.after_lapse),
            Self::UnderReview(state) => (&mut state.dossier, state.after_lapse),
            _ => return Err(self.cannot(act, facts)),
        };
        *self = dossier.ended(on, after_lapse).into();
        Ok(())
    }

    #[cold]
    fn deferral_requested(
        &mut self,
        on: NaiveDate,
        request: &Request,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let Self::Running(state) = self else { return Err(self.cannot(ActName::DeferralRequested, facts)) };
        *self = state.deferral_requested(on, request, *facts, scrutiny)?.into();
        Ok(())
    }

    #[cold]
    fn deferral_granted(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::DeferralPending(state) = self else { return Err(self.cannot(ActName::DeferralGranted, facts)) };
        *self = state.granted(on).into();
        Ok(())
    }

    #[cold]
    fn deferral_refused(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::DeferralPending(state) = self else { return Err(self.cannot(ActName::DeferralRefused, facts)) };
        *self = state.refused(on).into();
        Ok(())
    }

    /// The time for education is extended, whatever is pending.
    #[cold]
    fn extended(
        &mut self,
        on: NaiveDate,
        grant: &Grant,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let dossier = match self {
            Self::Running(state) => &mut state.dossier,
            Self::Filed(state) => &mut state.dossier,
            Self::UnderReview(state) => &mut state.dossier,
            Self::DeferralPending(state) => &mut state.dossier,
            _ => return Err(self.cannot(ActName::ExtensionGranted, facts)),
        };
        dossier.extended(on, grant, *facts, scrutiny)
    }

    #[cold]
    fn cancelled(
        &mut self,
        on: NaiveDate,
        revocation: Revocation,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let live = match self {
            Self::Running(state) => Live::Running(*state),
            Self::Filed(state) => Live::Filed(*state),
            Self::UnderReview(state) => Live::UnderReview(*state),
            Self::DeferralPending(state) => Live::DeferralPending(*state),
            _ => return Err(self.cannot(ActName::Cancelled, facts)),
        };
        *self = live.cancelled(on, revocation, *facts, scrutiny)?.into();
        Ok(())
    }

    #[cold]
    fn published(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let regulation = facts.regulation();
        *self = match self {
            Self::Cancelled(state) => state.published(on, regulation)?.into(),
            Self::UnderAppeal(state) if state.publication.is_none() => state.published(on, regulation)?.into(),
            Self::Upheld(state) if state.appeal.publication.is_none() => state.published(on, regulation)?.into(),
            _ => return Err(self.cannot(ActName::CancellationPublished, facts)),
        };
        Ok(())
    }

    #[cold]
    fn appealed(&mut self, on: NaiveDate, facts: &Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        *self = match self {
            Self::Cancelled(state) => state.appealed(on, None, scrutiny)?.into(),
            Self::Published(state) => state.cancelled.appealed(on, Some(state.publication), scrutiny)?.into(),
            _ => return Err(self.cannot(ActName::AppealFiled, facts)),
        };
        Ok(())
    }

    #[cold]
    fn appeal_decided(&mut self, on: NaiveDate, outcome: Outcome, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::UnderAppeal(state) = self else { return Err(self.cannot(ActName::AppealDecided, facts)) };
        *self = match outcome {
            Outcome::Upheld => state.upheld(on).into(),
            Outcome::Overturned => state.overturned(on, facts.regulation())?.into(),
        };
        Ok(())
    }

    /// Refuses an act that is impossible in this state.
    #[cold]
    fn cannot(&self, act: ActName, facts: &Facts<'_>) -> Fault {
        self.impossible(act, facts.regulation()).into()
    }
}
