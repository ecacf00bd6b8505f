//! A regulation and its calendar, written out and read back.

use ruankao::calendar::{CalendarError, DayKind, WorkCalendar};
use ruankao::day;
use ruankao::regulation::{DecidedPoint, Notice, Parameter, Parameters, Reading, Readings, Regulation, Repeal};
use serde_json::{from_str, from_value, json, to_value};

fn local() -> Result<WorkCalendar, CalendarError> {
    let days = [(day!(2027, 1, 1), DayKind::Holiday), (day!(2027, 1, 2), DayKind::MakeupWorkday)];
    WorkCalendar::empty().with_year(2027, days)
}

#[test]
fn a_calendar_is_its_years_with_the_days_that_differ() {
    let written = json!([{"year": 2027, "days": [
        {"on": "2027-01-01", "kind": "holiday"}, {"on": "2027-01-02", "kind": "makeup_workday"},
    ]}]);
    assert_eq!(to_value(local().unwrap()).unwrap(), written);
    assert_eq!(from_value::<WorkCalendar>(written).unwrap(), local().unwrap());
    assert_eq!(from_str::<WorkCalendar>("[]").unwrap(), WorkCalendar::empty());
}

/// The 558 rows of the statutory table, and a year whose corrected day differs no more.
#[test]
fn the_statutory_calendar_survives() {
    let statutory = WorkCalendar::statutory();
    let written = to_value(&statutory).unwrap();
    let days = |year: &serde_json::Value| year["days"].as_array().unwrap().len();
    assert_eq!(written.as_array().unwrap().iter().map(days).sum::<usize>(), 558);
    assert_eq!(from_value::<WorkCalendar>(written).unwrap(), statutory);
    let corrected = statutory.with_day(day!(2026, 1, 1), DayKind::MakeupWorkday).unwrap();
    assert_eq!(from_value::<WorkCalendar>(to_value(&corrected).unwrap()).unwrap(), corrected);
}

/// Years stand in their order, whether they are of the table or of one's own, before it, in it or behind it.
#[test]
fn years_are_in_order() {
    let mut calendar = WorkCalendar::statutory();
    for year in [2027, 2010, 1999, 2003] {
        calendar = calendar.with_year(year, []).unwrap();
    }
    let years: Vec<i32> = calendar.years().collect();
    assert_eq!(years, [1999].into_iter().chain(2003..=2027).collect::<Vec<_>>());
}

/// A day that the wire could not write is not listed; a year without such a day may be any.
#[test]
fn days_beyond_the_wire_are_not_listed() {
    for (year, on) in [(1899, "1899-12-31"), (3000, "3000-01-01")] {
        let on: chrono::NaiveDate = on.parse().unwrap();
        let refused = CalendarError::OutOfRange { day: on };
        let covered = WorkCalendar::empty().with_year(year, []).unwrap();
        assert_eq!(covered.with_day(on, DayKind::Holiday), Err(refused));
        assert_eq!(WorkCalendar::empty().with_year(year, [(on, DayKind::Holiday)]), Err(refused));
    }
    for on in [day!(1900, 1, 1), day!(2999, 12, 31)] {
        let covered = WorkCalendar::empty().with_year(chrono::Datelike::year(&on), []).unwrap();
        assert!(covered.with_day(on, DayKind::MakeupWorkday).unwrap().is_working_day(on).unwrap());
    }
}

#[test]
fn a_calendar_that_the_constructors_refuse_is_not_read() {
    let refused = |text: &str, words: &str| {
        let error = from_str::<WorkCalendar>(text).unwrap_err().to_string();
        assert!(error.contains(words), "{text}: {error}");
    };
    refused(
        r#"[{"year": 2027, "days": [{"on": "2028-01-01", "kind": "holiday"}]}]"#,
        "`2028-01-01` does not lie in the year `2027`",
    );
    let new_year = r#"{"on": "2027-01-01", "kind": "holiday"}"#;
    refused(&format!(r#"[{{"year": 2027, "days": [{new_year}, {new_year}]}}]"#), "`2027-01-01` is listed twice");
    refused(r#"[{"year": 2027, "days": []}, {"year": 2027, "days": []}]"#, "the year `2027` is listed twice");
    refused(r#"[{"year": 2027, "days": [], "name": "x"}]"#, "unknown field `name`");
    refused(r#"[{"year": 2027, "days": [{"on": "2027-02-29", "kind": "holiday"}]}]"#, "there is no such day");
}

#[test]
fn a_regulation_is_its_figures_its_readings_and_a_calendar_of_its_own() {
    let notices = Regulation::default();
    let written = to_value(&notices).unwrap();
    assert_eq!(written["parameters"]["cycle_hours"], 180);
    assert_eq!(written["readings"]["expiry_day"], "corresponding_day");
    assert_eq!(written.get("calendar"), None);
    assert_eq!(from_value::<Regulation>(written).unwrap(), notices);
    assert_eq!(from_str::<Regulation>("{}").unwrap(), notices);
    assert_eq!(from_str::<Regulation>(r#"{"calendar": null}"#).unwrap(), notices);

    let parameters = Parameters { cycle_hours: 120, ..Parameters::NOTICES };
    let readings = Readings::default().turned(Reading::LateHours);
    let own = Regulation::new(parameters, readings, local().unwrap()).unwrap();
    let written = to_value(&own).unwrap();
    assert_eq!(written["calendar"][0]["year"], 2027);
    assert_eq!(from_value::<Regulation>(written).unwrap(), own);
}

#[test]
fn a_regulation_that_makes_no_sense_is_not_read() {
    let refused = |text: &str, words: &str| {
        let error = from_str::<Regulation>(text).unwrap_err().to_string();
        assert!(error.contains(words), "{text}: {error}");
    };
    refused(
        r#"{"parameters": {"validity_years": 0}}"#,
        "`validity_years` is `0`; expected a whole number from 1 to 100",
    );
    refused(r#"{"parameters": {"window_months": 36}}"#, "expected less than the term");
    refused(r#"{"readings": {"expiry_day": "never"}}"#, "never");
    refused(r#"{"figures": {}}"#, "unknown field `figures`");
}

#[test]
fn a_figure_and_a_reading_are_written_by_name() {
    for reading in Reading::ALL {
        assert_eq!(to_value(reading).unwrap(), reading.name());
    }
    for parameter in Parameter::ALL {
        assert_eq!(to_value(parameter).unwrap(), parameter.name());
    }
    assert!(from_str::<Reading>(r#""scope_from""#).is_err());
}

/// A decided point is read back by its name, which no reading shares, and is worded in both languages.
#[test]
fn a_decided_point_has_a_name_of_its_own_and_words_in_both_languages() {
    let is_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    for (place, point) in DecidedPoint::ALL.iter().enumerate() {
        assert_eq!(point.to_string().parse(), Ok(*point));
        assert!(point.name().bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_'), "{point}");
        assert_eq!(DecidedPoint::ALL.iter().position(|other| other.name() == point.name()), Some(place), "{point}");
        assert!(Reading::ALL.iter().all(|reading| reading.name() != point.name()), "{point}");
        assert!(!point.clauses().is_empty() && point.clauses().is_sorted(), "{point}");

        assert_eq!(point.other_side_en().is_some(), point.other_side_zh().is_some(), "{point}");
        for text in [point.decided_en()].into_iter().chain(point.other_side_en()) {
            assert!(text.ends_with('.'), "{point}: {text}");
        }
        for text in [point.open_zh(), point.decided_zh()].into_iter().chain(point.other_side_zh()) {
            assert!(is_chinese(text) && !text.contains('`'), "{point}: {text}");
        }
        assert!(point.decided_zh().ends_with('。'), "{point}");
    }
    let unknown = "expiry_day".parse::<DecidedPoint>().unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "no decided point is named `expiry_day`; expected a name of the list, such as `posted_papers`"
    );
}

/// The year is known and the day is not, so the caution starts with the year, and ends where a day is named.
#[test]
fn the_repeal_needs_a_caution_from_its_year_on_until_a_day_is_named() {
    let repeal = Repeal::OF_2019;
    assert_eq!(repeal.first_possible_day(), day!(2019, 1, 1));
    assert_eq!(repeal.last_possible_day(), day!(2019, 12, 31));
    for (on, needed) in
        [(day!(2018, 12, 31), false), (day!(2019, 1, 1), true), (day!(2019, 12, 31), true), (day!(2024, 5, 6), true)]
    {
        assert_eq!(repeal.needs_caution(on, None), needed, "{on}");
        assert!(!repeal.needs_caution(on, Some(day!(2019, 7, 1))), "{on}");
    }
    // The brackets of the year are printed one way on the notices and another in the list of the repealed.
    let printed = |notice: Notice| notice.name().replace('[', "〔").replace(']', "〕");
    assert!(repeal.repealed().iter().take(2).copied().eq(Notice::ALL.map(printed)));
    assert!(repeal.caution_en().contains("2019") && repeal.caution_zh().contains("2019"));
}
