//! What can be asked on the command line.

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};
use ruankao::calendar::iso;
use ruankao::naming::UnknownName;
use ruankao::regulation::{Parameter, Parameters, Reading, Readings};
use ruankao::{Entry, Event, Language, Mode};
use std::path::PathBuf;

/// Explore the registration of 软考 certificates: a life, a day in it, why, what to do, and what would change it
#[derive(Parser)]
#[command(name = "explore", after_help = EXAMPLES)]
pub struct Args {
    /// A built-in story, or a file of cases in the wire format (`-` for standard input)
    #[arg(default_value = "sick_leave", value_name = "STORY|FILE")]
    pub what: String,

    /// List the built-in stories
    #[arg(long)]
    pub list: bool,

    /// The case of that id, of a file with many (else the first)
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,

    /// The day to look at (else the story's, or the case's first question's)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub on: Option<NaiveDate>,

    /// Look as the register was known on that day, without what was recorded later or struck by then (else the story's,
    /// or the case's first question's, or now)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub known_on: Option<NaiveDate>,

    /// The last day to draw, and to list what is due
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub until: Option<NaiveDate>,

    /// The language of the answers
    #[arg(short, long, default_value = "en")]
    pub language: Tongue,

    /// Turn a reading, as in `expiry_day=day_before` (repeatable)
    #[arg(short, long, value_name = "NAME=SIDE", value_parser = reading)]
    pub reading: Vec<(Reading, &'static str)>,

    /// Change a parameter, as in `cycle_hours=120` (repeatable)
    #[arg(short, long, value_name = "NAME=NUMBER", value_parser = parameter)]
    pub parameter: Vec<(Parameter, u32)>,

    /// Suppose that the notices are repealed from that day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub repealed_on: Option<NaiveDate>,

    /// How the history is read: `strict` refuses the first irregular act, `audit` lets them stand and lists them,
    /// `recorded` looks for none (else the story's or the case's)
    #[arg(short, long, value_name = "MODE", value_parser = mode)]
    pub mode: Option<Mode>,

    /// The same as `--mode audit`
    #[arg(long, conflicts_with = "mode")]
    pub audit: bool,

    /// Add an event or a ledger entry in the wire format, and show the difference (repeatable)
    #[arg(short, long, value_name = "JSON", value_parser = supposition)]
    pub what_if: Vec<Supposition>,

    /// Show the clauses with their official text, and the readings at each reason instead of once
    #[arg(short, long)]
    pub clauses: bool,

    /// Write the life as an SVG drawing
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,

    /// Write what is due as iCalendar
    #[arg(long, value_name = "FILE")]
    pub ics: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples, each after `cargo run --release --example explore --`, which stands for `explore`:
  explore lapsed_by_a_day
  explore study_abroad --on 2008-02-01 --language zh
  explore on_time --reading expiry_day=day_before --parameter window_months=6
  explore lawful_as_known --known-on 2008-06-02
  explore on_time --repealed-on 2009-01-01 --on 2012-01-01
  explore one_hour_short --what-if \\
    '{\"on\":\"2007-06-01\",\"hours\":1,\"mode\":\"on_the_job\",\"field\":\"software\",\"kind\":\"standard\"}'
  explore sick_leave --svg life.svg --ics due.ics
  explore examples/data/register.jsonl --case 31-2006-000045";

/// A language, as an option.
#[derive(Clone, Copy, ValueEnum)]
pub enum Tongue {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

/// Something supposed.
#[derive(Clone)]
pub enum Supposition {
    /// An event of the history.
    Event(Event),
    /// An entry of the ledger.
    Entry(Entry),
}

impl Args {
    /// The language of the answers.
    pub const fn language(&self) -> Language {
        match self.language {
            Tongue::En => Language::En,
            Tongue::Zh => Language::Zh,
        }
    }

    /// The figures, changed as asked.
    pub fn parameters(&self, given: Parameters) -> Parameters {
        let given = Parameters { repealed_on: self.repealed_on.or(given.repealed_on), ..given };
        self.parameter.iter().fold(given, |figures, &(parameter, value)| figures.with(parameter, value))
    }

    /// How the history is read.
    pub fn mode(&self, given: Mode) -> Mode {
        if self.audit { Mode::Audit } else { self.mode.unwrap_or(given) }
    }

    /// The readings, each named one on the side asked for.
    pub fn readings(&self, given: Readings) -> Readings {
        self.reading.iter().fold(given, |readings, &(reading, side)| {
            if readings.side(reading) == side { readings } else { readings.turned(reading) }
        })
    }
}

fn day(text: &str) -> Result<NaiveDate, iso::DateError> {
    iso::parse(text)
}

fn mode(text: &str) -> Result<Mode, UnknownName> {
    text.parse()
}

fn split(text: &str) -> Result<(&str, &str), String> {
    text.split_once('=').ok_or_else(|| "expected a name, `=` and a value".to_owned())
}

fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> String {
    all.iter().map(|&one| format!("`{}`", name(one))).collect::<Vec<_>>().join(", ")
}

fn reading(text: &str) -> Result<(Reading, &'static str), String> {
    let (name, side) = split(text)?;
    let reading = Reading::ALL.iter().copied().find(|reading| reading.name() == name).ok_or_else(|| {
        format!("no reading is called `{name}`; expected one of {}", names(&Reading::ALL, Reading::name))
    })?;
    let [(one, _), (other, _)] = reading.sides();
    let side = [one, other].into_iter().find(|&known| known == side);
    side.map(|side| (reading, side)).ok_or_else(|| format!("`{name}` has two sides; expected `{one}` or `{other}`"))
}

fn parameter(text: &str) -> Result<(Parameter, u32), String> {
    let (name, value) = split(text)?;
    let parameter = Parameter::ALL.iter().copied().find(|parameter| parameter.name() == name).ok_or_else(|| {
        format!("no parameter is called `{name}`; expected one of {}", names(&Parameter::ALL, Parameter::name))
    })?;
    let value = value.parse().map_err(|_| {
        let bounds = parameter.bounds();
        format!(
            "`{value}` is no value of `{name}`; expected a whole number from {} to {}",
            bounds.start(),
            bounds.end()
        )
    })?;
    Ok((parameter, value))
}

fn supposition(text: &str) -> Result<Supposition, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    let supposed = if value.get("event").is_some() {
        serde_json::from_str(text).map(Supposition::Event)
    } else {
        serde_json::from_str(text).map(Supposition::Entry)
    };
    supposed.map_err(|error| format!("{error}; expected an event with `event`, or a ledger entry with `hours`"))
}
