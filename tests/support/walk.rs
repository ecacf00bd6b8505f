//! Two views of one machine: typed moves and recorded events.

use ruankao::appeal::Outcome;
use ruankao::finding::{Fault, Refused};
use ruankao::lifecycle::State;
use ruankao::{Act, CertificateFile, Event, History, Law, Ledger};

/// Does an event by the typed move for it; `None` where the state has no such move, nor the one that time makes of it.
pub(crate) fn moved(file: &mut CertificateFile<'_>, event: &Event) -> Option<Result<(), Fault>> {
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
        // What was pending may have ended with the term.
        (State::Filed(at), Act::ApplicationFiled(filing)) => at.lapse(on).ok().and_then(|at| done(at.file(on, filing))),
        (State::UnderReview(at), Act::ApplicationFiled(filing)) => {
            at.lapse(on).ok().and_then(|at| done(at.file(on, filing)))
        }
        (State::UnderReview(at), Act::ApplicationAccepted(acceptance)) => {
            at.lapse(on).ok().and_then(|at| done(at.accept(on, acceptance)))
        }
        (State::DeferralPending(at), Act::ApplicationFiled(filing)) => {
            at.lapse(on).ok().and_then(|at| done(at.file(on, filing)))
        }
        (State::DeferralPending(at), Act::ApplicationAccepted(acceptance)) => {
            at.lapse(on).ok().and_then(|at| done(at.accept(on, acceptance)))
        }
        _ => None,
    }
}

/// Walks a history both ways, step by step, whatever comes: a typed move does what recording the event does, and where
/// there is none the event is refused. The two files, walked.
pub(crate) fn walked<'l>(law: &Law, history: &History, ledger: &'l Ledger) -> [CertificateFile<'l>; 2] {
    let (mut typed, mut untyped) = (law.open(History::default(), ledger), law.open(History::default(), ledger));
    for (_, event) in history.held(None) {
        let before = *typed.certificate();
        let recorded = untyped.record(event.clone()).map(|_| ()).map_err(|refusal| refusal.fault);
        match moved(&mut typed, event) {
            Some(done) => assert_eq!(done, recorded, "{event:?}"),
            None => assert!(recorded.is_err(), "no move for {event:?}"),
        }
        if recorded.is_err() {
            assert_eq!(&before, typed.certificate());
        }
        assert_eq!(typed.certificate(), untyped.certificate());
    }
    [typed, untyped]
}
