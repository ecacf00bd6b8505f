//! The one match that reads an event.

use crate::appeal::Outcome;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::faults::{
    already_approved, already_published, appeal_exists, application_pending, cancelled, deferral_pending, in_order,
    lapsed, no_appeal_pending, no_application_pending, no_deferral_pending, not_approved, not_cancelled, not_subject,
    repealed,
};
use crate::lifecycle::states::{Dossier, Filed, Lapsed, Live, UnderReview};
use crate::lifecycle::steps::registration::Applying;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::regulation::clause::Clause;
use crate::regulation::readings::LapseEffect;
use crate::regulation::rules::Regulation;
use crate::revocation::Revocation;
use chrono::NaiveDate;

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

    /// The same where something may bar the act; where time alone has lapsed the certificate and it may return, it does.
    #[inline(never)]
    fn advance_looked_at(
        &mut self,
        on: NaiveDate,
        act: &Act,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let Some(since) = self.unbarred(act.name(), on, facts.regulation())? else {
            return self.act(on, act, facts, scrutiny);
        };
        let mut lapsed = self.dossier().map_or(*self, |dossier| Self::Lapsed(Lapsed { dossier: *dossier, since }));
        lapsed.act(on, act, facts, scrutiny)?;
        *self = lapsed;
        Ok(())
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

    #[inline(never)]
    fn filed(
        &mut self,
        on: NaiveDate,
        filing: &Filing,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let applying = match self {
            Self::Running(state) => Applying::from(&*state),
            Self::Lapsed(state) => Applying::from(&*state),
            _ => return Err(self.cannot(ActName::ApplicationFiled, facts)),
        };
        *self = applying.filed(on, filing, *facts, scrutiny)?.into();
        Ok(())
    }

    #[inline(never)]
    fn accepted(
        &mut self,
        on: NaiveDate,
        acceptance: &Acceptance,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let applying = match self {
            Self::Running(state) => Applying::from(&*state),
            Self::Filed(state) => Applying::from(&*state),
            Self::Lapsed(state) => Applying::from(&*state),
            _ => return Err(self.cannot(ActName::ApplicationAccepted, facts)),
        };
        *self = applying.accepted(on, acceptance, *facts, scrutiny)?.into();
        Ok(())
    }

    #[inline(never)]
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
    fn application_ended(&mut self, on: NaiveDate, act: ActName, facts: &Facts<'_>) -> Result<(), Fault> {
        let (dossier, after_lapse) = match self {
            Self::Filed(state) => (&state.dossier, state.after_lapse),
            Self::UnderReview(state) => (&state.dossier, state.after_lapse),
            _ => return Err(self.cannot(act, facts)),
        };
        *self = dossier.ended(on, after_lapse).into();
        Ok(())
    }

    #[inline(never)]
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

    fn deferral_granted(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::DeferralPending(state) = self else { return Err(self.cannot(ActName::DeferralGranted, facts)) };
        *self = state.granted(on).into();
        Ok(())
    }

    fn deferral_refused(&mut self, on: NaiveDate, facts: &Facts<'_>) -> Result<(), Fault> {
        let Self::DeferralPending(state) = self else { return Err(self.cannot(ActName::DeferralRefused, facts)) };
        *self = state.refused(on).into();
        Ok(())
    }

    /// The time for education is extended, whatever is pending.
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
        *dossier = dossier.extended(on, grant, *facts, scrutiny)?;
        Ok(())
    }

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

    fn appealed(&mut self, on: NaiveDate, facts: &Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        *self = match self {
            Self::Cancelled(state) => state.appealed(on, None, scrutiny)?.into(),
            Self::Published(state) => state.cancelled.appealed(on, Some(state.publication), scrutiny)?.into(),
            _ => return Err(self.cannot(ActName::AppealFiled, facts)),
        };
        Ok(())
    }

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

    /// The first structural fault of an act that is impossible in this state, in the order of the rule book.
    fn impossible(&self, act: ActName, regulation: &Regulation) -> Finding {
        match (self, act) {
            (Self::Unapproved(_), _) => not_approved(),
            (_, ActName::Approved) => already_approved(),
            (Self::NotSubject(_), _) => not_subject(regulation),

            (Self::Published(_) | Self::UnderAppeal(_) | Self::Upheld(_), ActName::CancellationPublished) => {
                already_published()
            }
            (_, ActName::CancellationPublished) => not_cancelled(Clause::N47_10),
            (Self::UnderAppeal(_) | Self::Upheld(_), ActName::AppealFiled) => appeal_exists(),
            (_, ActName::AppealFiled) => not_cancelled(Clause::N47_11),
            (_, ActName::AppealDecided) => no_appeal_pending(),

            (Self::Lapsed(state), _) => lapsed(state.since),
            (Self::Cancelled(state), _) => cancelled(state.since),
            (Self::Published(state), _) => cancelled(state.cancelled.since),
            (Self::UnderAppeal(state), _) => cancelled(state.cancelled.since),
            (Self::Upheld(state), _) => cancelled(state.appeal.cancelled.since),

            (_, ActName::DeferralGranted | ActName::DeferralRefused) => no_deferral_pending(),
            (Self::DeferralPending(state), ActName::DeferralRequested | ActName::ApplicationFiled) => {
                deferral_pending(state.requested_on)
            }
            (Self::DeferralPending(state), ActName::ApplicationAccepted) => deferral_pending(state.requested_on),
            (Self::Filed(Filed { filed_on: made_on, .. }), ActName::DeferralRequested | ActName::ApplicationFiled) => {
                application_pending(*made_on)
            }
            (Self::UnderReview(UnderReview { accepted_on: made_on, .. }), _) => application_pending(*made_on),
            (Self::Running(_) | Self::Filed(_) | Self::DeferralPending(_), _) => no_application_pending(),
        }
    }

    /// Whether an act on a day is in order, in time and under the notices, as it is nearly always: then no general fault
    /// bars it, whichever it is.
    #[inline(always)]
    fn is_current(&self, on: NaiveDate, regulation: &Regulation) -> bool {
        let Some(Dossier { term, last_event, .. }) = self.uncancelled() else { return false };
        *last_event <= on && on <= term.deadline() && regulation.repealed_by(on).is_none()
    }

    /// Looks whether a general fault bars an act on its day: the history in no order, the notices repealed, the
    /// certificate lapsed, unless it may return. Yields since when, where time alone has lapsed it and it may.
    ///
    /// Reading: `lapse_effect`.
    pub(super) fn unbarred(
        &self,
        act: ActName,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Option<NaiveDate>, Finding> {
        in_order(self.last_event(), on)?;
        if self.dossier().is_none() || act == ActName::Approved || act.follows_cancellation() {
            return Ok(None);
        }
        if let Some(repealed_on) = regulation.repealed_by(on) {
            return Err(repealed(repealed_on));
        }
        let Some(since) = self.lapsed_by(on, regulation) else { return Ok(None) };
        let pends_after_lapse = self.pends_after_lapse();
        let returns = match act {
            ActName::ApplicationFiled | ActName::ApplicationAccepted => true,
            ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => pends_after_lapse,
            _ => false,
        };
        match regulation.readings().lapse_effect {
            LapseEffect::MayReturn if returns && pends_after_lapse => Ok(None),
            LapseEffect::MayReturn if returns => Ok(Some(since)),
            LapseEffect::MayReturn | LapseEffect::ForGood => Err(lapsed(since)),
        }
    }
}
