//! What a report holds, counts and says.

use ruankao::conformance::{
    Answering, Capability, Case, Difference, Failed, Level, Report, Stance, check, hostile_cases, read_case,
    seeded_cases,
};
use ruankao::{Language, Mode};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A system that answers as the crate does, but for what is made of the answers.
struct Altered<F> {
    stance: Stance,
    make: F,
}

impl<F: FnMut(&Case, Value) -> Value> Answering for Altered<F> {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let answers = case.answers().into_iter().map(|answer| serde_json::to_value(answer).unwrap());
        Ok(answers.map(|answer| (self.make)(case, answer)).collect())
    }
}

fn checked(stance: Stance, cases: impl IntoIterator<Item = Case>, make: impl FnMut(&Case, Value) -> Value) -> Report {
    check(&mut Altered { stance, make }, cases)
}

fn difference(is_smallest: bool) -> Difference {
    Difference {
        found_on: "it's 1".into(),
        case: json!({ "id": "a" }),
        is_smallest,
        expected: json!("<lapsed>"),
        found: json!("\u{fffe}"),
        clauses: vec!["47.3".into(), "47.8".into()],
    }
}

fn report() -> Report {
    Report {
        seed: Some(7),
        level: Level::Findings,
        cases: 12,
        questions: 34,
        passed_over: [(Capability::Ledger, 2), (Capability::Records, 3)].into(),
        differences: vec![difference(true)],
        more: 0,
        failure: None,
    }
}

/// A test case for each difference, each thing lacking and a failure, and one for the whole; nothing that XML cannot hold.
#[test]
fn a_report_in_xml_counts_and_escapes() {
    let failure = Some(Failed { on: "b".into(), case: json!({}), reason: "it ended".into() });
    let report = Report { differences: vec![difference(true); 3], failure, ..report() };
    let xml = report.junit("theirs").to_string();
    assert!(xml.contains(r#"tests="7" failures="3" errors="1" skipped="2""#), "{xml}");
    assert!(xml.contains(r#"<property name="seed" value="7"/>"#));
    assert!(xml.contains(r#"name="it&apos;s 1""#));
    assert!(xml.contains("expected &quot;&lt;lapsed&gt;&quot;&#10;found "), "{xml}");
    assert!(!xml.contains('\u{fffe}'));
    let document = roxmltree::Document::parse(&xml).unwrap();
    assert_eq!(document.descendants().filter(|node| node.has_tag_name("testcase")).count(), 7);
    let none = Report::default().of_seed(9);
    assert_eq!((none.seed, none.cases), (Some(9), 0));
    assert!(none.junit("theirs").to_string().contains(r#"tests="1" failures="0" errors="0" skipped="0""#));
}

/// What more there would be to say is said where there is some, and only there.
#[test]
fn a_report_in_words_says_what_is_left_out() {
    let smallest = report();
    let rough = Report { differences: vec![difference(false), difference(true)], more: 4, ..report() };
    for (language, of_smallest, of_more) in [
        (Language::En, "more might be taken away from 1 of these cases", "4 more of these kinds"),
        (Language::Zh, "其中1个案例或可再作精简", "同类差异另有4处"),
    ] {
        let told = rough.in_words(language).to_string();
        assert!(told.lines().any(|line| line == of_smallest) && told.lines().any(|line| line == of_more), "{told}");
        let told = smallest.in_words(language).to_string();
        assert_eq!(told.lines().count(), 3 + 1 + 4 + 1, "{told}");
    }
}

/// Each difference is told, or counted where there is one of its kind already; no more than twenty kinds are told.
#[test]
fn every_difference_is_told_or_counted() {
    let cases: Vec<Case> = seeded_cases(2).take(250).collect();
    let is_long = |case: &Case| case.history.records().len() > 2;
    let report = checked(Stance::any(), cases.clone(), |case, answer| if is_long(case) { Value::Null } else { answer });
    let told = u64::try_from(report.differences.len()).unwrap();
    let differing = cases.iter().filter(|&case| is_long(case)).count();
    assert_eq!(told + report.more, u64::try_from(differing).unwrap());
    assert!((10..=20).contains(&told), "{told}");
    for difference in &report.differences {
        // It is about the question on which the two differed first.
        let whole = cases.iter().find(|case| case.id == difference.found_on).unwrap();
        assert_eq!(difference.case["ask"][0]["query"], serde_json::to_value(&whole.ask[0]).unwrap()["query"]);
    }
    // The phases are kinds of their own, and so are the codes.
    let phases: BTreeSet<String> = report.differences.iter().map(|one| one.expected["phase"].to_string()).collect();
    let codes: BTreeSet<String> =
        report.differences.iter().map(|one| one.expected["error"]["code"].to_string()).collect();
    assert!(phases.len() > 2 && codes.len() > 2, "{phases:?} {codes:?}");
    let of_standing = report.differences.iter().filter(|one| one.case["ask"][0]["query"] == "standing").count();
    assert!(of_standing > 2, "{of_standing}");
}

/// On the level of findings the rows of a list are compared by code and event, and nothing of their words.
#[test]
fn lists_are_compared_row_by_row() {
    let line = br#"{"id": "a", "mode": "audit", "history": [{"event": "approved", "on": "2005-03-10"},
        {"event": "application_filed", "on": "2007-01-10"}], "ask": [{"query": "irregularities"}]}"#;
    let case = read_case(line, 1).unwrap();
    let stance = || Stance::any().level(Level::Findings);
    let silent = checked(stance(), [case.clone()], |_, answer| if answer.is_array() { json!([]) } else { answer });
    assert_eq!((silent.level, silent.differences.len()), (Level::Findings, 1));
    assert_eq!(silent.differences[0].clauses, ["47.3"]);
    let other = |name: &'static str, value: &'static str| {
        move |_: &Case, mut answer: Value| {
            if let Some(row) = answer.get_mut(0) {
                row[name] = json!(value);
            }
            answer
        }
    };
    assert!(!checked(stance(), [case.clone()], other("code", "lapsed")).conforms());
    assert!(checked(stance(), [case.clone()], other("clause", "47.8")).conforms());
    assert!(!checked(Stance::any(), [case], other("clause", "47.8")).conforms());
}

/// The clauses that either answer rests on are named once, that of a phase among them.
#[test]
fn the_clauses_of_both_answers_are_named_once() {
    let line = br#"{"id": "a", "history": [{"event": "approved", "on": "2005-03-10"}],
        "ask": [{"query": "standing", "on": "2008-03-11"}]}"#;
    let case = read_case(line, 1).unwrap();
    let made =
        json!([{ "clause": "47.8" }, { "phase": "lapsed" }, { "deep": { "clause": "47.8" } }, { "phase": "released" }]);
    let report =
        checked(Stance::any(), [case], |_, answer| if answer["phase"] == "lapsed" { made.clone() } else { answer });
    assert_eq!(report.differences[0].clauses, ["47.3", "47.8"]);
}

fn in_hand(name: &str, known: &str) -> Vec<Case> {
    let line = format!(
        r#"{{"id": "a", "history": [{{"event": "approved", "on": "2005-03-10"}}],
            "ask": [{{"query": "standing", "on": "2006-01-01"}}, {{"query": "{name}", {known}}}]}}"#
    );
    vec![read_case(line.as_bytes(), 1).unwrap()]
}

/// What a system lacks is passed over and counted by its name, and nothing else is.
#[test]
fn what_is_lacking_is_passed_over_by_name() {
    let complete = serde_json::to_string(&ruankao::Application::COMPLETE).unwrap();
    let seeded = || seeded_cases(8).take(300).collect::<Vec<_>>();
    for capability in Capability::ALL {
        let within = r#""on": "2006-01-01", "from": "2006-01-01", "to": "2006-12-31""#;
        let otherwise = format!(r#""on": "2006-01-01", "application": {complete}, "hypothesis": {{}}"#);
        let cases = match capability {
            Capability::Plan => in_hand("plan", r#""on": "2006-01-01""#),
            Capability::Explanation => in_hand("explanation", r#""on": "2006-01-01", "of": "standing""#),
            Capability::Agenda => in_hand("agenda", within),
            Capability::Difference => in_hand("difference", &otherwise),
            Capability::KnownDifference => {
                in_hand("known_difference", r#""on": "2006-01-01", "known_on": "2006-02-01""#)
            }
            _ => seeded(),
        };
        let report = checked(Stance::any().without([capability]), cases.clone(), |_, answer| answer);
        assert!(report.conforms());
        assert_eq!(report.passed_over.keys().collect::<Vec<_>>(), [&capability]);
        let all = checked(Stance::any(), cases, |_, answer| answer);
        assert!(all.passed_over.is_empty() && all.questions > report.questions);
    }
}

/// A record is late or struck in either register, each by itself.
#[test]
fn records_late_or_struck_are_passed_over_in_either_register() {
    let entry =
        json!({ "on": "2005-06-01", "hours": 40, "mode": "on_the_job", "field": "software", "kind": "technology" });
    let approved = json!({ "event": "approved", "on": "2005-03-10" });
    let with = |value: &Value, name: &str| {
        let mut value = value.clone();
        if !name.is_empty() {
            value[name] = json!("2006-01-01");
        }
        value
    };
    for (of_event, of_entry, passed_over) in
        [("", "", 0), ("recorded_on", "", 1), ("struck_on", "", 1), ("", "recorded_on", 1), ("", "struck_on", 1)]
    {
        let case = json!({
            "id": "a", "history": [with(&approved, of_event)], "ledger": [with(&entry, of_entry)],
            "ask": [{ "query": "standing", "on": "2006-03-01" }],
        });
        let case = serde_json::from_value(case).unwrap();
        let report = checked(Stance::any().without([Capability::Records]), [case], |_, answer| answer);
        assert_eq!(report.passed_over.get(&Capability::Records).copied().unwrap_or(0), passed_over);
    }
}

/// A ledger is passed over where there is one.
#[test]
fn a_ledger_is_passed_over_where_there_is_one() {
    let [empty, with_an_entry] =
        ["", r#"{"on": "2005-06-01", "hours": 40, "mode": "on_the_job", "field": "software", "kind": "technology"}"#];
    for (ledger, passed_over) in [(empty, None), (with_an_entry, Some(1))] {
        let line =
            format!(r#"{{"id": "a", "ledger": [{ledger}], "ask": [{{"query": "standing", "on": "2006-03-01"}}]}}"#);
        let case = read_case(line.as_bytes(), 1).unwrap();
        let report = checked(Stance::any().without([Capability::Ledger]), [case], |_, answer| answer);
        assert_eq!(report.passed_over.get(&Capability::Ledger).copied(), passed_over);
    }
}

/// A system that stands for one mode is asked in it, hostile cases too.
#[test]
fn a_system_is_asked_in_its_own_mode() {
    let mut asked = 0;
    let stance = Stance::any().mode(Mode::Recorded);
    checked(stance, hostile_cases(3).take(40), |case, answer| {
        asked += 1;
        assert_eq!(case.mode, Mode::Recorded);
        answer
    });
    assert!(asked > 40);
}
