//! The kit, held against systems that answer anything: the report says so, visibly, and is well-formed in every form.

use bolero::check;
use ruankao::Language;
use ruankao::conformance::{Answering, Case, Stance, check as held_against, seeded_cases};
use ruankao_fuzz::{Bytes, edited};
use serde_json::Value;

/// A system that answers right, but for what its bytes do to the answer.
struct Hostile<'a>(Bytes<'a>);

impl Answering for Hostile<'_> {
    type Failure = String;

    fn stance(&self) -> Stance {
        Stance::any()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let right = case.answers().into_iter().map(|answer| serde_json::to_string(&answer).unwrap());
        let mut answers: Vec<Value> = right
            .map(|answer| match self.0.below(4) {
                0 => serde_json::from_str(&edited(&answer, &mut self.0)).unwrap_or(Value::Null),
                _ => serde_json::from_str(&answer).unwrap(),
            })
            .collect();
        match self.0.below(40) {
            1 => drop(answers.pop()),
            2 => answers.push(Value::Null),
            3 => return Err("ended\u{202e}\u{0}]]>".to_owned()),
            _ => {}
        }
        Ok(answers)
    }
}

#[test]
fn a_system_that_answers_anything_is_reported() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let seed = bytes.below(65_536) as u64;
        let report = held_against(&mut Hostile(bytes), seeded_cases(seed).take(2));
        assert_eq!(report.conforms(), report.differences.is_empty() && report.failure.is_none());
        for language in Language::ALL {
            let words = report.in_words(language).to_string();
            assert!(!words.chars().any(|letter| letter.is_control() && letter != '\n'), "{words:?}");
        }
        let json = serde_json::to_string(&report).unwrap();
        assert!(serde_json::from_str::<Value>(&json).is_ok());
        let xml = report.junit("a system <&\"]]>").to_string();
        assert!(!xml.chars().any(|letter| letter.is_control() && !"\n\t\r".contains(letter)), "{xml:?}");
        assert_eq!(xml.matches("<testcase").count() > 0, !xml.is_empty());
        // What differs is a case that can be asked again, and differs from what is expected.
        for difference in &report.differences {
            assert!(serde_json::from_value::<Case>(difference.case.clone()).is_ok());
            assert_ne!(difference.expected, difference.found);
        }
    });
}
