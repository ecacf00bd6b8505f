//! What did not happen, thought into an opened certificate.

use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::Event;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::regulation::readings::Readings;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::hash::{Hash, Hasher};

/// What is thought to be otherwise: events and entries that did not happen, records struck, another law, other readings,
/// another mode, another day as known on which.
///
/// What it says nothing of stays as it is; [`Hypothesis::default`] changes nothing. Places of events and entries are
/// those of the certificate that it is thought into.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::ActName;
/// use ruankao::whatif::Hypothesis;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([
///     Act::Approved.on(day!(2005, 3, 10)),
///     Act::Registered(Default::default()).on(day!(2008, 3, 10)),
/// ]);
/// let file = Law::of_2004().open(history, Ledger::default());
/// let acts = |hypothesis: &Hypothesis| -> Vec<ActName> {
///     let thought = file.what_if(hypothesis);
///     thought.history().held(None).map(|(_, event)| event.act.name()).collect()
/// };
///
/// // An event comes before the first of a later day.
/// let refused = Hypothesis::default().event(Act::Refused.on(day!(2007, 3, 10)));
/// assert_eq!(acts(&refused), [ActName::Approved, ActName::Refused, ActName::Registered]);
/// assert_eq!(acts(&refused.without_event(1)), [ActName::Approved, ActName::Refused]);
/// assert_eq!(file.history().records().len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "wire::Hypothesis"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Hypothesis"))]
pub struct Hypothesis {
    events: History,
    entries: Ledger,
    without_events: Vec<usize>,
    without_entries: Vec<usize>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    law: Option<Law>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    readings: Option<Readings>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    mode: Option<Mode>,
    #[cfg_attr(
        feature = "serde",
        serde(with = "crate::calendar::iso::option", skip_serializing_if = "Option::is_none")
    )]
    known_on: Option<NaiveDate>,
}

impl Hypothesis {
    /// The same with an event; it is held from its own day on, unless it is given as a record of other days.
    #[must_use]
    pub fn event(mut self, event: impl Into<Record<Event>>) -> Self {
        self.events.record(event);
        self
    }

    /// The same with an entry of the ledger.
    #[must_use]
    pub fn entry(mut self, entry: impl Into<Record<Entry>>) -> Self {
        self.entries.record(entry);
        self
    }

    /// The same, the event at a place never recorded; a place where there is none is passed over.
    #[must_use]
    pub fn without_event(mut self, event: usize) -> Self {
        self.without_events.push(event);
        self
    }

    /// The same, the entry at a place never recorded; a place where there is none is passed over.
    #[must_use]
    pub fn without_entry(mut self, entry: usize) -> Self {
        self.without_entries.push(entry);
        self
    }

    /// The same under a law.
    #[must_use]
    pub fn under(self, law: Law) -> Self {
        Self { law: Some(law), ..self }
    }

    /// The same with the notices read otherwise, under whichever law.
    #[must_use]
    pub fn read(self, readings: Readings) -> Self {
        Self { readings: Some(readings), ..self }
    }

    /// The same with the history read in a mode.
    #[must_use]
    pub fn in_mode(self, mode: Mode) -> Self {
        Self { mode: Some(mode), ..self }
    }

    /// The same as known on a day.
    #[must_use]
    pub fn as_known_on(self, day: NaiveDate) -> Self {
        Self { known_on: Some(day), ..self }
    }

    /// The events and the entries that it adds.
    #[cfg(feature = "conformance")]
    pub(crate) const fn added(&self) -> (&History, &Ledger) {
        (&self.events, &self.entries)
    }

    /// The law that it puts in the place of the one in use.
    #[cfg(feature = "conformance")]
    pub(crate) const fn law(&self) -> Option<&Law> {
        self.law.as_ref()
    }

    /// The history with the events in it: each before the first event held of a later day, so behind those of its own
    /// day. Costs n log n.
    fn history<'a>(&self, history: &'a History, known_on: Option<NaiveDate>) -> Cow<'a, History> {
        let mut thought = Cow::Borrowed(history);
        for &place in &self.without_events {
            if let Some(recorded_on) = history.records().get(place).map(Record::recorded) {
                // A record struck on the day it was recorded is held on none, and that day is never too early.
                let _ = thought.to_mut().strike(place, recorded_on);
            }
        }
        if self.events.records().is_empty() {
            return thought;
        }
        // The latest day of an event held up to each place; it never falls, so a place is found by halving.
        let latest: Vec<NaiveDate> = thought
            .records()
            .iter()
            .scan(NaiveDate::MIN, |latest, record| {
                if record.is_held(known_on) {
                    *latest = record.what().on.max(*latest);
                }
                Some(*latest)
            })
            .collect();
        let place = |event: &Record<Event>| latest.partition_point(|&latest| latest <= event.what().on);
        let mut events: Vec<&Record<Event>> = self.events.records().iter().collect();
        events.sort_by_key(|event| event.what().on);
        let mut events = events.into_iter().map(|event| (place(event), event)).peekable();
        let mut all = Vec::with_capacity(latest.len() + self.events.records().len());
        for (at, record) in thought.records().iter().enumerate() {
            while let Some((_, event)) = events.next_if(|&(place, _)| place <= at) {
                all.push(event.clone());
            }
            all.push(record.clone());
        }
        all.extend(events.map(|(_, event)| event.clone()));
        Cow::Owned(all.into())
    }

    /// The ledger with the entries behind its own.
    fn ledger<'a>(&self, ledger: &'a Ledger) -> Cow<'a, Ledger> {
        let mut thought = Cow::Borrowed(ledger);
        for &place in &self.without_entries {
            if let Some(recorded_on) = ledger.records().get(place).map(Record::recorded) {
                let _ = thought.to_mut().strike(place, recorded_on);
            }
        }
        if !self.entries.records().is_empty() {
            thought.to_mut().extend(self.entries.records().iter().cloned());
        }
        thought
    }
}

impl Hash for Hypothesis {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { events, entries, without_events, without_entries, law, readings, mode, known_on } = self;
        (events, entries.records(), without_events, without_entries).hash(state);
        (law.as_ref().map(Law::fingerprint), readings, mode, known_on).hash(state);
    }
}

impl CertificateFile<'_> {
    /// The same certificate if things were otherwise: another one, asked like any. This one stays as it is.
    ///
    /// Costs as much as opening it, and n log n where there are events to put in.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::PhaseName;
    /// use ruankao::regulation::{Reading, Readings};
    /// use ruankao::whatif::Hypothesis;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// let day_before = Hypothesis::default().read(Readings::default().turned(Reading::ExpiryDay));
    /// let last_day = day!(2008, 3, 10);
    /// assert!(file.on(last_day)?.standing().in_force);
    /// assert_eq!(file.what_if(&day_before).on(last_day)?.standing().phase.name(), PhaseName::Lapsed);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn what_if(&self, hypothesis: &Hypothesis) -> CertificateFile<'_> {
        let mut law = hypothesis.law.as_ref().unwrap_or(self.law()).clone();
        if let Some(readings) = hypothesis.readings {
            law = law.with_readings(readings);
        }
        let (mode, known_on) = (hypothesis.mode.unwrap_or(self.mode()), hypothesis.known_on.or(self.known_on()));
        let history = hypothesis.history(self.history(), known_on);
        let ledger = hypothesis.ledger(self.ledger());
        let credits = law.count(&ledger, known_on);
        CertificateFile::read(law, mode, known_on, history, ledger, credits)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{History, Law, Ledger, Mode, Readings, Vec};
    use crate::calendar::iso::Given;
    use serde::Deserialize;

    /// What is thought to be otherwise; what is left out stays as it is. Events and entries are counted from 0.
    #[derive(Default, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(default, deny_unknown_fields)]
    pub(super) struct Hypothesis {
        events: Option<History>,
        entries: Option<Ledger>,
        without_events: Option<Vec<usize>>,
        without_entries: Option<Vec<usize>>,
        law: Option<Law>,
        readings: Option<Readings>,
        mode: Option<Mode>,
        known_on: Option<Given>,
    }

    impl From<Hypothesis> for super::Hypothesis {
        fn from(given: Hypothesis) -> Self {
            Self {
                events: given.events.unwrap_or_default(),
                entries: given.entries.unwrap_or_default(),
                without_events: given.without_events.unwrap_or_default(),
                without_entries: given.without_entries.unwrap_or_default(),
                law: given.law,
                readings: given.readings,
                mode: given.mode,
                known_on: given.known_on.map(|day| day.0),
            }
        }
    }
}
