//! What is left of a case that is reported: nothing that could be taken away.

use ruankao::conformance::{Answering, Case, Report, Stance, check};
use ruankao::{Law, Mode};
use serde_json::{Value, json};

/// A system that is wrong on some cases.
struct Wrong<F> {
    stance: Stance,
    on: F,
}

impl<F: FnMut(&Case) -> bool> Answering for Wrong<F> {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let right = case.answers().into_iter().map(|answer| serde_json::to_value(answer).unwrap());
        let is_wrong = (self.on)(case);
        Ok(right.map(|answer| if is_wrong { json!("wrong") } else { answer }).collect())
    }
}

fn reported(case: Value, stance: Stance, on: impl FnMut(&Case) -> bool) -> Report {
    let case: Case = serde_json::from_value(case).unwrap();
    check(&mut Wrong { stance, on }, [case])
}

/// What is left of the one case.
fn left_of(case: Value, on: impl FnMut(&Case) -> bool) -> Value {
    let report = reported(case, Stance::any(), on);
    assert!(report.differences[0].is_smallest);
    report.differences[0].case.clone()
}

fn acts(case: &Case) -> Vec<&'static str> {
    case.history.records().iter().map(|record| record.what().act.name().name()).collect()
}

fn act(name: &str, on: &str) -> Value {
    json!({ "event": name, "on": on })
}

fn with(history: Vec<Value>) -> Value {
    json!({ "id": "a", "history": history, "ask": [{ "query": "standing", "on": "2009-01-11" }] })
}

/// A registration starts a term as an approval does, so the terms before it can go.
#[test]
fn terms_before_the_one_that_matters_go() {
    let complete = json!({
        "event": "application_accepted", "on": "2008-01-15",
        "application": serde_json::to_value(ruankao::Application::COMPLETE).unwrap(),
    });
    let filed = act("application_filed", "2009-01-10");
    let mut case = with(vec![act("approved", "2005-03-10"), complete, act("registered", "2008-02-01"), filed.clone()]);
    case["mode"] = json!("recorded");
    let is_registered_or_approved_then_filed = |case: &Case| {
        let standing = case.law.open_in(Mode::Strict, &case.history, &case.ledger);
        standing.refusal().is_some_and(|refusal| refusal.fault.code() == ruankao::Code::BeforeWindow)
            || acts(case).contains(&"registered")
    };
    let left = left_of(case, is_registered_or_approved_then_filed);
    assert_eq!(left["history"], json!([act("approved", "2008-02-01"), filed]));
}

/// What neither of two acts can do without goes with both.
#[test]
fn acts_that_belong_together_go_together() {
    let [approved, filed, withdrawn] =
        ["approved", "application_filed", "application_withdrawn"].map(|name| act(name, "2008-01-10"));
    let requested =
        json!({ "event": "deferral_requested", "on": "2008-01-11", "ground": "childbirth", "until": "2008-09-10" });
    let refused = act("deferral_refused", "2008-01-12");
    let first = vec![approved, filed, withdrawn];
    let case = with(first.iter().cloned().chain([requested, refused]).collect());
    let left = left_of(case, |case| {
        let acts = acts(case);
        let count = |name| acts.iter().filter(|act| **act == name).count();
        acts.starts_with(&["approved", "application_filed", "application_withdrawn"])
            && count("deferral_requested") == count("deferral_refused")
    });
    assert_eq!(left["history"], json!(first));
}

/// What could not be taken away at first is tried again once something else is gone.
#[test]
fn what_can_go_once_something_else_is_gone_goes() {
    let filed = json!({ "event": "application_filed", "on": "2008-01-10", "agency": "A1" });
    let mut case = with(vec![filed]);
    case["ledger"] = json!([{
        "on": "2005-06-01", "hours": 40, "mode": "on_the_job", "field": "software", "kind": "technology",
    }]);
    let left = left_of(case, |case| {
        let is_named = serde_json::to_string(&case.history).unwrap().contains("A1");
        acts(case) == ["application_filed"] && (!is_named || !case.ledger.records().is_empty())
    });
    assert_eq!(left.get("ledger"), None, "{left}");
    assert_eq!(left["history"], json!([act("application_filed", "2008-01-10")]));
}

/// Where an act that is gone held more than the one in its place, nothing is looked for that is not there.
#[test]
fn what_went_with_an_act_is_not_looked_for_in_the_next() {
    let away = |runs: Value| {
        json!({
            "event": "deferral_requested", "on": "2008-01-11", "ground": "sick_leave", "until": "2008-09-10",
            "absences": runs,
        })
    };
    let run = |year: u16| json!({ "from": format!("{year}-01-10"), "to": format!("{year}-02-10") });
    let case = with(vec![away(json!([run(2006), run(2007)])), away(json!([run(2006)]))]);
    let left = left_of(case, |case| {
        let history = serde_json::to_value(&case.history).unwrap();
        history.as_array().unwrap().last().is_some_and(|act| act["absences"] == json!([run(2006)]))
    });
    assert_eq!(left["history"].as_array().map(Vec::len), Some(1));
}

/// A case of which nothing can be taken away stays as it is, and where it was not tried to the end that is said.
#[test]
fn where_the_tries_run_out_it_is_said() {
    let days = day_after_day(110);
    let whole = with(days.clone());
    let is_whole = |case: &Case| case.history.records().len() == 110;
    let report = reported(whole, Stance::any(), is_whole);
    assert!(!report.differences[0].is_smallest && !report.conforms());
    assert_eq!(report.differences[0].case["history"], json!(days));
    // Fewer acts can all be tried.
    let report = reported(with(day_after_day(9)), Stance::any(), |case| case.history.records().len() == 9);
    assert!(report.differences[0].is_smallest);
}

fn day_after_day(count: u32) -> Vec<Value> {
    (0..count).map(|number| act("refused", &format!("2008-{:02}-{:02}", 1 + number / 28, 1 + number % 28))).collect()
}

/// Nor is a case the smallest on which the system could not be asked every time.
#[test]
fn where_the_system_fails_meanwhile_it_is_said() {
    struct Failing;
    impl Answering for Failing {
        type Failure = &'static str;

        fn stance(&self) -> Stance {
            Stance::any()
        }

        fn answer(&mut self, case: &Case) -> Result<Vec<Value>, Self::Failure> {
            if case.history.records().is_empty() { Err("no history") } else { Ok(vec![Value::Null; case.ask.len()]) }
        }
    }
    let case = serde_json::from_value(with(vec![act("approved", "2005-03-10"), act("refused", "2005-03-11")])).unwrap();
    let report = check(&mut Failing, [case]);
    assert!(!report.differences[0].is_smallest && report.failure.is_none());
    assert_eq!(report.differences[0].case["history"].as_array().map(Vec::len), Some(1));
}

/// The law and the mode that a system stands for are not taken away from it, nor is all that is asked.
#[test]
fn what_a_system_stands_for_stays() {
    let law = Law::of_2004().with_readings(ruankao::regulation::Readings {
        expiry_day: ruankao::regulation::ExpiryDay::DayBefore,
        ..Default::default()
    });
    let case = with(vec![act("approved", "2005-03-10")]);
    for stance in
        [Stance::any().law(law.clone()).mode(Mode::Audit), Stance::any().law(law), Stance::any().mode(Mode::Audit)]
    {
        let report = reported(case.clone(), stance.clone(), |_| true);
        let left: Case = serde_json::from_value(report.differences[0].case.clone()).unwrap();
        assert_eq!(left.law, stance.law.unwrap_or_else(Law::of_2004));
        assert_eq!(left.mode, stance.mode.unwrap_or_default());
        assert_eq!(left.ask.len(), 1);
    }
}
