//! What the one table makes of each named enum.

use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::calendar::DayKind;
use ruankao::duty::Task;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::Ground;
use ruankao::identity::{Category, IdentityDocumentKind, Level, Origin, Province, Qualification, Sex};
use ruankao::lifecycle::{ActName, PhaseName, StateName};
use ruankao::naming::UnknownName;
use ruankao::oversight::{Authority, BodyKind, Deed, Phase, Power, Rectification, Title};
use ruankao::registration::Document;
use ruankao::regulation::{Force, Notice};
use ruankao::revocation::RevocationGround;
use ruankao::{Language, Mode};
use serde_json::{from_value, json, to_value};
use std::collections::BTreeSet;

/// The name of each value, both ways and in every form.
macro_rules! names {
    ($( $Type:ident )+) => {$(
        let names = $Type::ALL.map($Type::name);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "a name of two");
        assert!($Type::ALL.is_sorted());
        for (value, name) in $Type::ALL.into_iter().zip(names) {
            assert_eq!(value.to_string(), name);
            assert_eq!(format!("{value:>40}").chars().count(), 40);
            assert_eq!(name.parse(), Ok(value));
            assert!(format!(" {name}").parse::<$Type>().is_err());
            assert_eq!(to_value(value).unwrap(), name);
            assert_eq!(from_value::<$Type>(json!(name)).unwrap(), value);
        }
    )+};
}

/// The list of what was expected, read as a text and by serde.
macro_rules! lists {
    ($( $Type:ident )+) => {$(
        let UnknownName { given, expected, .. } = "nosuch".parse::<$Type>().unwrap_err();
        assert_eq!((given.as_str(), expected), ("nosuch", &$Type::ALL.map($Type::name)[..]));
        let told = from_value::<$Type>(json!("nosuch")).unwrap_err().to_string();
        assert!(expected.iter().all(|name| told.contains(&format!("`{name}`"))), "{told}");
    )+};
}

macro_rules! words {
    ($( $Type:ident )+) => {$(
        for language in Language::ALL {
            let words = $Type::ALL.map(|value| value.in_words(language));
            assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "words of two");
            assert!(words.iter().all(|words| words.is_ascii() == (language == Language::En)), "{words:?}");
        }
    )+};
}

#[test]
fn a_name_is_written_and_read_in_every_form() {
    names! {
        Authority BodyKind Category DayKind Deed Document Force IdentityDocumentKind Language Level Mode Notice Origin
        Phase Power Province Qualification Rectification Sex Task Title
        ActName ContentKind Field Ground Outcome PhaseName RevocationGround StateName StudyMode
    }
}

#[test]
fn an_unknown_name_is_told_with_the_list() {
    lists! {
        Authority BodyKind Category DayKind Deed Document Force IdentityDocumentKind Language Level Mode Notice Origin
        Phase Power Rectification Sex Task Title
        ActName ContentKind Field Ground Outcome PhaseName RevocationGround StateName StudyMode
    }
    let told = |error: UnknownName| error.to_string();
    assert_snapshot!(told("X".parse::<Sex>().unwrap_err()), @"`X` is no sex; expected `male` or `female`");
    assert_snapshot!(told("guru".parse::<Level>().unwrap_err()), @"`guru` is no level; expected `junior`, `intermediate` or `senior`");
    assert_snapshot!(from_value::<Level>(json!("guru")).unwrap_err(), @"unknown variant `guru`, expected one of `junior`, `intermediate`, `senior`");
}

#[test]
fn words_are_english_and_chinese() {
    words! { Authority BodyKind Category DayKind Document IdentityDocumentKind Level Notice Power Province }
    words! { Qualification Sex Task Title }
    words! { ActName ContentKind Field Ground Outcome PhaseName RevocationGround StateName StudyMode }
}
