//! What of a ledger counts, by day.

use crate::education::entry::{Entry, StudyMode};
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::identity::body::{Named, Register};
use crate::record::Record;
use crate::regulation::clause::Clause;
use alloc::sync::Arc;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::ops::Deref;

/// A ledger read against the list of training institutions: the hours that count, by day, and the entries that do not.
///
/// Made once for a ledger and asked often: the hours earned in any span of days are the difference of two sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// Each day on which hours were earned, in order, with all tenths earned up to its end.
    sums: Vec<(NaiveDate, u64)>,
    /// In the order of the ledger.
    disregarded: Vec<Disregarded>,
    /// The day of each that is disregarded and its place among them, in order.
    disregarded_on: Vec<(NaiveDate, usize)>,
}

/// What was counted of a ledger: for one certificate, or shared by all of its holder's.
#[derive(Clone, Debug)]
pub(crate) enum Counted {
    Own(Credits),
    Shared(Arc<Credits>),
}

impl Deref for Counted {
    type Target = Credits;

    fn deref(&self) -> &Credits {
        match self {
            Self::Own(credits) => credits,
            Self::Shared(credits) => credits,
        }
    }
}

impl From<Credits> for Counted {
    fn from(credits: Credits) -> Self {
        Self::Own(credits)
    }
}

/// An entry that does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Disregarded"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Disregarded"))]
pub struct Disregarded {
    /// Its place in the ledger, from 0.
    pub entry: usize,
    /// The day it is of.
    pub on: NaiveDate,
    /// Why it does not count: [`Code::ProviderMissing`] under 48.5 or [`Code::ProviderNotAccredited`] under 48.8.
    pub reason: Finding,
}

impl Credits {
    /// Those of a holder who has studied nothing.
    pub(crate) fn none() -> &'static Self {
        static NONE: Credits = Credits { sums: Vec::new(), disregarded: Vec::new(), disregarded_on: Vec::new() };
        &NONE
    }

    pub(super) fn of(records: &[Record<Entry>], known_on: Option<NaiveDate>, providers: Option<&Register>) -> Self {
        let studied = |record: &Record<Entry>| (record.what().on, record.what().hours.tenths());
        // Most ledgers count as a whole.
        if records.iter().all(|record| counts(record, known_on, providers)) {
            return Self::of_counted(records.iter().map(studied));
        }
        let counted = records.iter().filter(|record| counts(record, known_on, providers)).map(studied);
        let mut credits = Self::of_counted(counted);
        credits.disregard(records, known_on, providers);
        credits
    }

    #[cold]
    fn disregard(&mut self, records: &[Record<Entry>], known_on: Option<NaiveDate>, providers: Option<&Register>) {
        let held = records.iter().enumerate().filter(|(_, record)| record.is_held(known_on));
        let found = held.filter_map(|(entry, record)| {
            let reason = shortcoming_of(record.what(), providers)?;
            Some(Disregarded { entry, on: record.what().on, reason })
        });
        self.disregarded = found.collect();
        self.disregarded_on = self.disregarded.iter().enumerate().map(|(place, it)| (it.on, place)).collect();
        self.disregarded_on.sort_unstable();
    }

    /// Of what was found to count, in no order.
    #[inline]
    pub(crate) fn of_counted(counted: impl Iterator<Item = (NaiveDate, u64)> + Clone) -> Self {
        // A register is kept in order, as a rule.
        if counted.clone().is_sorted_by_key(|(on, _)| on) {
            return Self::summed(counted);
        }
        let mut sorted: Vec<_> = counted.collect();
        sorted.sort_unstable_by_key(|&(on, _)| on);
        Self::summed(sorted.into_iter())
    }

    /// Of what counts, in order.
    #[inline]
    fn summed(counted: impl Iterator<Item = (NaiveDate, u64)>) -> Self {
        let mut sum = 0_u64;
        let summed = counted.map(|(on, tenths)| {
            sum = sum.saturating_add(tenths);
            (on, sum)
        });
        Self { sums: summed.collect(), ..Self::default() }
    }

    /// The entries that do not count, of the days after `after` and up to `through`, in the order of the ledger.
    pub(crate) fn disregarded_between(&self, after: NaiveDate, through: NaiveDate) -> Vec<Disregarded> {
        let [first, last] = [after, through].map(|day| self.disregarded_on.partition_point(|&(on, _)| on <= day));
        let found = self.disregarded_on.get(first..last).unwrap_or_default();
        let mut places: Vec<usize> = found.iter().map(|&(_, place)| place).collect();
        places.sort_unstable();
        places.into_iter().filter_map(|place| self.disregarded.get(place)).copied().collect()
    }

    /// The entries that do not count, in the order of the ledger, whatever day they are of.
    #[must_use]
    pub fn disregarded(&self) -> &[Disregarded] {
        &self.disregarded
    }
}

impl Credits {
    /// All tenths earned up to the end of a day.
    pub(super) fn sum_through(&self, day: NaiveDate) -> u64 {
        let after = self.sums.partition_point(|&(on, _)| on <= day);
        after.checked_sub(1).and_then(|last| self.sums.get(last)).map_or(0, |&(_, sum)| sum)
    }
}

/// Whether the register holds an entry, and it counts.
#[inline(always)]
pub(super) fn counts(record: &Record<Entry>, known_on: Option<NaiveDate>, providers: Option<&Register>) -> bool {
    let entry = record.what();
    record.is_held(known_on) && (entry.mode == StudyMode::OnTheJob || counts_by_provider(entry, providers))
}

#[inline(never)]
fn counts_by_provider(entry: &Entry, providers: Option<&Register>) -> bool {
    shortcoming_of(entry, providers).is_none()
}

#[inline]
fn shortcoming_of(entry: &Entry, providers: Option<&Register>) -> Option<Finding> {
    let named = Register::named_in(providers, entry.provider.as_ref());
    shortcoming(entry.mode, named, entry.on, providers)
}

/// Why an entry does not count. A provider named for study on the job is passed over (48.5 asks for none).
#[inline]
pub(crate) fn shortcoming(
    mode: StudyMode,
    provider: Named,
    on: NaiveDate,
    providers: Option<&Register>,
) -> Option<Finding> {
    match (mode, provider, providers) {
        (StudyMode::OnTheJob, ..) => None,
        (_, Named::Nobody, _) => Some(Finding::new(Code::ProviderMissing, Clause::N48_5)),
        (_, provider, Some(register)) if !register.may(provider, on) => {
            Some(Finding::new(Code::ProviderNotAccredited, Clause::N48_8))
        }
        (_, Named::Unlisted | Named::Listed(_), _) => None,
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::Code;
    use serde::Serialize;

    /// An entry that does not count, as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Disregarded {
        entry: usize,
        reason: Code,
    }

    impl From<super::Disregarded> for Disregarded {
        fn from(disregarded: super::Disregarded) -> Self {
            Self { entry: disregarded.entry, reason: disregarded.reason.code() }
        }
    }
}
