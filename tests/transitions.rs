//! The transition table against the code, in both directions: what is seen happens in the table, and what stands in the
//! table happens.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "a test has the standard library")]

use chrono::NaiveDate;
use ruankao::appeal::Outcome;
use ruankao::calendar::{WorkCalendar, add_days, iso};
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::{ActName, Certificate, Context, PhaseName, StateName, TRANSITIONS, Trigger};
use ruankao::registration::Acceptance;
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Clause, Code, Phase};
use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

type Move = (StateName, Trigger, StateName);

fn day(text: &str) -> NaiveDate {
    iso::parse(text).unwrap()
}

/// Days on either side of every boundary of a certificate approved on 2004-01-01, and of what can be granted to it.
fn days() -> Vec<NaiveDate> {
    ["2003-12-31", "2004-01-01", "2006-10-01", "2007-01-01", "2007-01-02", "2007-06-30", "2007-07-01", "2008-02-01"]
        .map(day)
        .to_vec()
}

fn acts() -> Vec<Act> {
    let claim = || Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    vec![
        Act::Approved,
        Act::DeferralRequested(Request { claim: claim(), until: day("2007-06-30") }),
        Act::DeferralGranted,
        Act::DeferralRefused,
        Act::ExtensionGranted(Grant {
            claim: claim(),
            arose_on: day("2005-01-01"),
            until: day("2007-06-30"),
            written_application: true,
        }),
        Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE }),
        Act::Registered,
        Act::Refused,
        Act::Cancelled(Revocation::MajorLoss),
        Act::CancellationPublished,
        Act::AppealFiled,
        Act::AppealDecided(Outcome::Upheld),
        Act::AppealDecided(Outcome::Overturned),
    ]
}

/// One that asks for no hours, so that a registration is in reach, with readings turned that change what is reached.
fn regulations() -> Vec<Regulation> {
    let parameters = Parameters { cycle_hours: 0, yearly_hours: 0, ..Parameters::NOTICES };
    let turned = [
        Readings::default(),
        Readings::default().turned(Reading::PendingAtExpiry),
        Readings::default().turned(Reading::RestoredTerm),
    ];
    let regulation = |readings| Regulation::new(parameters, readings, WorkCalendar::statutory()).unwrap();
    turned.map(regulation).to_vec()
}

/// Every certificate in reach by at most six acts, with what was seen on the way.
struct Explored {
    moves: BTreeSet<Move>,
    refusals: BTreeMap<(StateName, ActName), BTreeSet<Code>>,
    certificates: HashSet<Certificate>,
}

const MOST_ACTS: usize = 6;

fn explore(regulation: &Regulation) -> Explored {
    let context = Context::new(regulation);
    let mut explored = Explored { moves: BTreeSet::new(), refusals: BTreeMap::new(), certificates: HashSet::new() };
    let mut queue = VecDeque::from([(Certificate::default(), 0)]);
    explored.certificates.insert(Certificate::default());
    let events: Vec<_> = days().into_iter().flat_map(|on| acts().into_iter().map(move |act| act.on(on))).collect();
    while let Some((certificate, acts)) = queue.pop_front() {
        let from = certificate.state_name();
        for event in &events {
            match certificate.clone().apply(event, &context) {
                Ok(next) => {
                    explored.moves.insert((from, Trigger::from(&event.act), next.state_name()));
                    if acts < MOST_ACTS && explored.certificates.insert(next.clone()) {
                        queue.push_back((next, acts + 1));
                    }
                }
                Err(refused) => {
                    assert_eq!(refused.state, certificate);
                    explored.refusals.entry((from, event.act.name())).or_default().insert(refused.fault.code());
                }
            }
        }
        if let Some(lapsed) = lapse(&certificate, context) {
            explored.moves.insert((from, Trigger::Deadline, lapsed));
        }
    }
    explored
}

/// Whether time alone lapses a certificate, from the day after its deadline and not before.
fn lapse(certificate: &Certificate, context: Context<'_>) -> Option<StateName> {
    let end = certificate.term()?.deadline();
    let asked = end.max(certificate.last_event()?);
    let phase = |on| certificate.as_of(on, context).unwrap().standing().phase;
    let (before, after) = (phase(asked), phase(add_days(asked, 1)));
    let by_time = matches!(after, Phase::Lapsed { .. }) && before.name() != PhaseName::Lapsed;
    if by_time {
        assert_eq!((asked, after), (end, Phase::Lapsed { since: add_days(end, 1) }));
    }
    by_time.then_some(StateName::Lapsed)
}

#[test]
fn what_happens_stands_in_the_table_and_what_stands_there_happens() {
    let table: BTreeSet<Move> = TRANSITIONS.iter().map(|row| (row.from, row.trigger, row.to)).collect();
    assert_eq!(table.len(), TRANSITIONS.len(), "a row stands there twice");
    let seen: BTreeSet<Move> = regulations().iter().flat_map(|regulation| explore(regulation).moves).collect();
    let missing: Vec<_> = seen.difference(&table).collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
    let unseen: Vec<_> = table.difference(&seen).collect();
    assert!(unseen.is_empty(), "in the table alone: {unseen:?}");
}

#[test]
fn what_stands_in_no_row_is_refused_for_a_structural_fault() {
    const SUBSTANTIVE: [Code; 6] = [
        Code::BeforeWindow,
        Code::ConditionsNotMet,
        Code::AppealTooLate,
        Code::DeferralTooLong,
        Code::ExtensionTooLong,
        Code::OffPostTooShort,
    ];
    let explored = explore(&regulations()[0]);
    let in_table = |from, act| TRANSITIONS.iter().any(|row| row.from == from && row.trigger.act() == Some(act));
    let names: BTreeSet<_> = explored.certificates.iter().map(Certificate::state_name).collect();
    assert_eq!(names.len(), 10, "every state is in reach");
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
        let clause = match (row.trigger, row.to) {
            (Trigger::Act(ActName::Approved), StateName::NotSubject) => Clause::N47_0,
            (Trigger::Deadline, _) | (_, StateName::Lapsed) => Clause::N47_3,
            (Trigger::Act(ActName::Approved | ActName::ApplicationAccepted), _) => Clause::N47_3,
            (Trigger::Act(ActName::Registered | ActName::Refused), _) => Clause::N47_7,
            (Trigger::Act(ActName::ExtensionGranted), _) => Clause::N48_6,
            (Trigger::Act(ActName::DeferralRequested | ActName::DeferralGranted | ActName::DeferralRefused), _) => {
                Clause::N47_8
            }
            (Trigger::Act(ActName::Cancelled), _) => Clause::N47_10,
            (Trigger::Act(ActName::CancellationPublished | ActName::AppealFiled | ActName::AppealDecided), _)
            | (Trigger::Decided(_), _) => Clause::N47_11,
        };
        assert_eq!(row.clause, clause, "{row:?}");
    }
}

/// No day has two phases, and no certificate is in force once it is lapsed or cancelled.
#[test]
fn phases_agree_with_states() {
    for regulation in regulations() {
        let context = Context::new(&regulation);
        for certificate in explore(&regulation).certificates {
            let last_event = certificate.last_event().unwrap_or(day("2004-01-01"));
            for on in days().into_iter().filter(|&on| on >= last_event) {
                let standing = certificate.as_of(on, context).unwrap().standing();
                let fits = match certificate.state_name() {
                    StateName::Unapproved => standing.phase.name() == PhaseName::NotApproved,
                    StateName::NotSubject => standing.phase.name() == PhaseName::NotSubject,
                    StateName::Lapsed => standing.phase.name() == PhaseName::Lapsed,
                    StateName::Cancelled | StateName::Published | StateName::Upheld => {
                        standing.phase.name() == PhaseName::Cancelled
                    }
                    StateName::UnderAppeal => standing.phase.name() == PhaseName::UnderAppeal,
                    StateName::UnderReview => {
                        matches!(standing.phase.name(), PhaseName::UnderReview | PhaseName::Lapsed)
                    }
                    StateName::Running => matches!(
                        standing.phase.name(),
                        PhaseName::InForce | PhaseName::RegistrationDue | PhaseName::Deferred | PhaseName::Lapsed
                    ),
                    StateName::DeferralPending => !matches!(
                        standing.phase.name(),
                        PhaseName::NotApproved
                            | PhaseName::NotSubject
                            | PhaseName::UnderAppeal
                            | PhaseName::Cancelled
                            | PhaseName::UnderReview
                    ),
                };
                assert!(fits, "{certificate:?} on {on}: {standing:?}");
                let gone = matches!(
                    standing.phase.name(),
                    PhaseName::NotApproved | PhaseName::Lapsed | PhaseName::Cancelled | PhaseName::UnderAppeal
                );
                assert_eq!(standing.in_force, !gone, "{certificate:?} on {on}");
            }
        }
    }
}
