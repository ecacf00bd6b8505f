//! Nothing hidden in what came from outside reaches whoever is shown it.

use crate::{hostile, refused};
use core::fmt::{Debug, Display};
use proptest::prelude::*;
use ruankao::calendar::{DayKind, Period, WorkCalendar, iso};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{
    BodyId, Category, CertificateNumber, CitizenNumber, FormNumber, Holder, HolderName, IdentityDocument,
    IdentityDocumentKind, Level, Listing, ManagementNumber, PersonName, Province, Qualification, Sex,
};
use ruankao::naming::Shown;
use ruankao::oversight::{BodyKind, DirectoryError};
use ruankao::registration::{FormDraft, FormField, Paper, RowDraft};
use ruankao::regulation::DecidedPoint;
use ruankao::{Act, Clause, Entry, History, Hours, Language, Law, Ledger, Mode, Plan, day};
use serde::Deserialize;
use serde::Serialize;
use serde_json::json;

/// Whether something is shown, or does something, that is no visible character: all that [`hostile`] has but the plain.
fn hides(shown: &str, given: &str) -> bool {
    given.chars().filter(|it| !it.is_ascii_graphic() && !matches!(it, '张' | ' ')).any(|it| shown.contains(it))
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// What the escapes of a shown text stand for.
fn unescaped(shown: &str) -> String {
    let (mut text, mut rest) = (String::new(), shown);
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (character, behind) = match escape.strip_prefix("u{").and_then(|escape| escape.split_once('}')) {
            Some((number, behind)) => (u32::from_str_radix(number, 16).ok().and_then(char::from_u32).unwrap(), behind),
            None => {
                let mut characters = escape.chars();
                let character = match characters.next().unwrap() {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    other => other,
                };
                (character, characters.as_str())
            }
        };
        text.push(character);
        rest = behind;
    }
    text + rest
}

fn parsed<T: core::str::FromStr<Err: Display>>(text: &str) -> String {
    text.parse::<T>().err().map_or_else(String::new, |error| error.to_string())
}

/// All that is said to people of a text, wherever these floors take one.
fn said_of(text: &str) -> String {
    let kinds = IdentityDocumentKind::ALL.into_iter();
    let documents = kinds.filter_map(|kind| IdentityDocument::parse(kind, text).err()).map(|error| error.to_string());
    let listing = Listing::new(text, day!(2006, 1, 2), Some(day!(2006, 1, 1))).unwrap_err();
    let duplicate = DirectoryError::Duplicate { id: text.into(), kind: BodyKind::RegistrationAgency };
    let filled = FormField::ALL.iter().fold(FormDraft::blank(), |draft, &field| draft.with(field, text));
    let defects = filled.row(text, text, text, text).read().map(drop).unwrap_err();
    [
        documents.collect(),
        format!("{} {listing} {duplicate} {defects}", BodyId::from(text)),
        parsed::<Level>(text) + &parsed::<Category>(text) + &parsed::<Sex>(text) + &parsed::<DayKind>(text),
        parsed::<Language>(text) + &parsed::<Mode>(text) + &parsed::<IdentityDocumentKind>(text),
        parsed::<Province>(text) + &parsed::<Qualification>(text),
        parsed::<Clause>(text) + &parsed::<DecidedPoint>(text),
        parsed::<CertificateNumber>(text) + &parsed::<ManagementNumber>(text) + &parsed::<FormNumber>(text),
        parsed::<HolderName>(text) + &parsed::<PersonName>(text) + &parsed::<CitizenNumber>(text),
        refused::<Province>(json!(text)) + &refused::<Qualification>(json!(text)) + &refused::<Day>(json!(text)),
        refused::<CertificateNumber>(json!(text)) + &refused::<HolderName>(json!(text)),
        refused::<WorkCalendar>(json!([{ "year": 2026, "days": [{ "on": text, "kind": "holiday" }] }])),
        refused::<Holder>(json!({ text: 1 })) + &refused::<Paper>(json!({ "obtained_on": text })),
        refused::<FormDraft>(json!({ "document": text })) + &refused::<RowDraft>(json!({ text: text })),
    ]
    .concat()
}

fn plan_with_agency(id: &str) -> Plan {
    let agencies = [Listing::new(id, day!(2004, 1, 1), None).unwrap()].into_iter().collect();
    let law = Law::of_2004().with_agencies(agencies);
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    let entry = |on| Entry { on, hours: Hours::whole(60), mode, field, kind, provider: None };
    let ledger: Ledger = [day!(2005, 6, 1), day!(2006, 6, 1), day!(2007, 6, 1)].into_iter().map(entry).collect();
    law.open(history, ledger).on(day!(2008, 1, 1)).unwrap().plan()
}

proptest! {
    #[test]
    fn what_is_shown_hides_nothing_and_is_told_apart(text in hostile()) {
        let shown = Shown(&text).to_string();
        prop_assert!(!hides(&shown, &text), "{shown:?}");
        prop_assert_eq!(unescaped(&shown), text.as_str());
        prop_assert_eq!(BodyId::from(text.as_str()).to_string(), shown);
    }

    #[test]
    fn visible_text_is_shown_as_it_is(text in "[\\p{L}\\p{N}\\p{P}\\p{S} &&[^\\\\\u{115f}\u{1160}\u{3164}\u{ffa0}]]{0,20}") {
        prop_assert_eq!(Shown(&text).to_string(), text);
    }

    #[test]
    fn no_message_hides_anything(text in hostile()) {
        let said = said_of(&text).replace('\n', "");
        prop_assert!(!hides(&said, &text), "{said:?}");
    }

    /// `Debug` is for programmers, and is left to what the language escapes: all but a few letters that are empty.
    #[test]
    fn nothing_printed_for_debugging_moves_a_cursor(text in "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{0,6}") {
        let id = BodyId::from(text.as_str());
        let unknown = (text.parse::<Level>(), text.parse::<Province>(), text.parse::<Qualification>());
        let printed = format!("{id:?} {unknown:?} {:?}", text.parse::<CertificateNumber>());
        prop_assert!(!hides(&printed, &text), "{printed:?}");
    }

    #[test]
    fn an_id_stays_as_it_came(text in hostile()) {
        let id: BodyId = serde_json::from_value(json!(text)).unwrap();
        prop_assert_eq!(id.as_str(), text.as_str());
        prop_assert_eq!(serde_json::to_value(&id).unwrap(), json!(text));
    }

    #[test]
    fn an_agenda_names_its_certificates_visibly(text in hostile()) {
        let file = Law::of_2004().open(History::from_iter([Act::Approved.on(day!(2005, 3, 10))]), Ledger::default());
        let agenda = file.on(day!(2005, 3, 10)).unwrap().due(&text, Period::new(day!(2005, 3, 10), day!(2009, 1, 1)).unwrap());
        let words = agenda.in_words(Language::En).to_string();
        prop_assert!(!hides(&words.replace('\n', ""), &text), "{words:?}");
        prop_assert!(words.contains(&Shown(&text).to_string()));
    }

    /// Read as XML, the drawing has the same elements whatever its title, and the title is the text with nothing hidden.
    #[test]
    fn no_title_breaks_out_of_a_drawing(text in prop_oneof![hostile(), "[<>&\"'\\]/!-]{0,8}"]) {
        let file = Law::of_2004().open(History::from_iter([Act::Approved.on(day!(2005, 3, 10))]), Ledger::default());
        let life = || file.picture(day!(2009, 1, 1), day!(2005, 3, 10), Language::En).unwrap();
        let drawn = life().titled(&text).to_string();
        let plain = life().titled("title").to_string();
        let [read, plain] = [&drawn, &plain].map(|drawn| roxmltree::Document::parse(drawn).unwrap());
        let names = |read: &roxmltree::Document<'_>| -> Vec<String> {
            read.descendants().filter(|it| it.is_element()).map(|it| it.tag_name().name().to_owned()).collect()
        };
        prop_assert_eq!(names(&read), names(&plain));
        let title = read.descendants().find(|it| it.has_tag_name((SVG, "title"))).and_then(|it| it.text());
        prop_assert_eq!(title.unwrap_or_default().chars().count(), text.chars().count());
        prop_assert!(!hides(&drawn.replace('\n', ""), &text), "{drawn:?}");
    }

    #[test]
    fn a_plan_names_its_agencies_visibly(text in hostile()) {
        for language in Language::ALL {
            let words = plan_with_agency(&text).in_words(language).to_string();
            prop_assert!(!hides(&words.replace('\n', ""), &text), "{words:?}");
            prop_assert!(words.contains(&Shown(&text).to_string()));
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
struct Day(#[serde(with = "iso")] chrono::NaiveDate);
