//! The pages of `src/docs` held against the crate: they quote the official text, and pass over nothing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao::regulation::{DecidedPoint, Notice, Parameter, Reading, Readings, Repeal};
use ruankao::{Clause, Code};
use std::collections::HashMap;

const NOTICE_47: &str = include_str!("../src/docs/notice_47.md");
const NOTICE_48: &str = include_str!("../src/docs/notice_48.md");
const OPEN_POINTS: &str = include_str!("../src/docs/open_points.md");
const DECIDED_POINTS: &str = include_str!("../src/docs/decided_points.md");
const COUNTING_DAYS: &str = include_str!("../src/docs/counting_days.md");
const README: &str = include_str!("../README.md");
const README_ZH: &str = include_str!("../README.zh-CN.md");
const FIRST: &str = include_str!("../examples/first.rs");
const PAGES: [&str; 5] = [NOTICE_47, NOTICE_48, OPEN_POINTS, DECIDED_POINTS, COUNTING_DAYS];

/// The sections of a page, by the first word of their headings, in order.
fn sections(page: &'static str) -> Vec<(&'static str, &'static str)> {
    let section = |text: &'static str| (text.split_whitespace().next().unwrap().trim_matches('`'), text);
    page.split("\n## ").skip(1).map(section).collect()
}

/// The sections of both notices, by citation.
fn articles() -> HashMap<&'static str, &'static str> {
    [NOTICE_47, NOTICE_48].into_iter().flat_map(sections).collect()
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

#[test]
fn each_article_has_its_section_in_order() {
    for (notice, page) in Notice::ALL.into_iter().zip([NOTICE_47, NOTICE_48]) {
        let articles = Clause::ALL.iter().filter(|clause| clause.notice() == notice && clause.article() == **clause);
        assert!(articles.map(|clause| clause.citation()).eq(sections(page).into_iter().map(|(citation, _)| citation)));
    }
}

/// Under the words of an article stand its name and its force; each item is quoted behind a link to its clause.
#[test]
fn each_clause_is_named_and_linked() {
    let sections = articles();
    for clause in Clause::ALL {
        let section = sections[clause.article().citation()];
        if clause.article() == *clause {
            let named = format!("\n[`Clause::{clause:?}`] · {}\n", clause.force());
            assert!(section.contains(&named), "{clause}");
        } else {
            assert!(section.contains(&format!("\n> - [{clause}] {}\n", clause.text_zh())), "{clause}");
            let link = format!("\n[{clause}]: crate::Clause::{clause:?}\n");
            assert!(PAGES.iter().any(|page| page.contains(&link)), "{clause}");
        }
    }
}

/// What stands in a quotation is official, but for the … that stands for what is left out.
#[test]
fn each_quotation_is_the_official_text() {
    for (citation, section) in articles() {
        let clause: Clause = citation.parse().unwrap();
        let quoted: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("> ")).collect();
        assert!(!quoted.is_empty(), "{clause}");
        for line in quoted.into_iter().filter(|line| !line.starts_with("- [")) {
            for part in line.split('…').filter(|part| !part.is_empty()) {
                assert!(clause.text_zh().contains(part), "{clause}: {part}");
            }
        }
    }
}

#[test]
fn each_article_has_an_example() {
    for (citation, section) in articles() {
        assert!(section.contains("\n```rust\n") && section.contains("assert"), "{citation}");
    }
}

/// A clause that is an item is spoken of where its article is.
#[test]
fn each_figure_and_reading_stands_under_its_clauses() {
    let sections = articles();
    let figures = Parameter::ALL.iter().map(|figure| (figure.name(), figure.clauses()));
    let readings = Reading::ALL.iter().map(|reading| (reading.name(), reading.clauses()));
    for (name, clauses) in figures.chain(readings).chain([("scope_from", &[Clause::N47_0][..])]) {
        for clause in clauses {
            assert!(sections[clause.article().citation()].contains(&code(name)), "{name} under {clause}");
        }
    }
}

#[test]
fn each_code_is_spoken_of() {
    for name in Code::ALL.iter().map(|code| code.name()) {
        assert!(PAGES.iter().any(|page| page.contains(&code(name))), "{name}");
    }
}

/// Each reading has its section, with the crate's own words for the question and both sides, and an example.
#[test]
fn the_open_points_are_the_readings() {
    let sections = sections(OPEN_POINTS);
    assert!(Reading::ALL.iter().map(|reading| reading.name()).eq(sections.iter().map(|(name, _)| *name)));
    for (reading, (name, section)) in Reading::ALL.iter().zip(sections) {
        let section = words(section);
        let [(default, for_default), (other, for_other)] = reading.sides();
        assert_eq!(default, Readings::default().side(*reading));
        assert!(section.contains(&words(reading.question())), "{name}");
        assert!(section.contains(&words(&format!("- `{default}`, the default: {for_default}"))), "{name}");
        assert!(section.contains(&words(&format!("- `{other}`: {for_other}"))), "{name}");
        assert!(section.contains("Turned: ") && section.contains("```rust"), "{name}");
        assert!(reading.clauses().iter().all(|clause| section.contains(&format!("[`Clause::{clause:?}`]"))), "{name}");
        let row = words(OPEN_POINTS).contains(&format!("| `{default}` | `{other}` |"));
        assert!(row, "{name}");
    }
}

/// Each decided point has its section, with the crate's own words and a link to each clause; what follows from them stands
/// behind, and nothing else.
#[test]
fn the_decided_points_are_those_of_the_page() {
    let mut sections = sections(DECIDED_POINTS);
    assert_eq!(sections.pop().map(|(name, _)| name), Some("Besides"));
    assert!(DecidedPoint::ALL.iter().map(DecidedPoint::name).eq(sections.iter().map(|(name, _)| *name)));
    for (point, (name, section)) in DecidedPoint::ALL.iter().zip(sections) {
        let section = words(section);
        assert!(section.contains(&words(&format!("{}. - Decided: {}", point.open_en(), point.decided_en()))), "{name}");
        let other = point.other_side_en().map(|other| words(&format!("- The other side: {other}")));
        assert_eq!(other.is_some(), section.contains("- The other side: "), "{name}");
        assert!(other.is_none_or(|other| section.contains(&other)), "{name}");
        let clauses: Vec<String> = point.clauses().iter().map(|clause| format!("[`Clause::{clause:?}`]")).collect();
        assert!(section.ends_with(&format!("On {}.", clauses.join(", "))), "{name}");
    }
}

/// The first program is short, needs one line of imports, and stands in both front pages as it is run.
#[test]
fn the_first_program_is_the_same_everywhere() {
    let program = FIRST.split_once("\n\n").unwrap().1;
    assert!(FIRST.lines().count() <= 40);
    assert_eq!(program.lines().filter(|line| line.starts_with("use ")).count(), 1);
    for page in [README, README_ZH] {
        assert!(page.contains(&format!("```rust\n{program}```\n")));
        // What comes before it needs three imports at most.
        let (first_example, _) = page.split_once("```\n").unwrap();
        assert!(first_example.lines().filter(|line| line.starts_with("use ")).count() <= 3);
    }
}

/// Both front pages say what is known of the repeal, and how to name its day.
#[test]
fn the_front_pages_tell_of_the_repeal() {
    let repeal = Repeal::OF_2019;
    for page in [README, README_ZH] {
        assert!(page.contains(repeal.document_number()) && page.contains("`repealed_on`"));
        assert!(repeal.repealed().iter().all(|document| page.contains(document)));
    }
    assert!(words(README).contains(repeal.caution_en()) && README_ZH.contains(repeal.caution_zh()));
    assert!(README.contains("repealed_on: Some(day!(") && README_ZH.contains("repealed_on: Some(day!("));
}

#[test]
fn the_chinese_readme_lists_the_readings() {
    for reading in Reading::ALL {
        let [(default, _), (other, _)] = reading.sides();
        assert!(README_ZH.contains(&format!("\n| `{reading}` | `{default}` | `{other}` | ")), "{reading}");
    }
}
