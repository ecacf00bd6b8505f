//! By when, after what, and with what assumed: the edges of a plan under each reading that moves them.

use super::{accepted, plain_plan, plan_under, repealed, turned};
use crate::support::{day, shown};
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::Ground;
use ruankao::identity::{Listing, Register};
use ruankao::lifecycle::ActName;
use ruankao::plan::{Assumed, Bar, Course, Days, Stage};
use ruankao::registration::Filing;
use ruankao::regulation::Reading;
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Law};

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

/// A request or an application that can only come to nothing is assumed to.
#[test]
fn what_is_assumed_of_what_is_pending() {
    let request = |until| Act::DeferralRequested(Request { claim: shown(Ground::Childbirth), until: day(until) });
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
    let request = Act::DeferralRequested(Request { claim: shown(Ground::Childbirth), until: day("2008-09-10") });
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
    assert!(relief(&[APPROVED, ("2006-06-01", Act::ExtensionGranted(grant))], "2008-01-20").extension.is_none());
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
