//! Why a standing is what it is.

use crate::explain::reason::Reason;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::{Phase, PhaseName};
use crate::lifecycle::states::Cancelled;
use crate::lifecycle::term::Term;
use crate::regulation::clause::Clause;
use crate::regulation::readings::{AppealEffect, Reading, Readings};
use crate::words::message::Message;
use crate::words::names::Named;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

pub(super) fn reason(as_of: &AsOf<'_>) -> Reason {
    let standing = as_of.standing();
    let (name, readings) = (standing.phase.name(), as_of.context().regulation().readings());
    let phrase = |message, day: NaiveDate| Phrase::new(message).with(day).with(name.called());
    let (phrase, clause) = match standing.phase {
        Phase::NotApproved => (phrase(Message::StandingIs, as_of.on()), Clause::N47_4_1),
        Phase::NotSubject => (phrase(Message::StandingIs, as_of.on()), Clause::N47_0),
        Phase::UnderAppeal { filed_on, .. } => (phrase(Message::StandingSince, filed_on), Clause::N47_11),
        Phase::Cancelled { since, .. } => (phrase(Message::StandingSince, since), Clause::N47_10),
        Phase::Lapsed { since } => (phrase(Message::StandingSince, since), Clause::N47_3),
        Phase::Released => (phrase(Message::StandingIs, as_of.on()), Clause::N47_0),
        Phase::UnderReview { accepted_on } => (phrase(Message::StandingSince, accepted_on), Clause::N47_7),
        Phase::Filed { filed_on } => (phrase(Message::StandingSince, filed_on), Clause::N47_3),
        Phase::DeferralPending { requested_on } => (phrase(Message::StandingSince, requested_on), Clause::N47_8),
        Phase::Deferred { until } => (phrase(Message::StandingUntil, until), Clause::N47_8),
        Phase::RegistrationDue { until } | Phase::InForce { until } => {
            (phrase(Message::StandingUntil, until), Clause::N47_3)
        }
    };
    // The finding that ends or precedes all else is the one that an assessment reports on the state.
    let decided = matches!(
        name,
        PhaseName::NotApproved
            | PhaseName::NotSubject
            | PhaseName::UnderAppeal
            | PhaseName::Cancelled
            | PhaseName::Lapsed
    );
    let finding = as_of.obstacle().filter(|_| decided).map(|finding| Reason::found(finding, readings));
    let facts = facts(as_of, standing.phase);
    Reason::fact(phrase, clause).because(finding.into_iter().chain(facts).chain([validity(as_of, standing.in_force)]))
}

fn facts(as_of: &AsOf<'_>, phase: Phase) -> Vec<Reason> {
    let (on, regulation) = (as_of.on(), as_of.context().regulation());
    let mut facts = Vec::new();
    let say = |message, clause, day: NaiveDate| Reason::fact(Phrase::new(message).with(day), clause);
    if let Some(cancelled) = as_of.certificate().cancellation() {
        facts.extend(cancellation(as_of, cancelled, phase));
    }
    match (phase, as_of.certificate()) {
        (Phase::NotApproved, _) => facts.push(Reason::plain(Phrase::new(Message::NoApprovalYet).with(on))),
        (Phase::NotSubject, _) => {
            facts.push(say(Message::ApprovedEarlier, Clause::N47_0, regulation.parameters().scope_from));
        }
        (_, Certificate::UnderReview(state)) => {
            facts.push(say(Message::ApplicationIsPending, Clause::N47_7, state.accepted_on()));
        }
        (_, Certificate::DeferralPending(state)) => {
            let phrase = Phrase::new(Message::DeferralIsPending).with(state.requested_on()).with(state.until());
            facts.push(Reason::fact(phrase, Clause::N47_8));
        }
        _ => {}
    }
    if let Some(term) = as_of.certificate().term() {
        match phase {
            Phase::RegistrationDue { .. } => facts.push(window(Message::WindowOpened, term, regulation.readings())),
            Phase::InForce { .. } => facts.push(window(Message::WindowOpens, term, regulation.readings())),
            _ => {}
        }
        facts.extend(term_facts(as_of, term));
        facts.extend(pending(as_of, term, phase));
    }
    facts
}

/// What lets an application be accepted on the day: the open window and the term that runs; none where something stands
/// in the way.
pub(super) fn admitted(as_of: &AsOf<'_>) -> Vec<Reason> {
    let Some(term) = as_of.certificate().term().filter(|_| as_of.obstacle().is_none()) else { return Vec::new() };
    let opened = window(Message::WindowOpened, term, as_of.context().regulation().readings());
    [opened].into_iter().chain(term_facts(as_of, term)).collect()
}

fn window(message: Message, term: &Term, readings: &Readings) -> Reason {
    Reason::fact(Phrase::new(message).with(term.opens()), Clause::N47_3).relying(&[Reading::ExpiryDay], readings)
}

/// 47.3: the term and its end; 47.8: what a deferral makes of it.
///
/// Readings: `term_start`, `expiry_day`, `term_last_day`, `restored_term`.
fn term_facts(as_of: &AsOf<'_>, term: &Term) -> [Reason; 2] {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let message = if as_of.on() > term.expiry() { Message::TermRan } else { Message::TermRuns };
    let mut ran = Reason::fact(Phrase::new(message).with(term.start()).with(term.expiry()), Clause::N47_3);
    if !term.is_first() {
        ran = ran.relying(&[Reading::TermStart], readings);
    }
    ran = ran.relying(&[Reading::ExpiryDay, Reading::TermLastDay], readings);
    if term.nominal() != regulation.year_end(term.start(), regulation.parameters().validity_years) {
        ran = ran.relying(&[Reading::RestoredTerm], readings);
    }
    if term.nominal() != term.expiry() {
        let rolled = Phrase::new(Message::TermRolled).with(term.nominal()).with(term.expiry());
        ran = ran.because([Reason::fact(rolled, Clause::N47_3)]);
    }
    let deferral = term
        .deferred_until()
        .map_or_else(|| Phrase::new(Message::NoDeferral), |until| Phrase::new(Message::DeferredUntil).with(until));
    [ran, Reason::fact(deferral, Clause::N47_8)]
}

/// What became of something pending on the last day.
///
/// Reading: `pending_at_expiry`.
fn pending(as_of: &AsOf<'_>, term: &Term, phase: Phase) -> Option<Reason> {
    let since = match as_of.certificate() {
        Certificate::UnderReview(state) => Some(state.accepted_on()),
        Certificate::DeferralPending(state) => Some(state.requested_on()),
        _ => None,
    };
    let (phrase, is_open) = match (phase, as_of.certificate(), since) {
        (Phase::Lapsed { since }, Certificate::Lapsed(_), _) => {
            (Phrase::new(Message::LapsedByDecision).with(since).with(term.deadline()), true)
        }
        (Phase::Lapsed { .. }, _, Some(since)) => (Phrase::new(Message::PendingEnded).with(since), true),
        (Phase::Lapsed { .. }, _, None) => (Phrase::new(Message::NothingPending), false),
        (_, _, Some(since)) if as_of.on() > term.deadline() => (Phrase::new(Message::PendingKeeps).with(since), true),
        _ => return None,
    };
    let relied: &[Reading] = if is_open { &[Reading::PendingAtExpiry] } else { &[] };
    Some(Reason::fact(phrase, Clause::N47_3).relying(relied, as_of.context().regulation().readings()))
}

/// 47.10 and 47.11, in their order.
///
/// Readings: `appeal_last_day`, `appeal_effect`.
fn cancellation(as_of: &AsOf<'_>, cancelled: &Cancelled, phase: Phase) -> Vec<Reason> {
    let readings = as_of.context().regulation().readings();
    let on_ground = Phrase::new(Message::CancelledOn).with(cancelled.since()).with(cancelled.ground().called());
    let mut reasons = alloc::vec![Reason::fact(on_ground, cancelled.ground().clause())];
    let mut say = |phrase, relied: &[Reading]| {
        reasons.push(Reason::fact(phrase, Clause::N47_11).relying(relied, readings));
    };
    match (as_of.certificate(), phase) {
        (Certificate::Cancelled(_), _) => say(Phrase::new(Message::Unpublished), &[]),
        (Certificate::Published(_), Phase::Cancelled { appealable_until: Some(day), .. }) => {
            say(Phrase::new(Message::PublishedAppealable).with(day), &[Reading::AppealLastDay]);
        }
        (Certificate::Published(state), _) => {
            let over = Phrase::new(Message::AppealTimeOver).with(state.appealable_until());
            say(over, &[Reading::AppealLastDay]);
        }
        (Certificate::UnderAppeal(state), _) => {
            say(Phrase::new(Message::AppealWasFiled).with(state.filed_on()), &[]);
            let message = match (readings.appeal_effect, as_of.standing().in_force) {
                (AppealEffect::None, _) => Message::AppealDoesNotSuspend,
                (AppealEffect::Suspends, true) => Message::AppealSuspends,
                (AppealEffect::Suspends, false) => Message::TermWouldHaveEnded,
            };
            say(Phrase::new(message), &[Reading::AppealEffect]);
        }
        (Certificate::Upheld(state), _) => say(Phrase::new(Message::AppealUpheld).with(state.decided_on()), &[]),
        _ => {}
    }
    reasons
}

/// Whether the certificate is valid, and why where the term has ended.
///
/// Reading: `deferred_validity`.
fn validity(as_of: &AsOf<'_>, in_force: bool) -> Reason {
    let readings = as_of.context().regulation().readings();
    let reason = Reason::fact(Phrase::new(if in_force { Message::Valid } else { Message::NotValid }), Clause::N47_3);
    let deferred = as_of.certificate().term().filter(|term| {
        let is_lapsed = as_of.standing().phase.name() == PhaseName::Lapsed;
        as_of.on() > term.expiry() && term.deferred_until().is_some() && !is_lapsed
    });
    reason.because(deferred.map(|term| {
        let phrase = Phrase::new(Message::DeferredValidity).with(term.expiry());
        Reason::fact(phrase, Clause::N47_8).relying(&[Reading::DeferredValidity], readings)
    }))
}
