//! Why a cancellation stands, and what an appeal makes of it.

use crate::explain::reason::Reason;
use crate::finding::value::Value;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::states::Cancelled;
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;
use crate::regulation::readings::{AppealEffect, Reading};
use crate::revocation::{Revocation, RevocationGround};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;

/// 47.10 and 47.11, in their order.
///
/// Readings: `off_post_from`, `fraud_scope`, `appeal_last_day`, `appeal_effect`, `lapsed_at_repeal`.
pub(super) fn reasons(as_of: &AsOf<'_>, cancelled: &Cancelled, phase: Phase) -> Vec<Reason> {
    let regulation = as_of.context().regulation();
    let readings = regulation.readings();
    let mut reasons = alloc::vec![ground(as_of, cancelled)];
    let mut say = |phrase, relied: &[Reading], points: &[DecidedPoint]| {
        reasons.push(Reason::fact(phrase, Clause::N47_11).relying(relied, readings).resting(points));
    };
    let last_day = &[Reading::AppealLastDay];
    match (as_of.certificate(), phase) {
        (Certificate::Cancelled(_), _) => {
            let days = Value::Days(regulation.parameters().appeal_days);
            let unpublished = Phrase::new(Message::Unpublished).with(days);
            say(unpublished, &[], &[DecidedPoint::CANCELLATION_TAKES_EFFECT]);
        }
        (Certificate::Published(_), Phase::Cancelled { appealable_until: Some(day), .. }) => {
            say(Phrase::new(Message::PublishedAppealable).with(day), last_day, &[]);
        }
        (Certificate::Published(state), _) => {
            let over = Phrase::new(Message::AppealTimeOver).with(state.appealable_until());
            say(over, last_day, &[DecidedPoint::FINAL_WITHIN_NOTICES]);
        }
        (Certificate::UnderAppeal(state), _) => {
            let filed_on = state.filed_on();
            say(Phrase::new(Message::AppealWasFiled).with(filed_on), &[], &[]);
            let published = state.publication().is_some_and(|publication| publication.on() <= filed_on);
            if !published {
                let unpublished = Phrase::new(Message::AppealUnpublished);
                say(unpublished, &[], &[DecidedPoint::CANCELLATION_TAKES_EFFECT]);
            }
            let repealed = regulation.is_repealed_by(as_of.on());
            let message = match (readings.appeal_effect, as_of.standing().in_force, repealed) {
                (AppealEffect::None, _, _) => Message::AppealDoesNotSuspend,
                (AppealEffect::Suspends, true, false) => Message::AppealSuspends,
                (AppealEffect::Suspends, false, false) => Message::TermWouldHaveEnded,
                (AppealEffect::Suspends, true, true) => Message::ReleasedIfWon,
                (AppealEffect::Suspends, false, true) => Message::LapsedIfWon,
            };
            let relied: &[Reading] = if repealed {
                &[Reading::AppealEffect, Reading::PendingAtExpiry, Reading::InTime, Reading::LapsedAtRepeal]
            } else {
                &[Reading::AppealEffect]
            };
            say(Phrase::new(message), relied, &[]);
        }
        (Certificate::Upheld(state), _) => {
            let upheld = Phrase::new(Message::AppealUpheld).with(state.decided_on());
            say(upheld, &[], &[DecidedPoint::FINAL_WITHIN_NOTICES]);
        }
        _ => {}
    }
    reasons
}

/// The ground, with what the act names of it.
fn ground(as_of: &AsOf<'_>, cancelled: &Cancelled) -> Reason {
    let readings = as_of.context().regulation().readings();
    let ground = cancelled.ground();
    let on_ground = Phrase::new(Message::CancelledOn).with(cancelled.since()).with(ground);
    let reason = Reason::fact(on_ground, ground.clause());
    match ground {
        RevocationGround::LeftPost => {
            let left = held_act(as_of, cancelled).and_then(|event| match event.act {
                Act::Cancelled(Revocation::LeftPost { left_on, returned_on }) => Some((left_on, returned_on)),
                _ => None,
            });
            reason.relying(&[Reading::OffPostFrom], readings).because(left.map(|(left_on, returned_on)| {
                let (message, points): (_, &[DecidedPoint]) = match returned_on {
                    None => (Message::LeftPost, &[]),
                    Some(_) => (Message::LeftPostUntil, &[DecidedPoint::RETURN_TO_POST]),
                };
                let phrase = Phrase::new(message).with(left_on);
                let phrase = returned_on.map_or(phrase, |returned_on| phrase.with(returned_on));
                Reason::fact(phrase, ground.clause()).resting(points)
            }))
        }
        RevocationGround::Fraud => {
            reason.relying(&[Reading::FraudScope], readings).resting(&[DecidedPoint::FRAUD_FROM_REVOCATION])
        }
        RevocationGround::Incapacity | RevocationGround::CriminalPenalty | RevocationGround::MajorLoss => reason,
    }
}

/// The act of the cancellation that stands, as the register holds it.
fn held_act<'f>(as_of: &AsOf<'f>, cancelled: &Cancelled) -> Option<&'f Event> {
    let context = as_of.context();
    let held = context.history.held(context.known_on).map(|(_, event)| event);
    held.rev().find(|event| event.on == cancelled.since() && matches!(event.act, Act::Cancelled(_)))
}
