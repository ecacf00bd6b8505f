//! The sample cases of both editions, each question against its answer.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a sample that is not as expected fails the test")]

use ruankao::conformance::answer_line;
use serde_json::Value;

/// Holds every question of a set against its answer, and counts them.
fn asked(cases: &str, answers: &str) -> usize {
    let mut asked = 0;
    assert_eq!(cases.lines().count(), answers.lines().count());
    for (index, (case, expected)) in cases.lines().zip(answers.lines()).enumerate() {
        let answered: Value = serde_json::from_str(&answer_line(case.as_bytes(), index + 1).unwrap()).unwrap();
        let expected: Value = serde_json::from_str(expected).unwrap();
        let case: Value = serde_json::from_str(case).unwrap();
        let questions = case["ask"].as_array().unwrap();
        asked += questions.len();
        for (at, question) in questions.iter().enumerate() {
            assert_eq!(answered["answers"][at], expected["answers"][at], "{}, question {at}: {question}", case["id"]);
        }
        assert_eq!(answered, expected);
    }
    asked
}

#[test]
fn every_sample_is_answered_as_the_rule_book_says() {
    assert_eq!(asked(include_str!("cases/sample.jsonl"), include_str!("cases/sample.answers.jsonl")), 3412);
}

#[test]
fn every_sample_of_the_second_edition_is_answered_as_the_rule_book_says() {
    assert_eq!(asked(include_str!("cases/second.jsonl"), include_str!("cases/second.answers.jsonl")), 4244);
}
