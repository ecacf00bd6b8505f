//! Lines that are cases and lines that are none: each kind of the wire format, on both sides.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use ruankao::conformance::{Limits, read_case, run, run_with};
use serde_json::{Value, json};

/// What a line is answered with.
fn answered(line: &str) -> Value {
    let mut output = Vec::new();
    run(line.as_bytes(), &mut output).unwrap();
    serde_json::from_slice(&output).unwrap()
}

#[track_caller]
fn is_case(line: &str) {
    if let Err(malformed) = read_case(line.as_bytes(), 1) {
        panic!("{line} is refused: {malformed}");
    }
}

/// A malformed line is answered with its id, and the message names the line and the words given.
#[track_caller]
fn is_none(line: &str, words: &str) {
    let error = read_case(line.as_bytes(), 3).err().unwrap_or_else(|| panic!("{line} is read as a case"));
    assert!(error.message.starts_with("line 3") && error.message.contains(words), "{line}: {error}");
    for name in ["u32", "u64", "f64", "struct", "tuple", "Option", "enum", "unit", "sequence", "map"] {
        assert!(!error.message.split([' ', ',', '`']).any(|word| word == name), "a name of Rust: {error}");
    }
}

/// A case with one field more.
fn with(field: &str) -> String {
    format!(r#"{{"id": "a", {field}, "ask": []}}"#)
}

fn event(fields: &str) -> String {
    with(&format!(r#""history": [{{{fields}}}]"#))
}

fn ask(fields: &str) -> String {
    format!(r#"{{"id": "a", "ask": [{{{fields}}}]}}"#)
}

const APPLICATION: &str = r#"{"conduct_good": true, "no_criminal_record": true, "fit_for_post": true, "employer_assessment_passed": true, "documents": ["certificate"], "fee_paid": true}"#;

#[test]
fn not_json() {
    is_case(r#"{"id": "a", "ask": []}"#);
    is_case("\t{\"id\": \"a\",\n \"ask\": []} ");
    for line in [
        "",
        "{",
        "nonsense",
        r#"{"id": "a", "ask": [],}"#,
        r#"{"id": "a", "ask": []} {}"#,
        r#"{"id": "a", "ask": []}]"#,
        r#"{'id': 'a', 'ask': []}"#,
        r#"{"id": "a", "ask": [NaN]}"#,
    ] {
        is_none(line, "not JSON");
    }
    for line in ["null", "5", "[]", "\"a\"", "true", r#"["a", null, null, null, null, null, null, null, []]"#] {
        is_none(line, "expected an object");
    }
}

#[test]
fn not_utf_8() {
    let read = |line: &[u8]| read_case(line, 3).map_err(|malformed| malformed.message);
    assert!(read("{\"id\": \"证\", \"ask\": []}".as_bytes()).is_ok());
    for line in
        [b"{\"id\": \"\xff\", \"ask\": []}".as_slice(), b"\xff\xfe", b"{\"id\": \"a\", \"ask\": [], \"\xc3\x28\": 1}"]
    {
        let message = read(line).unwrap_err();
        assert!(message.starts_with("line 3: not UTF-8"), "{message}");
    }
}

#[test]
fn unknown_fields() {
    is_none(&with(r#""ledgers": []"#), "`ledgers`");
    is_none(&with(r#""regulation": {"years": 3}"#), "`years`");
    is_none(&with(r#""readings": {"window": "as_is"}"#), "`window`");
    is_none(&event(r#""event": "approved", "on": "2005-03-10", "by": "x""#), "`by`");
    is_none(&with(r#""providers": [{"id": "x", "approved_on": "2005-01-01", "since": "2005-01-01"}]"#), "`since`");
    is_none(&ask(r#""query": "standing", "on": "2005-03-10", "day": 1"#), "`day`");
    is_none(
        &event(
            r#""event": "deferral_requested", "on": "2005-03-10", "ground": "childbirth", "until": "2009-01-01", "absences": [{"from": "2005-01-01", "to": "2005-01-02", "days": 2}]"#,
        ),
        "`days`",
    );
    let more = APPLICATION.replace('}', r#", "bribe": true}"#);
    is_none(
        &event(&format!(r#""event": "application_accepted", "on": "2008-01-15", "application": {more}"#)),
        "`bribe`",
    );
}

#[test]
fn missing_fields() {
    is_none(r#"{"ask": []}"#, "`id`");
    is_none(r#"{"id": null, "ask": []}"#, "`id`");
    is_none(r#"{"id": "a"}"#, "`ask`");
    is_none(r#"{"id": "a", "ask": null}"#, "`ask`");
    is_none(&event(r#""event": "approved""#), "`on`");
    is_none(&event(r#""on": "2005-03-10""#), "`event`");
    is_none(&ask(r#""on": "2005-03-10""#), "`query`");
    is_none(&ask(r#""query": "standing""#), "`on`");
    is_none(&ask(r#""query": "timeline""#), "`until`");
    is_none(&ask(r#""query": "review_by""#), "`accepted_on`");
    is_none(&ask(r#""query": "identity""#), "`number`");
    is_none(&ask(r#""query": "assessment", "on": "2005-03-10""#), "`application`");
    let needs = [
        ("deferral_requested", r#""until": "2008-09-10""#, "`ground`"),
        ("deferral_requested", r#""ground": "childbirth""#, "`until`"),
        ("extension_granted", r#""ground": "childbirth", "until": "2008-09-10""#, "`arose_on`"),
        ("extension_granted", r#""ground": "childbirth", "arose_on": "2006-01-01""#, "`until`"),
        ("extension_granted", r#""arose_on": "2006-01-01", "until": "2008-09-10""#, "`ground`"),
        ("cancelled", r#""verified_by_province": true"#, "`ground`"),
        ("cancelled", r#""ground": "left_post""#, "`left_on`"),
        ("cancelled", r#""ground": "left_post", "left_on": null"#, "`left_on`"),
        ("appeal_decided", r#""outcome": null"#, "`outcome`"),
        ("application_accepted", r#""agency": "x""#, "`application`"),
    ];
    for (act, fields, missing) in needs {
        is_none(&event(&format!(r#""event": "{act}", "on": "2008-01-15", {fields}"#)), missing);
    }
    for field in
        ["conduct_good", "no_criminal_record", "fit_for_post", "employer_assessment_passed", "documents", "fee_paid"]
    {
        let less = APPLICATION.replace(field, "x");
        is_none(
            &event(&format!(r#""event": "application_accepted", "on": "2008-01-15", "application": {less}"#)),
            "`x`",
        );
        let mut less: Value = serde_json::from_str(APPLICATION).unwrap();
        less.as_object_mut().unwrap().remove(field);
        is_none(
            &event(&format!(r#""event": "application_accepted", "on": "2008-01-15", "application": {less}"#)),
            field,
        );
    }
    let entry = json!({"on": "2006-01-01", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard"});
    is_case(&with(&format!(r#""ledger": [{entry}]"#)));
    for field in ["on", "hours", "mode", "field", "kind"] {
        let mut less = entry.clone();
        less.as_object_mut().unwrap().remove(field);
        is_none(&with(&format!(r#""ledger": [{less}]"#)), field);
    }
}

#[test]
fn repeated_fields_even_where_null() {
    is_none(r#"{"id": "a", "id": "a", "ask": []}"#, "`id`");
    for twice in
        [r#""history": [], "history": []"#, r#""mode": null, "mode": null"#, r#""mode": null, "mode": "audit""#]
    {
        is_none(&with(twice), "duplicate field");
    }
    is_none(&with(r#""regulation": {"cycle_hours": null, "cycle_hours": 1}"#), "`cycle_hours`");
    is_none(&with(r#""readings": {"late_hours": null, "late_hours": null}"#), "`late_hours`");
    is_none(&event(r#""event": "approved", "on": "2005-03-10", "on": "2005-03-10""#), "`on`");
    is_none(&event(r#""event": "approved", "on": "2005-03-10", "ground": null, "ground": null"#), "`ground`");
    is_none(&ask(r#""query": "standing", "on": "2005-03-10", "on": null"#), "`on`");
}

#[test]
fn fields_of_another_variant() {
    let foreign = [
        (r#""event": "approved", "until": "2008-09-10""#, "`until`"),
        (r#""event": "registered", "application": {}"#, "`conduct_good`"),
        (r#""event": "refused", "agency": "x""#, "`agency`"),
        (r#""event": "deferral_granted", "evidence": false"#, "`evidence`"),
        (
            r#""event": "deferral_requested", "ground": "childbirth", "until": "2008-09-10", "arose_on": "2006-01-01""#,
            "`arose_on`",
        ),
        (
            r#""event": "deferral_requested", "ground": "childbirth", "until": "2008-09-10", "written_application": true"#,
            "`written_application`",
        ),
        (r#""event": "deferral_requested", "ground": "fraud", "until": "2008-09-10""#, "`ground`"),
        (
            r#""event": "extension_granted", "ground": "left_post", "arose_on": "2006-01-01", "until": "2008-09-10""#,
            "`ground`",
        ),
        (r#""event": "cancelled", "ground": "childbirth""#, "`ground`"),
        (r#""event": "cancelled", "ground": "fraud", "left_on": "2005-01-01""#, "`left_on`"),
        (r#""event": "cancelled", "ground": "major_loss", "evidence": true"#, "`evidence`"),
        (r#""event": "appeal_filed", "outcome": "upheld""#, "`outcome`"),
    ];
    for (fields, word) in foreign {
        is_none(&event(&format!(r#"{fields}, "on": "2008-01-15""#)), word);
    }
    is_case(&event(r#""event": "cancelled", "on": "2008-01-15", "ground": "left_post", "left_on": "2005-01-01""#));
    is_case(&event(
        r#""event": "cancelled", "on": "2008-01-15", "ground": "major_loss", "verified_by_province": true"#,
    ));
    is_none(&ask(r#""query": "standing", "on": "2005-03-10", "until": "2006-01-01""#), "`until`");
    is_none(&ask(r#""query": "irregularities", "on": "2005-03-10""#), "`on`");
    is_case(&ask(r#""query": "irregularities""#));
}

#[test]
fn dates() {
    let on = |date: &str| ask(&format!(r#""query": "standing", "on": {date}"#));
    for good in ["1900-01-01", "2999-12-31", "2008-02-29", "2000-02-29"] {
        is_case(&on(&format!("\"{good}\"")));
    }
    for bad in [
        "1899-12-31",
        "3000-01-01",
        "2005-02-29",
        "1900-02-29",
        "2005-04-31",
        "2005-13-01",
        "2005-00-10",
        "2005-01-00",
        "2005-3-10",
        "05-03-10",
        "20050310",
        "2005/03/10",
        " 2005-03-10",
        "2005-03-10 ",
        "2005-03-10T00:00:00",
        "",
        "+2005-03-10",
        "２005-03-10",
    ] {
        is_none(&on(&format!("\"{bad}\"")), &format!("`{bad}`"));
    }
    for bad in ["20050310", "null", "[]", "2005.0", "true"] {
        is_none(&on(bad), "on`");
    }
    is_none(&with(r#""regulation": {"scope_from": "1899-12-31"}"#), "regulation.scope_from");
    is_case(&with(r#""regulation": {"scope_from": "1900-01-01"}"#));
}

#[test]
fn hours() {
    let hours = |hours: &str| {
        with(&format!(
            r#""ledger": [{{"on": "2006-01-01", "hours": {hours}, "mode": "on_the_job", "field": "other", "kind": "standard"}}]"#
        ))
    };
    for good in ["0", "-0.0", "0.1", "12.5", "39.9", "10000", "10000.0", "1e3", "1.25e1", "0.3", "4096.7"] {
        is_case(&hours(good));
    }
    for bad in
        ["-1", "-0.1", "10000.1", "10001", "12.55", "0.05", "1e5", "99999999999999999999", "-9223372036854775808"]
    {
        is_none(&hours(bad), "ledger[0].hours");
    }
    for bad in ["\"12.5\"", "null", "true", "[]"] {
        is_none(&hours(bad), "expected hours from 0 to 10000, whole or with one decimal");
    }
}

#[test]
fn unknown_variants() {
    is_none(&event(r#""event": "approval", "on": "2005-03-10""#), "`approval`");
    is_none(&event(r#""event": "Approved", "on": "2005-03-10""#), "`Approved`");
    is_none(&ask(r#""query": "phase", "on": "2005-03-10""#), "`phase`");
    is_none(&with(r#""mode": "lenient""#), "`lenient`");
    is_none(&with(r#""readings": {"expiry_day": "day_after"}"#), "`day_after`");
    is_none(&event(r#""event": "cancelled", "on": "2005-03-10", "ground": "death""#), "`death`");
    is_none(&event(r#""event": "appeal_decided", "on": "2005-03-10", "outcome": "won""#), "`won`");
    for (field, value) in [("mode", "online"), ("field", "hardware"), ("kind", "art")] {
        let mut entry =
            json!({"on": "2006-01-01", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard"});
        entry[field] = value.into();
        is_none(&with(&format!(r#""ledger": [{entry}]"#)), value);
    }
    let other = APPLICATION.replace(r#"["certificate"]"#, r#"["diploma"]"#);
    is_none(&ask(&format!(r#""query": "assessment", "on": "2005-03-10", "application": {other}"#)), "`diploma`");
    is_none(&event(r#""event": 5, "on": "2005-03-10""#), "history[0].event");
    is_none(&with(r#""mode": {"strict": null}"#), "mode");
}

#[test]
fn regulations_that_make_no_sense() {
    let figures = |figures: &str| with(&format!(r#""regulation": {{{figures}}}"#));
    let good = [
        r#""validity_years": 1"#,
        r#""validity_years": 100"#,
        r#""window_months": 0"#,
        r#""window_months": 35"#,
        r#""validity_years": 100, "window_months": 1199"#,
        r#""cycle_hours": 0"#,
        r#""cycle_hours": 100000"#,
        r#""yearly_hours": 100000"#,
        r#""deferral_months": 10000"#,
        r#""extension_months": 10000"#,
        r#""absence_days": 10000"#,
        r#""absence_months": 10000"#,
        r#""off_post_years": 10000"#,
        r#""review_working_days": 10000"#,
        r#""appeal_days": 10000"#,
        r#""record_retention_years": 10000"#,
    ];
    for figures in good.map(figures) {
        is_case(&figures);
    }
    let bad = [
        (r#""validity_years": 0"#, "validity_years"),
        (r#""validity_years": 101"#, "validity_years"),
        (r#""window_months": 36"#, "window_months"),
        (r#""validity_years": 1, "window_months": 12"#, "window_months"),
        (r#""validity_years": 100, "window_months": 1200"#, "window_months"),
        (r#""cycle_hours": 100001"#, "cycle_hours"),
        (r#""yearly_hours": 100001"#, "yearly_hours"),
        (r#""deferral_months": 10001"#, "deferral_months"),
        (r#""extension_months": 10001"#, "extension_months"),
        (r#""absence_days": 10001"#, "absence_days"),
        (r#""absence_months": 10001"#, "absence_months"),
        (r#""off_post_years": 10001"#, "off_post_years"),
        (r#""review_working_days": 10001"#, "review_working_days"),
        (r#""appeal_days": 10001"#, "appeal_days"),
        (r#""record_retention_years": 10001"#, "record_retention_years"),
        (r#""appeal_days": -1"#, "appeal_days"),
        (r#""appeal_days": 30.0"#, "appeal_days"),
        (r#""appeal_days": "30""#, "appeal_days"),
        (r#""appeal_days": 5000000000"#, "appeal_days"),
        (r#""appeal_days": true"#, "appeal_days"),
        (r#""cycle_hours": 180.5"#, "cycle_hours"),
    ];
    for (fields, name) in bad {
        is_none(&figures(fields), name);
    }
}

#[test]
fn periods_and_bodies_that_end_before_they_begin() {
    let away = |from, to| {
        event(&format!(
            r#""event": "deferral_requested", "on": "2005-03-10", "ground": "sick_leave", "until": "2009-01-01", "absences": [{{"from": "{from}", "to": "{to}"}}]"#
        ))
    };
    is_case(&away("2006-01-01", "2006-01-01"));
    is_none(&away("2006-01-02", "2006-01-01"), "absences");
    is_none(
        &event(
            r#""event": "deferral_requested", "on": "2005-03-10", "ground": "sick_leave", "until": "2009-01-01", "absences": [["2006-01-01", "2006-01-02"]]"#,
        ),
        "absences",
    );
    for list in ["providers", "agencies"] {
        let listed = |withdrawn| {
            with(&format!(r#""{list}": [{{"id": "x", "approved_on": "2006-01-01", "withdrawn_on": {withdrawn}}}]"#))
        };
        is_case(&listed("null"));
        is_case(&listed(r#""2006-01-01""#));
        is_none(&listed(r#""2005-12-31""#), "withdrawn");
        is_case(&with(&format!(r#""{list}": []"#)));
    }
}

#[test]
fn null_is_the_same_as_leaving_it_out() {
    let parts = ["regulation", "readings", "mode", "history", "ledger", "providers", "agencies"];
    for part in parts {
        is_case(&with(&format!(r#""{part}": null"#)));
    }
    for parameter in ruankao::regulation::Parameter::ALL {
        is_case(&with(&format!(r#""regulation": {{"{parameter}": null, "scope_from": null}}"#)));
    }
    for reading in ruankao::regulation::Reading::ALL {
        is_case(&with(&format!(r#""readings": {{"{reading}": null}}"#)));
    }
    is_case(&event(
        r#""event": "deferral_requested", "on": "2005-03-10", "ground": "other", "until": "2009-01-01", "absences": null, "provincial_consent": null, "evidence": null"#,
    ));
    is_case(&event(
        r#""event": "extension_granted", "on": "2005-03-10", "ground": "other", "arose_on": "2005-03-11", "until": "2009-01-01", "absences": null, "provincial_consent": null, "written_application": null, "evidence": null"#,
    ));
    is_case(&event(&format!(
        r#""event": "application_accepted", "on": "2005-03-10", "agency": null, "application": {APPLICATION}"#
    )));
    is_case(&event(r#""event": "cancelled", "on": "2005-03-10", "ground": "fraud", "verified_by_province": null"#));
    is_case(&with(
        r#""ledger": [{"on": "2006-01-01", "hours": 1, "mode": "full_time", "field": "other", "kind": "standard", "provider": null}]"#,
    ));
    // No list and an empty one are two things.
    let asked = |providers: &str| {
        let line = format!(
            r#"{{"id": "a", {providers} "history": [{{"event": "approved", "on": "2005-03-10"}}], "ledger": [{{"on": "2006-01-01", "hours": 12.5, "mode": "full_time", "field": "other", "kind": "standard", "provider": "x"}}], "ask": [{{"query": "education", "on": "2007-01-01"}}]}}"#
        );
        answered(&line)["answers"][0]["hours"].clone()
    };
    assert_eq!(
        (asked(""), asked(r#""providers": null,"#), asked(r#""providers": [],"#)),
        (json!(12.5), json!(12.5), json!(0))
    );
}

#[test]
fn types_of_other_kinds() {
    is_none(r#"{"id": 5, "ask": []}"#, "id");
    is_none(r#"{"id": "a", "ask": {}}"#, "ask");
    is_none(&with(r#""history": {}"#), "history");
    is_none(&with(r#""regulation": []"#), "regulation");
    is_none(&with(r#""readings": []"#), "readings");
    is_none(&with(r#""readings": {"late_hours": 1}"#), "readings.late_hours");
    is_none(&with(r#""history": ["approved"]"#), "history[0]");
    is_none(&with(r#""history": [["approved", "2005-03-10"]]"#), "history[0]");
    is_none(&with(r#""ledger": [["2006-01-01", 1, "full_time", "other", "standard", null]]"#), "ledger[0]");
    is_none(&with(r#""providers": [["x", "2006-01-01", null]]"#), "providers[0]");
    is_none(r#"{"id": "a", "ask": ["irregularities"]}"#, "ask[0]");
    is_none(r#"{"id": "a", "ask": [["irregularities"]]}"#, "ask[0]");
    let truth = APPLICATION.replace(r#""fee_paid": true"#, r#""fee_paid": 1"#);
    is_none(
        &ask(&format!(r#""query": "assessment", "on": "2005-03-10", "application": {truth}"#)),
        "application.fee_paid",
    );
    is_none(
        &ask(r#""query": "assessment", "on": "2005-03-10", "application": [true, true, true, true, [], true]"#),
        "application",
    );
    is_none(&with(r#""providers": [{"id": 1, "approved_on": "2005-01-01"}]"#), "providers[0].id");
}

#[test]
fn lines_after_a_malformed_one_are_answered_and_blank_ones_passed_over() {
    let input = b"\n{\"id\": \"a\", \"ask\": []}\r\n  \t \r\nnonsense\n{\"id\": \"b\", \"ask\": [], \"x\": 1}\n\xff\n{\"ask\": []}\n{\"id\": 7}\n\n{\"id\": \"c\", \"ask\": []}";
    let mut output = Vec::new();
    assert_eq!(run(input.as_slice(), &mut output).unwrap(), 5);
    let answers: Vec<Value> =
        String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, [json!("a"), Value::Null, json!("b"), Value::Null, Value::Null, Value::Null, json!("c")]);
    for (answer, line) in answers[1..6].iter().zip([4, 5, 6, 7, 8]) {
        assert_eq!(answer["error"]["code"], "malformed");
        assert!(answer["error"]["message"].as_str().unwrap().starts_with(&format!("line {line}")), "{answer}");
        assert_eq!(answer.as_object().unwrap().len(), 2);
    }
    assert_eq!(answers[6], json!({"id": "c", "answers": []}));
}

#[test]
fn the_edition_is_the_second_or_not_named() {
    is_case(&with(r#""edition": 2"#));
    is_case(&with(r#""edition": null"#));
    for other in ["1", "3", "0", "2.0", "-2", "\"2\"", "true", "[2]"] {
        is_none(&with(&format!(r#""edition": {other}"#)), "field `edition`");
    }
    is_none(&with(r#""edition": 1"#), "expected `2`");
}

#[test]
fn a_repeal_comes_after_the_first_day_covered() {
    let figures = |figures: &str| with(&format!(r#""regulation": {{{figures}}}"#));
    is_case(&figures(r#""repealed_on": null"#));
    is_case(&figures(r#""repealed_on": "2004-01-02""#));
    is_case(&figures(r#""repealed_on": "2000-01-02", "scope_from": "2000-01-01""#));
    for (figure, day) in [
        (r#""repealed_on": "2004-01-01""#, "`2004-01-01`"),
        (r#""repealed_on": "2003-12-31""#, "`2003-12-31`"),
        (r#""scope_from": "2019-06-01", "repealed_on": "2019-06-01""#, "`2019-06-01`"),
        (r#""repealed_on": "2019-02-29""#, "`2019-02-29`"),
        (r#""repealed_on": 2019"#, "date"),
    ] {
        is_none(&figures(figure), "field `regulation");
        is_none(&figures(figure), "repealed_on");
        is_none(&figures(figure), day);
    }
}

#[test]
fn nobody_returns_before_leaving() {
    let cancelled = |fields: &str| event(&format!(r#""event": "cancelled", "on": "2008-01-15", {fields}"#));
    is_case(&cancelled(r#""ground": "left_post", "left_on": "2005-01-01", "returned_on": "2005-01-01""#));
    is_case(&cancelled(r#""ground": "left_post", "left_on": "2005-01-01", "returned_on": null"#));
    is_case(&cancelled(r#""returned_on": "2007-01-01", "left_on": "2005-01-01", "ground": "left_post""#));
    let before = cancelled(r#""ground": "left_post", "left_on": "2005-01-02", "returned_on": "2005-01-01""#);
    is_none(&before, "field `history[0]`: `returned_on` is `2005-01-01`; expected a day not before `left_on`");
    is_none(&cancelled(r#""ground": "left_post", "returned_on": "2005-01-01""#), "`left_on` is missing");
    is_none(&cancelled(r#""ground": "fraud", "returned_on": "2005-01-01""#), "`returned_on` does not belong");
    is_none(
        &cancelled(r#""ground": "fraud", "left_on": "2005-01-01""#),
        "expected it with the ground `left_post` only",
    );
    is_none(&event(r#""event": "refused", "on": "2008-01-15", "returned_on": "2005-01-01""#), "`returned_on`");
}

#[test]
fn nothing_is_recorded_before_its_day_or_struck_before_it_was_recorded() {
    let entry = |days: &str| {
        with(&format!(
            r#""ledger": [{{"on": "2006-01-02", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard"{days}}}]"#
        ))
    };
    let act = |days: &str| event(&format!(r#""event": "approved", "on": "2006-01-02"{days}"#));
    for (field, line) in [("history[0]", &act as &dyn Fn(&str) -> String), ("ledger[0]", &entry)] {
        for good in [
            r#", "recorded_on": "2006-01-02""#,
            r#", "recorded_on": "2006-01-03", "struck_on": "2006-01-03""#,
            r#", "struck_on": "2006-01-02""#,
            r#", "recorded_on": null, "struck_on": null"#,
            r#", "struck_on": "2999-12-31", "recorded_on": "2007-01-01""#,
        ] {
            is_case(&line(good));
        }
        let place = format!("field `{field}`");
        for (bad, words) in [
            (r#", "recorded_on": "2006-01-01""#, "`recorded_on` not before `2006-01-02`"),
            (r#", "struck_on": "2006-01-01""#, "`struck_on` not before `2006-01-02`"),
            (r#", "recorded_on": "2006-02-01", "struck_on": "2006-01-31""#, "`struck_on` not before `2006-02-01`"),
        ] {
            is_none(&line(bad), words);
            is_none(&line(bad), &place);
        }
        is_none(&line(r#", "struck_on": "2006-02-30""#), &format!("field `{field}.struck_on`"));
        is_none(&line(r#", "recorded_on": 5"#), &format!("field `{field}.recorded_on`"));
        is_none(&line(r#", "struck_on": null, "struck_on": null"#), "`struck_on`");
    }
    is_none(
        &with(r#""providers": [{"id": "x", "approved_on": "2005-01-01", "recorded_on": "2005-01-01"}]"#),
        "`recorded_on`",
    );
}

#[test]
fn what_a_register_of_certificates_holds_is_known_on_a_day() {
    let known = r#""known_on": "2008-01-01""#;
    let asked = [
        r#""query": "standing", "on": "2005-03-10""#.to_owned(),
        r#""query": "timeline", "until": "2005-03-10""#.to_owned(),
        r#""query": "outlook", "on": "2005-03-10""#.to_owned(),
        r#""query": "education", "on": "2005-03-10""#.to_owned(),
        format!(r#""query": "assessment", "on": "2005-03-10", "application": {APPLICATION}"#),
        r#""query": "irregularities""#.to_owned(),
        r#""query": "sensitivity", "on": "2005-03-10""#.to_owned(),
    ];
    for question in asked {
        is_case(&ask(&format!("{question}, {known}")));
        is_case(&ask(&format!("{known}, {question}")));
        is_case(&ask(&format!(r#"{question}, "known_on": null"#)));
        is_none(&ask(&format!(r#"{question}, "known_on": "2008-13-01""#)), "field `ask[0].known_on`");
    }
    for question in [
        r#""query": "review_by", "accepted_on": "2005-03-10""#,
        r#""query": "accreditation", "on": "2005-03-10""#,
        r#""query": "may_teach", "level": "senior", "title": "professor", "competent": true"#,
        r#""query": "identity", "number": "11010519491231002X""#,
    ] {
        is_case(&ask(question));
        is_case(&ask(&format!(r#"{question}, "known_on": null"#)));
        is_none(&ask(&format!("{question}, {known}")), "field `ask[0]`: `known_on` does not belong");
        is_none(&ask(&format!("{question}, {known}")), "leave it out");
    }
}

#[test]
fn acts_of_the_second_edition_take_their_own_fields() {
    let act = |fields: &str| event(&format!(r#"{fields}, "on": "2008-01-15""#));
    for good in [
        r#""event": "application_filed""#.to_owned(),
        r#""event": "application_filed", "agency": "x""#.to_owned(),
        r#""agency": null, "event": "application_filed", "application": null"#.to_owned(),
        r#""event": "application_withdrawn""#.to_owned(),
        r#""event": "registered""#.to_owned(),
        r#""event": "registered", "agency": "x""#.to_owned(),
        format!(r#""application": {APPLICATION}, "agency": "x", "event": "registered""#),
        r#""event": "registered", "agency": null, "application": null"#.to_owned(),
    ] {
        is_case(&act(&good));
    }
    for (bad, field) in [
        (r#""event": "refused", "agency": "x""#.to_owned(), "agency"),
        (r#""event": "application_withdrawn", "agency": "x""#.to_owned(), "agency"),
        (format!(r#""event": "application_filed", "application": {APPLICATION}"#), "application"),
        (format!(r#""event": "refused", "application": {APPLICATION}"#), "application"),
        (r#""event": "registered", "until": "2009-01-01""#.to_owned(), "until"),
    ] {
        is_none(&act(&bad), &format!("field `history[0]`: `{field}` does not belong to"));
        is_none(&act(&bad), "leave it out");
    }
    is_case(&with(r#""mode": "recorded""#));
    is_none(&with(r#""mode": "as_recorded""#), "expected one of `strict`, `audit`, `recorded`");
}

/// Fields come in any order, and the message names the place whatever the order.
#[test]
fn the_order_of_fields_does_not_matter() {
    let forwards = r#"{"id": "a", "edition": 2, "mode": "audit", "history": [{"event": "approved", "on": "2005-03-10", "recorded_on": "2005-03-11"}], "ask": [{"query": "standing", "on": "2005-03-12", "known_on": "2005-03-12"}]}"#;
    let backwards = r#"{"ask": [{"known_on": "2005-03-12", "on": "2005-03-12", "query": "standing"}], "history": [{"recorded_on": "2005-03-11", "on": "2005-03-10", "event": "approved"}], "mode": "audit", "edition": 2, "id": "a"}"#;
    assert_eq!(answered(forwards), answered(backwards));
    assert_eq!(answered(forwards)["answers"][0]["phase"], "in_force");
    let wrong = backwards.replace("2005-03-11", "2005-03-09");
    assert!(answered(&wrong)["error"]["message"].as_str().unwrap().starts_with("line 1, field `history[0]`: "));
    assert_eq!(answered(&wrong)["id"], "a");
}

/// Each limit is told where it is broken, and a line within them is answered as it was.
#[test]
fn a_line_beyond_the_limits_is_malformed() {
    let absences = r#"[{"from": "2005-04-01", "to": "2005-04-02"}, {"from": "2005-05-01", "to": "2005-05-02"}]"#;
    let line = format!(
        r#"{{"id": "a", "history": [{{"event": "approved", "on": "2005-03-10"}}, {{"event": "deferral_requested", "on": "2008-01-10", "ground": "sick_leave", "until": "2008-09-10", "absences": {absences}}}],
            "ledger": [{{"on": "2006-01-01", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard"}}, {{"on": "2006-01-01", "hours": 1, "mode": "full_time", "field": "other", "kind": "standard"}}],
            "providers": [{{"id": "x", "approved_on": "2005-01-01"}}, {{"id": "y", "approved_on": "2005-01-01"}}],
            "ask": [{{"query": "timeline", "until": "2006-01-01", "known_on": "2006-01-01"}}, {{"query": "education", "on": "2007-01-01", "known_on": "2007-01-01"}}]}}"#
    )
    .replace('\n', " ");
    let with_limits = |limits: &Limits| {
        let lines = format!("{line}\n{{\"id\": \"b\", \"ask\": []}}");
        let mut output = Vec::new();
        let malformed = run_with(limits, lines.as_bytes(), &mut output).unwrap();
        let answers = String::from_utf8(output).unwrap();
        let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(answers[1], json!({"id": "b", "answers": []}));
        (malformed, answers[0].clone())
    };
    assert_eq!(with_limits(&Limits::default()), (0, answered(&line)));
    let tight = |set: fn(&mut Limits)| {
        let mut limits = Limits::default();
        set(&mut limits);
        with_limits(&limits)
    };
    type Set = fn(&mut Limits);
    let breaches: [(Set, &str); 7] = [
        (|limits| limits.events = 1, "line 1, field `history`: 2 events; expected at most 1"),
        (|limits| limits.entries = 1, "line 1, field `ledger`: 2 entries; expected at most 1"),
        (|limits| limits.listings = 1, "line 1, field `providers`: 2 bodies; expected at most 1"),
        (|limits| limits.questions = 1, "line 1, field `ask`: 2 questions; expected at most 1"),
        (|limits| limits.known_days = 1, "line 1, field `ask`: 2 different days in `known_on`; expected at most 1"),
        (|limits| limits.absences = 1, "line 1, field `history`: 2 absences; expected at most 1"),
        (|limits| limits.rows = 4, "line 1, field `ask`: 5 rows of answers or more; expected at most 4"),
    ];
    for (set, message) in breaches {
        let (malformed, answer) = tight(set);
        assert_eq!((malformed, &answer["id"], &answer["error"]["code"]), (1, &json!("a"), &json!("malformed")));
        assert_eq!(answer["error"]["message"], message);
    }
    assert_eq!(tight(|limits| limits.rows = 5), (0, answered(&line)));
    let (malformed, answer) = tight(|limits| limits.bytes = 100);
    let message = "line 1: longer than 100 bytes; expected a line of at most so many";
    assert_eq!((malformed, answer), (1, json!({"id": null, "error": {"code": "malformed", "message": message}})));
}

/// A line may lie within a reader that hands it over in pieces, and be as long as the limit.
#[test]
fn a_line_of_just_the_limit_is_read() {
    let line = r#"{"id": "a", "ask": []}"#;
    let mut limits = Limits::default();
    limits.bytes = line.len();
    for (text, malformed) in [
        (format!("{line}\n{line}"), 0),
        (format!("  {line}  \r\n\n"), 0),
        (format!("{line} x"), 1),
        (format!("{line}{}", " ".repeat(500)), 0),
        (format!("{}\n{line}\n", " ".repeat(500)), 0),
        (format!("{}\n{line}\n", "x".repeat(500)), 1),
    ] {
        for piece in [1, 7, 4096] {
            let mut output = Vec::new();
            let input = std::io::BufReader::with_capacity(piece, text.as_bytes());
            assert_eq!(run_with(&limits, input, &mut output).unwrap(), malformed, "{text:?} in pieces of {piece}");
        }
    }
}
