//! What is done for each task.

use crate::args::{Audit, Format, Plant, Task};
use crate::baseline::{Accepting, Baseline};
use crate::plant::plant;
use crate::progress::Progress;
use crate::register::{Audited, audited};
use crate::report::{self, Report};
use ruankao::Law;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::thread::available_parallelism;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is irregular that was not accepted before.
    Regular,
    /// Something is.
    Irregular,
    /// Something could not be read, whatever else was found.
    Unreadable,
}

/// What stopped it.
#[derive(Debug)]
pub enum Failure {
    /// What was asked cannot be done, or a file is not what it has to be.
    Told(String),
    /// The output.
    Output(io::Error),
}

impl From<String> for Failure {
    fn from(told: String) -> Self {
        Self::Told(told)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// How many lines that are no case are told of; all are counted.
const TOLD: u64 = 100;

/// Does it, and writes what came of it to `out`, and what cannot be read to `err`.
pub fn run(task: &Task, out: &mut impl Write, err: &mut impl Write) -> Result<Outcome, Failure> {
    match task {
        Task::Audit(asked) => audit(asked, out, err),
        Task::Plant(asked) => planted(asked),
    }
}

fn audit(asked: &Audit, out: &mut impl Write, err: &mut impl Write) -> Result<Outcome, Failure> {
    let law = asked.law.as_deref().map(read_law).transpose()?;
    let mut baseline = asked.baseline.as_deref().map_or_else(|| Ok(Baseline::default()), Baseline::read)?;
    let mut accepting = asked.write_baseline.as_deref().map(Accepting::create).transpose()?;
    let (input, bytes) = open(&asked.register)?;
    let threads = asked.threads.map_or_else(|| available_parallelism().map_or(1, usize::from), usize::from);
    let progress = Progress::new(bytes);
    let mut report = Report::new(&asked.register, law.as_ref(), asked.baseline.is_some(), asked.most);
    audited(input, law.as_ref(), threads, |part: Audited| {
        report.certificates += part.certificates;
        progress.advance(part.bytes, report.certificates);
        for (line, message) in part.unreadable {
            if report.unreadable < TOLD {
                writeln!(err, "error: {message}")?;
                report.told.push((line, message));
            }
            report.unreadable += 1;
        }
        for irregularity in part.irregularities {
            if let Some(accepting) = &mut accepting {
                accepting.accept(&irregularity)?;
            }
            if baseline.accepts(&irregularity) {
                report.accepted += 1;
            } else {
                report.add(irregularity);
            }
        }
        Ok::<(), Failure>(())
    })?;
    progress.finish();
    if let Some(accepting) = accepting {
        accepting.finish()?;
    }
    match asked.format {
        Format::Text => report::text::write(&report, asked.language, out)?,
        Format::Json => report::json::write(&report, asked.language, out)?,
        Format::Sarif => report::sarif::write(&report, asked.language, out)?,
        Format::Junit => report::junit::write(&report, asked.language, out)?,
    }
    Ok(match (report.unreadable, report.irregular) {
        (0, 0) => Outcome::Regular,
        (0, _) => Outcome::Irregular,
        _ => Outcome::Unreadable,
    })
}

fn planted(asked: &Plant) -> Result<Outcome, Failure> {
    let create = |path: &Path| {
        let created = File::create(path).map_err(|error| format!("`{}`: {error}", path.display()));
        created.map(BufWriter::new)
    };
    let (mut register, mut list) = (create(&asked.register)?, create(&asked.planted)?);
    for certificate in plant(asked.seed, asked.count, asked.one_in) {
        writeln!(register, "{}", certificate.line)?;
        for planted in certificate.planted {
            writeln!(list, "{planted}")?;
        }
    }
    register.flush()?;
    list.flush()?;
    Ok(Outcome::Regular)
}

fn read_law(path: &Path) -> Result<Law, String> {
    let opened = File::open(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
    serde_json::from_reader(BufReader::new(opened)).map_err(|error| format!("`{}`: {error}", path.display()))
}

type Input = Box<dyn BufRead + Send>;

/// The register, and how many bytes it has where that is known.
fn open(path: &Path) -> Result<(Input, Option<u64>), String> {
    if path == Path::new("-") {
        return Ok((Box::new(BufReader::new(io::stdin())), None));
    }
    let told = |error: io::Error| format!("`{}`: {error}", path.display());
    let file = File::open(path).map_err(told)?;
    let bytes = file.metadata().map_err(told)?.len();
    Ok((Box::new(BufReader::new(file)), Some(bytes).filter(|&bytes| bytes > 0)))
}
