//! The one match that reads an event.

use crate::appeal::Outcome;
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
use crate::lifecycle::states::{Begun, Decided, DeferralPending, Filed, Lapsed, Live, Running, UnderReview};
use crate::lifecycle::steps::registration::Applying;
use crate::regulation::clause::Clause;
use crate::regulation::readings::LapseEffect;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Certificate {
    /// What an event makes of it; it is itself left as it is.
    pub(crate) fn step(&self, event: &Event, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<Self, Fault> {
        let mut next = *self;
        next.advance(event.on, &event.act, facts, scrutiny)?;
        Ok(next)
    }

    /// Reads an event where it is. What is refused leaves it as it was.
    pub(crate) fn advance(
        &mut self,
        on: NaiveDate,
        act: &Act,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        match self.unbarred(act.name(), on, facts.regulation())? {
            None => self.act(on, act, facts, scrutiny),
            Some(since) => self.act_after_lapse(since, (on, act), facts, scrutiny),
        }
    }

    /// The same where time alone has lapsed it, and it may return.
    #[cold]
    fn act_after_lapse(
        &mut self,
        since: NaiveDate,
        (on, act): (NaiveDate, &Act),
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let mut lapsed = self.dossier().map_or(*self, |dossier| Self::Lapsed(Lapsed { dossier: *dossier, since }));
        lapsed.act(on, act, facts, scrutiny)?;
        *self = lapsed;
        Ok(())
    }

    /// The one match that reads an event: it says of every act what it does in every state. An impossible act is
    /// refused with the first structural fault, in the order of the rule book.
    #[inline(always)]
    fn act(&mut self, on: NaiveDate, act: &Act, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        let regulation = facts.regulation();
        // Becomes the next state, written where it stays.
        macro_rules! becomes {
            ($State:ident($next:expr)) => {{
                let next = $next;
                *self = Self::$State(next);
                return Ok(());
            }};
        }
        let fault = match (&*self, act) {
            (Self::Unapproved(state), Act::Approved) => match state.approved(on, regulation)? {
                Begun::Running(state) => becomes!(Running(state)),
                Begun::NotSubject(state) => becomes!(NotSubject(state)),
            },
            (Self::Unapproved(_), _) => not_approved(),
            (_, Act::Approved) => already_approved(),
            (Self::NotSubject(_), _) => not_subject(regulation),

            (Self::Running(state), Act::DeferralRequested(request)) => {
                becomes!(DeferralPending(state.deferral_requested(on, request, facts, scrutiny)?))
            }
            (Self::Filed(Filed { filed_on: made_on, .. }), Act::DeferralRequested(_) | Act::ApplicationFiled(_))
            | (
                Self::UnderReview(UnderReview { accepted_on: made_on, .. }),
                Act::DeferralRequested(_) | Act::ApplicationFiled(_) | Act::ApplicationAccepted(_),
            ) => application_pending(*made_on),
            (
                Self::DeferralPending(state),
                Act::DeferralRequested(_) | Act::ApplicationFiled(_) | Act::ApplicationAccepted(_),
            ) => deferral_pending(state.requested_on),
            (Self::DeferralPending(state), Act::DeferralGranted) => match state.granted(on) {
                Decided::Running(state) => becomes!(Running(state)),
                Decided::Lapsed(state) => becomes!(Lapsed(state)),
            },
            (Self::DeferralPending(state), Act::DeferralRefused) => match state.refused(on) {
                Decided::Running(state) => becomes!(Running(state)),
                Decided::Lapsed(state) => becomes!(Lapsed(state)),
            },
            (Self::Running(_) | Self::Filed(_) | Self::UnderReview(_), Act::DeferralGranted | Act::DeferralRefused) => {
                no_deferral_pending()
            }

            (Self::Running(state), Act::ExtensionGranted(grant)) => {
                becomes!(Running(Running { dossier: state.dossier.extended(on, grant, facts, scrutiny)? }))
            }
            (Self::Filed(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                becomes!(Filed(Filed { dossier, ..*state }))
            }
            (Self::UnderReview(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                becomes!(UnderReview(UnderReview { dossier, ..*state }))
            }
            (Self::DeferralPending(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                becomes!(DeferralPending(DeferralPending { dossier, ..*state }))
            }

            (Self::Running(state), Act::ApplicationFiled(filing)) => {
                becomes!(Filed(Applying::from(state).filed(on, filing, facts, scrutiny)?))
            }
            (Self::Lapsed(state), Act::ApplicationFiled(filing)) => {
                becomes!(Filed(Applying::from(state).filed(on, filing, facts, scrutiny)?))
            }
            (Self::Running(state), Act::ApplicationAccepted(acceptance)) => {
                becomes!(UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?))
            }
            (Self::Filed(state), Act::ApplicationAccepted(acceptance)) => {
                becomes!(UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?))
            }
            (Self::Lapsed(state), Act::ApplicationAccepted(acceptance)) => {
                becomes!(UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?))
            }
            (Self::UnderReview(state), Act::Registered(registration)) => {
                becomes!(Running(state.registered(on, registration, facts, scrutiny)?))
            }
            (
                Self::Filed(Filed { dossier, after_lapse, .. })
                | Self::UnderReview(UnderReview { dossier, after_lapse, .. }),
                Act::Refused | Act::ApplicationWithdrawn,
            ) => match dossier.ended(on, *after_lapse) {
                Decided::Running(state) => becomes!(Running(state)),
                Decided::Lapsed(state) => becomes!(Lapsed(state)),
            },
            (Self::Filed(_), Act::Registered(_))
            | (
                Self::Running(_) | Self::DeferralPending(_),
                Act::Registered(_) | Act::Refused | Act::ApplicationWithdrawn,
            ) => no_application_pending(),

            (Self::Running(state), Act::Cancelled(revocation)) => {
                becomes!(Cancelled(Live::Running(*state).cancelled(on, *revocation, facts, scrutiny)?))
            }
            (Self::Filed(state), Act::Cancelled(revocation)) => {
                becomes!(Cancelled(Live::Filed(*state).cancelled(on, *revocation, facts, scrutiny)?))
            }
            (Self::UnderReview(state), Act::Cancelled(revocation)) => {
                becomes!(Cancelled(Live::UnderReview(*state).cancelled(on, *revocation, facts, scrutiny)?))
            }
            (Self::DeferralPending(state), Act::Cancelled(revocation)) => {
                becomes!(Cancelled(Live::DeferralPending(*state).cancelled(on, *revocation, facts, scrutiny)?))
            }

            (Self::Cancelled(state), Act::CancellationPublished) => {
                becomes!(Published(state.published(on, regulation)?))
            }
            (Self::UnderAppeal(state), Act::CancellationPublished) if state.publication.is_none() => {
                becomes!(UnderAppeal(state.published(on, regulation)?))
            }
            (Self::Upheld(state), Act::CancellationPublished) if state.appeal.publication.is_none() => {
                becomes!(Upheld(state.published(on, regulation)?))
            }
            (Self::Published(_) | Self::UnderAppeal(_) | Self::Upheld(_), Act::CancellationPublished) => {
                already_published()
            }
            (_, Act::CancellationPublished) => not_cancelled(Clause::N47_10),

            (Self::Cancelled(state), Act::AppealFiled) => {
                becomes!(UnderAppeal(state.appealed(on, None, scrutiny)?))
            }
            (Self::Published(state), Act::AppealFiled) => {
                becomes!(UnderAppeal(state.cancelled.appealed(on, Some(state.publication), scrutiny)?))
            }
            (Self::UnderAppeal(_) | Self::Upheld(_), Act::AppealFiled) => appeal_exists(),
            (_, Act::AppealFiled) => not_cancelled(Clause::N47_11),
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Upheld)) => becomes!(Upheld(state.upheld(on))),
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Overturned)) => {
                *self = state.overturned(on, regulation)?.into();
                return Ok(());
            }
            (_, Act::AppealDecided(_)) => no_appeal_pending(),

            (Self::Lapsed(state), _) => lapsed(state.since),
            (Self::Cancelled(state), _) => cancelled(state.since),
            (Self::Published(state), _) => cancelled(state.cancelled.since),
            (Self::UnderAppeal(state), _) => cancelled(state.cancelled.since),
            (Self::Upheld(state), _) => cancelled(state.appeal.cancelled.since),
        };
        Err(fault.into())
    }

    /// Looks whether a general fault bars an act on its day: the history in no order, the notices repealed, the
    /// certificate lapsed, unless it may return. Yields since when, where time alone has lapsed it and it may.
    ///
    /// Reading: `lapse_effect`.
    #[inline(always)]
    pub(super) fn unbarred(
        &self,
        act: ActName,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Option<NaiveDate>, Finding> {
        let Some(dossier) = self.dossier() else {
            in_order(self.last_event(), on)?;
            return Ok(None);
        };
        in_order(Some(dossier.last_event), on)?;
        if act == ActName::Approved || act.follows_cancellation() {
            return Ok(None);
        }
        if let Some(repealed_on) = regulation.repealed_by(on) {
            return Err(repealed(repealed_on));
        }
        // Nothing has lapsed by its deadline.
        if on <= dossier.term.deadline() { Ok(None) } else { self.unbarred_past_deadline(act, on, regulation) }
    }

    #[inline(never)]
    fn unbarred_past_deadline(
        &self,
        act: ActName,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Option<NaiveDate>, Finding> {
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
