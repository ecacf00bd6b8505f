//! Holds a system in any language against the crate, through the line format.
//!
//! `cargo run --release --example conform -- check --level standing --mode recorded --notices -- python3 their_system.py`
//!
//! The exit status is 0 where the system conforms, 1 where it does not, 2 where it could not be asked.

mod args;
mod program;
mod run;

use args::Options;
use clap::Parser;
use run::{Failure, run};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = run(&Options::parse().task, &mut out).and_then(|conforms| {
        out.flush()?;
        Ok(conforms)
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads may stop early, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => told(&error.to_string()),
        Err(Failure::Told(error)) => told(&error),
    }
}

fn told(error: &str) -> ExitCode {
    eprintln!("error: {error}");
    ExitCode::from(2)
}
