//! Every story holds what it promises.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

use insta::assert_snapshot;
use ruankao::lifecycle::Context;
use ruankao::regulation::{Reading, Regulation};
use ruankao::story::{KeyDay, find, stories};
use ruankao::{Application, Code, Language, Mode};
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
    assert_snapshot!(names.join(" "), @"on_time early too_early leap_day pending_over_expiry sick_leave three_terms before_the_regime one_hour_short unlisted_provider study_abroad lapsed_by_a_day agency_withdrawn appeal_won appeal_lost");
}

#[test]
fn the_phases_on_the_key_days() {
    for story in stories() {
        let (scene, id) = (story.scene(), story.id());
        let credits = scene.credits();
        let context = scene.context(&credits);
        assert!(story.days().is_sorted_by_key(|day| day.on), "{id}");
        for &KeyDay { on, phase, in_force } in story.days() {
            assert!(on <= story.until(), "{id}: {on} is drawn");
            assert_eq!(scene.history.outcome(on, context), Ok((phase, in_force)), "{id} on {on}");
        }
        assert!(scene.history.events().iter().all(|event| event.on <= story.until()), "{id}");
    }
}

/// On each day from the first event to the last day drawn the timeline says what the standing says.
#[test]
fn the_timeline_agrees_day_by_day() {
    for story in stories() {
        let scene = story.scene();
        let credits = scene.credits();
        let context = scene.context(&credits);
        let rows = scene.history.timeline(story.until(), context).unwrap();
        for day in rows[0].from.iter_days().take_while(|&day| day <= story.until()) {
            let row = rows.iter().rev().find(|row| row.from <= day).unwrap();
            let standing = scene.history.as_of(day, context).unwrap().standing();
            assert_eq!(row.outline, standing.outline(), "{} on {day}", story.id());
        }
    }
}

#[test]
fn the_findings_and_the_irregularities() {
    for story in stories() {
        let (scene, id) = (story.scene(), story.id());
        let credits = scene.credits();
        let context = scene.context(&credits);
        let verdict = scene.history.as_of(story.today(), context).unwrap().assessment(&Application::COMPLETE);
        let codes: Vec<Code> = verdict.findings().iter().map(|finding| finding.code()).collect();
        assert_eq!(codes, story.findings(), "{id}");
        let audit = scene.history.irregularities(context.mode(Mode::Audit)).unwrap();
        let codes: Vec<Code> = audit.iter().map(|irregularity| irregularity.fault.code()).collect();
        assert_eq!(codes, story.irregularities(), "{id}");
        // Strictly read, the first irregularity is the refusal.
        let strict = scene.history.outcome(story.until(), context.mode(Mode::Strict)).err();
        assert_eq!(strict, story.irregularities().first().copied(), "{id}");
    }
}

fn phase_under(id: &str, reading: Reading) -> String {
    let (story, scene) = (find(id).unwrap(), find(id).unwrap().scene());
    let credits = scene.credits();
    let turned = Regulation::default().read(scene.regulation.readings().turned(reading));
    let context = |regulation| Context::new(regulation).credits(&credits);
    let outcome = |regulation| scene.history.outcome(story.today(), context(regulation)).unwrap();
    format!("{:?} -> {:?}", outcome(&scene.regulation), outcome(&turned))
}

/// Where a lesson says that the other reading would decide otherwise, it does.
#[test]
fn the_readings_that_the_lessons_name() {
    assert_snapshot!(phase_under("early", Reading::TermStart), @"(Lapsed, false) -> (RegistrationDue, true)");
    assert_snapshot!(phase_under("pending_over_expiry", Reading::PendingAtExpiry), @"(UnderReview, true) -> (Lapsed, false)");
}

/// The wire says the same as the library, and reads back what it wrote.
#[test]
fn a_story_is_a_case() {
    for story in stories() {
        let case = story.case();
        let line = serde_json::to_vec(&case).unwrap();
        let read = ruankao::conformance::runner::read_case(&line, 1).unwrap();
        assert_eq!(read.answers(), case.answers(), "{}", story.id());
        assert_eq!(read.history, story.scene().history);
    }
    let case = serde_json::to_value(find("one_hour_short").unwrap().case().answers()).unwrap();
    assert_snapshot!(case[4], @r#"{"eligible":false,"findings":[{"clause":"48.4","code":"education_total","shortfall":1}]}"#);
}
