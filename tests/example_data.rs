//! The sample register of the examples and its answers belong together.
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

use core::mem::discriminant;
use ruankao::conformance::{read_case, run};
use ruankao::oversight;
use std::collections::{BTreeSet, HashSet};

const REGISTER: &str = include_str!("../examples/data/register.jsonl");
const ANSWERS: &str = include_str!("../examples/data/register.answers.jsonl");

#[test]
fn every_line_is_answered_as_written() {
    let mut answers = Vec::new();
    assert_eq!(run(REGISTER.as_bytes(), &mut answers).unwrap(), 0);
    let answers = String::from_utf8(answers).unwrap();
    assert_eq!(answers.lines().count(), ANSWERS.lines().count());
    for (answer, expected) in answers.lines().zip(ANSWERS.lines()) {
        let [answer, expected]: [serde_json::Value; 2] =
            [answer, expected].map(|line| serde_json::from_str(line).unwrap());
        assert_eq!(answer, expected, "{}", expected["id"]);
    }
}

/// A sample that leaves out a question, a phase or a kind of refusal shows too little.
#[test]
fn the_sample_shows_everything() {
    let cases: Vec<_> = REGISTER.lines().map(|line| read_case(line.as_bytes(), 1).unwrap()).collect();
    let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    assert!(ids.len() >= 30 && ids.len() == cases.len());
    let questions = cases.iter().flat_map(|case| &case.ask);
    let kinds: HashSet<_> = questions.map(discriminant).collect();
    assert_eq!(kinds.len(), 11);
    for phase in ruankao::lifecycle::PhaseName::ALL {
        assert!(ANSWERS.contains(&format!(r#""phase":"{}""#, phase.name())), "{}", phase.name());
    }
    let phases = oversight::TRANSITIONS.iter().flat_map(|row| [row.from, row.to]);
    for phase in phases {
        assert!(ANSWERS.contains(&format!(r#""phase":"{phase}","may_act":{}"#, phase.may_act())), "{phase}");
    }
    for code in ["agency_missing", "agency_not_approved", "already_applied", "conditions_not_met", "repealed"] {
        assert!(ANSWERS.contains(&format!(r#""code":"{code}""#)), "{code}");
    }
    for asked in ["known_on", "recorded_on", "struck_on", "repealed_on", "application_withdrawn", "edition"] {
        assert!(REGISTER.contains(&format!(r#""{asked}""#)), "{asked}");
    }
    for mode in ruankao::Mode::ALL {
        assert!(mode == ruankao::Mode::default() || REGISTER.contains(&format!(r#""mode": "{mode}""#)), "{mode}");
    }
    for clause in ["48.10.1", "48.10.2", "48.10.3"] {
        for qualified in [true, false] {
            let answer = format!(r#"{{"qualified":{qualified},"clause":"{clause}"}}"#);
            assert!(ANSWERS.contains(&answer), "{answer}");
        }
    }
    for field in [
        "review_by",
        "disregarded",
        "made_up",
        "valid",
        "holds_until",
        "reading",
        "eligible",
        "error",
        "reviews_missing",
        "overdue",
        "unmet",
    ] {
        assert!(ANSWERS.contains(&format!(r#""{field}""#)), "{field}");
    }
}
