//! Two views of one machine: typed moves and recorded events.

use crate::{cases, same};
use proptest::prelude::*;
use ruankao::appeal::Outcome;
use ruankao::finding::{Fault, Refused};
use ruankao::lifecycle::{PhaseName, State};
use ruankao::strategies::{decided_lives, lawful_lives, lives};
use ruankao::{Act, CertificateFile, Event, History};

/// Does an event by the typed move for it; `None` where the state has no such move.
fn moved(file: &mut CertificateFile<'_>, event: &Event) -> Option<Result<(), Fault>> {
    fn done<T, S>(moved: Result<T, Refused<S>>) -> Option<Result<(), Fault>> {
        Some(moved.map(drop).map_err(|refused| refused.fault))
    }
    let on = event.on;
    match (file.state().ok()?, &event.act) {
        (State::Unapproved(at), Act::Approved) => done(at.approve(on)),
        (State::Running(at), Act::DeferralRequested(request)) => done(at.request_deferral(on, request)),
        (State::DeferralPending(at), Act::DeferralGranted) => done(at.grant(on)),
        (State::DeferralPending(at), Act::DeferralRefused) => done(at.refuse(on)),
        (State::Running(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::Filed(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::UnderReview(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::DeferralPending(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::Running(at), Act::ApplicationFiled(filing)) => done(at.file(on, filing)),
        (State::Lapsed(at), Act::ApplicationFiled(filing)) => done(at.file(on, filing)),
        (State::Running(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::Filed(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::Lapsed(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::UnderReview(at), Act::Registered(registration)) => {
            let conditions = at.conditions(on, registration);
            let cleared = at.clear(on, registration);
            assert!(cleared.is_err() || conditions.is_met());
            done(cleared.map(|cleared| cleared.register()))
        }
        (State::Filed(at), Act::Refused) => done(at.refuse(on)),
        (State::UnderReview(at), Act::Refused) => done(at.refuse(on)),
        (State::Filed(at), Act::ApplicationWithdrawn) => done(at.withdraw(on)),
        (State::UnderReview(at), Act::ApplicationWithdrawn) => done(at.withdraw(on)),
        (State::Running(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::Filed(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::UnderReview(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::DeferralPending(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::Cancelled(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::UnderAppeal(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::Upheld(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::Published(at), Act::AppealFiled) => done(at.appeal(on)),
        (State::UnderAppeal(at), Act::AppealDecided(Outcome::Upheld)) => done(at.uphold(on)),
        (State::UnderAppeal(at), Act::AppealDecided(Outcome::Overturned)) => done(at.overturn(on)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// Step by step, whatever comes: a typed move does what recording the event does, and where there is none the event
    /// is refused, unless time alone has made of the state another that has one.
    #[test]
    fn a_typed_walk_is_the_untyped_one(life in prop_oneof![2 => lives().boxed(), 1 => decided_lives().boxed()]) {
        let (mut typed, mut untyped) = (life.law.open(History::default(), &life.ledger), life.law.open(History::default(), &life.ledger));
        for (_, event) in life.history.held(None) {
            let before = *typed.certificate();
            let recorded = untyped.record(event.clone()).map(|_| ()).map_err(|refusal| refusal.fault);
            match moved(&mut typed, event) {
                Some(done) => prop_assert_eq!(&done, &recorded),
                None if recorded.is_err() => {}
                None => {
                    let lapsed = typed.on(event.on).unwrap().standing().phase.name();
                    prop_assert_eq!(lapsed, PhaseName::Lapsed, "no move for {:?}", event);
                    typed.record(event.clone()).unwrap();
                }
            }
            if recorded.is_err() {
                prop_assert_eq!(&before, typed.certificate());
            }
            prop_assert_eq!(typed.certificate(), untyped.certificate());
        }
        same(&typed, &untyped);
        let (history, ledger) = typed.close();
        same(&life.law.open(history, ledger), &untyped);
    }

    #[test]
    fn a_lawful_life_can_be_walked(life in lawful_lives()) {
        let mut file = life.law.open(History::default(), &life.ledger);
        for (_, event) in life.history.held(None) {
            match moved(&mut file, event) {
                Some(done) => prop_assert_eq!(done, Ok(())),
                None => drop(file.record(event.clone()).unwrap()),
            }
        }
        let held: History = life.history.held(None).map(|(_, event)| event.clone()).collect();
        same(&file, &life.law.open(held, &life.ledger));
    }
}
