//! A system that somebody built over a store or a service of its own.

use crate::conformance::case::Case;
use crate::conformance::kit::answering::{Answering, Stance};
use crate::conformance::question::Question;
use crate::education::ledger::Ledger;
use crate::finding::code::Code;
use crate::law::Law;
use crate::lifecycle::act::Event;
use crate::lifecycle::standing::PhaseName;
use crate::record::Record;
use crate::registration::application::Application;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;
use serde_json::{Value, json};

/// A system that keeps certificates, as far as it is asked: blocking, one certificate at a time.
///
/// Whoever implements it over a store or a service holds that system against the crate with [`check`].
///
/// [`check`]: crate::conformance::check
pub trait System {
    /// What keeps the system from answering at all.
    type Failure: fmt::Display;

    /// Which law and how far it stands for.
    fn stance(&self) -> Stance;

    /// Begins a certificate of which nothing has happened yet, under a law, with what its holder has studied.
    ///
    /// # Errors
    ///
    /// What keeps the system from answering.
    fn open(&mut self, law: &Law, ledger: &Ledger) -> Result<(), Self::Failure>;

    /// Records an act, or refuses it with a code; nothing is recorded after a refusal.
    ///
    /// # Errors
    ///
    /// What keeps the system from answering.
    fn record(&mut self, record: &Record<Event>) -> Result<Result<(), Code>, Self::Failure>;

    /// The phase on a day, and whether the certificate is valid.
    ///
    /// # Errors
    ///
    /// What keeps the system from answering.
    fn standing(&mut self, on: NaiveDate) -> Result<(PhaseName, bool), Self::Failure>;

    /// What stands against a registration on an application, accepted on a day, by code, in the rule book's order.
    ///
    /// # Errors
    ///
    /// What keeps the system from answering.
    fn assess(&mut self, on: NaiveDate, application: &Application) -> Result<Vec<Code>, Self::Failure>;

    /// What is irregular in the whole history: the place of the event, from 0, and the code.
    ///
    /// # Errors
    ///
    /// What keeps the system from answering.
    fn irregularities(&mut self) -> Result<Vec<(usize, Code)>, Self::Failure>;
}

/// A system, as something that answers cases.
#[derive(Debug)]
pub struct Driven<S>(pub S);

impl<S: System> Driven<S> {
    /// Records the history; yields the event that was refused, its day and the code.
    fn record_all(&mut self, case: &Case) -> Result<Option<(usize, NaiveDate, Code)>, S::Failure> {
        self.0.open(&case.law, &case.ledger)?;
        for (place, record) in case.history.records().iter().enumerate() {
            if let Err(code) = self.0.record(record)? {
                return Ok(Some((place, record.what().on, code)));
            }
        }
        Ok(None)
    }

    fn ask(&mut self, question: &Question, refusal: Option<(usize, NaiveDate, Code)>) -> Result<Value, S::Failure> {
        let refused = |by: NaiveDate| refusal.filter(|&(_, on, _)| on <= by);
        let error = |(event, _, code): (usize, NaiveDate, Code)| json!({ "error": { "code": code, "event": event } });
        Ok(match question {
            Question::Standing { on, .. } => match refused(*on) {
                Some(refusal) => error(refusal),
                None => {
                    let (phase, in_force) = self.0.standing(*on)?;
                    json!({ "phase": phase, "in_force": in_force })
                }
            },
            Question::Assessment { on, application, .. } => match refused(*on) {
                Some(refusal) => error(refusal),
                None => {
                    let findings = self.0.assess(*on, application)?;
                    let findings: Vec<Value> = findings.into_iter().map(|code| json!({ "code": code })).collect();
                    json!({ "eligible": findings.is_empty(), "findings": findings })
                }
            },
            Question::Irregularities { .. } => match refusal {
                Some(refusal) => error(refusal),
                None => {
                    let found = self.0.irregularities()?;
                    found.into_iter().map(|(event, code)| json!({ "event": event, "code": code })).collect()
                }
            },
            // The stance has no level on which any other question is asked.
            _ => Value::Null,
        })
    }
}

impl<S: System> Answering for Driven<S> {
    type Failure = S::Failure;

    fn stance(&self) -> Stance {
        let stance = self.0.stance();
        // The trait tells phases and codes, which is what the level of findings compares.
        let level = stance.level.min(crate::conformance::kit::capability::Level::Findings);
        stance.level(level)
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, Self::Failure> {
        let refusal = self.record_all(case)?;
        case.ask.iter().map(|question| self.ask(question, refusal)).collect()
    }
}
