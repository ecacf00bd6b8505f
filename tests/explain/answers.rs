//! The tree and the answer it explains are one.

use crate::facts;
use crate::lives::{application, later, life};
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{LapseEffect, Reading};
use ruankao::words::Message;
use ruankao::{Application, Code, Finding, History, Language, Ledger, Mode, Record, Verdict};

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_assessment_is_the_fold_of_its_explanation(life in life(), wait in 0_u64..1000, application in application()) {
        let file = life.file();
        let as_of = file.on(later(life.last, wait)).unwrap();
        let (assessment, explanation) = (as_of.assessment(&application), as_of.explain_assessment(&application));
        prop_assert_eq!(explanation.findings().into_iter().collect::<Verdict>(), assessment.clone());

        // In the first term, whatever reading alone changes the answer is named.
        let named: Vec<Reading> = explanation.readings().into_iter().map(|(reading, _)| reading).collect();
        for &reading in Reading::ALL.iter().filter(|_| life.is_in_its_first_term()) {
            let otherwise = life.law.clone().with_readings(life.law.readings().turned(reading));
            let file = file.under(&otherwise, Mode::Strict);
            if let Ok(turned) = file.on(as_of.on()) {
                let same = turned.assessment(&application).is_met() == assessment.is_met();
                prop_assert!(same || named.contains(&reading), "{reading}\n{}", explanation.in_words(Language::En));
            }
        }

        let Ok(progress) = as_of.education() else { return Ok(()) };
        let explanation = as_of.explain_education().unwrap();
        let verdict = if progress.is_complete() { Message::Complete } else { Message::Incomplete };
        prop_assert_eq!(facts(&explanation)[0], verdict);
        let missing = explanation.findings().into_iter().filter(|finding| finding.shortfall().is_some());
        let short = |finding: &Finding| matches!(finding.code(), Code::EducationTotal | Code::EducationYear);
        let missing: Vec<_> = missing.collect();
        prop_assert_eq!(missing.is_empty(), progress.is_complete());
        if !assessment.findings().iter().any(|finding| finding.code() == Code::Repealed) {
            let assessed = assessment.findings().iter().copied().filter(short);
            prop_assert_eq!(missing, assessed.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_standing_is_what_its_explanation_says(life in life(), wait in 0_u64..1000) {
        let (file, on) = (life.file(), later(life.last, wait));
        let as_of = file.on(on).unwrap();
        let (standing, explanation) = (as_of.standing(), as_of.explain());
        let (facts, name) = (facts(&explanation), standing.phase.name());
        prop_assert_eq!(facts.contains(&Message::Valid), standing.in_force);
        prop_assert_eq!(facts.contains(&Message::NotValid), !standing.in_force);
        let words = explanation.in_words(Language::En).to_string();
        prop_assert!(words.lines().next().unwrap().contains(name.in_words(Language::En)), "{words}");
        for language in Language::ALL {
            let phase = standing.phase.in_words(language).to_string();
            prop_assert!(phase.contains(name.in_words(language)));
            prop_assert!(standing.in_words(language).to_string().starts_with(&phase));
            prop_assert!(as_of.in_words(language).to_string().contains(&phase));
        }

        // The finding is the one that an assessment reports on the state; there is none while the term runs.
        let ended = [PhaseName::NotApproved, PhaseName::NotSubject, PhaseName::UnderAppeal, PhaseName::Cancelled, PhaseName::Lapsed];
        prop_assert_eq!(explanation.findings().len(), usize::from(ended.contains(&name)));
        let returns = life.law.readings().lapse_effect == LapseEffect::MayReturn && name == PhaseName::Lapsed;
        let is_repealed = life.law.regulation().repealed_by(on).is_some() && name != PhaseName::NotSubject;
        if !returns && !is_repealed && let Some(&finding) = explanation.findings().first() {
            prop_assert_eq!(finding, as_of.assessment(&Application::COMPLETE).findings()[0]);
        }

        // In the first term, whatever reading changes the standing is named.
        if !life.is_in_its_first_term() {
            return Ok(());
        }
        let named: Vec<Reading> = explanation.readings().into_iter().map(|(reading, _)| reading).collect();
        for sensitive in file.sensitivity(on) {
            if sensitive.outcome.is_ok() {
                prop_assert!(named.contains(&sensitive.reading), "{:?} is not named in\n{words}", sensitive);
            }
        }
    }

    #[test]
    fn an_irregularity_is_its_fault(life in life(), cut in prop::bool::ANY) {
        // The same events, held against an empty ledger: registrations are refused, or irregular.
        let mode = if cut { Mode::Strict } else { Mode::Audit };
        let file = life.law.open_in(mode, &life.history, Ledger::default());
        let (faults, explained, message) = match (file.irregularities(), file.explain_irregularities()) {
            (Ok(faults), Ok(explained)) => (faults, explained, Message::EventIrregular),
            (Err(refusal), Err(same)) => {
                prop_assert_eq!(&refusal, &same);
                (vec![refusal], file.explain_refusal().into_iter().collect(), Message::EventRefused)
            }
            _ => panic!("explained otherwise than answered"),
        };
        prop_assert_eq!(faults.len(), explained.len());
        for (fault, explanation) in faults.iter().zip(&explained) {
            prop_assert_eq!(facts(explanation)[0], message);
            let (first, behind) = (*fault.fault.finding(), fault.fault.findings().to_vec());
            prop_assert_eq!(explanation.findings(), [vec![first], behind].concat());
        }
    }

    /// What is known now is what was known by then, but for the records that the difference lists.
    #[test]
    fn a_difference_lists_what_makes_it(life in life(), late in 0_u64..900, struck in 0_usize..12, wait in 0_u64..900) {
        let records = life.history.records().iter().map(|record| {
            let record = Record::from(record.what().clone());
            let on = record.what().on;
            record.recorded_on(later(on, late)).unwrap()
        });
        let mut history: History = records.collect();
        history.strike(struck, later(life.last, late + 400)).unwrap();
        let (known_on, on) = (later(life.last, wait), life.last);
        let file = life.law.open(&history, &life.ledger);
        let difference = file.difference_known_on(known_on, on);
        if difference.changes.is_empty() {
            prop_assert_eq!(&difference.then, &difference.now);
        }
        let held = |known_on| history.held(known_on).map(|(place, _)| place).collect::<Vec<_>>();
        let (then, now) = (held(Some(known_on)), held(None));
        for place in 0..history.records().len() {
            let differs = then.contains(&place) != now.contains(&place);
            prop_assert_eq!(difference.changes.iter().any(|change| change.place == place), differs);
        }
        let words = difference.in_words(Language::Zh).to_string();
        prop_assert_eq!(words.lines().count(), 3 + difference.changes.len().max(1));
    }
}
