//! What is printed and written.

use crate::args::Args;
use crate::bar;
use crate::questions;
use crate::register;
use crate::run::Failure;
use crate::subject::Subject;
use anstyle::{AnsiColor, Style};
use ruankao::explain::Explanation;
use ruankao::lifecycle::Row;
use ruankao::story::stories as all_stories;
use ruankao::{AsOf, CertificateFile, Language, Mode};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};

const HEAD: Style = Style::new().bold();
const QUIET: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightBlack)));

pub fn stories(out: &mut impl Write, language: Language) -> io::Result<()> {
    for story in all_stories() {
        writeln!(out, "{HEAD}{}{HEAD:#}  {}", story.id(), story.title(language))?;
        writeln!(out, "    {}", story.lesson(language))?;
    }
    Ok(())
}

/// What is looked at, and how it is to be shown.
pub struct Show<'s> {
    pub args: &'s Args,
    pub subject: &'s Subject,
    /// The certificate without what is supposed.
    pub before: &'s CertificateFile<'s>,
    /// The certificate with what is supposed.
    pub file: &'s CertificateFile<'s>,
}

impl Show<'_> {
    const fn say(&self, en: &'static str, zh: &'static str) -> &'static str {
        self.args.language().choose(en, zh)
    }

    pub fn all(&self, out: &mut impl Write) -> Result<(), Failure> {
        let Self { subject, file, .. } = *self;
        writeln!(out, "{HEAD}{}{HEAD:#}", subject.title)?;
        if let Some(lesson) = &subject.lesson {
            writeln!(out, "{lesson}")?;
        }
        let as_of = file.on(subject.on);
        self.life(out)?;
        self.register(out, as_of.as_ref().ok())?;
        if file.mode() == Mode::Audit {
            self.irregularities(out)?;
        }
        heading(out, &format!("{} {}", self.say("The standing on", "证书状态，截至"), subject.on))?;
        match &as_of {
            Ok(as_of) => self.answers(out, as_of)?,
            Err(refusal) => write!(out, "{}", self.told(&file.explain_fault(refusal)))?,
        }
        self.differences(out)?;
        if as_of.is_ok() {
            let hint = self.say(
                "Another story: --list. Another day: --on. Why, with the official text: --clauses. All else: --help",
                "其他示例：--list；其他日期：--on；附官方条文：--clauses；其余：--help",
            );
            writeln!(out, "\n{QUIET}{hint}{QUIET:#}")?;
        }
        Ok(())
    }

    fn life(&self, out: &mut impl Write) -> io::Result<()> {
        heading(out, self.say("The life", "登记经过"))?;
        match self.file.timeline(self.subject.until) {
            Ok(rows) => self.bar(out, &rows),
            Err(refusal) => {
                write!(out, "{}", self.told(&self.file.explain_fault(&refusal)))?;
                let other = self.say(
                    "with --mode audit it stands and is reported, where it can; with --mode recorded no fault is looked for",
                    "加上 --mode audit，可以成立的仍然有效，同时列出问题；加上 --mode recorded，不再审查",
                );
                writeln!(out, "{QUIET}{other}{QUIET:#}")
            }
        }
    }

    fn bar(&self, out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
        let Self { subject, file, .. } = *self;
        let held = file.history().held(file.known_on());
        let events: Vec<_> = held.map(|(place, event)| (place + 1, event.on)).collect();
        bar::draw(out, rows, subject.until, subject.on, &events)?;
        let (day, happened) = (self.say("the day looked at", "查看日期"), self.say("events", "事件"));
        writeln!(out, "{QUIET}▼ {day}  ▲ {happened}{QUIET:#}")?;
        for row in rows {
            let (style, sign) = bar::dress(row.outline.phase);
            let outline = row.outline.in_words(self.args.language());
            writeln!(out, "  {}  {style}{sign}{style:#} {outline}", row.from)?;
        }
        Ok(())
    }

    /// The events and the entries, each with what it does.
    fn register(&self, out: &mut impl Write, as_of: Option<&AsOf<'_>>) -> io::Result<()> {
        let (file, language) = (self.file, self.args.language());
        if !file.history().records().is_empty() {
            heading(out, self.say("The events", "事件"))?;
            register::events(out, file, self.subject.on, language)?;
        }
        if !file.ledger().records().is_empty() {
            heading(out, self.say("The hours of study", "继续教育学时"))?;
            register::entries(out, file, as_of, language)?;
        }
        Ok(())
    }

    fn irregularities(&self, out: &mut impl Write) -> io::Result<()> {
        let Ok(irregularities) = self.file.explain_irregularities() else { return Ok(()) };
        heading(out, self.say("Irregularities", "不合规定之处"))?;
        for why in &irregularities {
            write!(out, "{}", self.told(why))?;
        }
        if irregularities.is_empty() {
            writeln!(out, "{}", self.say("none", "无"))?;
        }
        Ok(())
    }

    fn answers(&self, out: &mut impl Write, as_of: &AsOf<'_>) -> io::Result<()> {
        let (application, language) = (&self.subject.application, self.args.language());
        let standing = self.told(&as_of.explain());
        write!(out, "{standing}")?;
        heading(out, self.say("May the holder register that day?", "当日能否办理登记？"))?;
        write!(out, "{}", self.told(&as_of.explain_assessment(application)))?;
        if let Some(bar) = questions::no_agency(as_of, language) {
            let beside = self.say("but, of the list of agencies: ", "但就登记实施机构名单而言：");
            writeln!(out, "{beside}{bar}")?;
        }
        heading(out, self.say("The plan", "后续办理"))?;
        writeln!(out, "{}", questions::plan(as_of, application, language).trim_end())?;
        heading(out, self.say("What other readings would change", "其他解释会带来的变化"))?;
        questions::readings(out, self.file, as_of.on(), application, language)
    }

    /// What the supposition changes, and what the register has learned since.
    fn differences(&self, out: &mut impl Write) -> io::Result<()> {
        let (subject, language) = (self.subject, self.args.language());
        if !self.args.what_if.is_empty() {
            heading(out, self.say("What the supposition changes", "假设带来的变化"))?;
            let application = &subject.application;
            let difference = questions::difference(self.before, self.file, subject.on, application, language);
            writeln!(out, "{}", difference.trim_end())?;
        }
        let Some(known_on) = subject.known_on else { return Ok(()) };
        heading(
            out,
            &format!("{} {known_on}", self.say("What the register has learned since", "此后登记册的变化，自")),
        )?;
        write!(out, "{}", self.told(&subject.file.explain_difference(known_on, subject.on)))
    }

    fn told(&self, why: &Explanation) -> String {
        let (language, clauses) = (self.args.language(), self.args.clauses);
        let text = if clauses { why.with_clauses(language).to_string() } else { why.in_words(language).to_string() };
        // What was read is beside the reasons, not one of them: quiet, and said once.
        let mut read = BTreeSet::new();
        let line = |line: &str| match line.trim_start() {
            reading if !reading.starts_with('[') => format!("{line}\n"),
            reading if read.insert(reading.to_owned()) || clauses => format!("{QUIET}{line}{QUIET:#}\n"),
            _ => String::new(),
        };
        text.trim_end().lines().map(line).collect()
    }

    /// Writes the files that were asked for.
    pub fn files(&self) -> Result<(), String> {
        let Self { args, subject, file, .. } = *self;
        let refused = |error: &dyn std::fmt::Display| format!("there is nothing to draw: {error}");
        let write = |path: &std::path::Path, text: String| {
            fs::write(path, text).map_err(|error| format!("`{}`: {error}", path.display()))
        };
        if let Some(path) = &args.svg {
            let life = file.picture(subject.until, subject.on, args.language());
            let life = life.map_err(|refusal| refused(&refusal))?.titled(subject.title.clone());
            write(path, life.to_string())?;
        }
        if let Some(path) = &args.ics {
            let as_of = file.on(subject.on).map_err(|refusal| refused(&refusal))?;
            write(path, questions::feed(&as_of, &subject.id, subject.until, args.language())?)?;
        }
        Ok(())
    }
}

fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n{HEAD}{text}{HEAD:#}")
}
