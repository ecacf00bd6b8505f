//! Filing, decision, return and repeal: what a plan says of each.

use super::{accepted, plain_plan, plan_under, repealed, turned};
use crate::support::{day, shown};
use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::Ground;
use ruankao::identity::{BodyId, Listing};
use ruankao::lifecycle::{ActName, Coming};
use ruankao::plan::{Assumed, Bar, Course, Relief, Stage, Warning};
use ruankao::registration::{Acceptance, Filing};
use ruankao::regulation::{Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Hours, Language, Law, Plan};

/// An extension for sick leave.
fn extended(arose_on: &str, until: &str) -> Act {
    let (claim, written_application) = (shown(Ground::SickLeave), true);
    Act::ExtensionGranted(Box::new(Grant { claim, arose_on: day(arose_on), until: day(until), written_application }))
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

/// Study that belongs to a later year keeps the application waiting, however early the window opens.
#[test]
fn an_application_waits_for_the_last_study_that_it_needs() {
    let law = Law::of_2004().with_parameters(Parameters { window_months: 24, ..Parameters::NOTICES }).unwrap();
    let history = [("2005-03-10", Act::Approved)];
    let first = |earned: &[(&str, u32)]| {
        let plan = plan_under(&law, &history, earned, "2006-05-08", None);
        let Course::Register(registering) = &plan.course else { panic!("{:?}", plan.course) };
        (registering.apply.first(), plan.studies.are_possible())
    };
    // Of the third year nothing can be earned before it begins.
    assert_eq!(first(&[("2005-06-01", 60), ("2006-05-01", 60)]), (day("2007-03-11"), true));
    // Of the first year nothing can be earned any more.
    let plan = plan_under(&law, &history, &[("2006-05-01", 180)], "2006-05-08", None);
    assert!(!plan.studies.are_possible() && matches!(plan.course, Course::Barred(_)), "{:?}", plan.course);
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
    let history = [("2005-03-10", Act::Approved), ("2006-06-01", extended("2005-06-01", "2008-09-10"))];
    let earned = [("2006-06-01", 90), ("2007-06-01", 90)];
    let plan = |law: &Law| plan_under(law, &history, &earned, "2008-01-15", Some(&Application::COMPLETE));
    let Course::Register(registering) = plan(&Law::of_2004()).course else { panic!() };
    assert_eq!((registering.apply.first(), registering.apply.last()), (day("2008-01-15"), Some(day("2008-03-10"))));
    assert_eq!((registering.act, registering.register_from), (ActName::ApplicationFiled, day("2008-03-11")));
    let text = plan(&Law::of_2004()).in_words(Language::En).to_string();
    assert!(text.contains("while the application is pending, which can be registered from 2008-03-11 on"), "{text}");
    assert!(text.contains("registered on the first day possible, the certificate is valid until 2011-03-11"), "{text}");
    // Where what is pending ends with the term, only a deferral leaves time for it.
    assert!(matches!(plan(&turned(&[Reading::PendingAtExpiry])).course, Course::Barred(_)));
    assert!(matches!(plan(&turned(&[Reading::InTime, Reading::ConditionsOn])).course, Course::Barred(_)));
}

/// The agency that takes the application need not be the one that registers: the first day is one on which another acts.
#[test]
fn the_registration_waits_for_an_agency_that_may_act() {
    let history = [("2005-03-10", Act::Approved), ("2006-06-01", extended("2005-06-01", "2008-09-10"))];
    let earned = [("2006-06-01", 90), ("2007-06-01", 90)];
    let first = || Listing::new("first", day("2005-01-01"), Some(day("2008-03-01"))).unwrap();
    let second = Listing::new("second", day("2008-04-01"), None).unwrap();
    let course = |listings: Vec<Listing>| {
        let law = Law::of_2004().with_agencies(listings.into_iter().collect());
        plan_under(&law, &history, &earned, "2008-01-15", Some(&Application::COMPLETE)).course
    };
    let Course::Register(registering) = course(vec![first(), second]) else { panic!() };
    assert_eq!((registering.apply.first(), registering.apply.last()), (day("2008-01-15"), Some(day("2008-02-29"))));
    assert_eq!(registering.register_from, day("2008-04-01"));
    // With the first alone there is nobody left to register it.
    let Course::Barred(bars) = course(vec![first()]) else { panic!() };
    assert!(matches!(bars[..], [Bar::NoAgency(days)] if days.first() == day("2008-03-11")), "{bars:?}");
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
        that is 10 hours in all, the least that is enough (48.4)
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
      the registration agency is to publish the cancellation, and until it does the notice's time for appeal does not start; other law may count from knowledge, give more time or open a court (47.11)
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
    assert_snapshot!(early.in_words(Language::Zh), @"
    2007-12-20证书状态为：应办理登记
      自2008-03-11起两个通知不再适用
      自2008-03-11起两个通知不再适用，证书持续有效，无须办理任何手续
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

/// A registration that waits for an agency may come after every day that is set.
#[test]
fn a_registration_that_waits_into_2019_is_told_of_the_repeal_too() {
    let history = [("2015-03-10", Act::Approved), ("2016-06-01", extended("2015-06-01", "2018-09-10"))];
    let earned = [("2016-06-01", 90), ("2017-06-01", 90)];
    let is_warned = |acts_from| {
        let first = Listing::new("first", day("2015-01-01"), Some(day("2018-03-01"))).unwrap();
        let second = Listing::new("second", day(acts_from), None).unwrap();
        let law = Law::of_2004().with_agencies([first, second].into_iter().collect());
        let plan = plan_under(&law, &history, &earned, "2018-01-15", Some(&Application::COMPLETE));
        assert!(matches!(&plan.course, Course::Register(way) if way.register_from == day(acts_from)));
        plan.warnings.contains(&Warning::RepealUnnamed)
    };
    assert_eq!((is_warned("2018-12-31"), is_warned("2019-01-01")), (false, true));
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
    assert_eq!(course(core::slice::from_ref(&a), "2008-01-19"), Course::AwaitRegistration { accepted_on });
    assert!(
        matches!(course(core::slice::from_ref(&a), "2008-01-20"), Course::Barred(bars) if matches!(bars[..], [Bar::NoAgency(_)]))
    );
    let Course::Register(registering) = course(&[a, listing("B", None)], "2008-01-20") else { panic!() };
    assert_eq!(registering.registrars.unwrap(), [BodyId::from("B")]);
}

/// A deferral may end before the last day of a term that a won appeal made longer.
#[test]
fn a_further_deferral_is_asked_for_before_the_certificate_lapses() {
    let law = turned(&[Reading::TermLastDay, Reading::RestoredTerm]);
    let request =
        Act::DeferralRequested(Box::new(Request { claim: shown(Ground::Childbirth), until: day("2008-03-15") }));
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

/// An extension that moves the later years may move one beyond the last day on which to register: only a deferral leaves
/// time for it (48.6).
#[test]
fn a_year_moved_beyond_the_last_day_is_warned_of() {
    let parameters = Parameters { extension_months: 18, ..Parameters::NOTICES };
    let law = turned(&[Reading::ExtensionEffect, Reading::PendingAtExpiry]).with_parameters(parameters).unwrap();
    let plan = |until, earned: &[(&str, u32)]| {
        let history = [("2005-03-10", Act::Approved), ("2006-03-01", extended("2005-06-01", until))];
        plan_under(&law, &history, earned, "2007-03-01", Some(&Application::COMPLETE))
    };
    let moved = plan("2009-03-11", &[("2006-06-01", 90)]);
    assert!(matches!(moved.course, Course::Barred(_)), "{:?}", moved.course);
    let warning = Warning::ExtendedBeyondDeadline { year: 3, from: day("2008-03-11") };
    assert!(moved.warnings.contains(&warning), "{:?}", moved.warnings);
    // Moved to begin on that day itself, it can be earned on it.
    let within = plan("2009-03-10", &[("2006-06-01", 90)]);
    assert!(!within.warnings.iter().any(|it| matches!(it, Warning::ExtendedBeyondDeadline { .. })));
}

/// What is missing besides the years is not over on the last day of the cycle, nor is it looked for beyond the repeal.
#[test]
fn study_ends_with_the_cycle_and_with_the_notices() {
    let earned = [("2005-06-01", 40), ("2006-06-01", 40), ("2007-06-01", 40)];
    let last = plain_plan(&[("2005-03-10", Act::Approved)], &earned, "2008-03-10", None);
    let [besides] = last.studies.items() else { panic!("{:?}", last.studies) };
    assert_eq!((besides.year, besides.hours, besides.is_over), (None, Hours::whole(60), false));
    assert_eq!(besides.first(), Some(day("2008-03-10")));

    let parameters = Parameters { extension_months: 18, repealed_on: Some(day("2008-06-01")), ..Parameters::NOTICES };
    let law = turned(&[Reading::ExtensionEffect]).with_parameters(parameters).unwrap();
    let claim = shown(Ground::SickLeave);
    let grant = Grant { claim, arose_on: day("2005-06-01"), until: day("2009-09-10"), written_application: true };
    let history = [
        ("2005-03-10", Act::Approved),
        ("2006-03-01", Act::ExtensionGranted(Box::new(grant))),
        ("2008-03-10", Act::ApplicationFiled(Filing::default())),
    ];
    let plan = plan_under(&law, &history, &[("2006-06-01", 90), ("2007-10-01", 60)], "2008-03-20", None);
    let Course::Barred(bars) = &plan.course else { panic!("{:?}", plan.course) };
    assert!(matches!(&bars[..], [Bar::Study(study)] if study.year == Some(3)), "{bars:?}");
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
