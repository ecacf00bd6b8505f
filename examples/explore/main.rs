//! Explore the rules: a certificate's life as a bar with dates, its events and hours, the standing on a day, why, the
//! plan, and what would change the answer.
//!
//! `cargo run --release --example explore`, or with `-- --help` for all that can be asked.

mod args;
mod bar;
mod calendar;
mod questions;
mod register;
mod run;
mod show;
mod subject;

use args::Args;
use clap::Parser;
use run::{Failure, run};
use std::io;
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
