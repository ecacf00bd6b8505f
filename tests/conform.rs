//! The example `conform`, told from what is typed: systems in other languages, and files.
//!
//! The systems are in Python, which has to be there.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::indexing_slicing, reason = "what is missing fails the test")]

#[path = "../examples/conform/args.rs"]
mod args;
#[path = "../examples/conform/program.rs"]
mod program;
#[path = "../examples/conform/run.rs"]
mod run;

use args::Options;
use clap::Parser;
use serde_json::Value;

const STANCE: &str = "--level standing --mode recorded --notices";

/// Whether the system conforms, and what is said; or what is wrong.
fn conform(task: &str, more: &str, program: &[&str]) -> Result<(bool, String), String> {
    let typed = ["conform", task].into_iter().chain(more.split_whitespace());
    let program = ["--"].into_iter().take(program.len()).chain(program.iter().copied());
    let options = Options::try_parse_from(typed.chain(program)).map_err(|error| error.to_string())?;
    let mut out = Vec::new();
    match run::run(&options.task, &mut out) {
        Ok(conforms) => Ok((conforms, String::from_utf8(out).unwrap())),
        Err(run::Failure::Told(error)) => Err(error),
        Err(run::Failure::Output(error)) => Err(error.to_string()),
    }
}

fn report(more: &str, program: &[&str]) -> Value {
    let (conforms, told) = conform("check", &format!("{STANCE} --format json {more}"), program).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["conforms"], conforms);
    told["report"].clone()
}

/// Each of the three is found whatever the seed, on a case of three events at the most.
#[test]
fn what_is_planted_in_a_system_in_python_is_found() {
    for seed in [1, 7] {
        let report = report(
            &format!("--lacks known_on --lacks records --seed {seed} --count 2500"),
            &["python3", "examples/data/planted.py"],
        );
        assert_eq!(report["seed"], seed);
        let mut found = [false; 3];
        for difference in report["differences"].as_array().unwrap() {
            let history = difference["case"]["history"].as_array().unwrap();
            assert!(difference["is_smallest"] == true, "{difference:#}");
            let is_leap = history[0]["on"].as_str().unwrap().ends_with("-02-29");
            let is_withdrawn = history.iter().any(|act| act["event"] == "application_withdrawn");
            let window = ["in_force", "registration_due"].map(Value::from);
            let phases = [&difference["expected"]["phase"], &difference["found"]["phase"]];
            let is_window = phases.iter().all(|phase| window.contains(phase));
            assert!(is_leap || is_withdrawn || is_window, "{difference:#}");
            found[if is_withdrawn {
                1
            } else if is_window {
                2
            } else {
                0
            }] = true;
        }
        assert_eq!(found, [true; 3], "{report:#}");
    }
}

/// A system that ends, that answers something else, or that is late, is at fault on the very case.
#[test]
fn no_answer_is_an_answer() {
    for (seconds, program, message) in [
        (60, &["sh", "-c", "read line; exit"][..], "it has ended"),
        (1, &["sh", "-c", "exec <&-; sleep 20"], "it reads no more"),
        (60, &["sh", "-c", "while read line; do echo nonsense; done"], "its line is no JSON"),
        (60, &["cat"], "its line has no `answers`"),
        (1, &["sleep", "20"], "no answer in 1 s"),
    ] {
        let report = report(&format!("--count 1 --hostile 0 --timeout {seconds}"), program);
        let difference = &report["differences"][0];
        assert_eq!(difference["found"]["error"]["code"], "no_answer", "{report:#}");
        let told = difference["found"]["error"]["message"].as_str().unwrap();
        // Whether the pipe, the end or the time shows first is for the machine to say.
        let ends = ["it reads no more", "it has ended", "no answer in 1 s"];
        assert!(told.contains(message) || ends.iter().any(|end| told.contains(end)), "{told}");
        assert_eq!(report["seed"], 1);
    }
    let error = conform("check", STANCE, &["no_such_program\u{1b}[2J"]).unwrap_err();
    assert!(error.contains("no_such_program\\u{1b}[2J"), "{error}");
}

/// The seed is in whatever form the report has.
#[test]
fn a_report_names_its_seed() {
    let told = |more: &str| {
        let more = format!("{STANCE} --seed 41 --count 1 --hostile 0 {more}");
        conform("check", &more, &["sh", "-c", "while read line; do echo {}; done"]).unwrap().1
    };
    assert!(told("").contains("\nof seed 41\n") && told("--language zh").contains("\n种子：41\n"));
    assert!(told("--format junit").contains(r#"<property name="seed" value="41"/>"#));
}

/// Cases that were written, and their answers, are what the crate says; one that was tampered with is not.
#[test]
fn files_are_compared() {
    let folder = std::env::temp_dir().join(format!("conform-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [cases, answers] = ["cases", "answers"].map(|name| folder.join(name));
    let write = |more: &str| conform("write", &format!("--seed 5 --count 60 --hostile 40 {more}"), &[]).unwrap().1;
    std::fs::write(&cases, write("")).unwrap();
    let right = write("--answers");
    assert_eq!(right.lines().count(), 100);
    let compared = |answered: &str| {
        std::fs::write(&answers, answered).unwrap();
        conform("compare", &format!("{} {}", cases.display(), answers.display()), &[]).unwrap()
    };
    assert!(compared(&right).0);
    let (conforms, told) = compared(&right.replacen(r#""in_force":true"#, r#""in_force":false"#, 1));
    assert!(!conforms && told.contains("difference 1"), "{told}");
    // Recorded cases are asked of a program, too.
    let recorded = format!("--cases {} --timeout 5", cases.display());
    let answering = format!("cat {}; cat >/dev/null", answers.display());
    std::fs::write(&answers, &right).unwrap();
    let (conforms, told) = conform("check", &recorded, &["sh", "-c", &answering]).unwrap();
    assert!(conforms && !told.contains("of seed"), "{told}");
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What cases exercise is told in every form, and a minimum is demanded by the exit status.
#[test]
fn coverage_is_told_and_demanded() {
    let asked = "--seed 3 --count 300 --hostile 50";
    let (enough, told) = conform("coverage", asked, &[]).unwrap();
    assert!(enough && told.contains("350 cases reach ") && told.contains("before_window"), "{told}");
    assert_eq!(conform("--coverage", asked, &[]).unwrap(), (true, told));
    assert!(conform("coverage", &format!("{asked} --minimum 60"), &[]).unwrap().0);
    let (enough, told) = conform("coverage", &format!("{asked} --minimum 100 --format json"), &[]).unwrap();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert!(!enough && told["is_enough"] == false && told["coverage"]["cases"] == 350);
    assert_eq!(told["coverage"]["rules"].as_array().unwrap().len() * 2 + 14 + 20, told["coverage"]["of"]);
    let (_, told) = conform("coverage", &format!("{asked} --minimum 100 --format junit --language zh"), &[]).unwrap();
    let told = roxmltree::Document::parse(&told).unwrap();
    assert_eq!(told.root_element().attribute("failures"), Some("1"));
    assert!(conform("coverage", "--minimum 101", &[]).unwrap_err().contains("from 0 to 100"));
    // Of recorded cases, too.
    let of_file = "--cases tests/cases/reach.jsonl --minimum 90 --language zh";
    let (enough, told) = conform("coverage", of_file, &[]).unwrap();
    assert!(!enough && told.contains("11个案例"), "{told}");
}
