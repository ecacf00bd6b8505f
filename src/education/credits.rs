//! What of a ledger counts, by day.

use crate::education::entry::{Entry, StudyMode};
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::identity::body::Register;
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
    pub(super) fn of<'l>(
        entries: impl Iterator<Item = (usize, &'l Entry)>,
        most: usize,
        providers: Option<&Register>,
    ) -> Self {
        let mut sums = Vec::with_capacity(most);
        let mut disregarded = Vec::new();
        for (index, entry) in entries {
            match shortcoming(entry, providers) {
                None => sums.push((entry.on, entry.hours.tenths())),
                Some(reason) => disregarded.push(Disregarded { entry: index, on: entry.on, reason }),
            }
        }
        sums.sort_unstable_by_key(|&(on, _)| on);
        let mut sum = 0_u64;
        for (_, tenths) in &mut sums {
            sum = sum.saturating_add(*tenths);
            *tenths = sum;
        }
        let mut disregarded_on: Vec<_> = disregarded.iter().enumerate().map(|(place, it)| (it.on, place)).collect();
        disregarded_on.sort_unstable();
        Self { sums, disregarded, disregarded_on }
    }

    /// All hours earned up to the end of `day`.
    #[must_use]
    pub fn through(&self, day: NaiveDate) -> Hours {
        let after = self.sums.partition_point(|&(on, _)| on <= day);
        let last = after.checked_sub(1).and_then(|last| self.sums.get(last));
        Hours::sum_of_tenths(last.map_or(0, |&(_, sum)| sum))
    }

    /// The hours earned after `after` and up to the end of `through`: none where that is no later.
    #[must_use]
    pub fn between(&self, after: NaiveDate, through: NaiveDate) -> Hours {
        self.through(after).short_of(self.through(through))
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

/// Why an entry does not count. A provider named for study on the job is passed over (48.5 asks for none).
fn shortcoming(entry: &Entry, providers: Option<&Register>) -> Option<Finding> {
    if entry.mode == StudyMode::OnTheJob {
        return None;
    }
    match (&entry.provider, providers) {
        (None, _) => Some(Finding::new(Code::ProviderMissing, Clause::N48_5)),
        (Some(provider), Some(register)) if !register.may_act(provider, entry.on) => {
            Some(Finding::new(Code::ProviderNotAccredited, Clause::N48_8))
        }
        (Some(_), _) => None,
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
