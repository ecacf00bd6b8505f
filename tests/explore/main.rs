//! The example `explore`, told from what is typed: every story, a file, and what is wrong.
//!
//! `RUANKAO_REGENERATE=1 cargo test --test explore` writes the views under `views/` anew.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

#[path = "../../examples/explore/args.rs"]
mod args;
#[path = "../../examples/explore/bar.rs"]
mod bar;
#[path = "../../examples/explore/calendar.rs"]
mod calendar;
#[path = "../../examples/explore/chinese.rs"]
mod chinese;
#[path = "../../examples/explore/cited.rs"]
mod cited;
#[path = "../../examples/explore/data.rs"]
mod data;
#[path = "../../examples/explore/html.rs"]
mod html;
#[path = "../../examples/explore/input.rs"]
mod input;
#[path = "../../examples/explore/lists.rs"]
mod lists;
#[path = "../../examples/explore/near.rs"]
mod near;
#[path = "../../examples/explore/outputs.rs"]
mod outputs;
#[path = "../../examples/explore/plain.rs"]
mod plain;
#[path = "../../examples/explore/questions.rs"]
mod questions;
#[path = "../../examples/explore/register.rs"]
mod register;
#[path = "../../examples/replay.rs"]
#[expect(dead_code, reason = "it is started from a shell")]
mod replay;
#[path = "../../examples/explore/report.rs"]
mod report;
#[path = "../../examples/explore/run.rs"]
mod run;
#[path = "../../examples/explore/speaks.rs"]
mod speaks;
#[path = "../../examples/explore/subject.rs"]
mod subject;
#[path = "../../examples/explore/text.rs"]
mod text;
#[path = "../../examples/explore/tongue.rs"]
#[expect(clippy::duplicate_mod, reason = "`replay` has its own, as a program of its own")]
mod tongue;
#[path = "../../examples/explore/values.rs"]
mod values;

mod asked;
mod files;
mod input_files;
mod lists_told;
mod programs;
mod told;
mod views;

use args::Args;
use run::Outcome;
use std::ffi::OsString;
use std::path::Path;

/// What comes of what is typed.
#[derive(Debug)]
struct Told {
    /// What is said, without color.
    out: String,
    /// What is said beside it.
    aside: String,
    /// Whether the history could be read to its end.
    outcome: Outcome,
}

/// What is said and how it ends; or what is wrong.
fn explored(typed: &[&str]) -> Result<Told, String> {
    let plain = |text: &str| anstream::adapter::strip_str(text).to_string();
    let typed: Vec<OsString> = ["explore"].iter().chain(typed).map(OsString::from).collect();
    let args = Args::read(&typed).map_err(|unasked| {
        // Help is asked for and no error.
        assert_eq!(unasked.is_help, typed.iter().any(|word| word == "--help"));
        plain(&unasked.text)
    })?;
    let (mut out, mut aside) = (anstream::StripStream::new(Vec::new()), Vec::new());
    let outcome = run::run(&args, &mut out, &mut aside).map_err(|failure| failure.to_string())?;
    let [out, aside] = [out.into_inner(), aside].map(|text| String::from_utf8(text).unwrap());
    Ok(Told { out, aside, outcome })
}

/// What is said, without color; or what is wrong.
fn explore(typed: &[&str]) -> Result<String, String> {
    explored(typed).map(|told| told.out)
}

/// As data.
fn explored_data(typed: &[&str]) -> serde_json::Value {
    serde_json::from_str(&explore(&[typed, &["--json"]].concat()).unwrap()).unwrap()
}

/// The part of what is said that stands under a heading.
fn under<'t>(told: &'t str, heading: &str) -> &'t str {
    let (_, after) = told.split_once(&format!("\n{heading}\n")).unwrap();
    after.split("\n\n").next().unwrap()
}

/// A file of this repository.
fn repository(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file).display().to_string()
}

/// A new folder for the files of a test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("explore").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
