//! Ledgers that are just enough, and just short.

use crate::calendar::period::Period;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::history::History;
use crate::regulation::hours::Hours;
use crate::strategies::days::days_within;
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

/// The most tenths that an entry may have.
const MOST: u64 = 100_000;

/// So many tenths of hours, to be earned within these days.
type Share = (Period, u64);

/// Ledgers with the very hours that a registration in the first term asks for, in all and in each year, and not a tenth more:
/// on a certificate approved on that day, under that law. All of it is study on the job, so that no list of institutions
/// matters. Of one that is outside the regime nothing is asked, and the ledger is empty.
///
/// For the line between enough and too little, together with [`short_ledgers`]: what a system rounds, or counts towards the
/// wrong year, shows here. However it is shrunk, it stays just enough.
pub fn sufficient_ledgers(law: &Law, approved_on: NaiveDate) -> impl Strategy<Value = Ledger> + use<> {
    entries(&shares(law, approved_on)).prop_map(|entries| entries.into_iter().collect())
}

/// The same, short of a tenth of an hour somewhere: in a year, in all, or both. `None` where nothing is asked for.
pub fn short_ledgers(law: &Law, approved_on: NaiveDate) -> Option<impl Strategy<Value = Ledger> + use<>> {
    let shares = shares(law, approved_on);
    if shares.iter().all(|&(_, tenths)| tenths == 0) {
        return None;
    }
    let shortened = (entries(&shares), any::<Index>()).prop_map(|(mut entries, place)| {
        let place = place.index(entries.len().max(1));
        if let Some(entry) = entries.get_mut(place) {
            entry.hours = Hours::from_tenths(entry.hours.tenths().saturating_sub(1)).unwrap_or_default();
        }
        entries.into_iter().collect()
    });
    Some(shortened)
}

/// What is asked for within each year, and what beyond that in all.
fn shares(law: &Law, approved_on: NaiveDate) -> Vec<Share> {
    let file = law.open(History::from_iter([Act::Approved.on(approved_on)]), Ledger::default());
    let Some(progress) = file.on(approved_on).ok().and_then(|as_of| as_of.education().ok()) else { return Vec::new() };
    let tenths = |hours: Hours| hours.tenths();
    let mut shares: Vec<Share> = Vec::new();
    for year in &progress.years {
        shares.extend(Period::new(year.from, year.to).ok().map(|days| (days, tenths(year.required))));
    }
    let within_years: u64 = shares.iter().map(|&(_, tenths)| tenths).sum();
    let beyond = tenths(progress.required).saturating_sub(within_years);
    shares.extend(Period::new(progress.from, progress.to).ok().map(|days| (days, beyond)));
    shares.retain(|&(_, tenths)| tenths > 0);
    shares
}

/// Each share in one to three parts, each on a day of its own, the first and the last day of the share often among them.
fn entries(shares: &[Share]) -> impl Strategy<Value = Vec<Entry>> + use<> {
    let parts = |&(days, tenths): &Share| {
        let on = prop_oneof![
            1 => Just(days.first()),
            1 => Just(days.last()),
            2 => days_within(days.first(), days.last()),
        ];
        (proptest::collection::vec(on, 1..4), 0..=tenths).prop_map(move |(on, first)| split(&on, first, tenths))
    };
    let shares: Vec<_> = shares.iter().map(parts).collect();
    shares.prop_map(|shares| shares.into_iter().flatten().collect())
}

/// So many tenths on these days: a part on the first, the rest in equal parts on the others; more entries where one cannot
/// hold it.
fn split(on: &[NaiveDate], first: u64, tenths: u64) -> Vec<Entry> {
    let mut left = tenths;
    let mut entries = Vec::new();
    for (place, &day) in on.iter().enumerate() {
        let is_last = place + 1 == on.len();
        let part = if is_last {
            left
        } else if place == 0 {
            first.min(left)
        } else {
            left / 2
        };
        left -= part;
        let mut part = part;
        while part > 0 {
            let held = part.min(MOST);
            part -= held;
            let hours = Hours::from_tenths(held).unwrap_or_default();
            let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
            entries.push(Entry { on: day, hours, mode, field, kind, provider: None });
        }
    }
    entries
}
