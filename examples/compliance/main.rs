//! A register in JSON Lines, audited: what was done without its legal conditions, by clause, as a text or as what continuous
//! integration reads.
//!
//! `cargo run --release --example compliance -- audit examples/data/audited.jsonl --law examples/data/audited.law.json`
//!
//! The exit status is 0 where nothing is irregular that was not accepted before, 1 where something is, 2 where something
//! could not be read or asked.

#![expect(
    clippy::indexing_slicing,
    reason = "a field of an object is put where it is named, and what was made is there"
)]

mod args;
mod audit;
mod baseline;
mod irregularity;
mod plant;
mod progress;
mod register;
mod report;
mod run;

use args::Options;
use clap::Parser;
use run::{Failure, Outcome, run};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = run(&Options::parse().task, &mut out, &mut io::stderr()).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match done {
        Ok(Outcome::Regular) => ExitCode::SUCCESS,
        Ok(Outcome::Irregular) => ExitCode::FAILURE,
        Ok(Outcome::Unreadable) => ExitCode::from(2),
        // Whoever reads may stop early, as `head` does; what was found is not known then.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(2),
        Err(Failure::Output(error)) => told(&error.to_string()),
        Err(Failure::Told(error)) => told(&error),
    }
}

fn told(error: &str) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(2)
}
