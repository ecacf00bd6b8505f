//! The typed states: a refused move gives the very state back, and says what a reading of the same act says.

use crate::support::{
    APPROVED, CANCELLED, Differing, REGISTERED, accepted, childbirth, day, deferral, grant, history, no_hours, register,
};
use crate::typestate::{acceptance, approved, holds, published, request, running};
use ruankao::education::Grant;
use ruankao::finding::Fault;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::{Approved, PhaseName, Restoration, State, StateName};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::Reading;
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Code, History, Law, Ledger, Mode};

/// The same act, recorded in the file, is refused with the same fault.
#[track_caller]
fn refuses(file: &CertificateFile<'_>, on: &str, act: Act, fault: &Fault) {
    let mut same = file.law().open(file.history().clone(), Ledger::default());
    let refusal = same.record(act.on(day(on))).unwrap_err();
    assert_eq!((refusal.event, &refusal.fault), (file.history().records().len(), fault));
    assert_eq!((same.history(), same.certificate()), (file.history(), file.certificate()));
}

#[test]
fn a_refusal_gives_back_the_very_state() {
    let mut file = approved(&Law::of_2004());
    let before = *file.certificate();
    let fraud = Revocation::Fraud { verified_by_province: true };
    let claim = Claim::on(Ground::StudyAbroad);
    let bare = Grant { written_application: false, ..grant("2006-06-01", "2008-09-10", claim) };

    let state = running(&mut file);
    let early = state.accept(day("2007-12-09"), &acceptance()).unwrap_err();
    let late = early.state.request_deferral(day("2008-03-11"), &request("2008-09-10")).unwrap_err();
    let ground = late.state.extend(day("2007-01-01"), &bare).unwrap_err();
    let nothing_made = ground.state.cancel(day("2006-05-08"), fraud).unwrap_err();
    let order = nothing_made.state.cancel(day("2005-03-09"), Revocation::MajorLoss).unwrap_err();
    let faults = [early.fault, late.fault, ground.fault, nothing_made.fault, order.fault];
    // Nothing was done to it or to the file.
    assert!(order.state.accept(day("2008-01-15"), &acceptance()).is_ok());
    holds(&file, &[APPROVED, ("2008-01-15", accepted())]);

    let untouched = approved(&Law::of_2004());
    assert_eq!(untouched.certificate(), &before);
    let acts = [
        ("2007-12-09", accepted(), Code::BeforeWindow),
        ("2008-03-11", deferral("2008-09-10", childbirth()), Code::Lapsed),
        ("2007-01-01", Act::ExtensionGranted(Box::new(bare)), Code::GroundNotRecognised),
        ("2006-05-08", Act::Cancelled(fraud), Code::NoApplicationMade),
        ("2005-03-09", CANCELLED, Code::OutOfOrder),
    ];
    for ((on, act, code), fault) in acts.into_iter().zip(&faults) {
        assert_eq!(fault.code(), code);
        refuses(&untouched, on, act, fault);
    }

    let Ok(State::UnderReview(review)) = file.state() else { panic!("under review") };
    let conditions = review.conditions(day("2008-01-20"), &Registration::default());
    let refused = review.clear(day("2008-01-20"), &Registration::default()).unwrap_err();
    assert_eq!((refused.fault.findings().len(), refused.fault.findings()), (4, conditions.findings()));
    let fault = refused.fault;
    refuses(&file, "2008-01-20", REGISTERED, &fault);
}

#[test]
fn a_clearance_is_given_on_the_day_and_the_particulars_it_is_asked_for() {
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let renewed = Registration { agency: None, application: Some(Application::COMPLETE) };
    let mut file = approved(&no_hours());
    let acceptance = Acceptance { agency: None, application: unpaid };
    let review = running(&mut file).accept(day("2008-01-15"), &acceptance).unwrap();
    let refused = review.clear(day("2008-01-20"), &Registration::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::ConditionsNotMet);
    refused.state.clear(day("2008-01-20"), &renewed).unwrap().register();
    holds(
        &file,
        &[APPROVED, ("2008-01-15", Act::ApplicationAccepted(acceptance)), ("2008-01-20", Act::Registered(renewed))],
    );
}

#[test]
fn a_list_of_agencies_bars_a_typed_move() {
    let mut file = approved(&no_hours().with_agencies(register(&[("上海", "2005-07-01", Some("2008-02-01"))])));
    let refused = running(&mut file).file(day("2008-01-15"), &Filing::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AgencyMissing);
    let filed = refused.state.file(day("2008-01-15"), &Filing { agency: Some("上海".into()) }).unwrap();
    let review = filed.accept(day("2008-01-31"), &acceptance()).unwrap();
    let refused = review.clear(day("2008-02-01"), &Registration::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AgencyNotApproved);
    assert!(refused.state.clear(day("2008-01-31"), &Registration::default()).is_ok());
}

/// Moves are strict, in whatever mode the file is read.
#[test]
fn no_mode_loosens_a_typed_move() {
    for mode in [Mode::Audit, Mode::Recorded] {
        let mut file = Law::of_2004().open_in(mode, history(&[APPROVED]), Ledger::default());
        let refused = running(&mut file).accept(day("2007-12-09"), &acceptance()).unwrap_err();
        assert_eq!(refused.fault.code(), Code::BeforeWindow);
        let review = refused.state.accept(day("2007-12-10"), &acceptance()).unwrap();
        let refused = review.clear(day("2007-12-10"), &Registration::default()).unwrap_err();
        assert_eq!(refused.fault.code(), Code::ConditionsNotMet);
        // Recorded as an act that was done, it takes effect.
        assert!(file.record(REGISTERED.on(day("2007-12-10"))).is_ok());
    }
}

#[test]
fn published_and_under_appeal() {
    let mut file = published(&Law::of_2004());
    let Ok(State::Published(state)) = file.state() else { panic!("published") };
    let refused = state.appeal(day("2006-06-10")).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AppealTooLate);
    let appeal = refused.state.appeal(day("2006-06-09")).unwrap();
    let early = appeal.uphold(day("2006-06-08")).unwrap_err();
    assert_eq!(early.fault.code(), Code::OutOfOrder);
    let again = early.state.publish(day("2006-06-09")).unwrap_err();
    assert_eq!(again.fault.code(), Code::AlreadyPublished);
    let upheld = again.state.uphold(day("2006-06-09")).unwrap();
    assert_eq!(upheld.publish(day("2006-06-09")).unwrap_err().fault.code(), Code::AlreadyPublished);
}

/// An audit lets an appeal stand that was filed before the publication; the publication may follow.
#[test]
fn a_cancellation_that_was_appealed_first_is_published_afterwards() {
    let appealed = [APPROVED, ("2006-05-08", CANCELLED), ("2006-05-09", Act::AppealFiled)];
    let mut file = no_hours().open_in(Mode::Audit, history(&appealed), Ledger::default());
    let Ok(State::UnderAppeal(appeal)) = file.state() else { panic!("under appeal") };
    assert_eq!(appeal.state().publication(), None);
    let appeal = appeal.publish(day("2006-05-10")).unwrap();
    assert_eq!(appeal.state().publication().unwrap().on(), day("2006-05-10"));

    let mut file = no_hours().open_in(Mode::Audit, history(&appealed), Ledger::default());
    let Ok(State::UnderAppeal(appeal)) = file.state() else { panic!("under appeal") };
    let upheld = appeal.uphold(day("2006-05-10")).unwrap();
    let upheld = upheld.publish(day("2006-05-11")).unwrap();
    assert_eq!(upheld.state().appeal().publication().unwrap().appealable_until(), day("2006-06-12"));
}

#[test]
fn pending_things_end_with_the_term_where_they_lapse() {
    let law = no_hours().turned(Reading::PendingAtExpiry);
    let mut file = approved(&law);
    let pending = running(&mut file).request_deferral(day("2008-03-10"), &request("2008-09-10")).unwrap();
    let granted = pending.grant(day("2008-03-11")).unwrap_err();
    let refused = granted.state.refuse(day("2008-03-11")).unwrap_err();
    let (granted, refused) = (granted.fault, refused.fault);
    assert_eq!((granted.code(), refused.code()), (Code::Lapsed, Code::Lapsed));
    refuses(&file, "2008-03-11", Act::DeferralGranted, &granted);

    let mut file = approved(&law);
    let review = running(&mut file).accept(day("2008-03-10"), &acceptance()).unwrap();
    let refused = review.clear(day("2008-03-11"), &Registration::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::Lapsed);
    assert!(refused.state.clear(day("2008-03-10"), &Registration::default()).is_ok());
}

#[test]
fn moves_that_ask_the_calendar() {
    let law = no_hours().turned(Reading::TermLastDay);
    let mut file = law.open(History::default(), Ledger::default());
    let Ok(State::Unapproved(unapproved)) = file.state() else { panic!() };
    let refused = unapproved.approve(day("2024-01-01")).unwrap_err();
    assert_eq!(refused.fault.code(), Code::CalendarUncovered);
    let Ok(Approved::Subject(state)) = refused.state.approve(day("2023-12-30")) else { panic!() };
    let review = state.accept(day("2026-11-01"), &acceptance()).unwrap();
    let refused = review.clear(day("2026-11-02"), &Registration::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::CalendarUncovered);

    let mut file = law.open(history(&[("2023-12-30", Act::Approved)]), Ledger::default());
    let cancelled = running(&mut file).cancel(day("2026-11-01"), Revocation::Incapacity).unwrap();
    let refused = cancelled.publish(day("2026-12-02")).unwrap_err();
    assert_eq!(refused.fault.code(), Code::CalendarUncovered);
    assert!(refused.state.publish(day("2026-12-01")).is_ok());
}

#[test]
fn after_the_repeal_no_move_but_those_after_a_cancellation() {
    let law = no_hours().repealed_on("2006-07-01");
    let mut file = approved(&law);
    let refused = running(&mut file).cancel(day("2006-07-01"), Revocation::MajorLoss).unwrap_err();
    assert_eq!(refused.fault.code(), Code::Repealed);
    let cancelled = refused.state.cancel(day("2006-06-30"), Revocation::MajorLoss).unwrap();
    let appeal = cancelled.publish(day("2006-07-01")).unwrap().appeal(day("2006-07-02")).unwrap();
    assert!(matches!(appeal.overturn(day("2006-08-01")), Ok(Restoration::Running(_))));
    assert_eq!(file.on(day("2006-08-01")).unwrap().standing().phase.name(), PhaseName::Released);
}

#[test]
fn outside_the_regime_there_is_no_move() {
    let mut file = Law::of_2004().open(History::default(), Ledger::default());
    let Ok(State::Unapproved(unapproved)) = file.state() else { panic!() };
    let Ok(Approved::NotSubject(state)) = unapproved.approve(day("2003-12-31")) else { panic!() };
    assert_eq!(state.state().approved_on(), day("2003-12-31"));
    holds(&file, &[("2003-12-31", Act::Approved)]);
    assert_eq!((file.certificate().state_name(), file.certificate().term()), (StateName::NotSubject, None));
}

/// What cannot be read is not acted on.
#[test]
fn a_history_that_is_refused_has_no_state_to_act_on() {
    let life = history(&[APPROVED, ("2007-12-09", accepted())]);
    let mut file = Law::of_2004().open(&life, Ledger::default());
    let refusal = file.state().unwrap_err();
    assert_eq!((refusal.event, refusal.fault.code()), (1, Code::BeforeWindow));
    assert_eq!(file.record(CANCELLED.on(day("2008-01-01"))).unwrap_err(), refusal);
}
