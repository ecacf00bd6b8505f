//! What the front page promises, and the table of the contributing guide that names the tests which hold it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use ruankao::conformance::{Case, read_case};
use ruankao::finding::{EventFault, Fault};
use ruankao::regulation::Parameter;
use ruankao::{Code, Law};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const GUIDE: &str = include_str!("../CONTRIBUTING.md");
const FRONT_PAGE: &str = include_str!("../README.md");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the table: a promise, and the tests.
fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let rows = GUIDE.lines().skip_while(|line| !line.starts_with("| promise |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            (cells[1], cells[2].split('`').skip(1).step_by(2).collect())
        })
        .collect()
}

/// The file of a test that is named by the modules it stands in.
fn file_of(test: &str) -> PathBuf {
    let (modules, _) = test.rsplit_once("::").unwrap();
    let path = root().join("tests").join(modules.replace("::", "/"));
    let folders = ["main.rs", "mod.rs"].map(|file| path.join(file));
    folders.into_iter().find(|file| file.exists()).unwrap_or_else(|| path.with_extension("rs"))
}

#[test]
fn every_promise_has_a_test_that_is_there() {
    let rows = rows();
    assert!(rows.len() >= 15, "{} rows", rows.len());
    for (promise, tests) in rows {
        assert!(!tests.is_empty(), "nothing holds: {promise}");
        for test in tests {
            let file = file_of(test);
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{test}: {}: {error}", file.display()));
            let (_, name) = test.rsplit_once("::").unwrap();
            let before = text.split(&format!("fn {name}(")).next().unwrap();
            assert!(before.len() < text.len(), "`{test}` is not there");
            let attributes = before.rsplit("\n\n").next().unwrap();
            assert!(attributes.contains("#[test]"), "`{test}` is no test");
        }
    }
}

/// Each point of the front page begins with its promise in bold, and stands in the table by those words.
#[test]
fn every_promise_of_the_front_page_stands_in_the_table() {
    let section = FRONT_PAGE.split("## What it promises").nth(1).unwrap().split("\n## ").next().unwrap();
    let promised: Vec<&str> =
        section.split("\n- **").skip(1).map(|point| point.split("**").next().unwrap().trim_end_matches('.')).collect();
    assert_eq!(promised.len(), 8);
    let rows = rows();
    for promise in promised {
        assert!(rows.iter().any(|(row, _)| row.trim_end_matches('.') == promise), "not in the table: {promise}");
    }
}

fn cases() -> Vec<Case> {
    let lines = include_str!("cases/second.jsonl").lines();
    lines.enumerate().map(|(place, line)| read_case(line.as_bytes(), place + 1).unwrap()).collect()
}

/// Codes that stand against no clause: the notices do not speak of them.
const WITHOUT_A_CLAUSE: [Code; 4] = [Code::OutOfOrder, Code::AlreadyApproved, Code::CalendarUncovered, Code::Repealed];

/// Of every fault and finding in the answers to the sample cases.
#[test]
fn every_finding_cites_its_clause() {
    let mut seen = BTreeSet::new();
    let mut look = |fault: &Fault| {
        seen.insert(fault.code());
        assert_eq!(fault.clause().is_none(), WITHOUT_A_CLAUSE.contains(&fault.code()), "{fault:?}");
        for finding in fault.findings() {
            assert!(finding.clause().is_some(), "{finding:?}");
        }
    };
    for case in cases() {
        let file = case.open();
        let faults: Vec<EventFault> = file.irregularities().unwrap_or_else(|refusal| vec![refusal]);
        faults.iter().for_each(|fault| look(&fault.fault));
    }
    assert!(seen.len() > 25, "{seen:?}");
}

/// A figure that no answer changes with would be a constant somewhere.
#[test]
fn every_figure_changes_an_answer() {
    let cases = cases();
    for parameter in Parameter::ALL {
        let name = parameter.name();
        // Of records of training, which no line asks about: `oversight` holds it.
        if name == "record_retention_years" {
            continue;
        }
        let changed = cases.iter().any(|case| {
            let mut json = serde_json::to_value(case).unwrap();
            json["regulation"][name] = match name {
                "scope_from" => "2006-01-01".into(),
                "repealed_on" => "2007-06-01".into(),
                "validity_years" => 2.into(),
                _ => 1.into(),
            };
            let Ok(other) = serde_json::from_value::<Case>(json) else { return false };
            other.answers() != case.answers()
        });
        assert!(changed, "{name}");
    }
    assert_eq!(Law::of_2004().parameters().validity_years, 3);
}

fn sources(folder: &Path, all: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            all.push((path, text));
        }
    }
}

/// The library names nothing by which it could read a clock, a file, the environment or the network, or keep a state of its
/// own; what counts steps is compiled for its own tests alone.
#[test]
fn the_library_has_no_side_effects() {
    const MEANS: [&str; 13] = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "SystemTime",
        "Instant::now",
        "static mut",
        "thread_local!",
        "OnceLock",
        "println!",
        "io::stdin",
    ];
    let mut all = Vec::new();
    sources(&root().join("src"), &mut all);
    assert!(all.len() > 200);
    for (path, text) in all {
        if path.ends_with("finding/steps.rs") {
            assert!(include_str!("../src/finding/mod.rs").contains("#[cfg(test)]\npub(crate) mod steps;"));
            continue;
        }
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code.take_while(|line| *line != "#[cfg(test)]") {
            let found = MEANS.iter().find(|means| line.contains(**means));
            assert_eq!(found, None, "{}: {line}", path.display());
        }
    }
}

/// What the compiler and the lints hold, where they are told to.
#[test]
fn the_fences_stand() {
    let library = include_str!("../src/lib.rs");
    assert!(library.contains("\n#![no_std]\n") && library.contains("\n#![forbid(unsafe_code)]\n"));
    let manifest = include_str!("../Cargo.toml");
    for lint in ["expect_used", "indexing_slicing", "panic", "todo", "unreachable", "unwrap_used", "string_slice"] {
        assert!(manifest.contains(&format!("\n{lint} = \"deny\"\n")), "{lint}");
    }
}
