//! The example `compliance`, told from what is typed: what was planted is found and nothing else, in every form.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::indexing_slicing, reason = "what is missing fails the test")]

#[path = "../../examples/compliance/args.rs"]
mod args;
#[path = "../../examples/compliance/audit.rs"]
mod audit;
#[path = "../../examples/compliance/baseline.rs"]
mod baseline;
#[path = "../../examples/compliance/irregularity.rs"]
mod irregularity;
#[path = "../../examples/compliance/plant/mod.rs"]
mod plant;
#[path = "../../examples/compliance/progress.rs"]
mod progress;
#[path = "../../examples/compliance/register.rs"]
mod register;
#[path = "../../examples/compliance/report/mod.rs"]
mod report;
#[path = "../../examples/compliance/run.rs"]
mod run;

use args::Options;
use clap::Parser;
use run::{Failure, Outcome};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

const REGISTER: &str = "examples/data/audited.jsonl";
const LAW: &str = "examples/data/audited.law.json";
const PLANTED: &str = "examples/data/audited.planted.jsonl";

/// What came of it, what is said, and what is told of what cannot be read.
struct Told {
    outcome: Outcome,
    out: String,
    err: String,
}

fn compliance(typed: &[&str]) -> Result<Told, String> {
    let options = Options::try_parse_from([&["compliance"], typed].concat()).map_err(|error| error.to_string())?;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    match run::run(&options.task, &mut out, &mut err) {
        Ok(outcome) => {
            let [out, err] = [out, err].map(|told| String::from_utf8(told).unwrap());
            Ok(Told { outcome, out, err })
        }
        Err(Failure::Told(error)) => Err(error),
        Err(Failure::Output(error)) => Err(error.to_string()),
    }
}

fn audited(more: &[&str]) -> Told {
    compliance(&[&["audit", REGISTER, "--law", LAW], more].concat()).unwrap()
}

fn json(more: &[&str]) -> Value {
    serde_json::from_str(&audited(&[&["--format", "json"], more].concat()).out).unwrap()
}

/// A file of this test, below a folder of this run.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("compliance-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

fn planted() -> Vec<Value> {
    let list = fs::read_to_string(PLANTED).unwrap();
    list.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What is compared of an irregularity.
fn essence(irregularity: &Value) -> Value {
    let fields = ["certificate", "event", "act", "code", "clause", "subject", "required", "found", "part_of"];
    fields.into_iter().map(|field| irregularity.get(field).cloned().unwrap_or_default()).collect()
}

#[test]
fn what_was_planted_is_found_and_nothing_else() {
    let report = json(&[]);
    let found: Vec<Value> = report["irregularities"].as_array().unwrap().iter().map(essence).collect();
    let planted: Vec<Value> = planted().iter().map(essence).collect();
    for (found, planted) in found.iter().zip(&planted) {
        assert_eq!(found, planted);
    }
    assert_eq!(found.len(), planted.len());
    assert_eq!(report["irregular"], planted.len());
    let certificates = report["certificates"].as_u64().unwrap();
    assert!(certificates >= 2_000 && fs::metadata(REGISTER).unwrap().len() < 2 << 20);
    // However many read it.
    for threads in ["1", "7"] {
        assert_eq!(json(&["--threads", threads]), report);
    }
}

/// Every code that can stand against an event of a certificate is planted, and each that can stand against a registration.
#[test]
fn every_kind_is_planted() {
    use ruankao::Code;
    let planted: BTreeSet<String> = planted().iter().map(|row| row["code"].as_str().unwrap().to_owned()).collect();
    let all: BTreeSet<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    let [last_event, first_condition, last_condition] = [Code::AppealTooLate, Code::Conduct, Code::EducationYear]
        .map(|code| Code::ALL.iter().position(|other| *other == code).unwrap());
    // It has the findings behind it.
    let whole = [Code::ConditionsNotMet];
    let of_certificates = Code::ALL[..=last_event].iter().chain(&Code::ALL[first_condition..=last_condition]);
    let of_certificates: BTreeSet<String> =
        of_certificates.filter(|code| !whole.contains(code)).map(|code| code.name().to_owned()).collect();
    assert!(of_certificates.is_subset(&all));
    assert_eq!(planted, of_certificates);
}

/// The register is what the command that made it makes of its seed.
#[test]
fn the_register_can_be_made_again() {
    let [register, list] = ["again.jsonl", "again.planted.jsonl"].map(|name| file(name, ""));
    let [register, list] = [register, list].map(|path| path.to_str().unwrap().to_owned());
    compliance(&["plant", "--register", &register, "--planted", &list]).unwrap();
    assert!(fs::read(register).unwrap() == fs::read(REGISTER).unwrap(), "the register differs");
    assert!(fs::read(list).unwrap() == fs::read(PLANTED).unwrap(), "the list differs");
}

/// By clause, with certificate, event, and what was required and found, in both languages.
#[test]
fn the_text_is_told_by_clause() {
    let [en, zh] = ["en", "zh"].map(|language| audited(&["--language", language]));
    assert_eq!((en.outcome, zh.outcome), (Outcome::Irregular, Outcome::Irregular));
    for row in planted() {
        let certificate = row["certificate"].as_str().unwrap();
        assert!(en.out.contains(certificate) && zh.out.contains(certificate));
        if let Some(clause) = row["clause"].as_str() {
            let clause: ruankao::Clause = clause.parse().unwrap();
            assert!(en.out.contains(&format!("{clause}  {}", clause.text_en())), "{clause}");
            assert!(zh.out.contains(&format!("{clause}  {}", clause.text_zh())), "{clause}");
        }
    }
    let text = "event 3, registered on ";
    assert!(en.out.contains(text) && en.out.contains("    required: 180 hours\n    found: 1"), "{}", en.out);
    assert!(zh.out.contains("    要求：180学时\n    实为：1"), "{}", zh.out);
    // No sentence of the other language, and no code in place of one.
    assert!(!zh.out.lines().any(|line| line.starts_with("    ") && line.contains("expected")));
}

#[test]
fn sarif_has_the_shape_of_its_standard() {
    let schema: Value = serde_json::from_str(include_str!("sarif-2.1.0.json")).unwrap();
    let standard = jsonschema::draft7::new(&schema).unwrap();
    let broken = file("broken.jsonl", "{}\n");
    let broken = compliance(&["audit", broken.to_str().unwrap(), "--format", "sarif"]).unwrap().out;
    for told in [audited(&["--format", "sarif"]).out, audited(&["--format", "sarif", "--language", "zh"]).out, broken] {
        let log: Value = serde_json::from_str(&told).unwrap();
        let wrong: Vec<String> = standard.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    // What the standard says in words: each result names its rule by place and by name.
    let log: Value = serde_json::from_str(&audited(&["--format", "sarif"]).out).unwrap();
    let run = &log["runs"][0];
    let (results, rules) = (run["results"].as_array().unwrap(), &run["tool"]["driver"]["rules"]);
    assert_eq!(results.len(), planted().len());
    for (result, planted) in results.iter().zip(planted()) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["id"].as_str().unwrap().ends_with(planted["code"].as_str().unwrap()));
        let line = result["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64().unwrap();
        let text = fs::read_to_string(REGISTER).unwrap();
        let line = text.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
        assert!(line.contains(planted["certificate"].as_str().unwrap()));
    }
    // The standard can be broken: the schema is looked at.
    assert!(!standard.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] })));
}

#[test]
fn junit_has_a_case_for_each() {
    for language in ["en", "zh"] {
        let told = audited(&["--format", "junit", "--language", language]).out;
        let document = roxmltree::Document::parse(&told).unwrap();
        let failures: Vec<_> = document.descendants().filter(|node| node.has_tag_name("failure")).collect();
        let planted = planted();
        assert_eq!(failures.len(), planted.len());
        let suites = document.root_element();
        assert_eq!(suites.attribute("failures"), Some(planted.len().to_string().as_str()));
        for failure in failures {
            let case = failure.parent().unwrap();
            let suite = case.parent().unwrap();
            assert_eq!(case.attribute("classname"), suite.attribute("name"));
            assert!(failure.attribute("message").is_some_and(|message| !message.is_empty()));
        }
    }
}

/// What was accepted is passed over; only what is new breaks a build, and what got worse is new.
#[test]
fn what_was_accepted_before_is_passed_over() {
    let baseline = file("baseline.jsonl", "");
    let baseline = baseline.to_str().unwrap();
    assert_eq!(audited(&["--write-baseline", baseline]).outcome, Outcome::Irregular);
    let again = audited(&["--baseline", baseline, "--format", "json"]);
    assert_eq!(again.outcome, Outcome::Regular);
    let report: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((report["irregular"].as_u64(), report["accepted"].as_u64()), (Some(0), Some(planted().len() as u64)));

    let accepted = fs::read_to_string(baseline).unwrap();
    let (first, others) = accepted.split_once('\n').unwrap();
    let without_first = file("others.jsonl", others);
    let told = audited(&["--baseline", without_first.to_str().unwrap(), "--format", "sarif"]);
    assert_eq!(told.outcome, Outcome::Irregular);
    let log: Value = serde_json::from_str(&told.out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!((results.len(), &results[0]["baselineState"]), (1, &Value::from("new")));

    // One accepted once does not accept it twice, and one less bad does not accept it.
    let line = fs::read_to_string(REGISTER).unwrap();
    let first: Value = serde_json::from_str(first).unwrap();
    let line = line.lines().find(|line| line.contains(first["certificate"].as_str().unwrap())).unwrap();
    let twice = file("twice.jsonl", &format!("{line}\n{line}\n"));
    let told = compliance(&["audit", twice.to_str().unwrap(), "--law", LAW, "--baseline", baseline]).unwrap();
    assert_eq!(told.outcome, Outcome::Irregular);
    let better = accepted.replace("hours\"", "hours less\"");
    assert_ne!(better, accepted);
    let better = file("better.jsonl", &better);
    assert_eq!(audited(&["--baseline", better.to_str().unwrap()]).outcome, Outcome::Irregular);
    // A file that is none is told of.
    let error = |name: &str| compliance(&["audit", REGISTER, "--baseline", name]).err().unwrap();
    assert!(error(REGISTER).contains("line 1: expected what `--write-baseline` writes"));
    assert!(error("no_such_file").contains("no_such_file"));
}

/// A line that is no case is told of with its place, and the others are audited.
#[test]
fn a_broken_line_is_told_of() {
    let register = fs::read_to_string(REGISTER).unwrap();
    let mut lines: Vec<&str> = register.lines().collect();
    let broken = r#"{"id": "a", "history": [{"event": "approved", "on": "2005-02-29"}], "ask": []}"#;
    lines.insert(7, broken);
    lines.insert(9, "\u{1b}[2J");
    lines.insert(11, "");
    let path = file("broken_line.jsonl", &lines.join("\r\n"));
    let told = compliance(&["audit", path.to_str().unwrap(), "--law", LAW, "--format", "json"]).unwrap();
    assert_eq!(told.outcome, Outcome::Unreadable);
    assert!(
        told.err.contains("line 8, field `history[0].on`: `2005-02-29`") && told.err.contains("line 10"),
        "{}",
        told.err
    );
    assert!(!told.err.contains('\u{1b}') && !told.out.contains('\u{1b}'));
    let report: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((&report["unreadable"], &report["irregular"]), (&Value::from(2), &Value::from(planted().len())));
    assert_eq!(report["certificates"], register.lines().count());
    assert_eq!(report["unreadable_lines"][0]["line"], 8);
    // A line goes on where a block ends, and one that is too long is passed over.
    let long = format!("{}\n{}\n{}", " ".repeat(700_000), "x".repeat(20 << 20), lines[0]);
    let path = file("long.jsonl", &long);
    let told = compliance(&["audit", path.to_str().unwrap(), "--law", LAW]).unwrap();
    assert!(told.err.starts_with("error: line 2: expected at most 16777216 bytes\n"), "{}", told.err);
    assert!(told.out.contains("1 certificates"), "{}", told.out);
    fs::remove_file(path).unwrap();
}

#[test]
fn what_comes_from_outside_is_shown() {
    let register = fs::read_to_string(REGISTER).unwrap();
    let certificate = planted()[0]["certificate"].as_str().unwrap().to_owned();
    let line = register.lines().find(|line| line.contains(&certificate)).unwrap();
    let line = line.replace(&certificate, r"a\u001b[2J\u202eb");
    let path = file("hidden.jsonl", &line);
    for format in ["text", "json", "sarif", "junit"] {
        let told = compliance(&["audit", path.to_str().unwrap(), "--law", LAW, "--format", format]).unwrap().out;
        assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'), "{format}: {told}");
        assert!(told.contains(r"a\u{1b}[2J\u{202e}b") || told.contains(r"a\u001b[2J\u202eb"), "{format}: {told}");
    }
}

/// Each line may name its law; a file names one for all.
#[test]
fn each_line_has_its_law_or_all_have_one() {
    let early = |window: &str| {
        format!(
            r#"{{"id": "a", "regulation": {{{window}}}, "ask": [], "history": [{{"event": "approved", "on": "2005-03-10"}},
                {{"event": "application_filed", "on": "2007-11-10"}}]}}"#
        )
        .replace('\n', " ")
    };
    let [as_it_is, longer] = ["", r#""window_months": 6"#].map(early);
    let path = file("laws.jsonl", &format!("{as_it_is}\n{longer}\n"));
    let path = path.to_str().unwrap();
    let irregular = |more: &[&str]| {
        let told = compliance(&[&["audit", path, "--format", "json"], more].concat()).unwrap();
        let report: Value = serde_json::from_str(&told.out).unwrap();
        (report["irregular"].as_u64().unwrap(), report["law"].is_string())
    };
    assert_eq!(irregular(&[]), (1, false));
    let law = file("law.json", r#"{"parameters": {"window_months": 4}}"#);
    assert_eq!(irregular(&["--law", law.to_str().unwrap()]), (0, true));
    let law = file("no_law.json", r#"{"parameters": {"validity_years": 0}}"#);
    assert!(compliance(&["audit", path, "--law", law.to_str().unwrap()]).is_err());
}

/// All are counted, and not more listed than was asked for.
#[test]
fn not_more_are_listed_than_asked() {
    let report = json(&["--most", "10"]);
    let planted = planted().len();
    assert_eq!(report["irregularities"].as_array().unwrap().len(), 10);
    assert_eq!((&report["irregular"], &report["not_listed"]), (&Value::from(planted), &Value::from(planted - 10)));
    let counted: u64 = report["by_rule"].as_array().unwrap().iter().map(|rule| rule["count"].as_u64().unwrap()).sum();
    assert_eq!(counted, planted as u64);
}

#[test]
fn what_is_asked_wrongly_is_told() {
    assert!(compliance(&["audit", "no_such_register"]).err().unwrap().contains("no_such_register"));
    assert!(compliance(&["audit", REGISTER, "--format", "xml"]).is_err());
    assert!(compliance(&["audit"]).is_err());
    let nothing = file("nothing.jsonl", "");
    let told = compliance(&["audit", nothing.to_str().unwrap()]).unwrap();
    assert_eq!((told.outcome, told.err.as_str()), (Outcome::Regular, ""));
}

/// Whatever the page of the documentation types is understood.
#[test]
fn what_the_page_types_is_understood() {
    let page = include_str!("../../src/docs/testing.md").replace("\\\n", " ");
    let mut typed = 0;
    for line in page.lines().map(str::trim) {
        let line = line
            .strip_prefix("cargo run --release --example compliance -- ")
            .or_else(|| line.strip_prefix("compliance "));
        let words = line.into_iter().flat_map(str::split_whitespace).take_while(|word| !word.starts_with('>'));
        let words: Vec<&str> = words.collect();
        if line.is_some() {
            let options = Options::try_parse_from(["compliance"].into_iter().chain(words.iter().copied()));
            assert!(options.is_ok(), "{words:?}");
            typed += 1;
        }
    }
    assert!(typed >= 3, "{typed}");
}
