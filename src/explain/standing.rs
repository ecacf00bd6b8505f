//! Why a standing is what it is.

use crate::calendar::date::sub_days;
use crate::explain::cancellation;
use crate::explain::reason::Reason;
use crate::lifecycle::act::ActName;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;
use crate::regulation::readings::{ConditionsOn, LapseEffect, LapsedAtRepeal, Reading, Readings};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;

pub(super) fn reason(as_of: &AsOf<'_>) -> Reason {
    let standing = as_of.standing();
    let (phase, readings) = (standing.phase, as_of.context().regulation().readings());
    let phrase = match phase {
        Phase::NotApproved | Phase::NotSubject | Phase::Released => {
            Phrase::new(Message::StandingIs).with(as_of.on()).with(phase.name())
        }
        _ => phase.phrase(),
    };
    let root = phase.clause().map_or(Reason::plain(phrase), |clause| Reason::fact(phrase, clause));
    let finding = phase.finding(as_of.context().regulation()).map(|finding| Reason::found(finding, readings));
    root.because(beside(as_of))
        .because(finding)
        .because(facts(as_of, phase))
        .because([validity(as_of, standing.in_force)])
}

/// What is said beside every answer that needs it: the day as known on which the register is read, and that the notices
/// were repealed.
pub(super) fn beside(as_of: &AsOf<'_>) -> impl Iterator<Item = Reason> {
    let known = as_of.context().known_on.map(|known_on| Phrase::new(Message::KnownOn).with(known_on));
    as_of.caution().into_iter().chain(known).map(Reason::plain)
}

fn facts(as_of: &AsOf<'_>, phase: Phase) -> Vec<Reason> {
    let (on, regulation) = (as_of.on(), as_of.context().regulation());
    let mut facts = Vec::new();
    if let Some(cancelled) = as_of.certificate().cancellation() {
        facts.extend(cancellation::reasons(as_of, cancelled, phase));
    }
    match (phase, as_of.certificate()) {
        (Phase::NotApproved, _) => facts.push(Reason::plain(Phrase::new(Message::NoApprovalYet).with(on))),
        (Phase::NotSubject, Certificate::NotSubject(state)) => {
            let approved_on = state.approved_on();
            facts.push(match regulation.repealed_by(approved_on) {
                Some(repealed_on) => {
                    Reason::plain(Phrase::new(Message::ApprovedAfterRepeal).with(approved_on).with(repealed_on))
                        .resting(&[DecidedPoint::AFTER_REPEAL])
                }
                None => {
                    let scope_from = regulation.parameters().scope_from;
                    Reason::fact(
                        Phrase::new(Message::ApprovedEarlier).with(approved_on).with(scope_from),
                        Clause::N47_0,
                    )
                }
            });
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
        facts.extend(repeal(as_of, phase));
        facts.extend(pending(as_of, term, phase));
        facts.extend(after_lapse(as_of, phase));
    }
    facts
}

/// The term, and what is pending in it.
pub(super) fn state(as_of: &AsOf<'_>) -> Vec<Reason> {
    let Some(term) = as_of.certificate().term() else { return Vec::new() };
    term_facts(as_of, term).into_iter().chain(pending(as_of, term, as_of.standing().phase)).collect()
}

/// What lets an application be accepted on the day: the open window, the term that runs, and what was filed in it; none
/// where something stands in the way.
pub(super) fn admitted(as_of: &AsOf<'_>) -> Vec<Reason> {
    let Some(term) = as_of.certificate().term().filter(|_| as_of.obstacle().is_none()) else { return Vec::new() };
    let opened = window(Message::WindowOpened, term, as_of.context().regulation().readings());
    let returns = after_lapse(as_of, as_of.standing().phase);
    [opened].into_iter().chain(state(as_of)).chain(returns).collect()
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
    let message = match regulation.repealed_by(as_of.on()) {
        Some(repealed_on) if repealed_on <= term.expiry() => Message::TermWasToRun,
        _ if as_of.on() > term.expiry() => Message::TermRan,
        _ => Message::TermRuns,
    };
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

/// The repeal, and what it made of the certificate.
///
/// Readings: `lapsed_at_repeal`, and those by which it had lapsed or not.
fn repeal(as_of: &AsOf<'_>, phase: Phase) -> Vec<Reason> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let Some(repealed_on) = regulation.repealed_by(as_of.on()) else { return Vec::new() };
    let mut reasons = alloc::vec![Reason::plain(Phrase::new(Message::RepealedSince).with(repealed_on))];
    let last_day = sub_days(repealed_on, 1);
    let lapsed = as_of.certificate().lapsed_by(last_day, regulation);
    let message = match (phase, lapsed) {
        (Phase::Released, None) => Message::ValidAtRepeal,
        (Phase::Released, Some(_)) => Message::RevivedByRepeal,
        (Phase::Lapsed { .. }, _) => Message::LapsedAtRepeal,
        _ => return reasons,
    };
    let relied: &[Reading] = match as_of.certificate() {
        Certificate::Filed(_) | Certificate::UnderReview(_) | Certificate::Lapsed(_) => {
            &[Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect, Reading::LapsedAtRepeal]
        }
        Certificate::DeferralPending(_) => &[Reading::PendingAtExpiry, Reading::LapsedAtRepeal],
        _ => &[Reading::LapsedAtRepeal],
    };
    let what = Reason::plain(Phrase::new(message).with(last_day)).relying(relied, readings);
    let revived = readings.lapsed_at_repeal == LapsedAtRepeal::Revived;
    let points: &[DecidedPoint] = if lapsed.is_none() || revived { &[DecidedPoint::AFTER_REPEAL] } else { &[] };
    reasons.push(what.resting(points));
    if let Some(since) = made_on(as_of) {
        reasons.push(Reason::plain(Phrase::new(Message::PendingAtRepeal).with(since)));
    }
    reasons
}

/// The day on which what is pending was filed, accepted or requested.
fn made_on(as_of: &AsOf<'_>) -> Option<NaiveDate> {
    match as_of.certificate() {
        Certificate::Filed(state) => Some(state.filed_on()),
        Certificate::UnderReview(state) => Some(state.accepted_on()),
        Certificate::DeferralPending(state) => Some(state.requested_on()),
        _ => None,
    }
}

/// What is pending, and what became of it on the last day; after the repeal nothing is.
///
/// Readings: `pending_at_expiry`, `in_time`, `conditions_on`.
fn pending(as_of: &AsOf<'_>, term: &Term, phase: Phase) -> Vec<Reason> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let certificate = as_of.certificate();
    if certificate.cancellation().is_some() || regulation.is_repealed_by(as_of.on()) {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    match certificate {
        Certificate::Filed(state) => {
            let filed = Phrase::new(Message::ApplicationIsFiled).with(state.filed_on());
            let points = [DecidedPoint::AGENCY_SILENCE, DecidedPoint::POSTED_PAPERS];
            reasons.push(Reason::fact(filed, Clause::N47_3).resting(&points));
        }
        Certificate::UnderReview(state) => {
            let accepted = Phrase::new(Message::ApplicationIsPending).with(state.accepted_on());
            let accepted = Reason::fact(accepted, Clause::N47_7).resting(&[DecidedPoint::AGENCY_SILENCE]);
            reasons.extend([accepted, judged(readings)]);
        }
        Certificate::DeferralPending(state) => {
            let requested = Phrase::new(Message::DeferralIsPending).with(state.requested_on()).with(state.until());
            reasons.push(Reason::fact(requested, Clause::N47_8));
        }
        _ => {}
    }
    let (since, late) = (made_on(as_of), as_of.on() > term.deadline());
    let relied: &[Reading] = match certificate {
        Certificate::Filed(_) => &[Reading::PendingAtExpiry, Reading::InTime],
        _ => &[Reading::PendingAtExpiry],
    };
    let say = |phrase, relied| Reason::fact(phrase, Clause::N47_3).relying(relied, readings);
    let lapsed_since = match certificate {
        Certificate::Filed(state) => state.lapsed_since(),
        Certificate::UnderReview(state) => state.lapsed_since(),
        _ => None,
    };
    match (phase, certificate, since) {
        (_, _, Some(_)) if lapsed_since.is_some() => {
            let since = lapsed_since.unwrap_or(as_of.on());
            // Had what was filed kept the certificate, or had it not, it would have lapsed otherwise.
            let relied = &[Reading::LapseEffect, Reading::PendingAtExpiry, Reading::InTime];
            reasons.push(say(Phrase::new(Message::PendingAfterLapse).with(since), relied));
        }
        (Phase::Lapsed { since }, Certificate::Lapsed(_), _) => {
            reasons.push(by_decision(as_of, since, term));
        }
        (Phase::Lapsed { .. }, _, Some(since)) => {
            reasons.push(say(Phrase::new(Message::PendingEnded).with(since), relied));
        }
        (Phase::Lapsed { .. }, _, None) => reasons.push(say(Phrase::new(Message::NothingPending), &[])),
        (_, Certificate::UnderReview(state), _) if state.accepted_on() > term.deadline() => {
            let phrase = Phrase::new(Message::FiledInTime).with(state.accepted_on()).with(term.deadline());
            reasons.push(say(phrase, &[Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect]));
        }
        (_, _, Some(since)) if late => {
            reasons.push(say(Phrase::new(Message::PendingKeeps).with(since), relied));
        }
        _ => {}
    }
    reasons
}

/// What lapsed a certificate on a day: a decision that came after the deadline, be it on what was pending or on an appeal;
/// or time alone, where an application made after the lapse has ended since.
fn by_decision(as_of: &AsOf<'_>, since: NaiveDate, term: &Term) -> Reason {
    let (context, readings) = (as_of.context(), as_of.context().regulation().readings());
    let on_the_day = context.history.held(context.known_on).filter(|(_, event)| event.on == since);
    let (relied, points): (&[Reading], &[DecidedPoint]) =
        match on_the_day.map(|(_, event)| event.act.name()).next_back() {
            Some(ActName::AppealDecided) => (&[Reading::RestoredTerm], &[DecidedPoint::WON_APPEAL_PAST_DEADLINE]),
            Some(ActName::Refused | ActName::ApplicationWithdrawn) => {
                (&[Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect], &[DecidedPoint::LATE_DECISION])
            }
            Some(ActName::DeferralGranted | ActName::DeferralRefused) => {
                (&[Reading::PendingAtExpiry], &[DecidedPoint::LATE_DECISION])
            }
            _ => {
                let nothing = Reason::fact(Phrase::new(Message::NothingPending), Clause::N47_3);
                return nothing.relying(&[Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect], readings);
            }
        };
    let phrase = Phrase::new(Message::LapsedByDecision).with(since).with(term.deadline());
    Reason::fact(phrase, Clause::N47_3).relying(relied, readings).resting(points)
}

/// As of which day the conditions of what is under review are judged.
///
/// Reading: `conditions_on`.
pub(super) fn judged(readings: &Readings) -> Reason {
    let (message, clause, points): (_, _, &[DecidedPoint]) = match readings.conditions_on {
        ConditionsOn::Decision => (Message::JudgedOnDecision, Clause::N48_4, &[]),
        ConditionsOn::Acceptance => (Message::JudgedOnAcceptance, Clause::N47_3, &[DecidedPoint::HOURS_DURING_REVIEW]),
    };
    Reason::fact(Phrase::new(message), clause).relying(&[Reading::ConditionsOn], readings).resting(points)
}

/// Whether there is a way back from a lapse.
///
/// Readings: `lapse_effect`, and where something was pending `pending_at_expiry` and `in_time`.
fn after_lapse(as_of: &AsOf<'_>, phase: Phase) -> Option<Reason> {
    let regulation = as_of.context().regulation();
    let is_lapsed = matches!(phase, Phase::Lapsed { .. }) && !regulation.is_repealed_by(as_of.on());
    let message = match regulation.readings().lapse_effect {
        LapseEffect::ForGood => Message::NoReturn,
        LapseEffect::MayReturn => Message::MayReturn,
    };
    let reason = Reason::fact(Phrase::new(message), Clause::N47_3);
    // What was pending on the last day may have kept the certificate.
    let relied: &[Reading] = match as_of.certificate() {
        Certificate::Lapsed(_)
        | Certificate::Filed(_)
        | Certificate::UnderReview(_)
        | Certificate::DeferralPending(_) => &[Reading::LapseEffect, Reading::PendingAtExpiry, Reading::InTime],
        _ => &[Reading::LapseEffect],
    };
    is_lapsed.then(|| reason.relying(relied, regulation.readings()))
}

/// Whether the certificate is valid, and why where the term has ended.
///
/// Reading: `deferred_validity`.
fn validity(as_of: &AsOf<'_>, in_force: bool) -> Reason {
    let readings = as_of.context().regulation().readings();
    let phase = as_of.standing().phase;
    let phrase = Phrase::new(if in_force { Message::Valid } else { Message::NotValid });
    let reason = match phase {
        Phase::Released => Reason::plain(phrase),
        _ => Reason::fact(phrase, Clause::N47_3),
    };
    let deferred = as_of.certificate().term().filter(|term| {
        let is_ended = matches!(phase, Phase::Lapsed { .. } | Phase::Released);
        as_of.on() > term.expiry() && term.deferred_until().is_some() && !is_ended
    });
    reason.because(deferred.map(|term| {
        let phrase = Phrase::new(Message::DeferredValidity).with(term.expiry());
        Reason::fact(phrase, Clause::N47_8).relying(&[Reading::DeferredValidity], readings)
    }))
}
