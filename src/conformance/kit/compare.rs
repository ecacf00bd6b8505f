//! When two answers are the same.

use crate::conformance::kit::capability::Level;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::clause::Clause;
use alloc::string::String;
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

/// The clauses that two answers rest on, each once, in their order: those that either cites, and those of the phases.
pub(super) fn clauses(answers: [&Value; 2]) -> Vec<String> {
    let mut clauses = Vec::new();
    answers.into_iter().for_each(|answer| cited(answer, &mut clauses));
    clauses
}

/// The clause that a phase rests on; the repeal of the notices rests on none of them.
const fn clause_of(phase: PhaseName) -> Option<Clause> {
    Some(match phase {
        PhaseName::NotApproved => Clause::N47_4_1,
        PhaseName::NotSubject => Clause::N47_0,
        PhaseName::UnderAppeal => Clause::N47_11,
        PhaseName::Cancelled => Clause::N47_10,
        PhaseName::Released => return None,
        PhaseName::UnderReview => Clause::N47_7,
        PhaseName::DeferralPending | PhaseName::Deferred => Clause::N47_8,
        PhaseName::Filed | PhaseName::Lapsed | PhaseName::RegistrationDue | PhaseName::InForce => Clause::N47_3,
    })
}

fn cited(value: &Value, clauses: &mut Vec<String>) {
    match value {
        Value::Array(rows) => rows.iter().for_each(|row| cited(row, clauses)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| match (field.as_str(), value.as_str()) {
            ("clause", Some(clause)) => add(clause, clauses),
            ("phase", Some(phase)) => {
                let clause = phase.parse().ok().and_then(clause_of);
                clause.into_iter().for_each(|clause| add(clause.citation(), clauses));
            }
            _ => cited(value, clauses),
        }),
        _ => {}
    }
}

fn add(clause: &str, clauses: &mut Vec<String>) {
    if !clauses.iter().any(|known| known == clause) {
        clauses.push(clause.into());
    }
}
