//! Plan, explanation, agenda and differences as questions: each answered as the library answers it, to the letter.

use crate::{APPLICATION, answered, ask, is_case, is_none};
use ruankao::calendar::Period;
use ruankao::conformance::{Limits, read_case, run_with};
use ruankao::whatif::Hypothesis;
use ruankao::{Application, Mode, day};
use serde::Serialize;
use serde_json::{Value, json};

/// A life with a deferral that was recorded late, hours of which some do not count, and a list of agencies.
fn line(questions: &Value) -> String {
    let entry = |on: &str, hours: u32, mode: &str| json!({ "on": on, "hours": hours, "mode": mode, "field": "software", "kind": "technology" });
    let mut struck = entry("2006-12-01", 60, "on_the_job");
    struck["struck_on"] = json!("2008-02-01");
    json!({
        "id": "31 · 117",
        "history": [
            { "event": "approved", "on": "2005-03-10" },
            { "event": "deferral_requested", "on": "2008-01-10", "ground": "sick_leave", "until": "2008-09-10",
              "absences": [{ "from": "2007-06-01", "to": "2007-12-31" }], "evidence": true,
              "recorded_on": "2008-01-20" },
            { "event": "deferral_granted", "on": "2008-01-15", "recorded_on": "2008-01-20" },
        ],
        "ledger": [
            entry("2005-11-20", 60, "on_the_job"), struck, entry("2007-12-03", 40, "full_time"),
            entry("2008-02-03", 41, "on_the_job"),
        ],
        "agencies": [
            { "id": "A1", "approved_on": "2005-01-01" },
            { "id": "A2", "approved_on": "2005-01-01", "withdrawn_on": "2008-04-01" },
        ],
        "ask": questions,
    })
    .to_string()
}

fn application() -> (Value, Application) {
    (serde_json::from_str(APPLICATION).unwrap(), serde_json::from_str(APPLICATION).unwrap())
}

fn written(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

/// What the wire answers is what the same question gives as Rust, written by the library's own serde.
#[test]
fn each_question_is_answered_as_the_library_answers_it() {
    let (given, application) = application();
    let supposed = json!({
        "events": [{ "event": "cancelled", "on": "2008-02-20", "ground": "major_loss" }],
        "entries": [{ "on": "2008-02-21", "hours": 12.5, "mode": "on_the_job", "field": "other", "kind": "standard" }],
        "without_entries": [0],
        "readings": { "deferred_validity": "not_in_force" },
        "mode": "recorded",
    });
    let hypothesis: Hypothesis = serde_json::from_value(supposed.clone()).unwrap();
    let (on, then, known_on) = ("2008-03-01", day!(2008, 3, 1), day!(2008, 1, 18));
    let questions = json!([
        { "query": "plan", "on": on },
        { "query": "plan", "on": on, "application": given },
        { "query": "plan", "on": on, "known_on": "2008-01-18" },
        { "query": "explanation", "on": on },
        { "query": "explanation", "on": on, "of": "assessment", "application": given },
        { "query": "explanation", "on": on, "of": "education", "known_on": "2008-01-18" },
        { "query": "agenda", "on": on, "from": "2008-01-01", "to": "2008-12-31" },
        { "query": "difference", "on": on, "application": given, "hypothesis": supposed },
        { "query": "difference", "on": on, "application": given, "hypothesis": {}, "known_on": "2008-01-18" },
        { "query": "known_difference", "on": on, "known_on": "2008-01-18" },
        { "query": "known_difference", "on": "2005-04-01", "known_on": "2008-01-18" },
    ]);
    let line = line(&questions);
    let case = read_case(line.as_bytes(), 1).unwrap();
    let file = case.open();
    let (now, known) = (file.on(then).unwrap(), file.as_known_on(known_on));
    let as_known = known.on(then).unwrap();
    let year = Period::new(day!(2008, 1, 1), day!(2008, 12, 31)).unwrap();
    let expected = [
        written(&now.plan()),
        written(&now.plan_with(&application)),
        written(&as_known.plan()),
        written(&now.explain()),
        written(&now.explain_assessment(&application)),
        written(&as_known.explain_education().unwrap()),
        written(&now.due("31 · 117", year)),
        written(&file.difference(&file.what_if(&hypothesis), then, &application)),
        written(&known.difference(&known.what_if(&Hypothesis::default()), then, &application)),
        written(&file.difference_known_on(known_on, then)),
        written(&file.difference_known_on(known_on, day!(2005, 4, 1))),
    ];
    let answer = answered(&line);
    for (place, expected) in expected.iter().enumerate() {
        assert_eq!(&answer["answers"][place], expected, "{}", questions[place]);
    }
    assert_eq!(answer["answers"].as_array().unwrap().len(), expected.len());
    // And none of them says the same as another, or nothing at all.
    assert_eq!(answer["answers"][7]["changes"][0]["change"], "was_then_is");
    assert_eq!(answer["answers"][8]["changes"], json!([]));
    // Two events and the late end of an entry; places from 0.
    let changes = &answer["answers"][9]["changes"];
    assert_eq!(changes[0]["event"], 1);
    assert_eq!(changes[2], json!({ "entry": 1, "of": "2006-12-01", "hours": 60, "struck_on": "2008-02-01" }));
    assert_eq!(answer["answers"][10]["changes"], json!([]));
    assert_eq!(answer["answers"][6]["items"][0]["certificate"], "31 · 117");
}

/// A question is written as it was read, and a plain explanation is one of the standing.
#[test]
fn questions_are_written_as_they_are_read() {
    let (given, _) = application();
    let supposed = json!({ "events": [], "entries": [], "without_events": [1], "without_entries": [] });
    let whole = json!([
        { "query": "plan", "on": "2008-03-01", "known_on": "2008-01-18", "application": given },
        { "query": "explanation", "on": "2008-03-01", "of": "standing" },
        { "query": "explanation", "on": "2008-03-01", "of": "assessment", "application": given },
        { "query": "agenda", "on": "2008-03-01", "from": "2008-01-01", "to": "2008-12-31" },
        { "query": "difference", "on": "2008-03-01", "application": given, "hypothesis": supposed },
        { "query": "known_difference", "on": "2008-03-01", "known_on": "2008-01-18" },
    ]);
    let case = read_case(line(&whole).as_bytes(), 1).unwrap();
    assert_eq!(written(&case.ask), whole);
    let plain = read_case(line(&json!([{ "query": "explanation", "on": "2008-03-01" }])).as_bytes(), 1).unwrap();
    assert_eq!(plain.ask[0], case.ask[1]);
}

/// An explanation explains a refusal too; the others answer with it, as every question about a day does.
#[test]
fn a_refused_history_is_explained() {
    let refused = json!([{ "event": "approved", "on": "2005-03-10" }, { "event": "refused", "on": "2008-01-20" }]);
    let ask = json!([
        { "query": "explanation", "on": "2008-02-01" },
        { "query": "plan", "on": "2008-02-01" },
        { "query": "agenda", "on": "2008-02-01", "from": "2008-02-01", "to": "2008-02-01" },
        { "query": "known_difference", "on": "2008-02-01", "known_on": "2008-02-01" },
        { "query": "explanation", "on": "2008-01-19", "of": "education" },
        { "query": "explanation", "on": "2005-03-09", "of": "education" },
    ]);
    let answer = answered(&json!({ "id": "a", "history": refused, "ask": ask }).to_string());
    let error = json!({ "event": 1, "code": "no_application_pending", "clause": "47.7" });
    assert_eq!(answer["answers"][0]["message"], "event_refused");
    assert_eq!(answer["answers"][0]["because"][0]["code"], "no_application_pending");
    assert_eq!(answer["answers"][1], json!({ "error": error }));
    assert_eq!(answer["answers"][2], json!({ "error": error }));
    assert_eq!(answer["answers"][3]["now"], error);
    assert_eq!(answer["answers"][4]["message"], "incomplete");
    assert_eq!(answer["answers"][5], json!({ "error": { "code": "not_approved", "clause": "47.4.1" } }));
}

/// Both sides of each field: what belongs to the question, and what does not.
#[test]
fn a_question_takes_its_own_fields() {
    let application = |rest: &str| ask(&format!(r#"{rest}, "application": {APPLICATION}"#));
    for line in [
        ask(r#""query": "plan", "on": "2008-01-01", "application": null"#),
        application(r#""query": "plan", "on": "2008-01-01""#),
        ask(r#""query": "explanation", "on": "2008-01-01", "of": null"#),
        application(r#""query": "explanation", "on": "2008-01-01", "of": "assessment""#),
        ask(r#""query": "agenda", "on": "2008-01-01", "from": "2008-01-01", "to": "2008-01-01""#),
        application(r#""query": "difference", "on": "2008-01-01", "hypothesis": {"mode": null, "law": {}}"#),
        ask(r#""query": "known_difference", "on": "2008-01-01", "known_on": "2005-01-01""#),
    ] {
        is_case(&line);
    }
    let none = [
        (ask(r#""query": "plan""#), "`on` is missing"),
        (ask(r#""query": "plan", "on": "2008-01-01", "of": "standing""#), "`of` does not belong to `plan`"),
        (ask(r#""query": "explanation", "on": "2008-01-01", "of": "plan""#), "expected one of `standing`"),
        (ask(r#""query": "explanation", "on": "2008-01-01", "of": "assessment""#), "`application` is missing"),
        (application(r#""query": "explanation", "on": "2008-01-01""#), "`application` does not belong"),
        (ask(r#""query": "agenda", "on": "2008-01-01", "from": "2008-01-01""#), "`to` is missing"),
        (
            ask(r#""query": "agenda", "on": "2008-01-01", "from": "2008-01-02", "to": "2008-01-01""#),
            "expected `to` not before `from`",
        ),
        (application(r#""query": "difference", "on": "2008-01-01""#), "`hypothesis` is missing"),
        (ask(r#""query": "difference", "on": "2008-01-01", "hypothesis": {}"#), "`application` is missing"),
        (application(r#""query": "difference", "on": "2008-01-01", "hypothesis": {"if": 1}"#), "unknown field `if`"),
        (
            application(
                r#""query": "difference", "on": "2008-01-01", "hypothesis": {"law": {"parameters": {"validity_years": 0}}}"#,
            ),
            "validity_years",
        ),
        (ask(r#""query": "known_difference", "on": "2008-01-01""#), "`known_on` is missing"),
    ];
    for (line, words) in none {
        is_none(&line, words);
    }
}

/// Each has its limit, also what a hypothesis brings with it.
#[test]
fn the_questions_are_limited() {
    let (given, _) = application();
    let entry = json!({ "on": "2006-01-01", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard" });
    let supposed = json!({
        "events": [{ "event": "deferral_refused", "on": "2008-01-12" }],
        "entries": [entry, entry],
        "law": { "agencies": [
            { "id": "x", "approved_on": "2005-01-01" }, { "id": "y", "approved_on": "2005-01-01" },
            { "id": "z", "approved_on": "2005-01-01" },
        ] },
    });
    let difference = |hypothesis: &Value| json!({ "query": "difference", "on": "2008-03-01", "application": given, "hypothesis": hypothesis });
    let plan = json!({ "query": "plan", "on": "2008-03-01" });
    let why = json!({ "query": "explanation", "on": "2008-03-01" });
    let agenda = json!({ "query": "agenda", "on": "2007-01-01", "from": "2007-01-01", "to": "2008-12-31" });
    let known = json!({ "query": "known_difference", "on": "2008-03-01", "known_on": "2008-01-18" });
    type Set = fn(&mut Limits);
    let breaches: [(Value, Set, &str); 8] = [
        (json!([plan, why]), |limits| limits.plans = 1, "`ask`: 2 plans and explanations; expected at most 1"),
        (
            json!([difference(&json!({})), difference(&json!({}))]),
            |limits| limits.hypotheses = 1,
            "`ask`: 2 hypotheses",
        ),
        (json!([difference(&supposed)]), |limits| limits.events = 3, "`hypothesis`: 4 events; expected at most 3"),
        (json!([difference(&supposed)]), |limits| limits.entries = 5, "`hypothesis`: 6 entries; expected at most 5"),
        (json!([difference(&supposed)]), |limits| limits.listings = 2, "`hypothesis`: 3 bodies; expected at most 2"),
        (
            json!([plan, why, difference(&supposed)]),
            |limits| limits.rows = 30,
            "rows of answers or more; expected at most 30",
        ),
        (json!([agenda]), |limits| limits.rows = 1, "rows of answers or more; expected at most 1"),
        (json!([known]), |limits| limits.rows = 2, "4 rows of answers or more; expected at most 2"),
    ];
    for (questions, set, message) in breaches {
        let line = line(&questions);
        let run = |limits: &Limits| {
            let mut output = Vec::new();
            (run_with(limits, line.as_bytes(), &mut output).unwrap(), String::from_utf8(output).unwrap())
        };
        let mut limits = Limits::default();
        assert_eq!(run(&limits).0, 0, "{message}");
        set(&mut limits);
        let (malformed, answer) = run(&limits);
        assert!(malformed == 1 && answer.contains(message), "{message}: {answer}");
    }
}

/// Absences are counted together, those of the history and those thought of.
#[test]
fn the_absences_of_a_hypothesis_are_added_to_those_of_the_history() {
    let (given, _) = application();
    let events = json!([{
        "event": "deferral_requested", "on": "2008-02-10", "ground": "sick_leave", "until": "2008-10-10", "evidence": true,
        "absences": [{ "from": "2006-06-01", "to": "2006-12-31" }],
    }]);
    let hypothesis = json!({ "events": events });
    let line =
        line(&json!([{ "query": "difference", "on": "2008-03-01", "application": given, "hypothesis": hypothesis }]));
    let malformed = |absences| {
        let (mut limits, mut output) = (Limits::default(), Vec::new());
        limits.absences = absences;
        run_with(&limits, line.as_bytes(), &mut output).unwrap();
        let answer: Value = serde_json::from_slice(&output).unwrap();
        answer["error"]["message"].clone()
    };
    assert_eq!(malformed(2), Value::Null);
    assert_eq!(malformed(1), "line 1, field `hypothesis`: 2 absences; expected at most 1");
}

/// The rows of all lists of an answer, however deep.
fn rows(answer: &Value) -> usize {
    match answer {
        Value::Array(list) => list.len() + list.iter().map(rows).sum::<usize>(),
        Value::Object(fields) => fields.values().map(rows).sum(),
        _ => 0,
    }
}

/// What a line is answered with where its answer may have so many rows.
fn within_rows(line: &str, rows: usize) -> Value {
    let (mut limits, mut output) = (Limits::default(), Vec::new());
    limits.rows = rows;
    run_with(&limits, line.as_bytes(), &mut output).unwrap();
    serde_json::from_slice(&output).unwrap()
}

/// The rows that are counted are those that are written: of each list, and of the lists in these.
#[test]
fn the_rows_counted_are_those_of_all_lists() {
    let (given, _) = application();
    let registered = json!([
        { "event": "approved", "on": "2005-03-10" },
        { "event": "application_accepted", "on": "2008-02-01", "application": given },
        { "event": "registered", "on": "2008-03-01" },
    ]);
    let mut audit: Value = serde_json::from_str(&line(&json!([{ "query": "irregularities" }]))).unwrap();
    (audit["history"], audit["mode"]) = (registered, json!("audit"));
    let hypothesis = json!({ "without_entries": [0] });
    let difference =
        json!({ "query": "difference", "on": "2008-03-01", "application": given, "hypothesis": hypothesis });
    for line in [audit.to_string(), line(&json!([difference]))] {
        let answer = answered(&line)["answers"][0].clone();
        let message = format!("line 1, field `ask`: {} rows of answers or more; expected at most 0", rows(&answer));
        assert_eq!(within_rows(&line, 0)["error"]["message"], message);
    }
}

/// A line of one event can have many rows: of the agencies that are listed, and of those of a law thought of.
#[test]
fn rows_are_counted_wherever_there_can_be_many() {
    let (given, _) = application();
    let agencies: Vec<Value> =
        (0..5_000).map(|number| json!({ "id": number.to_string(), "approved_on": "2005-01-01" })).collect();
    let history = json!([{ "event": "approved", "on": "2005-03-10" }]);
    let hypothesis = json!({ "law": { "agencies": agencies } });
    let lines = [
        json!({ "id": "a", "history": history, "agencies": agencies, "ask": [{ "query": "plan", "on": "2005-04-01" }] }),
        json!({ "id": "a", "history": history, "ask": [
            { "query": "difference", "on": "2005-04-01", "application": given, "hypothesis": hypothesis },
        ] }),
    ];
    for line in lines {
        let line = line.to_string();
        let many = rows(&answered(&line));
        assert!(many > 5_000, "{many}");
        let message = within_rows(&line, 4_999)["error"]["message"].clone();
        assert!(message.as_str().unwrap_or_default().ends_with("expected at most 4999"), "{message}");
        assert_eq!(within_rows(&line, many)["error"], Value::Null);
    }
}

/// A day that is reckoned may lie beyond those that a case can have, and is answered all the same.
#[test]
fn plans_reach_beyond_the_last_day_of_a_case() {
    let ask = json!([
        { "query": "plan", "on": "2998-01-01" },
        { "query": "explanation", "on": "2998-01-01" },
        { "query": "agenda", "on": "2998-01-01", "from": "2998-01-01", "to": "2999-12-31" },
    ]);
    let history = json!([{ "event": "approved", "on": "2997-03-10" }]);
    let line = json!({ "id": "a", "regulation": { "validity_years": 50 }, "history": history, "ask": ask });
    let answer = answered(&line.to_string());
    assert_eq!(answer["answers"][0]["standing"]["until"], "3047-03-10");
    assert!(answer["answers"][1]["en"].as_str().unwrap().contains("3047-03-10"), "{answer}");
}

/// A body is read once for all that is asked of it, and stands on each day as its history says, with what was wrong by then.
#[test]
fn a_body_stands_on_each_day_as_its_history_says() {
    use ruankao::oversight::{AccreditationHistory, Institution};
    let conditions =
        json!({"legal_person": true, "teaching_resources": true, "regional_strength": true, "reputation": false});
    let events = json!([
        {"event": "applied", "on": "2005-01-10", "conditions": conditions},
        {"event": "approved", "on": "2005-02-01"},
        {"event": "filed", "on": "2005-02-01"},
        {"event": "reviewed", "on": "2006-02-01", "outcome": "passed"},
        {"event": "reviewed", "on": "2007-02-01", "outcome": "failed", "rectify_by": "2007-05-01"},
    ]);
    let history: AccreditationHistory<Institution> = serde_json::from_value(events.clone()).unwrap();
    let days = ["2005-01-09", "2005-01-20", "2005-02-01", "2006-01-31", "2006-02-01", "2007-03-01", "2008-01-01"];
    let asked: Vec<Value> = days.map(|on| json!({"query": "accreditation", "on": on})).into();
    for mode in [Mode::Strict, Mode::Audit] {
        let case = json!({
            "id": "a",
            "mode": mode.name(),
            "accreditation": {"kind": "training_institution", "history": events},
            "ask": asked,
        });
        let answers = answered(&case.to_string());
        for (place, on) in days.into_iter().enumerate() {
            let answer = &answers["answers"][place];
            match history.standing(on.parse().unwrap(), mode) {
                Ok(standing) => {
                    assert_eq!(answer["phase"], standing.phase().name(), "{on} {mode}");
                    let faults = answer["irregularities"].as_array().map_or(0, Vec::len);
                    assert_eq!(faults, standing.irregularities().len(), "{on} {mode}");
                }
                Err(refused) => assert_eq!(answer["error"]["event"], refused.event, "{on} {mode}"),
            }
        }
    }
}
