//! Lines that are no JSON, and the fields of a line.

use crate::{APPLICATION, ask, event, is_case, is_none, with};
use ruankao::conformance::read_case;
use serde_json::{Value, json};

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
