//! What of a ledger counts, by day.

use crate::education::entry::{Entry, StudyMode};
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::identity::body::{Named, Register};
use crate::record::Record;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
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
    pub(super) fn of(records: &[Record<Entry>], known_on: Option<NaiveDate>, providers: Option<&Register>) -> Self {
        let counts = |entry: &Entry| entry.mode == StudyMode::OnTheJob || shortcoming_of(entry, providers).is_none();
        let mut sums = Vec::with_capacity(records.len());
        for record in records {
            if record.is_held(known_on) && counts(record.what()) {
                sums.push((record.what().on, record.what().hours.tenths()));
            }
        }
        let mut credits = Self::of_counted(sums);
        // Most ledgers count as a whole.
        if credits.sums.len() < records.len() {
            credits.disregard(records, known_on, providers);
        }
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
    pub(crate) fn of_counted(sums: Vec<(NaiveDate, u64)>) -> Self {
        let mut counted = Self { sums, ..Self::default() };
        counted.add_up(counted.sums.is_sorted_by_key(|&(on, _)| on));
        counted
    }

    /// Makes the sums of what was earned on each day. A register is kept in order, as a rule.
    fn add_up(&mut self, in_order: bool) {
        if !in_order {
            self.sums.sort_unstable_by_key(|&(on, _)| on);
        }
        let mut sum = 0_u64;
        for (_, tenths) in &mut self.sums {
            sum = sum.saturating_add(*tenths);
            *tenths = sum;
        }
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

/// Hours that were earned, and when: what a cycle is counted from, however it is held.
pub(crate) trait Earned {
    /// All hours earned up to the end of `day`.
    fn through(&self, day: NaiveDate) -> Hours;

    /// The hours earned after `after` and up to the end of `through`: none where that is no later.
    fn between(&self, after: NaiveDate, through: NaiveDate) -> Hours {
        self.through(after).short_of(self.through(through))
    }
}

impl Earned for Credits {
    fn through(&self, day: NaiveDate) -> Hours {
        let after = self.sums.partition_point(|&(on, _)| on <= day);
        let last = after.checked_sub(1).and_then(|last| self.sums.get(last));
        Hours::sum_of_tenths(last.map_or(0, |&(_, sum)| sum))
    }
}

fn shortcoming_of(entry: &Entry, providers: Option<&Register>) -> Option<Finding> {
    let named = Register::named_in(providers, entry.provider.as_ref());
    shortcoming(entry.mode, named, entry.on, providers)
}

/// Why an entry does not count. A provider named for study on the job is passed over (48.5 asks for none).
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
