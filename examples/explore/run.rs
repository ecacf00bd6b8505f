//! From what is asked to what is shown and written.

use crate::args::{Args, Format};
use crate::calendar::icalendar;
use crate::report::Look;
use crate::subject::Subject;
use crate::{data, html, lists, outputs, text};
use ruankao::Language;
use ruankao::calendar::Period;
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

/// Whether the history could be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Answered,
    /// An event of it is refused.
    Refused,
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

/// Answers what is asked on `out`, and says beside it what is written to files.
pub fn run(args: &Args, out: &mut impl Write, aside: &mut impl Write) -> Result<Outcome, Failure> {
    if let Some(list) = args.list() {
        lists::print(out, &list, args)?;
        return Ok(Outcome::Answered);
    }
    outputs::refused(args).map_err(Failure::Asked)?;
    let subject = Subject::new(args).map_err(Failure::Asked)?;
    let known = subject.known_on.map(|day| subject.file.as_known_on(day));
    let before = known.as_deref().unwrap_or(&subject.file);
    let supposed = (!args.what_if.is_empty()).then(|| before.what_if(&args.hypothesis()));
    let file = supposed.as_ref().unwrap_or(before);
    let look = Look { args, subject: &subject, before, file };
    // The files are written also where whoever reads stops early.
    let shown = show(&look, out, aside);
    files(&look, aside).map_err(Failure::Asked)?;
    shown?;
    Ok(if file.refusal().is_some() { Outcome::Refused } else { Outcome::Answered })
}

fn show(look: &Look<'_>, out: &mut impl Write, aside: &mut impl Write) -> Result<(), Failure> {
    let (args, language) = (look.args, look.args.language());
    match args.format() {
        Format::Text => {
            let report = look.report(language);
            let report = if args.shown_clauses() { report.with_clauses(language) } else { report.with_guide(language) };
            text::print(out, look, &report)?;
        }
        Format::Json => writeln!(out, "{:#}", data::all(look))?,
        Format::Html => write!(out, "{}", html::page(look))?,
        Format::Svg => write!(out, "{}", picture(look, language))?,
        Format::Ics => match feed(look).map_err(Failure::Asked)? {
            Some(feed) => write!(out, "{feed}")?,
            None => nothing_due(look, aside),
        },
    }
    Ok(())
}

/// The drawing of the life; of one that ends with a refusal, up to it.
pub fn picture(look: &Look<'_>, language: Language) -> String {
    let ((_, until), on) = (look.rows(), look.subject.on);
    let title = look.subject.title(language);
    let title = match look.file.refusal().map(|refusal| refusal.event + 1) {
        None => title,
        Some(event) if language == Language::Zh => format!("{title}（第{event}项事件不予认可）"),
        Some(event) => format!("{title} (event {event} is refused)"),
    };
    // Up to there nothing is refused.
    look.file.picture(until, on, language).map(|life| life.titled(title).to_string()).unwrap_or_default()
}

/// What falls due, as a calendar; none where nothing does, since a calendar has a component at least.
fn feed(look: &Look<'_>) -> Result<Option<String>, String> {
    let (subject, args) = (look.subject, look.args);
    let Ok(as_of) = look.file.on(subject.on) else { return Ok(None) };
    let days = Period::new(as_of.on(), subject.until).map_err(|error| error.to_string())?;
    let agenda = as_of.due(&subject.id, days);
    if agenda.items().is_empty() {
        return Ok(None);
    }
    let written = icalendar(&agenda, as_of.on(), args.remind(), args.language());
    written.map(Some).map_err(|item| match args.language() {
        Language::En => format!("no calendar can hold `{}` on {}", item.certificate, item.on),
        Language::Zh => format!("日历无法容纳“{}”在{}的事项", item.certificate, item.on),
    })
}

fn nothing_due(look: &Look<'_>, aside: &mut impl Write) {
    let (from, to) = (look.subject.on, look.subject.until);
    // Who does not hear of it misses no file.
    let _ = match look.args.language() {
        Language::En => writeln!(aside, "nothing falls due from {from} to {to}: no calendar is written"),
        Language::Zh => writeln!(aside, "{from}至{to}期间没有到期事项，未写日历"),
    };
}

/// Writes the files that were asked for.
fn files(look: &Look<'_>, aside: &mut impl Write) -> Result<(), String> {
    let args = look.args;
    if let Some(path) = &args.svg {
        outputs::write(path, &picture(look, args.language()), args, aside)?;
    }
    if let Some(path) = &args.html {
        outputs::write(path, &html::page(look), args, aside)?;
    }
    if let Some(path) = &args.ics {
        match feed(look)? {
            Some(feed) => outputs::write(path, &feed, args, aside)?,
            None => nothing_due(look, aside),
        }
    }
    Ok(())
}
