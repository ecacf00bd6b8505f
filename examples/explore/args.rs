//! What can be asked on the command line.

use crate::chinese::CHINESE;
use crate::tongue::{Tongue, Unasked, parse, spoken};
use crate::values::{self, Cited, Figure, Supposition};
use chrono::NaiveDate;
use clap::builder::ValueParser;
use clap::{ArgAction, Command, CommandFactory, Parser, ValueEnum};
use ruankao::regulation::{Parameters, Reading, Readings};
use ruankao::{Language, Mode};
use std::ffi::OsString;
use std::path::PathBuf;

const LISTS: &str = "Lists";
const CHANGES: &str = "What is looked at otherwise";
const SHOWN: &str = "How it is shown";
const FILES: &str = "Files";

/// Explore the registration of 软考 certificates: a life, a day in it, why, what to do, and what would change it
#[derive(Parser)]
#[command(name = "explore", after_help = EXAMPLES, disable_help_flag = true)]
pub struct Args {
    /// A built-in story, or a file of cases in the wire format (`-` for standard input) [default: sick_leave]
    #[arg(value_name = "STORY|FILE", help_heading = FIRST)]
    what: Option<String>,

    /// The case of that id, of a file with many (else the first)
    #[arg(long, value_name = "ID", help_heading = LOOKED_AT)]
    pub case: Option<String>,

    /// The day to look at (else the story's, or the case's first question's)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = ValueParser::string(), help_heading = LOOKED_AT)]
    pub on: Option<NaiveDate>,

    /// Look as the register was known on that day, without what was recorded later or struck by then (else the story's,
    /// or the case's first question's, or now)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = ValueParser::string(), help_heading = LOOKED_AT)]
    pub known_on: Option<NaiveDate>,

    /// The last day to draw, and to list what is due
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = ValueParser::string(), help_heading = LOOKED_AT)]
    pub until: Option<NaiveDate>,

    /// Turn a reading, as in `expiry_day=day_before` (repeatable)
    #[arg(short, long, value_name = "NAME=SIDE", value_parser = ValueParser::string(), help_heading = CHANGES)]
    reading: Vec<(Reading, &'static str)>,

    /// Change a parameter, as in `cycle_hours=120` or `repealed_on=2019-06-01` (repeatable)
    #[arg(short, long, value_name = "NAME=VALUE", value_parser = ValueParser::string(), help_heading = CHANGES)]
    parameter: Vec<Figure>,

    /// Suppose that the notices are repealed from that day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = ValueParser::string(), help_heading = CHANGES)]
    repealed_on: Option<NaiveDate>,

    /// How the history is read: `strict` refuses the first irregular act, `audit` lets them stand and lists them,
    /// `recorded` looks for none (else the story's or the case's)
    #[arg(short, long, value_name = "MODE", value_parser = ValueParser::string(), help_heading = CHANGES)]
    mode: Option<Mode>,

    /// The same as `--mode audit`
    #[arg(long, conflicts_with = "mode", help_heading = CHANGES)]
    audit: bool,

    /// Add an event or a ledger entry in the wire format, and show the difference (repeatable)
    #[arg(short, long, value_name = "JSON", value_parser = ValueParser::string(), help_heading = CHANGES)]
    pub what_if: Vec<Supposition>,

    /// The language of everything: answers, help and errors
    #[arg(short, long, default_value = "en", help_heading = SHOWN)]
    language: Tongue,

    /// `text`, or the same as data or as a file: `json`, `html`, `svg`, `ics`
    #[arg(long, default_value = "text", help_heading = SHOWN)]
    format: Format,

    /// The same as `--format json`: all that is shown as data, its events and entries counted from 0 as on the wire
    #[arg(long, conflicts_with = "format", help_heading = SHOWN)]
    json: bool,

    /// Show the clauses with their official text, each where it is first cited; followed by a citation as in
    /// `--clauses 47.8`, or by a notice, list these
    #[arg(short, long, value_name = "CITATION", num_args = 0..=1, value_parser = ValueParser::string(), help_heading = SHOWN)]
    clauses: Option<Option<Cited>>,

    /// How many columns wide (else as wide as the terminal, or 80)
    #[arg(long, value_name = "COLUMNS", help_heading = SHOWN)]
    width: Option<u16>,

    /// Write the life as an SVG drawing
    #[arg(long, value_name = "FILE", help_heading = FILES)]
    pub svg: Option<PathBuf>,

    /// Write everything as one HTML page, in both languages
    #[arg(long, value_name = "FILE", help_heading = FILES)]
    pub html: Option<PathBuf>,

    /// Write what is due as iCalendar
    #[arg(long, value_name = "FILE", help_heading = FILES)]
    pub ics: Option<PathBuf>,

    /// How many days before something is due the calendar reminds of it (repeatable; else 30 and 7)
    #[arg(long, value_name = "DAYS", help_heading = FILES)]
    remind: Vec<u16>,

    /// Write over files that are there; never over what is read
    #[arg(long, help_heading = FILES)]
    pub force: bool,

    /// List the built-in stories
    #[arg(long, help_heading = LISTS)]
    list: bool,

    /// List the points that the notices leave open, with what speaks for either side
    #[arg(long, help_heading = LISTS)]
    readings: bool,

    /// List the figures of the notices
    #[arg(long, help_heading = LISTS)]
    parameters: bool,

    /// Print this help
    #[arg(short, long, action = ArgAction::Help, help_heading = SHOWN)]
    help: Option<bool>,
}

const FIRST: &str = "Story or file";
const LOOKED_AT: &str = "What is looked at";

const EXAMPLES: &str = "\
Examples, each after `cargo run --release --example explore --`, which stands for `explore`:
  explore lapsed_by_a_day
  explore study_abroad --on 2008-02-01 --language zh
  explore on_time --reading expiry_day=day_before --parameter window_months=6
  explore lawful_as_known --known-on 2008-06-02
  explore on_time --repealed-on 2009-01-01 --on 2012-01-01
  explore one_hour_short --what-if \\
    '{\"on\":\"2007-06-01\",\"hours\":1,\"mode\":\"on_the_job\",\"field\":\"software\",\"kind\":\"standard\"}'
  explore sick_leave --svg life.svg --html life.html --ics due.ics
  explore --clauses 47.8
  explore examples/data/register.jsonl --case 31-2006-000045";

/// In which form the answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Html,
    Svg,
    Ics,
}

/// A list that is asked for, in place of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    Stories,
    Readings,
    Parameters,
    Clauses(Vec<ruankao::Clause>),
}

impl Args {
    /// Reads what was typed; help and errors are in the language that it names.
    pub fn read(typed: &[OsString]) -> Result<Self, Unasked> {
        let language = spoken(typed);
        let args: Self = parse(command(language), typed, &CHINESE)?;
        let args = args.clauses_or_what();
        match args.contradiction() {
            Some(message) => Err(Unasked { text: crate::tongue::wrong(&message, language), is_help: false }),
            None => Ok(args),
        }
    }

    /// `--clauses on_time` means the story.
    fn clauses_or_what(mut self) -> Self {
        if let Some(Some(Cited::Other(other))) = &mut self.clauses
            && self.what.is_none()
        {
            self.what = Some(core::mem::take(other));
            self.clauses = Some(None);
        }
        self
    }

    /// What is said twice, or is of no use to what is asked for.
    fn contradiction(&self) -> Option<String> {
        let language = self.language();
        let twice = |name: &str| match language {
            Language::En => format!("`{name}` is given twice; expected it once"),
            Language::Zh => format!("“{name}”给出了两次；只应给出一次"),
        };
        let repealed_on = self.repealed_on.map(Figure::RepealedOn);
        let figures: Vec<&str> = self.parameter.iter().chain(&repealed_on).map(|figure| figure.name()).collect();
        let readings: Vec<&str> = self.reading.iter().map(|(reading, _)| reading.name()).collect();
        if let Some(name) = repeated(&figures).or_else(|| repeated(&readings)) {
            return Some(twice(name));
        }
        if let Some(Some(Cited::Other(other))) = &self.clauses {
            return Some(match language {
                Language::En => format!("`--clauses {other}`: no clause is cited so; expected one as in `47.8`"),
                Language::Zh => format!("“--clauses {other}”：没有这样引用的条文；应如47.8"),
            });
        }
        let list = self.listed()?;
        let ignored = self.ignored_by_lists();
        let others = [("--list", self.list), ("--readings", self.readings), ("--parameters", self.parameters)];
        let others = others.into_iter().filter(|&(name, is_there)| is_there && name != list).map(|(name, _)| name);
        let ignored: Vec<&str> = others.chain(ignored).collect();
        (!ignored.is_empty()).then(|| match language {
            Language::En => format!("`{list}` is a list of its own; leave out {}", ignored.join(", ")),
            Language::Zh => format!("“{list}”单独列出；请去掉{}", ignored.join("、")),
        })
    }

    /// The option that asks for a list.
    fn listed(&self) -> Option<&'static str> {
        let cited = matches!(&self.clauses, Some(Some(Cited::Clauses(_))));
        [("--clauses", cited), ("--list", self.list), ("--readings", self.readings), ("--parameters", self.parameters)]
            .into_iter()
            .find_map(|(name, is_there)| is_there.then_some(name))
    }

    /// What was given that no list looks at.
    fn ignored_by_lists(&self) -> impl Iterator<Item = &'static str> {
        let shown = self.shown_clauses();
        [
            ("STORY|FILE", self.what.is_some()),
            ("--case", self.case.is_some()),
            ("--on", self.on.is_some()),
            ("--known-on", self.known_on.is_some()),
            ("--until", self.until.is_some()),
            ("--reading", !self.reading.is_empty()),
            ("--parameter", !self.parameter.is_empty()),
            ("--repealed-on", self.repealed_on.is_some()),
            ("--mode", self.mode.is_some()),
            ("--audit", self.audit),
            ("--what-if", !self.what_if.is_empty()),
            ("--clauses", shown),
            ("--svg", self.svg.is_some()),
            ("--html", self.html.is_some()),
            ("--ics", self.ics.is_some()),
            ("--remind", !self.remind.is_empty()),
            ("--force", self.force),
            ("--format", !matches!(self.format(), Format::Text | Format::Json)),
        ]
        .into_iter()
        .filter_map(|(name, is_there)| is_there.then_some(name))
    }

    /// The list asked for, where one is.
    pub fn list(&self) -> Option<List> {
        match &self.clauses {
            Some(Some(Cited::Clauses(clauses))) => Some(List::Clauses(clauses.clone())),
            _ if self.list => Some(List::Stories),
            _ if self.readings => Some(List::Readings),
            _ if self.parameters => Some(List::Parameters),
            _ => None,
        }
    }

    /// The story or file.
    pub fn what(&self) -> &str {
        self.what.as_deref().unwrap_or("sick_leave")
    }

    /// The language of the answers.
    pub fn language(&self) -> Language {
        self.language.into()
    }

    /// The form of the answer.
    pub const fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }

    /// Whether the official text is shown.
    pub const fn shown_clauses(&self) -> bool {
        matches!(self.clauses, Some(None))
    }

    /// How many columns wide.
    pub fn width(&self) -> usize {
        const WIDTHS: std::ops::RangeInclusive<u16> = 40..=400;
        let terminal = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| width.0);
        let width = self.width.or_else(terminal).unwrap_or(80);
        usize::from(width.clamp(*WIDTHS.start(), *WIDTHS.end()))
    }

    /// How many days before something is due a calendar reminds of it.
    pub fn remind(&self) -> &[u16] {
        if self.remind.is_empty() { &[30, 7] } else { &self.remind }
    }

    /// The figures, changed as asked.
    pub fn parameters(&self, given: Parameters) -> Parameters {
        let repealed_on = self.repealed_on.map(Figure::RepealedOn);
        self.parameter.iter().chain(&repealed_on).fold(given, |figures, figure| match *figure {
            Figure::Number(parameter, value) => figures.with(parameter, value),
            Figure::RepealedOn(day) => Parameters { repealed_on: Some(day), ..figures },
            Figure::ScopeFrom(day) => Parameters { scope_from: day, ..figures },
        })
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

fn repeated<'n>(names: &[&'n str]) -> Option<&'n str> {
    names
        .iter()
        .enumerate()
        .find_map(|(at, name)| names.iter().skip(at + 1).any(|other| other == name).then_some(*name))
}

/// The command line, its values read in a language.
pub fn command(language: Language) -> Command {
    let mut command = Args::command();
    for (id, parser) in [
        ("on", ValueParser::new(move |text: &str| values::day(text, language))),
        ("known_on", ValueParser::new(move |text: &str| values::day(text, language))),
        ("until", ValueParser::new(move |text: &str| values::day(text, language))),
        ("repealed_on", ValueParser::new(move |text: &str| values::day(text, language))),
        ("reading", ValueParser::new(move |text: &str| values::reading(text, language))),
        ("parameter", ValueParser::new(move |text: &str| values::figure(text, language))),
        ("mode", ValueParser::new(move |text: &str| values::mode(text, language))),
        ("what_if", ValueParser::new(move |text: &str| values::supposition(text, language))),
        ("clauses", ValueParser::new(move |text: &str| values::cited(text, language))),
    ] {
        command = command.mut_arg(id, |arg| arg.value_parser(parser));
    }
    command
}
