//! What is told of a certificate, part by part, before it is a text or a page.

use crate::args::Args;
use crate::cited::citations;
use crate::questions;
use crate::register::{self, ToldEvent};
use crate::subject::Subject;
use chrono::{Days, NaiveDate};
use ruankao::explain::Explanation;
use ruankao::finding::EventFault;
use ruankao::lifecycle::{PhaseName, Row};
use ruankao::{AsOf, CertificateFile, Clause, Language, Mode};
use std::collections::BTreeSet;

/// What is looked at.
#[derive(Clone, Copy)]
pub struct Look<'s> {
    pub args: &'s Args,
    pub subject: &'s Subject,
    /// The certificate without what is supposed.
    pub before: &'s CertificateFile<'s>,
    /// The certificate with what is supposed.
    pub file: &'s CertificateFile<'s>,
}

/// All that is told, in one language.
pub struct Report {
    pub title: String,
    pub lesson: Option<String>,
    pub parts: Vec<Part>,
}

/// What stands under a heading.
pub struct Part {
    /// What it goes by in any language.
    pub name: &'static str,
    pub heading: String,
    pub lines: Vec<Line>,
}

/// A line, and what stands in front of it.
pub struct Line {
    pub depth: usize,
    pub lead: Lead,
    pub kind: Kind,
    pub words: String,
}

pub enum Lead {
    None,
    /// The number of an event or an entry, from 1 as people count.
    Number(usize),
    /// From that day on.
    Phase(NaiveDate, PhaseName),
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Said,
    /// What is beside the point, or still to come.
    Quiet,
    /// What is wrong.
    Fault,
    /// A reading or a decided point relied on.
    Reading,
    /// What would mend it.
    Mends,
    /// The official text of a clause.
    Text,
}

impl Line {
    pub fn said(words: impl Into<String>) -> Self {
        Self { depth: 0, lead: Lead::None, kind: Kind::Said, words: words.into() }
    }

    fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }
}

impl Look<'_> {
    /// The rows of the life up to the last day drawn, or up to the refusal that ends it.
    pub fn rows(&self) -> (Vec<Row>, NaiveDate) {
        let (file, until) = (self.file, self.subject.until);
        let before = |refusal: &EventFault| {
            let refused = file.history().records().get(refusal.event)?.what().on;
            refused.checked_sub_days(Days::new(1)).map(|day| day.min(until))
        };
        let until = file.refusal().map_or(Some(until), before).unwrap_or(until);
        (file.timeline(until).unwrap_or_default(), until)
    }

    pub fn report(&self, language: Language) -> Report {
        let Self { subject, file, .. } = *self;
        let as_of = file.on(subject.on).ok();
        let mut parts = vec![self.life(language)];
        parts.extend(self.events(language));
        parts.extend(self.study(as_of.as_ref(), language));
        parts.extend(self.irregularities(language));
        if let Some(as_of) = &as_of {
            parts.extend(self.answers(as_of, language));
        }
        parts.extend(self.differences(language));
        let mut report = Report {
            title: subject.title(language),
            lesson: subject.story.map(|story| story.lesson(language).to_owned()),
            parts,
        };
        report.once();
        report
    }

    fn life(&self, language: Language) -> Part {
        let (rows, _) = self.rows();
        let row = |row: &Row| Line {
            lead: Lead::Phase(row.from, row.outline.phase),
            ..Line::said(row.outline.in_words(language).to_string())
        };
        let mut lines: Vec<Line> = rows.iter().map(row).collect();
        if let Some(refusal) = self.file.refusal() {
            let mut why = explained(&self.file.explain_fault(refusal), language);
            if let Some(first) = why.first_mut() {
                first.kind = Kind::Fault;
            }
            lines.extend(why);
        }
        Part { name: "life", heading: language.choose("The life", "登记经过").to_owned(), lines }
    }

    fn events(&self, language: Language) -> Option<Part> {
        let on = self.subject.on;
        let told = |(place, event): (usize, ToldEvent<'_>)| {
            let kind = if event.is_effective(on) { Kind::Said } else { Kind::Quiet };
            let lead = Lead::Number(place + 1);
            let line = Line { depth: 0, lead, kind, words: event.in_words(on, language) };
            let fault = |fault: &ruankao::finding::Fault| Line {
                depth: 2,
                ..Line::said(format!("! {}", fault.in_words(language))).kind(Kind::Fault)
            };
            [line].into_iter().chain(event.faults.iter().map(fault).collect::<Vec<_>>())
        };
        let lines: Vec<Line> = register::events(self.file).into_iter().enumerate().flat_map(told).collect();
        let heading = language.choose("The events", "事件").to_owned();
        (!lines.is_empty()).then_some(Part { name: "events", heading, lines })
    }

    fn study(&self, as_of: Option<&AsOf<'_>>, language: Language) -> Option<Part> {
        let told = |(place, (record, counted)): (usize, (&ruankao::Record<ruankao::Entry>, register::Counted))| Line {
            depth: 0,
            lead: Lead::Number(place + 1),
            kind: if record.what().on > self.subject.on { Kind::Quiet } else { Kind::Said },
            words: format!("{}{}", record.in_words(language), counted.in_words(language)),
        };
        let lines: Vec<Line> = register::entries(self.file, as_of).into_iter().enumerate().map(told).collect();
        let heading = language.choose("The hours of study", "继续教育学时").to_owned();
        (!lines.is_empty()).then_some(Part { name: "study", heading, lines })
    }

    fn irregularities(&self, language: Language) -> Option<Part> {
        if self.file.mode() != Mode::Audit {
            return None;
        }
        let irregularities = self.file.explain_irregularities().ok()?;
        let mut lines: Vec<Line> = irregularities.iter().flat_map(|why| explained(why, language)).collect();
        if lines.is_empty() {
            lines.push(Line::said(language.choose("none", "无")));
        }
        let heading = language.choose("Irregularities", "不合规定之处").to_owned();
        Some(Part { name: "irregularities", heading, lines })
    }

    fn answers(&self, as_of: &AsOf<'_>, language: Language) -> [Part; 4] {
        let application = &self.subject.application;
        let part = |name, heading: &str, lines| Part { name, heading: heading.to_owned(), lines };
        let standing = format!("{} {}", language.choose("The standing on", "证书状态，截至"), as_of.on());
        let mut assessment = explained(&as_of.explain_assessment(application), language);
        if let Some(bar) = as_of.no_agency() {
            let beside = language.choose("but, of the list of agencies: ", "但就登记实施机构名单而言：");
            assessment.push(Line::said(format!("{beside}{}", bar.in_words(language))));
        }
        let plan = as_of.plan_with(application).in_words(language).to_string();
        let readings = questions::readings(self.file, as_of.on(), application, language);
        [
            part("standing", &standing, explained(&as_of.explain(), language)),
            part("assessment", language.choose("May the holder register that day?", "当日能否办理登记？"), assessment),
            part("plan", language.choose("The plan", "后续办理"), indented(&plan)),
            part(
                "readings",
                language.choose("What other readings would change", "其他解释会带来的变化"),
                readings.into_iter().map(Line::said).collect(),
            ),
        ]
    }

    /// What the supposition changes, and what the register has learned since.
    fn differences(&self, language: Language) -> Vec<Part> {
        let (subject, mut parts) = (self.subject, Vec::new());
        if !self.args.what_if.is_empty() {
            let difference = self.before.difference(self.file, subject.on, &subject.application);
            parts.push(Part {
                name: "supposed",
                heading: language.choose("What the supposition changes", "假设带来的变化").to_owned(),
                lines: indented(&difference.in_words(language).to_string()),
            });
        }
        if let Some(known_on) = subject.known_on {
            let since = language.choose("What the register has learned since", "此后登记册的变化，自");
            let why = subject.file.explain_difference(known_on, subject.on);
            parts.push(Part {
                name: "since",
                heading: format!("{since} {known_on}"),
                lines: explained(&why, language),
            });
        }
        parts
    }
}

impl Report {
    /// A reading relied on is said once.
    fn once(&mut self) {
        let mut said = BTreeSet::new();
        for part in &mut self.parts {
            part.lines.retain(|line| line.kind != Kind::Reading || said.insert(line.words.clone()));
        }
    }

    /// The clauses cited, in the order of the notices.
    pub fn clauses(&self) -> BTreeSet<Clause> {
        let lines = self.parts.iter().flat_map(|part| &part.lines);
        lines.flat_map(|line| citations(&line.words)).map(|(_, clause)| clause).collect()
    }

    /// With the official text of each clause behind the line that cites it first.
    pub fn with_clauses(mut self, language: Language) -> Self {
        let mut shown = BTreeSet::new();
        for part in &mut self.parts {
            let with_texts = |line: Line| {
                let depth = line.depth + if matches!(line.lead, Lead::Number(_)) { 2 } else { 1 };
                let cited = citations(&line.words).into_iter().map(|(_, clause)| clause);
                let cited: Vec<Clause> = cited.filter(|&clause| shown.insert(clause)).collect();
                let texts = cited.into_iter().flat_map(|clause| official(clause, language));
                let texts = texts.map(move |words| Line { depth, lead: Lead::None, kind: Kind::Text, words });
                [line].into_iter().chain(texts.collect::<Vec<_>>())
            };
            part.lines = core::mem::take(&mut part.lines).into_iter().flat_map(with_texts).collect();
        }
        self
    }

    /// With what the first citation is, behind the line in which it stands.
    pub fn with_guide(mut self, language: Language) -> Self {
        let lines = self.parts.iter_mut().map(|part| &mut part.lines);
        let cited = |line: &Line| citations(&line.words).first().map(|&(_, clause)| clause);
        for lines in lines {
            let Some((at, clause)) = lines.iter().enumerate().find_map(|(at, line)| Some((at, cited(line)?))) else {
                continue;
            };
            let depth =
                lines.get(at).map_or(1, |line| line.depth + if matches!(line.lead, Lead::Number(_)) { 2 } else { 1 });
            let words = crate::cited::guide(clause, language);
            lines.insert(at + 1, Line { depth, lead: Lead::None, kind: Kind::Quiet, words });
            break;
        }
        self
    }
}

/// The paragraphs of a clause: the official text, and where the language is English its rendering.
pub fn official(clause: Clause, language: Language) -> Vec<String> {
    let english = clause.text_en().lines().filter(|_| language == Language::En);
    clause.text_zh().lines().chain(english).map(|paragraph| format!("> {paragraph}")).collect()
}

/// The reasons of an answer as lines.
fn explained(why: &Explanation, language: Language) -> Vec<Line> {
    indented(&why.in_words(language).to_string())
}

/// Lines indented by two spaces for each step.
fn indented(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let words = line.trim_start();
        let kind = match words {
            _ if words.starts_with('[') => Kind::Reading,
            _ if words.starts_with("-> ") => Kind::Mends,
            _ => Kind::Said,
        };
        Line { depth: (line.len() - words.len()) / 2, lead: Lead::None, kind, words: words.to_owned() }
    };
    text.trim_end().lines().map(line).collect()
}
