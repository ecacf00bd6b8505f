//! The sample cases, each question against its answer.

use ruankao::conformance::answer_line;
use serde_json::Value;

#[test]
fn every_sample_is_answered_as_the_rule_book_says() {
    let cases = include_str!("cases/sample.jsonl").lines();
    let answers = include_str!("cases/sample.answers.jsonl").lines();
    let mut asked = 0;
    for (index, (case, expected)) in cases.zip(answers).enumerate() {
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
    assert_eq!(asked, 3412);
}
