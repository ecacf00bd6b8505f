//! The crate against a slow, obvious model of the rule book, on the sample cases and on random ones.
//!
//! `RUANKAO_MODEL_CASES` says how many random cases, `RUANKAO_MODEL_FROM` the first seed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what is not as the model expects it fails the test, and so does a panic"
)]

mod acts;
mod book;
mod certificate;
mod course;
mod days;
mod dice;
mod edges;
mod events;
mod faults;
mod generator;
mod grounds;
mod parts;
mod questions;
mod records;
mod scenes;
mod schooling;
mod scope;

extern crate alloc;

use alloc::collections::BTreeSet;
use ruankao::conformance::seeded_cases;
use serde_json::{Value, json};
use std::panic::catch_unwind;

/// Questions that are not about a certificate.
const ELSEWHERE: [&str; 3] = ["accreditation", "may_teach", "identity"];

/// Every phase and every code that an answer about a certificate can have.
const NAMES: &str = "not_approved not_subject under_appeal cancelled released under_review filed lapsed deferral_pending deferred
    registration_due in_force out_of_order already_approved repealed application_pending after_expiry deferral_not_beyond_deadline
    deferral_too_long no_deferral_pending extension_exists outside_cycle extension_not_beyond_cycle extension_too_long
    before_window agency_missing agency_not_approved no_application_pending conditions_not_met not_cancelled
    already_published not_published appeal_exists appeal_too_late no_appeal_pending ground_not_recognised absence_too_short
    arose_outside_absence consent_missing written_application_missing evidence_missing off_post_too_short
    no_application_made verification_missing calendar_uncovered conduct criminal_record health employer_assessment
    document_missing fee_unpaid education_total education_year provider_missing provider_not_accredited";

/// The sets of sample cases, each with its answers.
const SETS: [(&str, &str); 2] = [
    (include_str!("../cases/sample.jsonl"), include_str!("../cases/sample.answers.jsonl")),
    (include_str!("../cases/second.jsonl"), include_str!("../cases/second.answers.jsonl")),
];

/// The sample cases with their answers, less what is not about a certificate.
fn samples() -> Vec<(Value, Vec<Value>)> {
    SETS.iter()
        .flat_map(|(cases, answers)| cases.lines().zip(answers.lines()))
        .map(|(case, answer)| {
            let mut case: Value = serde_json::from_str(case).unwrap();
            let answer: Value = serde_json::from_str(answer).unwrap();
            case.as_object_mut().unwrap().remove("accreditation");
            let (asked, answered) = (case["ask"].as_array().unwrap(), answer["answers"].as_array().unwrap());
            let about = |question: &Value| !ELSEWHERE.contains(&question["query"].as_str().unwrap());
            let kept: Vec<_> = asked.iter().zip(answered).filter(|(question, _)| about(question)).collect();
            let answers = kept.iter().map(|(_, answer)| (*answer).clone()).collect();
            let ask: Vec<Value> = kept.iter().map(|(question, _)| (*question).clone()).collect();
            case["ask"] = json!(ask);
            (case, answers)
        })
        .collect()
}

/// What the crate answers.
fn crate_answers(case: &Value) -> Vec<Value> {
    let parsed: ruankao::conformance::Case =
        serde_json::from_value(case.clone()).unwrap_or_else(|error| panic!("{error}: {case}"));
    parsed.answers().iter().map(|answer| serde_json::to_value(answer).unwrap()).collect()
}

/// The first question that the two answer differently.
fn disagreement(case: &Value) -> Option<(Value, Value, Value)> {
    let model = questions::answers(case);
    let theirs = catch_unwind(|| crate_answers(case)).unwrap_or_else(|_| vec![json!("a panic"); model.len()]);
    let asked = case["ask"].as_array().unwrap();
    asked
        .iter()
        .zip(model)
        .zip(theirs)
        .find(|((_, model), theirs)| model != theirs)
        .map(|((question, model), theirs)| (question.clone(), model, theirs))
}

/// The phases and the codes in an answer.
fn names_in(answer: &Value, names: &mut BTreeSet<String>) {
    match answer {
        Value::Array(rows) => rows.iter().for_each(|row| names_in(row, names)),
        Value::Object(fields) => {
            for (field, value) in fields {
                match value.as_str() {
                    Some(name) if ["phase", "code", "error", "reason"].contains(&field.as_str()) => {
                        names.insert(name.to_owned());
                    }
                    _ => names_in(value, names),
                }
            }
        }
        _ => {}
    }
}

/// What a record may leave out.
const OPTIONAL: [&str; 7] =
    ["recorded_on", "struck_on", "returned_on", "agency", "application", "absences", "withdrawn_on"];

/// Takes something out of the case, if the case is still one and the two still disagree.
fn without(case: &mut Value, take: impl FnOnce(&mut Value)) {
    let mut tried = case.clone();
    take(&mut tried);
    let lawful = serde_json::from_value::<ruankao::conformance::Case>(tried.clone()).is_ok();
    if tried != *case && lawful && disagreement(&tried).is_some() {
        *case = tried;
    }
}

/// The case with everything taken out that the disagreement does not need.
fn smallest(case: &Value, question: &Value) -> Value {
    let mut case = case.clone();
    case["ask"] = json!([question]);
    loop {
        let before = case.clone();
        without(&mut case, |case| drop(case["ask"][0].as_object_mut().unwrap().remove("known_on")));
        for list in ["history", "ledger", "agencies", "providers"] {
            for place in (0..case[list].as_array().map_or(0, Vec::len)).rev() {
                for field in OPTIONAL {
                    without(&mut case, |case| drop(case[list][place].as_object_mut().unwrap().remove(field)));
                }
                without(&mut case, |case| drop(case[list].as_array_mut().unwrap().remove(place)));
            }
        }
        for map in ["regulation", "readings"] {
            let names: Vec<String> = case[map].as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default();
            for name in names {
                without(&mut case, |case| drop(case[map].as_object_mut().unwrap().remove(&name)));
            }
        }
        if case == before {
            return case;
        }
    }
}

fn env(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap())
}

#[test]
fn the_model_answers_the_samples() {
    let mut wrong = 0;
    for (case, answers) in samples() {
        let model = questions::answers(&case);
        for ((question, expected), found) in case["ask"].as_array().unwrap().iter().zip(&answers).zip(&model) {
            if expected != found {
                wrong += 1;
                eprintln!("{} {question}\n  sample {expected}\n  model  {found}", case["id"]);
            }
        }
    }
    assert_eq!(wrong, 0, "answers of the model that differ from the samples'");
}

#[test]
fn the_crate_answers_the_samples() {
    for (case, answers) in samples() {
        assert_eq!(crate_answers(&case), answers, "{case}");
    }
}

/// That the two answer alike; the names that their answers came to.
fn agreed(cases: impl Iterator<Item = Value>) -> BTreeSet<String> {
    let (mut wrong, mut seen) = (0, BTreeSet::new());
    for case in cases {
        crate_answers(&case).iter().for_each(|answer| names_in(answer, &mut seen));
        if let Some((question, ..)) = disagreement(&case) {
            let small = smallest(&case, &question);
            let (question, model, theirs) = disagreement(&small).unwrap();
            eprintln!("{small}\n  asked {question}\n  model {model}\n  crate {theirs}");
            wrong += 1;
            if wrong == 12 {
                break;
            }
        }
    }
    assert_eq!(wrong, 0, "cases the two disagree on");
    seen
}

#[test]
fn the_crate_agrees_with_the_model() {
    let (first, cases) = (env("RUANKAO_MODEL_FROM", 0), env("RUANKAO_MODEL_CASES", 600));
    let seen = agreed((first..first + cases).map(generator::case));
    let unseen: Vec<&str> = NAMES.split_whitespace().filter(|name| !seen.contains(*name)).collect();
    assert!(cases < 600 || unseen.is_empty(), "the random cases never came to {unseen:?}");
}

/// The cases that others are given to test their systems with.
#[test]
fn the_crate_agrees_with_the_model_on_the_cases_of_a_seed() {
    let (seed, cases) = (env("RUANKAO_MODEL_FROM", 0), env("RUANKAO_MODEL_CASES", 600));
    agreed(seeded_cases(seed).take(usize::try_from(cases).unwrap()).map(|case| {
        let mut case = serde_json::to_value(&case).unwrap();
        about_the_certificate(&mut case);
        case
    }));
}

/// Takes out what is not about a certificate.
fn about_the_certificate(case: &mut Value) {
    case.as_object_mut().unwrap().remove("accreditation");
    let elsewhere = |question: &Value| ELSEWHERE.contains(&question["query"].as_str().unwrap());
    case["ask"].as_array_mut().unwrap().retain(|question| !elsewhere(question));
}
