//! The typed states: walks through whole lives, in step with a history of the same acts.

use crate::support::{Law, accepted, childbirth, day, grant, register};
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::education::{Credits, Grant};
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::{
    Approved, Certificate, Context, Decided, DeferralPending, Live, Published, Restored, Running, StateName,
    Unapproved, UnderAppeal, UnderReview,
};
use ruankao::registration::Acceptance;
use ruankao::regulation::Reading;
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Code, History, Mode};

/// A history that is written while the typed states are walked.
struct Walk {
    law: Law,
    history: History,
}

impl Walk {
    fn under(law: Law) -> (Self, Running) {
        let mut walk = Self { law, history: History::default() };
        let Ok(Approved::Subject(running)) = Unapproved.approve(day("2005-03-10"), &walk.law.regulation) else {
            panic!("approved in the regime");
        };
        walk.step("2005-03-10", Act::Approved, Certificate::Running(running.clone()));
        (walk, running)
    }

    /// The same act, read by the history, leads to the same state.
    #[track_caller]
    fn step(&mut self, on: &str, act: Act, typed: Certificate) {
        self.history.record(act.on(day(on)));
        assert_eq!(self.law.certificate(&self.history), typed);
        assert_eq!(typed.last_event(), Some(day(on)));
    }

    /// The same act, read by the history, is refused with the same fault.
    #[track_caller]
    fn refused(&self, on: &str, act: Act, fault: &ruankao::finding::Fault) {
        let mut longer = self.history.clone();
        longer.record(act.on(day(on)));
        let refusal = self.law.refusal(Mode::Strict, &longer).unwrap();
        assert_eq!((refusal.event, &refusal.fault), (self.history.events().len(), fault));
    }

    fn context(&self) -> Context<'_> {
        Context::new(&self.law.regulation)
    }
}

fn acceptance() -> Acceptance {
    Acceptance { agency: None, application: Application::COMPLETE }
}

fn request(until: &str) -> Request {
    Request { claim: childbirth(), until: day(until) }
}

fn accept(walk: &mut Walk, running: Running, on: &str) -> UnderReview {
    let review = running.accept(day(on), &acceptance(), &walk.context()).unwrap();
    walk.step(on, accepted(), Certificate::UnderReview(review.clone()));
    review
}

fn ask(walk: &mut Walk, running: Running, on: &str, until: &str) -> DeferralPending {
    let pending = running.request_deferral(day(on), &request(until), &walk.context()).unwrap();
    walk.step(on, Act::DeferralRequested(request(until)), Certificate::DeferralPending(pending.clone()));
    assert_eq!((pending.requested_on(), pending.until()), (day(on), day(until)));
    pending
}

fn appeal(walk: &mut Walk, running: Running) -> (Published, UnderAppeal) {
    let cancelled = running.cancel(day("2006-05-08"), Revocation::MajorLoss, &walk.context()).unwrap();
    walk.step("2006-05-08", Act::Cancelled(Revocation::MajorLoss), Certificate::Cancelled(cancelled.clone()));
    let published = cancelled.publish(day("2006-05-10"), &walk.context()).unwrap();
    walk.step("2006-05-10", Act::CancellationPublished, Certificate::Published(published.clone()));
    let appealed = published.clone().appeal(day("2006-06-09")).unwrap();
    walk.step("2006-06-09", Act::AppealFiled, Certificate::UnderAppeal(appealed.clone()));
    (published, appealed)
}

#[test]
fn a_whole_life() {
    let (mut walk, running) = Walk::under(Law::no_hours());

    // An extension, a deferral, a registration in the time of it.
    let extension = grant("2006-06-01", "2008-09-10", childbirth());
    let running = running.extend(day("2007-01-01"), &extension, &walk.context()).unwrap();
    walk.step("2007-01-01", Act::ExtensionGranted(extension), Certificate::Running(running.clone()));
    let pending = ask(&mut walk, running, "2008-02-01", "2008-09-10");
    let Ok(Decided::Running(running)) = pending.grant(day("2008-02-10"), &walk.context()) else { panic!("in time") };
    walk.step("2008-02-10", Act::DeferralGranted, Certificate::Running(running.clone()));
    assert_eq!(running.term().deadline(), day("2008-09-10"));
    let review = accept(&mut walk, running, "2008-09-10");
    let clear = || review.clone().clear(&walk.context()).unwrap();
    assert_eq!(clear().into_review(), review);
    let cleared = clear();
    let running = cleared.register(day("2008-09-20"), &walk.context()).unwrap();
    walk.step("2008-09-20", Act::Registered, Certificate::Running(running.clone()));

    // The next term: an application refused, another, and a cancellation upheld.
    let review = accept(&mut walk, running, "2011-07-01");
    let Ok(Decided::Running(running)) = review.refuse(day("2011-07-05"), &walk.context()) else { panic!("in time") };
    walk.step("2011-07-05", Act::Refused, Certificate::Running(running.clone()));
    let review = accept(&mut walk, running, "2011-07-06");
    let fraud = Revocation::Fraud { verified_by_province: true };
    let cancelled = review.cancel(day("2011-07-07"), fraud, &walk.context()).unwrap();
    walk.step("2011-07-07", Act::Cancelled(fraud), Certificate::Cancelled(cancelled.clone()));
    let published = cancelled.publish(day("2011-07-08"), &walk.context()).unwrap();
    walk.step("2011-07-08", Act::CancellationPublished, Certificate::Published(published.clone()));
    assert_eq!((published.cancelled().since(), published.appealable_until()), (day("2011-07-07"), day("2011-08-08")));
    let appealed = published.appeal(day("2011-08-08")).unwrap();
    walk.step("2011-08-08", Act::AppealFiled, Certificate::UnderAppeal(appealed.clone()));
    let upheld = appealed.uphold(day("2011-09-01")).unwrap();
    assert_eq!((upheld.appeal().filed_on(), upheld.decided_on()), (day("2011-08-08"), day("2011-09-01")));
    walk.step("2011-09-01", Act::AppealDecided(Outcome::Upheld), Certificate::Upheld(upheld));
}

#[test]
fn an_appeal_won_gives_back_what_was() {
    let (mut walk, running) = Walk::under(Law::no_hours());
    let (_, appealed) = appeal(&mut walk, running.clone());
    let Ok(Restored::Live(Live::Running(won))) = appealed.overturn(day("2006-08-01"), &walk.context()) else {
        panic!("it was running");
    };
    walk.step("2006-08-01", Act::AppealDecided(Outcome::Overturned), Certificate::Running(won.clone()));
    assert_eq!(won.term(), running.term());
}

#[test]
fn an_appeal_won_too_late_gives_back_a_lapse() {
    let (mut walk, running) = Walk::under(Law::no_hours());
    let (_, appealed) = appeal(&mut walk, running);
    let Ok(Restored::Lapsed(lapsed)) = appealed.overturn(day("2008-03-11"), &walk.context()) else {
        panic!("the term has ended");
    };
    assert_eq!(lapsed.since(), day("2008-03-11"));
    walk.step("2008-03-11", Act::AppealDecided(Outcome::Overturned), Certificate::Lapsed(lapsed));
}

#[test]
fn a_decision_after_the_deadline_leaves_a_lapse() {
    let (mut walk, running) = Walk::under(Law::no_hours());
    let review = accept(&mut walk, running.clone(), "2008-03-10");
    let Ok(Decided::Lapsed(lapsed)) = review.refuse(day("2008-03-11"), &walk.context()) else { panic!("too late") };
    walk.step("2008-03-11", Act::Refused, Certificate::Lapsed(lapsed));

    let (mut walk, running) = Walk::under(Law::no_hours());
    let pending = ask(&mut walk, running, "2008-03-10", "2008-09-10");
    let refused = pending.clone().refuse(day("2008-03-11"), &walk.context()).unwrap();
    assert!(matches!(refused, Decided::Lapsed(_)));
    let Ok(Decided::Lapsed(lapsed)) = pending.grant(day("2008-09-11"), &walk.context()) else { panic!("too late") };
    walk.step("2008-09-11", Act::DeferralGranted, Certificate::Lapsed(lapsed));
}

#[test]
fn a_refusal_gives_back_the_very_state() {
    let (mut walk, running) = Walk::under(Law::notices());
    let fraud = Revocation::Fraud { verified_by_province: true };

    let refused = running.clone().accept(day("2007-12-09"), &acceptance(), &walk.context()).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&running, Code::BeforeWindow));
    walk.refused("2007-12-09", accepted(), &refused.fault);
    let agencies = register(&[]);
    let listed = walk.context().agencies(Some(&agencies));
    let refused = running.clone().accept(day("2007-12-10"), &acceptance(), &listed).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&running, Code::AgencyMissing));

    let late =
        running.clone().request_deferral(day("2008-03-11"), &request("2008-09-10"), &walk.context()).unwrap_err();
    assert_eq!((&late.state, late.fault.code()), (&running, Code::Lapsed));
    walk.refused("2008-03-11", Act::DeferralRequested(request("2008-09-10")), &late.fault);

    let claim = Claim::on(Ground::StudyAbroad);
    let grant = Grant { written_application: false, ..grant("2006-06-01", "2008-09-10", claim) };
    let refused = running.clone().extend(day("2007-01-01"), &grant, &walk.context()).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&running, Code::GroundNotRecognised));
    walk.refused("2007-01-01", Act::ExtensionGranted(grant), &refused.fault);

    let refused = running.clone().cancel(day("2006-05-08"), fraud, &walk.context()).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&running, Code::NoApplicationMade));
    walk.refused("2006-05-08", Act::Cancelled(fraud), &refused.fault);
    let early = running.clone().cancel(day("2005-03-09"), Revocation::MajorLoss, &walk.context()).unwrap_err();
    assert_eq!((&early.state, early.fault.code()), (&running, Code::OutOfOrder));

    let review = accept(&mut walk, running, "2008-01-15");
    let refused = review.clone().clear(&walk.context()).unwrap_err();
    assert_eq!((&refused.state, refused.fault.findings().len()), (&review, 4));
    assert_eq!(refused.fault.findings(), review.conditions(&walk.context()).findings());
    walk.refused("2008-01-20", Act::Registered, &refused.fault);
}

#[test]
fn an_audit_does_not_loosen_a_typed_move() {
    let law = Law::notices();
    let context = Context::new(&law.regulation).mode(Mode::Audit).credits(Credits::none());
    let Ok(Approved::Subject(running)) = Unapproved.approve(day("2005-03-10"), &law.regulation) else { panic!() };
    let refused = running.accept(day("2007-12-09"), &acceptance(), &context).unwrap_err();
    assert_eq!(refused.fault.code(), Code::BeforeWindow);
    let review = refused.state.accept(day("2007-12-10"), &acceptance(), &context).unwrap();
    assert_eq!(review.clear(&context).unwrap_err().fault.code(), Code::ConditionsNotMet);
}

#[test]
fn published_and_under_appeal() {
    let (mut walk, running) = Walk::under(Law::notices());
    let (published, appealed) = appeal(&mut walk, running);
    let refused = published.clone().appeal(day("2006-06-10")).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&published, Code::AppealTooLate));
    let early = appealed.clone().uphold(day("2006-06-08")).unwrap_err();
    assert_eq!((&early.state, early.fault.code()), (&appealed, Code::OutOfOrder));
    walk.refused("2006-06-08", Act::AppealDecided(Outcome::Upheld), &early.fault);
    let early = appealed.clone().overturn(day("2006-06-08"), &walk.context()).unwrap_err();
    assert_eq!(early.state, appealed);
}

#[test]
fn pending_things_end_with_the_term_where_they_lapse() {
    let (mut walk, running) = Walk::under(Law::no_hours().turned(Reading::PendingAtExpiry));
    let pending = ask(&mut walk, running.clone(), "2008-03-10", "2008-09-10");
    for refused in [
        pending.clone().grant(day("2008-03-11"), &walk.context()),
        pending.clone().refuse(day("2008-03-11"), &walk.context()),
    ] {
        let refused = refused.unwrap_err();
        assert_eq!((&refused.state, refused.fault.code()), (&pending, Code::Lapsed));
        walk.refused("2008-03-11", Act::DeferralGranted, &refused.fault);
    }
    let review = running.accept(day("2008-03-10"), &acceptance(), &walk.context()).unwrap();
    let clear = || review.clone().clear(&walk.context()).unwrap();
    let refused = clear().register(day("2008-03-11"), &walk.context()).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&clear(), Code::Lapsed));
    assert!(refused.state.register(day("2008-03-10"), &walk.context()).is_ok());
}

#[test]
fn moves_that_ask_the_calendar() {
    let law = Law::no_hours().turned(Reading::TermLastDay);
    let refused = Unapproved.approve(day("2024-01-01"), &law.regulation).unwrap_err();
    assert_eq!((refused.state, refused.fault.code()), (Unapproved, Code::CalendarUncovered));
    let context = Context::new(&law.regulation);
    let Ok(Approved::Subject(running)) = Unapproved.approve(day("2023-12-30"), &law.regulation) else { panic!() };
    let review = running.clone().accept(day("2026-11-01"), &acceptance(), &context).unwrap();
    let clear = || review.clone().clear(&context).unwrap();
    let refused = clear().register(day("2026-11-02"), &context).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&clear(), Code::CalendarUncovered));
    let cancelled = running.cancel(day("2026-11-01"), Revocation::Incapacity, &context).unwrap();
    let refused = cancelled.clone().publish(day("2026-12-02"), &context).unwrap_err();
    assert_eq!((&refused.state, refused.fault.code()), (&cancelled, Code::CalendarUncovered));
}

#[test]
fn outside_the_regime_there_is_no_move() {
    let law = Law::notices();
    let Ok(Approved::NotSubject(state)) = Unapproved.approve(day("2003-12-31"), &law.regulation) else { panic!() };
    let of_history = law.certificate(&crate::support::history(&[("2003-12-31", Act::Approved)]));
    assert_eq!(of_history, Certificate::NotSubject(state));
    assert_eq!((of_history.state_name(), of_history.term()), (StateName::NotSubject, None));
}
