//! The effect of a withdrawal (47.14, 48.12): what it touches, and what it leaves alone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use ruankao::calendar::iso::parse;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::effect::{Effect, RestingAct, StruckEntry, Withdrawal};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::PhaseName;
use ruankao::oversight::BodyKind;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::{Act, Application, Clause, Code, Entry, History, Hours, Language, Law, Ledger};

fn day(text: &str) -> NaiveDate {
    parse(text).unwrap()
}

fn register(id: &str) -> Register {
    [Listing::new(id, day("2005-01-01"), None).unwrap()].into_iter().collect()
}

/// Sixty hours a year at the institution, from the first year of the term.
fn ledger(days: [&str; 3]) -> Ledger {
    let entry = |on| Entry {
        on: day(on),
        hours: Hours::whole(60),
        mode: StudyMode::PartTime,
        field: Field::Networks,
        kind: ContentKind::Knowledge,
        provider: Some(BodyId::from("base")),
    };
    days.into_iter().map(entry).collect()
}

fn accepted(on: &str) -> ruankao::Event {
    let acceptance = Acceptance { agency: Some(BodyId::from("agency")), application: Application::COMPLETE };
    Act::ApplicationAccepted(acceptance).on(day(on))
}

/// The notices with one institution and one agency on their lists.
fn law() -> Law {
    Law::of_2004().with_institutions(register("base")).with_agencies(register("agency"))
}

fn registered() -> Act {
    Act::Registered(Registration::default())
}

fn effect(kind: BodyKind, on: &str, history: &History, ledger: &Ledger, asked: &str) -> Effect {
    let body = if kind == BodyKind::RegistrationAgency { "agency" } else { "base" };
    let withdrawal = Withdrawal::new(&law(), kind, body, day(on));
    withdrawal.effect(&law().open(history, ledger), day(asked))
}

const COURSES: [&str; 3] = ["2005-09-01", "2006-09-01", "2007-09-01"];

#[test]
fn a_registration_rests_on_courses_held_after_the_withdrawal() {
    let history = History::from_iter([
        Act::Approved.on(day("2005-03-10")),
        accepted("2008-01-10"),
        registered().on(day("2008-01-20")),
    ]);
    let effect = effect(BodyKind::TrainingInstitution, "2007-09-01", &history, &ledger(COURSES), "2009-01-01");
    assert_eq!(effect.clause, Clause::N48_12);
    let struck: Vec<_> = effect.entries.iter().map(|struck| (struck.entry, struck.on, struck.clause)).collect();
    assert_eq!(struck, [(2, day("2007-09-01"), Clause::N48_8)]);
    assert_eq!(effect.acts.len(), 1);
    assert_eq!((effect.acts[0].event, effect.acts[0].before.len()), (2, 0));
    let found: Vec<_> = effect.acts[0].after[0].findings().iter().map(|finding| finding.code()).collect();
    assert_eq!(found, [Code::EducationTotal, Code::EducationYear]);
    assert_eq!(effect.standing, (Ok((PhaseName::InForce, true)), Err(Code::ConditionsNotMet)));
}

#[test]
fn a_day_later_touches_nothing() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let effect = effect(BodyKind::TrainingInstitution, "2007-09-02", &history, &ledger(COURSES), "2008-01-10");
    assert!(effect.is_none());
    assert!(effect.assessment.0.unwrap().is_met());
}

#[test]
fn the_assessment_shows_the_difference() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let effect = effect(BodyKind::TrainingInstitution, "2006-09-01", &history, &ledger(COURSES), "2008-01-10");
    let (before, after) = (effect.assessment.0.unwrap(), effect.assessment.1.unwrap());
    assert!(before.is_met());
    let missing: Vec<_> = after.findings().iter().filter_map(|finding| finding.shortfall()).collect();
    assert_eq!(missing, [Hours::whole(120), Hours::whole(40), Hours::whole(40)]);
    assert_eq!(effect.standing.0, effect.standing.1);
}

#[test]
fn an_application_pending_at_the_agency_stands_and_is_named() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10")), accepted("2008-01-10")]);
    let on_the_day = effect(BodyKind::RegistrationAgency, "2008-01-11", &history, &ledger(COURSES), "2008-01-11");
    assert_eq!((on_the_day.clause, on_the_day.pending_since), (Clause::N47_14, Some(day("2008-01-10"))));
    assert!(on_the_day.acts.is_empty(), "it was accepted while the agency might");

    // Withdrawn on the very day of acceptance, the agency might not accept it.
    let too_late = effect(BodyKind::RegistrationAgency, "2008-01-10", &history, &ledger(COURSES), "2008-01-11");
    assert_eq!(too_late.acts[0].after[0].code(), Code::AgencyNotApproved);
    assert_eq!(too_late.standing.1, Err(Code::AgencyNotApproved));

    // Decided by then, nothing is pending.
    let decided = [Act::Approved.on(day("2005-03-10")), accepted("2008-01-10"), registered().on(day("2008-01-11"))];
    let history = History::from_iter(decided);
    assert!(effect(BodyKind::RegistrationAgency, "2008-01-12", &history, &ledger(COURSES), "2008-01-12").is_none());
}

/// It was accepted before the window: strictly that is refused, and yet it is pending.
#[test]
fn an_application_that_should_not_have_been_accepted_is_named_too() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10")), accepted("2007-01-10")]);
    let effect = effect(BodyKind::RegistrationAgency, "2007-01-11", &history, &ledger(COURSES), "2007-01-11");
    assert_eq!((effect.standing.0, effect.pending_since), (Err(Code::BeforeWindow), Some(day("2007-01-10"))));
}

/// What ended with the application does not say where the next one lies.
#[test]
fn an_application_that_ended_leaves_no_agency_behind() {
    let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    let again = Act::ApplicationAccepted(acceptance).on(day("2008-01-20"));
    let accepted_again = |ended: Act| {
        let ended = ended.on(day("2008-01-15"));
        History::from_iter([Act::Approved.on(day("2005-03-10")), accepted("2008-01-10"), ended, again.clone()])
    };
    for ended in [Act::Refused, Act::ApplicationWithdrawn] {
        let history = accepted_again(ended);
        let effect = effect(BodyKind::RegistrationAgency, "2008-01-21", &history, &ledger(COURSES), "2008-01-21");
        assert_eq!(effect.pending_since, None);
    }
    // Registered in the term before, nothing lies anywhere either.
    let registered = accepted_again(registered());
    let effect = effect(BodyKind::RegistrationAgency, "2008-01-21", &registered, &ledger(COURSES), "2008-01-21");
    assert_eq!(effect.pending_since, None);
}

/// 47.14: only what is pending at the agency withdrawn; what is pending elsewhere, or at an institution of the same name, is
/// not touched.
#[test]
fn an_application_pending_elsewhere_is_not_touched() {
    let agencies = ["agency", "other"].map(|id| Listing::new(id, day("2005-01-01"), None).unwrap());
    let law = law().with_agencies(agencies.into_iter().collect()).with_institutions(register("agency"));
    let history = History::from_iter([Act::Approved.on(day("2005-03-10")), accepted("2008-01-10")]);
    let pending_at = |kind, body: &str| {
        let withdrawal = Withdrawal::new(&law, kind, body, day("2008-01-11"));
        withdrawal.effect(&law.open(&history, ledger(COURSES)), day("2008-01-11")).pending_since
    };
    assert_eq!(pending_at(BodyKind::RegistrationAgency, "agency"), Some(day("2008-01-10")));
    assert_eq!(pending_at(BodyKind::RegistrationAgency, "other"), None);
    assert_eq!(pending_at(BodyKind::TrainingInstitution, "agency"), None);
}

/// What did not count before either is no effect of the withdrawal, wherever it stands in the ledger.
#[test]
fn what_never_counted_is_not_struck() {
    let listed = Listing::new("base", day("2005-01-01"), None).unwrap();
    let law = Law::of_2004().with_institutions([listed].into_iter().collect());
    let elsewhere =
        |on| Entry { provider: Some(BodyId::from("elsewhere")), ..ledger([on; 3]).records()[0].what().clone() };
    let mut entries: Vec<Entry> = ledger(COURSES).held(None).map(|(_, entry)| entry.clone()).collect();
    entries.insert(0, elsewhere("2005-06-01"));
    entries.push(elsewhere("2007-10-01"));
    let file = law.open(History::from_iter([Act::Approved.on(day("2005-03-10"))]), Ledger::from_iter(entries));
    let withdrawal = Withdrawal::new(&law, BodyKind::TrainingInstitution, "base", day("2006-09-01"));
    let effect = withdrawal.effect(&file, day("2008-01-10"));
    assert_eq!(effect.entries.iter().map(|struck| struck.entry).collect::<Vec<_>>(), [2, 3]);
}

/// Touched in one respect alone, it is touched.
#[test]
fn one_respect_is_enough() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let none = effect(BodyKind::TrainingInstitution, "2007-09-02", &history, &ledger(COURSES), "2008-01-10");
    assert!(none.is_none());
    let entry = StruckEntry { entry: 0, on: day("2007-09-01"), clause: Clause::N48_8 };
    let act = RestingAct { event: 0, on: day("2008-01-10"), before: Vec::new(), after: Vec::new() };
    let touched = [
        Effect { pending_since: Some(day("2008-01-10")), ..none.clone() },
        Effect { entries: vec![entry], ..none.clone() },
        Effect { acts: vec![act], ..none.clone() },
        Effect { standing: (none.standing.0, Err(Code::ConditionsNotMet)), ..none.clone() },
        Effect { assessment: (none.assessment.0.clone(), None), ..none },
    ];
    assert!(touched.iter().all(|effect| !effect.is_none()));
}

#[test]
fn of_many_certificates_only_those_touched_are_listed() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let (touched, untouched) = (ledger(COURSES), Ledger::default());
    let (kind, on) = (BodyKind::TrainingInstitution, day("2007-09-01"));
    let withdrawal = Withdrawal::new(&law(), kind, "base", on);
    let (touched, untouched) = (law().open(&history, &touched), law().open(&history, &untouched));
    let files = [("first", &touched), ("second", &untouched)];
    let names: Vec<_> = withdrawal.effects(files, day("2008-01-10")).map(|(name, _)| name).collect();
    assert_eq!(names, ["first"]);
}

/// The agency that the filing names is the one of acceptance and registration too, where they name none.
#[test]
fn each_act_rests_on_its_agency() {
    let filed = Act::ApplicationFiled(Filing { agency: Some(BodyId::from("agency")) }).on(day("2008-01-08"));
    let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    let history = History::from_iter([
        Act::Approved.on(day("2005-03-10")),
        filed.clone(),
        Act::ApplicationAccepted(acceptance).on(day("2008-01-10")),
        registered().on(day("2008-01-20")),
    ]);
    let touched = |on| {
        let effect = effect(BodyKind::RegistrationAgency, on, &history, &ledger(COURSES), "2009-01-01");
        (effect.pending_since, effect.acts.iter().map(|act| act.event).collect::<Vec<_>>())
    };
    assert_eq!(touched("2008-01-08"), (Some(day("2008-01-08")), vec![1, 2, 3]));
    assert_eq!(touched("2008-01-09"), (Some(day("2008-01-08")), vec![2, 3]));
    assert_eq!(touched("2008-01-11"), (Some(day("2008-01-10")), vec![3]));
    assert_eq!(touched("2008-01-20"), (None, vec![3]));
    assert_eq!(touched("2008-01-21"), (None, vec![]));

    // Registered by another agency, it rests on the first no longer.
    let agencies = [("agency"), ("other")].map(|id| Listing::new(id, day("2005-01-01"), None).unwrap());
    let law = law().with_agencies(agencies.into_iter().collect());
    let mut events: Vec<_> = history.held(None).map(|(_, event)| event.clone()).collect();
    events[3] = Act::Registered(Registration { agency: Some("other".into()), application: None }).on(day("2008-01-20"));
    let withdrawal = Withdrawal::new(&law, BodyKind::RegistrationAgency, "agency", day("2008-01-15"));
    let effect = withdrawal.effect(&law.open(History::from(events), ledger(COURSES)), day("2009-01-01"));
    assert_eq!((effect.pending_since, effect.acts.len()), (Some(day("2008-01-10")), 0));
}

/// Both laws are the one asked under, but for the listing; without a list there is nothing to withdraw from.
#[test]
fn a_withdrawal_is_a_law_beside_a_law() {
    let withdrawal = Withdrawal::new(&law(), BodyKind::RegistrationAgency, "agency", day("2008-01-11"));
    assert_eq!((withdrawal.kind(), withdrawal.on()), (BodyKind::RegistrationAgency, day("2008-01-11")));
    let (before, after) = withdrawal.laws();
    assert_eq!(before, &law());
    assert_eq!((before.regulation(), before.institutions()), (after.regulation(), after.institutions()));
    assert!(!after.agencies().unwrap().may_act(&"agency".into(), day("2008-01-11")));

    let unlisted = Withdrawal::new(&Law::of_2004(), BodyKind::RegistrationAgency, "agency", day("2008-01-11"));
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    assert!(unlisted.effect(&law().open(&history, ledger(COURSES)), day("2008-01-11")).is_none());
}

#[test]
fn an_effect_is_told_in_words() {
    let history = History::from_iter([
        Act::Approved.on(day("2005-03-10")),
        accepted("2008-01-10"),
        registered().on(day("2008-01-20")),
    ]);
    let effect = effect(BodyKind::TrainingInstitution, "2007-09-01", &history, &ledger(COURSES), "2009-01-01");
    insta::assert_snapshot!(effect.in_words(Language::En), @"
    entry no. 3, of 2007-09-01, counts no longer (48.8)
    event no. 3, of 2008-01-20: the conditions are not met (47.7): study in the cycle comes to 120 hours; expected at least 180 hours (48.4); study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
    standing before: within its term, valid; after: refused: conditions not met
    ");
    insta::assert_snapshot!(effect.in_words(Language::Zh), @"
    第3条继续教育记录（2007-09-01）不再计入学时（48.8）
    第3项（2008-01-20）：不符合规定的条件（47.7）：本周期继续教育累计120学时，应达到180学时以上（48.4）；本周期第3年完成0学时，不得少于40学时（48.4）
    原状态：有效期内，有效；撤销资格后：不能成立：不符合规定的条件
    ");
}

/// What it costs grows with the history and the ledger, not with their squares.
#[test]
fn a_long_history_and_ledger_are_compared_in_one_pass() {
    let mut events = vec![Act::Approved.on(day("2005-03-10"))];
    for _ in 0..20_000 {
        events.push(accepted("2008-01-10"));
        events.push(Act::Refused.on(day("2008-01-10")));
    }
    let entries = (0..40_000).map(|_| ledger(COURSES).records()[2].clone());
    let (history, ledger) = (History::from(events), entries.collect::<Ledger>());
    let struck = effect(BodyKind::TrainingInstitution, "2007-09-01", &history, &ledger, "2008-01-10");
    assert_eq!((struck.entries.len(), struck.acts.len()), (40_000, 0));
    let acts = effect(BodyKind::RegistrationAgency, "2008-01-10", &history, &ledger, "2008-01-10").acts;
    assert_eq!(acts.len(), 20_000);
}
