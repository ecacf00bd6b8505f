//! What the cases of this crate exercise: every rule in both outcomes, every figure and reading, each where it decides.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao::conformance::{Case, Coverage, Question, hostile_cases, read_case, seeded_cases};
use ruankao::{Clause, Code, Language};

#[test]
fn shows() {
    let mut coverage = Coverage::default();
    for file in ["tests/cases/sample.jsonl", "tests/cases/second.jsonl", "examples/data/register.jsonl"] {
        let text = std::fs::read_to_string(file).unwrap();
        coverage.extend(text.lines().map(|line| read_case(line.as_bytes(), 1).unwrap()));
        println!("{}", coverage.in_words(Language::En));
    }
    let mut coverage = Coverage::default();
    coverage.extend(seeded_cases(1).take(3000));
    println!("{}", coverage.in_words(Language::En));
}
