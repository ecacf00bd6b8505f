//! Every error of construction, and every kind of malformed line.

use chrono::NaiveDate;
use insta::assert_snapshot;
use ruankao::calendar::{DayKind, Period, WorkCalendar, iso};
use ruankao::conformance::read_case;
use ruankao::education::{StudyMode, Syllabus};
use ruankao::identity::Listing;
use ruankao::regulation::{Parameters, Readings, Regulation};
use ruankao::{Act, Hours, Record, day};

#[test]
fn errors_of_construction() {
    let regulation = |parameters| {
        Regulation::new(parameters, Readings::default(), WorkCalendar::statutory()).unwrap_err().to_string()
    };
    let syllabus = Syllabus { full_time: 20, part_time: 10, spare_time: 8, on_the_job: 5 };
    let convert = |mode, tenths| syllabus.convert(mode, Hours::from_tenths(tenths).unwrap()).unwrap_err().to_string();
    let new_year = (day!(2027, 1, 1), DayKind::Holiday);
    let calendar = |year, days: &[(NaiveDate, DayKind)]| {
        WorkCalendar::empty().with_year(year, days.iter().copied()).unwrap_err().to_string()
    };
    let notices = Regulation::default();
    let record = Record::from(Act::Approved.on(day!(2005, 3, 10)));
    let told = [
        regulation(Parameters { validity_years: 0, ..Parameters::NOTICES }),
        regulation(Parameters { appeal_days: 10_001, ..Parameters::NOTICES }),
        regulation(Parameters { window_months: 36, ..Parameters::NOTICES }),
        Hours::try_from(-0.5).unwrap_err().to_string(),
        Hours::try_from(10_000.1).unwrap_err().to_string(),
        Hours::try_from(12.55).unwrap_err().to_string(),
        iso::parse("2005-3-10").unwrap_err().to_string(),
        iso::parse("2005-02-29").unwrap_err().to_string(),
        iso::parse("3000-01-01").unwrap_err().to_string(),
        calendar(2026, &[new_year]),
        calendar(2027, &[new_year, new_year]),
        WorkCalendar::empty().with_day(day!(2027, 1, 1), DayKind::Holiday).unwrap_err().to_string(),
        notices.review_by(day!(2026, 12, 11)).unwrap_err().to_string(),
        Period::new(day!(2006, 1, 2), day!(2006, 1, 1)).unwrap_err().to_string(),
        Listing::new("上海", day!(2006, 1, 1), Some(day!(2005, 12, 31))).unwrap_err().to_string(),
        convert(StudyMode::OnTheJob, 5),
        convert(StudyMode::FullTime, 50_001),
        regulation(Parameters { repealed_on: Some(day!(2004, 1, 1)), ..Parameters::NOTICES }),
        record.clone().recorded_on(day!(2005, 3, 9)).unwrap_err().to_string(),
        record.struck_on(day!(2005, 3, 9)).unwrap_err().to_string(),
    ];
    assert_snapshot!(told.join("\n"), @"
    the parameter `validity_years` is `0`; expected a whole number from 1 to 100
    the parameter `appeal_days` is `10001`; expected a whole number from 0 to 10000
    the parameter `window_months` is `36`; expected less than the term, which has 36 months
    hours are never negative; expected 0 to 10000
    too many hours; expected 0 to 10000
    hours are counted in tenths; expected a whole number or one decimal
    expected a date written as YYYY-MM-DD
    there is no such day; expected a day of the Gregorian calendar
    expected a day from 1900-01-01 to 2999-12-31
    `2027-01-01` does not lie in the year `2026`; list each day under its own year
    `2027-01-01` is listed twice; list each day once
    the working-day calendar does not cover the year `2027`; supply that year's arrangements
    the working-day calendar does not cover the year `2027`; supply that year's arrangements
    the period from `2006-01-02` ends before it begins, on `2006-01-01`; expected `to` not before `from`
    `上海` is withdrawn on `2005-12-31`, before its approval on `2006-01-01`; expected `withdrawn_on` not before `approved_on`
    `0.5` hours at `5` tenths an hour are no whole tenths; expected study that converts exactly
    too many hours; expected 0 to 10000
    the parameter `repealed_on` is `2004-01-01`; expected a day after `scope_from`, which is `2004-01-01`
    recorded on `2005-03-09`, before its own day; expected `recorded_on` not before `2005-03-10`
    struck on `2005-03-09`, before it was recorded; expected `struck_on` not before `2005-03-10`
    ");
}

#[test]
fn malformed_lines() {
    let event = |fields: &str| format!(r#"{{"id": "a", "history": [{{{fields}}}], "ask": []}}"#);
    let entry = |hours: &str| {
        format!(
            r#"{{"id": "a", "ledger": [{{"on": "2006-01-01", "hours": {hours}, "mode": "on_the_job", "field": "other", "kind": "standard"}}], "ask": []}}"#
        )
    };
    let figures = |figures: &str| format!(r#"{{"id": "a", "regulation": {{{figures}}}, "ask": []}}"#);
    let lines = [
        "nonsense".to_owned(),
        r#"{"id": "a", "ask": []} x"#.to_owned(),
        "[]".to_owned(),
        r#"{"id": "a", "asks": []}"#.to_owned(),
        r#"{"ask": []}"#.to_owned(),
        r#"{"id": "a", "id": "b", "ask": []}"#.to_owned(),
        r#"{"id": "a", "mode": "lenient", "ask": []}"#.to_owned(),
        r#"{"id": "a", "mode": 1, "ask": []}"#.to_owned(),
        r#"{"id": "a", "ask": {}}"#.to_owned(),
        r#"{"id": "a", "ask": [{"query": "standing"}]}"#.to_owned(),
        r#"{"id": "a", "ask": [{"query": "standing", "on": "2005-03-10", "number": "1"}]}"#.to_owned(),
        r#"{"id": "a", "ask": [{"query": "assessment", "on": "2005-03-10", "application": {"conduct_good": 1}}]}"#.to_owned(),
        event(r#""event": "approved", "on": "2005-02-29""#),
        event(r#""event": "approved", "on": "10.3.2005""#),
        event(r#""event": "approved", "on": "1899-12-31""#),
        event(r#""event": "approved", "on": 20050310"#),
        event(r#""event": "approved", "on": "2005-03-10", "until": "2008-09-10""#),
        event(r#""event": "deferral_requested", "on": "2005-03-10", "ground": "childbirth""#),
        event(r#""event": "deferral_requested", "on": "2005-03-10", "ground": "fraud", "until": "2008-09-10""#),
        event(r#""event": "cancelled", "on": "2005-03-10", "ground": "other""#),
        event(r#""event": "cancelled", "on": "2005-03-10", "ground": "fraud", "left_on": "2005-03-10""#),
        event(r#""event": "cancelled", "on": "2005-03-10", "ground": "left_post""#),
        event(r#""event": "deferral_requested", "on": "2005-03-10", "ground": "sick_leave", "until": "2008-09-10", "absences": [{"from": "2006-01-02", "to": "2006-01-01"}]"#),
        entry("-1"),
        entry("10000.1"),
        entry("12.55"),
        entry("\"12\""),
        figures(r#""validity_years": 0"#),
        figures(r#""window_months": 36"#),
        figures(r#""appeal_days": 30.5"#),
        figures(r#""appeal_days": -1"#),
        r#"{"id": "a", "providers": [{"id": "x", "approved_on": "2006-01-01", "withdrawn_on": "2005-12-31"}], "ask": []}"#.to_owned(),
    ];
    let told = lines.map(|line| read_case(line.as_bytes(), 3).unwrap_err().to_string());
    assert_snapshot!(told.join("\n"), @r#"
    line 3: not JSON: expected ident at column 2; expected one JSON object
    line 3: not JSON: trailing characters at column 24; expected one JSON object
    line 3: invalid type: list, expected an object
    line 3, field `asks`: unknown field `asks`, expected one of `id`, `regulation`, `readings`, `edition`, `mode`, `history`, `ledger`, `providers`, `agencies`, `accreditation`, `ask`
    line 3: missing field `id`; expected it to be there
    line 3: duplicate field `id`; expected it once
    line 3, field `mode`: unknown variant `lenient`, expected one of `strict`, `audit`, `recorded`
    line 3, field `mode`: invalid type: integer `1`, expected one of `strict`, `audit`, `recorded`
    line 3, field `ask`: invalid type: object, expected a list
    line 3, field `ask[0]`: `on` is missing; expected the day asked about with `standing`
    line 3, field `ask[0]`: `number` does not belong to `standing`; leave it out
    line 3, field `ask[0].application.conduct_good`: invalid type: integer `1`, expected a boolean
    line 3, field `history[0].on`: `2005-02-29`: there is no such day; expected a day of the Gregorian calendar
    line 3, field `history[0].on`: `10.3.2005`: expected a date written as YYYY-MM-DD
    line 3, field `history[0].on`: `1899-12-31`: expected a day from 1900-01-01 to 2999-12-31
    line 3, field `history[0].on`: invalid type: integer `20050310`, expected a date written as YYYY-MM-DD
    line 3, field `history[0]`: `until` does not belong to `approved`; leave it out
    line 3, field `history[0]`: `until` is missing; expected the last day on which to register with `deferral_requested`
    line 3, field `history[0]`: `ground` of `deferral_requested` is a ground of revocation; expected one of `study_abroad`, `work_abroad`, `sick_leave`, `childbirth`, `other`
    line 3, field `history[0]`: `ground` of `cancelled` is a ground of deferral; expected one of `incapacity`, `criminal_penalty`, `left_post`, `major_loss`, `fraud`
    line 3, field `history[0]`: `left_on` does not belong to `cancelled`; expected it with the ground `left_post` only
    line 3, field `history[0]`: `left_on` is missing; expected the day the post was left with `left_post`
    line 3, field `history[0].absences[0]`: the period from `2006-01-02` ends before it begins, on `2006-01-01`; expected `to` not before `from`
    line 3, field `ledger[0].hours`: `-1`: hours are never negative; expected 0 to 10000
    line 3, field `ledger[0].hours`: `10000.1`: too many hours; expected 0 to 10000
    line 3, field `ledger[0].hours`: `12.55`: hours are counted in tenths; expected a whole number or one decimal
    line 3, field `ledger[0].hours`: invalid type: string "12", expected hours from 0 to 10000, whole or with one decimal
    line 3, field `regulation`: the parameter `validity_years` is `0`; expected a whole number from 1 to 100
    line 3, field `regulation`: the parameter `window_months` is `36`; expected less than the term, which has 36 months
    line 3, field `regulation.appeal_days`: invalid type: floating point `30.5`, expected a whole number, not negative
    line 3, field `regulation.appeal_days`: invalid type: integer `-1`, expected a whole number, not negative
    line 3, field `providers[0]`: `x` is withdrawn on `2005-12-31`, before its approval on `2006-01-01`; expected `withdrawn_on` not before `approved_on`
    "#);
    assert_snapshot!(read_case(b"{\"id\": \"\xff\"}", 3).unwrap_err(), @"line 3: not UTF-8 at column 9; expected one JSON object");
}
