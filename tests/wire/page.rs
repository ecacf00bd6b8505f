//! `docs/wire.md`, held against the crate: its examples are run, and it passes over no name of the format.

use crate::answered;
use ruankao::Code;
use ruankao::conformance::schema;
use ruankao::regulation::{Parameter, Reading, Readings};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../docs/wire.md");

/// The blocks of a kind, in order.
fn blocks(kind: &str) -> Vec<&'static str> {
    let opening = format!("```json {kind}\n");
    PAGE.split(opening.as_str()).skip(1).map(|rest| rest.split_once("\n```").unwrap().0).collect()
}

/// Each case of the page, on one line, is answered with what stands behind it.
#[test]
fn each_example_is_answered_as_the_page_says() {
    let (cases, answers) = (blocks("case"), blocks("answer"));
    assert_eq!(cases.len(), answers.len());
    assert!(cases.len() >= 8);
    for (case, answer) in cases.into_iter().zip(answers) {
        let expected: Value = serde_json::from_str(answer).unwrap();
        assert_eq!(answered(&case.replace('\n', " ")), expected, "{case}");
    }
}

/// The names of a schema: of fields, of values, and of what is `const`.
fn names(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                found.extend(properties.keys().cloned());
            }
            let values = fields.get("enum").and_then(Value::as_array).into_iter().flatten().chain(fields.get("const"));
            found.extend(values.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| names(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

#[test]
fn the_page_names_every_field_and_value() {
    let mut found = Vec::new();
    [schema::case(), schema::answer()].iter().for_each(|schema| names(schema, &mut found));
    assert!(found.len() > 300);
    let mut missing = Vec::new();
    for name in found {
        // Codes are explained article by article, and clauses are those of the notices.
        let is_elsewhere = name.parse::<Code>().is_ok() || name.starts_with(['4']) || name == "$defs";
        let is_told = PAGE.contains(&format!("`{name}`")) || PAGE.contains(&format!("\"{name}\""));
        if !is_elsewhere && !is_told {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "the page does not tell of {missing:?}");
}

#[test]
fn the_page_lists_figures_readings_and_limits() {
    for parameter in Parameter::ALL {
        let value = ruankao::regulation::Parameters::NOTICES.value(parameter);
        assert!(PAGE.contains(&format!("| `{parameter}` | {value} |")), "{parameter}");
    }
    for reading in Reading::ALL {
        let [(default, _), (other, _)] = reading.sides();
        assert_eq!(default, Readings::default().side(reading));
        assert!(PAGE.contains(&format!("| `{reading}` | `{default}` | `{other}` |")), "{reading}");
    }
    let limits = ruankao::conformance::Limits::default();
    let told = PAGE.split_once("## Limits").unwrap().1.split_once("\n## ").unwrap().0;
    for limit in [limits.events, limits.absences, limits.known_days, limits.hypotheses, limits.plans, limits.rows] {
        let digits = limit.to_string();
        let grouped: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap()).collect();
        assert!(told.contains(&grouped.join(",")), "{limit}");
    }
    assert!(told.contains(&format!("{} MiB", limits.bytes >> 20)));
    assert_eq!(answered(r#"{"id": "a", "ask": []}"#), json!({ "id": "a", "answers": [] }));
}
