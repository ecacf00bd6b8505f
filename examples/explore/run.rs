//! From what is asked to what is shown and written.

use crate::args::Args;
use crate::show::{self, Show};
use crate::subject::Subject;
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
    let subject = Subject::new(args).map_err(Failure::Asked)?;
    let known = subject.known_on.map(|day| subject.file.as_known_on(day));
    let before = known.as_deref().unwrap_or(&subject.file);
    let supposed = (!args.what_if.is_empty()).then(|| before.what_if(&args.hypothesis()));
    let file = supposed.as_ref().unwrap_or(before);
    let show = Show { args, subject: &subject, before, file };
    // The files are written also where whoever reads stops early.
    let shown = show.all(out);
    show.files().map_err(Failure::Asked)?;
    shown
}
