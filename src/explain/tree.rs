//! An explanation: the tree of reasons of one answer.

use crate::explain::education;
use crate::explain::known;
use crate::explain::reason::Reason;
use crate::explain::refusal;
use crate::explain::standing;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::file::CertificateFile;
use crate::naming::table::Language;
use crate::registration::application::Application;
use crate::regulation::decided::DecidedPoint;
use crate::regulation::readings::{Reading, Readings};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// Why an answer is what it is.
///
/// Its findings, in order, are those of the answer it explains. It is asked of what gave the answer: of an
/// [opened certificate](CertificateFile::explain_refusal) or of it [as of a day](AsOf::explain).
///
/// # Examples
///
/// ```
/// use ruankao::{Act, Code, History, Language, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
///
/// let lapsed = file.on(day!(2008, 3, 11))?.explain();
/// let text = lapsed.in_words(Language::En).to_string();
/// assert!(text.starts_with("the certificate has been lapsed since 2008-03-11 (47.3)"));
/// assert!(text.contains("no deferral was granted in this term (47.8)"));
/// assert_eq!(lapsed.findings()[0].code(), Code::Lapsed);
///
/// assert!(file.on(day!(2008, 3, 10))?.explain().findings().is_empty());
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    root: Reason,
}

impl AsOf<'_> {
    /// Why the standing is what it is.
    #[must_use]
    pub fn explain(&self) -> Explanation {
        Explanation { root: standing::reason(self) }
    }

    /// Why an application, accepted on the day, may be registered or not.
    #[must_use]
    pub fn explain_assessment(&self, application: &Application) -> Explanation {
        let verdict = self.assessment(application);
        let missing = u32::try_from(verdict.findings().len()).unwrap_or(u32::MAX);
        let phrase = match missing {
            0 => Phrase::new(Message::MayRegister).with(self.on()),
            _ => Phrase::new(Message::MayNotRegister).with(self.on()).with(missing),
        };
        let root = Reason::plain(phrase).because(standing::beside(self)).because(standing::admitted(self));
        Explanation { root: root.because(education::conditions(self, &verdict)) }
    }

    /// Why the education of the cycle is complete or not.
    ///
    /// # Errors
    ///
    /// `not_approved` and `not_subject` where there is no cycle.
    pub fn explain_education(&self) -> Result<Explanation, Fault> {
        Ok(Explanation { root: education::reason(self)? })
    }
}

impl CertificateFile<'_> {
    /// Why the reading of the history ends where it does; nothing where no event is refused.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([
    ///     Act::Approved.on(day!(2005, 3, 10)),
    ///     Act::CancellationPublished.on(day!(2007, 9, 3)),
    /// ]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let text = file.explain_refusal().unwrap().in_words(Language::En).to_string();
    /// assert!(text.starts_with("event 2, cancellation published on 2007-09-03, is refused\n  the certificate is not"));
    /// ```
    #[must_use]
    pub fn explain_refusal(&self) -> Option<Explanation> {
        self.refusal().map(|refusal| self.explain_fault(refusal))
    }

    /// Why an event of the history is refused; or why an event that was to be recorded is, which the history does not hold.
    #[must_use]
    pub fn explain_fault(&self, refusal: &EventFault) -> Explanation {
        Explanation { root: refusal::reason(refusal, &self.context(), Message::EventRefused) }
    }

    /// Why each irregular event is, in the order of the [irregularities](CertificateFile::irregularities).
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn explain_irregularities(&self) -> Result<Vec<Explanation>, EventFault> {
        let (faults, context) = (self.irregularities()?, self.context());
        let explained = faults.iter().map(|fault| refusal::reason(fault, &context, Message::EventIrregular));
        Ok(explained.map(|root| Explanation { root }).collect())
    }

    /// Why the certificate was on `on` what it was as known on `known_on`, beside what it is as known now: what the register
    /// did not hold then or has struck since, and the reasons of either standing or refusal.
    #[must_use]
    pub fn explain_difference(&self, known_on: NaiveDate, on: NaiveDate) -> Explanation {
        Explanation { root: known::reason(self, known_on, on) }
    }
}

impl Explanation {
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

    /// All decided points rested on, in the order of the rule book, each once: on these the answer rests whatever the readings
    /// are.
    #[must_use]
    pub fn points(&self) -> Vec<DecidedPoint> {
        let mut points = Vec::new();
        self.root.visit(&mut |reason| points.extend_from_slice(&reason.points));
        DecidedPoint::ALL.iter().copied().filter(|point| points.contains(point)).collect()
    }

    /// The tree as lines of text, the reasons behind a reason indented; under each its readings, its decided points and its
    /// remedy.
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
        let phrase = Phrase::new(Message::TurnsTo).with(reading).with(reading.side_in_words(taken));
        write!(f, "[{}]", phrase.in_words(language))?;
    }
    for &point in &reason.points {
        start(f)?;
        let [before, after] = Message::DecidedPoint.around(language);
        write!(f, "[{before}{}{after}]", point.in_words(language))?;
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
