//! The ledger of a holder.

use crate::education::credits::Credits;
use crate::education::entry::Entry;
use crate::identity::body::Register;
use alloc::vec::Vec;

/// All that a holder has studied, in no order.
///
/// It belongs to the holder: one ledger serves all of the holder's certificates.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::education::{ContentKind, Entry, Field, Ledger, StudyMode};
/// use ruankao::regulation::Hours;
///
/// let on = NaiveDate::from_ymd_opt(2006, 5, 20).unwrap();
/// let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
/// let ledger: Ledger = [Entry { on, hours: Hours::whole(40), mode, field, kind, provider: None }].into_iter().collect();
/// assert_eq!(ledger.credits(None).through(on), Hours::whole(40));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ledger {
    entries: Vec<Entry>,
}

impl Ledger {
    /// The entries, as they were given.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Adds an entry behind the others.
    pub fn record(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// What of it counts. Where a list of training institutions is given, be it empty, only theirs do; without one, any
    /// institution named does.
    #[must_use]
    pub fn credits(&self, providers: Option<&Register>) -> Credits {
        Credits::of(&self.entries, providers)
    }
}

impl From<Vec<Entry>> for Ledger {
    fn from(entries: Vec<Entry>) -> Self {
        Self { entries }
    }
}

impl FromIterator<Entry> for Ledger {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        Self { entries: entries.into_iter().collect() }
    }
}
