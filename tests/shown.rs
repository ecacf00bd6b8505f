//! What came from outside: nothing hidden in it reaches whoever is shown it, and nothing personal reaches a message.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::fmt::{Debug, Display};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ruankao::calendar::{DayKind, Period, WorkCalendar, iso};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{
    BodyId, Category, CertificateNumber, CitizenNumber, FormNumber, Holder, HolderName, IdentityDocument,
    IdentityDocumentKind, Level, Listing, ManagementNumber, PersonName, Province, Qualification, Sex,
};
use ruankao::naming::Shown;
use ruankao::oversight::{
    Archive, BodyKind, CourseContent, CourseDraft, DirectoryError, Profile, SHANGHAI_CENTRE, Signature, TraineeDraft,
};
use ruankao::registration::{FormDraft, FormField, Paper, RowDraft};
use ruankao::regulation::DecidedPoint;
use ruankao::{Act, Clause, Entry, History, Hours, Language, Law, Ledger, Mode, Plan, day};
use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Text with what cannot be seen in it, by the tables of the crate that reads these classes, and what they leave out.
fn hostile() -> impl Strategy<Value = String> {
    let unseen = select(vec!["\u{34f}", "\u{115f}", "\u{3164}", "\u{ffa0}", "\u{fe0f}", "\u{e0100}", "\u{180b}"]);
    prop_oneof![
        4 => "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}a`\\\\张 -]{0,12}",
        1 => (unseen, "[a-z0-9]{0,4}").prop_map(|(unseen, text)| format!("{text}{unseen}{text}")),
        1 => Just("\u{1b}]52;c;aGk=\u{7}\r\nall clear".to_owned()),
    ]
}

/// Whether something is shown, or does something, that is no visible character: all that [`hostile`] has but the plain.
fn hides(shown: &str, given: &str) -> bool {
    given.chars().filter(|it| !it.is_ascii_graphic() && !matches!(it, '张' | ' ')).any(|it| shown.contains(it))
}

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

/// What reading a value from JSON says, whatever comes of it.
fn read<T: DeserializeOwned + Debug>(given: &Value) -> String {
    let (value, text) = (serde_json::from_value::<T>(given.clone()), serde_json::from_str::<T>(&given.to_string()));
    let said = |read: Result<T, serde_json::Error>| match read {
        Ok(value) => format!("{value:?}\n"),
        Err(error) => format!("{error} {error:?}\n"),
    };
    said(value) + &said(text)
}

fn parsed<T: core::str::FromStr<Err: Display>>(text: &str) -> String {
    text.parse::<T>().err().map_or_else(String::new, |error| error.to_string())
}

fn refused<T: DeserializeOwned>(given: Value) -> String {
    let said = |error: Option<serde_json::Error>| error.map_or_else(String::new, |error| error.to_string());
    said(serde_json::from_str::<T>(&given.to_string()).err()) + &said(serde_json::from_value::<T>(given).err())
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

#[derive(Debug, Deserialize, Serialize)]
struct Day(#[serde(with = "iso")] chrono::NaiveDate);

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

    #[test]
    fn no_title_of_a_drawing_holds_a_control_character(text in hostile()) {
        let file = Law::of_2004().open(History::from_iter([Act::Approved.on(day!(2005, 3, 10))]), Ledger::default());
        let drawn = file.picture(day!(2009, 1, 1), day!(2005, 3, 10), Language::En).unwrap().titled(text).to_string();
        prop_assert!(!drawn.contains(|c: char| c.is_control() && c != '\n'), "{drawn:?}");
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

/// Identity numbers, telephones, a name and an address.
const PERSONAL: [&str; 6] = [
    "11010519491231002X",
    "440524188001010014",
    "13800138000",
    "021-36337995",
    "欧阳小明",
    "虬江路1000号聚源大厦804室",
];

/// Of each, what could be put where a value is expected: as text, as a number, inside something, as a key.
fn plants(secret: &str) -> Vec<Value> {
    let number = secret.parse::<u64>().ok();
    let numbers =
        number.into_iter().flat_map(|number| [json!(number), json!(-number.cast_signed()), json!(number as f64)]);
    let wide: String =
        secret.chars().map(|it| char::from_u32(it as u32 + 0xfee0).filter(|_| it.is_ascii()).unwrap_or(it)).collect();
    let texts =
        [secret.to_owned(), format!("{secret}\u{200b}"), format!(" {secret}"), format!("{secret}{secret}"), wide];
    let texts = texts.into_iter().map(Value::from);
    let nested =
        [json!([secret]), json!({ secret: secret }), json!([[number]]), json!({ "kind": secret, "number": 1 })];
    texts.chain(numbers).chain(nested).collect()
}

/// The value with each of its places in turn taken by the plant, and the plant as one more key of each object.
fn planted(value: &Value, plant: &Value, secret: &str) -> Vec<Value> {
    let mut all = vec![plant.clone()];
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                all.extend(planted(inner, plant, secret).into_iter().map(|inner| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), inner);
                    Value::Object(fields)
                }));
            }
            let mut fields = fields.clone();
            fields.insert(secret.to_owned(), plant.clone());
            all.push(Value::Object(fields));
        }
        Value::Array(items) => {
            for (place, inner) in items.iter().enumerate() {
                all.extend(planted(inner, plant, secret).into_iter().map(|inner| {
                    let mut items = items.clone();
                    *items.get_mut(place).unwrap() = inner;
                    Value::Array(items)
                }));
            }
        }
        _ => {}
    }
    all
}

fn keeps_to_itself<T: DeserializeOwned + Debug>(example: &Value) {
    assert!(serde_json::from_value::<T>(example.clone()).is_ok(), "{example}");
    for secret in PERSONAL {
        for given in plants(secret).iter().flat_map(|plant| planted(example, plant, secret)) {
            let said = read::<T>(&given);
            let wide = secret.chars().next().filter(char::is_ascii).map(|_| "１１０１０５");
            assert!(!said.contains(secret) && wide.is_none_or(|wide| !said.contains(wide)), "{given} says {said}");
        }
    }
}

fn draft() -> FormDraft {
    let texts =
        ["软件设计师", "计算机软件", "欧阳小明", "女", "1949年12月", "有", "良好", "11010519491231002X", "0531-08"];
    let fields = [
        FormField::Qualification,
        FormField::Category,
        FormField::Name,
        FormField::Sex,
        FormField::Birth,
        FormField::Photo,
        FormField::Health,
        FormField::IdentityNumber,
        FormField::CertificateNumber,
        FormField::ObtainedOn,
        FormField::Address,
        FormField::PostalCode,
        FormField::Employer,
        FormField::Telephone,
        FormField::Signature,
        FormField::AppliedOn,
    ];
    let more = ["2005-03-10", "虬江路1000号聚源大厦804室", "200071", "某公司", "021-36337995", "有", "2008-01-08"];
    let filled = fields.into_iter().zip(texts.into_iter().chain(more));
    let draft = filled.fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text));
    draft.row("2006-05-20", "业余", "标准", "8")
}

/// In no error and in no `Debug`, at whatever place of what was given it stands.
#[test]
fn nothing_read_repeats_what_is_personal() {
    let document = json!({ "kind": "passport", "number": "G1" });
    keeps_to_itself::<CitizenNumber>(&json!("11010519491231002X"));
    keeps_to_itself::<HolderName>(&json!("张三"));
    keeps_to_itself::<PersonName>(&json!("张三"));
    keeps_to_itself::<IdentityDocument>(&document);
    keeps_to_itself::<Holder>(&json!({ "name": "张三", "document": document }));
    keeps_to_itself::<RowDraft>(&json!({ "date": "", "mode": "业余", "content": "", "hours": "8" }));
    keeps_to_itself::<FormDraft>(&serde_json::to_value(draft()).unwrap());
    keeps_to_itself::<FormDraft>(&json!({}));
    // The number of a paper names the paper, and is printed in full: it is not one of the places.
    let paper = json!({ "number": "1", "name": "张三", "qualification": "软件设计师", "obtained_on": "2005-03-10" });
    for secret in PERSONAL {
        for given in plants(secret).iter().flat_map(|plant| planted(&paper, plant, secret)) {
            let said = read::<Paper>(&given);
            assert!(given.get("number") != Some(&json!("1")) || !said.contains(secret), "{given} says {said}");
        }
    }
}

#[test]
fn forms_and_their_defects_repeat_nothing_personal() {
    for secret in PERSONAL {
        for &field in FormField::ALL.iter().filter(|&&field| field != FormField::CertificateNumber) {
            let draft =
                draft().with(field, secret).row(secret, secret, secret, secret).row("2006-05-20", "业余", secret, "1");
            let printed = match draft.read() {
                Ok(form) => format!("{form:?} {:?}", form.rows()),
                Err(defects) => format!("{defects} {defects:?} {}", serde_json::to_string(&defects).unwrap()),
            };
            assert!(!printed.contains(secret) && !format!("{draft:?}").contains(secret), "{field}: {printed}");
        }
    }
    let form = draft().row("2006-05-20", "业余", "欧阳小明", "1").read().unwrap();
    let printed = format!("{form:?} {:?}", form.rows());
    assert!(PERSONAL.into_iter().all(|secret| !printed.contains(secret)), "{printed}");
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

#[test]
fn records_of_courses_repeat_nothing_personal() {
    for secret in PERSONAL {
        let named = PersonName::parse(secret).unwrap();
        let absent = PersonName::parse(&format!("{secret}三")).unwrap();
        let unfinished = PersonName::parse(&format!("{secret}二")).unwrap();
        let draft = course(secret);
        let unrecorded = CourseDraft { held: None, ..draft.clone() }.record().unwrap_err();
        let record = draft.clone().record().unwrap();
        let voucher = record.voucher(&named, day!(2006, 5, 12)).unwrap();
        let refused = [&absent, &unfinished].map(|name| record.voucher(name, day!(2006, 5, 12)).unwrap_err());
        let errors: Vec<String> = refused.iter().map(|error| format!("{error} {error:?}")).collect();
        let trainees = (draft.trainees.clone(), record.trainees().to_vec(), record.signature().clone());
        let umbrella = ruankao::Error::from(refused[0].clone());
        let archive = Archive { records: vec![record.clone()], vouchers: vec![voucher.clone()] };
        let profile = Profile {
            telephone: Some(secret),
            fax: Some(secret),
            address: Some(secret),
            person_in_charge: Some(secret),
            ..SHANGHAI_CENTRE
        };
        let printed = format!(
            "{draft:?} {unrecorded} {unrecorded:?} {record:?} {voucher:?} {errors:?} {umbrella} {umbrella:?} {archive:?} \
             {trainees:?} {profile:?} {}",
            profile.verdict(),
        );
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
}

/// What is read from what was written.
fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
    assert_eq!(&serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), value, "{text}");
}

fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    let ends = vec![chrono::NaiveDate::MIN, chrono::NaiveDate::MAX, day!(1900, 1, 1), day!(2999, 12, 31)];
    let beside = [day!(1900, 1, 1).pred_opt().unwrap(), day!(2999, 12, 31).succ_opt().unwrap()];
    let near = (0_u64..40_000).prop_map(|days| day!(1980, 1, 1) + chrono::Days::new(days));
    prop_oneof![2 => near, 1 => select([ends, beside.to_vec()].concat())]
}

/// Whatever is taken is written, and read back the same.
mod round_trip {
    use super::*;

    proptest! {
        #[test]
        fn of_texts(text in prop_oneof![hostile(), any::<String>(), "[０-９Ａ-Ｚa-z0-9 -]{1,70}"]) {
            CertificateNumber::parse(&text).iter().for_each(round_trips);
            ManagementNumber::parse(&text).iter().for_each(round_trips);
            FormNumber::parse(&text).iter().for_each(round_trips);
            HolderName::parse(&text).iter().for_each(round_trips);
            PersonName::parse(&text).iter().for_each(round_trips);
            round_trips(&BodyId::from(text.as_str()));
            for kind in IdentityDocumentKind::ALL {
                IdentityDocument::parse(kind, &text).iter().for_each(round_trips);
            }
        }

        #[test]
        fn of_holders_and_papers(name in "\\PC{1,9}", number in "[0-9A-Z]{1,9}", wide in "[０-９]{1,20}") {
            let (Ok(name), Ok(document)) = (HolderName::parse(&name), IdentityDocument::parse(IdentityDocumentKind::Passport, &number))
                else { return Ok(()) };
            round_trips(&Holder { name: name.clone(), document });
            let (number, qualification) = (wide.parse().unwrap(), Qualification::SoftwareDesigner);
            round_trips(&Paper { number, name, qualification, obtained_on: day!(2005, 3, 10) });
        }

        #[test]
        fn of_forms(
            fields in vec((select(FormField::ALL.to_vec()), hostile()), 0..6),
            rows in vec((hostile(), hostile(), hostile(), hostile()), 0..3),
            kind in select(IdentityDocumentKind::ALL.to_vec()),
        ) {
            let draft = fields.into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text));
            let draft = rows.iter().fold(draft, |draft, (a, b, c, d)| draft.row(a, b, c, d));
            round_trips(&draft.identified_by(kind));
        }

        #[test]
        fn of_calendars(
            years in vec((-300_000..300_000, any::<bool>()), 0..4),
            days in vec((any_day(), select(DayKind::ALL.to_vec())), 0..6),
            statutory in any::<bool>(),
        ) {
            use chrono::Datelike;
            let start = if statutory { WorkCalendar::statutory() } else { WorkCalendar::empty() };
            let plain = years.into_iter().fold(start, |calendar, (year, _)| calendar.with_year(year, []).unwrap());
            let with_day = |calendar: WorkCalendar, (day, kind): (chrono::NaiveDate, DayKind)| {
                let one = calendar.clone().with_year(day.year(), [(day, kind)]).unwrap_or(calendar);
                one.clone().with_day(day, kind).unwrap_or(one)
            };
            round_trips(&days.into_iter().fold(plain, with_day));
        }

        #[test]
        fn of_periods_and_listings(one in any_day(), other in any_day(), id in hostile()) {
            Period::new(one, other).iter().for_each(round_trips);
            Listing::new(id.as_str(), one, None).iter().for_each(round_trips);
            Listing::new(id.as_str(), one, Some(other)).iter().for_each(round_trips);
        }
    }
}

/// Each year costs what the last one did, in whatever order they come.
#[test]
fn a_calendar_grows_in_any_order() {
    let years = 0..40_000;
    let grown = years.clone().rev().fold(WorkCalendar::empty(), |calendar, year| calendar.with_year(year, []).unwrap());
    assert!(grown.years().eq(years.clone()));
    let descending: Vec<Value> = years.rev().map(|year| json!({ "year": year, "days": [] })).collect();
    assert_eq!(serde_json::from_value::<WorkCalendar>(descending.into()).unwrap(), grown);
}

/// No trainee is held against every other.
#[test]
fn a_long_list_of_trainees_is_looked_through_once() {
    let trainee = |place: u32| TraineeDraft {
        name: PersonName::parse(&format!("学员{}", place % 49_999)).ok(),
        hours: Some(Hours::whole(1)),
        finished: Some(true),
    };
    let draft = CourseDraft { trainees: (0..50_000).map(trainee).collect(), ..course("张三") };
    assert_eq!(draft.verdict().findings().len(), 1);
}
