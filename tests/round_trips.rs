//! What is made and written reads back the same, or is refused: nothing comes back as something else.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use proptest::prelude::*;
use ruankao::calendar::{DayKind, Period, WorkCalendar};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::registration::{FormDraft, FormField, Wrong};
use ruankao::regulation::{ExpiryDay, LapseEffect, Parameter, Parameters, Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Code, Entry, Event, Hours, Language, Law, Record, day};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;
use std::str::FromStr;

/// Written, it is read back the same; or it is not written at all.
#[track_caller]
fn same_or_refused<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) -> bool {
    let Ok(text) = serde_json::to_string(value) else { return false };
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap_or_else(|error| panic!("{text}: {error}")), value, "{text}");
    true
}

/// What can be read can be written: an entry is never both too large to read and small enough to write.
#[track_caller]
fn is_refused<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, words: &str) {
    let error = serde_json::to_string(value).unwrap_err().to_string();
    assert!(error.contains(words), "{error}");
}

fn entry(on: NaiveDate, hours: Hours) -> Entry {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    Entry { on, hours, mode, field, kind, provider: None }
}

fn days() -> impl Strategy<Value = NaiveDate> {
    let edges = [
        day!(1900, 1, 1).pred_opt().unwrap(),
        day!(1900, 1, 1),
        day!(2999, 12, 31),
        day!(2999, 12, 31).succ_opt().unwrap(),
        NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(),
        NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap(),
        NaiveDate::from_ymd_opt(-1, 1, 1).unwrap(),
        NaiveDate::MIN,
        NaiveDate::MAX,
    ];
    prop_oneof![
        proptest::sample::select(edges.to_vec()),
        (-400_000_i32..1_500_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
    ]
}

#[test]
fn hours_of_an_entry_and_of_a_sum() {
    for hours in [0, 1, 9_999, 10_000] {
        assert!(same_or_refused(&Hours::whole(hours)));
        assert!(same_or_refused(&entry(day!(2006, 1, 1), Hours::whole(hours))));
    }
    // A sum may be larger than an entry; it reads back as what it is, and makes no entry.
    for hours in [10_001, 100_000, u32::MAX] {
        assert!(same_or_refused(&Hours::whole(hours)));
        is_refused(&entry(day!(2006, 1, 1), Hours::whole(hours)), &format!("`{hours}`: too many hours"));
        is_refused(&Record::from(entry(day!(2006, 1, 1), Hours::whole(hours))), "expected 0 to 10000");
    }
    let tenth = Hours::from_tenths(1).unwrap();
    let mut sum = Hours::whole(u32::MAX).plus(tenth);
    for _ in 0..80 {
        assert!(same_or_refused(&sum) && same_or_refused(&sum.plus(tenth)), "{sum}");
        sum = sum.plus(sum);
    }
    assert_eq!(sum.plus(tenth), sum, "a sum stops at what a number of JSON tells apart");
    for text in ["-1", "0.05", "1e300", "100000000000001", "\"1\"", "null"] {
        assert!(serde_json::from_str::<Hours>(text).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<Hours>("1e300").unwrap_err().to_string().contains("expected 0 to 100000000000000"));
}

proptest! {
    #[test]
    fn sums_of_hours(tenths in prop::collection::vec(0_u64..=100_000, 0..20), doubled in 0_u32..40) {
        let sum = tenths.into_iter().map(|it| Hours::from_tenths(it).unwrap()).fold(Hours::ZERO, Hours::plus);
        prop_assert!(same_or_refused(&(0..doubled).fold(sum, |sum, _| sum.plus(sum))));
    }

    #[test]
    fn days_beyond_those_of_the_wire(on in days(), other in days(), recorded_on in days()) {
        let event = Act::Cancelled(Revocation::LeftPost { left_on: on.min(other), returned_on: Some(on.max(other)) }).on(on);
        let within = |days: &[NaiveDate]| days.iter().all(|day| (day!(1900, 1, 1)..=day!(2999, 12, 31)).contains(day));
        prop_assert_eq!(same_or_refused(&event), within(&[on, other]));
        prop_assert_eq!(same_or_refused(&entry(on, Hours::whole(8))), within(&[on]));
        if let Ok(record) = Record::<Event>::from(Act::Approved.on(on)).recorded_on(recorded_on) {
            prop_assert_eq!(same_or_refused(&record), within(&[on, recorded_on]));
        }
        // A period is refused where it is made.
        let period = Period::new(on.min(other), on.max(other));
        prop_assert_eq!(period.is_ok_and(|period| same_or_refused(&period)), within(&[on, other]));
        let parameters = Parameters { scope_from: on, ..Parameters::NOTICES };
        prop_assert_eq!(same_or_refused(&parameters), within(&[on]));
    }

    /// Figures are checked wherever they are read, by the same rules as where a regulation is made of them.
    #[test]
    fn figures(parameter in proptest::sample::select(Parameter::ALL.to_vec()), value in prop_oneof![0_u32..200, 900_u32..2000, 9_990_u32..10_010, 99_990_u32..100_010, any::<u32>()]) {
        let figures = Parameters::NOTICES.with(parameter, value);
        let made = Regulation::new(figures, Readings::default(), WorkCalendar::statutory());
        let text = format!(r#"{{"{parameter}": {value}}}"#);
        prop_assert_eq!(serde_json::from_str::<Parameters>(&text).is_ok(), made.is_ok(), "{}", text);
        if let Ok(regulation) = made {
            prop_assert!(same_or_refused(&figures) && same_or_refused(&Law::new(regulation)));
        }
    }
}

#[test]
fn figures_that_make_no_sense_together_are_refused_alone_too() {
    for (text, words) in [
        (r#"{"window_months": 5000}"#, "`window_months` is `5000`"),
        (r#"{"window_months": 36}"#, "expected less than the term"),
        (r#"{"validity_years": 0}"#, "expected a whole number from 1 to 100"),
        (r#"{"repealed_on": "2004-01-01"}"#, "expected a day after `scope_from`"),
    ] {
        let error = serde_json::from_str::<Parameters>(text).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
        let law = format!(r#"{{"parameters": {text}}}"#);
        assert!(serde_json::from_str::<Law>(&law).unwrap_err().to_string().contains(words));
        assert!(serde_json::from_str::<Regulation>(&law).unwrap_err().to_string().contains(words));
    }
}

#[test]
fn calendars_of_other_centuries() {
    for (year, written) in [(1899, false), (1900, true), (2030, true), (2999, true), (3000, false)] {
        let holiday = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let plain_day = (0..7).map(|days| holiday + chrono::Days::new(days));
        let working = plain_day.filter(|day| chrono::Datelike::weekday(day).number_from_monday() < 6);
        let calendar = WorkCalendar::empty().with_year(year, working.map(|day| (day, DayKind::Holiday)));
        assert_eq!(calendar.is_ok_and(|calendar| same_or_refused(&calendar)), written, "{year}");
    }
}

/// The same name is written, read, parsed and listed, and both languages have words.
fn named<T>(all: &[T], name: impl Fn(T) -> &'static str, unknown: &str)
where
    T: Copy + Debug + PartialEq + Serialize + DeserializeOwned + FromStr<Err: Debug + ToString> + ToString,
{
    for &value in all {
        assert_eq!(value.to_string(), name(value));
        assert_eq!(serde_json::to_value(value).unwrap(), name(value));
        assert_eq!(name(value).parse::<T>().unwrap(), value);
        assert!(same_or_refused(&value));
    }
    let error = "nothing".parse::<T>().unwrap_err().to_string();
    assert!(
        error.starts_with(unknown) && all.iter().all(|&value| error.contains(&format!("`{}`", name(value)))),
        "{error}"
    );
}

#[test]
fn names_of_regulation_and_codes() {
    named(&Reading::ALL, Reading::name, "`nothing` is no reading; expected `expiry_day`, ");
    named(&Parameter::ALL, Parameter::name, "`nothing` is no parameter; expected `validity_years`, ");
    named(&Code::ALL, Code::name, "`nothing` is no code; expected `out_of_order`, ");
    named(&ExpiryDay::ALL, ExpiryDay::name, "`nothing` is no side of this reading; expected `corresponding_day` or ");
    named(&LapseEffect::ALL, LapseEffect::name, "`nothing` is no side of this reading; expected `for_good` or ");
    let is_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    for reading in Reading::ALL {
        assert!(is_chinese(reading.in_words(Language::Zh)) && reading.in_words(Language::En).is_ascii());
        let sides = reading.sides_in_words();
        assert!(sides.iter().all(|side| is_chinese(side.in_words(Language::Zh))), "{reading}");
        let [one, other] = sides.map(|side| side.in_words(Language::En));
        assert!(one != other && one.is_ascii() && other.is_ascii());
    }
    for parameter in Parameter::ALL {
        assert!(is_chinese(parameter.in_words(Language::Zh)) && parameter.in_words(Language::En).is_ascii());
    }
}

/// A text given for a cell of the table, and no row, is no text that can be passed over.
#[test]
fn nothing_written_into_a_form_is_dropped() {
    let cells = [FormField::RowDate, FormField::RowMode, FormField::RowContent, FormField::RowHours];
    for cell in cells {
        let draft: FormDraft = serde_json::from_str(&format!(r#"{{"fields": {{"{cell}": "-5"}}}}"#)).unwrap();
        let defects = draft.read().unwrap_err();
        let defect = defects.iter().find(|defect| defect.field == cell).unwrap();
        assert_eq!((defect.row, defect.wrong), (None, Wrong::OutsideRow));
        assert!(defect.to_string().contains("it stands in no row"), "{defect}");
        assert!(defect.in_words(Language::Zh).to_string().contains("应填入"));
    }
    let blank: FormDraft = serde_json::from_str(r#"{"fields": {"row_hours": "  "}}"#).unwrap();
    assert!(blank.read().unwrap_err().iter().all(|defect| defect.wrong == Wrong::Missing));
    assert!(serde_json::from_str::<FormDraft>(r#"{"fields": {"hours": "5"}}"#).is_err());
    assert!(serde_json::from_str::<FormDraft>(r#"{"rows": [{"hour": "5"}]}"#).is_err());
}
