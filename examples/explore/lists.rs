//! The lists: stories, readings, parameters, clauses.

use crate::args::{Args, Format, List};
use crate::cited::place;
use crate::report::official;
use crate::speaks::speaks;
use crate::text::{heading, wrapped};
use crate::values::{REPEALED_ON, SCOPE_FROM};
use anstyle::Style;
use ruankao::naming::Words;
use ruankao::regulation::{DecidedPoint, Force, Parameter, Parameters, Reading};
use ruankao::story::stories;
use ruankao::{Clause, Language};
use serde_json::{Value, json};
use std::io::{self, Write};

const BOLD: Style = Style::new().bold();
const PLAIN: Style = Style::new();

/// Prints a list, as text or as data.
pub fn print(out: &mut impl Write, list: &List, args: &Args) -> io::Result<()> {
    if args.format() == Format::Json {
        return writeln!(out, "{:#}", data(list));
    }
    let told = Told { language: args.language(), width: args.width() };
    match list {
        List::Stories => told.stories(out),
        List::Readings => Reading::ALL.iter().enumerate().try_for_each(|(at, &reading)| {
            if at > 0 {
                writeln!(out)?;
            }
            told.reading(out, reading, 0)
        }),
        List::Parameters => told.parameters(out),
        List::Clauses(clauses) => told.clauses(out, clauses),
    }
}

struct Told {
    language: Language,
    width: usize,
}

impl Told {
    fn say<'a>(&self, en: &'a str, zh: &'a str) -> &'a str {
        self.language.choose(en, zh)
    }

    fn line(&self, out: &mut impl Write, depth: usize, words: &str) -> io::Result<()> {
        let indent = "  ".repeat(depth);
        let mark =
            words.split_once(' ').map_or(0, |(mark, _)| if matches!(mark, ">" | "->") { mark.len() + 1 } else { 0 });
        wrapped(out, words, (&indent, &format!("{indent}{:mark$}", "")), PLAIN, self.width)
    }

    fn stories(&self, out: &mut impl Write) -> io::Result<()> {
        stories().try_for_each(|story| {
            writeln!(out, "{BOLD}{}{BOLD:#}  {}", story.id(), story.title(self.language))?;
            self.line(out, 2, story.lesson(self.language))
        })
    }

    /// An open point: the question, the clauses, and what speaks for either side.
    fn reading(&self, out: &mut impl Write, reading: Reading, depth: usize) -> io::Result<()> {
        let [question, sides @ ..] = speaks(reading, self.language);
        let called =
            format!("{}  {}（{}）", reading.name(), reading.in_words(self.language), listed(reading.clauses()));
        let called =
            if self.language == Language::En { called.replace('（', " (").replace('）', ")") } else { called };
        let indent = "  ".repeat(depth);
        wrapped(out, &called, (&indent, &format!("{indent}    ")), BOLD, self.width)?;
        self.line(out, depth + 1, question)?;
        let names = reading.sides().map(|(name, _)| name);
        let words = reading.sides_in_words();
        for (at, ((name, words), argument)) in names.into_iter().zip(words).zip(sides).enumerate() {
            let default = if at == 0 { self.say(" [default]", "[默认]") } else { "" };
            let colon = self.say(": ", "：");
            let side = format!("{}={name}{colon}{}{default}", reading.name(), words.in_words(self.language));
            self.line(out, depth + 1, &side)?;
            self.line(out, depth + 3, argument)?;
        }
        Ok(())
    }

    fn parameters(&self, out: &mut impl Write) -> io::Result<()> {
        let day = |out: &mut dyn Write, name: &str, value: &str, en: &str, zh: &str| {
            writeln!(out, "{BOLD}{name}={value}{BOLD:#}")?;
            writeln!(out, "    {}", self.say(en, zh))
        };
        let from = Parameters::NOTICES.scope_from.to_string();
        day(
            out,
            SCOPE_FROM,
            &from,
            "the first day of approval that the regime covers (47.0)",
            "适用定期登记制度的证书的最早取得日期（47.0）",
        )?;
        let none = self.say("(none)", "（无）");
        day(out, REPEALED_ON, none, "the day from which the notices no longer apply", "通知自该日起废止")?;
        Parameter::ALL.iter().try_for_each(|&parameter| self.parameter(out, parameter, 0))
    }

    fn parameter(&self, out: &mut impl Write, parameter: Parameter, depth: usize) -> io::Result<()> {
        let (value, indent) = (Parameters::NOTICES.value(parameter), "  ".repeat(depth));
        writeln!(out, "{indent}{BOLD}{}={value}{BOLD:#}", parameter.name())?;
        let (least, most) = parameter.bounds().into_inner();
        let (called, cited) = (parameter.in_words(self.language), listed(parameter.clauses()));
        let words = match self.language {
            Language::En => format!("{called} ({cited}); a whole number from {least} to {most}"),
            Language::Zh => format!("{called}（{cited}）；{least}至{most}的整数"),
        };
        self.line(out, depth + 2, &words)
    }

    fn clauses(&self, out: &mut impl Write, clauses: &[Clause]) -> io::Result<()> {
        for (at, &clause) in clauses.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            let (place, force) = (place(clause, self.language), force(clause).in_words(self.language));
            let colon = self.say(": ", "：");
            wrapped(out, &format!("{clause}  {place}{colon}{force}"), ("", "    "), BOLD, self.width)?;
            official(clause, self.language).iter().try_for_each(|paragraph| self.line(out, 1, paragraph))?;
        }
        let rests = |on: &[Clause]| on.iter().any(|clause| clauses.contains(clause));
        let figures: Vec<Parameter> =
            Parameter::ALL.iter().copied().filter(|parameter| rests(parameter.clauses())).collect();
        if !figures.is_empty() {
            heading(out, self.say("Its figures", "其中的数字"), self.width)?;
            figures.into_iter().try_for_each(|parameter| self.parameter(out, parameter, 1))?;
        }
        let open: Vec<Reading> = Reading::ALL.iter().copied().filter(|reading| rests(reading.clauses())).collect();
        if !open.is_empty() {
            heading(out, self.say("What it leaves open", "未作规定之处"), self.width)?;
            open.into_iter().try_for_each(|reading| self.reading(out, reading, 1))?;
        }
        let points: Vec<&DecidedPoint> = DecidedPoint::ALL.iter().filter(|point| rests(point.clauses())).collect();
        if !points.is_empty() {
            heading(out, self.say("What is decided here", "此处取定的问题"), self.width)?;
            for point in points {
                let (open, decided) = match self.language {
                    Language::En => (point.open_en(), point.decided_en()),
                    Language::Zh => (point.open_zh(), point.decided_zh()),
                };
                wrapped(out, point.name(), ("  ", "  "), BOLD, self.width)?;
                self.line(out, 2, open)?;
                self.line(out, 2, &format!("-> {decided}"))?;
            }
        }
        Ok(())
    }
}

fn listed(clauses: &[Clause]) -> String {
    clauses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// How strongly a clause binds, in words.
fn force(clause: Clause) -> Words {
    match clause.force() {
        Force::Must => Words::new("binds", "必须遵守"),
        Force::May => Words::new("allows", "可以"),
        Force::Should => Words::new("is to be followed", "应当遵守"),
        Force::States => Words::new("states", "说明"),
    }
}

fn both(words: impl Fn(Language) -> String) -> Value {
    json!({ "en": words(Language::En), "zh": words(Language::Zh) })
}

fn data(list: &List) -> Value {
    match list {
        List::Stories => stories()
            .map(|story| {
                let (title, lesson) = (|language| story.title(language).to_owned(), |language| story.lesson(language).to_owned());
                json!({ "id": story.id(), "title": both(title), "lesson": both(lesson), "clauses": story.clauses(),
                        "on": story.today().to_string(), "until": story.until().to_string() })
            })
            .collect(),
        List::Readings => Reading::ALL.iter().map(|&reading| reading_data(reading)).collect(),
        List::Parameters => Parameter::ALL.iter().map(|&parameter| parameter_data(parameter)).collect(),
        List::Clauses(clauses) => clauses
            .iter()
            .map(|&clause| {
                let rests = |on: &[Clause]| on.contains(&clause);
                let figures = Parameter::ALL.iter().filter(|one| rests(one.clauses())).map(|one| one.name());
                let open = Reading::ALL.iter().filter(|one| rests(one.clauses())).map(|&one| reading_data(one));
                let points = DecidedPoint::ALL.iter().filter(|one| rests(one.clauses())).map(|one| {
                    json!({ "point": one.name(), "open": { "en": one.open_en(), "zh": one.open_zh() },
                            "decided": { "en": one.decided_en(), "zh": one.decided_zh() } })
                });
                json!({ "clause": clause, "force": clause.force().name(), "place": both(|language| place(clause, language)),
                        "text_zh": clause.text_zh(), "text_en": clause.text_en(),
                        "parameters": figures.collect::<Vec<_>>(), "readings": open.collect::<Vec<_>>(),
                        "decided": points.collect::<Vec<_>>() })
            })
            .collect(),
    }
}

fn reading_data(reading: Reading) -> Value {
    let said = |at: usize| both(|language| speaks(reading, language).get(at).copied().unwrap_or_default().to_owned());
    let sides = reading.sides().into_iter().zip(reading.sides_in_words()).enumerate();
    let sides = sides.map(|(at, ((name, _), words))| {
        json!({ "side": name, "default": at == 0, "words": both(|language| words.in_words(language).to_owned()),
                "speaks_for_it": said(at + 1) })
    });
    json!({ "reading": reading.name(), "words": both(|language| reading.in_words(language).to_owned()),
            "question": said(0), "clauses": reading.clauses(), "sides": sides.collect::<Vec<_>>() })
}

fn parameter_data(parameter: Parameter) -> Value {
    let (least, most) = parameter.bounds().into_inner();
    json!({ "parameter": parameter.name(), "value": Parameters::NOTICES.value(parameter), "least": least, "most": most,
            "unit": parameter.unit(), "words": both(|language| parameter.in_words(language).to_owned()),
            "clauses": parameter.clauses() })
}
