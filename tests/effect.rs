//! The effect of a withdrawal (47.14, 48.12): what it touches, and what it leaves alone.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use ruankao::calendar::iso::parse;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::effect::{Effect, Withdrawal};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::PhaseName;
use ruankao::oversight::BodyKind;
use ruankao::registration::Acceptance;
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, Clause, Code, Entry, History, Hours, Ledger};

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

fn effect(kind: BodyKind, on: &str, history: &History, ledger: &Ledger, asked: &str) -> Effect {
    let (providers, agencies) = (register("base"), register("agency"));
    let body = BodyId::from(if kind == BodyKind::RegistrationAgency { "agency" } else { "base" });
    let withdrawal = Withdrawal { body: &body, kind, on: day(on), providers: &providers, agencies: &agencies };
    withdrawal.effect(history, ledger, day(asked), &Regulation::default())
}

const COURSES: [&str; 3] = ["2005-09-01", "2006-09-01", "2007-09-01"];

#[test]
fn a_registration_rests_on_courses_held_after_the_withdrawal() {
    let history = History::from_iter([
        Act::Approved.on(day("2005-03-10")),
        accepted("2008-01-10"),
        Act::Registered.on(day("2008-01-20")),
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
    let decided = [Act::Approved.on(day("2005-03-10")), accepted("2008-01-10"), Act::Registered.on(day("2008-01-11"))];
    let history = History::from_iter(decided);
    assert!(effect(BodyKind::RegistrationAgency, "2008-01-12", &history, &ledger(COURSES), "2008-01-12").is_none());
}

#[test]
fn of_many_certificates_only_those_touched_are_listed() {
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let (touched, untouched) = (ledger(COURSES), Ledger::default());
    let (providers, agencies, body) = (register("base"), register("agency"), BodyId::from("base"));
    let (kind, on) = (BodyKind::TrainingInstitution, day("2007-09-01"));
    let withdrawal = Withdrawal { body: &body, kind, on, providers: &providers, agencies: &agencies };
    let files = [("first", &history, &touched), ("second", &history, &untouched)];
    let regulation = Regulation::default();
    let names: Vec<_> = withdrawal.effects(files, day("2008-01-10"), &regulation).map(|(name, _)| name).collect();
    assert_eq!(names, ["first"]);
}
