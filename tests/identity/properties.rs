//! What holds of every number.

use chrono::{Datelike, NaiveDate};
use core::fmt::{Debug, Display};
use proptest::prelude::*;
use ruankao::identity::{
    CitizenNumber, HolderName, IdentityDocument, IdentityDocumentKind, Province, Qualification, Sex,
};

/// The check character as the standard tabulates it, for the library computes it another way.
fn check_character(body: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    "10X98765432".chars().nth((sum % 11) as usize).expect("eleven characters")
}

fn digit() -> impl Strategy<Value = char> {
    proptest::char::range('0', '9')
}

fn region() -> impl Strategy<Value = u8> {
    proptest::sample::select(Province::ALL.map(Province::code).into_iter().chain([83]).collect::<Vec<_>>())
}

fn birth(years: core::ops::RangeInclusive<i32>) -> impl Strategy<Value = NaiveDate> {
    (years, 1_u32..=365).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).expect("a day of the year"))
}

prop_compose! {
    fn number()(region in region(), county in 0..10_000, birth in birth(1..=9999), sequence in 0..1000)
        -> (String, NaiveDate, Sex)
    {
        let (year, month, day) = (birth.year(), birth.month(), birth.day());
        let body = format!("{region:02}{county:04}{year:04}{month:02}{day:02}{sequence:03}");
        let check = check_character(&body);
        (format!("{body}{check}"), birth, if sequence % 2 == 1 { Sex::Male } else { Sex::Female })
    }
}

prop_compose! {
    fn old_number()(region in region(), county in 0..10_000, birth in birth(1900..=1999), sequence in 0..1000)
        -> String
    {
        format!("{region:02}{county:04}{:02}{:02}{:02}{sequence:03}", birth.year() % 100, birth.month(), birth.day())
    }
}

fn document() -> impl Strategy<Value = (IdentityDocumentKind, String)> {
    prop_oneof![
        number().prop_map(|(text, ..)| (IdentityDocumentKind::ResidentIdentityCard, text)),
        old_number().prop_map(|text| (IdentityDocumentKind::ResidentIdentityCard, text)),
        "[HM][0-9]{8}([0-9]{2})?".prop_map(|text| (IdentityDocumentKind::HongKongMacaoPermit, text)),
        "[0-9]{8}([0-9]{2}(\\([A-Z0-9]{1,4}\\))?)?".prop_map(|text| (IdentityDocumentKind::TaiwanPermit, text)),
        "[A-Z0-9]{1,9}".prop_map(|text| (IdentityDocumentKind::Passport, text)),
        "[A-Z]{3}[0-9]{12}".prop_map(|text| (IdentityDocumentKind::PermanentResidenceCard, text)),
        "9[0-9]{16}".prop_map(|body| {
            let check = check_character(&body);
            (IdentityDocumentKind::PermanentResidenceCard, format!("{body}{check}"))
        }),
    ]
}

/// Whether a type's `Display` is masked, and its `Debug` nothing but its name and that.
fn is_masked(value: &(impl Debug + Display), name: &str, full: &str) -> bool {
    let masked = value.to_string();
    !masked.contains(full) && format!("{value:?}") == format!("{name}({masked})")
}

proptest! {
    #[test]
    fn parsing_never_panics(text in any::<String>()) {
        for kind in IdentityDocumentKind::ALL {
            if let Ok(document) = IdentityDocument::parse(kind, &text) {
                prop_assert_eq!(document.exposed().chars().count(), text.chars().count());
                prop_assert_eq!(IdentityDocument::parse(kind, document.exposed()), Ok(document));
            }
        }
        let _ = (HolderName::parse(&text), text.parse::<Province>(), text.parse::<Qualification>());
    }

    #[test]
    fn parsing_never_panics_on_what_looks_right(text in "[0-9X张]{15}|[0-9X]{15}|[0-9X０]{18}|[0-9]{17}[0-9X]") {
        for kind in IdentityDocumentKind::ALL {
            if let Err(error) = IdentityDocument::parse(kind, &text) {
                let printed = format!("{error} {error:?}");
                prop_assert!(!printed.contains(&text));
            }
        }
    }

    #[test]
    fn every_body_has_its_check_digit((text, birth, sex) in number()) {
        let number = CitizenNumber::parse(&text).unwrap();
        prop_assert_eq!((number.birth(), number.sex(), number.exposed()), (birth, sex, text.as_str()));
    }

    #[test]
    fn one_wrong_character_is_caught(
        (text, ..) in number(),
        at in 0_usize..18,
        with in digit(),
        last in prop_oneof![digit(), Just('X')],
    ) {
        let with = if at == 17 { last } else { with };
        let wrong: String = text.chars().enumerate().map(|(place, it)| if place == at { with } else { it }).collect();
        prop_assume!(text != wrong);
        prop_assert!(CitizenNumber::parse(&wrong).is_err());
    }

    #[test]
    fn two_neighbours_swapped_are_caught((text, ..) in number(), at in 0_usize..16) {
        let mut wrong: Vec<char> = text.chars().collect();
        wrong.swap(at, at + 1);
        let wrong: String = wrong.into_iter().collect();
        prop_assume!(text != wrong);
        prop_assert!(CitizenNumber::parse(&wrong).is_err());
    }

    #[test]
    fn upgrading_keeps_the_person(text in old_number()) {
        let old = CitizenNumber::parse(&text).unwrap();
        let new = old.upgraded();
        prop_assert!(old.is_old_form() && !new.is_old_form());
        prop_assert_eq!((new.birth(), new.sex(), new.region()), (old.birth(), old.sex(), old.region()));
        prop_assert!(old.same_number(&new) && new.same_number(&old) && old != new);
        prop_assert_eq!(CitizenNumber::parse(new.exposed()), Ok(new));
    }

    #[test]
    fn printing_never_shows_the_number((kind, text) in document()) {
        let document = IdentityDocument::parse(kind, &text).unwrap();
        prop_assert_eq!(document.exposed(), &text);
        prop_assert!(!document.to_string().contains(&text));
        let masked = match &document {
            IdentityDocument::ResidentIdentityCard(it) => is_masked(it, "CitizenNumber", &text),
            IdentityDocument::HongKongMacaoPermit(it) => is_masked(it, "HongKongMacaoPermit", &text),
            IdentityDocument::TaiwanPermit(it) => is_masked(it, "TaiwanPermit", &text),
            IdentityDocument::ResidencePermit(it) => is_masked(it, "ResidencePermit", &text),
            IdentityDocument::Passport(it) => is_masked(it, "Passport", &text),
            IdentityDocument::PermanentResidenceCard(it) => is_masked(it, "PermanentResidenceCard", &text),
        };
        prop_assert!(masked);
    }

    /// As a Chinese keyboard types it.
    #[test]
    fn full_width_forms_are_the_same_number((kind, text) in document()) {
        let wide: String = text.chars().map(|it| char::from_u32(it as u32 + 0xfee0).expect("a full-width form")).collect();
        let document = IdentityDocument::parse(kind, &text).unwrap();
        prop_assert_eq!(IdentityDocument::parse(kind, &wide), Ok(document));
        let written = serde_json::json!({ "kind": kind, "number": wide });
        prop_assert_eq!(serde_json::from_value::<IdentityDocument>(written).unwrap(), document);
    }

    #[test]
    fn every_document_is_read_back((kind, text) in document()) {
        let document = IdentityDocument::parse(kind, &text).unwrap();
        let written = serde_json::to_string(&document).unwrap();
        prop_assert_eq!(serde_json::from_str::<IdentityDocument>(&written).unwrap(), document);
    }
}
