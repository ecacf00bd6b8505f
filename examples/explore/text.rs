//! A report as text, as wide as it may be.

use crate::bar::{self, Marks};
use crate::report::{Kind, Lead, Line, Look, Part, Report};
use anstyle::{AnsiColor, Color, Style};
use ruankao::{Language, Mode};
use std::io::{self, Write};
use textwrap::{Options, WordSplitter};

const HEAD: Style = Style::new().bold();
const QUIET: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::BrightBlack)));
const FAULT: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Red)));
const MENDS: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));
const TEXT: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Cyan)));

/// Words in lines of a width, the first behind `first` and the others behind `rest`, broken between words: in Chinese, where a
/// line may be broken.
pub fn wrapped(
    out: &mut impl Write,
    words: &str,
    (first, rest): (&str, &str),
    style: Style,
    width: usize,
) -> io::Result<()> {
    let options =
        Options::new(width).initial_indent(first).subsequent_indent(rest).word_splitter(WordSplitter::NoHyphenation);
    for line in textwrap::wrap(words, options) {
        writeln!(out, "{style}{line}{style:#}")?;
    }
    Ok(())
}

/// A heading with a blank line in front of it.
pub fn heading(out: &mut impl Write, words: &str, width: usize) -> io::Result<()> {
    writeln!(out)?;
    wrapped(out, words, ("", ""), HEAD, width)
}

/// Prints a report.
pub fn print(out: &mut impl Write, look: &Look<'_>, report: &Report) -> io::Result<()> {
    let (width, language) = (look.args.width(), look.args.language());
    wrapped(out, &report.title, ("", ""), HEAD, width)?;
    if let Some(lesson) = &report.lesson {
        wrapped(out, lesson, ("", ""), Style::new(), width)?;
    }
    for part in &report.parts {
        heading(out, &part.heading, width)?;
        if part.name == "life" {
            life(out, look, language, width)?;
        }
        lines(out, part, width)?;
        if part.name == "life" && look.file.mode() == Mode::Strict && look.file.refusal().is_some() {
            let other = language.choose(
                "with --mode audit it stands and is reported, where it can; with --mode recorded no fault is looked for",
                "加上--mode audit，可以成立的仍然有效，同时列出问题；加上--mode recorded，不再审查",
            );
            wrapped(out, other, ("", ""), QUIET, width)?;
        }
    }
    let hint = language.choose(
        "Another story: --list. Another day: --on. Why, with the official text: --clauses. As a page: --html. All else: --help",
        "其他示例：--list；其他日期：--on；附官方条文：--clauses；网页：--html；其余：--help",
    );
    writeln!(out)?;
    wrapped(out, hint, ("", ""), QUIET, width)
}

fn life(out: &mut impl Write, look: &Look<'_>, language: Language, width: usize) -> io::Result<()> {
    let (rows, until) = look.rows();
    if rows.is_empty() {
        return Ok(());
    }
    let held = look.file.history().held(look.file.known_on());
    let events: Vec<_> = held.map(|(place, event)| (place + 1, event.on)).collect();
    bar::draw(out, &rows, &Marks { until, on: look.subject.on, events: &events }, width)?;
    let (day, happened) =
        (language.choose("the day looked at", "查看日期"), language.choose("events, by number", "事件，按编号"));
    let is_drawn = rows.first().is_some_and(|row| row.from <= look.subject.on) && look.subject.on <= until;
    let day = if is_drawn { format!("v {day}   ") } else { String::new() };
    wrapped(out, &format!("{day}^ {happened}"), ("", ""), QUIET, width)
}

fn lines(out: &mut impl Write, part: &Part, width: usize) -> io::Result<()> {
    part.lines.iter().try_for_each(|line| print_line(out, line, width))
}

fn print_line(out: &mut impl Write, line: &Line, width: usize) -> io::Result<()> {
    let style = match line.kind {
        Kind::Said => Style::new(),
        Kind::Quiet | Kind::Reading => QUIET,
        Kind::Fault => FAULT,
        Kind::Mends => MENDS,
        Kind::Text => TEXT,
    };
    let indent = " ".repeat(line.depth * 2);
    match line.lead {
        Lead::None => {
            // What an arrow or a mark of quotation stands before goes on behind it.
            let mark = [">", "->", "!"].iter().find(|mark| line.words.starts_with(&format!("{mark} ")));
            let hang = mark.map_or(4, |mark| mark.len() + 1);
            wrapped(out, &line.words, (&indent, &format!("{indent}{:hang$}", "")), style, width)
        }
        Lead::Number(number) => wrapped(out, &line.words, (&format!("{number:>3}  "), "       "), style, width),
        Lead::Phase(from, phase) => {
            let (dressed, sign) = bar::dress(phase);
            write!(out, "  {from}  {dressed}{sign}{dressed:#} ")?;
            writeln!(out, "{}", line.words)
        }
    }
}
