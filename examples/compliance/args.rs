//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use ruankao::Language;
use std::path::PathBuf;

/// Audit a register of 软考 certificates in JSON Lines: what was done without its legal conditions, by clause
#[derive(Parser)]
#[command(name = "compliance")]
pub struct Options {
    #[command(subcommand)]
    pub task: Task,
}

#[derive(Subcommand)]
pub enum Task {
    /// Audit a register; the exit status is 1 where something is irregular, 2 where something cannot be read
    Audit(Audit),
    /// Write a register of a seed, with irregularities of every kind planted in it
    Plant(Plant),
}

#[derive(Args)]
pub struct Audit {
    /// The register, a case of the wire format a line, whose questions are passed over; `-` for standard input
    pub register: PathBuf,
    /// The law that certificates are held against, as JSON; else the one that each line names, by default the notices
    #[arg(long, value_name = "FILE")]
    pub law: Option<PathBuf>,
    /// How what is irregular is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The language of the sentences
    #[arg(long, default_value = "en")]
    pub language: Language,
    /// What was accepted before, and is passed over; a file that `--write-baseline` wrote
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Writes all that is irregular now, to be passed over from now on
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    /// How many are listed at the most; all are counted
    #[arg(long, default_value_t = 10_000, value_name = "NUMBER")]
    pub most: usize,
    /// How many threads read; as many as the machine has processors where it is left out
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
}

#[derive(Args)]
pub struct Plant {
    /// The seed
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many certificates
    #[arg(long, default_value_t = 2_400)]
    pub count: u64,
    /// How many certificates there are for one in which something is planted
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u64).range(1..))]
    pub one_in: u64,
    /// Where the register goes
    #[arg(long, value_name = "FILE")]
    pub register: PathBuf,
    /// Where the list of what was planted goes
    #[arg(long, value_name = "FILE")]
    pub planted: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// The whole as one object
    Json,
    /// SARIF 2.1.0, which code hosting shows beside the lines
    Sarif,
    /// JUnit XML
    Junit,
}
