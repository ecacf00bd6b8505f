//! What a plan tells beside the course: the days that come, and the relief that is open.

use crate::promise::Follower;
use crate::support::{Life, day, later, shown};
use chrono::{Days, NaiveDate};
use proptest::prelude::{prop_assert, prop_assert_eq};
use proptest::test_runner::TestCaseResult;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::Ground;
use ruankao::lifecycle::Coming;
use ruankao::plan::{Course, Milestone, Relief, Warning};
use ruankao::{Act, Plan};

/// What comes is told in order, and nothing falls due from the repeal on.
pub(crate) fn the_days_come(life: &Life, plan: &Plan) -> TestCaseResult {
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

pub(crate) fn relief_is_open(life: &Life, plan: &Plan) -> TestCaseResult {
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
    let deferral = |ground, until| Act::DeferralRequested(Box::new(Request { claim: shown(ground), until }));
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
        Act::ExtensionGranted(Box::new(Grant { claim: shown(ground), arose_on, until, written_application: true }))
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
            let file = life.open();
            let progress = file.on(plan.on).unwrap().education().unwrap();
            let (arose_on, until) = (progress.from, later(progress.to, 1));
            prop_assert!(attempt(extension(Ground::Childbirth, arose_on, until), plan.on).is_err());
        }
    }
    Ok(())
}
