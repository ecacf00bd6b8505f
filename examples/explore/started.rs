//! A program started from a shell.

use crate::plain::{Program, Telling};
use anstream::AutoStream;
use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

/// Runs it with what was typed, on the streams of the process.
pub fn run(program: &Program, told: impl Telling) -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let (mut out, mut aside) = (AutoStream::auto(io::stdout().lock()), AutoStream::auto(io::stderr().lock()));
    ExitCode::from(program.run(&typed, &mut out, &mut aside, told))
}
