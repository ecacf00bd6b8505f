//! What is seen on a terminal, at several widths.

use crate::explore;
use ruankao::story::stories;
use std::path::Path;
use textwrap::core::display_width;

const WIDTHS: [&str; 3] = ["60", "80", "140"];

fn hold(name: &str, seen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explore/views").join(name);
    if std::env::var_os("RUANKAO_REGENERATE").is_some() {
        std::fs::write(&path, seen).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == seen, "views/{name} is out of date; RUANKAO_REGENERATE=1 writes it anew\n{seen}");
}

#[test]
fn the_committed_views_are_what_is_seen() {
    for width in WIDTHS {
        for (name, typed) in [
            ("sick_leave.en", &["sick_leave"][..]),
            ("one_hour_short.zh", &["one_hour_short", "--language", "zh"]),
            ("refused.en", &["agency_withdrawn", "--mode", "strict", "--on", "2008-02-01"]),
            ("known.zh", &["lawful_as_known", "--language", "zh"]),
            ("clause.en", &["--clauses", "47.8"]),
        ] {
            let seen = explore(&[typed, &["--width", width]].concat()).unwrap();
            hold(&format!("{name}.{width}.txt"), &seen);
        }
    }
}

/// No line is wider than the terminal, and none ends within a word.
#[test]
fn lines_are_as_wide_as_the_terminal_and_break_between_words() {
    for story in stories() {
        for language in ["en", "zh"] {
            for width in WIDTHS {
                let told = explore(&[story.id(), "--clauses", "--language", language, "--width", width]).unwrap();
                for line in told.lines() {
                    assert!(display_width(line) <= width.parse().unwrap(), "{}: {line}", story.id());
                }
            }
            // With the indents away, the words in lines are the words of one long line.
            let words = |width| {
                let told = explore(&[story.id(), "--language", language, "--width", width]).unwrap();
                let (_, told) = told.split_once(if language == "en" { "\nThe events" } else { "\n事件" }).unwrap();
                told.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
            };
            if language == "en" {
                let ascii = |width| words(width).into_iter().filter(|word| word.is_ascii()).collect::<Vec<_>>();
                assert_eq!(ascii("60").len(), ascii("400").len(), "{}", story.id());
            }
        }
    }
}

/// The line of the mark, and the bar below it.
fn bar(told: &str) -> (Vec<char>, Vec<char>) {
    let mut lines = told.lines().skip_while(|line| line.trim_start() != "v");
    let mut line = || lines.next().unwrap().chars().collect::<Vec<char>>();
    (line(), line())
}

/// Every phase of the legend has a column at least, the mark of the day stands above its phase, and all of it is ASCII,
/// which is one column wide on every terminal.
#[test]
fn every_phase_is_seen_on_the_bar() {
    for story in stories() {
        for width in ["40", "60", "80", "140", "233"] {
            let told = explore(&[story.id(), "--width", width]).unwrap();
            let (mark, bar) = bar(&told);
            assert!(bar.iter().all(char::is_ascii) && bar.len() <= width.parse().unwrap(), "{}", story.id());
            let legend = told.lines().skip_while(|line| !line.starts_with("  2"));
            let rows: Vec<(&str, char)> = legend
                .take_while(|line| line.starts_with("  2"))
                .map(|line| (line.get(2..12).unwrap(), line.chars().nth(14).unwrap()))
                .collect();
            assert!(!rows.is_empty());
            let mut seen: Vec<char> = bar.clone();
            seen.dedup();
            let signs: Vec<char> = rows.iter().map(|&(_, sign)| sign).collect();
            let mut told = signs.clone();
            told.dedup();
            assert_eq!(seen, told, "{} at {width}", story.id());
            let at = mark.iter().position(|&sign| sign == 'v').unwrap();
            let today = story.today().to_string();
            let phase = rows.iter().rev().find(|(from, _)| **from <= *today).unwrap().1;
            assert_eq!(bar[at], phase, "{} at {width}", story.id());
        }
    }
}

/// The mark is above the column of its day, at both ends too.
#[test]
fn the_bar_is_right_at_both_ends() {
    for (on, until, column, sign) in [
        ("2005-03-10", "2008-04-01", 0, '='),
        ("2008-03-10", "2008-03-10", 79, '!'),
        ("2008-03-11", "2008-03-11", 79, '.'),
        ("2005-03-10", "2005-03-10", 0, '='),
        ("2900-01-01", "2900-01-01", 79, '.'),
    ] {
        let told = explore(&["lapsed_by_a_day", "--on", on, "--until", until, "--width", "80"]).unwrap();
        let (mark, bar) = bar(&told);
        assert_eq!(mark.iter().position(|&c| c == 'v'), Some(column), "{on} until {until}");
        assert_eq!(bar.get(column), Some(&sign), "{on} until {until}");
        let years = told.lines().find(|line| line.trim_start().starts_with("|2"));
        assert!(years.is_none_or(|line| line.len() <= 80), "{years:?}");
    }
}

const APPLICATION: &str = r#""application":{"conduct_good":true,"no_criminal_record":true,"fit_for_post":true,"employer_assessment_passed":true,"documents":["certificate","identity","application_form","education_proof"],"fee_paid":true}"#;

/// More rows than columns go on in further bars, and still each has its column.
#[test]
fn a_crowded_life_goes_on_in_further_bars() {
    let mut history = vec![r#"{"event":"approved","on":"2005-03-10"}"#.to_owned()];
    let mut on = ruankao::day!(2007, 12, 10);
    for _ in 0..30 {
        history.push(format!(r#"{{"event":"application_accepted","on":"{on}",{APPLICATION}}}"#));
        on = on.succ_opt().unwrap();
        history.push(format!(r#"{{"event":"refused","on":"{on}"}}"#));
        on = on.succ_opt().unwrap();
    }
    let file = crate::folder("crowded").join("case.json");
    std::fs::write(&file, format!(r#"{{"id":"a","history":[{}],"ask":[]}}"#, history.join(","))).unwrap();
    let told = explore(&[&file.display().to_string(), "--width", "40"]).unwrap();
    let is_bar = |line: &&str| !line.is_empty() && line.chars().all(|c| "=!~.".contains(c));
    let bars: String = told.lines().filter(is_bar).collect();
    assert_eq!(told.lines().filter(is_bar).count(), 2);
    assert_eq!(bars.matches('~').count(), 30);
}
