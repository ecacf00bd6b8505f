//! A history: what a register holds about one certificate.

use crate::lifecycle::act::Event;
use crate::record::{Record, RecordError};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The events of one certificate, in the order in which they happened, each with the days on which the register recorded
/// and struck it. Nothing is ever taken out of it.
///
/// Whether the events are lawful, or in order, shows when the certificate is opened.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::PhaseName;
/// use ruankao::{Act, Code, History, Law, Ledger, day};
///
/// let history = History::from_iter([
///     Act::Approved.on(day!(2005, 3, 10)),
///     Act::Registered(Default::default()).on(day!(2008, 1, 20)),
/// ]);
/// let file = Law::of_2004().open(history, Ledger::default());
///
/// // The day before the second event knows nothing of it; on its day it is refused.
/// assert_eq!(file.on(day!(2008, 1, 19))?.standing().phase.name(), PhaseName::RegistrationDue);
/// let refusal = file.on(day!(2008, 1, 20)).unwrap_err();
/// assert_eq!((refusal.event, refusal.fault.code()), (1, Code::NoApplicationPending));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct History {
    records: Vec<Record<Event>>,
}

impl History {
    /// All that was ever recorded, in the order of the events.
    #[must_use]
    pub fn records(&self) -> &[Record<Event>] {
        &self.records
    }

    /// The events that the register holds, as known on a day or now (`None`), each with its place among all.
    pub fn held(&self, known_on: Option<NaiveDate>) -> impl DoubleEndedIterator<Item = (usize, &Event)> + Clone {
        let held = self.records.iter().enumerate().filter(move |(_, record)| record.is_held(known_on));
        held.map(|(place, record)| (place, record.what()))
    }

    /// Records an event behind the others.
    pub fn record(&mut self, record: impl Into<Record<Event>>) {
        self.records.push(record.into());
    }

    /// Strikes the record at a place as wrong. It stays where it is, and so do the places of the others; a place where
    /// there is none is passed over.
    ///
    /// # Errors
    ///
    /// [`RecordError`] for a day before it was recorded.
    pub fn strike(&mut self, place: usize, struck_on: NaiveDate) -> Result<(), RecordError> {
        match self.records.get_mut(place) {
            Some(record) => record.strike(struck_on),
            None => Ok(()),
        }
    }
}

impl<T: Into<Record<Event>>> FromIterator<T> for History {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self { records: records.into_iter().map(Into::into).collect() }
    }
}

impl<T: Into<Record<Event>>> From<Vec<T>> for History {
    fn from(records: Vec<T>) -> Self {
        records.into_iter().collect()
    }
}

impl<T: Into<Record<Event>>> Extend<T> for History {
    fn extend<I: IntoIterator<Item = T>>(&mut self, records: I) {
        self.records.extend(records.into_iter().map(Into::into));
    }
}
