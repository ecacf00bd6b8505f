//! How much a line may ask for.

use crate::conformance::case::Case;
use crate::conformance::question::Question;
use crate::conformance::reading::Reading;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::history::History;
use alloc::collections::BTreeSet;
use thiserror::Error;

/// How much a line may hold and ask for, so that what a stranger sends costs no more than it should.
///
/// A line that goes beyond is malformed. The defaults are far beyond what any certificate comes to. Answering a line within
/// them takes time that grows with the line and its answer, and memory of a small multiple of the line.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::{Limits, run_with};
///
/// let mut limits = Limits::default();
/// limits.questions = 1;
/// let line = br#"{"id": "a", "ask": [{"query": "irregularities"}, {"query": "irregularities"}]}"#;
/// let mut answers = Vec::new();
/// assert_eq!(run_with(&limits, &line[..], &mut answers)?, 1);
/// assert!(String::from_utf8_lossy(&answers).contains("field `ask`: 2 questions; expected at most 1"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// The bytes of a line, its end not counted: 16 MiB.
    pub bytes: usize,
    /// The events of the certificate, and of the body: 100,000 each.
    pub events: usize,
    /// The entries of the ledger: 100,000.
    pub entries: usize,
    /// The bodies listed, agencies and institutions each: 100,000.
    pub listings: usize,
    /// The questions: 100,000.
    pub questions: usize,
    /// The different days as known on which something is asked: 64. For each the history is read anew.
    pub known_days: usize,
    /// The plans and explanations, together: 1,000. Each goes through the list of agencies.
    pub plans: usize,
    /// The differences that rest on a hypothesis: 64. For each the history is read anew, twice.
    pub hypotheses: usize,
    /// The unbroken absences of all events together: 10,000.
    pub absences: usize,
    /// The rows of the line's answer, in all of its lists together: 1,000,000.
    pub rows: usize,
}

/// What a line has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}{found} {what}; expected at most {most}", Field(field))]
pub(crate) struct TooMuch {
    field: &'static str,
    found: usize,
    what: &'static str,
    most: usize,
}

/// Where it stands, in front of what is said of it.
struct Field<'a>(&'a str);

impl core::fmt::Display for Field<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "field `{}`: ", self.0) }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            events: 100_000,
            entries: 100_000,
            listings: 100_000,
            questions: 100_000,
            known_days: 64,
            plans: 1_000,
            hypotheses: 64,
            absences: 10_000,
            rows: 1_000_000,
        }
    }
}

/// The unbroken absences of all events.
fn absences(history: &History) -> usize {
    let of_acts = history.records().iter().map(|record| match &record.what().act {
        Act::DeferralRequested(request) => request.claim.absences.runs().len(),
        Act::ExtensionGranted(grant) => grant.claim.absences.runs().len(),
        _ => 0,
    });
    of_acts.sum()
}

/// The parts that a question brings with it.
fn thought_of(question: &Question) -> usize {
    let Question::Difference { hypothesis, .. } = question else { return 0 };
    let (events, entries) = hypothesis.added();
    let agencies = hypothesis.law().and_then(Law::agencies).map_or(0, |agencies| agencies.listings().len());
    events.records().len() + entries.records().len() + agencies
}

impl Limits {
    /// Whether a line may hold so much.
    pub(crate) fn check(&self, case: &Case) -> Result<(), TooMuch> {
        let within = |field, found, what, most| {
            if found > most { Err(TooMuch { field, found, what, most }) } else { Ok(()) }
        };
        let listed = |register: Option<&crate::identity::body::Register>| register.map_or(0, |it| it.listings().len());
        within("history", case.history.records().len(), "events", self.events)?;
        within("ledger", case.ledger.records().len(), "entries", self.entries)?;
        within("providers", listed(case.law.institutions()), "bodies", self.listings)?;
        within("agencies", listed(case.law.agencies()), "bodies", self.listings)?;
        let of_the_body = case.accreditation.as_ref().map_or(0, |body| body.len());
        within("accreditation", of_the_body, "events", self.events)?;
        within("ask", case.ask.len(), "questions", self.questions)?;
        let known_days: BTreeSet<_> = case.ask.iter().filter_map(Question::known_on).collect();
        within("ask", known_days.len(), "different days in `known_on`", self.known_days)?;
        let plans = case.ask.iter().filter(|it| matches!(it, Question::Plan { .. } | Question::Explanation { .. }));
        within("ask", plans.count(), "plans and explanations", self.plans)?;
        within("history", absences(&case.history), "absences", self.absences)?;
        let hypotheses = || {
            case.ask.iter().filter_map(|question| match question {
                Question::Difference { hypothesis, .. } => Some(&**hypothesis),
                _ => None,
            })
        };
        within("ask", hypotheses().count(), "hypotheses", self.hypotheses)?;
        // What is thought of is added to what there is.
        for hypothesis in hypotheses() {
            let (events, entries) = hypothesis.added();
            within("hypothesis", case.history.records().len() + events.records().len(), "events", self.events)?;
            within("hypothesis", case.ledger.records().len() + entries.records().len(), "entries", self.entries)?;
            within("hypothesis", absences(&case.history) + absences(events), "absences", self.absences)?;
            for register in [hypothesis.law().and_then(Law::agencies), hypothesis.law().and_then(Law::institutions)] {
                within("hypothesis", listed(register), "bodies", self.listings)?;
            }
        }
        Ok(())
    }

    /// Whether the answer may have so many rows. They are counted only where the line could ask for more.
    pub(crate) fn check_rows(&self, case: &Case, reading: &Reading<'_>) -> Result<(), TooMuch> {
        // An answer has a few rows for an event, an entry or an agency at most, and a few hundred besides: years, readings.
        let events = case.history.records().len() + case.accreditation.as_ref().map_or(0, |body| body.len());
        let agencies = case.law.agencies().map_or(0, |agencies| agencies.listings().len());
        let parts = events + case.ledger.records().len() + agencies + case.ask.iter().map(thought_of).sum::<usize>();
        let most_of_one = parts.saturating_mul(256).saturating_add(4096);
        if case.ask.len().saturating_mul(most_of_one) <= self.rows {
            return Ok(());
        }
        let mut rows = 0_usize;
        for question in &case.ask {
            rows = rows.saturating_add(reading.answer(question).rows());
            if rows > self.rows {
                return Err(TooMuch { field: "ask", found: rows, what: "rows of answers or more", most: self.rows });
            }
        }
        Ok(())
    }
}
