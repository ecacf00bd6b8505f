//! What can be asked, and what is wrong with what is asked.

use crate::values::{REPEALED_ON, SCOPE_FROM};
use crate::{explore, explored_data, repository};
use clap::CommandFactory;
use ruankao::Language;
use ruankao::regulation::{Parameter, Parameters, Reading};

/// The case that the help names is there.
#[test]
fn the_case_of_the_help() {
    let help = crate::args::Args::command().render_help().to_string();
    let (file, case) =
        help.lines().rev().find_map(|line| line.trim().strip_prefix("explore ")?.split_once(" --case ")).unwrap();
    let file = repository(file);
    assert!(explore(&[&file, "--case", case]).unwrap().starts_with(case));
    assert!(explore(&[&file]).unwrap().contains("\nThe plan\n"));
    let wrong = explore(&[&file, "--case", "31-2006-000046"]).unwrap_err();
    assert!(wrong.starts_with(&format!("no case in `{file}` has the id `31-2006-000046`; did you mean")), "{wrong}");
}

/// All twenty readings can be turned, each once.
#[test]
fn every_reading_can_be_turned_once() {
    for reading in Reading::ALL {
        for (side, _) in reading.sides() {
            let turned = format!("{reading}={side}");
            assert!(explore(&["on_time", "--reading", &turned]).is_ok(), "{turned}");
            let twice = explore(&["on_time", "--reading", &turned, "-r", &turned]).unwrap_err();
            assert!(twice.contains(&format!("`{reading}` is given twice; expected it once")), "{twice}");
        }
    }
}

/// All the figures can be changed, the two days among them, each once.
#[test]
fn every_parameter_can_be_changed_once() {
    let numbers = Parameter::ALL.map(|parameter| (parameter.name(), Parameters::NOTICES.value(parameter).to_string()));
    let days = [(REPEALED_ON, "2009-01-01".to_owned()), (SCOPE_FROM, "2004-01-02".to_owned())];
    for (name, value) in numbers.into_iter().chain(days) {
        let changed = format!("{name}={value}");
        let data = explored_data(&["on_time", "--parameter", &changed]);
        assert_eq!(data["law"]["parameters"][name].to_string().trim_matches('"'), value, "{name}");
        let twice = explore(&["on_time", "-p", &changed, "-p", &changed, "-l", "zh"]).unwrap_err();
        assert!(twice.contains(&format!("“{name}”给出了两次")), "{twice}");
    }
    assert!(
        explore(&["on_time", "-p", "repealed_on=2009-01-01", "--repealed-on", "2009-01-01"])
            .unwrap_err()
            .contains("given twice")
    );
}

/// What is misspelt is met with what is near it.
#[test]
fn a_misspelt_name_is_met_with_a_near_one() {
    for (typed, meant) in [
        (&["sick_leav"][..], "sick_leave"),
        (&["on_time", "--reading", "expiry_dya=day_before"], "expiry_day"),
        (&["on_time", "--reading", "expiry_day=day_befor"], "day_before"),
        (&["on_time", "--parameter", "window_month=3"], "window_months"),
        (&["on_time", "--mode", "adit"], "audit"),
        (&["on_time", "--readng", "expiry_day=day_before"], "--reading"),
        (&["on_time", "--format", "jsn"], "json"),
    ] {
        for language in ["en", "zh"] {
            let wrong = explore(&[typed, &["--language", language]].concat()).unwrap_err();
            assert!(wrong.contains(meant), "{typed:?}: {wrong}");
            let asks = if language == "en" { ["did you mean", "a similar"] } else { ["是否指", "是否指"] };
            assert!(asks.iter().any(|asks| wrong.contains(asks)), "{wrong}");
        }
    }
}

/// A list says what it would ignore.
#[test]
fn a_list_refuses_what_it_ignores() {
    for (list, named) in [
        (&["--list"][..], "--list"),
        (&["--readings"], "--readings"),
        (&["--parameters"], "--parameters"),
        (&["--clauses", "47.8"], "--clauses"),
    ] {
        for (more, ignored) in [
            (&["on_time"][..], "STORY|FILE"),
            (&["--on", "2008-01-01"], "--on"),
            (&["--case", "a"], "--case"),
            (&["--audit"], "--audit"),
            (&["--reading", "expiry_day=day_before"], "--reading"),
            (&["--svg", "life.svg"], "--svg"),
            (&["--force"], "--force"),
            (&["--format", "html"], "--format"),
        ] {
            let wrong = explore(&[list, more].concat()).unwrap_err();
            let said = format!("`{named}` is a list of its own; leave out {ignored}");
            assert!(wrong.contains(&said), "{list:?} {more:?}: {wrong}");
        }
        assert!(explore(&[list, &["--width", "60", "--language", "zh"]].concat()).is_ok());
        assert!(explore(&[list, &["--json"]].concat()).is_ok());
    }
    assert!(explore(&["--list", "--readings"]).unwrap_err().contains("leave out --readings"));
}

/// What is supposed has to be an object; the answer to anything else is plain.
#[test]
fn a_supposition_that_is_none_gets_a_plain_answer() {
    for (typed, said) in [
        ("null", "neither an event nor a ledger entry"),
        ("[]", "neither an event nor a ledger entry"),
        ("\"x\"", "neither an event nor a ledger entry"),
        ("7", "neither an event nor a ledger entry"),
        ("{}", "expected an event with `event`, or a ledger entry with `hours`"),
        ("x", "not JSON"),
    ] {
        let wrong = explore(&["on_time", "--what-if", typed]).unwrap_err();
        assert!(wrong.contains(said) && !wrong.contains("struct"), "{typed}: {wrong}");
    }
}

/// Help and errors are in the language that is asked for, wherever it stands.
#[test]
fn help_and_errors_follow_the_language() {
    let has_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for asked in [&["--language", "zh"][..], &["--language=zh"], &["-l", "zh"], &["-lzh"], &["-l=zh"]] {
        let help = explore(&[asked, &["--help"]].concat()).unwrap_err();
        assert!(help.contains("用法：") && !help.contains("Usage") && !help.contains("Print"), "{asked:?}: {help}");
    }
    let help = explore(&["--help"]).unwrap_err();
    assert!(help.contains("Usage") && !has_chinese(&help.replace("软考", "")));
    // Every argument has words in Chinese.
    for argument in crate::args::command(Language::Zh).get_arguments() {
        let told = crate::chinese::CHINESE.arguments.iter().any(|(id, ..)| *id == argument.get_id().as_str());
        assert!(told, "{}", argument.get_id());
    }
    for (typed, said) in WRONG {
        if typed.contains(&"--language") {
            continue;
        }
        let wrong = explore(&[*typed, &["-l", "zh"]].concat()).unwrap_err();
        let english = explore(typed).unwrap_err();
        assert!(english.contains(said) && !has_chinese(&english), "{typed:?}: {english}");
        assert!(has_chinese(&wrong), "{typed:?}: {wrong}");
        for word in ["expected", "cannot", "unexpected", "invalid", "there is", "did you"] {
            assert!(!wrong.contains(word), "{typed:?}: {wrong}");
        }
    }
}

const WRONG: &[(&[&str], &str)] = &[
    (&["nosuch"], "`nosuch` is no story and no file that can be read"),
    (&["on_time", "--case", "one"], "`on_time` is a story; `--case` names a case of a file"),
    (&["on_time", "--on", "2008-13-01"], "there is no such day"),
    (&["on_time", "--on", "2008-1-1"], "YYYY-MM-DD"),
    (&["on_time", "--until", "2006-01-01"], "expected 2008-01-14, the day looked at, or later"),
    (&["on_time", "--reading", "expiry_day"], "expected a name, `=` and a value"),
    (&["on_time", "--reading", "expiry_day=x"], "expected `corresponding_day` or `day_before`"),
    (&["on_time", "--reading", "x=y"], "no reading is called `x`"),
    (&["on_time", "--mode", "x"], "`x` is no mode"),
    (&["on_time", "--mode", "audit", "--audit"], "cannot be used with"),
    (&["on_time", "--on", "2008-01-01", "--on", "2008-01-01"], "cannot be used multiple times"),
    (&["on_time", "--on"], "a value is required"),
    (&["on_time", "--known-on", "2008-13-01"], "there is no such day"),
    (&["on_time", "--repealed-on", "2003-01-01"], "2004-01-01"),
    (&["on_time", "--parameter", "x=1"], "no parameter is called `x`"),
    (&["on_time", "--parameter", "window_months=-1"], "expected a whole number from 0"),
    (&["on_time", "--parameter", "window_months=99"], "expected less than the term, which has 36 months"),
    (&["on_time", "--parameter", "validity_years=0"], "expected a whole number from 1"),
    (&["on_time", "--what-if", "null"], "neither an event nor a ledger entry"),
    (&["on_time", "--svg", "-"], "`--format svg` prints it"),
    (&["--clauses", "47.15"], "no clause is cited as `47.15`"),
    (&["on_time", "--nonsense"], "unexpected argument"),
    (&["on_time", "lapsed_by_a_day"], "unexpected argument"),
    (&["on_time", "--language", "fr"], "possible values: en, zh"),
];

#[test]
fn what_is_wrong_is_said() {
    for (typed, said) in WRONG {
        let wrong = explore(typed).unwrap_err();
        assert!(wrong.contains(said), "{typed:?}: {wrong}");
    }
    let wrong = explore(&["on_time", "--svg", "/nowhere/life.svg"]).unwrap_err();
    assert!(wrong.contains("`/nowhere/life.svg`: "), "{wrong}");
}
