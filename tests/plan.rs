//! The promise of a plan: doing what it says is enough, and doing less is not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

extern crate alloc;

mod support;

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::TestCaseResult;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::finding::Subject;
use ruankao::ground::Ground;
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::{Certificate, Context};
use ruankao::plan::{Assumed, Bar, Course};
use ruankao::registration::{Acceptance, Documents};
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, Code, Entry, Finding, History, Hours, Language, Ledger, Plan};
use support::{Life, application, day, entry, later, life, shown};

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

impl Follower<'_> {
    /// Registers on a day with what is shown and earned; the code of what stands against it.
    fn register(&self, on: NaiveDate, shown: Application, earned: &[Entry]) -> Result<Certificate, Code> {
        let mut history = self.life.history.clone();
        history.extend(self.plan.assumed.map(|assumed| {
            let act = match assumed {
                Assumed::ApplicationRefused { .. } => Act::Refused,
                Assumed::DeferralRefused { .. } => Act::DeferralRefused,
                Assumed::DeferralGranted { .. } => Act::DeferralGranted,
            };
            act.on(self.plan.on)
        }));
        history.record(Act::ApplicationAccepted(Acceptance { agency: None, application: shown }).on(on));
        history.record(Act::Registered.on(on));
        self.read(&history, on, earned)
    }

    fn read(&self, history: &History, on: NaiveDate, earned: &[Entry]) -> Result<Certificate, Code> {
        let ledger: Ledger = self.known.entries().iter().chain(earned).cloned().collect();
        let credits = ledger.credits(None);
        let context = Context::new(&self.life.regulation).credits(&credits);
        history.certificate(on, context).map_err(|refusal| refusal.fault.code())
    }
}

/// Some day of the study's days, not after `latest`.
fn some_day(days: impl Iterator<Item = Period>, latest: NaiveDate, pick: u64) -> NaiveDate {
    let days: Vec<NaiveDate> =
        days.flat_map(|days| days.first().iter_days().take_while(move |day| *day <= days.last())).collect();
    let days: Vec<NaiveDate> = days.into_iter().filter(|day| *day <= latest).collect();
    days[usize::try_from(pick).unwrap() % days.len()]
}

fn keeps_its_promise(life: &Life, plan: &Plan, draft: Option<Application>, pick: u64) -> TestCaseResult {
    let follower = Follower { life, plan, known: life.known(plan.on) };
    let base = draft.unwrap_or(NOTHING);
    let pending = match life.history.events().iter().rev().find_map(|event| match &event.act {
        Act::ApplicationAccepted(acceptance) => Some(acceptance.application),
        _ => None,
    }) {
        Some(application) if matches!(plan.assumed, Some(Assumed::ApplicationRefused { .. })) => application,
        _ => base,
    };
    let base = draft.unwrap_or(pending);
    let papers = plan.papers.iter().fold(base, mended);
    match &plan.course {
        Course::Register(registering) => {
            let (first, last) = (registering.apply.first(), registering.apply.last());
            let span = u64::from(registering.apply.days());
            let chosen = later(first, pick % span);
            let earn = |latest: NaiveDate| -> Vec<Entry> {
                let items = plan.studies.items().iter();
                let on =
                    |item: &ruankao::plan::Study| some_day(item.within.into_iter().chain(item.or_within), latest, pick);
                items.map(|item| entry(on(item), item.hours)).collect()
            };
            let registered = follower.register(first, papers, &earn(first));
            prop_assert!(registered.is_ok(), "{registered:?}");
            prop_assert_eq!(registered.unwrap().term().unwrap().expiry(), registering.valid_until);
            let earned = earn(chosen);
            let registered = follower.register(chosen, papers, &earned);
            prop_assert!(matches!(registered, Ok(_) | Err(Code::CalendarUncovered)), "{chosen}: {registered:?}");

            for index in 0..earned.len() {
                let mut less = earned.clone();
                less[index].hours = Hours::from_tenths(less[index].hours.tenths() - 1).unwrap();
                prop_assert_eq!(follower.register(chosen, papers, &less), Err(Code::ConditionsNotMet));
                // Too late or too early for its year or its cycle, together with what any day of the cycle serves for:
                // hours earned besides in the same year would serve instead.
                let item = &plan.studies.items()[index];
                let too_late = later(item.last().unwrap().max(earned[index].on), 1);
                let too_early = item.first().unwrap() - Days::new(1);
                for missed in [too_late, too_early] {
                    if missed >= plan.on && !item.serves(missed) {
                        let mut elsewhere = earned.clone();
                        let moved = elsewhere.iter_mut().zip(plan.studies.items()).enumerate();
                        let moved = moved.filter(|(place, (_, study))| *place == index || study.year.is_none());
                        moved.for_each(|(_, (entry, _))| entry.on = missed);
                        prop_assert_eq!(follower.register(chosen, papers, &elsewhere), Err(Code::ConditionsNotMet));
                    }
                }
            }
            for skipped in &plan.papers {
                let fewer = plan.papers.iter().filter(|paper| *paper != skipped).fold(base, mended);
                prop_assert_eq!(follower.register(chosen, fewer, &earned), Err(Code::ConditionsNotMet));
            }
            if first > plan.on {
                prop_assert!(follower.register(first - Days::new(1), papers, &earn(first)).is_err());
            }
            prop_assert!(follower.register(later(last, 1), papers, &earn(last)).is_err());
        }
        Course::Barred(_) => {
            let deadline = life_deadline(&follower);
            let all: Vec<Entry> = plan
                .on
                .iter_days()
                .take_while(|day| *day <= deadline.max(plan.on))
                .map(|day| entry(day, Hours::whole(1000)))
                .collect();
            let hopeless = |paper: &&Finding| draft_bars(plan, paper);
            let papers = plan.papers.iter().filter(|paper| !hopeless(paper)).fold(base, mended);
            for on in [deadline, plan.on, later(plan.on, pick)] {
                let registered = follower.register(on.max(plan.on), papers, &all);
                prop_assert!(registered.is_err(), "{on}: {registered:?}");
            }
        }
        Course::AwaitRegistration { .. } => {
            let mut history = life.history.clone();
            history.record(Act::Registered.on(plan.on));
            prop_assert!(follower.read(&history, plan.on, &[]).is_ok());
        }
        _ => {}
    }
    Ok(())
}

fn draft_bars(plan: &Plan, paper: &Finding) -> bool {
    let Course::Barred(bars) = &plan.course else { return false };
    bars.contains(&Bar::Condition(*paper))
}

fn life_deadline(follower: &Follower<'_>) -> NaiveDate {
    let certificate = follower.read(&follower.life.history, follower.plan.on, &[]).unwrap();
    let granted = match (&certificate, follower.plan.assumed) {
        (Certificate::DeferralPending(state), Some(Assumed::DeferralGranted { .. })) => Some(state.until()),
        _ => None,
    };
    granted.unwrap_or_else(|| certificate.term().unwrap().deadline())
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
            let regulation = &life.regulation;
            let arose_on = later(term.cycle(regulation).after(), 1);
            let until = later(term.cycle(regulation).nominal_end(), 1);
            prop_assert!(attempt(extension(Ground::Childbirth, arose_on, until), plan.on).is_err());
        }
    }
    Ok(())
}

fn plan_of(life: &Life, on: NaiveDate, draft: Option<&Application>) -> Plan {
    let credits = life.ledger.credits(None);
    let context = Context::new(&life.regulation).credits(&credits);
    Plan::new(&life.history.as_of(on, context).unwrap(), draft)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_keeps_its_promise(life in life(), wait in prop::sample::select(vec![0_u64, 1, 200, 400, 900]), draft in prop::option::of(application()), pick in 0_u64..100_000) {
        let on = later(life.last, wait);
        let plan = plan_of(&life, on, draft.as_ref());
        keeps_its_promise(&life, &plan, draft, pick)?;
        relief_is_open(&life, &plan)?;
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
        *met.entry(format!("{:?} {}", assumed, plan.course.phrase().message().name())).or_insert(0) += 1;
    }
    assert!(met.len() >= 9, "{met:#?}");
}

fn plain_plan(history: &[(&str, Act)], earned: &[(&str, u32)], on: &str, draft: Option<&Application>) -> Plan {
    let regulation = Regulation::default();
    let ledger: Ledger = earned.iter().map(|&(on, hours)| entry(day(on), Hours::whole(hours))).collect();
    let credits = ledger.credits(None);
    let history: History = history.iter().map(|(on, act)| act.clone().on(day(on))).collect();
    Plan::new(&history.as_of(day(on), Context::new(&regulation).credits(&credits)).unwrap(), draft)
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
    let regulation = Regulation::default();
    let history = History::from_iter([Act::Approved.on(day("2005-03-10"))]);
    let ledger: Ledger =
        ["2005-06-01", "2006-06-01", "2007-06-01"].map(|on| entry(day(on), Hours::whole(60))).into_iter().collect();
    let credits = ledger.credits(None);
    let listing = |id: &str, from, until: Option<&str>| Listing::new(id, day(from), until.map(day)).unwrap();
    let plan = |register: &Register| {
        let context = Context::new(&regulation).credits(&credits).agencies(Some(register));
        Plan::new(&history.as_of(day("2007-12-01"), context).unwrap(), Some(&Application::COMPLETE)).course
    };
    let register =
        Register::from_iter([listing("A", "2005-01-01", Some("2008-02-01")), listing("B", "2008-01-20", None)]);
    let Course::Register(registering) = plan(&register) else { panic!() };
    assert_eq!(registering.agencies.unwrap(), [BodyId::from("A")]);
    assert_eq!(registering.apply.last(), day("2008-03-10"));

    let Course::Register(registering) = plan(&Register::from_iter([listing("B", "2008-01-20", Some("2008-01-22"))]))
    else {
        panic!()
    };
    assert_eq!(registering.apply, Period::new(day("2008-01-20"), day("2008-01-21")).unwrap());
    assert_eq!(
        plan(&Register::default()),
        Course::Barred(vec![Bar::NoAgency(Period::new(day("2007-12-10"), day("2008-03-10")).unwrap())])
    );
}
