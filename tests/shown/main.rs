//! What came from outside: nothing hidden in it reaches whoever is shown it, and nothing personal reaches a message.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod hidden;
mod personal;
mod written;

#[path = "../support/form.rs"]
mod form;

use core::fmt::Debug;
use proptest::prelude::*;
use proptest::sample::select;
use ruankao::calendar::Period;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::PersonName;
use ruankao::oversight::{CourseContent, CourseDraft, Signature, TraineeDraft};
use ruankao::{Hours, day};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What reading a value from JSON says, whatever comes of it.
fn read<T: DeserializeOwned + Debug>(given: &Value) -> String {
    let (value, text) = (serde_json::from_value::<T>(given.clone()), serde_json::from_str::<T>(&given.to_string()));
    let said = |read: Result<T, serde_json::Error>| match read {
        Ok(value) => format!("{value:?}\n"),
        Err(error) => format!("{error} {error:?}\n"),
    };
    said(value) + &said(text)
}

fn refused<T: DeserializeOwned>(given: Value) -> String {
    let said = |error: Option<serde_json::Error>| error.map_or_else(String::new, |error| error.to_string());
    said(serde_json::from_str::<T>(&given.to_string()).err()) + &said(serde_json::from_value::<T>(given).err())
}

fn course(name: &str) -> CourseDraft {
    let (mode, field, kind) = (StudyMode::FullTime, Field::Software, ContentKind::Technology);
    let trainee = |name: &str, finished| TraineeDraft {
        name: PersonName::parse(name).ok(),
        hours: Some(Hours::whole(40)),
        finished: Some(finished),
    };
    CourseDraft {
        institution: Some("P1".into()),
        held: Some(Period::new(day!(2006, 5, 8), day!(2006, 5, 12)).unwrap()),
        content: Some(CourseContent { mode, field, kind }),
        trainees: vec![trainee(name, true), trainee(&format!("{name}二"), false)],
        signature: Some(Signature { by: PersonName::parse(name).unwrap(), on: day!(2006, 5, 12) }),
    }
}

/// Text with what cannot be seen in it, by the tables of the crate that reads these classes, and what they leave out.
fn hostile() -> impl Strategy<Value = String> {
    let unseen = select(vec!["\u{34f}", "\u{115f}", "\u{3164}", "\u{ffa0}", "\u{fe0f}", "\u{e0100}", "\u{180b}"]);
    prop_oneof![
        4 => "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}a`\\\\张 -]{0,12}",
        1 => (unseen, "[a-z0-9]{0,4}").prop_map(|(unseen, text)| format!("{text}{unseen}{text}")),
        1 => Just("\u{1b}]52;c;aGk=\u{7}\r\nall clear".to_owned()),
    ]
}
