//! What is written and read.

use crate::{cases, lived};
use chrono::Datelike;
use core::fmt::Debug;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use ruankao::appeal::Outcome;
use ruankao::calendar::{DayKind, Period, add_days};
use ruankao::conformance::{Case, Explained, Question, answer_line, read_case};
use ruankao::education::{StudyMode, Syllabus};
use ruankao::ground::{Absences, Ground};
use ruankao::identity::{Listing, Register};
use ruankao::lifecycle::{ActName, PhaseName};
use ruankao::registration::{Document, Documents};
use ruankao::regulation::{Force, Parameter, Parameters, Reading, Readings, Regulation};
use ruankao::revocation::RevocationGround;
use ruankao::strategies::{
    Life, applications, covered_days, days, entries, events, laws, ledgers, lives, parameters, readings, records,
    registers, regulations,
};
use ruankao::{Application, Clause, Entry, Event, Hours, Language, Law, Ledger, Mode, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    let back: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(&back, value, "{text}");
}

/// A case of a life, with each question asked of a day.
fn whole_cases() -> impl Strategy<Value = Case> {
    let known_on = proptest::option::of(covered_days());
    let asked = (lived(lives()), applications(), select(&Mode::ALL[..]), known_on, "\\PC{0,8}");
    asked.prop_map(|((life, on), application, mode, known_on, id)| {
        let on = if on.year() > 2999 { life.days()[0] } else { on };
        let Life { law, history, ledger } = life;
        let ask = vec![
            Question::Standing { on, known_on },
            Question::Timeline { until: on, known_on },
            Question::Outlook { on, known_on },
            Question::Education { on, known_on },
            Question::Assessment { on, application, known_on },
            Question::Irregularities { known_on },
            Question::Sensitivity { on, known_on },
            Question::Plan { on, application: Some(application), known_on },
            Question::Explanation { on, of: Explained::Assessment(application), known_on },
            Question::Agenda { on, within: Period::new(on, on).unwrap(), known_on },
            Question::Difference { on, application, hypothesis: Box::default(), known_on },
            Question::KnownDifference { on, known_on: known_on.unwrap_or(on) },
            Question::ReviewBy { accepted_on: on },
            Question::Identity { number: id.clone().into() },
        ];
        Case { id, law, mode, history, ledger, accreditation: None, ask }
    })
}

/// A byte put in the place of another, put in before it, or taken out.
#[derive(Clone, Debug)]
enum Change {
    Put(Index, u8),
    Insert(Index, u8),
    Remove(Index),
    Copy(Index, Index),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let byte = || prop_oneof![3 => select(&b"0123456789-\",:{}[] .eEnulltruefas"[..]), 1 => any::<u8>()];
    let change = prop_oneof![
        4 => (any::<Index>(), byte()).prop_map(|(place, byte)| Change::Put(place, byte)),
        1 => (any::<Index>(), byte()).prop_map(|(place, byte)| Change::Insert(place, byte)),
        1 => any::<Index>().prop_map(Change::Remove),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Copy(from, to)),
    ];
    vec(change, 0..6)
}

fn changed(mut line: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes.iter().filter(|_| !line.is_empty()).cloned().collect::<Vec<_>>() {
        let length = line.len().max(1);
        match change {
            Change::Put(place, byte) => line[place.index(length)] = byte,
            Change::Insert(place, byte) => line.insert(place.index(length), byte),
            Change::Remove(place) if line.len() > 1 => drop(line.remove(place.index(length))),
            Change::Remove(_) => {}
            Change::Copy(from, to) => line[to.index(length)] = line[from.index(length)],
        }
    }
    line
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), text in "\\PC{0,80}") {
        prop_assert!(answer_line(&bytes, 1).is_err() || read_case(&bytes, 1).is_ok());
        prop_assert!(answer_line(text.as_bytes(), 1).is_err() || read_case(text.as_bytes(), 1).is_ok());
    }

    #[test]
    fn no_changed_sample_makes_it_panic(place in any::<Index>(), changes in changes()) {
        let (first, second) = (include_str!("../cases/sample.jsonl"), include_str!("../cases/second.jsonl"));
        let samples: Vec<&str> = first.lines().chain(second.lines()).collect();
        let line = changed(place.get(&samples).as_bytes().to_vec(), &changes);
        prop_assert_eq!(answer_line(&line, 1).is_ok(), read_case(&line, 1).is_ok());
    }

    #[test]
    fn no_changed_case_makes_it_panic(case in whole_cases(), changes in changes()) {
        let line = changed(serde_json::to_vec(&case).unwrap(), &changes);
        prop_assert_eq!(answer_line(&line, 1).is_ok(), read_case(&line, 1).is_ok());
    }

    #[test]
    fn a_case_written_and_read_is_the_case(case in whole_cases()) {
        let line = serde_json::to_string(&case).unwrap();
        let back = read_case(line.as_bytes(), 1).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), line);
        prop_assert_eq!(&back.history, &case.history);
        prop_assert_eq!(&back.ledger, &case.ledger);
        prop_assert_eq!(&back.law, &case.law);
        prop_assert_eq!((&back.id, back.mode, &back.ask), (&case.id, case.mode, &case.ask));
        prop_assert_eq!(back.answers(), case.answers());
    }

    #[test]
    fn what_is_written_and_read_is_the_same(
        (event, application, entry) in (records(events()), applications(), records(entries(days()))),
        (parameters, read, regulation) in (parameters(), readings(), regulations()),
        (register, ledger, law, days) in (registers(), ledgers(), laws(), 0_u32..900),
        on in covered_days(),
    ) {
        let period = Period::new(on, add_days(on, days)).unwrap();
        round_trips::<Record<Event>>(&event);
        round_trips::<Application>(&application);
        round_trips::<Documents>(&application.documents);
        round_trips::<Record<Entry>>(&entry);
        round_trips::<Entry>(entry.what());
        round_trips::<Hours>(&entry.what().hours);
        round_trips::<Parameters>(&parameters);
        round_trips::<Parameters>(regulation.parameters());
        round_trips::<Regulation>(&regulation);
        round_trips::<Law>(&law);
        round_trips::<Readings>(&read);
        round_trips::<Register>(&register);
        register.listings().iter().for_each(round_trips::<Listing>);
        round_trips::<Ledger>(&ledger);
        round_trips::<Period>(&period);
        round_trips::<Absences>(&Absences::from(vec![period, Period::new(add_days(on, 7), add_days(on, days + 7)).unwrap()]));
        round_trips::<Syllabus>(&Syllabus { full_time: days, part_time: 5, spare_time: 0, on_the_job: u32::MAX });
    }
}

#[test]
fn every_name_is_read_as_it_is_written() {
    Clause::ALL.iter().for_each(round_trips);
    ActName::ALL.iter().for_each(round_trips);
    PhaseName::ALL.iter().for_each(round_trips);
    Ground::ALL.iter().for_each(round_trips);
    RevocationGround::ALL.iter().for_each(round_trips);
    StudyMode::ALL.iter().for_each(round_trips);
    Document::ALL.iter().for_each(round_trips);
    Reading::ALL.iter().for_each(round_trips);
    Parameter::ALL.iter().for_each(round_trips);
    Mode::ALL.iter().for_each(round_trips);
    [Outcome::Upheld, Outcome::Overturned].iter().for_each(round_trips);
    [Language::En, Language::Zh].iter().for_each(round_trips);
    [Force::Must, Force::May, Force::Should].iter().for_each(round_trips);
    [DayKind::Holiday, DayKind::MakeupWorkday].iter().for_each(round_trips);
}
