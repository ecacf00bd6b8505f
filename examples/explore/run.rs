//! From what is asked to what is shown and written.

use crate::args::Args;
use crate::scene::Seen;
use crate::show;
use std::fmt;
use std::io::{self, Write};

/// Why nothing, or not all, could be shown.
#[derive(Debug)]
pub enum Failure {
    /// What was asked for is not there or not right.
    Asked(String),
    /// Writing failed.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

/// Answers what is asked.
pub fn run(args: &Args, out: &mut impl Write) -> Result<(), Failure> {
    if args.list {
        return Ok(show::stories(out, args.language())?);
    }
    let seen = Seen::new(args).map_err(Failure::Asked)?;
    // The files are written also where whoever reads stops early.
    let shown = show::all(out, args, &seen);
    show::files(args, &seen).map_err(Failure::Asked)?;
    shown
}
