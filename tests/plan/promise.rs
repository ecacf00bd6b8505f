//! The promise of a plan, over random lives: doing what it says is enough, and doing less is not.

use crate::around::{relief_is_open, the_days_come};
use crate::support::{Life, agency, application, entry, later, life_with_agencies};
use chrono::{Days, NaiveDate};
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestCaseResult;
use ruankao::finding::Subject;
use ruankao::identity::BodyId;
use ruankao::lifecycle::{ActName, Certificate, PhaseName};
use ruankao::plan::{self, Assumed, Bar, Course, Registering, Stage, Study};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Code, Entry, Finding, History, Hours, Ledger, Plan};

/// The application with what the finding says is missing.
fn mended(application: Application, paper: &Finding) -> Application {
    match (paper.code(), paper.subject()) {
        (Code::Conduct, _) => Application { conduct_good: true, ..application },
        (Code::CriminalRecord, _) => Application { no_criminal_record: true, ..application },
        (Code::Health, _) => Application { fit_for_post: true, ..application },
        (Code::EmployerAssessment, _) => Application { employer_assessment_passed: true, ..application },
        (Code::FeeUnpaid, _) => Application { fee_paid: true, ..application },
        (Code::DocumentMissing, Subject::Document(document)) => {
            Application { documents: application.documents.with(document), ..application }
        }
        _ => panic!("{paper} is no paper"),
    }
}

/// A holder who follows a plan.
pub(crate) struct Follower<'a> {
    pub(crate) life: &'a Life,
    pub(crate) plan: &'a Plan,
    pub(crate) known: Ledger,
}

/// On which days a holder has what done, and by whom.
#[derive(Clone, Copy, Debug)]
struct Way {
    stage: Stage,
    act: ActName,
    apply_on: NaiveDate,
    register_on: NaiveDate,
}

impl Follower<'_> {
    /// The history with what is pending decided as the plan assumes.
    fn decided(&self) -> History {
        let mut history = self.life.history.clone();
        history.extend(self.plan.assumed.map(|assumed| {
            let act = match assumed {
                Assumed::ApplicationRefused { .. } => Act::Refused,
                Assumed::DeferralRefused { .. } => Act::DeferralRefused,
                Assumed::DeferralGranted { .. } => Act::DeferralGranted,
            };
            act.on(self.plan.on)
        }));
        history
    }

    /// Registers with what is shown and earned; the code of what stands against it.
    fn register(&self, way: Way, shown: Option<Application>, earned: &[Entry]) -> Result<Certificate, Code> {
        let Way { stage, act, apply_on, register_on } = way;
        let mut history = self.decided();
        let agency = |on| agency(&self.life.law, on);
        if act == ActName::ApplicationFiled {
            history.record(Act::ApplicationFiled(Filing { agency: agency(apply_on) }).on(apply_on));
        }
        if !matches!(stage, Stage::Accepted { .. }) {
            let on = if act == ActName::ApplicationAccepted { apply_on } else { register_on };
            let application = shown.unwrap_or(Application::BLANK);
            history.record(Act::ApplicationAccepted(Acceptance { agency: agency(on), application }).on(on));
        }
        let registration = Registration { agency: agency(register_on), application: shown };
        history.record(Act::Registered(registration).on(register_on));
        self.read(&history, register_on, earned)
    }

    pub(crate) fn read(&self, history: &History, on: NaiveDate, earned: &[Entry]) -> Result<Certificate, Code> {
        let known = self.known.records().iter().cloned();
        let ledger: Ledger = known.chain(earned.iter().cloned().map(Into::into)).collect();
        let file = self.life.law.open(history, &ledger);
        file.on(on).map(|as_of| *as_of.certificate()).map_err(|refusal| refusal.fault.code())
    }

    /// With the papers still missing.
    fn shown(&self, draft: Option<Application>, papers: impl Iterator<Item = Finding>) -> Application {
        let base = draft.or_else(|| self.accepted()).unwrap_or(Application::BLANK);
        papers.fold(base, |application, paper| mended(application, &paper))
    }

    /// What the application that is pending, or is assumed to be refused, was accepted with.
    fn accepted(&self) -> Option<Application> {
        match self.read(&self.life.history, self.plan.on, &[]).unwrap() {
            Certificate::UnderReview(state) if self.plan.standing.phase.name() == PhaseName::UnderReview => {
                Some(*state.application())
            }
            _ => None,
        }
    }

    /// How far it has come once what is pending is decided as assumed.
    fn stage(&self) -> Stage {
        match self.read(&self.decided(), self.plan.on, &[]).unwrap() {
            Certificate::Filed(state) => Stage::Filed { filed_on: state.filed_on() },
            Certificate::UnderReview(state) => Stage::Accepted { accepted_on: state.accepted_on() },
            _ => Stage::Open,
        }
    }
}

/// Some day of the study's days, not after `latest`.
fn some_day(days: impl Iterator<Item = plan::Days>, latest: NaiveDate, pick: u64) -> NaiveDate {
    let days: Vec<NaiveDate> = days
        .flat_map(|days| days.first().iter_days().take_while(move |&day| days.contains(day) && day <= latest))
        .collect();
    days[usize::try_from(pick).unwrap() % days.len()]
}

fn keeps_its_promise(life: &Life, plan: &Plan, draft: Option<Application>, pick: u64) -> TestCaseResult {
    let follower = Follower { life, plan, known: life.known(plan.on) };
    match &plan.course {
        Course::Register(registering) => follows(&follower, registering, draft, pick)?,
        Course::Barred(_) => is_barred(&follower, draft, pick)?,
        Course::Nothing if plan.standing.phase.name() == PhaseName::Lapsed => is_barred(&follower, draft, pick)?,
        Course::AwaitRegistration { .. } => {
            let mut history = life.history.clone();
            history.record(Act::Registered(Registration::default()).on(plan.on));
            prop_assert!(follower.read(&history, plan.on, &[]).is_ok());
        }
        Course::Repealed { from } => {
            let file = life.open();
            let released = file.on((*from).max(plan.on)).unwrap().standing();
            prop_assert_eq!((released.phase.name(), released.in_force), (PhaseName::Released, true));
        }
        _ => {}
    }
    Ok(())
}

fn follows(
    follower: &Follower<'_>,
    registering: &Registering,
    draft: Option<Application>,
    pick: u64,
) -> TestCaseResult {
    let Follower { life, plan, .. } = follower;
    let Registering { stage, act, apply, register_from, .. } = *registering;
    let items = plan.studies.items();
    let papers = Some(follower.shown(draft, plan.papers.iter().copied()));
    // An application that meets the conditions needs no other particulars.
    let papers = papers.filter(|_| !(items.is_empty() && matches!(stage, Stage::Accepted { .. }) && is_met(follower)));
    let earn = |latest: NaiveDate| -> Vec<Entry> {
        let on = |item: &Study| some_day(item.within.into_iter().chain(item.or_within), latest, pick);
        items.iter().map(|item| entry(on(item), item.hours)).collect()
    };
    let way = |apply_on: NaiveDate, register_on| Way { stage, act, apply_on, register_on };
    let first = apply.first();
    let registered = follower.register(way(first, register_from), papers, &earn(register_from));
    prop_assert!(registered.is_ok(), "{registered:?}");
    prop_assert_eq!(registered.unwrap().term().unwrap().expiry(), registering.valid_until);
    for (agencies, on) in [(&registering.agencies, first), (&registering.registrars, register_from)] {
        let may_act = |id: &BodyId| life.law.agencies().unwrap().may_act(id, on);
        prop_assert!(agencies.iter().all(|agencies| !agencies.is_empty() && agencies.iter().all(may_act)));
        prop_assert_eq!(agencies.is_some(), life.law.agencies().is_some());
    }

    let span = apply.last().map_or(1000, |last| later_by(first, last) + 1);
    let chosen = later(first, pick % span);
    let register_on = register_from.max(chosen);
    let acts = |on| life.law.agencies().is_none() || agency(&life.law, on).is_some();
    let (chosen, register_on) =
        if acts(chosen) && acts(register_on) { (chosen, register_on) } else { (first, register_from) };
    let earned = earn(register_on);
    let chosen_way = way(chosen, register_on);
    let registered = follower.register(chosen_way, papers, &earned);
    prop_assert!(matches!(registered, Ok(_) | Err(Code::CalendarUncovered)), "{chosen_way:?}: {registered:?}");

    for (index, item) in items.iter().enumerate() {
        let mut less = earned.clone();
        less[index].hours = Hours::from_tenths(less[index].hours.tenths() - 1).unwrap();
        prop_assert_eq!(follower.register(chosen_way, papers, &less), Err(Code::ConditionsNotMet));
        // Too late or too early for its year or its cycle, together with what any day of the cycle serves for:
        // hours earned besides in the same year would serve instead.
        let too_late = item.last().map(|last| later(last.max(earned[index].on), 1));
        let too_early = item.first().unwrap() - Days::new(1);
        for missed in too_late.into_iter().chain([too_early]) {
            if missed >= plan.on && !item.serves(missed) {
                let mut elsewhere = earned.clone();
                let moved = elsewhere.iter_mut().zip(items).enumerate();
                let moved = moved.filter(|(place, (_, study))| *place == index || study.year.is_none());
                moved.for_each(|(_, (entry, _))| entry.on = missed);
                prop_assert_eq!(follower.register(chosen_way, papers, &elsewhere), Err(Code::ConditionsNotMet));
            }
        }
    }
    for skipped in &plan.papers {
        let fewer = plan.papers.iter().filter(|paper| *paper != skipped).copied();
        let fewer = Some(follower.shown(draft, fewer));
        prop_assert_eq!(follower.register(chosen_way, fewer, &earned), Err(Code::ConditionsNotMet));
    }
    let before = |day: NaiveDate| day - Days::new(1);
    if first > plan.on {
        let on = before(first);
        prop_assert!(follower.register(way(on, on), papers, &earn(register_from)).is_err());
    }
    if register_from > first {
        let early = way(first, before(register_from));
        prop_assert!(follower.register(early, papers, &earn(register_from)).is_err());
    }
    // Where a lapse is not for good, whoever comes too late may come back.
    let may_return = life.law.readings().side(Reading::LapseEffect) == "may_return";
    if let Some(last) = apply.last().filter(|_| !may_return) {
        let on = later(last, 1);
        prop_assert!(follower.register(way(on, register_from.max(on)), papers, &earn(register_from)).is_err());
    }
    Ok(())
}

fn is_met(follower: &Follower<'_>) -> bool {
    let mut history = follower.life.history.clone();
    let on = follower.plan.on;
    let agency = agency(&follower.life.law, on);
    history.record(Act::Registered(Registration { agency: agency.clone(), application: None }).on(on));
    let registered = follower.read(&history, on, &[]);
    registered.is_ok() || matches!(registered, Err(Code::AgencyMissing | Code::AgencyNotApproved))
}

fn later_by(first: NaiveDate, last: NaiveDate) -> u64 {
    u64::try_from(last.signed_duration_since(first).num_days()).unwrap()
}

/// Whatever is earned and shown from the day of the plan on, nothing leads to a registration.
fn is_barred(follower: &Follower<'_>, draft: Option<Application>, pick: u64) -> TestCaseResult {
    let Follower { life, plan, .. } = follower;
    let decided = follower.read(&follower.decided(), plan.on, &[]).unwrap();
    let (opens, deadline) = decided.term().map(|term| (term.opens(), term.deadline())).unwrap();
    let hopeless = |paper: &&Finding| draft_bars(plan, paper);
    let papers = Some(follower.shown(draft, plan.papers.iter().filter(|paper| !hopeless(paper)).copied()));
    let stage = follower.stage();
    let days = [deadline, plan.on, later(plan.on, pick % 3000), opens].map(|day| day.max(plan.on));
    let acts = match stage {
        Stage::Accepted { .. } => vec![ActName::Registered],
        Stage::Filed { .. } => vec![ActName::ApplicationAccepted, ActName::Registered],
        _ => vec![ActName::ApplicationFiled, ActName::ApplicationAccepted, ActName::Registered],
    };
    for register_on in days {
        let all = plan.on.iter_days().take_while(|day| *day <= register_on);
        let all: Vec<Entry> = all.map(|day| entry(day, Hours::whole(1000))).collect();
        for apply_on in days.into_iter().filter(|day| *day <= register_on) {
            for act in acts.iter().copied() {
                let way = Way { stage, act, apply_on, register_on };
                let registered = follower.register(way, papers, &all);
                prop_assert!(registered.is_err(), "{way:?}: {registered:?} {:?}", life.law.readings());
            }
        }
    }
    Ok(())
}

fn draft_bars(plan: &Plan, paper: &Finding) -> bool {
    let Course::Barred(bars) = &plan.course else { return false };
    bars.contains(&Bar::Condition(*paper))
}

fn plan_of(life: &Life, on: NaiveDate, draft: Option<&Application>) -> Plan {
    let file = life.open();
    let as_of = file.on(on).unwrap();
    draft.map_or_else(|| as_of.plan(), |draft| as_of.plan_with(draft))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_keeps_its_promise(life in life_with_agencies(), wait in prop::sample::select(vec![0_u64, 1, 200, 400, 900]), draft in prop::option::of(application()), pick in 0_u64..100_000) {
        let on = later(life.last, wait);
        let plan = plan_of(&life, on, draft.as_ref());
        keeps_its_promise(&life, &plan, draft, pick)?;
        relief_is_open(&life, &plan)?;
        the_days_come(&life, &plan)?;
    }
}

/// The generators reach every course: a property that never meets its case proves nothing.
#[test]
fn every_course_is_met() {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut met = alloc::collections::BTreeMap::new();
    for _ in 0..2000 {
        let life = life_with_agencies().new_tree(&mut runner).unwrap().current();
        let plan = plan_of(&life, later(life.last, 100), None);
        let assumed = plan.assumed.map(|assumed| core::mem::discriminant(&assumed));
        let waits = match &plan.course {
            Course::Register(registering) => registering.register_from > registering.apply.first(),
            _ => false,
        };
        *met.entry(format!("{:?} {} {waits}", assumed, plan.course.phrase().message().name())).or_insert(0) += 1;
    }
    assert!(met.len() >= 16, "{met:#?}");
}
