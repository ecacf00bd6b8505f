//! Hypothetical events and entries.

use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use crate::lifecycle::act::Event;
use crate::lifecycle::history::History;
use alloc::vec::Vec;

/// Events and entries that did not happen, to be thought into a history and a ledger.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::lifecycle::ActName;
/// use ruankao::whatif::Hypothesis;
/// use ruankao::{Act, History};
///
/// let day = |y| NaiveDate::from_ymd_opt(y, 3, 10).unwrap();
/// let history = History::from_iter([Act::Approved.on(day(2005)), Act::Registered.on(day(2008))]);
/// let thought = Hypothesis::default().event(Act::Refused.on(day(2007))).history(&history);
/// let acts: Vec<_> = thought.events().iter().map(|event| event.act.name()).collect();
/// assert_eq!(acts, [ActName::Approved, ActName::Refused, ActName::Registered]);
/// assert_eq!(history.events().len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
pub struct Hypothesis {
    events: Vec<Event>,
    entries: Vec<Entry>,
}

impl Hypothesis {
    /// The same with an event.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// The same with an entry of the ledger.
    #[must_use]
    pub fn entry(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// The history with the events in it: each before the first event of a later day, so behind those of its own day.
    #[must_use]
    pub fn history(&self, history: &History) -> History {
        let mut events = history.events().to_vec();
        for event in &self.events {
            let place = events.iter().position(|later| later.on > event.on).unwrap_or(events.len());
            events.insert(place, event.clone());
        }
        events.into()
    }

    /// The ledger with the entries behind its own.
    #[must_use]
    pub fn ledger(&self, ledger: &Ledger) -> Ledger {
        ledger.entries().iter().chain(&self.entries).cloned().collect()
    }
}
