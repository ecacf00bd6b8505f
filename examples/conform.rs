//! Holds a system in any language against the crate, through the line format.
//!
//! `cargo run --release --example conform -- check --level standing --mode recorded --notices -- python3 their_system.py`

use clap::{Args, Parser, Subcommand, ValueEnum};
use ruankao::conformance::{
    Answer, Answering, Capability, Case, Level, Report, Stance, check, read_case, seeded_cases_for,
};
use ruankao::{Language, Law, Mode};
use serde_json::Value;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

#[derive(Parser)]
#[command(about = "Holds a system against the rules of notices 47 and 48, case by case")]
struct Options {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Asks a program that reads a case a line and writes an answer a line.
    Check {
        #[command(flatten)]
        stance: StanceOptions,
        /// The seed of the cases.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many cases.
        #[arg(long, default_value_t = 2_000)]
        count: usize,
        /// Seconds to wait for an answer.
        #[arg(long, default_value_t = 10)]
        timeout: u64,
        /// The program and its arguments.
        #[arg(last = true, required = true)]
        program: Vec<String>,
    },
    /// Holds a file of answers against the file of cases that they answer.
    Compare {
        #[command(flatten)]
        stance: StanceOptions,
        /// The cases, one a line.
        cases: PathBuf,
        /// The answers, one a line, in any order.
        answers: PathBuf,
    },
    /// Writes cases of a seed, one a line, or with `--answers` what the crate answers them.
    Write {
        #[command(flatten)]
        stance: StanceOptions,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[arg(long, default_value_t = 1_000)]
        count: usize,
        /// Writes the answers instead of the cases.
        #[arg(long)]
        answers: bool,
    },
}

#[derive(Args)]
struct StanceOptions {
    /// How far answers are compared: standing, findings or everything.
    #[arg(long, default_value = "everything")]
    level: Level,
    /// The one way in which the system reads histories: strict, audit or recorded.
    #[arg(long)]
    mode: Option<Mode>,
    /// The system stands for the notices of 2004 alone.
    #[arg(long, conflicts_with = "law")]
    notices: bool,
    /// The one law that the system stands for, as JSON.
    #[arg(long)]
    law: Option<PathBuf>,
    /// What the system lacks; may be repeated.
    #[arg(long)]
    lacks: Vec<Capability>,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the report.
    #[arg(long, default_value = "en")]
    language: Language,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Junit,
}

impl StanceOptions {
    fn stance(&self) -> Result<Stance, String> {
        let mut stance = Stance::any().level(self.level).without(self.lacks.iter().copied());
        stance.mode = self.mode;
        if self.notices {
            stance = stance.law(Law::of_2004());
        }
        if let Some(path) = &self.law {
            let opened = File::open(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
            let law = serde_json::from_reader(BufReader::new(opened));
            stance = stance.law(law.map_err(|error| format!("`{}`: {error}", path.display()))?);
        }
        Ok(stance)
    }

    fn tell(&self, report: &Report, name: &str, seed: Option<u64>) -> io::Result<ExitCode> {
        let mut out = io::stdout().lock();
        match self.format {
            Format::Text => {
                writeln!(out, "{}", report.in_words(self.language))?;
                if let Some(seed) = seed {
                    writeln!(out, "--seed {seed}")?;
                }
            }
            Format::Json => writeln!(out, "{}", serde_json::json!({ "seed": seed, "report": report }))?,
            Format::Junit => write!(out, "{}", report.junit(name))?,
        }
        Ok(if report.conforms() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// A program that answers lines.
struct Program {
    child: Child,
    input: Option<ChildStdin>,
    answers: Receiver<io::Result<String>>,
    timeout: Duration,
    stance: Stance,
}

impl Program {
    fn start(program: &[String], timeout: Duration, stance: Stance) -> io::Result<Self> {
        let (name, arguments) = program.split_first().ok_or(io::ErrorKind::InvalidInput)?;
        let mut child = Command::new(name).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for line in output.into_iter().flat_map(|output| BufReader::new(output).lines()) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, input, answers, timeout, stance })
    }
}

impl Answering for Program {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let line = serde_json::to_string(case).map_err(|error| error.to_string())?;
        let input = self.input.as_mut().ok_or("it has no standard input")?;
        writeln!(input, "{line}").and_then(|()| input.flush()).map_err(|error| format!("it reads no more: {error}"))?;
        let answered = self.answers.recv_timeout(self.timeout).map_err(|error| match error {
            RecvTimeoutError::Timeout => format!("no answer in {} s", self.timeout.as_secs()),
            RecvTimeoutError::Disconnected => "it has ended".to_owned(),
        })?;
        answers_in(&answered.map_err(|error| error.to_string())?, &case.id)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The answers in a line, which has to be that of the case.
fn answers_in(line: &str, id: &str) -> Result<Vec<Value>, String> {
    let mut answer: Value = serde_json::from_str(line).map_err(|error| format!("its line is no JSON: {error}"))?;
    let answered = answer.get("id").unwrap_or(&Value::Null);
    if answered != id {
        return Err(format!("it answers {answered} where `{id}` was asked"));
    }
    match answer.get_mut("answers").map(Value::take) {
        Some(Value::Array(answers)) => Ok(answers),
        _ => Err("its line has no `answers`; expected a list".to_owned()),
    }
}

/// Answers that lie in a file, by the id of their case.
struct Answered {
    by_id: HashMap<String, String>,
    stance: Stance,
}

impl Answering for Answered {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let line = self.by_id.get(&case.id).ok_or("the file has no answer to it")?;
        answers_in(line, &case.id)
    }
}

fn lines(path: &PathBuf) -> Result<Vec<String>, String> {
    let opened = File::open(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
    let lines: Result<Vec<String>, _> = BufReader::new(opened).lines().collect();
    lines.map_err(|error| format!("`{}`: {error}", path.display()))
}

fn main() -> ExitCode {
    match conform(&Options::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn conform(task: &Task) -> Result<ExitCode, String> {
    let told = |told: io::Result<ExitCode>| match told {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        told => Ok(told.unwrap_or(ExitCode::SUCCESS)),
    };
    match task {
        Task::Check { stance: options, seed, count, timeout, program } => {
            let stance = options.stance()?;
            let started = Program::start(program, Duration::from_secs(*timeout), stance.clone());
            let mut started = started.map_err(|error| format!("`{}`: {error}", program.join(" ")))?;
            let report = check(&mut started, seeded_cases_for(*seed, &stance).take(*count));
            told(options.tell(&report, &program.join(" "), Some(*seed)))
        }
        Task::Compare { stance: options, cases, answers } => {
            let mut by_id = HashMap::new();
            for line in lines(answers)?.into_iter().filter(|line| !line.trim().is_empty()) {
                let answer: Value =
                    serde_json::from_str(&line).map_err(|error| format!("{}: {error}", answers.display()))?;
                let id = answer.get("id").and_then(Value::as_str).unwrap_or_default();
                by_id.insert(id.to_owned(), line);
            }
            let read = |(line, number): (&String, usize)| {
                read_case(line.as_bytes(), number).map_err(|error| error.to_string())
            };
            let lines = lines(cases)?;
            let cases: Result<Vec<Case>, _> =
                lines.iter().zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(read).collect();
            let mut answered = Answered { by_id, stance: options.stance()? };
            told(options.tell(&check(&mut answered, cases?), &answers.display().to_string(), None))
        }
        Task::Write { stance: options, seed, count, answers } => {
            let cases = seeded_cases_for(*seed, &options.stance()?).take(*count);
            told(written(cases, *answers).map(|()| ExitCode::SUCCESS))
        }
    }
}

fn written(cases: impl Iterator<Item = Case>, answers: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for case in cases {
        if answers {
            let answers: Vec<Answer> = case.answers();
            serde_json::to_writer(&mut out, &serde_json::json!({ "id": case.id, "answers": answers }))?;
        } else {
            serde_json::to_writer(&mut out, &case)?;
        }
        out.write_all(b"\n")?;
    }
    out.flush()
}
