//! Hours earned between days: of what is kept of a ledger, or of the ledger itself.

use crate::education::credits::{Credits, counts};
use crate::education::entry::Entry;
use crate::identity::body::Register;
use crate::record::Record;
use crate::regulation::hours::{Hours, MOST_OF_AN_ENTRY};
use chrono::NaiveDate;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::{fmt, mem};

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
