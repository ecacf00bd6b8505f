//! What the second edition of the format has.

use crate::{APPLICATION, answered, ask, event, is_case, is_none, with};

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
