//! The pages of `src/docs` held against the crate: they quote the official text, and pass over nothing.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test fails by panicking")]

use ruankao::regulation::{DecidedPoint, Notice, Parameter, Reading, Readings, Repeal};
use ruankao::{Clause, Code, History, Language, Law, Ledger, day};
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

const NOTICE_47: &str = include_str!("../src/docs/notice_47.md");
const NOTICE_48: &str = include_str!("../src/docs/notice_48.md");
const OPEN_POINTS: &str = include_str!("../src/docs/open_points.md");
const DECIDED_POINTS: &str = include_str!("../src/docs/decided_points.md");
const COUNTING_DAYS: &str = include_str!("../src/docs/counting_days.md");
const NOTICE_47_ZH: &str = include_str!("../src/docs/notice_47.zh.md");
const NOTICE_48_ZH: &str = include_str!("../src/docs/notice_48.zh.md");
const LINKS: &str = include_str!("../src/docs/links.md");
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
            assert!(LINKS.contains(&format!("[{clause}]: crate::Clause::{clause:?}\n")), "{clause}");
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

/// A page without its examples.
fn prose(page: &str) -> String {
    page.split("```").step_by(2).collect()
}

/// The definitions of links at the end of a page, or of all pages for the documentation.
fn definitions(page: &str) -> HashMap<&str, &str> {
    let defined = page.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: "));
    defined.filter(|(label, _)| !label.contains(['[', ']'])).collect()
}

/// Each page is read in two places. Its own definitions lead to files and headings of the repository, and those of
/// `links.md`, which come first in the documentation, to what they name.
#[test]
fn links_lead_somewhere_in_the_repository_and_in_the_documentation() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/docs");
    let in_documentation = definitions(LINKS);
    let module = fs::read_to_string(folder.join("mod.rs")).unwrap();
    let pages = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let pages: Vec<_> = pages.filter(|path| path.extension().is_some_and(|it| it == "md")).collect();
    assert!(pages.len() >= 10);
    for path in pages.iter().filter(|path| !path.ends_with("links.md")) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let both = format!("#[doc = include_str!(\"links.md\")]\n#[doc = include_str!(\"{name}\")]\n");
        assert!(module.contains(&both), "{name} is no page of the documentation");
        let page = fs::read_to_string(path).unwrap();
        let (prose, own) = (prose(&page), definitions(&page));
        assert!(!prose.contains("](crate") && !prose.contains("]: crate"), "{name}");
        for (label, target) in &own {
            let (file, heading) = target.split_once('#').map_or((*target, None), |(file, it)| (file, Some(it)));
            let text =
                fs::read_to_string(folder.join(file)).unwrap_or_else(|_| panic!("{name}: `{target}` is nowhere"));
            let is_there = heading.is_none_or(|it| text.contains(&format!("\n## `{it}`\n")));
            assert!(is_there, "{name}: `{file}` has no heading `{heading:?}`");
            assert!(in_documentation.contains_key(label), "{name}: `{label}` leads nowhere in the documentation");
            assert!(prose.matches(&format!("[{label}]")).count() > 1, "{name}: `{label}` is not used");
        }
        // What is between brackets and backticks is a link, and so is what is named behind a text.
        for (at, _) in prose.match_indices('[') {
            let Some((label, behind)) = prose[at + 1..].split_once(']') else { continue };
            let is_named = prose[..at].ends_with(']');
            let is_link = is_named || label.starts_with('`') && !behind.starts_with(['[', '(']);
            assert!(!is_link || own.contains_key(label), "{name}: `{label}` leads nowhere in the repository");
        }
    }
}

/// The pages on the notices say the same in both languages: the same sections, quotations, links and examples, and every
/// figure, reading and code.
#[test]
fn the_chinese_pages_say_what_the_english_ones_say() {
    for (en, zh) in [(NOTICE_47, NOTICE_47_ZH), (NOTICE_48, NOTICE_48_ZH)] {
        let (en, zh) = (sections(en), sections(zh));
        assert!(en.iter().map(|(name, _)| name).eq(zh.iter().map(|(name, _)| name)));
        for ((name, en), (_, zh)) in en.iter().zip(&zh) {
            let examples = |page: &'static str| page.split("```").skip(1).step_by(2).collect::<Vec<_>>();
            assert_eq!(examples(en), examples(zh), "{name}");
            let quoted = |page: &'static str| page.lines().filter(|line| line.starts_with('>')).collect::<Vec<_>>();
            assert_eq!(quoted(en), quoted(zh), "{name}");
            let names = |page: &str| {
                let text = prose(page.split("\n[").next().unwrap());
                let names = text.split('`').skip(1).step_by(2).map(str::to_owned);
                names.collect::<BTreeSet<_>>()
            };
            assert_eq!(names(en), names(zh), "{name}");
            let force = name.parse::<Clause>().unwrap().force();
            assert!(zh.contains(&format!("（{force}）\n")), "{name}");
        }
    }
    for word in ["推翻", "不可恢复", "审核意见", "终局", "末日", "事件"] {
        assert!(!NOTICE_47_ZH.contains(word) && !NOTICE_48_ZH.contains(word), "{word}");
    }
}

/// The figures of the comparison are of benches that there are, and it passes over none of the others.
#[test]
fn the_comparison_measures_what_the_benches_measure() {
    let page = include_str!("../src/docs/compare.md");
    let benches = include_str!("../benches/core.rs");
    let table = page.split_once("| bench |").unwrap().1.split_once("\n\n").unwrap().0;
    let rows: Vec<&str> =
        table.lines().filter_map(|row| row.strip_prefix("| `")?.split_once('`')).map(|(it, _)| it).collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        assert!(benches.contains(&format!("fn {row}")) || benches.contains(&format!("mod {row}")), "{row}");
    }
    // Each way has its section, which says when it is the better choice.
    let ways: Vec<&str> = page.split("\n### ").skip(1).collect();
    assert!(ways.iter().map(|way| way.lines().next().unwrap()).eq([
        "OpenFisca",
        "Catala",
        "DMN engines",
        "Policy engines",
        "Code by hand"
    ]));
    assert!(ways.iter().all(|way| words(way).contains("**Better where** ")));
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

/// What the first program reads, under the name that it gives it.
fn of_the_first_program(name: &str) -> &'static str {
    let opening = format!("const {name}: &str = r#\"");
    FIRST.split_once(opening.as_str()).unwrap().1.split_once("\"#").unwrap().0
}

/// Both front pages show the ledger of the first program and its plan, as the crate says them.
#[test]
fn the_front_pages_show_ledger_and_plan() {
    let history: History = serde_json::from_str(of_the_first_program("HISTORY")).unwrap();
    let ledger: Ledger = serde_json::from_str(of_the_first_program("LEDGER")).unwrap();
    let file = Law::of_2004().open(history, ledger);
    let today = file.on(day!(2008, 1, 15)).unwrap();
    for (page, language) in [(README, Language::En), (README_ZH, Language::Zh)] {
        let entries: Vec<String> =
            file.ledger().records().iter().map(|entry| entry.in_words(language).to_string()).collect();
        let education = today.education().unwrap().in_words(language).to_string();
        let plan = today.plan().in_words(language).to_string();
        let shown = format!("```text\n{}\n\n{education}\n\n{plan}\n```\n", entries.join("\n"));
        assert!(page.contains(&shown), "{shown}");
    }
}

/// Both front pages show a picture that is there, and a line of dependencies that works beside a checkout.
#[test]
fn the_front_pages_show_a_picture_and_a_line_that_works() {
    for (page, picture) in [(README, "docs/pictures/sick_leave.svg"), (README_ZH, "docs/pictures/sick_leave.zh.svg")] {
        let (before, _) = page.split_once(&format!("]({picture})\n")).unwrap();
        assert!(before.rsplit_once("![").is_some_and(|(_, words)| !words.contains(']')));
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(picture).exists());
        let (_, dependencies) = page.split_once("```toml\n").unwrap();
        assert!(dependencies.starts_with("[dependencies]\nruankao = { path = \"../ruankao\" }\n```\n"));
        assert!(page.contains(&format!("`ruankao = \"{}\"`", env!("CARGO_PKG_VERSION").rsplit_once('.').unwrap().0)));
    }
}

/// Files that the front pages lead to are there.
#[test]
fn links_of_the_front_pages_lead_somewhere() {
    for page in [README, README_ZH] {
        let targets: Vec<&str> =
            page.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(it, _)| it).collect();
        assert!(targets.len() > 10);
        for target in targets.into_iter().filter(|target| !target.starts_with('#')) {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(), "{target}");
        }
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
