//! The promise of a plan: doing what it says is enough, and doing less is not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

extern crate alloc;

mod support;

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestCaseResult;
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::finding::Subject;
use ruankao::ground::Ground;
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::{ActName, Certificate, Coming, PhaseName};
use ruankao::plan::{self, Assumed, Bar, Course, Milestone, Registering, Relief, Stage, Study, Warning};
use ruankao::registration::{Acceptance, Documents, Filing, Registration};
use ruankao::regulation::{Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Code, Entry, Finding, History, Hours, Language, Law, Ledger, Plan};
use support::{Life, agency, application, day, entry, later, life, shown};

const NOTHING: Application = Application {
    conduct_good: false,
    no_criminal_record: false,
    fit_for_post: false,
    employer_assessment_passed: false,
    documents: Documents::NONE,
    fee_paid: false,
};

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
struct Follower<'a> {
    life: &'a Life,
    plan: &'a Plan,
    known: Ledger,
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
            let application = shown.unwrap_or(NOTHING);
            history.record(Act::ApplicationAccepted(Acceptance { agency: agency(on), application }).on(on));
        }
        let registration = Registration { agency: agency(register_on), application: shown };
        history.record(Act::Registered(registration).on(register_on));
        self.read(&history, register_on, earned)
    }

    fn read(&self, history: &History, on: NaiveDate, earned: &[Entry]) -> Result<Certificate, Code> {
        let known = self.known.records().iter().cloned();
        let ledger: Ledger = known.chain(earned.iter().cloned().map(Into::into)).collect();
        let file = self.life.law.open(history, &ledger);
        file.on(on).map(|as_of| *as_of.certificate()).map_err(|refusal| refusal.fault.code())
    }

    /// With the papers still missing.
    fn shown(&self, draft: Option<Application>, papers: impl Iterator<Item = Finding>) -> Application {
        let base = draft.or_else(|| self.accepted()).unwrap_or(NOTHING);
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
            let file = life.file();
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

/// What comes is told in order, and nothing falls due from the repeal on.
fn the_days_come(life: &Life, plan: &Plan) -> TestCaseResult {
    let repealed_on = life.law.parameters().repealed_on;
    prop_assert!(plan.milestones.is_sorted());
    for Milestone { day, turn } in &plan.milestones {
        prop_assert!(*day >= plan.on);
        let outlasts = matches!(turn, Coming::Repeal | Coming::AppealEnds);
        prop_assert!(outlasts || repealed_on.is_none_or(|repealed_on| *day < repealed_on), "{turn:?}");
        prop_assert!(*turn != Coming::Repeal || repealed_on == Some(*day));
    }
    let told = plan.milestones.iter().map(|milestone| milestone.day).fold(plan.on, Ord::max);
    let is_warned = plan.warnings.contains(&Warning::RepealUnnamed);
    prop_assert!(is_warned || repealed_on.is_some() || told < day("2019-01-01"));
    prop_assert!(!is_warned || repealed_on.is_none());
    Ok(())
}

fn relief_is_open(life: &Life, plan: &Plan) -> TestCaseResult {
    let follower = Follower { life, plan, known: life.known(plan.on) };
    let certificate = follower.read(&life.history, plan.on, &[]).unwrap();
    let attempt = |act: Act, on: NaiveDate| {
        let mut history = life.history.clone();
        history.record(act.on(on));
        follower.read(&history, on, &[]).map(drop)
    };
    let Some(term) = certificate.term() else { return Ok(()) };
    // Nothing is to be asked for where the repeal comes first.
    if matches!(plan.course, Course::Repealed { .. }) {
        prop_assert_eq!(&plan.relief, &Relief::default());
        return Ok(());
    }
    let deferral = |ground, until| Act::DeferralRequested(Request { claim: shown(ground), until });
    match &plan.relief.deferral {
        Some(opening) => {
            let (latest, by) = (opening.until.last(), opening.ask_by.unwrap());
            for ground in Ground::ALL {
                let is_open = opening.grounds.contains(&ground);
                prop_assert_eq!(attempt(deferral(ground, latest), plan.on).is_ok(), is_open);
                prop_assert_eq!(attempt(deferral(ground, latest), by).is_ok(), is_open);
                prop_assert!(attempt(deferral(ground, latest), later(by, 1)).is_err());
                prop_assert!(attempt(deferral(ground, later(latest, 1)), by).is_err());
                prop_assert!(attempt(deferral(ground, opening.until.first() - Days::new(1)), by).is_err());
            }
            prop_assert_eq!(attempt(deferral(Ground::Childbirth, opening.until.first()), by), Ok(()));
        }
        None => {
            for until in [later(term.deadline(), 1), later(term.nominal(), 1)] {
                prop_assert!(attempt(deferral(Ground::Childbirth, until), plan.on).is_err());
            }
        }
    }
    let extension = |ground, arose_on, until| {
        Act::ExtensionGranted(Grant { claim: shown(ground), arose_on, until, written_application: true })
    };
    match &plan.relief.extension {
        Some(opening) => {
            let (latest, arose) = (opening.until.last(), opening.arose.unwrap());
            for ground in Ground::ALL {
                let is_open = opening.grounds.contains(&ground);
                prop_assert_eq!(attempt(extension(ground, arose.last(), latest), plan.on).is_ok(), is_open);
                prop_assert!(attempt(extension(ground, arose.first(), later(latest, 1)), plan.on).is_err());
            }
            let bare = |arose_on| attempt(extension(Ground::Childbirth, arose_on, latest), plan.on);
            prop_assert_eq!(bare(arose.first()), Ok(()));
            prop_assert!(bare(arose.first() - Days::new(1)).is_err() && bare(later(arose.last(), 1)).is_err());
            if let Some(by) = opening.ask_by {
                prop_assert_eq!(attempt(extension(Ground::Childbirth, arose.first(), latest), by), Ok(()));
                prop_assert!(attempt(extension(Ground::Childbirth, arose.first(), latest), later(by, 1)).is_err());
            }
        }
        None => {
            let file = life.file();
            let progress = file.on(plan.on).unwrap().education().unwrap();
            let (arose_on, until) = (progress.from, later(progress.to, 1));
            prop_assert!(attempt(extension(Ground::Childbirth, arose_on, until), plan.on).is_err());
        }
    }
    Ok(())
}

fn plan_of(life: &Life, on: NaiveDate, draft: Option<&Application>) -> Plan {
    let file = life.file();
    let as_of = file.on(on).unwrap();
    draft.map_or_else(|| as_of.plan(), |draft| as_of.plan_with(draft))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_keeps_its_promise(life in life(), wait in prop::sample::select(vec![0_u64, 1, 200, 400, 900]), draft in prop::option::of(application()), pick in 0_u64..100_000) {
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
        let life = life().new_tree(&mut runner).unwrap().current();
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

fn plain_plan(history: &[(&str, Act)], earned: &[(&str, u32)], on: &str, draft: Option<&Application>) -> Plan {
    plan_under(&Law::of_2004(), history, earned, on, draft)
}

fn plan_under(
    law: &Law,
    history: &[(&str, Act)],
    earned: &[(&str, u32)],
    on: &str,
    draft: Option<&Application>,
) -> Plan {
    let ledger: Ledger = earned.iter().map(|&(on, hours)| entry(day(on), Hours::whole(hours))).collect();
    let history: History = history.iter().map(|(on, act)| act.clone().on(day(on))).collect();
    let file = law.open(history, ledger);
    let as_of = file.on(day(on)).unwrap();
    draft.map_or_else(|| as_of.plan(), |draft| as_of.plan_with(draft))
}

#[test]
fn a_plan_in_words() {
    let draft = Application { fee_paid: false, ..Application::COMPLETE };
    let history = [("2005-03-10", Act::Approved)];
    let plan = plain_plan(&history, &[("2005-06-01", 60), ("2006-06-01", 30)], "2007-01-15", Some(&draft));
    assert_snapshot!(plan.in_words(Language::En), @"
    on 2007-01-15 the certificate is in force
      year 2 of education ends on 2007-03-10 (48.4)
      the window to apply opens on 2007-12-10 (47.3)
      year 3 of education ends on 2008-03-10 (48.4)
      the education cycle ends on 2008-03-10 (48.4)
      the term ends on 2008-03-10 (47.3)
      2008-03-10 is the last day on which to register (47.3)
      apply from 2007-12-10 to 2008-03-10 (47.3)
        earn 10 hours in year 2, from 2007-01-15 to 2007-03-10 (48.4)
        earn 40 hours in year 3, from 2007-03-11 to 2008-03-10 (48.4)
        earn 40 hours more in the cycle, from 2007-01-15 to 2008-03-10 (48.4)
        that is 90 hours in all, and no less will do (48.4)
        at which institution, in which form and when is for the holder to choose (48.11)
        the registration fee is not paid (47.6)
        the application has to be filed by 2008-03-10; acceptance and decision may come after it (47.3)
        registered on the first of these days, the certificate is valid until 2010-12-10 (47.3)
      a deferral until 2009-03-10 at most may be requested by 2008-03-10 (47.8)
        on the ground of study outside the mainland (47.8.1)
        on the ground of work outside the mainland (47.8.1)
        on the ground of sick leave (47.8.2)
        on the ground of childbirth (47.8.3)
        on the ground of another case (47.8.4)
      an extension until 2009-03-10 at most may be granted, on a ground that arose from 2005-03-11 to 2007-01-15 (48.6)
        on the ground of work outside the mainland (48.6.1)
        on the ground of sick leave (48.6.2)
        on the ground of childbirth (48.6.3)
        on the ground of another case (48.6.4)
      study outside the mainland defers the registration but does not extend the time for education; work there does both (48.6)
      registering on 2007-12-10 starts the new term that day and gives up the 91 days left of the old one (47.3)
    ");
    assert_snapshot!(plan.in_words(Language::Zh), @"
    2007-01-15证书状态为：有效期内
      继续教育周期第2年至2007-03-10届满（48.4）
      自2007-12-10起可以办理登记手续（47.3）
      继续教育周期第3年至2008-03-10届满（48.4）
      继续教育周期至2008-03-10届满（48.4）
      有效期至2008-03-10届满（47.3）
      办理登记的最后一日为2008-03-10（47.3）
      在2007-12-10至2008-03-10期间申请登记（47.3）
        在2007-01-15至2007-03-10期间完成第2年所缺的10学时（48.4）
        在2007-03-11至2008-03-10期间完成第3年所缺的40学时（48.4）
        另在2007-01-15至2008-03-10期间完成40学时（48.4）
        合计不少于90学时（48.4）
        培训机构、继续教育形式和具体参加时间由本人自愿选择（48.11）
        证书登记费尚未缴纳（47.6）
        应不晚于2008-03-10提交登记申请，受理和决定可以在其后作出（47.3）
        于首日登记的，有效期至2010-12-10（47.3）
      可不晚于2008-03-10申请延期登记，最晚延至2009-03-10（47.8）
        事由：境外学习（47.8.1）
        事由：境外工作（47.8.1）
        事由：病假（47.8.2）
        事由：生育（47.8.3）
        事由：其他情形（47.8.4）
      对2005-03-11至2007-01-15期间发生的事由，可以准予顺延继续教育时间，最晚至2009-03-10（48.6）
        事由：境外工作（48.6.1）
        事由：病假（48.6.2）
        事由：生育（48.6.3）
        事由：其他情形（48.6.4）
      境外学习可以延期登记，但不能顺延继续教育时间；境外工作两者均可（48.6）
      2007-12-10登记的，新有效期自该日起算，原有效期余下的91天不再计算（47.3）
    ");
}

#[test]
fn without_a_draft_everything_has_to_be_shown_and_nothing_is_held_against_the_holder() {
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", None);
    assert_eq!(plan.papers.len(), 9);
    assert!(matches!(plan.course, Course::Register(_)));
    let convicted = Application { no_criminal_record: false, ..Application::COMPLETE };
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", Some(&convicted));
    assert_eq!(plan.course, Course::Barred(vec![Bar::Condition(plan.papers[0])]));
}

#[test]
fn the_worse_decision_is_assumed_while_it_leaves_a_way() {
    let request = Act::DeferralRequested(Request { claim: shown(Ground::Childbirth), until: day("2008-09-10") });
    let requested_on = day("2008-02-01");
    let plan = |on| plain_plan(&[("2005-03-10", Act::Approved), ("2008-02-01", request.clone())], &[], on, None);
    assert_eq!(plan("2008-03-10").assumed, Some(Assumed::DeferralRefused { requested_on }));
    assert_eq!(plan("2008-03-11").assumed, Some(Assumed::DeferralGranted { requested_on }));
    assert_eq!(plan("2008-09-11").course, Course::Barred(vec![Bar::Lapses]));
}

#[test]
fn what_is_too_late_is_said() {
    let history = [("2005-03-10", Act::Approved)];
    let plan = plain_plan(&history, &[("2006-06-01", 180)], "2008-01-15", Some(&Application::COMPLETE));
    assert_snapshot!(plan.in_words(Language::En), @"
    on 2008-01-15 the certificate is due for registration
      year 3 of education ends on 2008-03-10 (48.4)
      the education cycle ends on 2008-03-10 (48.4)
      the term ends on 2008-03-10 (47.3)
      2008-03-10 is the last day on which to register (47.3)
      the certificate cannot be registered any more as things stand
        40 hours are missing in year 1, and too late since 2006-03-11 (48.4)
        earn 40 hours in year 3, from 2008-01-15 to 2008-03-10 (48.4)
        that is 80 hours in all, and no less will do (48.4)
        at which institution, in which form and when is for the holder to choose (48.11)
      a deferral until 2009-03-10 at most may be requested by 2008-03-10 (47.8)
        on the ground of study outside the mainland (47.8.1)
        on the ground of work outside the mainland (47.8.1)
        on the ground of sick leave (47.8.2)
        on the ground of childbirth (47.8.3)
        on the ground of another case (47.8.4)
      an extension until 2009-03-10 at most may be granted, on a ground that arose from 2005-03-11 to 2008-01-15 (48.6)
        on the ground of work outside the mainland (48.6.1)
        on the ground of sick leave (48.6.2)
        on the ground of childbirth (48.6.3)
        on the ground of another case (48.6.4)
      study outside the mainland defers the registration but does not extend the time for education; work there does both (48.6)
    ");
}

#[test]
fn the_agencies_on_the_list_bound_the_days() {
    let history = [("2005-03-10", Act::Approved)];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 60)];
    let listing = |id: &str, from, until: Option<&str>| Listing::new(id, day(from), until.map(day)).unwrap();
    let plan = |register: &Register| {
        let law = Law::of_2004().with_agencies(register.clone());
        plan_under(&law, &history, &earned, "2007-12-01", Some(&Application::COMPLETE)).course
    };
    let register =
        Register::from_iter([listing("A", "2005-01-01", Some("2008-02-01")), listing("B", "2008-01-20", None)]);
    let Course::Register(registering) = plan(&register) else { panic!() };
    assert_eq!(registering.agencies.unwrap(), [BodyId::from("A")]);
    assert_eq!(registering.apply.last(), Some(day("2008-03-10")));

    let Course::Register(registering) = plan(&Register::from_iter([listing("B", "2008-01-20", Some("2008-01-22"))]))
    else {
        panic!()
    };
    assert_eq!(registering.apply, Period::new(day("2008-01-20"), day("2008-01-21")).unwrap().into());
    assert_eq!(
        plan(&Register::default()),
        Course::Barred(vec![Bar::NoAgency(Period::new(day("2007-12-10"), day("2008-03-10")).unwrap().into())])
    );
}

fn turned(readings: &[Reading]) -> Law {
    let law = Law::of_2004();
    let readings = readings.iter().fold(*law.readings(), |readings, &reading| readings.turned(reading));
    law.with_readings(readings)
}

fn accepted(application: Application) -> Act {
    Act::ApplicationAccepted(Acceptance { agency: None, application })
}

fn repealed(on: &str) -> Law {
    Law::of_2004().with_parameters(Parameters { repealed_on: Some(day(on)), ..Parameters::NOTICES }).unwrap()
}

#[test]
fn hours_earned_while_the_application_is_pending_count_until_the_decision() {
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let history = [("2005-03-10", Act::Approved), ("2008-01-15", accepted(unpaid))];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 40)];
    let plan = plain_plan(&history, &earned, "2008-02-01", None);
    let Course::Register(registering) = &plan.course else { panic!("{:?}", plan.course) };
    assert_eq!(registering.stage, Stage::Accepted { accepted_on: day("2008-01-15") });
    assert_eq!((registering.act, registering.apply.first()), (ActName::Registered, day("2008-02-01")));
    assert_eq!((plan.assumed, plan.studies.least(), plan.papers.len()), (None, Hours::whole(20), 1));
    let text = plan.in_words(Language::En).to_string();
    assert!(
        text.contains("the application accepted on 2008-01-15 can be registered from 2008-02-01 on (47.7)"),
        "{text}"
    );
    // Judged as of acceptance, nothing that is earned later serves, and the application is refused.
    let plan = plan_under(&turned(&[Reading::ConditionsOn]), &history, &earned, "2008-02-01", None);
    assert_eq!(plan.assumed, Some(Assumed::ApplicationRefused { accepted_on: day("2008-01-15") }));
}

#[test]
fn what_is_filed_in_time_can_be_accepted_after_the_term() {
    let history = [("2005-03-10", Act::Approved), ("2008-03-10", Act::ApplicationFiled(Filing::default()))];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 60)];
    let plan = plain_plan(&history, &earned, "2008-03-20", Some(&Application::COMPLETE));
    let Course::Register(registering) = &plan.course else { panic!("{:?}", plan.course) };
    assert_eq!(registering.stage, Stage::Filed { filed_on: day("2008-03-10") });
    assert_eq!((registering.apply.first(), registering.apply.last()), (day("2008-03-20"), None));
    let text = plan.in_words(Language::Zh).to_string();
    assert!(text.contains("2008-03-10提交的登记申请自2008-03-20起可以受理并予以登记（47.3）"), "{text}");
    // Where the acceptance has to come in time, it says so while there is time, and then it is over.
    let by_acceptance = turned(&[Reading::InTime]);
    let plan = |on| plan_under(&by_acceptance, &history, &earned, on, Some(&Application::COMPLETE));
    assert!(plan("2008-03-10").warnings.contains(&Warning::AcceptBy(day("2008-03-10"))));
    assert_eq!(plan("2008-03-20").course, Course::Nothing);
}

/// Under the readings of the rule book an extension beyond the last day needs no deferral: what is filed in time can be
/// completed while it is pending.
#[test]
fn hours_that_come_after_the_last_day_are_earned_while_the_application_is_pending() {
    let grant = Grant {
        claim: shown(Ground::SickLeave),
        arose_on: day("2005-06-01"),
        until: day("2008-09-10"),
        written_application: true,
    };
    let history = [("2005-03-10", Act::Approved), ("2006-06-01", Act::ExtensionGranted(grant))];
    let earned = [("2006-06-01", 90), ("2007-06-01", 90)];
    let plan = |law: &Law| plan_under(law, &history, &earned, "2008-01-15", Some(&Application::COMPLETE));
    let Course::Register(registering) = plan(&Law::of_2004()).course else { panic!() };
    assert_eq!((registering.apply.first(), registering.apply.last()), (day("2008-01-15"), Some(day("2008-03-10"))));
    assert_eq!((registering.act, registering.register_from), (ActName::ApplicationFiled, day("2008-03-11")));
    // Where what is pending ends with the term, only a deferral leaves time for it.
    assert!(matches!(plan(&turned(&[Reading::PendingAtExpiry])).course, Course::Barred(_)));
    assert!(matches!(plan(&turned(&[Reading::InTime, Reading::ConditionsOn])).course, Course::Barred(_)));
}

#[test]
fn a_lapsed_certificate_may_return_where_a_lapse_is_not_for_good() {
    let history = [("2005-03-10", Act::Approved)];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 50)];
    let plan = |law: &Law| plan_under(law, &history, &earned, "2009-06-01", Some(&Application::COMPLETE));
    assert_eq!(plan(&Law::of_2004()).course, Course::Nothing);
    let returning = plan(&turned(&[Reading::LapseEffect, Reading::LateHours]));
    assert_snapshot!(returning.in_words(Language::En), @r"
    on 2009-06-01 the certificate is lapsed
      no longer valid from 2008-03-11 on, the certificate may be registered again: apply from 2009-06-01 on (47.3)
        earn 10 hours more, from 2009-06-01 on (48.4)
        that is 10 hours in all, and no less will do (48.4)
        at which institution, in which form and when is for the holder to choose (48.11)
        registered on the first of these days, the certificate is valid until 2012-06-01 (47.3)
    ");
    // Hours that come too late do not bring it back.
    assert!(matches!(plan(&turned(&[Reading::LapseEffect])).course, Course::Barred(_)));
}

#[test]
fn whoever_is_not_known_is_accused_of_nothing() {
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", None);
    let (en, zh) = (plan.in_words(Language::En).to_string(), plan.in_words(Language::Zh).to_string());
    assert!(!plan.drafted && en.contains("    still to be shown: that there is no criminal record (47.4.2)"), "{en}");
    assert!(zh.contains("    须证明：无犯罪记录（47.4.2）") && zh.contains("    提交身份证明（47.6）"), "{zh}");
    assert!(!en.contains("there is a criminal record") && !zh.contains("有犯罪记录"), "{en}{zh}");
    // What a draft says of the applicant is said again.
    let convicted = Application { no_criminal_record: false, ..Application::COMPLETE };
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", Some(&convicted));
    assert!(plan.in_words(Language::En).to_string().contains("there is a criminal record (47.4.2)"));
}

#[test]
fn a_cancellation_has_to_be_published() {
    let history = [("2005-03-10", Act::Approved), ("2006-05-08", Act::Cancelled(Revocation::MajorLoss))];
    let text = plain_plan(&history, &[], "2006-06-01", None).in_words(Language::En).to_string();
    assert_snapshot!(text, @r"
    on 2006-06-01 the certificate is cancelled
      the registration agency has to publish the cancellation, and until it does the notice's time for appeal does not start; other law may count from knowledge, give more time or open a court (47.11)
    ");
    let published = [history[0].clone(), history[1].clone(), ("2006-05-10", Act::CancellationPublished)];
    let plan = plain_plan(&published, &[], "2006-06-01", None);
    assert_eq!(plan.course, Course::Appeal { by: day("2006-06-09") });
}

#[test]
fn from_the_repeal_on_nothing_is_to_be_done() {
    let history = [("2005-03-10", Act::Approved)];
    let plan = |repealed_on: &str, on| plan_under(&repealed(repealed_on), &history, &[], on, None);
    let days = |plan: &Plan| plan.milestones.iter().map(|milestone| milestone.day).collect::<Vec<_>>();
    // The notices are gone before the certificate lapses.
    let early = plan("2008-03-11", "2007-12-20");
    assert_eq!(early.course, Course::Repealed { from: day("2008-03-11") });
    assert_eq!(early.milestones.last().map(|last| last.turn), Some(Coming::Repeal));
    assert_eq!((days(&early), early.relief.clone()), (vec![day("2008-03-11")], Relief::default()));
    assert_snapshot!(early.in_words(Language::Zh), @r"
    2007-12-20证书状态为：应办理登记
      自2008-03-11起两个通知不再适用
      自2008-03-11起两个通知不再适用，证书长期有效，无须办理任何手续
    ");
    // A day later it has lapsed.
    assert!(matches!(plan("2008-03-12", "2007-12-20").course, Course::Barred(_)));
    assert_eq!(plan("2008-03-11", "2008-06-01").course, Course::Repealed { from: day("2008-03-11") });
    assert_eq!(plan("2008-03-12", "2008-06-01").course, Course::Nothing);
    assert!(days(&plan("2008-03-12", "2008-06-01")).is_empty());
}

#[test]
fn where_no_day_of_repeal_is_named_a_plan_of_2019_says_so() {
    let plan = |law: &Law, on| plan_under(law, &[("2015-06-01", Act::Approved)], &[], on, None);
    let is_warned = |plan: &Plan| plan.warnings.contains(&Warning::RepealUnnamed);
    assert!(!is_warned(&plan(&Law::of_2004(), "2018-05-01")) && !is_warned(&plan(&Law::of_2004(), "2018-12-31")));
    let today = plan(&Law::of_2004(), "2019-01-01");
    assert!(is_warned(&today));
    assert!(today.in_words(Language::Zh).to_string().ends_with("按通知仍然有效作出"));
    assert!(!is_warned(&plan(&repealed("2019-12-31"), "2019-01-01")));
    // A day to act that lies so far.
    let history = [("2016-06-01", Act::Approved)];
    assert!(is_warned(&plan_under(&Law::of_2004(), &history, &[], "2016-07-01", None)));
}

#[test]
fn an_agency_that_lost_its_approval_is_replaced_by_another() {
    let listing = |id: &str, until: Option<&str>| Listing::new(id, day("2005-01-01"), until.map(day)).unwrap();
    let by_a = Acceptance { agency: Some("A".into()), application: Application::COMPLETE };
    let history = [("2005-03-10", Act::Approved), ("2008-01-15", Act::ApplicationAccepted(by_a))];
    let earned = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 60)];
    let course = |listings: &[Listing], on| {
        let law = Law::of_2004().with_agencies(listings.iter().cloned().collect());
        plan_under(&law, &history, &earned, on, None).course
    };
    let a = listing("A", Some("2008-01-20"));
    let accepted_on = day("2008-01-15");
    assert_eq!(course(&[a.clone()], "2008-01-19"), Course::AwaitRegistration { accepted_on });
    assert!(
        matches!(course(&[a.clone()], "2008-01-20"), Course::Barred(bars) if matches!(bars[..], [Bar::NoAgency(_)]))
    );
    let Course::Register(registering) = course(&[a, listing("B", None)], "2008-01-20") else { panic!() };
    assert_eq!(registering.registrars.unwrap(), [BodyId::from("B")]);
}

/// A deferral may end before the last day of a term that a won appeal made longer.
#[test]
fn a_further_deferral_is_asked_for_before_the_certificate_lapses() {
    let law = turned(&[Reading::TermLastDay, Reading::RestoredTerm]);
    let request = Act::DeferralRequested(Request { claim: shown(Ground::Childbirth), until: day("2008-03-15") });
    let history = [
        ("2005-03-14", Act::Approved),
        ("2007-12-20", request),
        ("2007-12-21", Act::DeferralGranted),
        ("2008-01-07", Act::Cancelled(Revocation::MajorLoss)),
        ("2008-01-07", Act::CancellationPublished),
        ("2008-01-08", Act::AppealFiled),
        ("2008-01-08", Act::AppealDecided(Outcome::Overturned)),
    ];
    let plan = plan_under(&law, &history, &[], "2008-02-01", None);
    assert_eq!(plan.relief.deferral.unwrap().ask_by, Some(day("2008-03-16")));
}

#[test]
fn a_plan_on_the_wire() {
    let plan = plain_plan(&[("2005-03-10", Act::Approved)], &[], "2005-06-01", Some(&Application::COMPLETE));
    let json = serde_json::to_value(&plan).unwrap();
    assert_eq!(json["milestones"][0]["day"], "2006-03-10");
    assert_eq!(json["milestones"][0]["clause"], "48.4");
    assert_eq!(json["milestones"][0]["says"]["message"], "year_ends");
    assert_eq!(json["course"]["apply"], serde_json::json!({"from": "2007-12-10", "to": "2008-03-10"}));
    assert_eq!(json["course"]["clause"], "47.3");
    assert_eq!(json["studies"]["items"][0]["within"]["from"], "2005-06-01");
    assert_eq!((&json["studies"]["least"], &json["drafted"]), (&serde_json::json!(180), &serde_json::json!(true)));
    assert_eq!(json["relief"]["deferral"]["ask_by"], "2008-03-10");
    assert_eq!(json["warnings"][0]["says"]["message"], "study_abroad_trap");
    assert!(json.get("assumed").is_none());
}
