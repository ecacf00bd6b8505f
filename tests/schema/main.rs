//! The JSON Schema of the wire format: as committed, and against the samples.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod refused;

use jsonschema::Validator;
use ruankao::conformance::{Case, schema, seeded_cases};
use serde_json::{Value, json};

const CASES: [&str; 2] = [include_str!("../cases/sample.jsonl"), include_str!("../cases/second.jsonl")];
const ANSWERS: [&str; 2] =
    [include_str!("../cases/sample.answers.jsonl"), include_str!("../cases/second.answers.jsonl")];

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
    // That a field may be `null` is said once of a case, beside what has few values anyway.
    let case = schema::case();
    assert_eq!(case.to_string().matches(r#"{"type":"null"}"#).count(), 0);
    assert_eq!(case.to_string().matches(r#""type":"null""#).count(), 1);
    assert_eq!(case["$defs"]["LeftOut"]["type"], "null");
    assert!(!case.to_string().contains(r#""default":null"#));
    // What does not apply is left out of an answer, never `null`; only an id that nobody could read is.
    let nulls = schema::answer().to_string().matches("null").count();
    assert_eq!(nulls, 1);
}

/// The questions that say more than a standing does, of the days that a sample asks about.
fn asked_further(line: &Value) -> Value {
    let known_on = |on: &Value| json!({ "query": "known_difference", "on": on, "known_on": on });
    let mut line = line.clone();
    let days: Vec<Value> = line["ask"].as_array().unwrap().iter().filter_map(|it| it.get("on").cloned()).collect();
    let application = json!({ "conduct_good": true, "no_criminal_record": false, "fit_for_post": true,
        "employer_assessment_passed": true, "documents": ["identity"], "fee_paid": true });
    let mut ask = Vec::new();
    for on in days.iter().take(3) {
        let supposed = json!({
            "events": [{ "event": "application_filed", "on": on }], "without_events": [1], "mode": "recorded",
            "readings": { "term_last_day": "next_working_day" }, "known_on": on,
        });
        ask.extend([
            json!({ "query": "plan", "on": on }),
            json!({ "query": "plan", "on": on, "application": application }),
            json!({ "query": "explanation", "on": on }),
            json!({ "query": "explanation", "on": on, "of": "education" }),
            json!({ "query": "explanation", "on": on, "of": "assessment", "application": application }),
            json!({ "query": "agenda", "on": on, "from": "1900-01-01", "to": "2999-12-31" }),
            json!({ "query": "difference", "on": on, "application": application, "hypothesis": supposed }),
            json!({ "query": "difference", "on": on, "application": application,
                "hypothesis": { "law": { "agencies": [], "parameters": { "cycle_hours": 90 } } } }),
            known_on(on),
        ]);
    }
    line["ask"] = Value::Array(ask);
    line
}

/// Plans, explanations, agendas and differences of every sample are in the schema, and so are their questions.
#[test]
fn what_is_asked_further_keeps_to_the_schema() {
    let (cases, answers) = (validator(&schema::case()), validator(&schema::answer()));
    let mut asked = 0;
    for line in lines(CASES).step_by(7) {
        let line = asked_further(&line);
        let Ok(case) = serde_json::from_value::<Case>(line.clone()) else { continue };
        assert!(cases.is_valid(&line), "{line}");
        assert!(cases.is_valid(&serde_json::to_value(&case).unwrap()), "{line}");
        let given = case.answers();
        for (question, answer) in case.ask.iter().zip(&given) {
            let answer = json!({ "id": case.id, "answers": [answer] });
            assert!(answers.is_valid(&answer), "{question:?}: {answer}");
        }
        asked += given.len();
    }
    assert!(asked > 1000, "{asked}");
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
