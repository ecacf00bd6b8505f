//! Every story holds what it promises.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

use insta::assert_snapshot;
use ruankao::finding::EventFault;
use ruankao::identity::Listing;
use ruankao::lifecycle::PhaseName;
use ruankao::registration::Registration;
use ruankao::regulation::Reading;
use ruankao::story::{KeyDay, Story, find, stories};
use ruankao::{Act, Application, CertificateFile, Code, Event, History, Hours, Language, Mode, day};
use std::collections::BTreeSet;

#[test]
fn there_are_stories_with_names_of_their_own() {
    let names: BTreeSet<&str> = stories().map(|story| story.id()).collect();
    assert_eq!(names.len(), stories().count());
    for story in stories() {
        assert!(story.id().chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{}", story.id());
        assert_eq!(find(story.id()).map(|found| found.id()), Some(story.id()));
        assert!(!story.clauses().is_empty(), "{}", story.id());
        assert!(story.lesson(Language::En).is_ascii(), "{}", story.id());
        assert!(story.lesson(Language::Zh).ends_with('。') && story.title(Language::Zh) != story.title(Language::En));
    }
    let names: Vec<&str> = stories().map(|story| story.id()).collect();
    assert_snapshot!(names.join(" "), @"on_time early too_early leap_day pending_over_expiry sick_leave three_terms before_the_regime filed_on_the_last_day withdrawn_and_filed_again agency_lost_approval met_by_the_decision return_after_a_lapse one_hour_short unlisted_provider study_abroad lapsed_by_a_day agency_withdrawn appeal_won appeal_lost hours_struck lawful_as_known released lapsed_before_the_repeal");
}

/// What a story promises of its file: as known on its day, where it names one.
fn opened<R>(story: &Story, ask: impl FnOnce(&CertificateFile<'_>) -> R) -> R {
    let file = story.open();
    match story.known_on() {
        None => ask(&file),
        Some(known_on) => ask(&file.as_known_on(known_on)),
    }
}

fn codes(irregularities: &[EventFault]) -> Vec<Code> {
    irregularities.iter().map(|irregularity| irregularity.fault.code()).collect()
}

#[test]
fn the_phases_on_the_key_days() {
    for story in stories() {
        let id = story.id();
        assert!(story.days().is_sorted_by_key(|day| day.on), "{id}");
        opened(story, |file| {
            for &KeyDay { on, phase, in_force } in story.days() {
                assert!(on <= story.until(), "{id}: {on} is drawn");
                assert_eq!(file.outcome(on), Ok((phase, in_force)), "{id} on {on}");
            }
            assert!(file.history().held(None).all(|(_, event)| event.on <= story.until()), "{id}");
        });
    }
}

/// On each day from the first event to the last day drawn the timeline says what the standing says.
#[test]
fn the_timeline_agrees_day_by_day() {
    for story in stories() {
        opened(story, |file| {
            let rows = file.timeline(story.until()).unwrap();
            for day in rows[0].from.iter_days().take_while(|&day| day <= story.until()) {
                let row = rows.iter().rev().find(|row| row.from <= day).unwrap();
                assert_eq!(row.outline, file.on(day).unwrap().standing().outline(), "{} on {day}", story.id());
            }
        });
    }
}

#[test]
fn the_findings_and_the_irregularities() {
    for story in stories() {
        let id = story.id();
        opened(story, |file| {
            let verdict = file.on(story.today()).unwrap().assessment(&Application::COMPLETE);
            let found: Vec<Code> = verdict.findings().iter().map(|finding| finding.code()).collect();
            assert_eq!(found, story.findings(), "{id}");
            let audit = file.under(file.law(), Mode::Audit).irregularities().unwrap();
            assert_eq!(codes(&audit), story.irregularities(), "{id}");
            // Strictly read, the first irregularity is the refusal.
            let strict = file.under(file.law(), Mode::Strict).outcome(story.until()).err();
            assert_eq!(strict, story.irregularities().first().copied(), "{id}");
        });
    }
}

/// What the day looked at comes to, and with a reading turned.
fn phase_under(id: &str, reading: Reading) -> String {
    let (story, file) = (find(id).unwrap(), find(id).unwrap().open());
    let turned = file.law().clone().with_readings(file.law().readings().turned(reading));
    let turned = file.under(&turned, file.mode()).outcome(story.today());
    format!("{:?} -> {:?}", file.outcome(story.today()).unwrap(), turned.unwrap())
}

/// What the whole history comes to with a reading turned: the refusal, and the place of the event.
fn refused_under(id: &str, reading: Reading) -> (usize, Code) {
    let file = find(id).unwrap().open();
    let turned = file.law().clone().with_readings(file.law().readings().turned(reading));
    let turned = file.under(&turned, file.mode());
    let refusal = turned.refusal().unwrap();
    (refusal.event, refusal.fault.code())
}

/// Where a lesson says that the other reading would decide otherwise, it does.
#[test]
fn the_readings_that_the_lessons_name() {
    assert_snapshot!(phase_under("early", Reading::TermStart), @"(Lapsed, false) -> (RegistrationDue, true)");
    assert_snapshot!(phase_under("pending_over_expiry", Reading::PendingAtExpiry), @"(UnderReview, true) -> (Lapsed, false)");
    assert_snapshot!(phase_under("filed_on_the_last_day", Reading::InTime), @"(Filed, true) -> (Lapsed, false)");
    assert_snapshot!(phase_under("lapsed_before_the_repeal", Reading::LapsedAtRepeal), @"(Lapsed, false) -> (Released, true)");
    assert_eq!(refused_under("met_by_the_decision", Reading::ConditionsOn), (2, Code::ConditionsNotMet));
    assert_eq!(refused_under("return_after_a_lapse", Reading::LapseEffect), (1, Code::Lapsed));
}

/// The hours that are missing in all, on the day looked at.
fn missing(file: &CertificateFile<'_>, story: &Story) -> u64 {
    file.on(story.today()).unwrap().education().unwrap().shortfall().tenths() / 10
}

/// The hours that the lessons count.
#[test]
fn the_hours_that_the_lessons_count() {
    for (id, hours) in [
        ("one_hour_short", 1),
        ("unlisted_provider", 60),
        ("withdrawn_and_filed_again", 20),
        ("met_by_the_decision", 40),
        ("hours_struck", 60),
        ("released", 80),
        ("on_time", 0),
    ] {
        let story = find(id).unwrap();
        assert_eq!(missing(&story.open(), story), hours, "{id}");
    }
    // 184 days of sick leave carry both: a deferral and an extension.
    let file = find("sick_leave").unwrap().open();
    let term = *file.on(day!(2009, 6, 2)).unwrap().certificate().term().unwrap();
    assert!(term.deferred_until().is_some() && term.extension().is_some());
}

/// An agency that is approved on the day of the registration can register what another has accepted.
#[test]
fn another_agency_could_have_registered() {
    let file = find("agency_lost_approval").unwrap().open();
    assert_eq!(file.refusal(), None);
    let mut agencies: Vec<Listing> = file.law().agencies().unwrap().listings().to_vec();
    agencies.push(Listing::new("another", day!(2005, 1, 1), None).unwrap());
    let law = file.law().clone().with_agencies(agencies.into_iter().collect());
    let (mode, ledger) = (Mode::Strict, file.ledger().clone());
    let mut events: Vec<Event> = file.history().held(None).map(|(_, event)| event.clone()).collect();
    let strict = law.open_in(mode, History::from(events.clone()), ledger.clone());
    assert_eq!(strict.refusal().map(|refusal| refusal.event), Some(2));
    let registration = Registration { agency: Some("another".into()), application: None };
    events[2].act = Act::Registered(registration);
    assert_eq!(law.open_in(mode, History::from(events), ledger).refusal(), None);
}

/// As known on the day of the registration it was lawful, read strictly now it is refused, and as recorded it stands.
#[test]
fn what_was_known_then_and_now() {
    let story = find("lawful_as_known").unwrap();
    let file = story.open();
    let registered_on = story.known_on().unwrap();
    let known = file.as_known_on(registered_on);
    assert_eq!(known.outcome(registered_on), Ok((PhaseName::InForce, true)));
    assert_eq!(known.on(registered_on.pred_opt().unwrap()).unwrap().hours_missing(), Hours::ZERO);
    assert_eq!(file.refusal().map(|refusal| (refusal.event, refusal.fault.code())), Some((2, Code::ConditionsNotMet)));
    let recorded = file.under(file.law(), Mode::Recorded);
    assert_eq!(recorded.outcome(story.until()), Ok((PhaseName::InForce, true)));

    let story = find("hours_struck").unwrap();
    let file = story.open();
    let before = file.as_known_on(day!(2007, 12, 19));
    assert_eq!((missing(&before, story), missing(&file, story)), (0, 60));
}

/// Nothing happens to what the repeal released, and nothing is due of it.
#[test]
fn the_repeal_releases() {
    let file = find("released").unwrap().open();
    let eve = file.on(day!(2019, 5, 31)).unwrap();
    assert_eq!(eve.outlook().map(|outlook| outlook.then.phase), Some(PhaseName::Released));
    let after = file.on(day!(2019, 6, 1)).unwrap();
    assert_eq!((after.outlook(), after.deadline(), after.last_valid_day()), (None, None, None));
}

/// The wire says the same as the library, and reads back what it wrote.
#[test]
fn a_story_is_a_case() {
    for story in stories() {
        let case = story.case();
        let line = serde_json::to_vec(&case).unwrap();
        let read = ruankao::conformance::read_case(&line, 1).unwrap();
        assert_eq!(read.answers(), case.answers(), "{}", story.id());
        assert_eq!((&read.history, &read.ledger), (story.open().history(), story.open().ledger()));
    }
    let case = serde_json::to_value(find("one_hour_short").unwrap().case().answers()).unwrap();
    assert_snapshot!(case[4], @r#"{"eligible":false,"findings":[{"clause":"48.4","code":"education_total","shortfall":1}]}"#);
}
