//! The runner of the kit.

use crate::conformance::case::Case;
use crate::conformance::kit::answering::{Answering, Stance};
use crate::conformance::kit::capability::Capability;
use crate::conformance::kit::compare::{clauses, view};
use crate::conformance::kit::report::{Difference, Failed, Report};
use crate::conformance::kit::shrink::{Smallest, smallest};
use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// The kinds of difference that are reported at the most; others are counted.
const KINDS: usize = 20;

/// The times a case is asked again at the most to find its smallest form.
const TRIES: u32 = 5_000;

/// Holds a system against the crate on these cases.
///
/// Cases under another law or mode than the system stands for are put under its own; what it lacks is passed over and
/// counted by name. It ends with the first case that the system does not answer.
///
/// # Examples
///
/// The crate itself conforms; a system that never lets a certificate lapse does not:
///
/// ```
/// use ruankao::conformance::{Answering, Case, Stance, check, seeded_cases};
/// use serde_json::{Value, json};
///
/// struct Never;
///
/// impl Answering for Never {
///     type Failure = String;
///
///     fn stance(&self) -> Stance {
///         Stance::any()
///     }
///
///     fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
///         let answers = case.answers().into_iter().map(|answer| serde_json::to_value(answer).unwrap());
///         Ok(answers.map(|answer| if answer["phase"] == "lapsed" { json!({}) } else { answer }).collect())
///     }
/// }
///
/// let report = check(&mut Never, seeded_cases(7).take(100));
/// assert!(!report.conforms());
/// // An approval is all that a lapse needs.
/// assert_eq!(report.differences[0].case["history"].as_array().unwrap().len(), 1);
/// ```
pub fn check<A: Answering>(system: &mut A, cases: impl IntoIterator<Item = Case>) -> Report {
    let stance = system.stance();
    let mut report = Report { level: stance.level, ..Report::default() };
    let (mut kinds, mut smallest_forms) = (BTreeSet::new(), BTreeSet::new());
    for case in cases {
        let Some(case) = admitted(case, &stance, &mut report) else { continue };
        report.cases += 1;
        report.questions += u64::try_from(case.ask.len()).unwrap_or(0);
        match first_difference(system, &case, &stance) {
            Ok(None) => {}
            Ok(Some((place, expected, found))) => {
                let kind = kind(&case, place, &expected, &found);
                if kinds.len() >= KINDS || !kinds.insert(kind) {
                    report.more += 1;
                    continue;
                }
                let difference = shrunk(system, &case, place, &stance, (expected, found));
                if smallest_forms.insert(form(&difference)) {
                    report.differences.push(difference);
                } else {
                    report.more += 1;
                }
            }
            Err(reason) => {
                let written = serde_json::to_value(&case).unwrap_or_default();
                report.failure = Some(Failed { on: case.id, case: written, reason });
                break;
            }
        }
    }
    report
}

/// The case as the system can be asked it, if it can.
fn admitted(mut case: Case, stance: &Stance, report: &mut Report) -> Option<Case> {
    if let Some(law) = &stance.law {
        case.law = law.clone();
    }
    case.mode = stance.mode.unwrap_or(case.mode);
    let lacks = |capability: &Capability| stance.lacks.contains(capability);
    let mut pass_over = |capability| *report.passed_over.entry(capability).or_default() += 1;
    if let Some(lacking) = case.needs().find(lacks) {
        pass_over(lacking);
        return None;
    }
    case.ask.retain(|question| {
        if question.level() > stance.level {
            return false;
        }
        let known_on = question.known_on().map(|_| Capability::KnownOn);
        let lacking = [question.needs(), known_on].into_iter().flatten().find(lacks);
        lacking.map(&mut pass_over).is_none()
    });
    (!case.ask.is_empty()).then_some(case)
}

type Answers = (usize, Value, Value);

/// The first question that the two answer differently, and both answers.
fn first_difference<A: Answering>(system: &mut A, case: &Case, stance: &Stance) -> Result<Option<Answers>, String> {
    let found = system.answer(case).map_err(|failure| failure.to_string())?;
    let expected = case.answers();
    if found.len() != expected.len() {
        let (found, expected) = (found.len(), expected.len());
        return Err(alloc::format!("{found} answers to {expected} questions; expected one each"));
    }
    for (place, (expected, found)) in expected.iter().zip(found).enumerate() {
        let expected = serde_json::to_value(expected).map_err(|error| error.to_string())?;
        if view(&expected, stance.level) != view(&found, stance.level) {
            return Ok(Some((place, expected, found)));
        }
    }
    Ok(None)
}

/// What makes two differences one: the question, and what either answers in outline.
fn kind(case: &Case, place: usize, expected: &Value, found: &Value) -> String {
    let query = case.ask.get(place).and_then(|question| serde_json::to_value(question).ok());
    json!([query.and_then(|query| query.get("query").cloned()), outline(expected), outline(found)]).to_string()
}

/// What makes two smallest cases one: the acts, and what either answers in outline.
fn form(difference: &Difference) -> String {
    let acts = difference.case.pointer("/history").and_then(Value::as_array);
    let acts: Vec<Option<&Value>> = acts.into_iter().flatten().map(|act| act.get("event")).collect();
    json!([acts, difference.case.pointer("/ask/0/query"), outline(&difference.expected), outline(&difference.found)])
        .to_string()
}

/// The code of a refusal, or the phase; else the names of what is there.
fn outline(answer: &Value) -> Value {
    let code = answer.pointer("/error/code").or_else(|| answer.get("phase")).cloned();
    code.unwrap_or_else(|| json!(answer.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>())))
}

fn shrunk<A: Answering>(
    system: &mut A,
    case: &Case,
    place: usize,
    stance: &Stance,
    (expected, found): (Value, Value),
) -> Difference {
    let asked = case.ask.get(place).cloned();
    let one = Case { ask: asked.into_iter().collect(), ..case.clone() };
    // The law and the mode that a system stands for are not taken away from it.
    let mut failed = false;
    let mut differs = |case: &Case| {
        let same_law = stance.law.as_ref().is_none_or(|law| *law == case.law);
        let same_mode = stance.mode.is_none_or(|mode| mode == case.mode);
        if !(same_law && same_mode) || case.ask.is_empty() {
            return false;
        }
        let difference = first_difference(system, case, stance);
        failed |= difference.is_err();
        matches!(difference, Ok(Some(_)))
    };
    let whole = || {
        let written = serde_json::to_value(case).unwrap_or_default();
        Smallest { case: case.clone(), written, is_smallest: false }
    };
    let Smallest { case: small, written, is_smallest } =
        if differs(&one) { smallest(&one, &mut differs, TRIES) } else { whole() };
    let answers = first_difference(system, &small, stance).ok().flatten();
    let (expected, found) = answers.map_or((expected, found), |(_, expected, found)| (expected, found));
    let clauses = clauses([&expected, &found]);
    Difference {
        found_on: case.id.clone(),
        case: written,
        is_smallest: is_smallest && !failed,
        expected,
        found,
        clauses,
    }
}
