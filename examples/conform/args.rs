//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use ruankao::conformance::{Capability, Level, Stance};
use ruankao::{Language, Law, Mode};
use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "conform", about = "Holds a system against the rules of notices 47 and 48, case by case")]
pub struct Options {
    #[command(subcommand)]
    pub task: Task,
}

#[derive(Subcommand)]
pub enum Task {
    /// Asks a program that reads a case a line and writes an answer a line.
    Check {
        #[command(flatten)]
        stance: StanceOptions,
        #[command(flatten)]
        asked: Asked,
        /// Seconds to wait for an answer.
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
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
    /// Says what the cases exercise: rules in both outcomes, figures and readings; also as `--coverage`.
    #[command(long_flag = "coverage")]
    Coverage {
        #[command(flatten)]
        stance: StanceOptions,
        #[command(flatten)]
        asked: Asked,
        /// The percentage that they have to reach; the exit status is 1 where they do not.
        #[arg(long, default_value_t = 0.0, value_parser = percentage)]
        minimum: f64,
    },
    /// Writes cases of a seed, one a line, or with `--answers` what the crate answers them.
    Write {
        #[command(flatten)]
        stance: StanceOptions,
        #[command(flatten)]
        asked: Asked,
        /// Writes the answers instead of the cases.
        #[arg(long)]
        answers: bool,
    },
}

/// The cases to be asked.
#[derive(Args)]
pub struct Asked {
    /// The seed of the cases.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many cases of the seed that are meant well.
    #[arg(long, default_value_t = 2_000)]
    pub count: usize,
    /// How many cases of the seed that are hostile: what else the format admits.
    #[arg(long, default_value_t = 200)]
    pub hostile: usize,
    /// Recorded cases instead, one a line.
    #[arg(long, conflicts_with_all = ["seed", "count", "hostile"])]
    pub cases: Option<PathBuf>,
}

#[derive(Args)]
pub struct StanceOptions {
    /// How far answers are compared: standing, findings or everything.
    #[arg(long, default_value = "everything")]
    pub level: Level,
    /// The one way in which the system reads histories: strict, audit or recorded.
    #[arg(long)]
    pub mode: Option<Mode>,
    /// The system stands for the notices of 2004 alone.
    #[arg(long, conflicts_with = "law")]
    pub notices: bool,
    /// The one law that the system stands for, as JSON.
    #[arg(long)]
    pub law: Option<PathBuf>,
    /// What the system lacks; may be repeated.
    #[arg(long)]
    pub lacks: Vec<Capability>,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The language of the report.
    #[arg(long, default_value = "en")]
    pub language: Language,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Junit,
}

fn percentage(text: &str) -> Result<f64, String> {
    let percentage = text.parse().ok().filter(|percentage| (0.0..=100.0).contains(percentage));
    percentage.ok_or_else(|| "expected a number from 0 to 100".to_owned())
}

impl StanceOptions {
    /// What the system stands for.
    pub fn stance(&self) -> Result<Stance, String> {
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
}
