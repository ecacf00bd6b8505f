//! What the cases of this crate exercise: every rule in both outcomes, every figure and reading, each where it decides.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/form.rs"]
mod form;

use ruankao::calendar::Period;
use ruankao::conformance::{Case, Coverage, Question, RuleCoverage, hostile_cases, read_case, seeded_cases};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::oversight::{CourseContent, CourseDraft, Inspection, Profile, SHANGHAI_CENTRE, Signature, TraineeDraft};
use ruankao::registration::{FormField, Paper};
use ruankao::{Clause, Code, Finding, Hours, Language, Ledger, day};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const CASES: [&str; 4] =
    ["tests/cases/sample.jsonl", "tests/cases/second.jsonl", "examples/data/register.jsonl", "tests/cases/reach.jsonl"];

/// The cases whose answers are written down and asked for in other tests.
fn cases(files: &[&str]) -> Vec<Case> {
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let lines: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.iter().map(|line| read_case(line.as_bytes(), 1).unwrap()).collect()
}

fn coverage(cases: impl IntoIterator<Item = Case>) -> Coverage {
    let mut coverage = Coverage::default();
    coverage.extend(cases);
    coverage
}

#[test]
fn the_cases_are_answered_as_written() {
    let [cases, answers] = ["reach.jsonl", "reach.answers.jsonl"].map(|name| format!("tests/cases/{name}"));
    let [cases, answers] = [cases, answers].map(|path| fs::read_to_string(path).unwrap());
    assert_eq!(cases.lines().count(), answers.lines().count());
    for (case, answer) in cases.lines().zip(answers.lines()) {
        let answered = ruankao::conformance::answer_line(case.as_bytes(), 1).unwrap();
        let [answered, expected]: [serde_json::Value; 2] =
            [answered.as_str(), answer].map(|line| serde_json::from_str(line).unwrap());
        assert_eq!(answered, expected);
    }
}

/// Each rule that an answer can rest on comes out either way; each figure and each reading is another, and decides something.
#[test]
fn every_rule_comes_out_either_way() {
    let coverage = coverage(cases(&CASES));
    let told = coverage.in_words(Language::En).to_string();
    for rule in coverage.rules() {
        assert!(rule.met > 0 && rule.not_met > 0, "{rule:?}\n{told}");
    }
    for choice in coverage.figures().chain(coverage.readings()) {
        // No question of the wire is about what institutions keep.
        let is_asked = choice.name != "record_retention_years";
        assert!(choice.away > 0 && (choice.decides > 0 || !is_asked), "{choice:?}\n{told}");
    }
    assert!((coverage.share() - 1.0).abs() < f64::EPSILON && !told.contains('!'));
}

/// How often each rule comes out either way in these cases, and each figure and reading is another and decides, is written
/// down: where this count is another, the cases or what they are held against are.
#[test]
fn the_count_of_the_cases_is_as_written() {
    let told = coverage(cases(&CASES)).in_words(Language::En).to_string();
    let written = fs::read_to_string("tests/cases/coverage.txt").unwrap();
    assert_eq!(told.trim_end(), written.trim_end());
}

/// The rules counted are all that there are: nothing else is ever found, and each clause on which a finding rests is among
/// theirs, or is one that the tests below come out on either way.
#[test]
fn every_clause_that_decides_is_counted() {
    let rules = |coverage: &Coverage| -> Vec<(Option<Clause>, Code)> {
        coverage.rules().map(|rule: RuleCoverage| (rule.clause, rule.code)).collect()
    };
    let all = rules(&Coverage::default());
    let mut found = coverage(cases(&CASES));
    found.extend(seeded_cases(9).take(800));
    found.extend(hostile_cases(9).take(300));
    assert_eq!(rules(&found), all);

    let besides =
        [Clause::N47Form, Clause::N47_13, Clause::N48_9, Clause::N48_12_1, Clause::N48_12_2, Clause::N48_12_3];
    let counted: BTreeSet<Clause> = found.clauses().map(|(clause, ..)| clause).chain(besides).collect();
    assert_eq!(deciding(), counted);
}

/// The clauses under which the sources find something.
fn deciding() -> BTreeSet<Clause> {
    let mut clauses = BTreeSet::new();
    for path in sources(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let code: Vec<&str> = code.filter(|line| !line.trim_start().starts_with("//")).collect();
        for line in code.iter().filter(|line| FINDING.iter().any(|sign| line.contains(sign))) {
            for name in line.split("Clause::").skip(1) {
                let name: String =
                    name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                clauses.extend(Clause::ALL.iter().find(|clause| format!("{clause:?}") == name));
            }
        }
    }
    // What is passed on by name: the ground of a claim, the item of 48.10, the kind of a body, the items of 48.8.
    clauses.extend([Clause::N48_6, Clause::N48_10_1, Clause::N48_10_2, Clause::N48_10_3]);
    clauses.extend([
        Clause::N47_14,
        Clause::N48_12,
        Clause::N48_8_1,
        Clause::N48_8_2,
        Clause::N48_8_3,
        Clause::N48_8_4,
    ]);
    clauses.extend([Clause::N47_11]);
    clauses
}

/// What a line has in it that finds something.
const FINDING: [&str; 5] = ["Finding::new(", "on_day(", "Code::", "require(", "finding("];

fn sources(folder: &Path) -> Vec<PathBuf> {
    // Where sentences, rows of tables and this very count are kept, nothing is found.
    let passed_over =
        ["src/conformance", "src/explain", "src/regulation", "src/words", "src/story", "src/docs", "src/whatif"];
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let kept = entries.filter(|path| !passed_over.iter().any(|other| path == Path::new(other)));
    let files = kept.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// A test that could not fail would hold nothing: without the cases made for it, something is not reached.
#[test]
fn what_is_missing_shows() {
    let less = coverage(cases(&CASES[..3]));
    assert!(less.share() < 1.0 && less.in_words(Language::Zh).to_string().lines().any(|line| line.starts_with("! ")));
    // What is marked is what lacks an outcome, and no more.
    for some in [&less, &coverage(cases(&CASES[3..])), &coverage(seeded_cases(9).take(20))] {
        let told = some.in_words(Language::En).to_string();
        let marked = told.lines().filter(|line| line.starts_with("! ")).count();
        let lacking = some.rules().filter(|rule| rule.met == 0 || rule.not_met == 0).count();
        let as_it_was = some.figures().chain(some.readings()).filter(|choice| choice.away == 0).count();
        assert_eq!(marked, lacking + as_it_was, "{told}");
    }
    let one_sided = |rule: &RuleCoverage| (rule.met == 0) != (rule.not_met == 0);
    assert!(less.rules().filter(one_sided).count() > 2);
    for (clause, met, not_met) in less.clauses() {
        let of_it = less.rules().filter(|rule| rule.clause == Some(clause));
        let sum = of_it.fold((0, 0), |sum, rule| (sum.0 + rule.met, sum.1 + rule.not_met));
        assert_eq!((met, not_met), sum, "{clause}");
    }
    let nothing = Coverage::default();
    assert_eq!((nothing.reached().0, nothing.cases(), coverage(cases(&CASES[3..])).cases()), (0, 0, 11));
    // A case that asks nothing exercises nothing, whatever its history holds.
    let silent = cases(&CASES).into_iter().map(|case| Case { ask: Vec::new(), ..case });
    assert!(coverage(silent).rules().all(|rule| rule.met == 0 && rule.not_met == 0));
    // Nor do the events after the last day asked about.
    let line = br#"{"id": "a", "history": [{"event": "approved", "on": "2005-03-10"},
        {"event": "application_filed", "on": "2007-01-10"}], "ask": [{"query": "standing", "on": "2007-01-09"}]}"#;
    let early = |case: Case| {
        let rules = coverage([case]);
        let rule = rules.rules().find(|rule| rule.code == Code::BeforeWindow).unwrap();
        (rule.met, rule.not_met)
    };
    let case = read_case(line, 1).unwrap();
    assert_eq!(early(case.clone()), (0, 0));
    let ask = vec![Question::Standing { on: day!(2007, 1, 10), known_on: None }];
    assert_eq!(early(Case { ask, ..case }), (0, 1));
}

fn found(findings: &[Finding], clause: Clause) -> bool {
    findings.iter().any(|finding| finding.clause() == Some(clause))
}

/// The clauses that no answer on the wire rests on come out either way, too.
#[test]
fn what_is_not_asked_on_the_wire_comes_out_either_way() {
    for (clause, of) in [
        (Clause::N48_12_1, Inspection { delivery: false, ..Inspection::SATISFACTORY }),
        (Clause::N48_12_2, Inspection { means: false, ..Inspection::SATISFACTORY }),
        (Clause::N48_12_3, Inspection { quality: false, ..Inspection::SATISFACTORY }),
    ] {
        assert!(found(of.verdict().findings(), clause) && Inspection::SATISFACTORY.verdict().is_met());
    }

    let published = Profile { fax: None, person_in_charge: Some("张三"), ..SHANGHAI_CENTRE };
    assert!(published.verdict().is_met() && found(SHANGHAI_CENTRE.verdict().findings(), Clause::N47_13));

    let (mode, field, kind) = (StudyMode::FullTime, Field::Software, ContentKind::Technology);
    let trainee =
        TraineeDraft { name: Some("李四".parse().unwrap()), hours: Some(Hours::whole(40)), finished: Some(true) };
    let draft = CourseDraft {
        institution: Some("P1".into()),
        held: Some(Period::new(day!(2006, 5, 8), day!(2006, 5, 12)).unwrap()),
        content: Some(CourseContent { mode, field, kind }),
        trainees: vec![trainee],
        signature: Some(Signature { by: "王五".parse().unwrap(), on: day!(2006, 5, 15) }),
    };
    assert!(draft.verdict().is_met());
    assert!(found(CourseDraft { signature: None, ..draft }.verdict().findings(), Clause::N48_9));

    let paper = Paper {
        number: "0531-08".parse().unwrap(),
        name: "张三".parse().unwrap(),
        qualification: ruankao::identity::Qualification::SoftwareDesigner,
        obtained_on: day!(2005, 3, 10),
    };
    let examined = |draft: ruankao::registration::FormDraft| {
        draft.read().unwrap().findings(&paper, &Ledger::default(), day!(2008, 1, 15))
    };
    assert!(examined(form::filled()).is_met());
    let man = examined(form::filled().with(FormField::Sex, "男"));
    let form = |finding: &Finding| finding.code() == Code::SexDisagrees;
    assert!(man.findings().iter().any(form));
    let later = examined(form::filled().with(FormField::AppliedOn, "2008-02-08"));
    assert!(found(later.findings(), Clause::N47Form), "{later:?}");
}
