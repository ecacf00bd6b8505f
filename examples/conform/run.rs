//! What is done for each task.

use crate::args::{Asked, Format, StanceOptions, Task};
use crate::program::{Answered, Program};
use ruankao::Language;
use ruankao::conformance::{
    Answer, Case, Coverage, Report, Stance, check, hostile_cases_for, read_case, seeded_cases_for,
};
use ruankao::naming::Shown;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::time::Duration;

/// Whether the system conforms.
pub type Conforms = bool;

/// What stopped a task.
pub enum Failure {
    /// What was asked cannot be done, or a file is not what it has to be.
    Told(String),
    /// The output.
    Output(io::Error),
}

impl From<String> for Failure {
    fn from(told: String) -> Self {
        Self::Told(told)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Does it, and writes what came of it.
pub fn run(task: &Task, out: &mut impl Write) -> Result<Conforms, Failure> {
    match task {
        Task::Check { stance: options, asked, timeout, program } => {
            let (stance, name) = (options.stance()?, program.join(" "));
            let cases = cases(asked, &stance)?;
            let started = Program::start(program, Duration::from_secs(*timeout), stance);
            let mut started = started.map_err(|error| format!("`{}`: {error}", Shown(&name)))?;
            let report = check(&mut started, cases);
            let is_seeded = asked.cases.is_none();
            tell(options, out, &if is_seeded { report.of_seed(asked.seed) } else { report }, &name)
        }
        Task::Compare { stance: options, cases, answers } => {
            let told = |error| format!("`{}`: {error}", answers.display());
            let mut answered =
                Answered::read(lines(answers)?.into_iter().filter(|line| !line.is_empty()), options.stance()?)
                    .map_err(told)?;
            let report = check(&mut answered, recorded(cases)?);
            tell(options, out, &report, &answers.display().to_string())
        }
        Task::Coverage { stance: options, asked, minimum } => {
            let mut coverage = Coverage::default();
            coverage.extend(cases(asked, &options.stance()?)?);
            let is_enough = coverage.share() * 100.0 >= *minimum;
            match options.format {
                Format::Text => writeln!(out, "{}", coverage.in_words(options.language))?,
                Format::Json => {
                    let told = serde_json::json!({ "minimum": minimum, "is_enough": is_enough, "coverage": coverage });
                    writeln!(out, "{told:#}")?;
                }
                Format::Junit => write!(out, "{}", as_junit(&coverage, *minimum))?,
            }
            Ok(is_enough)
        }
        Task::Write { stance: options, asked, answers } => {
            write(cases(asked, &options.stance()?)?, *answers, out)?;
            Ok(true)
        }
    }
}

/// The cases asked for: those of a file, or of a seed, the hostile ones last.
fn cases(asked: &Asked, stance: &Stance) -> Result<Box<dyn Iterator<Item = Case>>, String> {
    if let Some(path) = &asked.cases {
        return Ok(Box::new(recorded(path)?.into_iter()));
    }
    let hostile = hostile_cases_for(asked.seed, stance).take(asked.hostile);
    Ok(Box::new(seeded_cases_for(asked.seed, stance).take(asked.count).chain(hostile)))
}

/// The cases of a file.
fn recorded(path: &Path) -> Result<Vec<Case>, String> {
    let lines = lines(path)?;
    let read = |(line, number): (&String, usize)| read_case(line.as_bytes(), number);
    let cases: Result<Vec<Case>, _> = lines.iter().zip(1..).filter(|(line, _)| !line.is_empty()).map(read).collect();
    cases.map_err(|error| format!("`{}`: {error}", path.display()))
}

/// The lines of a file, blank ones empty.
fn lines(path: &Path) -> Result<Vec<String>, String> {
    let opened = File::open(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
    let trimmed = |line: io::Result<String>| line.map(|line| line.trim().to_owned());
    let lines: Result<Vec<String>, _> = BufReader::new(opened).lines().map(trimmed).collect();
    lines.map_err(|error| format!("`{}`: {error}", path.display()))
}

fn tell(options: &StanceOptions, out: &mut impl Write, report: &Report, name: &str) -> Result<Conforms, Failure> {
    match options.format {
        Format::Text => writeln!(out, "{}", report.in_words(options.language))?,
        Format::Json => {
            // The name and whatever came from outside have their control characters as escapes of JSON.
            let told = serde_json::json!({ "system": name, "conforms": report.conforms(), "report": report });
            writeln!(out, "{told}")?;
        }
        Format::Junit => write!(out, "{}", report.junit(name))?,
    }
    Ok(report.conforms())
}

fn write(cases: impl Iterator<Item = Case>, answers: bool, out: &mut impl Write) -> io::Result<()> {
    for case in cases {
        if answers {
            let answers: Vec<Answer> = case.answers();
            serde_json::to_writer(&mut *out, &serde_json::json!({ "id": case.id, "answers": answers }))?;
        } else {
            serde_json::to_writer(&mut *out, &case)?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}

/// A test case of whether the cases reach enough.
fn as_junit(coverage: &Coverage, minimum: f64) -> String {
    let mut case = quick_junit::TestCase::new("coverage", quick_junit::TestCaseStatus::success());
    let told = coverage.in_words(Language::En).to_string();
    if coverage.share() * 100.0 < minimum {
        let mut failure = quick_junit::TestCaseStatus::non_success(quick_junit::NonSuccessKind::Failure);
        failure.set_message(format!("expected {minimum} % at the least"));
        case.status = failure;
    }
    case.set_system_out(told);
    let mut suite = quick_junit::TestSuite::new("coverage");
    suite.add_test_case(case);
    let mut report = quick_junit::Report::new("coverage");
    report.add_test_suite(suite);
    report.to_string().unwrap_or_default()
}
