//! The ledger of a holder.

use crate::education::credits::Credits;
use crate::education::earned::{InOrder, Uncounted};
use crate::education::entry::Entry;
use crate::identity::body::Register;
use crate::record::{Record, RecordError};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// All that a holder has studied, in no order, each entry with the days on which the register recorded and struck it.
/// Nothing is ever taken out of it.
///
/// It belongs to the holder: [one ledger](crate::docs::decided_points#one_ledger) serves all of the holder's certificates.
/// Hours from before the notices were issued [count](crate::docs::decided_points#hours_before_issue).
///
/// # Examples
///
/// ```
/// use ruankao::education::{ContentKind, Field, StudyMode};
/// use ruankao::{Entry, Hours, Ledger, day};
///
/// let on = day!(2006, 5, 20);
/// let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
/// let ledger: Ledger = [Entry { on, hours: Hours::whole(40), mode, field, kind, provider: None }].into_iter().collect();
/// assert_eq!(ledger.held(None).count(), 1);
///
/// // Struck after an inspection, the entry stays: as known on the day before, it is held.
/// let mut ledger = ledger;
/// ledger.strike(0, day!(2009, 5, 1))?;
/// assert_eq!(ledger.held(None).count(), 0);
/// assert_eq!(ledger.held(Some(day!(2009, 4, 30))).count(), 1);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ledger {
    records: Vec<Record<Entry>>,
}

impl Ledger {
    /// All that was ever recorded, as it was given.
    #[must_use]
    pub fn records(&self) -> &[Record<Entry>] {
        &self.records
    }

    /// The entries that the register holds, as known on a day or now (`None`), each with its place among all.
    pub fn held(&self, known_on: Option<NaiveDate>) -> impl DoubleEndedIterator<Item = (usize, &Entry)> + Clone {
        let held = self.records.iter().enumerate().filter(move |(_, record)| record.is_held(known_on));
        held.map(|(place, record)| (place, record.what()))
    }

    /// Records an entry behind the others.
    pub fn record(&mut self, record: impl Into<Record<Entry>>) {
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

    /// What of it counts, as known on a day or now (`None`). Where a list of training institutions is given, be it empty,
    /// only theirs do; without one, any institution named does.
    pub(crate) fn credits(&self, institutions: Option<&Register>, known_on: Option<NaiveDate>) -> Credits {
        Credits::of(&self.records, known_on, institutions)
    }

    /// The same where it counts as a whole and was kept in order, as is mostly so: nothing is kept, and nothing allocated.
    pub(crate) fn in_order<'l>(
        &'l self,
        institutions: Option<&Register>,
        known_on: Option<NaiveDate>,
    ) -> Option<InOrder<'l>> {
        InOrder::of(&self.records, known_on, institutions)
    }

    /// The same where it is asked once: nothing is kept, and nothing allocated.
    pub(crate) fn uncounted<'l>(
        &'l self,
        institutions: Option<&'l Register>,
        known_on: Option<NaiveDate>,
    ) -> Uncounted<'l> {
        Uncounted::of(&self.records, known_on, institutions)
    }
}

impl<T: Into<Record<Entry>>> FromIterator<T> for Ledger {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self { records: records.into_iter().map(Into::into).collect() }
    }
}

impl<T: Into<Record<Entry>>> From<Vec<T>> for Ledger {
    fn from(records: Vec<T>) -> Self {
        records.into_iter().collect()
    }
}

impl<T: Into<Record<Entry>>> Extend<T> for Ledger {
    fn extend<I: IntoIterator<Item = T>>(&mut self, records: I) {
        self.records.extend(records.into_iter().map(Into::into));
    }
}

impl From<Ledger> for Cow<'_, Ledger> {
    fn from(ledger: Ledger) -> Self {
        Self::Owned(ledger)
    }
}

impl<'a> From<&'a Ledger> for Cow<'a, Ledger> {
    fn from(ledger: &'a Ledger) -> Self {
        Self::Borrowed(ledger)
    }
}
