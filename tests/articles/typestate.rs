//! The typed states: walks through whole lives, in step with a reading of what they record.

use crate::support::{
    APPROVED, Differing, FILED, REGISTERED, accepted, childbirth, day, deferral, grant, history, no_hours,
};
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::lifecycle::{Approved, At, Decision, Lapsed, PhaseName, Restoration, Running, State, StateName};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Code, History, Law, Ledger};

/// A file of a certificate that was approved, and nothing more.
pub(crate) fn approved(law: &Law) -> CertificateFile<'static> {
    law.open(history(&[APPROVED]), Ledger::default())
}

#[track_caller]
pub(crate) fn running<'f>(file: &'f mut CertificateFile<'_>) -> At<'f, Running> {
    let Ok(State::Running(running)) = file.state() else { panic!("it runs") };
    running
}

/// The file holds these acts, and they lead where the typed moves led.
#[track_caller]
pub(crate) fn holds(file: &CertificateFile<'_>, acts: &[(&str, Act)]) {
    assert_eq!(file.history(), &history(acts));
    let read = file.law().open(file.history(), file.ledger());
    assert_eq!((read.refusal(), read.certificate()), (None, file.certificate()));
    assert_eq!(file.certificate().last_event(), acts.last().map(|(on, _)| day(on)));
}

pub(crate) fn acceptance() -> Acceptance {
    Acceptance { agency: None, application: Application::COMPLETE }
}

pub(crate) fn request(until: &str) -> Request {
    Request { claim: childbirth(), until: day(until) }
}

/// Cancelled on 2006-05-08 and published on 2006-05-10.
pub(crate) fn published(law: &Law) -> CertificateFile<'static> {
    let mut file = approved(law);
    let cancelled = running(&mut file).cancel(day("2006-05-08"), Revocation::MajorLoss).unwrap();
    let published = cancelled.publish(day("2006-05-10")).unwrap();
    assert_eq!(published.state().appealable_until(), day("2006-06-09"));
    file
}

const CANCELLED_AND_PUBLISHED: [(&str, Act); 3] =
    [APPROVED, ("2006-05-08", crate::support::CANCELLED), ("2006-05-10", Act::CancellationPublished)];

#[test]
fn a_whole_life() {
    let mut file = no_hours().open(History::default(), Ledger::default());
    let Ok(State::Unapproved(unapproved)) = file.state() else { panic!("nothing happened yet") };
    let Ok(Approved::Subject(running)) = unapproved.approve(day("2005-03-10")) else { panic!("in the regime") };

    // An extension, a deferral, a registration in the time of it.
    let extended = grant("2006-06-01", "2008-09-10", childbirth());
    let running = running.extend(day("2007-01-01"), &extended).unwrap();
    let pending = running.request_deferral(day("2008-02-01"), &request("2008-09-10")).unwrap();
    assert_eq!((pending.state().requested_on(), pending.state().until()), (day("2008-02-01"), day("2008-09-10")));
    let Ok(Decision::Running(running)) = pending.grant(day("2008-02-10")) else { panic!("in time") };
    assert_eq!(running.state().term().deadline(), day("2008-09-10"));
    let filed = running.file(day("2008-09-10"), &Filing::default()).unwrap();
    assert_eq!((filed.state().filed_on(), filed.state().lapsed_since()), (day("2008-09-10"), None));
    let review = filed.accept(day("2008-09-12"), &acceptance()).unwrap();
    let review = review.clear(day("2008-09-20"), &Registration::default()).unwrap().into_review();
    let cleared = review.clear(day("2008-09-20"), &Registration::default()).unwrap();
    assert_eq!(cleared.on(), day("2008-09-20"));
    let running = cleared.register();
    assert_eq!(running.state().term().expiry(), day("2011-09-20"));

    // The next term: an application withdrawn, one refused, another, and a cancellation upheld.
    let filed = running.file(day("2011-06-25"), &Filing::default()).unwrap();
    let Ok(Decision::Running(running)) = filed.withdraw(day("2011-06-26")) else { panic!("in time") };
    let review = running.accept(day("2011-07-01"), &acceptance()).unwrap();
    let Ok(Decision::Running(running)) = review.refuse(day("2011-07-05")) else { panic!("in time") };
    let review = running.accept(day("2011-07-06"), &acceptance()).unwrap();
    let fraud = Revocation::Fraud { verified_by_province: true };
    let cancelled = review.cancel(day("2011-07-07"), fraud).unwrap();
    let published = cancelled.publish(day("2011-07-08")).unwrap();
    assert_eq!(published.state().cancelled().since(), day("2011-07-07"));
    assert_eq!(published.state().appealable_until(), day("2011-08-08"));
    let upheld = published.appeal(day("2011-08-08")).unwrap().uphold(day("2011-09-01")).unwrap();
    assert_eq!(upheld.state().appeal().filed_on(), day("2011-08-08"));
    assert_eq!(upheld.state().decided_on(), day("2011-09-01"));

    let acts = [
        APPROVED,
        ("2007-01-01", Act::ExtensionGranted(Box::new(extended))),
        ("2008-02-01", deferral("2008-09-10", childbirth())),
        ("2008-02-10", Act::DeferralGranted),
        ("2008-09-10", FILED),
        ("2008-09-12", accepted()),
        ("2008-09-20", REGISTERED),
        ("2011-06-25", FILED),
        ("2011-06-26", Act::ApplicationWithdrawn),
        ("2011-07-01", accepted()),
        ("2011-07-05", Act::Refused),
        ("2011-07-06", accepted()),
        ("2011-07-07", Act::Cancelled(fraud)),
        ("2011-07-08", Act::CancellationPublished),
        ("2011-08-08", Act::AppealFiled),
        ("2011-09-01", Act::AppealDecided(Outcome::Upheld)),
    ];
    holds(&file, &acts);
    assert_eq!(file.certificate().state_name(), StateName::Upheld);
}

#[test]
fn an_appeal_won_gives_back_what_was() {
    let mut file = published(&no_hours());
    let Ok(State::Published(published)) = file.state() else { panic!("published") };
    let appeal = published.appeal(day("2006-06-09")).unwrap();
    let Ok(Restoration::Running(won)) = appeal.overturn(day("2006-08-01")) else { panic!("it was running") };
    assert_eq!(won.state().term().expiry(), day("2008-03-10"));
    let decided = [("2006-06-09", Act::AppealFiled), ("2006-08-01", Act::AppealDecided(Outcome::Overturned))];
    holds(&file, &[CANCELLED_AND_PUBLISHED.as_slice(), &decided].concat());
}

#[test]
fn an_appeal_won_gives_back_what_was_pending() {
    let won = |file: &mut CertificateFile<'_>| {
        let cancelled = match file.state() {
            Ok(State::Filed(filed)) => filed.cancel(day("2008-02-01"), Revocation::MajorLoss).unwrap(),
            Ok(State::UnderReview(review)) => review.cancel(day("2008-02-01"), Revocation::MajorLoss).unwrap(),
            Ok(State::DeferralPending(asked)) => asked.cancel(day("2008-02-01"), Revocation::MajorLoss).unwrap(),
            other => panic!("{other:?}"),
        };
        let appeal = cancelled.publish(day("2008-02-01")).unwrap().appeal(day("2008-02-05")).unwrap();
        match appeal.overturn(day("2008-05-01")).unwrap() {
            Restoration::Filed(filed) => (StateName::Filed, filed.state().filed_on()),
            Restoration::UnderReview(review) => (StateName::UnderReview, review.state().accepted_on()),
            Restoration::DeferralPending(asked) => (StateName::DeferralPending, asked.state().requested_on()),
            other => panic!("{other:?}"),
        }
    };
    let mut file = approved(&no_hours());
    running(&mut file).file(day("2008-01-15"), &Filing::default()).unwrap();
    assert_eq!(won(&mut file), (StateName::Filed, day("2008-01-15")));
    let mut file = approved(&no_hours());
    running(&mut file).accept(day("2008-01-15"), &acceptance()).unwrap();
    assert_eq!(won(&mut file), (StateName::UnderReview, day("2008-01-15")));
    let mut file = approved(&no_hours());
    running(&mut file).request_deferral(day("2008-01-15"), &request("2008-09-10")).unwrap();
    assert_eq!(won(&mut file), (StateName::DeferralPending, day("2008-01-15")));
}

#[test]
fn an_appeal_won_too_late_gives_back_a_lapse() {
    let mut file = published(&no_hours());
    let Ok(State::Published(published)) = file.state() else { panic!("published") };
    let appeal = published.appeal(day("2006-06-09")).unwrap();
    let Ok(Restoration::Lapsed(lapsed)) = appeal.overturn(day("2008-03-11")) else { panic!("the term has ended") };
    assert_eq!(lapsed.state().since(), day("2008-03-11"));
    let decided = [("2006-06-09", Act::AppealFiled), ("2008-03-11", Act::AppealDecided(Outcome::Overturned))];
    holds(&file, &[CANCELLED_AND_PUBLISHED.as_slice(), &decided].concat());
}

#[test]
fn a_decision_after_the_deadline_leaves_a_lapse() {
    let mut file = approved(&no_hours());
    let review = running(&mut file).accept(day("2008-03-10"), &acceptance()).unwrap();
    let Ok(Decision::Lapsed(lapsed)) = review.refuse(day("2008-03-11")) else { panic!("too late") };
    assert_eq!(lapsed.state().since(), day("2008-03-11"));
    holds(&file, &[APPROVED, ("2008-03-10", accepted()), ("2008-03-11", Act::Refused)]);

    let mut file = approved(&no_hours());
    let filed = running(&mut file).file(day("2008-03-10"), &Filing::default()).unwrap();
    let Ok(Decision::Lapsed(_)) = filed.withdraw(day("2008-03-11")) else { panic!("too late") };
    holds(&file, &[APPROVED, ("2008-03-10", FILED), ("2008-03-11", Act::ApplicationWithdrawn)]);

    let asked = ("2008-03-10", deferral("2008-09-10", childbirth()));
    for (on, decision) in [("2008-03-11", Act::DeferralRefused), ("2008-09-11", Act::DeferralGranted)] {
        let mut file = approved(&no_hours());
        let pending = running(&mut file).request_deferral(day("2008-03-10"), &request("2008-09-10")).unwrap();
        let decided = if decision == Act::DeferralRefused { pending.refuse(day(on)) } else { pending.grant(day(on)) };
        assert!(matches!(decided, Ok(Decision::Lapsed(_))));
        holds(&file, &[APPROVED, asked.clone(), (on, decision)]);
    }
}

/// Reading `lapse_effect`.
#[test]
fn a_lapsed_certificate_may_return_where_it_may() {
    let refused = [("2008-03-10", accepted()), ("2008-03-11", Act::Refused)];
    let lapsed = [[APPROVED].as_slice(), &refused].concat();
    let mut file = no_hours().open(history(&lapsed), Ledger::default());
    let Ok(State::Lapsed(state)) = file.state() else { panic!("lapsed") };
    let refused = state.file(day("2009-06-01"), &Filing::default()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::Lapsed);
    assert_eq!(refused.state.accept(day("2009-06-01"), &acceptance()).unwrap_err().fault.code(), Code::Lapsed);
    holds(&file, &lapsed);

    let mut file = no_hours().turned(Reading::LapseEffect).open(history(&lapsed), Ledger::default());
    let Ok(State::Lapsed(state)) = file.state() else { panic!("lapsed") };
    let filed = state.file(day("2009-06-01"), &Filing::default()).unwrap();
    assert_eq!(filed.state().lapsed_since(), Some(day("2008-03-11")));
    let review = filed.accept(day("2009-06-02"), &acceptance()).unwrap();
    review.clear(day("2009-06-03"), &Registration::default()).unwrap().register();
    let back = [("2009-06-01", FILED), ("2009-06-02", accepted()), ("2009-06-03", REGISTERED)];
    holds(&file, &[lapsed.as_slice(), &back].concat());

    // One that time alone has lapsed keeps its state, and its moves say what the law says.
    let mut file = approved(&no_hours());
    assert_eq!(file.on(day("2009-06-01")).unwrap().standing().phase.name(), PhaseName::Lapsed);
    assert_eq!(running(&mut file).accept(day("2009-06-01"), &acceptance()).unwrap_err().fault.code(), Code::Lapsed);
    let mut file = approved(&no_hours().turned(Reading::LapseEffect));
    assert!(running(&mut file).accept(day("2009-06-01"), &acceptance()).is_ok());
    holds(&file, &[APPROVED, ("2009-06-01", accepted())]);
}

/// Readings `pending_at_expiry` and `lapse_effect`: what was pending ends with the term, and another application is made.
#[test]
fn what_ended_with_the_term_is_lapsed_by_time_and_may_return() {
    let ending = no_hours().turned(Reading::PendingAtExpiry);
    let returning = ending.clone().turned(Reading::LapseEffect);
    let request = Act::DeferralRequested(Box::new(request("2008-09-10")));
    for (pending, act) in [("2008-03-10", FILED), ("2008-03-10", accepted()), ("2008-02-01", request)] {
        let lived = [APPROVED, (pending, act)];
        // Not before the term is over.
        let lapsed_on = |file: &mut CertificateFile<'_>, on: &str| match file.state().unwrap() {
            State::Filed(at) => at.lapse(day(on)).map(|at| at.state().since()).ok(),
            State::UnderReview(at) => at.lapse(day(on)).map(|at| at.state().since()).ok(),
            State::DeferralPending(at) => at.lapse(day(on)).map(|at| at.state().since()).ok(),
            other => panic!("{other:?}"),
        };
        let mut file = returning.open(history(&lived), Ledger::default());
        assert_eq!(lapsed_on(&mut file, "2008-03-10"), None);
        assert_eq!(lapsed_on(&mut file, "2008-03-11"), Some(day("2008-03-11")));
        assert_eq!(lapsed_on(&mut file, "2009-01-01"), Some(day("2008-03-11")));
        // Nothing is recorded by it.
        holds(&file, &lived);

        // What is kept until the decision does not lapse.
        let mut kept = no_hours().open(history(&lived), Ledger::default());
        assert_eq!(lapsed_on(&mut kept, "2009-01-01"), None);

        // For good where it does not return; else another is filed, or accepted.
        let act_on = |file: &mut CertificateFile<'_>, does: fn(At<'_, Lapsed>)| match file.state().unwrap() {
            State::Filed(at) => does(at.lapse(day("2008-04-01")).unwrap()),
            State::UnderReview(at) => does(at.lapse(day("2008-04-01")).unwrap()),
            State::DeferralPending(at) => does(at.lapse(day("2008-04-01")).unwrap()),
            other => panic!("{other:?}"),
        };
        let mut file = ending.open(history(&lived), Ledger::default());
        act_on(&mut file, |at| {
            assert_eq!(at.file(day("2008-04-01"), &Filing::default()).unwrap_err().fault.code(), Code::Lapsed);
        });
        holds(&file, &lived);
        let mut file = returning.open(history(&lived), Ledger::default());
        act_on(&mut file, |at| {
            // Not on a day before the lapse.
            let refused = at.file(day("2008-03-10"), &Filing::default()).unwrap_err();
            assert_eq!(refused.fault.code(), Code::OutOfOrder);
            let filed = refused.state.file(day("2008-04-01"), &Filing::default()).unwrap();
            // What is pending after a lapse does not lapse again.
            assert!(filed.lapse(day("2009-01-01")).is_err());
        });
        holds(&file, &[lived.as_slice(), &[("2008-04-01", FILED)]].concat());
        let mut file = returning.open(history(&lived), Ledger::default());
        act_on(&mut file, |at| assert!(at.accept(day("2008-04-01"), &acceptance()).is_ok()));
        holds(&file, &[lived.as_slice(), &[("2008-04-01", accepted())]].concat());
    }
}

/// From the repeal on nothing lapses any more.
#[test]
fn the_repeal_releases_what_time_would_lapse() {
    let repealed = Parameters { repealed_on: Some(day("2008-01-01")), ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(repealed).unwrap();
    let mut file = approved(&law);
    assert!(running(&mut file).lapse(day("2009-01-01")).is_err());
}
