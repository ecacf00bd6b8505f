//! The sample cases, as far as they ask about accreditations and teachers.

use chrono::NaiveDate;
use ruankao::Mode;
use ruankao::identity::Level;
use ruankao::oversight::{BodyHistory, Standing, Title, may_teach};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(tag = "query", rename_all = "snake_case")]
enum Question {
    Accreditation {
        #[serde(with = "ruankao::calendar::iso")]
        on: NaiveDate,
    },
    MayTeach {
        level: Level,
        title: Title,
        competent: bool,
    },
}

#[derive(Deserialize)]
struct Case {
    #[serde(default)]
    mode: Mode,
    accreditation: Option<BodyHistory>,
    ask: Vec<Value>,
}

fn answer(case: &Case, question: Question) -> Value {
    match question {
        Question::Accreditation { on } => {
            let unknown = || Ok(Standing::unknown(on));
            match case.accreditation.as_ref().map_or_else(unknown, |history| history.standing(on, case.mode)) {
                Ok(standing) => json!(standing),
                Err(refused) => json!({ "error": refused }),
            }
        }
        Question::MayTeach { level, title, competent } => json!(may_teach(level, title, competent)),
    }
}

#[test]
fn the_samples_are_answered_as_given() {
    let cases = include_str!("../cases/sample.jsonl").lines();
    let answers = include_str!("../cases/sample.answers.jsonl").lines();
    let (mut accreditations, mut teachers) = (0, 0);
    for (case, expected) in cases.zip(answers) {
        let case: Case = serde_json::from_str(case).unwrap();
        let expected: Value = serde_json::from_str(expected).unwrap();
        for (question, expected) in case.ask.iter().zip(expected["answers"].as_array().unwrap()) {
            match question["query"].as_str() {
                Some("accreditation") => accreditations += 1,
                Some("may_teach") => teachers += 1,
                _ => continue,
            }
            let asked: Question = serde_json::from_value(question.clone()).unwrap();
            assert_eq!(answer(&case, asked), *expected, "{question} of {}", json!(case.accreditation));
        }
    }
    assert_eq!((accreditations, teachers), (200, 50));
}
