//! What holds of every certificate, whatever happens to it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use core::fmt::Debug;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use ruankao::appeal::Outcome;
use ruankao::calendar::{DayKind, Period, add_days};
use ruankao::conformance::{Case, Question, answer_line, read_case};
use ruankao::education::{Cycle, Extension, StudyMode, Syllabus};
use ruankao::finding::Document;
use ruankao::ground::{Absences, Ground};
use ruankao::identity::{Listing, Register};
use ruankao::lifecycle::{ActName, Certificate, Outline, PhaseName};
use ruankao::registration::{Acceptance, Documents, conditions};
use ruankao::regulation::{ExtensionEffect, Force, Parameter, Parameters, Reading, Readings, Regulation};
use ruankao::revocation::RevocationGround;
use ruankao::strategies::{
    Life, applications, covered_days, days, days_within, entries, events, lawful_lives, ledgers, lives, parameters,
    readings, registers, regulations,
};
use ruankao::{Act, Application, Clause, Code, Entry, Event, Finding, History, Hours, Language, Ledger, Mode, Verdict};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A day that matters to a life: about one of its events, or anywhere up to some years after the last.
fn day_of(life: &Life, place: Index, days: u32) -> NaiveDate {
    let near: Vec<NaiveDate> = life.history.events().iter().map(|event| event.on).collect();
    let day = *place.get(&near);
    add_days(day, if days.is_multiple_of(3) { days % 5 } else { days })
}

fn lived(lives: impl Strategy<Value = Life>) -> impl Strategy<Value = (Life, NaiveDate)> {
    (lives, any::<Index>(), 0_u32..2_000).prop_map(|(life, place, days)| {
        let day = day_of(&life, place, days);
        (life, day)
    })
}

/// Whether each of `now`'s findings is among `before`'s, and no shortfall has grown.
fn no_worse(before: &Verdict, now: &Verdict) -> bool {
    let same = |a: &Finding, b: &Finding| (a.code(), a.clause(), a.subject()) == (b.code(), b.clause(), b.subject());
    now.findings()
        .iter()
        .all(|now| before.findings().iter().any(|before| same(before, now) && before.shortfall() >= now.shortfall()))
}

fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    let back: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(&back, value, "{text}");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_day_has_one_phase_and_it_decides_what_may_be_in_force((life, on) in lived(lawful_lives())) {
        let credits = life.credits();
        let standing = life.history.as_of(on, life.context(&credits)).unwrap().standing();
        let name = standing.phase.name();
        prop_assert_eq!(PhaseName::ALL.iter().filter(|other| **other == name).count(), 1);
        match name {
            PhaseName::NotApproved | PhaseName::Cancelled | PhaseName::Lapsed => prop_assert!(!standing.in_force),
            PhaseName::NotSubject | PhaseName::RegistrationDue | PhaseName::InForce => prop_assert!(standing.in_force),
            PhaseName::UnderAppeal | PhaseName::UnderReview | PhaseName::DeferralPending | PhaseName::Deferred => {}
        }
        prop_assert_eq!(standing.outline().is_final.is_some(), name == PhaseName::Cancelled);
        prop_assert_eq!(name == PhaseName::NotApproved, on < life.history.events()[0].on);
    }

    #[test]
    fn a_later_event_never_changes_an_earlier_day(life in lives(), cut in any::<Index>(), back in 1_u32..500) {
        let events = life.history.events();
        let cut = cut.index(events.len());
        let on = ruankao::calendar::sub_days(events[cut].on, back);
        let earlier = History::from(events[..cut].to_vec());
        let credits = life.credits();
        for mode in [Mode::Strict, Mode::Audit] {
            let context = life.context(&credits).mode(mode);
            prop_assert_eq!(life.history.certificate(on, context), earlier.certificate(on, context));
            prop_assert_eq!(life.history.outcome(on, context), earlier.outcome(on, context));
        }
    }

    #[test]
    fn a_replay_in_two_parts_is_the_replay((life, on) in lived(lives()), halt in any::<Index>()) {
        let credits = life.credits();
        let halt = day_of(&life, halt, 0).min(on);
        for mode in [Mode::Strict, Mode::Audit] {
            let context = life.context(&credits).mode(mode);
            let mut replay = life.history.replay(context);
            let two_parts = replay.read_through(halt).and_then(|()| replay.read_through(on)).map(|()| replay.certificate().clone());
            prop_assert_eq!(two_parts, life.history.certificate(on, context));
        }
    }

    #[test]
    fn applying_one_by_one_is_replaying(life in lawful_lives()) {
        let credits = life.credits();
        let context = life.context(&credits);
        let mut certificate = Certificate::default();
        for event in life.history.events() {
            certificate = certificate.apply(event, &context).unwrap();
        }
        let last = life.history.events().iter().map(|event| event.on).max().unwrap();
        prop_assert_eq!(Ok(certificate), life.history.certificate(last, context));
    }

    #[test]
    fn what_strict_mode_accepts_is_regular_in_audit((life, on) in lived(lives())) {
        let credits = life.credits();
        let (strict, audit) = (life.context(&credits), life.context(&credits).mode(Mode::Audit));
        if life.history.irregularities(strict).is_ok() {
            prop_assert_eq!(life.history.irregularities(audit), Ok(Vec::new()));
            prop_assert_eq!(life.history.certificate(on, strict), life.history.certificate(on, audit));
        }
    }

    #[test]
    fn what_strict_mode_refuses_for_want_of_conditions_is_irregular_in_audit(life in lives()) {
        let credits = life.credits();
        let (strict, audit) = (life.context(&credits), life.context(&credits).mode(Mode::Audit));
        if let Err(refusal) = life.history.irregularities(strict) {
            match life.history.irregularities(audit) {
                Ok(irregularities) => prop_assert_eq!(irregularities.first(), Some(&refusal)),
                Err(later) => prop_assert!(later.event >= refusal.event),
            }
        }
    }

    #[test]
    fn an_extension_never_harms_where_it_is_added_to_its_year(
        (start, ledger) in covered_days().prop_flat_map(|start| {
            let entries = entries(days_within(start, add_days(start, 3_000)));
            (Just(start), vec(entries, 0..25).prop_map(Ledger::from))
        }),
        (parameters, read, is_first) in (parameters(), readings(), any::<bool>()),
        (arose, longer, on) in (0_u32..1_100, 1_u32..500, 0_u32..3_000),
        application in applications(),
    ) {
        let read = Readings { extension_effect: ExtensionEffect::AddedToYear, ..read };
        let regulation = Regulation::new(parameters, read, Regulation::default().calendar().clone()).unwrap();
        let plain = Cycle::new(start, is_first, None, &regulation);
        let cycle = u32::try_from((plain.nominal_end() - plain.after()).num_days()).unwrap();
        let arose_on = add_days(plain.after(), 1 + arose % cycle);
        let extension = Extension { arose_on, until: add_days(plain.nominal_end(), longer) };
        let extended = Cycle::new(start, is_first, Some(extension), &regulation);
        let (credits, on) = (ledger.credits(None), add_days(start, on));
        let without = conditions(&application, &plain, &credits, on);
        let with = conditions(&application, &extended, &credits, on);
        prop_assert!(no_worse(&without, &with), "{without:?} became {with:?}");
    }

    #[test]
    fn more_hours_never_make_an_assessment_worse(
        (mut life, on) in lived(lawful_lives()),
        (studied_on, back) in (days(), 0_u32..1_500),
        tenths in 0_u64..2_000,
        (application, mut entry) in (applications(), entries(days())),
    ) {
        let before_credits = life.credits();
        let before = life.history.as_of(on, life.context(&before_credits)).unwrap().assessment(&application);
        entry.mode = StudyMode::OnTheJob;
        entry.hours = Hours::from_tenths(tenths).unwrap();
        entry.on = if back % 4 == 0 { studied_on } else { ruankao::calendar::sub_days(on, back) };
        life.ledger.record(entry);
        let credits = life.credits();
        let now = life.history.as_of(on, life.context(&credits)).unwrap().assessment(&application);
        prop_assert!(no_worse(&before, &now), "{before:?} became {now:?}");
    }

    #[test]
    fn the_outlook_holds_to_its_day_and_changes_on_the_next(life in lawful_lives(), days in 0_u32..1_500) {
        let credits = life.credits();
        let context = life.context(&credits);
        let last = life.history.events().iter().map(|event| event.on).max().unwrap();
        let on = add_days(last, days);
        let certificate = life.history.certificate(on, context).unwrap();
        let outline = |on| -> Outline { certificate.as_of(on, context).unwrap().standing().outline() };
        match certificate.as_of(on, context).unwrap().outlook() {
            Some(outlook) => {
                prop_assert!(on <= outlook.holds_until);
                for day in on.iter_days().take_while(|day| *day <= outlook.holds_until) {
                    prop_assert_eq!(outline(day), outline(on));
                }
                let next = add_days(outlook.holds_until, 1);
                prop_assert_eq!(outline(next), outlook.then);
                prop_assert_ne!(outlook.then, outline(on));
            }
            None => {
                for day in on.iter_days().take(6_000) {
                    prop_assert_eq!(outline(day), outline(on));
                }
            }
        }
    }

    #[test]
    fn the_verdict_is_met_exactly_when_registering_succeeds((mut life, on) in lived(lawful_lives()), application in applications()) {
        life.agencies = None;
        let credits = life.credits();
        let context = life.context(&credits);
        let mut events: Vec<Event> = life.history.events().to_vec();
        events.retain(|event| event.on <= on);
        let mut history = History::from(events);
        let verdict = history.as_of(on, context).unwrap().assessment(&application);
        history.record(Act::ApplicationAccepted(Acceptance { agency: None, application }).on(on));
        history.record(Act::Registered.on(on));
        match history.certificate(on, context) {
            Ok(_) => prop_assert!(verdict.is_met(), "{verdict:?}"),
            // The new term's last day may lie beyond the calendar.
            Err(refusal) if refusal.fault.code() == Code::CalendarUncovered => prop_assert!(verdict.is_met(), "{verdict:?}"),
            Err(refusal) if refusal.fault.code() == Code::ConditionsNotMet => {
                prop_assert_eq!(refusal.fault.findings(), verdict.findings());
            }
            Err(refusal) => prop_assert_eq!(verdict.findings()[0].code(), refusal.fault.code()),
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_timeline_is_the_standings_day_by_day((life, until) in lived(lives())) {
        let credits = life.credits();
        for mode in [Mode::Strict, Mode::Audit] {
            let context = life.context(&credits).mode(mode);
            let first = life.history.events()[0].on;
            let mut rows: Vec<(NaiveDate, Outline)> = Vec::new();
            let mut refusal = None;
            for day in first.iter_days().take_while(|day| *day <= until).take(8_000) {
                match life.history.as_of(day, context) {
                    Ok(as_of) => {
                        let outline = as_of.standing().outline();
                        if rows.last().is_none_or(|(_, last)| *last != outline) {
                            rows.push((day, outline));
                        }
                    }
                    Err(fault) => {
                        refusal = Some(fault);
                        break;
                    }
                }
            }
            let until = until.min(add_days(first, 7_999));
            let timeline = life.history.timeline(until, context).map(|rows| rows.iter().map(|row| (row.from, row.outline)).collect());
            prop_assert_eq!(timeline, refusal.map_or(Ok(rows), Err));
        }
    }
}

/// A case of a life, with each question asked of a day.
fn whole_cases() -> impl Strategy<Value = Case> {
    let asked = (lived(lives()), applications(), any::<bool>(), "\\PC{0,8}");
    asked.prop_map(|((life, on), application, strict, id)| {
        let Life { regulation, history, ledger, providers, agencies } = life;
        let on = if on > NaiveDate::from_ymd_opt(2999, 12, 31).unwrap() { history.events()[0].on } else { on };
        let ask = vec![
            Question::Standing { on },
            Question::Timeline { until: on },
            Question::Outlook { on },
            Question::Education { on },
            Question::Assessment { on, application },
            Question::Irregularities,
            Question::Sensitivity { on },
            Question::ReviewBy { accepted_on: on },
            Question::Identity { number: id.clone() },
        ];
        let mode = if strict { Mode::Strict } else { Mode::Audit };
        Case { id, regulation, mode, history, ledger, providers, agencies, accreditation: None, ask }
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
        let samples: Vec<&str> = include_str!("cases/sample.jsonl").lines().collect();
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
        prop_assert_eq!(&back.regulation, &case.regulation);
        prop_assert_eq!(&back.ledger, &case.ledger);
        prop_assert_eq!((&back.providers, &back.agencies), (&case.providers, &case.agencies));
        prop_assert_eq!((&back.id, back.mode, &back.ask), (&case.id, case.mode, &case.ask));
        prop_assert_eq!(back.answers(), case.answers());
    }

    #[test]
    fn what_is_written_and_read_is_the_same(
        (event, application, entry) in (events(), applications(), entries(days())),
        (parameters, read, regulation) in (parameters(), readings(), regulations()),
        (register, ledger, days) in (registers(), ledgers(), 0_u32..900),
        on in covered_days(),
    ) {
        let period = Period::new(on, add_days(on, days)).unwrap();
        round_trips::<Event>(&event);
        round_trips::<Application>(&application);
        round_trips::<Documents>(&application.documents);
        round_trips::<Entry>(&entry);
        round_trips::<Hours>(&entry.hours);
        round_trips::<Parameters>(&parameters);
        round_trips::<Parameters>(regulation.parameters());
        round_trips::<Regulation>(&regulation);
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
    [Mode::Strict, Mode::Audit].iter().for_each(round_trips);
    [Outcome::Upheld, Outcome::Overturned].iter().for_each(round_trips);
    [Language::En, Language::Zh].iter().for_each(round_trips);
    [Force::Must, Force::May, Force::Should].iter().for_each(round_trips);
    [DayKind::Holiday, DayKind::MakeupWorkday].iter().for_each(round_trips);
}
