//! The values of fields.

use crate::{APPLICATION, answered, ask, event, is_case, is_none, with};
use ruankao::conformance::run;
use serde_json::{Value, json};

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
