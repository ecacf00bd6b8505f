//! The example `explore`, told from what is typed: every story, a file, and what is wrong.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../examples/explore/args.rs"]
mod args;
#[path = "../examples/explore/bar.rs"]
mod bar;
#[path = "../examples/explore/calendar.rs"]
mod calendar;
#[path = "../examples/explore/questions.rs"]
mod questions;
#[path = "../examples/explore/register.rs"]
mod register;
#[path = "../examples/explore/run.rs"]
mod run;
#[path = "../examples/explore/show.rs"]
mod show;
#[path = "../examples/explore/subject.rs"]
mod subject;

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
            for more in [
                &[][..],
                &["--clauses"],
                &["--audit"],
                &["--mode", "recorded"],
                &["--reading", "expiry_day=day_before"],
                &["--repealed-on", "2008-02-01"],
                &["--known-on", "2008-02-01"],
            ] {
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

/// The part of what is said that stands under a heading.
fn under<'t>(told: &'t str, heading: &str) -> &'t str {
    let (_, after) = told.split_once(&format!("\n{heading}\n")).unwrap();
    after.split("\n\n").next().unwrap()
}

/// Every event and every entry stands there with its number, counted from 1, and with what it does.
#[test]
fn events_and_entries_say_what_they_do() {
    let told = explore(&["unlisted_provider"]).unwrap();
    let events = under(&told, "The events");
    assert_eq!(events.lines().count(), 5);
    assert!(events.lines().next().unwrap().starts_with("  1  2005-03-10: approved → "), "{events}");
    assert!(events.lines().last().unwrap().starts_with("  5  2008-03-05: registered → "), "{events}");
    assert!(events.lines().last().unwrap().ends_with(" (to come)"), "{events}");
    let entries: Vec<&str> = under(&told, "The hours of study").lines().collect();
    assert!(entries[0].contains(": 60 hours (") && entries[0].ends_with(" → counts in year 1"));
    assert!(
        entries[2].starts_with("  3  2007-10-19: 60 hours") && entries[2].contains(" → does not count: the provider")
    );
    assert!(entries[2].ends_with("(48.8)") && entries[3].ends_with(" → to come"));
    let told = explore(&["sick_leave"]).unwrap();
    assert!(told.contains("extension granted") && told.contains("; education until 2010-03-01"));
    assert!(told.contains(" → makes up for year 2") && told.contains("; to be registered by 2010-06-01"));
    // What an audit lets stand is marked where it stands, what is refused ends the reading.
    let told = explore(&["agency_withdrawn"]).unwrap();
    assert_eq!(under(&told, "The events").matches("     ⚠ ").count(), 2);
    let told = explore(&["agency_withdrawn", "--mode", "strict"]).unwrap();
    let events = under(&told, "The events");
    assert!(events.contains("  2  2008-01-15: application accepted") && events.contains(" → refused: "), "{events}");
    assert!(events.lines().last().unwrap().ends_with(" → not read (to come)"), "{events}");
    // The numbers stand under the marks.
    let marks: Vec<&str> = told_marks("unlisted_provider");
    assert_eq!(marks.join(" ").split_whitespace().collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
}

/// The numbers below the marks of the events.
fn told_marks(story: &str) -> Vec<&'static str> {
    let told = explore(&[story]).unwrap().leak();
    told.lines().skip_while(|line| !line.starts_with('▲')).skip(1).take(1).collect()
}

/// Read as recorded, as an audit, strictly; as known then and now.
#[test]
fn a_history_is_read_in_every_mode_and_as_known_on_a_day() {
    let told = explore(&["lawful_as_known"]).unwrap();
    assert!(told.contains("\nWhat the register has learned since 2008-01-28\n"));
    assert!(told.contains("2008-06-02") && !told.contains(" → refused: "));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02"]).unwrap();
    assert!(under(&told, "The events").contains("  3  2008-01-28: registered → refused: "));
    assert!(under(&told, "The hours of study").contains("not held, does not count"));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02", "--mode", "recorded"]).unwrap();
    assert!(!told.contains(" → refused: "));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02", "--mode", "audit"]).unwrap();
    assert!(under(&told, "The events").contains("     ⚠ ") && told.contains("\nIrregularities\n"));
    let told = explore(&["on_time", "--known-on", "2008-01-20", "--on", "2008-02-01"]).unwrap();
    assert!(under(&told, "The events").contains("  3  2008-01-28: registered → not held, passed over"));
}

/// Where the law names no day of the repeal, an answer of a day from 2019 on says so; where it does, it is released.
#[test]
fn the_repeal_is_named_or_cautioned_about() {
    let caution = "the notices were repealed in 2019";
    let on = |more: &[&str]| explore(&[&["released", "--until", "2021-01-01"], more].concat()).unwrap();
    let told = on(&["--repealed-on", "2020-01-01", "--on", "2020-06-01"]);
    assert!(told.contains("released by the repeal") && !told.contains(caution));
    for (language, caution) in [("en", caution), ("zh", "两个通知已于2019年废止")] {
        let standing = |on| {
            let told = explore(&["on_time", "-l", language, "--on", on]).unwrap();
            told.matches(caution).count()
        };
        assert!(standing("2018-12-31") == 0 && standing("2019-01-01") > 0);
    }
    assert!(!explore(&["on_time", "--on", "2019-01-01", "--repealed-on", "2019-01-01"]).unwrap().contains(caution));
}

/// A reading that moves a day and leaves phase and validity as they are is shown as what it is.
#[test]
fn a_reading_that_moves_a_deadline_is_shown() {
    let told = explore(&["lapsed_by_a_day", "--on", "2008-01-14"]).unwrap();
    let readings = under(&told, "What other readings would change");
    assert!(readings.contains("from 2008-03-10 to 2008-03-09"), "{readings}");
}

/// Where a list of agencies is given on which nobody may act, the assessment says so beside its answer.
#[test]
fn the_list_of_agencies_stands_beside_the_assessment() {
    let assessed = |on| {
        let told = explore(&["agency_withdrawn", "--on", on]).unwrap();
        under(&told, "May the holder register that day?").contains("but, of the list of agencies: ")
    };
    assert!(!assessed("2008-01-09") && assessed("2008-01-10"));
}

/// All twenty readings can be turned, and `repealed_on` is a day of its own.
#[test]
fn every_reading_can_be_turned() {
    for reading in ruankao::regulation::Reading::ALL {
        for (side, _) in reading.sides() {
            assert!(explore(&["on_time", "--reading", &format!("{reading}={side}")]).is_ok(), "{reading} {side}");
        }
    }
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
        (&["on_time", "--mode", "x"], "`x` is no mode"),
        (&["on_time", "--mode", "audit", "--audit"], "cannot be used with"),
        (&["on_time", "--known-on", "2008-13-01"], "there is no such day"),
        (&["on_time", "--repealed-on", "2003-01-01"], "2004-01-01"),
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
