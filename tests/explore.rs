//! The example `explore`, told from what is typed: every story, a file, and what is wrong.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../examples/explore/args.rs"]
mod args;
#[path = "../examples/explore/bar.rs"]
mod bar;
#[path = "../examples/explore/run.rs"]
mod run;
#[path = "../examples/explore/scene.rs"]
mod scene;
#[path = "../examples/explore/show.rs"]
mod show;

use args::Args;
use clap::{CommandFactory, Parser};
use insta::assert_snapshot;
use ruankao::story::stories;
use std::path::Path;

/// What is said, without color; or what is wrong.
fn explore(typed: &[&str]) -> Result<String, String> {
    let args = Args::try_parse_from([&["explore"], typed].concat()).map_err(|error| error.to_string())?;
    let mut out = anstream::StripStream::new(Vec::new());
    run::run(&args, &mut out).map_err(|failure| failure.to_string())?;
    Ok(String::from_utf8(out.into_inner()).unwrap())
}

/// The line of the mark, and the bar below it.
fn bar(told: &str) -> (Vec<char>, Vec<char>) {
    let mut lines = told.lines().skip_while(|line| !line.trim_start().starts_with('▼'));
    let mut line = || lines.next().unwrap().chars().collect::<Vec<char>>();
    (line(), line())
}

#[test]
fn every_story_is_told_in_both_languages() {
    for story in stories().map(|story| story.id()) {
        for language in ["en", "zh"] {
            for more in [&[][..], &["--clauses"], &["--audit"], &["--reading", "expiry_day=day_before"]] {
                let told = explore(&[&[story, "--language", language], more].concat()).unwrap();
                let headings = if language == "en" {
                    ["The life", "The standing"]
                } else {
                    ["登记经过", "证书状态，截至"]
                };
                assert!(language == "en" || !told.contains('_'), "a raw code in {told}");
                assert!(headings.iter().all(|heading| told.contains(&format!("\n{heading}"))), "{story} {more:?}");
            }
        }
    }
}

/// The mark is above the column of its day, and that column shows the phase of the day.
#[test]
fn the_bar_is_right_at_both_ends() {
    for (on, until, column, sign) in [
        ("2005-03-10", "2008-04-01", 0, '█'),
        ("2008-03-10", "2008-03-10", 77, '▓'),
        ("2008-03-10", "2009-03-10", 58, '▓'),
        ("2008-03-11", "2009-03-10", 58, '·'),
        ("2008-03-11", "2008-03-11", 77, '·'),
        ("2005-03-10", "2005-03-10", 0, '█'),
        ("2900-01-01", "2900-01-01", 77, '·'),
    ] {
        let told = explore(&["lapsed_by_a_day", "--on", on, "--until", until]).unwrap();
        let (mark, bar) = bar(&told);
        assert_eq!(mark.iter().position(|&c| c == '▼'), Some(column), "{on} until {until}");
        assert_eq!((bar.get(column), bar.len()), (Some(&sign), 78), "{on} until {until}");
        let years = told.lines().find(|line| line.trim_start().starts_with("|2"));
        assert!(years.is_none_or(|line| line.len() <= 78), "{years:?}");
    }
}

/// The case that the help names is there.
#[test]
fn the_case_of_the_help() {
    let help = Args::command().render_help().to_string();
    let (file, case) =
        help.lines().rev().find_map(|line| line.trim().strip_prefix("explore ")?.split_once(" --case ")).unwrap();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file).display().to_string();
    assert!(explore(&[&file, "--case", case]).unwrap().starts_with(case));
    assert!(explore(&[&file]).unwrap().contains("\nThe plan\n"));
    assert_eq!(explore(&[&file, "--case", "none"]), Err(format!("no case in `{file}` has the id `none`")));
}

/// The files are the same certificate's in either language: what is due keeps its ids.
#[test]
fn the_files_are_written() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let ids = ["en", "zh"].map(|language| {
        let file = |kind: &str| folder.join(format!("life.{language}.{kind}")).display().to_string();
        let (svg, ics) = (file("svg"), file("ics"));
        explore(&["sick_leave", "--language", language, "--svg", &svg, "--ics", &ics]).unwrap();
        assert!(std::fs::read_to_string(svg).unwrap().starts_with("<svg "));
        let feed = std::fs::read_to_string(ics).unwrap();
        feed.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(ids[0], ids[1]);
    assert_snapshot!(ids[0].join("\n"), @"UID:sick_leave.deferral_ends.2010-06-01@ruankao");
}

#[test]
fn what_is_supposed_makes_a_difference() {
    let hour = r#"{"on":"2007-06-01","hours":1,"mode":"on_the_job","field":"software","kind":"standard"}"#;
    let told = explore(&["one_hour_short", "--what-if", hour]).unwrap();
    assert!(told.contains("\nWhat the supposition changes\n"));
}

#[test]
fn what_is_wrong_is_said() {
    for (typed, said) in [
        (&["nosuch"][..], "`nosuch` is no story and no file that can be read"),
        (&["on_time", "--case", "one"], "`on_time` is a story; `--case` names a case of a file"),
        (&["on_time", "--on", "2008-13-01"], "there is no such day"),
        (&["on_time", "--until", "2006-01-01"], "expected 2008-01-14, the day looked at, or later"),
        (&["on_time", "--reading", "expiry_day"], "expected a name, `=` and a value"),
        (&["on_time", "--reading", "expiry_day=x"], "expected `corresponding_day` or `day_before`"),
        (&["on_time", "--reading", "x=y"], "no reading is called `x`"),
        (&["on_time", "--parameter", "x=1"], "no parameter is called `x`"),
        (&["on_time", "--parameter", "window_months=-1"], "expected a whole number from 0"),
        (&["on_time", "--parameter", "window_months=99"], "expected less than the term, which has 36 months"),
        (&["on_time", "--what-if", "x"], "not JSON"),
        (&["on_time", "--what-if", "{}"], "expected an event with `event`, or a ledger entry with `hours`"),
        (&["on_time", "--svg", "/nowhere/life.svg"], "`/nowhere/life.svg`: "),
        (&["on_time", "--language", "fr"], "possible values: en, zh"),
    ] {
        for language in ["en", "zh"] {
            let typed =
                if typed.contains(&"--language") { typed.to_vec() } else { [typed, &["-l", language]].concat() };
            let wrong = explore(&typed).unwrap_err();
            assert!(wrong.contains(said), "{typed:?}: {wrong}");
        }
    }
}
