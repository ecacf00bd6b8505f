//! What of a ledger counts, by day.

use crate::education::entry::{Entry, StudyMode};
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::identity::body::{Named, Register};
use crate::record::Record;
use crate::regulation::clause::Clause;
use crate::regulation::hours::{Hours, MOST_OF_AN_ENTRY};
use alloc::sync::Arc;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::ops::Deref;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::{fmt, mem};

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

/// Hours that were earned, and when: what a cycle is counted from, however it is held.
pub(crate) trait Earned: fmt::Debug + Send + Sync + UnwindSafe + RefUnwindSafe {
    /// The hours earned after a day and up to the end of each of three that follow on each other, as many as the notices give
    /// a cycle years; none where that is no later.
    fn since(&self, after: NaiveDate, through: [NaiveDate; 3]) -> [Hours; 3];

    /// The hours earned after `after` and up to the end of `through`.
    #[inline]
    fn between(&self, after: NaiveDate, through: NaiveDate) -> Hours {
        let [hours, ..] = self.since(after, [through; 3]);
        hours
    }
}

impl Earned for Credits {
    fn since(&self, after: NaiveDate, through: [NaiveDate; 3]) -> [Hours; 3] {
        let before = self.sum_through(after);
        through.map(|day| Hours::sum_of_tenths(self.sum_through(day).saturating_sub(before)))
    }
}

impl Credits {
    /// All tenths earned up to the end of a day.
    fn sum_through(&self, day: NaiveDate) -> u64 {
        let after = self.sums.partition_point(|&(on, _)| on <= day);
        after.checked_sub(1).and_then(|last| self.sums.get(last)).map_or(0, |&(_, sum)| sum)
    }
}

/// A ledger that counts as a whole and was kept in order: its hours are those that are written there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InOrder<'l> {
    records: &'l [Record<Entry>],
}

impl<'l> InOrder<'l> {
    /// The ledger, where it is such.
    pub(super) fn of(
        records: &'l [Record<Entry>],
        known_on: Option<NaiveDate>,
        providers: Option<&Register>,
    ) -> Option<Self> {
        let mut last = NaiveDate::MIN;
        let mut follows = |on: NaiveDate| mem::replace(&mut last, on) <= on;
        let is_so = records.iter().all(|record| counts(record, known_on, providers) && follows(record.what().on));
        is_so.then_some(Self { records })
    }
}

impl Earned for InOrder<'_> {
    /// Goes through the entries of these days: sooner than to search for each, and a history asks for each day once.
    fn since(&self, after: NaiveDate, [first, second, third]: [NaiveDate; 3]) -> [Hours; 3] {
        let begin = self.records.partition_point(|record| record.what().on <= after);
        let later = self.records.get(begin..).unwrap_or_default().iter().map(Record::what);
        let [mut in_first, mut in_second, mut in_third] = [0_u64; 3];
        for entry in later.take_while(|entry| entry.on <= third) {
            in_third = in_third.saturating_add(entry.hours.tenths());
            // Without a way out before the third: where the years of a cycle end nobody can foretell.
            in_first = if entry.on <= first { in_third } else { in_first };
            in_second = if entry.on <= second { in_third } else { in_second };
        }
        [in_first, in_second, in_third].map(Hours::sum_of_tenths)
    }
}

/// So many entries have fewer tenths than 32 bits tell apart, if none has more than one may be given.
pub(crate) const ADDED_AT_ONCE: usize = 32_768;

/// The bits of the tenths that one entry may be given.
const MOST_BITS: u64 = MOST_OF_AN_ENTRY.next_power_of_two() as u64 - 1;

/// What of a ledger counts, where it is asked once and nothing of it is kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Uncounted<'l> {
    records: &'l [Record<Entry>],
    known_on: Option<NaiveDate>,
    providers: Option<&'l Register>,
}

impl<'l> Uncounted<'l> {
    pub(super) const fn of(
        records: &'l [Record<Entry>],
        known_on: Option<NaiveDate>,
        providers: Option<&'l Register>,
    ) -> Self {
        Self { records, known_on, providers }
    }
}

impl Earned for Uncounted<'_> {
    #[inline]
    fn since(&self, after: NaiveDate, [first, second, third]: [NaiveDate; 3]) -> [Hours; 3] {
        let [before, through @ ..] = self.through([after, first, second, third]);
        through.map(|hours| before.short_of(hours))
    }
}

impl Uncounted<'_> {
    /// All hours earned up to the end of each of some days.
    #[inline(never)]
    fn through(&self, days: [NaiveDate; 4]) -> [Hours; 4] {
        let Self { records, known_on, providers } = *self;
        let (mut sums, mut bits) = ([0_u32; 4], 0);
        for record in records {
            let counted = if counts(record, known_on, providers) { record.what().hours.tenths() } else { 0 };
            bits |= counted;
            #[expect(clippy::cast_possible_truncation, reason = "looked at below")]
            let (on, tenths) = (record.what().on, counted as u32);
            // Nothing is asked before it is added, and no sum waits for another: so all of them are added at a time.
            sums = core::array::from_fn(|place| {
                let sum = sums.get(place).copied().unwrap_or_default();
                sum.wrapping_add(if days.get(place).is_some_and(|day| on <= *day) { tenths } else { 0 })
            });
        }
        if records.len() <= ADDED_AT_ONCE && bits <= MOST_BITS {
            return sums.map(|sum| Hours::sum_of_tenths(u64::from(sum)));
        }
        self.through_many(days)
    }

    /// The same of any number of entries, with whatever hours.
    #[cold]
    fn through_many(&self, days: [NaiveDate; 4]) -> [Hours; 4] {
        let mut sums = [0_u64; 4];
        for record in self.records.iter().filter(|record| counts(record, self.known_on, self.providers)) {
            for (sum, day) in sums.iter_mut().zip(days) {
                *sum = sum.saturating_add(if record.what().on <= day { record.what().hours.tenths() } else { 0 });
            }
        }
        sums.map(Hours::sum_of_tenths)
    }
}

/// Whether the register holds an entry, and it counts.
#[inline(always)]
fn counts(record: &Record<Entry>, known_on: Option<NaiveDate>, providers: Option<&Register>) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{Credits, Earned, InOrder, Uncounted};
    use crate::calendar::date::{add_days, sub_days};
    use crate::calendar::day::literal;
    use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
    use crate::record::Record;
    use crate::regulation::hours::Hours;
    use alloc::vec::Vec;
    use chrono::NaiveDate;

    fn entry(on: NaiveDate, hours: u32) -> Record<Entry> {
        let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
        Entry { on, hours: Hours::whole(hours), mode, field, kind, provider: None }.into()
    }

    /// However hours are held, as many are earned between any two days.
    #[test]
    fn hours_are_the_same_however_they_are_held() {
        let first = literal(2005, 3, 1);
        let days = [0, 3, 3, 4, 9, 9, 9, 15];
        let records: Vec<_> = days.iter().zip(1..).map(|(&days, hours)| entry(add_days(first, days), hours)).collect();
        let in_order = InOrder::of(&records, None, None).unwrap();
        let (credits, uncounted) = (Credits::of(&records, None, None), Uncounted::of(&records, None, None));
        let reversed: Vec<_> = records.iter().rev().cloned().collect();
        let sorted = Credits::of(&reversed, None, None);
        let days = || sub_days(first, 1).iter_days().take(19);
        for (after, through) in days().flat_map(|after| days().map(move |through| (after, through))) {
            let following = [through, add_days(through, 1), add_days(through, 6)];
            let expected = following.map(|day| {
                let earned = records.iter().map(Record::what).filter(|entry| after < entry.on && entry.on <= day);
                earned.fold(Hours::ZERO, |sum, entry| sum.plus(entry.hours))
            });
            let held: [&dyn Earned; 4] = [&in_order, &credits, &uncounted, &sorted];
            for earned in held {
                assert_eq!(earned.since(after, following), expected, "{after} {through} {earned:?}");
                assert_eq!(earned.between(after, through), expected[0], "{after} {through} {earned:?}");
            }
        }
    }

    #[test]
    fn a_ledger_in_order_counts_as_a_whole() {
        let [first, second] = [literal(2005, 3, 1), literal(2005, 3, 2)];
        let is_so = |records: &[Record<Entry>], known_on| InOrder::of(records, known_on, None).is_some();
        assert!(is_so(&[], None) && is_so(&[entry(first, 1), entry(first, 1), entry(second, 1)], None));
        assert!(!is_so(&[entry(second, 1), entry(first, 1)], None));
        let struck = [entry(first, 1).struck_on(second).unwrap()];
        assert!(!is_so(&struck, None) && is_so(&struck, Some(first)));
        // Not recorded by then.
        assert!(!is_so(&[entry(second, 1)], Some(first)));
        let nobody_taught = Entry { mode: StudyMode::FullTime, ..entry(first, 1).what().clone() };
        assert!(!is_so(&[nobody_taught.into()], None));
    }
}
