//! The crate against a slow, obvious model of the rule book, on the sample cases and on random ones.
//!
//! `RUANKAO_MODEL_CASES` says how many random cases, `RUANKAO_MODEL_FROM` the first seed.

#[cfg(test)]
mod book;
#[cfg(test)]
mod certificate;
#[cfg(test)]
mod days;
#[cfg(test)]
mod generator;
#[cfg(test)]
mod grounds;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod schooling;

use serde_json::{Value, json};
use std::panic::catch_unwind;

/// Questions that are not about a certificate.
const ELSEWHERE: [&str; 3] = ["accreditation", "may_teach", "identity"];

/// The sample cases with their answers, less what is not about a certificate.
fn samples() -> Vec<(Value, Vec<Value>)> {
    let lines =
        include_str!("../cases/sample.jsonl").lines().zip(include_str!("../cases/sample.answers.jsonl").lines());
    lines
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

/// The case with everything taken out that the disagreement does not need.
fn smallest(case: &Value, question: &Value) -> Value {
    let mut case = case.clone();
    case["ask"] = json!([question]);
    loop {
        let before = case.clone();
        for list in ["history", "ledger", "agencies", "providers"] {
            let mut place = case[list].as_array().map_or(0, Vec::len);
            while place > 0 {
                place -= 1;
                let mut tried = case.clone();
                tried[list].as_array_mut().unwrap().remove(place);
                if disagreement(&tried).is_some() {
                    case = tried;
                }
            }
        }
        for map in ["regulation", "readings"] {
            let names: Vec<String> = case[map].as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default();
            for name in names {
                let mut tried = case.clone();
                tried[map].as_object_mut().unwrap().remove(&name);
                let lawful = serde_json::from_value::<ruankao::conformance::Case>(tried.clone()).is_ok();
                if lawful && disagreement(&tried).is_some() {
                    case = tried;
                }
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

#[test]
fn the_crate_agrees_with_the_model() {
    let first = env("RUANKAO_MODEL_FROM", 0);
    let mut wrong = 0;
    for seed in first..first + env("RUANKAO_MODEL_CASES", 1_000) {
        let case = generator::case(seed);
        if let Some((question, ..)) = disagreement(&case) {
            let small = smallest(&case, &question);
            let (question, model, theirs) = disagreement(&small).unwrap();
            eprintln!("seed {seed}: {small}\n  asked {question}\n  model {model}\n  crate {theirs}");
            wrong += 1;
            if wrong == 12 {
                break;
            }
        }
    }
    assert_eq!(wrong, 0, "cases the two disagree on");
}

#[test]
#[ignore]
fn stats() {
    use std::collections::BTreeMap;
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..env("RUANKAO_MODEL_CASES", 1_000) {
        let case = generator::case(seed);
        let mut add = |s: String| *count.entry(s).or_default() += 1;
        add(format!("len {:02}", case["history"].as_array().unwrap().len()));
        for (q, a) in case["ask"].as_array().unwrap().iter().zip(questions::answers(&case)) {
            let q = q["query"].as_str().unwrap();
            if a["error"]["code"].is_string() {
                add(format!("{q} error {}", a["error"]["code"]));
                if let Some(f) = a["error"]["findings"].as_array() {
                    for f in f {
                        add(format!("finding {}", f["code"]));
                    }
                }
                continue;
            }
            if q == "standing" {
                add(format!("{q} {} {}", a["phase"], a["in_force"]));
            }
            if q == "outlook" {
                add(format!("{q} {}", a["then"]["phase"]));
            }
            if q == "irregularities" {
                for a in a.as_array().unwrap() {
                    add(format!("irr {}", a["code"]));
                }
            }
            if q == "sensitivity" {
                for a in a.as_array().unwrap() {
                    add(format!("sens {}", a["reading"]));
                }
            }
            if q == "assessment" {
                for a in a["findings"].as_array().unwrap() {
                    add(format!("assess {}", a["code"]));
                }
                if a["eligible"] == true {
                    add("eligible".into());
                }
            }
            if q == "education" {
                add(format!("educ complete {}", a["complete"]));
                for y in a["years"].as_array().unwrap() {
                    if y["made_up"].as_i64().unwrap_or(0) > 0 {
                        add("made up".into());
                    }
                }
                for y in a["disregarded"].as_array().unwrap() {
                    add(format!("dis {}", y["reason"]));
                }
            }
        }
        let c = book::Case::read(&case);
        let mut t = 0;
        let mut over = 0;
        let last = c.history.iter().map(|e| e.on).max().unwrap_or(0);
        let _ = questions::walk(&c, last, |_, n| {
            if let Some(n) = n {
                t = t.max(n.term);
                if n.deferred_to.is_some() {
                    over |= 1
                }
                if n.extension.is_some() {
                    over |= 2
                }
            }
        });
        add(format!("term {t}"));
        add(format!("def/ext {over}"));
    }
    for (k, v) in count {
        println!("{v:7} {k}");
    }
}
