//! 47.2, 47.14, 48.8, 48.12.

use crate::day;
use insta::assert_snapshot;
use ruankao::finding::EventFault;
use ruankao::oversight::{
    AccreditationHistory, Act, Agency, BodyHistory, Conditions, Inspection, Institution, Opened, Phase, Rectification,
    Review, Row, Standing,
};
use ruankao::{Clause, Code, Mode};

type AgencyHistory = AccreditationHistory<Agency>;
type InstitutionHistory = AccreditationHistory<Institution>;

fn failed(rectify_by: &str) -> Review {
    Review::Failed { rectify_by: day(rectify_by) }
}

/// An agency approved on 2005-02-01.
fn agency() -> AgencyHistory {
    [Act::PROPOSED.on(day("2005-01-10")), Act::Approved.on(day("2005-02-01"))].into_iter().collect()
}

/// An institution filed on 2005-03-01.
fn institution(conditions: Conditions) -> InstitutionHistory {
    let applied = Act::applied(conditions).on(day("2005-01-10"));
    [applied, Act::Approved.on(day("2005-02-01")), Act::FILED.on(day("2005-03-01"))].into_iter().collect()
}

/// The refusal that the whole history meets.
fn refusal(history: impl Into<BodyHistory>) -> EventFault {
    history.into().standing(day("2999-12-31"), Mode::Audit).unwrap_err()
}

fn strict(history: impl Into<BodyHistory>, on: &str) -> Standing {
    history.into().standing(day(on), Mode::Strict).unwrap()
}

// 47.2: 报计算机专业技术资格（水平）证书登记管理办公室批准后，负责计算机专业技术资格（水平）证书的登记实施工作。
#[test]
fn an_agency_may_act_from_its_approval() {
    let phases = ["2005-01-09", "2005-01-10", "2005-01-31", "2005-02-01"].map(|on| {
        let standing = strict(agency(), on);
        (standing.phase(), standing.may_act(), standing.since())
    });
    let (proposed, accredited) = (Phase::Proposed, Phase::Accredited);
    let since = Some(day("2005-02-01"));
    let expected =
        [(Phase::Unknown, false, None), (proposed, false, None), (proposed, false, None), (accredited, true, since)];
    assert_eq!(phases, expected);
}

// 48.8: 经当地省、自治区、直辖市信息产业主管部门批准，报信息产业部电子教育中心备案，…方可从事继续教育培训工作。
#[test]
fn an_institution_may_act_once_it_is_filed() {
    let standings = ["2005-02-01", "2005-02-28", "2005-03-01"].map(|on| {
        let standing = strict(institution(Conditions::MET), on);
        (standing.phase(), standing.may_act())
    });
    assert_eq!(standings, [(Phase::Approved, false), (Phase::Approved, false), (Phase::Accredited, true)]);
}

#[test]
fn a_day_may_hold_several_events_in_their_order() {
    let on = day("2005-01-10");
    let history: InstitutionHistory =
        [Act::applied(Conditions::MET), Act::Approved, Act::FILED].map(|act| act.on(on)).into_iter().collect();
    assert_eq!(history.standing(on, Mode::Strict).unwrap().since(), Some(on));
    let row = Row { from: on, phase: Phase::Accredited, may_act: true };
    assert_eq!(history.timeline(on, Mode::Strict).unwrap(), [row]);
    assert_eq!(strict(history, "2005-01-12").on(), day("2005-01-12"));
}

// 48.8: 具备以上条件的单位可以…提出申请，经…批准。
#[test]
fn an_approval_without_the_conditions_is_refused_or_stands_as_an_irregularity() {
    let lacking = Conditions { legal_person: false, reputation: false, ..Conditions::MET };
    let history = institution(lacking);
    let refused = history.standing(day("2005-02-01"), Mode::Strict).unwrap_err();
    assert_snapshot!(refused, @"event 2: the conditions are not met (48.8): 48.8.1; 48.8.4");
    assert_eq!(refused.fault.unmet(), [Clause::N48_8_1, Clause::N48_8_4]);
    // The day before, nothing was wrong yet.
    assert_eq!(strict(history.clone(), "2005-01-31").phase(), Phase::Applied);

    let audited = history.standing(day("2005-03-01"), Mode::Audit).unwrap();
    assert!(audited.may_act());
    assert_eq!(audited.irregularities(), [refused]);
}

#[test]
fn the_conditions_are_those_of_the_last_application() {
    let mut history: InstitutionHistory = [
        Act::applied(Conditions { reputation: false, ..Conditions::MET }).on(day("2005-01-10")),
        Act::Declined.on(day("2005-02-01")),
        Act::applied(Conditions::MET).on(day("2006-01-10")),
    ]
    .into_iter()
    .collect();
    history.record(Act::Approved.on(day("2006-02-01")));
    assert_eq!(strict(history, "2006-02-01").phase(), Phase::Approved);
}

// 47.14: 年度审核; 48.12: 年度检查评估.
#[test]
fn reviews_are_missing_for_whole_years_only() {
    let mut history = agency();
    history.record(Act::Reviewed(Review::Passed).on(day("2005-12-31")));
    history.record(Act::Reviewed(Review::Passed).on(day("2007-01-01")));
    let missing = |on| strict(history.clone(), on).reviews_missing().collect::<Vec<_>>();
    assert!(missing("2006-12-31").is_empty());
    assert_eq!(missing("2007-01-01"), [2006]);
    assert_eq!(missing("2008-12-31"), [2006]);
    assert_eq!(missing("2009-01-01"), [2006, 2008]);
    assert_eq!(missing("2999-12-31").len(), 992);
    let forever = history.standing(chrono::NaiveDate::MAX, Mode::Strict).unwrap();
    assert_eq!(forever.reviews_missing().nth(1), Some(2008));
}

#[test]
fn there_is_one_review_a_calendar_year() {
    let mut history = agency();
    history.record(Act::Reviewed(failed("2006-07-01")).on(day("2006-06-01")));
    history.record(Act::Rectified(Rectification::Satisfactory).on(day("2006-06-20")));
    history.record(Act::Reviewed(Review::Passed).on(day("2006-12-31")));
    let refused = refusal(history);
    assert_snapshot!(
        refused,
        @"event 5: the body was reviewed on `2006-06-01` already; there is one review a calendar year (47.14)"
    );
    // Nothing beside code and clause goes with it on the wire.
    assert_snapshot!(
        serde_json::to_string(&refused).unwrap(),
        @r#"{"event":4,"code":"already_reviewed","clause":"47.14"}"#
    );
}

// 47.14: 责令其限期整改，整改效果不理想的，撤销其证书登记实施机构的资格。
#[test]
fn a_body_that_rectifies_may_act_and_is_overdue_after_the_last_day() {
    let mut history = agency();
    history.record(Act::Reviewed(failed("2006-07-01")).on(day("2006-06-01")));
    let standing = |on: &str| strict(history.clone(), on);
    assert!(standing("2006-06-01").may_act() && !standing("2006-07-01").is_overdue());
    assert!(standing("2006-07-02").may_act() && standing("2006-07-02").is_overdue());
    assert_snapshot!(
        serde_json::to_string(&standing("2007-07-02")).unwrap(),
        @r#"{"phase":"rectifying","may_act":true,"since":"2005-02-01","reviews_missing":[],"rectify_by":"2006-07-01","overdue":true}"#
    );

    // A time limit lies ahead of the review, and an overdue rectification can still be judged.
    let refused = refusal(agency_then(Act::Reviewed(failed("2006-06-01")).on(day("2006-06-01"))));
    assert_snapshot!(refused, @"event 3: rectification by `2006-06-01` is not after the review on `2006-06-01` (47.14)");
    history.record(Act::Rectified(Rectification::Satisfactory).on(day("2009-01-01")));
    let restored = strict(history, "2009-01-01");
    assert_eq!((restored.phase(), restored.since()), (Phase::Accredited, Some(day("2005-02-01"))));
    assert!(restored.reviews_missing().eq([2007, 2008]));
}

fn agency_then(event: ruankao::oversight::AccreditationEvent<Agency>) -> AgencyHistory {
    let mut history = agency();
    history.record(event);
    history
}

#[test]
fn a_pending_rectification_comes_before_the_next_review() {
    let mut history = agency_then(Act::Reviewed(failed("2006-07-01")).on(day("2006-06-01")));
    history.record(Act::Reviewed(Review::Passed).on(day("2006-06-02")));
    assert_snapshot!(
        refusal(history),
        @"event 4: a rectification until `2006-07-01` is pending; it has to be judged first (47.14)"
    );
}

#[test]
fn a_withdrawal_is_for_good() {
    let mut withdrawn = institution(Conditions::MET);
    withdrawn.record(Act::Reviewed(failed("2006-07-01")).on(day("2006-06-01")));
    withdrawn.record(Act::Rectified(Rectification::Unsatisfactory).on(day("2006-08-01")));
    let standing = strict(withdrawn.clone(), "2006-08-01");
    assert_eq!((standing.phase(), standing.since()), (Phase::Withdrawn, None));
    assert_eq!(standing.reviews_missing().count(), 0);

    let after = [
        Act::applied(Conditions::MET),
        Act::Approved,
        Act::Declined,
        Act::FILED,
        Act::Reviewed(Review::Passed),
        Act::Rectified(Rectification::Satisfactory),
    ];
    let codes = after.map(|act| {
        let mut history = withdrawn.clone();
        history.record(act.on(day("2007-01-01")));
        (refusal(history.clone()).fault.code(), refusal(history).fault.clause())
    });
    let expected = [
        (Code::AlreadyApplied, Some(Clause::N48_8)),
        (Code::NotAwaitingDecision, Some(Clause::N48_8)),
        (Code::NotAwaitingDecision, Some(Clause::N48_8)),
        (Code::NotAwaitingFiling, Some(Clause::N48_8)),
        (Code::NotAccredited, Some(Clause::N48_12)),
        (Code::NoRectificationPending, Some(Clause::N48_12)),
    ];
    assert_eq!(codes, expected);
}

#[test]
fn order_is_tested_first_and_rests_on_no_clause() {
    let mut history = agency();
    history.record(Act::Approved.on(day("2005-01-31")));
    let refused = refusal(history.clone());
    assert_eq!((refused.fault.code(), refused.fault.clause()), (Code::OutOfOrder, None));
    // The typed states say the same.
    let proposed = Opened::propose(day("2005-01-10"));
    let refused = proposed.clone().approve(day("2005-01-09")).unwrap_err();
    assert_eq!((refused.state, refused.fault.code()), (proposed, Code::OutOfOrder));
    // A day is read up to the first event after it, and no further.
    let mut unordered = agency();
    unordered.record(Act::Reviewed(Review::Passed).on(day("2008-01-01")));
    unordered.record(Act::Reviewed(Review::Passed).on(day("2007-01-01")));
    assert!(strict(unordered.clone(), "2007-12-31").reviews_missing().eq([2006]));
    assert_eq!(unordered.standing(day("2008-01-01"), Mode::Strict).unwrap_err().event, 3);
}

#[test]
fn a_typed_state_tells_the_day_it_began() {
    let proposed = Opened::propose(day("2005-01-10"));
    assert_eq!(proposed.on(), day("2005-01-10"));
    assert_eq!(proposed.decline(day("2005-01-12")).unwrap().on(), day("2005-01-12"));
    let applied = Opened::apply(day("2005-01-10"), Conditions::MET);
    assert_eq!(applied.approve(day("2005-01-14")).unwrap().on(), day("2005-01-14"));
}

#[test]
fn a_timeline_has_a_row_for_each_change() {
    let mut history: AgencyHistory = [
        Act::PROPOSED.on(day("2004-01-10")),
        Act::Declined.on(day("2004-02-01")),
        Act::PROPOSED.on(day("2005-01-10")),
        Act::Approved.on(day("2005-02-01")),
        Act::Reviewed(Review::Passed).on(day("2006-02-01")),
        Act::Reviewed(failed("2007-05-01")).on(day("2007-02-01")),
        Act::Rectified(Rectification::Satisfactory).on(day("2007-02-01")),
        Act::Reviewed(failed("2008-05-01")).on(day("2008-02-01")),
    ]
    .into_iter()
    .collect();
    history.record(Act::Rectified(Rectification::Unsatisfactory).on(day("2008-06-01")));
    let rows = history.timeline(day("2008-12-31"), Mode::Strict).unwrap();
    let rows: Vec<String> = rows.iter().map(|row| format!("{} {} {}", row.from, row.phase, row.may_act)).collect();
    assert_snapshot!(rows.join("\n"), @r"
    2004-01-10 proposed false
    2004-02-01 declined false
    2005-01-10 proposed false
    2005-02-01 accredited true
    2008-02-01 rectifying true
    2008-06-01 withdrawn false
    ");
    assert_eq!(history.timeline(day("2004-01-09"), Mode::Strict).unwrap(), []);
    assert_eq!(AgencyHistory::new().timeline(day("2008-12-31"), Mode::Strict).unwrap(), []);
    history.record(Act::PROPOSED.on(day("2009-01-01")));
    assert!(history.timeline(day("2008-12-31"), Mode::Strict).is_ok());
    assert_eq!(history.timeline(day("2009-01-01"), Mode::Strict).unwrap_err().event, 9);
}

// 48.12.1 to 48.12.3.
#[test]
fn an_inspection_lists_what_it_found() {
    let nothing_in_order = Inspection { delivery: false, means: false, quality: false };
    assert_snapshot!(nothing_in_order.verdict(), @r"
    continuing education was not carried out as it has to be (48.12.1)
    plans, materials, time, teachers, environment or equipment fall short (48.12.2)
    the quality of training or the satisfaction of the trainees falls short (48.12.3)
    ");
    let review = nothing_in_order.review(day("2006-09-01"));
    let mut history = institution(Conditions::MET);
    history.record(Act::Reviewed(review).on(day("2006-06-01")));
    assert_eq!(strict(history, "2006-06-01").rectify_by(), Some(day("2006-09-01")));
}
