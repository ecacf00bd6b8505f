//! What the questions of a case exercise.

use crate::conformance::answer::Answer;
use crate::conformance::case::Case;
use crate::conformance::coverage::bodies::{of_body, of_entries, of_teaching};
use crate::conformance::coverage::certificates::{conditions, outcomes};
use crate::conformance::coverage::rules::{Outcome, Rule, STATE, up_to};
use crate::conformance::question::Question;
use crate::finding::fault::Fault;
use crate::finding::verdict::Verdict;
use crate::law::Law;
use crate::lifecycle::act::ActName;
use crate::regulation::parameters::{Parameter, Parameters};
use crate::regulation::readings::{FirstRegistration, Reading};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What becomes of the rules that the answers to a case rest on, as the register holds it now.
pub(super) fn told(case: &Case, answers: &[Answer]) -> Vec<(Rule, Outcome)> {
    let mut told = Vec::new();
    if let Some(until) = certificate_until(case) {
        told.extend(outcomes(case, until));
    }
    let asked_of_body = case.ask.iter().filter_map(|question| match question {
        Question::Accreditation { on } => Some(*on),
        _ => None,
    });
    if let (Some(body), Some(until)) = (&case.accreditation, asked_of_body.max()) {
        told.extend(of_body(body, case.mode, until));
    }
    for (question, answer) in case.ask.iter().zip(answers) {
        match (question, answer) {
            (Question::Assessment { on, .. }, Answer::Assessment(verdict)) => {
                told.extend(of_assessment(case, verdict, *on));
            }
            (Question::Education { on, known_on: None }, Answer::Education(progress)) => {
                told.extend(of_entries(case, progress, *on));
            }
            (_, Answer::MayTeach(qualification)) => told.extend(of_teaching(qualification)),
            _ => {}
        }
    }
    told
}

/// The last day on which the certificate is asked about; `Some(None)` where its whole history is, `None` where nothing is.
fn certificate_until(case: &Case) -> Option<Option<NaiveDate>> {
    let until = |question: &Question| match question {
        Question::Irregularities { .. } => Some(None),
        Question::Standing { on, .. }
        | Question::Outlook { on, .. }
        | Question::Education { on, .. }
        | Question::Assessment { on, .. }
        | Question::Sensitivity { on, .. } => Some(Some(*on)),
        Question::Timeline { until, .. } => Some(Some(*until)),
        _ => None,
    };
    let days: Vec<Option<NaiveDate>> = case.ask.iter().filter_map(until).collect();
    if days.contains(&None) { Some(None) } else { days.into_iter().max() }
}

/// What stands in the way, and the conditions where nothing does that stands alone.
fn of_assessment(case: &Case, verdict: &Verdict, on: NaiveDate) -> Vec<(Rule, Outcome)> {
    let rule_of = |finding: &crate::finding::finding::Finding| (finding.clause(), finding.code());
    let barred = verdict.findings().first().map(rule_of).filter(|rule| STATE.contains(rule));
    let mut outcomes: Vec<(Rule, Outcome)> = up_to(&STATE, barred).collect();
    // Who has no cycle is asked for no conditions.
    let stands_alone = barred.is_some_and(|rule| STATE.iter().take(3).any(|alone| *alone == rule));
    if !stands_alone {
        let registered = |(_, event): &(usize, &crate::lifecycle::act::Event)| {
            event.on <= on && event.act.name() == ActName::Registered
        };
        let is_first = !case.history.held(None).any(|held| registered(&held));
        let is_exempt = is_first && case.law.readings().first_registration == FirstRegistration::EducationExempt;
        let fault = Fault::conditions_not_met(verdict.findings().to_vec());
        outcomes.extend(conditions(&fault, is_exempt));
    }
    outcomes
}

/// The figures away from those of the notices, by name, each with the law that has the one as the notices have it.
pub(super) fn figures_away(law: &Law) -> Vec<(&'static str, Option<Law>)> {
    let (figures, notices) = (*law.parameters(), Parameters::NOTICES);
    let with = |figures: Parameters| law.clone().with_parameters(figures).ok();
    let mut away = Vec::new();
    for parameter in Parameter::ALL {
        if figures.value(parameter) != notices.value(parameter) {
            away.push((parameter.name(), with(figures.with(parameter, notices.value(parameter)))));
        }
    }
    if figures.scope_from != notices.scope_from {
        away.push(("scope_from", with(Parameters { scope_from: notices.scope_from, ..figures })));
    }
    if figures.repealed_on != notices.repealed_on {
        away.push(("repealed_on", with(Parameters { repealed_on: notices.repealed_on, ..figures })));
    }
    away
}

/// The readings turned, each with the law that has the one on its default side.
pub(super) fn readings_turned(law: &Law) -> Vec<(Reading, Law)> {
    let readings = law.readings();
    let defaults = crate::regulation::readings::Readings::default();
    let turned = Reading::ALL.into_iter().filter(|reading| readings.side(*reading) != defaults.side(*reading));
    turned.map(|reading| (reading, law.clone().with_readings(readings.turned(reading)))).collect()
}
