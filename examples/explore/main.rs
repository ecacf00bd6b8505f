//! Explore the rules: a certificate's life as a bar with dates, its events and hours, the standing on a day, why, the
//! plan, and what would change the answer.
//!
//! `cargo run --release --example explore`, or with `-- --help` for all that can be asked. The exit status is 0 where the
//! history can be read to its end, 1 where an event of it is refused, 2 where what is asked is not there or not right.

mod args;
mod bar;
mod calendar;
mod chinese;
mod cited;
mod data;
mod html;
mod input;
mod lists;
mod near;
mod outputs;
mod questions;
mod register;
mod report;
mod run;
mod speaks;
mod subject;
mod text;
mod tongue;
mod values;

use args::Args;
use run::{Failure, Outcome, run};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;
use tongue::wrong;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let mut out = anstream::AutoStream::auto(io::stdout().lock());
    let mut aside = anstream::AutoStream::auto(io::stderr().lock());
    let args = match Args::read(&typed) {
        Ok(args) => args,
        Err(unasked) => return ExitCode::from(unasked.say(&mut out, &mut aside)),
    };
    match run(&args, &mut out, &mut aside) {
        Ok(Outcome::Answered) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        // Whoever reads may stop early, as `head` does.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            // Where even that cannot be said, the status says it.
            let _ = write!(aside, "{}", wrong(&failure.to_string(), args.language()));
            ExitCode::from(2)
        }
    }
}
