//! When two answers are the same.

use crate::conformance::kit::capability::Level;
use alloc::vec::Vec;
use serde_json::{Value, json};

/// What of an answer is compared on a level.
pub(super) fn view(answer: &Value, level: Level) -> Value {
    match level {
        Level::Everything => answer.clone(),
        Level::Standing | Level::Findings => match answer {
            Value::Array(rows) => rows.iter().map(of_row).collect(),
            _ => of_row(answer),
        },
    }
}

/// The phase and whether it is valid; what was found, by code; the code of a refusal and its event.
fn of_row(row: &Value) -> Value {
    let codes = |findings: &Value| -> Vec<Value> {
        findings.as_array().into_iter().flatten().map(|finding| finding["code"].clone()).collect()
    };
    if let Some(error) = row.get("error") {
        return json!({ "error": { "code": error["code"], "event": error["event"] } });
    }
    if let Some(findings) = row.get("findings").filter(|_| row.get("eligible").is_some()) {
        return json!({ "eligible": row["eligible"], "findings": codes(findings) });
    }
    if row.get("phase").is_some() {
        return json!({ "phase": row["phase"], "in_force": row["in_force"] });
    }
    json!({ "code": row["code"], "event": row["event"] })
}

/// The clauses that two answers cite, each once, in their order.
pub(super) fn clauses(answers: [&Value; 2]) -> Vec<alloc::string::String> {
    let mut clauses = Vec::new();
    answers.into_iter().for_each(|answer| cited(answer, &mut clauses));
    clauses
}

fn cited(value: &Value, clauses: &mut Vec<alloc::string::String>) {
    match value {
        Value::Array(rows) => rows.iter().for_each(|row| cited(row, clauses)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| match value.as_str() {
            Some(clause) if field == "clause" && !clauses.iter().any(|known| known == clause) => {
                clauses.push(clause.into());
            }
            _ => cited(value, clauses),
        }),
        _ => {}
    }
}
