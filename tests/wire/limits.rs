//! How much a line may hold.

use crate::answered;
use ruankao::conformance::{Limits, run_with};
use serde_json::{Value, json};

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

/// The events of a body are as many as those of a certificate.
#[test]
fn the_events_of_a_body_are_counted() {
    let events = r#"[{"event": "proposed", "on": "2005-01-01"}, {"event": "approved", "on": "2005-02-01"}]"#;
    let line = format!(
        r#"{{"id": "a", "accreditation": {{"kind": "registration_agency", "history": {events}}}, "ask": [{{"query": "accreditation", "on": "2006-01-01"}}]}}"#
    );
    let mut limits = Limits::default();
    let mut message = |most| {
        limits.events = most;
        let mut output = Vec::new();
        run_with(&limits, line.as_bytes(), &mut output).unwrap();
        serde_json::from_slice::<Value>(&output).unwrap()["error"]["message"].clone()
    };
    assert_eq!(message(2), Value::Null);
    assert_eq!(message(1), "line 1, field `accreditation`: 2 events; expected at most 1");
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
