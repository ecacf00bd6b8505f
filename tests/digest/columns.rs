//! The frozen cases in columns: these say what the digest is taken of.

use crate::{CASES, frozen};
use chrono::NaiveDate;
use ruankao::batch::Survey;
use ruankao::columns::{Batch, RegisterRows, Unread, Why};
use ruankao::conformance::{Answer, Case, Question, read_case};
use ruankao::lifecycle::PhaseName;

/// Whether columns refuse the one certificate as the answer does.
fn is_refused(answer: &Answer, unread: &[Unread]) -> bool {
    match (answer, unread) {
        (Answer::Refused { error }, [unread]) => unread.why == Why::Refused(error.fault.code()),
        _ => false,
    }
}

/// Whether the columns say what a question was answered; `None` where they are not asked such a question.
fn agrees(case: &Case, batch: &Batch<'_>, question: &Question, answer: &Answer) -> Option<bool> {
    let survey = |on: NaiveDate| {
        let survey = Survey::new(&case.law, on).in_mode(case.mode);
        question.known_on().map_or(survey.clone(), |day| survey.as_known_on(day))
    };
    Some(match question {
        Question::Standing { on, .. } => {
            let standings = batch.standings(&survey(*on));
            let phase = PhaseName::ALL[usize::from(standings.phase[0])];
            match answer {
                Answer::Standing(it) => (it.phase.name(), it.in_force) == (phase, standings.in_force.get(0)),
                refusal => is_refused(refusal, &standings.unread),
            }
        }
        Question::Assessment { on, application, .. } => {
            let assessments = batch.assessments(&survey(*on), application);
            match answer {
                Answer::Assessment(verdict) => verdict.is_met() == assessments.met.get(0),
                refusal => is_refused(refusal, &assessments.unread),
            }
        }
        _ => return None,
    })
}

#[test]
fn columns_say_what_the_digest_is_of() {
    let mut agreed = 0;
    for number in (0..CASES).step_by(3) {
        let case = read_case(frozen::case(number).as_bytes(), 1).unwrap();
        let mut rows = RegisterRows::default();
        rows.push(&case.history, &case.ledger).unwrap();
        rows.ask(|batch| {
            for (question, answer) in case.ask.iter().zip(case.answers()) {
                if let Some(agrees) = agrees(&case, &batch, question, &answer) {
                    assert!(agrees, "case {number}, {question:?}: {answer:?}");
                    agreed += 1;
                }
            }
        });
    }
    assert!(agreed > 30_000, "{agreed}");
}
