//! Something irregular in the life of a certificate.

use chrono::NaiveDate;
use ruankao::finding::{Subject, Value};
use ruankao::lifecycle::ActName;
use ruankao::naming::Shown;
use ruankao::{Clause, Code, Finding, Language};
use serde_json::{Value as Json, json};
use std::fmt::{self, Display};

/// Something irregular: which certificate, which event, and what was required and found.
#[derive(Clone, Debug, PartialEq)]
pub struct Irregularity {
    /// The certificate, as the register calls it: never shown but by [`Irregularity::certificate`].
    pub id: String,
    /// The line of the register, from 1.
    pub line: usize,
    /// The place of the event in the certificate's history, from 0.
    pub event: usize,
    /// What was done.
    pub act: ActName,
    /// The day on which it was done.
    pub on: NaiveDate,
    /// The act cannot have happened at all: nothing that follows it is audited.
    pub is_refused: bool,
    /// What stands against it; of a registration without its conditions, one of these.
    pub finding: Finding,
    /// The irregularity that it is a part of: conditions not met.
    pub part_of: Option<Code>,
}

impl Irregularity {
    /// The certificate, with nothing hidden in it.
    pub fn certificate(&self) -> Shown<'_> {
        Shown(&self.id)
    }

    /// The clause by which it stands among others.
    pub fn clause(&self) -> Option<Clause> {
        self.finding.clause()
    }

    /// The clause and the code, as the name of a rule.
    pub fn rule(&self) -> String {
        rule(self.clause(), self.finding.code())
    }

    /// The sentence on it.
    pub fn sentence(&self, language: Language) -> impl Display {
        self.finding.in_words(language)
    }

    /// The event, counted from 1 as people count, and what it is.
    pub fn event_in_words(&self, language: Language) -> impl Display {
        let (number, on, act) = (self.event + 1, self.on, self.act.in_words(language));
        fmt::from_fn(move |f| match language {
            Language::En => write!(f, "event {number}, {act} on {on}"),
            Language::Zh => write!(f, "第{number}项，{on}{act}"),
        })
    }

    /// What was required and what was found, in words, where the rule compares values.
    pub fn compared(&self, language: Language) -> [Option<String>; 2] {
        [self.finding.required(), self.finding.found()].map(|value| {
            let mut words = String::new();
            let written = value != Value::Nothing && value.write(&mut words, language).is_ok();
            written.then_some(words)
        })
    }

    /// It as an object.
    pub fn to_json(&self, language: Language) -> Json {
        let [required, found] = self.compared(language);
        let mut object = json!({
            "certificate": self.id, "line": self.line, "event": self.event, "act": self.act.name(),
            "on": self.on.to_string(), "code": self.finding.code().name(), "refused": self.is_refused,
            "sentence": self.sentence(language).to_string(),
        });
        let fields = [
            ("clause", self.clause().map(|clause| clause.citation().to_owned())),
            ("subject", self.subject()),
            ("required", required),
            ("found", found),
            ("part_of", self.part_of.map(|code| code.name().to_owned())),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                object[name] = Json::String(value);
            }
        }
        object
    }

    /// What it is about where its code alone does not say, by the name on the wire.
    fn subject(&self) -> Option<String> {
        match self.finding.subject() {
            Subject::Whole => None,
            Subject::Document(document) => Some(document.name().to_owned()),
            subject => {
                let mut words = String::new();
                subject.write(&mut words, Language::En).is_ok().then_some(words)
            }
        }
    }

    /// What stays the same of it while nothing about it changes: not its line, nor the place of the event, which shift when
    /// something else is recorded.
    pub fn key(&self) -> Json {
        let [required, found] = self.compared(Language::En);
        json!({
            "certificate": self.id, "act": self.act.name(), "on": self.on.to_string(), "rule": self.rule(),
            "subject": self.subject(), "required": required, "found": found,
        })
    }
}

/// The name of a rule: its clause, where it rests on one, and its code.
pub fn rule(clause: Option<Clause>, code: Code) -> String {
    clause.map_or_else(|| code.name().to_owned(), |clause| format!("{clause}/{code}"))
}
