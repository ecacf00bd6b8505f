//! The JSON Schema of the wire format: as committed, and against the samples.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use jsonschema::Validator;
use ruankao::conformance::{Case, schema, seeded_cases};
use serde_json::{Value, json};

const CASES: [&str; 2] = [include_str!("cases/sample.jsonl"), include_str!("cases/second.jsonl")];
const ANSWERS: [&str; 2] = [include_str!("cases/sample.answers.jsonl"), include_str!("cases/second.answers.jsonl")];

fn lines(texts: [&'static str; 2]) -> impl Iterator<Item = Value> {
    texts.into_iter().flat_map(str::lines).map(|line| serde_json::from_str(line).unwrap())
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap()
}

/// `UPDATE_SCHEMA=1 cargo test --test schema` writes the files anew.
#[test]
fn the_committed_schemas_are_those_of_the_types() {
    for (name, schema) in [("case", schema::case()), ("answer", schema::answer())] {
        let path = format!("{}/docs/schema/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
        let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap();
        assert!(made == committed, "{path} is out of date; run `UPDATE_SCHEMA=1 cargo test --test schema`");
    }
}

/// The samples that the runner reads, with their answers; those that ask for what it does not know are for another day.
fn samples() -> Vec<(Value, Case, Value)> {
    let samples = lines(CASES).zip(lines(ANSWERS));
    samples.filter_map(|(line, answer)| Some((line.clone(), serde_json::from_value(line).ok()?, answer))).collect()
}

#[test]
fn a_sample_is_a_case_exactly_where_the_runner_reads_it() {
    let schema = validator(&schema::case());
    for line in lines(CASES) {
        let errors: Vec<String> = schema.iter_errors(&line).map(|error| error.to_string()).collect();
        let read = serde_json::from_value::<Case>(line.clone()).is_ok();
        assert_eq!(errors.is_empty(), read, "{}: {errors:?}", line["id"]);
    }
    assert_eq!(samples().len(), 900);
}

/// What the crate writes it reads, and the schema knows it.
#[test]
fn a_case_written_is_a_case() {
    let schema = validator(&schema::case());
    for (line, case, _) in samples() {
        let written = serde_json::to_value(&case).unwrap();
        assert!(schema.is_valid(&written), "{written}");
        let again: Case = serde_json::from_value(written).unwrap();
        assert_eq!(again.answers(), case.answers(), "{}", line["id"]);
    }
}

#[test]
fn every_sample_answer_is_an_answer_and_so_is_ours() {
    let schema = validator(&schema::answer());
    for (_, case, answer) in samples() {
        assert!(schema.is_valid(&answer), "{}", answer["id"]);
        let ours = json!({ "id": case.id, "answers": case.answers() });
        assert!(schema.is_valid(&ours), "{}", case.id);
    }
}

/// The same line as many years later, in whichever year that makes a day.
fn later(line: &str, years: u32) -> String {
    let mut text = line.to_owned();
    for at in 0..text.len() {
        let date = text.get(at..at + 12).filter(|date| {
            let bytes = date.as_bytes();
            bytes[0] == b'"' && bytes[5] == b'-' && bytes[8] == b'-' && bytes[11] == b'"'
        });
        if let Some(year) = date.and_then(|date| date.get(1..5)?.parse::<u32>().ok()) {
            text.replace_range(at + 1..at + 5, &format!("{:04}", (year + years).min(2999)));
        }
    }
    text
}

/// Days that are reckoned from the last ones that a case can have lie beyond them, and are answers all the same.
#[test]
fn answers_about_far_days_are_answers() {
    let schema = validator(&schema::answer());
    let (mut answers, mut beyond) = (0, 0);
    for (at, line) in CASES.into_iter().flat_map(str::lines).enumerate() {
        for years in [400, 800, 980, 986, 990, 994] {
            let mut line: Value = serde_json::from_str(&later(line, years)).unwrap();
            // The longest times there are, in some.
            if at % 3 == 0 {
                line["regulation"] = json!({ "validity_years": 100, "deferral_months": 10_000, "appeal_days": 10_000 });
            }
            let Ok(case) = serde_json::from_value::<Case>(line) else { continue };
            let answer = json!({ "id": case.id, "answers": case.answers() });
            assert!(schema.is_valid(&answer), "{answer}");
            answers += 1;
            beyond += usize::from(answer.to_string().contains("\"30"));
        }
    }
    assert!(answers > 3000 && beyond > 100, "{answers} answers, {beyond} of them beyond 2999");
}

/// Every case drawn is a case, written and read again, and every answer to one an answer.
#[test]
fn random_cases_and_their_answers_keep_to_the_schema() {
    let (cases, answers) = (validator(&schema::case()), validator(&schema::answer()));
    for case in seeded_cases(2004).take(100) {
        let written = serde_json::to_value(&case).unwrap();
        assert!(cases.is_valid(&written), "{written}");
        let given = case.answers();
        assert_eq!(serde_json::from_value::<Case>(written).unwrap().answers(), given, "{}", case.id);
        let answer = json!({ "id": case.id, "answers": given });
        assert!(answers.is_valid(&answer), "{answer}");
    }
}

fn objects<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(fields) => {
            found.push(fields);
            fields.values().for_each(|value| objects(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

/// Descriptions are sentences for people, and every definition has one.
#[test]
fn schemas_are_made_for_people() {
    for schema in [schema::case(), schema::answer()] {
        let defs = schema["$defs"].as_object().unwrap();
        for (name, schema) in defs.iter().map(|(name, schema)| (name.as_str(), schema)).chain([("the root", &schema)]) {
            assert!(schema["description"].is_string(), "{name} says nothing");
        }
        let mut found = Vec::new();
        objects(&schema, &mut found);
        for schema in found {
            if let Some(Value::String(text)) = schema.get("description") {
                assert!(!text.contains(['#', '\n', '[']) && !text.contains("::"), "{text}");
            }
            if schema.get("pattern").is_some() {
                assert_eq!(schema["format"], "date");
            }
        }
    }
    // What does not apply is left out of an answer, never `null`; only an id that nobody could read is.
    let nulls = schema::answer().to_string().matches("null").count();
    assert_eq!(nulls, 1);
}

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
    for line in &malformed {
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

#[test]
fn answers_say_no_more_than_they_should() {
    let schema = validator(&schema::answer());
    let answer = |answer: Value| json!({ "id": "a", "answers": [answer] });
    assert!(schema.is_valid(&answer(json!({ "phase": "lapsed", "in_force": false, "since": "2008-03-11" }))));
    assert!(!schema.is_valid(&answer(json!({ "phase": "expired", "in_force": false }))));
    assert!(!schema.is_valid(&answer(json!({ "eligible": true }))));
    assert!(schema.is_valid(&answer(json!({ "valid": false, "code": "check_digit" }))));
    assert!(!schema.is_valid(&answer(json!({ "valid": false, "code": "check" }))));
    let body = json!({ "phase": "rectifying", "may_act": true, "since": "2005-02-01", "reviews_missing": [2006],
        "rectify_by": "2008-06-30", "overdue": false });
    assert!(schema.is_valid(&answer(body)));
    assert!(schema.is_valid(&answer(json!({ "phase": "unknown", "may_act": false }))));
    assert!(!schema.is_valid(&answer(json!({ "phase": "filed", "may_act": true }))));
    assert!(schema.is_valid(&answer(json!({ "qualified": false, "clause": "48.10.1" }))));
    assert!(!schema.is_valid(&answer(json!({ "qualified": false, "clause": "48.10.4" }))));
    let malformed = json!({ "id": null, "error": { "code": "malformed", "message": "line 1: no case" } });
    assert!(schema.is_valid(&malformed));
    assert!(!schema.is_valid(&json!({ "error": { "code": "malformed", "message": "" } })));
}
