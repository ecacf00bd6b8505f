//! The transition table against the code, in both directions, under all readings and in every mode: what is seen happens
//! in the table, and what stands in the table happens.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "a test has the standard library")]

use chrono::NaiveDate;
use ruankao::appeal::Outcome;
use ruankao::calendar::{add_days, sub_days};
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::{ActName, Certificate, PhaseName, StateName, TRANSITIONS, Trigger};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{AppealEffect, DeferredValidity, LapseEffect, Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Clause, Code, Event, History, Law, Ledger, Mode, Phase, day};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

type Move = (StateName, Trigger, StateName);

const REPEALED_ON: NaiveDate = day!(2007, 9, 1);

/// Days on either side of every boundary of a certificate approved on 2004-01-01, and of what can be granted to it.
const DAYS: [NaiveDate; 10] = [
    day!(2003, 12, 31),
    day!(2004, 1, 1),
    day!(2006, 10, 1),
    day!(2007, 1, 1),
    day!(2007, 1, 2),
    day!(2007, 6, 30),
    day!(2007, 7, 1),
    day!(2007, 8, 31),
    day!(2007, 9, 1),
    day!(2008, 2, 1),
];

fn acts() -> Vec<Act> {
    let claim = || Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    vec![
        Act::Approved,
        Act::DeferralRequested(Box::new(Request { claim: claim(), until: day!(2007, 6, 30) })),
        Act::DeferralGranted,
        Act::DeferralRefused,
        Act::ExtensionGranted(Box::new(Grant {
            claim: claim(),
            arose_on: day!(2005, 1, 1),
            until: day!(2007, 6, 30),
            written_application: true,
        })),
        Act::ApplicationFiled(Filing::default()),
        Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE }),
        Act::Registered(Registration::default()),
        Act::Refused,
        Act::ApplicationWithdrawn,
        Act::Cancelled(Revocation::MajorLoss),
        Act::CancellationPublished,
        Act::AppealFiled,
        Act::AppealDecided(Outcome::Upheld),
        Act::AppealDecided(Outcome::Overturned),
    ]
}

/// One that asks for no hours, so that a registration is in reach.
fn law(repealed_on: Option<NaiveDate>) -> Law {
    let parameters = Parameters { cycle_hours: 0, yearly_hours: 0, repealed_on, ..Parameters::NOTICES };
    Law::of_2004().with_parameters(parameters).unwrap()
}

fn turned(law: &Law, readings: &[Reading]) -> Law {
    let readings = readings.iter().fold(*law.readings(), |turned, &reading| turned.turned(reading));
    law.clone().with_readings(readings)
}

/// Every certificate in reach by so many acts, with a file in which it is at its state, and what was seen on the way.
struct Explored {
    moves: BTreeSet<Move>,
    refusals: BTreeMap<(StateName, ActName), BTreeSet<Code>>,
    files: HashMap<Certificate, CertificateFile<'static>>,
}

fn explore(law: &Law, mode: Mode, most_acts: usize) -> Explored {
    let unapproved = law.open_in(mode, History::default(), Ledger::default());
    let mut explored = Explored { moves: BTreeSet::new(), refusals: BTreeMap::new(), files: HashMap::new() };
    let mut queue = VecDeque::from([(unapproved.clone(), 0)]);
    explored.files.insert(Certificate::default(), unapproved);
    let events: Vec<Event> = DAYS.into_iter().flat_map(|on| acts().into_iter().map(move |act| act.on(on))).collect();
    while let Some((before, acts)) = queue.pop_front() {
        let mut file = before.clone();
        for event in &events {
            let from = left_by_time(&before, event.on);
            match file.record(event.clone()).err() {
                None => {
                    let next = std::mem::replace(&mut file, before.clone());
                    explored.moves.insert((from, Trigger::from(&event.act), next.certificate().state_name()));
                    if acts < most_acts && !explored.files.contains_key(next.certificate()) {
                        explored.files.insert(*next.certificate(), next.clone());
                        queue.push_back((next, acts + 1));
                    }
                }
                Some(refusal) => {
                    assert_eq!((file.certificate(), file.history()), (before.certificate(), before.history()));
                    explored.refusals.entry((from, event.act.name())).or_default().insert(refusal.fault.code());
                }
            }
        }
        explored.moves.extend(lapse(&before));
        explored.moves.extend(repeal(&before));
    }
    explored
}

/// The state, or the lapse that time alone has made of it by a day.
fn left_by_time(file: &CertificateFile<'_>, on: NaiveDate) -> StateName {
    let state = file.certificate().state_name();
    if file.certificate().last_event().is_none_or(|last| on < last) {
        return state;
    }
    match file.on(on).unwrap().standing().phase {
        Phase::Lapsed { .. } => StateName::Lapsed,
        _ => state,
    }
}

/// Whether time alone lapses a certificate, from the day after its deadline and not before.
fn lapse(file: &CertificateFile<'_>) -> Option<Move> {
    let certificate = file.certificate();
    let end = certificate.term()?.deadline();
    let asked = end.max(certificate.last_event()?);
    let phase = |on| file.on(on).unwrap().standing().phase;
    let (before, after) = (phase(asked), phase(add_days(asked, 1)));
    let repealed = file.law().parameters().repealed_on == Some(add_days(asked, 1));
    if repealed || !matches!(after, Phase::Lapsed { .. }) || before.name() == PhaseName::Lapsed {
        return None;
    }
    assert_eq!((asked, after), (end, Phase::Lapsed { since: add_days(end, 1) }));
    Some((certificate.state_name(), Trigger::Deadline, StateName::Lapsed))
}

/// What the repeal makes of a certificate that nothing happened to since the day before it.
fn repeal(file: &CertificateFile<'_>) -> Option<Move> {
    let repealed_on = file.law().parameters().repealed_on?;
    let last_day = sub_days(repealed_on, 1);
    if file.certificate().last_event().is_none_or(|last| last > last_day) {
        return None;
    }
    let from = left_by_time(file, last_day);
    let to = match file.on(repealed_on).unwrap().standing().phase.name() {
        PhaseName::Released => StateName::Released,
        PhaseName::Lapsed if from != StateName::Lapsed => StateName::Lapsed,
        _ => return None,
    };
    Some((from, Trigger::Repeal, to))
}

/// With and without a repeal: as the notices are read by default, with each reading turned, and with some turned together.
fn laws() -> Vec<Law> {
    let together = [
        &[Reading::LapseEffect, Reading::PendingAtExpiry][..],
        &[Reading::LapseEffect, Reading::InTime],
        &[Reading::LapseEffect, Reading::LapsedAtRepeal],
    ];
    let both = [law(None), law(Some(REPEALED_ON))];
    let each = Reading::ALL.iter().map(std::slice::from_ref).chain(together).chain([&[][..]]);
    each.flat_map(|readings| both.each_ref().map(|law| turned(law, readings))).collect()
}

#[test]
fn what_happens_stands_in_the_table_and_what_stands_there_happens() {
    let table: BTreeSet<Move> = TRANSITIONS.iter().map(|row| (row.from, row.trigger, row.to)).collect();
    assert_eq!(table.len(), TRANSITIONS.len(), "a row stands there twice");
    let mut seen = BTreeSet::new();
    for law in laws() {
        for mode in Mode::ALL {
            // In the other modes nothing happens that an audit does not let stand.
            let most_acts = if mode == Mode::Audit { 3 } else { 2 };
            let moves = explore(&law, mode, most_acts).moves;
            let missing: Vec<_> = moves.difference(&table).collect();
            assert!(missing.is_empty(), "not in the table: {missing:?} ({mode}, {:?})", law.readings());
            seen.extend(moves);
        }
    }
    // What takes more acts is seen as the notices are read by default.
    let moves = explore(&law(None), Mode::Audit, 5).moves;
    assert!(moves.is_subset(&table), "not in the table: {:?}", moves.difference(&table));
    seen.extend(moves);
    let unseen: Vec<_> = table.difference(&seen).collect();
    assert!(unseen.is_empty(), "in the table alone: {unseen:?}");
}

#[test]
fn what_stands_in_no_row_is_refused_for_a_structural_fault() {
    const SUBSTANTIVE: [Code; 7] = [
        Code::BeforeWindow,
        Code::ConditionsNotMet,
        Code::NotPublished,
        Code::AppealTooLate,
        Code::DeferralTooLong,
        Code::ExtensionTooLong,
        Code::OffPostTooShort,
    ];
    let explored = explore(&law(None), Mode::Strict, 5);
    let in_table = |from, act| TRANSITIONS.iter().any(|row| row.from == from && row.trigger.act() == Some(act));
    let names: BTreeSet<_> = explored.files.keys().map(Certificate::state_name).collect();
    assert_eq!(names.len(), 11, "every state is in reach, but the one that time alone leads to");
    for from in names {
        for act in ActName::ALL {
            if !in_table(from, act) {
                let codes = &explored.refusals[&(from, act)];
                assert!(codes.iter().all(|code| !SUBSTANTIVE.contains(code)), "{from:?} {act:?}: {codes:?}");
            }
        }
    }
}

#[test]
fn each_row_rests_on_the_clause_of_its_act() {
    for row in TRANSITIONS {
        let act = match row.trigger {
            Trigger::Act(act) => act,
            Trigger::Decided(_) => ActName::AppealDecided,
            Trigger::Deadline => {
                assert_eq!(row.clause, Some(Clause::N47_3), "{row:?}");
                continue;
            }
            // No clause of the notices repeals them.
            Trigger::Repeal => {
                assert_eq!(row.clause, None, "{row:?}");
                continue;
            }
        };
        let clause = match (act, row.to) {
            (ActName::Approved, StateName::NotSubject) => Clause::N47_0,
            (_, StateName::Lapsed) => Clause::N47_3,
            (ActName::Approved | ActName::ApplicationFiled | ActName::ApplicationAccepted, _) => Clause::N47_3,
            (ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn, _) => Clause::N47_7,
            (ActName::ExtensionGranted, _) => Clause::N48_6,
            (ActName::DeferralRequested | ActName::DeferralGranted | ActName::DeferralRefused, _) => Clause::N47_8,
            (ActName::Cancelled, _) => Clause::N47_10,
            (ActName::CancellationPublished | ActName::AppealFiled | ActName::AppealDecided, _) => Clause::N47_11,
        };
        assert_eq!(row.clause, Some(clause), "{row:?}");
    }
}

/// The phases at which a folded certificate can be on a day from its last event on, under any reading.
fn fits(state: StateName, phase: PhaseName) -> bool {
    match state {
        StateName::Unapproved => phase == PhaseName::NotApproved,
        StateName::NotSubject => phase == PhaseName::NotSubject,
        StateName::Lapsed => matches!(phase, PhaseName::Lapsed | PhaseName::Released),
        StateName::Cancelled | StateName::Published | StateName::Upheld => phase == PhaseName::Cancelled,
        StateName::UnderAppeal => phase == PhaseName::UnderAppeal,
        StateName::Filed => matches!(phase, PhaseName::Filed | PhaseName::Lapsed | PhaseName::Released),
        StateName::UnderReview => matches!(phase, PhaseName::UnderReview | PhaseName::Lapsed | PhaseName::Released),
        StateName::Running => matches!(
            phase,
            PhaseName::InForce
                | PhaseName::RegistrationDue
                | PhaseName::Deferred
                | PhaseName::Lapsed
                | PhaseName::Released
        ),
        StateName::DeferralPending => !matches!(
            phase,
            PhaseName::NotApproved
                | PhaseName::NotSubject
                | PhaseName::UnderAppeal
                | PhaseName::Cancelled
                | PhaseName::Filed
                | PhaseName::UnderReview
        ),
        StateName::Released => false,
    }
}

/// No day has two phases, and no certificate is in force once it is lapsed or cancelled.
#[test]
fn phases_agree_with_states() {
    for law in laws() {
        let readings = *law.readings();
        for (certificate, file) in explore(&law, Mode::Audit, 2).files {
            let last_event = certificate.last_event().unwrap_or(day!(2004, 1, 1));
            for on in DAYS.into_iter().filter(|&on| on >= last_event) {
                let standing = file.on(on).unwrap().standing();
                let (state, phase) = (certificate.state_name(), standing.phase.name());
                assert!(fits(state, phase), "{certificate:?} on {on}: {standing:?}");
                match phase {
                    PhaseName::NotApproved | PhaseName::Lapsed | PhaseName::Cancelled => assert!(!standing.in_force),
                    PhaseName::UnderAppeal => {
                        assert!(!standing.in_force || readings.appeal_effect == AppealEffect::Suspends);
                    }
                    PhaseName::NotSubject | PhaseName::Released | PhaseName::InForce | PhaseName::RegistrationDue => {
                        assert!(standing.in_force, "{certificate:?} on {on}");
                    }
                    PhaseName::Filed | PhaseName::UnderReview | PhaseName::Deferred | PhaseName::DeferralPending => {
                        let may_not = readings.deferred_validity == DeferredValidity::NotInForce
                            || readings.lapse_effect == LapseEffect::MayReturn;
                        assert!(standing.in_force || may_not, "{certificate:?} on {on}");
                    }
                }
            }
        }
    }
}
