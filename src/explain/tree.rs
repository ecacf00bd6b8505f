//! An explanation: the tree of reasons of one answer.

use crate::explain::education;
use crate::explain::reason::Reason;
use crate::explain::refusal;
use crate::explain::standing;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::history::History;
use crate::naming::table::Language;
use crate::registration::application::Application;
use crate::regulation::readings::{Reading, Readings};
use crate::words::message::Message;
use crate::words::names::{Named, side};
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use core::fmt;

/// Why an answer is what it is.
///
/// Its findings, in order, are those of the answer it explains.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::explain::Explanation;
/// use ruankao::lifecycle::Context;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, Code, History, Language};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
///
/// let lapsed = Explanation::of_standing(&history.as_of(day(2008, 3, 11), Context::new(&regulation))?);
/// let text = lapsed.in_words(Language::En).to_string();
/// assert!(text.starts_with("the certificate has been lapsed since 2008-03-11 (47.3)"));
/// assert!(text.contains("no deferral was granted in this term (47.8)"));
/// assert_eq!(lapsed.findings()[0].code(), Code::Lapsed);
///
/// let valid = Explanation::of_standing(&history.as_of(day(2008, 3, 10), Context::new(&regulation))?);
/// assert!(valid.findings().is_empty());
/// # Ok::<(), ruankao::finding::EventFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    root: Reason,
}

impl Explanation {
    /// Why the standing is what it is.
    #[must_use]
    pub fn of_standing(as_of: &AsOf<'_>) -> Self {
        Self { root: standing::reason(as_of) }
    }

    /// Why an application, accepted on the day, may be registered or not.
    #[must_use]
    pub fn of_assessment(as_of: &AsOf<'_>, application: &Application) -> Self {
        let verdict = as_of.assessment(application);
        let missing = u32::try_from(verdict.findings().len()).unwrap_or(u32::MAX);
        let phrase = match missing {
            0 => Phrase::new(Message::MayRegister).with(as_of.on()),
            _ => Phrase::new(Message::MayNotRegister).with(as_of.on()).with(missing),
        };
        let conditions = education::conditions(as_of, &verdict);
        Self { root: Reason::plain(phrase).because(standing::admitted(as_of)).because(conditions) }
    }

    /// Why the education of the cycle is complete or not.
    ///
    /// # Errors
    ///
    /// `not_approved` and `not_subject` where there is no cycle.
    pub fn of_education(as_of: &AsOf<'_>) -> Result<Self, Fault> {
        Ok(Self { root: education::reason(as_of)? })
    }

    /// Why each thing in a verdict stands against it.
    #[must_use]
    pub fn of_verdict(verdict: &Verdict, readings: &Readings) -> Self {
        let phrase = Phrase::new(if verdict.is_met() { Message::VerdictMet } else { Message::VerdictNotMet });
        Self { root: Reason::plain(phrase).because(verdict.findings().iter().map(|&one| Reason::found(one, readings))) }
    }

    /// Why an act is refused.
    #[must_use]
    pub fn of_fault(fault: &Fault, readings: &Readings) -> Self {
        Self { root: Reason::plain(Phrase::new(Message::ActRefused)).because([Reason::fault(fault, readings)]) }
    }

    /// Why an event of a history is refused.
    #[must_use]
    pub fn of_refusal(refusal: &EventFault, history: &History, readings: &Readings) -> Self {
        Self { root: refusal::reason(refusal, history, readings, Message::EventRefused) }
    }

    /// Why an event of a history is irregular.
    #[must_use]
    pub fn of_irregularity(irregularity: &EventFault, history: &History, readings: &Readings) -> Self {
        Self { root: refusal::reason(irregularity, history, readings, Message::EventIrregular) }
    }

    /// The answer, with the reasons behind it.
    #[must_use]
    pub const fn root(&self) -> &Reason {
        &self.root
    }

    /// All findings, in order: those of the answer.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.root.findings()
    }

    /// All open points relied on, in the order of the rule book, each once.
    #[must_use]
    pub fn readings(&self) -> Vec<(Reading, &'static str)> {
        let mut readings = Vec::new();
        self.root.visit(&mut |reason| readings.extend(reason.readings.iter().copied()));
        readings.sort_unstable();
        readings.dedup();
        readings
    }

    /// The tree as lines of text, the reasons behind a reason indented; under each its readings and its remedy.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| write_reason(f, &self.root, 0, language, false))
    }

    /// The same with the official text of each clause, and its English rendering where the language is English.
    pub fn with_clauses(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| write_reason(f, &self.root, 0, language, true))
    }
}

fn write_reason(
    f: &mut fmt::Formatter<'_>,
    reason: &Reason,
    depth: usize,
    language: Language,
    clauses: bool,
) -> fmt::Result {
    let start = |f: &mut fmt::Formatter<'_>| write!(f, "\n{:width$}", "", width = (depth + 1) * 2);
    write!(f, "{}", reason.statement.in_words(language))?;
    if let (true, Some(clause)) = (clauses, reason.statement.clause()) {
        for paragraph in clause.text_zh().lines().chain(clause.text_en().lines().filter(|_| language == Language::En)) {
            start(f)?;
            write!(f, "> {paragraph}")?;
        }
    }
    for &(reading, taken) in &reason.readings {
        start(f)?;
        let phrase = Phrase::new(Message::TurnsTo).with(reading.called()).with(side(reading, taken));
        write!(f, "[{}]", phrase.in_words(language))?;
    }
    if let Some(remedy) = reason.remedy {
        start(f)?;
        write!(f, "-> {}", remedy.in_words(language))?;
    }
    for behind in &reason.because {
        start(f)?;
        write_reason(f, behind, depth + 1, language, clauses)?;
    }
    Ok(())
}
