//! What the runner refuses the schema refuses, where a schema can, and nothing besides.

use crate::{CASES, lines, validator};
use ruankao::conformance::{Case, read_case, schema};
use serde_json::{Map, Value, json};

/// What the schema refuses, the runner refuses too; and it refuses all of these.
#[test]
fn malformed_lines_are_no_cases() {
    let schema = validator(&schema::case());
    let with_event = |event: Value| json!({ "id": "a", "history": [event], "ask": [] });
    let with_question = |question: Value| json!({ "id": "a", "ask": [question] });
    let with_entry = |hours: Value| {
        let entry =
            json!({ "on": "2006-01-01", "hours": hours, "mode": "on_the_job", "field": "other", "kind": "standard" });
        json!({ "id": "a", "ledger": [entry], "ask": [] })
    };
    let malformed = [
        json!({ "ask": [] }),
        json!({ "id": 1, "ask": [] }),
        json!({ "id": "a" }),
        json!({ "id": "a", "ask": [], "nickname": "b" }),
        json!({ "id": "a", "ask": [], "mode": "lenient" }),
        json!({ "id": "a", "ask": [], "regulation": { "validity_years": 0 } }),
        json!({ "id": "a", "ask": [], "regulation": { "cycle_hours": 1.5 } }),
        json!({ "id": "a", "ask": [], "readings": { "expiry_day": "next_day" } }),
        json!({ "id": "a", "ask": [], "agencies": [{ "id": "A1" }] }),
        with_event(json!({ "event": "approved" })),
        with_event(json!({ "event": "approved", "on": "2005-3-10" })),
        with_event(json!({ "event": "approved", "on": "1899-12-31" })),
        with_event(json!({ "event": "expired", "on": "2005-03-10" })),
        with_event(json!({ "event": "approved", "on": "2005-03-10", "until": "2008-03-10" })),
        with_event(
            json!({ "event": "deferral_requested", "on": "2008-01-10", "ground": "fraud", "until": "2008-09-10" }),
        ),
        with_event(json!({ "event": "deferral_requested", "on": "2008-01-10", "ground": "other" })),
        with_event(json!({ "event": "cancelled", "on": "2008-01-10", "ground": "left_post" })),
        with_event(json!({ "event": "cancelled", "on": "2008-01-10", "ground": "fraud", "left_on": "2005-01-01" })),
        with_event(json!({ "event": "appeal_decided", "on": "2008-01-10", "outcome": "maybe" })),
        with_question(json!({ "query": "standing" })),
        with_question(json!({ "query": "irregularities", "on": "2008-01-10" })),
        with_question(json!({ "query": "weather", "on": "2008-01-10" })),
        with_entry(json!(-1)),
        with_entry(json!(10_001)),
        with_entry(json!(12.55)),
        with_entry(json!("12")),
    ];
    let further = [
        with_event(json!({ "event": "approved", "on": "2005-03-10", "nickname": null })),
        with_question(json!({ "query": "plan", "on": "2008-01-10", "of": "standing" })),
        with_question(json!({ "query": "explanation", "on": "2008-01-10", "of": "plan" })),
        with_question(json!({ "query": "explanation", "on": "2008-01-10", "of": "assessment" })),
        with_question(json!({ "query": "agenda", "on": "2008-01-10", "from": "2008-01-10" })),
        with_question(json!({ "query": "difference", "on": "2008-01-10", "hypothesis": {} })),
        with_question(json!({ "query": "known_difference", "on": "2008-01-10" })),
        with_question(json!({ "query": "known_difference", "on": "2008-01-10", "known_on": null })),
    ];
    for line in malformed.iter().chain(&further) {
        assert!(!schema.is_valid(line), "the schema lets pass {line}");
        assert!(serde_json::from_value::<Case>(line.clone()).is_err(), "the runner reads {line}");
    }
}

fn body(kind: &str, event: &Value) -> Value {
    json!({ "id": "a", "accreditation": { "kind": kind, "history": [event] }, "ask": [] })
}

/// rules.md 10: an event of the other kind's column, or a field of another variant, makes a line no case.
#[test]
fn malformed_bodies_and_teachers_are_no_cases() {
    let (agency, institution) = ("registration_agency", "training_institution");
    let conditions =
        json!({ "legal_person": true, "teaching_resources": true, "regional_strength": true, "reputation": true });
    let on = "2005-01-10";
    let well_formed = [
        (agency, json!({ "event": "proposed", "on": on })),
        (agency, json!({ "event": "proposed", "on": on, "conditions": null, "outcome": null, "rectify_by": null })),
        (institution, json!({ "event": "applied", "on": on, "conditions": conditions })),
        (institution, json!({ "event": "filed", "on": on })),
        (agency, json!({ "event": "reviewed", "on": on, "outcome": "passed", "rectify_by": null })),
        (institution, json!({ "event": "reviewed", "on": on, "outcome": "failed", "rectify_by": "2005-01-10" })),
        (agency, json!({ "event": "rectified", "on": on, "outcome": "unsatisfactory" })),
    ];
    let malformed = [
        (institution, json!({ "event": "proposed", "on": on })),
        (agency, json!({ "event": "applied", "on": on, "conditions": conditions })),
        (agency, json!({ "event": "filed", "on": on })),
        (agency, json!({ "event": "proposed", "on": on, "conditions": conditions })),
        (institution, json!({ "event": "applied", "on": on })),
        (institution, json!({ "event": "applied", "on": on, "conditions": { "legal_person": true } })),
        (institution, json!({ "event": "approved", "on": on, "conditions": conditions })),
        (agency, json!({ "event": "reviewed", "on": on })),
        (agency, json!({ "event": "reviewed", "on": on, "outcome": "failed" })),
        (agency, json!({ "event": "reviewed", "on": on, "outcome": "passed", "rectify_by": "2005-06-30" })),
        (agency, json!({ "event": "reviewed", "on": on, "outcome": "satisfactory" })),
        (agency, json!({ "event": "rectified", "on": on, "outcome": "failed", "rectify_by": "2005-06-30" })),
        (agency, json!({ "event": "rectified", "on": on, "outcome": "satisfactory", "rectify_by": "2005-06-30" })),
        (agency, json!({ "event": "declined", "on": on, "outcome": "passed" })),
        (agency, json!({ "event": "withdrawn", "on": on })),
        (agency, json!({ "event": "approved", "on": "2005-02-30" })),
        ("agency", json!({ "event": "approved", "on": on })),
    ];
    let teacher = |level: Value, title: Value, competent: Value| {
        let question = json!({ "query": "may_teach", "level": level, "title": title, "competent": competent });
        json!({ "id": "a", "ask": [question] })
    };
    let mut well_formed: Vec<Value> = well_formed.iter().map(|(kind, event)| body(kind, event)).collect();
    well_formed.push(json!({ "id": "a", "accreditation": null, "ask": [{ "query": "accreditation", "on": on }] }));
    well_formed.push(teacher(json!("senior"), json!("professor"), json!(false)));
    let mut malformed: Vec<Value> = malformed.iter().map(|(kind, event)| body(kind, event)).collect();
    malformed.extend([
        json!({ "id": "a", "accreditation": { "kind": agency }, "ask": [] }),
        json!({ "id": "a", "accreditation": { "history": [] }, "ask": [] }),
        json!({ "id": "a", "accreditation": { "kind": agency, "history": [], "name": "b" }, "ask": [] }),
        json!({ "id": "a", "ask": [{ "query": "accreditation" }] }),
        teacher(json!("expert"), json!("professor"), json!(true)),
        teacher(json!("senior"), json!("doctor"), json!(true)),
        teacher(json!("senior"), json!("professor"), json!("yes")),
        teacher(json!("senior"), json!("professor"), json!(null)),
    ]);

    let schema = validator(&schema::case());
    let read = |line: &Value| serde_json::from_value::<Case>(line.clone()).is_ok();
    for (line, is_case) in well_formed.iter().map(|line| (line, true)).chain(malformed.iter().map(|line| (line, false)))
    {
        // No schema knows that a month has no thirtieth day; the format says it where it is looked at.
        if !line.to_string().contains("02-30") {
            assert_eq!(schema.is_valid(line), is_case, "the schema of {line}");
        }
        assert_eq!(read(line), is_case, "the runner of {line}");
    }
}

/// The schema is no stricter than the runner: `null` is the same as leaving an optional field out.
#[test]
fn what_the_runner_reads_is_a_case() {
    let schema = validator(&schema::case());
    let event = |event: Value| json!({ "id": "a", "history": [event], "ask": [] });
    let read = [
        json!({ "id": "a", "regulation": null, "readings": null, "mode": null, "history": null, "ledger": null,
            "providers": null, "agencies": null, "ask": [] }),
        json!({ "id": "", "regulation": { "cycle_hours": null }, "readings": { "expiry_day": null }, "ask": [] }),
        json!({ "id": "a", "agencies": [{ "id": "A1", "approved_on": "2005-01-01", "withdrawn_on": null }], "ask": [] }),
        event(json!({ "event": "approved", "on": "2005-03-10", "until": null })),
        event(
            json!({ "event": "cancelled", "on": "2008-01-10", "ground": "incapacity", "verified_by_province": true }),
        ),
        event(
            json!({ "event": "extension_granted", "on": "2008-01-10", "ground": "study_abroad", "arose_on": "2007-01-01",
            "until": "2008-09-10", "absences": [{ "from": "2007-01-01", "to": "2007-12-31" }], "evidence": null }),
        ),
        json!({ "id": "a", "ask": [{ "query": "identity", "number": "1", "on": null }] }),
    ];
    for line in &read {
        assert!(serde_json::from_value::<Case>(line.clone()).is_ok(), "the runner refuses {line}");
        let errors: Vec<String> = schema.iter_errors(line).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{line}: {errors:?}");
    }
}

/// What no schema can say: that days stand in an order, that they exist where the format is not looked at, and that figures
/// make sense together.
#[test]
fn some_malformed_lines_are_beyond_a_schema() {
    let schema = validator(&schema::case());
    let event = |event: Value| json!({ "id": "a", "history": [event], "ask": [] });
    let absences = json!([{ "from": "2007-12-31", "to": "2007-06-01" }]);
    for line in [
        event(json!({ "event": "approved", "on": "2005-02-29" })),
        event(json!({ "event": "approved", "on": "2005-03-10", "recorded_on": "2005-03-09" })),
        event(json!({ "event": "approved", "on": "2005-03-10", "struck_on": "2005-03-09" })),
        event(
            json!({ "event": "deferral_requested", "on": "2008-01-10", "ground": "sick_leave", "until": "2008-09-10",
            "absences": absences }),
        ),
        json!({ "id": "a", "regulation": { "window_months": 36 }, "ask": [] }),
        json!({ "id": "a", "regulation": { "repealed_on": "2003-12-31" }, "ask": [] }),
        json!({ "id": "a", "agencies": [{ "id": "x", "approved_on": "2005-01-02", "withdrawn_on": "2005-01-01" }],
            "ask": [] }),
        json!({ "id": "a", "ask": [{ "query": "agenda", "on": "2008-01-01", "from": "2008-01-02", "to": "2008-01-01" }] }),
    ] {
        assert!(schema.is_valid(&line), "the schema knows of {line}");
        assert!(read_case(line.to_string().as_bytes(), 1).is_err(), "the runner reads {line}");
    }
}

/// Every place in a line, as the path to it.
fn places(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| places(value, format!("{here}/{name}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, format!("{here}/{at}"), found))
        }
        _ => {}
    }
    found.push(here);
}

fn without(line: &Value, place: &str) -> Option<Value> {
    let mut line = line.clone();
    let (parent, name) = place.rsplit_once('/')?;
    match line.pointer_mut(parent)? {
        Value::Object(fields) => fields.remove(name).is_some(),
        Value::Array(items) => name.parse().is_ok_and(|at: usize| {
            items.remove(at);
            true
        }),
        _ => false,
    }
    .then_some(line)
}

fn with(line: &Value, place: &str, value: Value) -> Option<Value> {
    let mut line = line.clone();
    *line.pointer_mut(place)? = value;
    Some(line)
}

fn with_field(line: &Value, place: &str, name: &str, value: Value) -> Option<Value> {
    let mut line = line.clone();
    let fields: &mut Map<String, Value> = line.pointer_mut(place)?.as_object_mut()?;
    fields.insert(name.to_owned(), value).is_none().then_some(line)
}

/// Each sample, and each line that is one field off it: schema and runner agree on every one, the format of
/// days looked at.
#[test]
fn schema_and_runner_agree_on_lines_that_are_one_field_off() {
    let schema = jsonschema::options().should_validate_formats(true).build(&schema::case()).unwrap();
    let (mut agreed, mut refused) = (0, 0);
    let short = lines(CASES).filter(|line| line.to_string().len() < 1_500);
    for line in short.step_by(17) {
        let mut all = Vec::new();
        places(&line, String::new(), &mut all);
        let mut off = vec![line.clone()];
        for place in all.iter().step_by(3) {
            off.extend(without(&line, place));
            let values = [
                json!(null),
                json!("x"),
                json!(0),
                json!(-1),
                json!(1.25),
                json!(true),
                json!([]),
                json!({}),
                json!("2005-02-30"),
            ];
            off.extend(values.into_iter().filter_map(|value| with(&line, place, value)));
            for (name, value) in [
                ("nickname", json!(null)),
                ("until", json!("2008-03-10")),
                ("on", json!(null)),
                ("ground", json!("other")),
                ("of", json!("standing")),
            ] {
                off.extend(with_field(&line, place, name, value));
            }
        }
        for line in off {
            let text = line.to_string();
            let read = read_case(text.as_bytes(), 1);
            assert_eq!(schema.is_valid(&line), read.is_ok(), "{:?}: {text}", read.err());
            *if read.is_ok() { &mut agreed } else { &mut refused } += 1;
        }
    }
    assert!(agreed > 200 && refused > 2_000, "{agreed} lines are read, {refused} refused");
}
