//! Explore the rules: a certificate's life as a bar with dates, the standing on a day, why, the plan, and what would
//! change the answer.
//!
//! `cargo run --release --example explore`, or with `-- --help` for all that can be asked.

mod args;
mod bar;
mod scene;
mod show;

use args::Args;
use clap::Parser;
use scene::Seen;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = Args::parse();
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    match run(&args, &mut out) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads may stop early, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Why nothing, or not all, could be shown.
#[derive(Debug)]
enum Failure {
    /// What was asked for is not there or not right.
    Asked(String),
    /// Writing failed.
    Output(io::Error),
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Asked(message) => f.write_str(message),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

fn run(args: &Args, out: &mut impl Write) -> Result<(), Failure> {
    if args.list {
        return Ok(show::stories(out, args.language())?);
    }
    let seen = Seen::new(args).map_err(Failure::Asked)?;
    show::all(out, args, &seen)?;
    show::files(args, &seen).map_err(Failure::Asked)
}
