//! What a finding rests on, by when it can be mended, and what a refusal says besides.

use crate::{accepted, approved, facts, filed, opened, turned};
use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::explain::{Explanation, Reason, Remedy, Statement, Time};
use ruankao::finding::Value;
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{DecidedPoint, Reading, Readings};
use ruankao::revocation::Revocation;
use ruankao::words::Message;
use ruankao::{Act, Application, Clause, Code, Event, Finding, History, Language, Law, Ledger, Record, day};

/// The open points that each rule relies on, and the decided ones that it rests on.
#[test]
fn a_finding_names_the_points_that_its_rule_rests_on() {
    let told = Code::ALL.into_iter().filter_map(|code| {
        let reason = Reason::found(Finding::new(code, Clause::N47_7), &Readings::default());
        let readings = reason.readings.iter().map(|(reading, _)| reading.to_string());
        let points = reason.points.iter().map(|point| point.name().to_owned());
        let all: Vec<String> = readings.chain(points).collect();
        (!all.is_empty()).then(|| format!("{code}: {}", all.join(", ")))
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @"
    repealed: after_repeal
    lapsed: expiry_day, term_last_day, pending_at_expiry, in_time, lapse_effect
    cancelled: after_cancellation
    deferral_pending: application_during_request
    after_expiry: expiry_day, term_last_day
    deferral_not_beyond_deadline: expiry_day, term_last_day, several_deferrals
    extension_exists: several_extensions
    outside_cycle: expiry_day
    extension_not_beyond_cycle: expiry_day, extension_within_cycle
    not_published: cancellation_takes_effect
    deferral_too_long: expiry_day
    extension_too_long: expiry_day
    absence_too_short: absence_measure, absence_year, year_of_absence
    before_window: expiry_day, early_application
    conditions_not_met: conditions_on
    off_post_too_short: off_post_from, return_to_post
    no_application_made: fraud_scope
    appeal_too_late: appeal_last_day
    criminal_record: old_criminal_record
    education_total: first_registration, expiry_day, late_hours
    education_year: first_registration, education_year, expiry_day, extension_effect
    already_reviewed: second_review
    title_too_low: associate_professor
    ");
}

/// What was compared tells by when something can be mended.
#[test]
fn what_was_compared_tells_by_when_a_finding_can_be_mended() {
    let [first, last] = [day!(2008, 1, 1), day!(2008, 3, 10)];
    let told = Code::ALL.into_iter().filter_map(|code| {
        let finding = Finding::new(code, Clause::N47_3);
        let days = finding.compared(Value::Day(first), Value::Day(last));
        let span = finding.compared(Value::Span(first, last), Value::Day(last));
        let [of_days, of_span] = [days, span].map(|finding| Remedy::of(&finding, &Readings::default()).when);
        let when = if of_days == Time::Open { of_span } else { of_days };
        (when != Time::Open).then(|| match when {
            Time::From(day) => format!("{code}: from {day}"),
            Time::By(day) => format!("{code}: by {day}"),
            Time::TooLate(day) => format!("{code}: too late since {day}"),
            Time::Within(days) => format!("{code}: within {} {}", days.first(), days.last()),
            Time::Open => String::new(),
        })
    });
    assert_snapshot!(told.collect::<Vec<_>>().join("\n"), @"
    out_of_order: from 2008-01-01
    lapsed: too late since 2008-03-10
    after_expiry: too late since 2008-01-02
    deferral_not_beyond_deadline: from 2008-01-02
    outside_cycle: within 2008-01-01 2008-03-10
    extension_not_beyond_cycle: from 2008-01-02
    deferral_too_long: by 2008-01-01
    extension_too_long: by 2008-01-01
    before_window: from 2008-01-01
    off_post_too_short: from 2008-01-01
    appeal_too_late: too late since 2008-01-02
    rectification_not_after_review: from 2008-01-02
    ");
}

fn refused(law: &Law, events: impl IntoIterator<Item = Event>) -> Explanation {
    let history: History = events.into_iter().collect();
    law.open(history, Ledger::default()).explain_refusal().unwrap()
}

/// 47.2, 47.3, 47.7: the agency that an act names itself goes before that of the acts before it, the latest first.
#[test]
fn the_agency_of_an_act_goes_before_those_of_the_acts_before_it() {
    let listed = [("A1", None), ("A2", Some(day!(2008, 1, 20)))];
    let agencies = listed.map(|(id, withdrawn_on)| Listing::new(id, day!(2005, 1, 1), withdrawn_on).unwrap());
    let law = Law::of_2004().with_agencies(Register::from_iter(agencies));
    let agency = |id: &str| Some(BodyId::from(id));
    let approved = || Act::Approved.on(day!(2005, 3, 10));
    let filed = |id| Act::ApplicationFiled(Filing { agency: agency(id) }).on(day!(2008, 1, 10));
    let accepted =
        |agency, on| Act::ApplicationAccepted(Acceptance { agency, application: Application::COMPLETE }).on(on);
    let registered = |agency| Act::Registered(Registration { agency, application: None }).on(day!(2008, 2, 1));
    let (early, late) = (day!(2008, 1, 15), day!(2008, 1, 20));

    let named = refused(&law, [approved(), filed("A1"), accepted(agency("A2"), late)]);
    assert_eq!(facts(&named), [Message::EventRefused, Message::AgencyOfAct]);
    let named = refused(&law, [approved(), filed("A1"), accepted(None, early), registered(agency("A2"))]);
    assert_eq!(facts(&named), [Message::EventRefused, Message::AgencyOfAct]);
    let latest = refused(&law, [approved(), filed("A1"), accepted(agency("A2"), early), registered(None)]);
    assert_eq!(facts(&latest), [Message::EventRefused, Message::AgencyOfAcceptance]);
    let first = refused(&law, [approved(), filed("A2"), accepted(None, late)]);
    assert_eq!(facts(&first), [Message::EventRefused, Message::AgencyOfFiling]);

    // What has no agency stands between them as if it were not there.
    let grant =
        Grant { claim: childbirth(), arose_on: day!(2007, 6, 1), until: day!(2008, 9, 10), written_application: true };
    let extended = Act::ExtensionGranted(Box::new(grant)).on(late);
    let latest = refused(&law, [approved(), filed("A1"), accepted(agency("A2"), early), extended, registered(None)]);
    assert_eq!(facts(&latest), [Message::EventRefused, Message::AgencyOfAcceptance]);
    // What was decided lends its agency to nothing.
    let decided = [
        vec![filed("A1"), Act::ApplicationWithdrawn.on(early)],
        vec![filed("A1"), accepted(None, early), Act::Refused.on(early)],
    ];
    for decided in decided {
        let events = [approved()].into_iter().chain(decided).chain([accepted(None, late)]);
        let again = refused(&law, events);
        assert_eq!(again.findings()[0].code(), Code::AgencyMissing);
        assert_eq!(facts(&again), [Message::EventRefused]);
    }
}

/// 48.4: a registration that is refused for its conditions says as of which day they are judged.
#[test]
fn a_registration_refused_says_as_of_when_its_conditions_are_judged() {
    let registered = Act::Registered(Registration::default()).on(day!(2008, 2, 1));
    let events = [Act::Approved.on(day!(2005, 3, 10)), accepted().on(day!(2008, 1, 15)), registered];
    let refused = refused(&Law::of_2004(), events);
    assert!(facts(&refused).contains(&Message::JudgedOnDecision));
    assert!(refused.readings().contains(&(Reading::ConditionsOn, "decision")));
}

fn childbirth() -> Claim {
    Claim { ground: Ground::Childbirth, absences: Absences::default(), provincial_consent: false, evidence: true }
}

/// A deferral asked for beside an application rests on what was decided of the two, and a second application does not.
#[test]
fn a_deferral_beside_an_application_rests_on_its_own_point() {
    let requested = Act::DeferralRequested(Box::new(Request { claim: childbirth(), until: day!(2008, 9, 10) }));
    let beside = |act: Act| {
        let events = [Act::Approved.on(day!(2005, 3, 10)), accepted().on(day!(2008, 1, 15)), act.on(day!(2008, 1, 16))];
        refused(&Law::of_2004(), events)
    };
    let (deferral, again) = (beside(requested), beside(filed()));
    assert_eq!([&deferral, &again].map(|refused| refused.findings()[0].code()), [Code::ApplicationPending; 2]);
    assert!(deferral.points().contains(&DecidedPoint::DEFERRAL_DURING_APPLICATION));
    assert!(!again.points().contains(&DecidedPoint::DEFERRAL_DURING_APPLICATION));
}

/// No reason names a reading twice.
#[test]
fn what_lapsed_while_it_was_filed_names_each_reading_once() {
    let events = [Act::Approved.on(day!(2005, 3, 10)), filed().on(day!(2008, 3, 10)), accepted().on(day!(2008, 3, 20))];
    let refused = refused(&turned(Reading::InTime), events);
    assert_eq!(refused.findings()[0].code(), Code::Lapsed);
    refused.root().visit(&mut |reason| {
        let mut readings = reason.readings.clone();
        readings.sort_unstable();
        readings.dedup();
        assert_eq!(readings.len(), reason.readings.len(), "{:?}", reason.readings);
    });
}

/// What stands behind a cancellation is told as far as it has come: its ground, an appeal, the decision.
#[test]
fn a_cancellation_is_told_as_far_as_it_has_come() {
    let left_post = Revocation::LeftPost { left_on: day!(2005, 6, 1), returned_on: None };
    let mut history = approved();
    history.record(Act::Cancelled(left_post).on(day!(2007, 9, 1)));
    history.record(Act::CancellationPublished.on(day!(2007, 9, 1)));
    let told = |history: &History, on| facts(&opened(history.clone()).on(on).unwrap().explain());
    assert!(told(&history, day!(2007, 9, 1)).contains(&Message::LeftPost));
    history.record(Act::AppealFiled.on(day!(2007, 9, 20)));
    let appealed = told(&history, day!(2007, 9, 20));
    assert!(appealed.contains(&Message::AppealWasFiled) && !appealed.contains(&Message::AppealUnpublished));
    history.record(Act::AppealDecided(Outcome::Upheld).on(day!(2007, 11, 1)));
    let upheld = opened(history.clone()).on(day!(2007, 11, 1)).unwrap().explain();
    assert!(facts(&upheld).contains(&Message::AppealUpheld));
    assert!(upheld.points().contains(&DecidedPoint::FINAL_WITHIN_NOTICES));
}

/// Hours after the cycle, and hours made up in the time of an extension, are told where there are some.
#[test]
fn hours_late_or_made_up_are_told_where_there_are_some() {
    let deferral = Act::DeferralRequested(Box::new(Request { claim: childbirth(), until: day!(2008, 9, 10) }));
    let mut deferred = approved();
    deferred.extend([deferral.on(day!(2008, 2, 1)), Act::DeferralGranted.on(day!(2008, 2, 10))]);
    let grant =
        Grant { claim: childbirth(), arose_on: day!(2006, 5, 1), until: day!(2008, 9, 10), written_application: true };
    let mut extended = approved();
    extended.record(Act::ExtensionGranted(Box::new(grant)).on(day!(2006, 6, 1)));
    let told = |law: &Law, history: &History, ledger: Ledger, message| {
        let file = law.open(history, ledger);
        facts(&file.on(day!(2008, 8, 1)).unwrap().explain_education().unwrap()).contains(&message)
    };
    let studied = || Ledger::from_iter([crate::lives::entry(day!(2008, 5, 1), ruankao::Hours::whole(40))]);
    let (counted, as_read) = (turned(Reading::LateHours), Law::of_2004());
    assert!(told(&counted, &deferred, studied(), Message::LateCounted));
    assert!(!told(&counted, &deferred, Ledger::default(), Message::LateCounted));
    assert!(told(&as_read, &extended, studied(), Message::MadeUp));
    assert!(!told(&as_read, &extended, Ledger::default(), Message::MadeUp));
}

/// An entry struck is told where it lay in the cycle.
#[test]
fn an_entry_struck_is_told_of_its_own_cycle_alone() {
    let told = |on, asked_on| {
        let entry = crate::lives::entry(on, ruankao::Hours::whole(40));
        let record = Record::from(entry).struck_on(day!(2012, 1, 1)).unwrap();
        let file = Law::of_2004().open(approved(), Ledger::from_iter([record]));
        let explanation = file.on(asked_on).unwrap().explain_education().unwrap();
        facts(&explanation).contains(&Message::EntryStruck)
    };
    let end = day!(2008, 3, 10);
    assert!(told(day!(2006, 5, 1), end) && told(end, end) && told(day!(2006, 5, 1), day!(2006, 5, 1)));
    assert!(!told(day!(2004, 5, 1), end) && !told(day!(2008, 3, 11), day!(2008, 4, 1)));
    assert!(!told(day!(2006, 5, 2), day!(2006, 5, 1)));
}

/// The readings that each fact of its name relies on, and the decided points that it rests on.
fn rests_on(told: &Explanation, message: Message) -> Vec<(Vec<Reading>, Vec<DecidedPoint>)> {
    let mut rests = Vec::new();
    told.root().visit(&mut |reason: &Reason| {
        if let Statement::Fact(phrase, _) = reason.statement
            && phrase.message() == message
        {
            rests.push((reason.readings.iter().map(|&(reading, _)| reading).collect(), reason.points.clone()));
        }
    });
    rests
}

/// What was pending on the last day may have kept the certificate, and so the way back rests on that too.
#[test]
fn the_way_back_rests_on_what_was_pending() {
    let law = turned(Reading::PendingAtExpiry);
    let requested = Act::DeferralRequested(Box::new(Request { claim: childbirth(), until: day!(2008, 9, 10) }));
    let (of_itself, of_the_pending) =
        (vec![Reading::LapseEffect], vec![Reading::LapseEffect, Reading::PendingAtExpiry, Reading::InTime]);
    let table = [
        (None, of_itself),
        (Some(filed()), of_the_pending.clone()),
        (Some(accepted()), of_the_pending.clone()),
        (Some(requested), of_the_pending),
    ];
    for (act, readings) in table {
        let mut history = approved();
        history.extend(act.map(|act| act.on(day!(2008, 3, 1))));
        let told = law.open(history, Ledger::default()).on(day!(2008, 4, 1)).unwrap().explain();
        assert_eq!(rests_on(&told, Message::NoReturn), [(readings, vec![])], "{}", told.in_words(Language::En));
    }
}

/// What lapses a certificate after its last day is the decision of that day, and each kind rests on points of its own.
#[test]
fn a_lapse_after_the_last_day_rests_on_the_decision_that_made_it() {
    let requested = |until| Act::DeferralRequested(Box::new(Request { claim: childbirth(), until }));
    let left_post = Revocation::LeftPost { left_on: day!(2005, 6, 1), returned_on: None };
    let (before, after) = (day!(2008, 3, 1), day!(2008, 4, 20));
    let won = vec![
        Act::Cancelled(left_post).on(before),
        Act::CancellationPublished.on(before),
        Act::AppealFiled.on(before),
        Act::AppealDecided(Outcome::Overturned).on(after),
    ];
    let applied = |act: Act| vec![accepted().on(before), act.on(after)];
    let deferred = |until, act: Act| vec![requested(until).on(before), act.on(after)];
    let of_an_application =
        (&[Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect][..], DecidedPoint::LATE_DECISION);
    let of_a_request = (&[Reading::PendingAtExpiry][..], DecidedPoint::LATE_DECISION);
    let table = [
        (won, (&[Reading::RestoredTerm][..], DecidedPoint::WON_APPEAL_PAST_DEADLINE)),
        (applied(Act::Refused), of_an_application),
        (applied(Act::ApplicationWithdrawn), of_an_application),
        (deferred(day!(2008, 9, 10), Act::DeferralRefused), of_a_request),
        (deferred(day!(2008, 4, 10), Act::DeferralGranted), of_a_request),
    ];
    for (events, (readings, point)) in table {
        let mut history = approved();
        history.extend(events);
        let told = opened(history).on(after).unwrap().explain();
        let lapsed = rests_on(&told, Message::LapsedByDecision);
        assert_eq!(lapsed, [(readings.to_vec(), vec![point])], "{}", told.in_words(Language::En));
        assert!(!facts(&told).contains(&Message::NothingPending));
    }
    // An application made after the lapse lapses nothing when it is decided.
    let law = turned(Reading::LapseEffect);
    let mut history = approved();
    history.extend([accepted().on(after), Act::Refused.on(day!(2008, 5, 1))]);
    let told = law.open(history, Ledger::default()).on(day!(2008, 5, 1)).unwrap().explain();
    assert!(facts(&told).contains(&Message::NothingPending) && !facts(&told).contains(&Message::LapsedByDecision));
    assert!(told.readings().contains(&(Reading::InTime, "filing")));
}
