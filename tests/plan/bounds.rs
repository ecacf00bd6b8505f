//! By when, after what, and with what assumed: the edges of a plan under each reading that moves them.

use super::{accepted, plain_plan, plan_under, repealed, turned};
use crate::support::{day, shown};
use insta::assert_snapshot;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::Ground;
use ruankao::identity::{Listing, Register};
use ruankao::lifecycle::ActName;
use ruankao::plan::{Assumed, Bar, Course, Days, Stage, Warning};
use ruankao::registration::{Acceptance, Filing};
use ruankao::regulation::{Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Code, Language, Law};

const APPROVED: (&str, Act) = ("2005-03-10", Act::Approved);
const ENOUGH: [(&str, u32); 3] = [("2005-06-01", 60), ("2006-06-01", 60), ("2007-06-01", 60)];

fn filed() -> Act {
    Act::ApplicationFiled(Filing::default())
}

/// Days of a plan are closed on either side, and have no end where none is known.
#[test]
fn days_hold_their_first_and_their_last() {
    let days = Days::from(Period::new(day("2008-01-10"), day("2008-01-20")).unwrap());
    for (on, holds) in [("2008-01-09", false), ("2008-01-10", true), ("2008-01-20", true), ("2008-01-21", false)] {
        assert_eq!(days.contains(day(on)), holds, "{on}");
    }
    let plan = plain_plan(&[APPROVED, ("2008-03-10", filed())], &ENOUGH, "2008-03-20", Some(&Application::COMPLETE));
    let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
    assert!(way.apply.contains(day("2030-01-01")) && !way.apply.contains(day("2008-03-19")));
}

/// A lapsed certificate that the repeal revives waits for it; one that stays lapsed has nothing to wait for (47.3).
#[test]
fn the_lapsed_wait_for_a_repeal_that_revives() {
    let plan = |readings: &[Reading], on| {
        let law = repealed("2009-07-01");
        let readings = readings.iter().fold(*law.readings(), |readings, &reading| readings.turned(reading));
        plan_under(&law.with_readings(readings), &[APPROVED], &[], on, None).course
    };
    let from = day("2009-07-01");
    assert_eq!(plan(&[], "2009-06-30"), Course::Nothing);
    assert_eq!(plan(&[Reading::LapsedAtRepeal], "2009-06-30"), Course::Repealed { from });
    // Whoever may return may until the day before.
    assert!(matches!(plan(&[Reading::LapseEffect, Reading::LateHours], "2009-06-30"), Course::Barred(_)));
    assert_eq!(plan(&[Reading::LapseEffect, Reading::LateHours], "2009-07-01"), Course::Nothing);
}

/// 47.11: what is under appeal waits for the decision.
#[test]
fn an_appeal_is_waited_for() {
    let history = [
        APPROVED,
        ("2006-05-08", Act::Cancelled(Revocation::MajorLoss)),
        ("2006-05-10", Act::CancellationPublished),
        ("2006-05-20", Act::AppealFiled),
    ];
    let plan = plain_plan(&history, &[], "2006-06-01", None);
    assert_eq!(plan.course, Course::AwaitAppeal { filed_on: day("2006-05-20") });
}

/// Where the lapse is not for good, who finds nobody in time finds somebody after it.
#[test]
fn what_cannot_be_done_in_time_can_be_done_after_the_lapse() {
    let opened: Register = [Listing::new("A", day("2008-04-01"), None).unwrap()].into_iter().collect();
    let plan = |readings: &[Reading], on| {
        let law = turned(readings).with_agencies(opened.clone());
        plan_under(&law, &[APPROVED], &ENOUGH, on, Some(&Application::COMPLETE)).course
    };
    assert!(matches!(&plan(&[], "2008-01-15"), Course::Barred(bars) if matches!(bars[..], [Bar::NoAgency(_)])));
    let Course::Register(way) = plan(&[Reading::LapseEffect], "2008-01-15") else { panic!("it may return") };
    assert_eq!(way.stage, Stage::Lapsed { since: day("2008-03-11") });
    assert_eq!((way.apply.first(), way.apply.last()), (day("2008-04-01"), None));
    // Once it has lapsed there is no second lapse to wait for.
    let Course::Register(way) = plan(&[Reading::LapseEffect], "2008-05-01") else { panic!("it may return") };
    assert_eq!((way.stage, way.apply.first()), (Stage::Lapsed { since: day("2008-03-11") }, day("2008-05-01")));
    // In time where somebody may act in time.
    let Course::Register(way) =
        plan_under(&turned(&[Reading::LapseEffect]), &[APPROVED], &ENOUGH, "2008-01-15", Some(&Application::COMPLETE))
            .course
    else {
        panic!("in time")
    };
    assert_eq!(way.stage, Stage::Open);
}

/// Where what is pending lapses all the same, the registration itself has to come in time.
#[test]
fn what_is_pending_may_have_to_be_registered_in_time() {
    let law = turned(&[Reading::PendingAtExpiry]);
    for history in [vec![APPROVED], vec![APPROVED, ("2008-01-15", filed())]] {
        let plan = plan_under(&law, &history, &ENOUGH, "2008-01-20", Some(&Application::COMPLETE));
        let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
        assert_eq!((way.act, way.apply.last()), (ActName::Registered, Some(day("2008-03-10"))));
    }
    let plan = plain_plan(&[APPROVED], &ENOUGH, "2008-01-20", Some(&Application::COMPLETE));
    let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
    assert_eq!((way.act, way.apply.last()), (ActName::ApplicationFiled, Some(day("2008-03-10"))));
}

/// What has to be done by the last day is to file, or to have accepted; only the one is a day to file by.
#[test]
fn there_is_a_day_to_file_by_where_filing_has_to_come_in_time() {
    let way = |readings: &[Reading], history: &[(&str, Act)]| {
        let plan = plan_under(&turned(readings), history, &ENOUGH, "2008-01-20", Some(&Application::COMPLETE));
        let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
        (way.act, way.file_by())
    };
    let pending = [APPROVED, ("2008-01-15", filed())];
    assert_eq!(way(&[], &[APPROVED]), (ActName::ApplicationFiled, Some(day("2008-03-10"))));
    assert_eq!(way(&[Reading::InTime], &[APPROVED]), (ActName::ApplicationAccepted, None));
    assert_eq!(way(&[], &pending), (ActName::ApplicationAccepted, None));
    assert_eq!(way(&[Reading::InTime], &pending), (ActName::ApplicationAccepted, None));
}

/// Hours that are missing when their cycle is over are over, those of a year and those besides.
#[test]
fn study_is_over_with_its_cycle() {
    let items = |on| {
        let plan = plan_under(&turned(&[Reading::LapseEffect]), &[APPROVED], &[("2005-06-01", 40)], on, None);
        plan.studies.items().iter().map(|item| (item.year, item.is_over)).collect::<Vec<_>>()
    };
    assert_eq!(items("2008-03-10"), [(Some(2), true), (Some(3), false), (None, false)]);
    assert_eq!(items("2008-03-11"), [(Some(2), true), (Some(3), true), (None, true)]);
}

/// A request or an application that can only come to nothing is assumed to.
#[test]
fn what_is_assumed_of_what_is_pending() {
    let request =
        |until| Act::DeferralRequested(Box::new(Request { claim: shown(Ground::Childbirth), until: day(until) }));
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let accepted_on = day("2008-01-15");
    let refused = plan_under(
        &turned(&[Reading::ConditionsOn]),
        &[APPROVED, ("2008-01-15", accepted(unpaid))],
        &ENOUGH,
        "2008-04-01",
        None,
    );
    assert_eq!(refused.assumed, Some(Assumed::ApplicationRefused { accepted_on }));
    assert_eq!(refused.course, Course::Barred(vec![Bar::Lapses]));

    let history = [APPROVED, ("2008-01-15", request("2008-09-10"))];
    let requested_on = day("2008-01-15");
    let plan = |readings: &[Reading], on| plan_under(&turned(readings), &history, &ENOUGH, on, None).assumed;
    assert_eq!(plan(&[], "2008-03-10"), Some(Assumed::DeferralRefused { requested_on }));
    assert_eq!(plan(&[], "2008-03-11"), Some(Assumed::DeferralGranted { requested_on }));
    // What has lapsed in spite of the request is not decided any more.
    assert_eq!(plan(&[Reading::PendingAtExpiry, Reading::LapseEffect], "2008-03-11"), None);
}

/// 48.6: an extension can be asked for until what is pending is decided, where the pending application keeps the term.
#[test]
fn an_extension_is_open_while_the_application_is_pending() {
    let ask_by = |readings: &[Reading], act: Act, on| {
        let plan = plan_under(&turned(readings), &[APPROVED, ("2008-01-15", act)], &[], on, None);
        plan.relief.extension.map(|opening| opening.ask_by)
    };
    let last = Some(Some(day("2008-03-10")));
    let by_application = || accepted(Application::COMPLETE);
    assert_eq!(ask_by(&[], by_application(), "2008-01-20"), Some(None));
    assert_eq!(ask_by(&[], filed(), "2008-01-20"), Some(None));
    // Filed alone it is kept only where filing is what has to come in time.
    assert_eq!(ask_by(&[Reading::InTime], filed(), "2008-01-20"), last);
    assert_eq!(ask_by(&[Reading::InTime], by_application(), "2008-01-20"), Some(None));
    assert_eq!(ask_by(&[Reading::PendingAtExpiry], by_application(), "2008-01-20"), last);
    assert_eq!(ask_by(&[Reading::PendingAtExpiry], filed(), "2008-01-20"), last);
    let request =
        Act::DeferralRequested(Box::new(Request { claim: shown(Ground::Childbirth), until: day("2008-09-10") }));
    assert_eq!(ask_by(&[], request, "2008-01-20"), Some(None));
    // With nothing pending, it is asked for in time.
    let plan = plain_plan(&[APPROVED], &[], "2008-01-20", None);
    assert_eq!(plan.relief.extension.map(|opening| opening.ask_by), last);
}

/// 47.8: a deferral is for a certificate in its term with nothing pending, and an absence has to be long enough still.
#[test]
fn a_deferral_is_open_until_the_term_ends() {
    let relief = |history: &[(&str, Act)], on| plain_plan(history, &[], on, None).relief;
    let deferral = relief(&[APPROVED], "2008-03-10").deferral.unwrap();
    assert_eq!(deferral.ask_by, Some(day("2008-03-10")));
    assert_eq!(deferral.grounds, Ground::ALL);
    assert!(relief(&[APPROVED], "2008-03-11").deferral.is_none());
    assert!(relief(&[APPROVED, ("2008-01-15", filed())], "2008-01-20").deferral.is_none());
    // One extension a term (48.6).
    let grant = Grant {
        claim: shown(Ground::Childbirth),
        arose_on: day("2005-06-01"),
        until: day("2008-09-10"),
        written_application: true,
    };
    assert!(
        relief(&[APPROVED, ("2006-06-01", Act::ExtensionGranted(Box::new(grant)))], "2008-01-20").extension.is_none()
    );
}

/// What stands in the way is written beside the course.
#[test]
fn bars_are_on_the_wire() {
    let plan = plain_plan(&[APPROVED], &[], "2007-06-01", Some(&Application::COMPLETE));
    let Course::Barred(bars) = &plan.course else { panic!("{:?}", plan.course) };
    let json = serde_json::to_value(&plan).unwrap();
    assert_eq!(json["course"]["bars"].as_array().unwrap().len(), bars.len());
    assert!(json["course"].get("apply").is_none() && !bars.is_empty());
    let open = plain_plan(&[APPROVED], &[], "2005-06-01", Some(&Application::COMPLETE));
    assert!(serde_json::to_value(&open).unwrap()["course"].get("bars").is_none());
}

/// The notices are taken to stand to the day before the repeal, for whatever has no end of its own as well.
#[test]
fn days_to_register_end_before_the_repeal() {
    let history = [APPROVED, ("2008-03-10", filed())];
    let plan = plan_under(&repealed("2009-07-01"), &history, &ENOUGH, "2008-03-20", Some(&Application::COMPLETE));
    let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
    assert_eq!(way.apply.last(), Some(day("2009-06-30")));
    let law: Law = repealed("2008-03-05");
    let plan = plan_under(&law, &[APPROVED], &ENOUGH, "2007-06-01", Some(&Application::COMPLETE));
    assert_eq!(plan.course, Course::Repealed { from: day("2008-03-05") });
}

/// 48.4: what is missing in a year is earned in that year, or, with an extension, in the days it adds (48.6).
#[test]
fn study_is_bounded_by_its_year() {
    let items = |history: &[(&str, Act)], on| plain_plan(history, &[], on, None).studies.items().to_vec();
    let first = items(&[APPROVED], "2006-03-10").remove(0);
    assert_eq!((first.first(), first.last()), (Some(day("2006-03-10")), Some(day("2006-03-10"))));
    assert!(first.serves(day("2006-03-10")) && !first.serves(day("2006-03-09")) && !first.serves(day("2006-03-11")));
    assert_eq!((first.too_late_since(), first.is_over), (None, false));
    let over = items(&[APPROVED], "2006-03-11").remove(0);
    assert_eq!((over.first(), over.last(), over.too_late_since()), (None, None, Some(day("2006-03-11"))));
    assert!(!over.serves(day("2006-03-10")) && !over.serves(day("2006-03-11")));

    let claim = shown(Ground::SickLeave);
    let grant = Grant { claim, arose_on: day("2005-06-01"), until: day("2008-09-10"), written_application: true };
    let extended = [APPROVED, ("2006-03-01", Act::ExtensionGranted(Box::new(grant)))];
    let made_up = items(&extended, "2006-03-11").remove(0);
    assert_eq!((made_up.first(), made_up.last()), (Some(day("2008-03-11")), Some(day("2008-09-10"))));
    assert_eq!((made_up.too_late_since(), made_up.is_over), (None, true));
    assert!(made_up.serves(day("2008-09-10")) && !made_up.serves(day("2006-03-11")));
    // While the year lasts, and is enough to apply in time, the days added are not needed.
    let in_time = items(&extended, "2006-03-10").remove(0);
    assert_eq!((in_time.first(), in_time.last()), (Some(day("2006-03-10")), Some(day("2006-03-10"))));
}

/// Where what is pending lapses with the term, it is said by when it has to be decided; and only there.
#[test]
fn whoever_is_pending_is_warned_of_the_lapse() {
    let by = day("2008-03-10");
    let warned = |readings: &[Reading], act: Act| {
        let history = [APPROVED, ("2008-01-15", act)];
        plan_under(&turned(readings), &history, &ENOUGH, "2008-01-20", Some(&Application::COMPLETE)).warnings
    };
    for act in [filed(), accepted(Application::COMPLETE)] {
        assert!(warned(&[Reading::PendingAtExpiry], act.clone()).contains(&Warning::DecideBy(by)), "{act:?}");
        assert!(!warned(&[], act).iter().any(|it| matches!(it, Warning::DecideBy(_))));
    }
    // 47.7: fifteen working days that reach into a year without a calendar.
    let late = [("2024-01-10", Act::Approved), ("2026-12-20", accepted(Application::COMPLETE))];
    let plan = plain_plan(&late, &[], "2026-12-21", None);
    assert!(plan.warnings.contains(&Warning::OpinionUncovered { year: 2027 }), "{:?}", plan.warnings);
}

/// A day by which to decide or accept is that of the term, not the day before the repeal; and of a term that has ended
/// there is none.
#[test]
fn the_repeal_warns_of_no_lapse() {
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let warned = |readings: &[Reading], act: Act, on, asked| {
        let law = repealed("2010-01-01");
        let readings = readings.iter().fold(*law.readings(), |readings, &reading| readings.turned(reading));
        let history = [APPROVED, (on, act)];
        let plan = plan_under(&law.with_readings(readings), &history, &ENOUGH, asked, Some(&Application::COMPLETE));
        let Course::Register(way) = plan.course else { panic!("{:?}", plan.course) };
        assert_eq!(way.apply.last(), Some(day("2009-12-31")));
        plan.warnings.iter().any(|it| matches!(it, Warning::DecideBy(_) | Warning::AcceptBy(_)))
    };
    assert!(!warned(&[], accepted(unpaid), "2008-01-15", "2008-01-20"));
    assert!(!warned(&[], filed(), "2008-01-15", "2008-01-20"));
    let returned = [Reading::PendingAtExpiry, Reading::LapseEffect];
    assert!(!warned(&returned, accepted(unpaid), "2008-06-01", "2008-06-05"));
}

/// Several agencies are told in a list: those to apply at, or those that register.
#[test]
fn agencies_are_listed() {
    let listing = |id: &str| Listing::new(id, day("2005-01-01"), None).unwrap();
    let law = Law::of_2004().with_agencies(["A", "B", "C"].map(listing).into_iter().collect());
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let told = |history: &[(&str, Act)], language| {
        plan_under(&law, history, &ENOUGH, "2008-01-20", Some(&Application::COMPLETE)).in_words(language).to_string()
    };
    let by_a = Acceptance { agency: Some("A".into()), application: unpaid };
    let under_review = [APPROVED, ("2008-01-15", Act::ApplicationAccepted(by_a))];
    assert_snapshot!(told(&[APPROVED], Language::En), @"
    on 2008-01-20 the certificate is due for registration
      year 3 of education ends on 2008-03-10 (48.4)
      the education cycle ends on 2008-03-10 (48.4)
      the term ends on 2008-03-10 (47.3)
      2008-03-10 is the last day on which to register (47.3)
      apply from 2008-01-20 to 2008-03-10 (47.3)
        no more hours are needed (48.4)
        the application has to be filed by 2008-03-10; acceptance and decision may come after it (47.3)
        on the first of these days A, B, C may accept it
        registered on the first of these days, the certificate is valid until 2011-01-20 (47.3)
      a deferral to 2009-03-10 at the latest may be requested, by 2008-03-10 (47.8)
        ground: study outside the mainland (47.8.1)
        ground: work outside the mainland (47.8.1)
        ground: sick leave (47.8.2)
        ground: childbirth (47.8.3)
        ground: another case (47.8.4)
      an extension to 2009-03-10 at the latest may be granted, on a ground that arose from 2005-03-11 to 2008-01-20 (48.6)
        ground: work outside the mainland (48.6.1)
        ground: sick leave (48.6.2)
        ground: childbirth (48.6.3)
        ground: another case (48.6.4)
      study outside the mainland defers the registration but does not extend the time for education; work there does both (48.6)
      registering on 2008-01-20 starts the new term that day and gives up what is left of the old one, 50 days (47.3)
    ");
    assert_snapshot!(told(&under_review, Language::Zh), @"
    2008-01-20证书状态为：登记审查中
      登记实施机构应不晚于2008-02-03作出审查意见（47.7）
      继续教育周期第3年至2008-03-10届满（48.4）
      继续教育周期至2008-03-10届满（48.4）
      有效期至2008-03-10届满（47.3）
      办理登记的最后一日为2008-03-10（47.3）
      2008-01-15受理的登记申请自2008-01-20起可以予以登记（47.7）
        学时已满足要求（48.4）
        可以登记的首日能够予以登记的登记实施机构：A、B、C
        于首日登记的，有效期至2011-01-20（47.3）
      对2005-03-11至2008-01-20期间发生的事由，可以准予顺延继续教育时间，最晚至2009-03-10（48.6）
        事由：境外工作（48.6.1）
        事由：病假（48.6.2）
        事由：生育（48.6.3）
        事由：其他情形（48.6.4）
      2008-01-20登记的，新有效期自该日起算，原有效期余下的50天不再计算（47.3）
    ");
}

/// Hours that an extension adds after the last day can be earned while the application is pending, unless acceptance has
/// to come in time and is what they are judged as of (47.3, 48.6).
#[test]
fn hours_are_judged_as_of_acceptance_in_time_alone() {
    let claim = shown(Ground::SickLeave);
    let grant = Grant { claim, arose_on: day("2005-06-01"), until: day("2008-09-10"), written_application: true };
    let history = [APPROVED, ("2006-03-01", Act::ExtensionGranted(Box::new(grant)))];
    let earned = [("2006-06-01", 90), ("2007-06-01", 50)];
    let course = |readings: &[Reading]| {
        plan_under(&turned(readings), &history, &earned, "2008-01-15", Some(&Application::COMPLETE)).course
    };
    assert!(matches!(course(&[]), Course::Register(_)), "{:?}", course(&[]));
    assert!(matches!(course(&[Reading::ConditionsOn]), Course::Register(_)), "{:?}", course(&[Reading::ConditionsOn]));
    assert!(matches!(course(&[Reading::ConditionsOn, Reading::InTime]), Course::Barred(_)));
}

/// 47.7, 47.3: a new term whose last day lies beyond the calendar cannot be given, and the plan says so.
#[test]
fn a_registration_that_would_be_refused_is_told() {
    let history = [("2021-03-10", Act::Approved), ("2024-01-15", accepted(Application::COMPLETE))];
    let earned = [("2021-06-01", 60), ("2022-06-01", 60), ("2023-06-01", 60)];
    let plan = |readings: &[Reading]| plan_under(&turned(readings), &history, &earned, "2024-01-20", None).course;
    assert_eq!(plan(&[]), Course::AwaitRegistration { accepted_on: day("2024-01-15") });
    let Course::Barred(bars) = plan(&[Reading::TermLastDay]) else { panic!("{:?}", plan(&[Reading::TermLastDay])) };
    assert!(matches!(&bars[..], [Bar::Refused(fault)] if fault.code() == Code::CalendarUncovered), "{bars:?}");
}

/// A ground that is an absence is open only while an absence could still be long enough; the others are open all the same.
#[test]
fn grounds_without_an_absence_are_always_open() {
    let parameters = Parameters { absence_days: 10_000, absence_months: 120, ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(parameters).unwrap();
    let grounds = |law: &Law| plan_under(law, &[APPROVED], &[], "2008-01-20", None).relief.deferral.unwrap().grounds;
    assert_eq!(grounds(&Law::of_2004()), Ground::ALL);
    assert_eq!(grounds(&law), Ground::ALL.into_iter().filter(|ground| !ground.is_absence()).collect::<Vec<_>>());
}
