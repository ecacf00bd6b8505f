//! Turning open points, set after set.

use crate::finding::code::Code;
use crate::law::Law;
use crate::lifecycle::act::Event;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::replay::Replay;
use crate::regulation::readings::{Reading, Readings};
use crate::whatif::change::{Change, days, standings};
use crate::whatif::conclusion::Conclusion;
use crate::whatif::inquiry::Inquiry;
use crate::whatif::search::{Flip, Search, Shift};
use alloc::vec::Vec;

/// What the events up to some place leave, or the code of the refusal before it.
type Read = Result<Certificate, Code>;

/// A reading to be turned; its bit is its place in the order of the rule book, among those that can matter.
#[derive(Clone, Copy)]
struct Turnable {
    bit: u32,
    reading: Reading,
    from: usize,
}

/// The sets of readings as a tree: each branches off where its last reading can first matter, and reads on from there.
struct Tree<'a> {
    inquiry: &'a Inquiry<'a>,
    events: Vec<&'a Event>,
    /// In the order of the events that they can first matter to.
    turnable: Vec<Turnable>,
    as_read: (Conclusion, Option<AsOf<'a>>),
    flips: Vec<(u32, Conclusion)>,
    shifts: Vec<(u32, Vec<Change>)>,
    tried: u32,
}

impl Inquiry<'_> {
    /// The smallest sets of up to so many readings that, turned together, change the conclusion; and those that only move
    /// its days.
    ///
    /// Only readings that can matter are tried, a set that holds another that was found is not, and what the sets have in
    /// common is read once: a set costs the events from the first on that its last reading can matter to. Of `n` readings
    /// that can matter, `n` being 20 at most and seldom more than 8, there are 2^n sets; of three or fewer out of 20,
    /// 1,350.
    #[must_use]
    pub fn search(&self, up_to: usize) -> Search {
        search(self, up_to)
    }
}

fn search(inquiry: &Inquiry<'_>, up_to: usize) -> Search {
    let events = inquiry.events();
    let relevant = inquiry.turnable(&events);
    let bits = (0..u32::BITS).zip(&relevant);
    let mut turnable: Vec<Turnable> =
        bits.map(|(bit, one)| Turnable { bit: 1 << bit, reading: one.reading, from: one.from }).collect();
    turnable.sort_by_key(|one| one.from);

    let (context, law) = (*inquiry.context(), inquiry.context().law());
    let as_read = context.certificate(inquiry.day()).map_err(|refusal| refusal.fault.code());
    let as_of = as_read.map(|certificate| inquiry.as_of(certificate, context));
    let as_read = (inquiry.conclude(as_of), as_of.ok());
    let (flips, shifts) = (Vec::new(), Vec::new());
    let mut tree = Tree { inquiry, events, turnable, as_read, flips, shifts, tried: 0 };
    tree.branch(0, law, 0, (Ok(Certificate::default()), 0), up_to);

    let relevant: Vec<Reading> = relevant.into_iter().map(|one| one.reading).collect();
    let (flips, shifts, tried) = (smallest(tree.flips, |_| false), tree.shifts, tree.tried);
    let shifts = smallest(shifts, |set| flips.iter().any(|(flip, _)| set & flip == *flip));
    let sides = |set| sides(set, &relevant, *law.readings());
    let flips = flips.into_iter().map(|(set, conclusion)| Flip { turned: sides(set), conclusion }).collect();
    let shifts = shifts.into_iter().map(|(set, changes)| Shift { turned: sides(set), changes }).collect();
    Search { conclusion: tree.as_read.0, relevant, up_to, tried, flips, shifts }
}

impl Tree<'_> {
    /// Reads a set of readings on to the end, from where its last was turned, and then the sets that hold one more of the
    /// readings behind it.
    fn branch(&mut self, set: u32, law: &Law, next: usize, (mut read, mut place): (Read, usize), left: usize) {
        let mut forks: Vec<(Turnable, Read)> = Vec::new();
        if left > 0 {
            for one in self.turnable.get(next..).unwrap_or_default() {
                (read, place) = (self.read(read, place, one.from, law), one.from);
                forks.push((*one, read));
            }
        }
        read = self.read(read, place, self.events.len(), law);
        if set != 0 && self.keep(set, read, law) {
            return;
        }
        for (index, (one, fork)) in forks.into_iter().enumerate() {
            let larger = set | one.bit;
            if !self.flips.iter().any(|(found, _)| larger & found == *found) {
                let otherwise = law.clone().with_readings(law.readings().turned(one.reading));
                self.branch(larger, &otherwise, next + index + 1, (fork, one.from), left - 1);
            }
        }
    }

    fn read(&self, read: Read, from: usize, to: usize, law: &Law) -> Read {
        let context = self.inquiry.context().under(law);
        let events = self.events.get(from..to).unwrap_or_default();
        events.iter().try_fold(read?, |certificate, event| {
            Replay::step(&certificate, event, context.facts(), context.mode).map_err(|fault| fault.code())
        })
    }

    /// Keeps a set that changes something; whether it changes the conclusion.
    fn keep(&mut self, set: u32, read: Read, law: &Law) -> bool {
        self.tried += 1;
        let context = self.inquiry.context().under(law);
        let as_of = read.map(|certificate| self.inquiry.as_of(certificate, context));
        let conclusion = self.inquiry.conclude(as_of);
        if conclusion != self.as_read.0 {
            self.flips.push((set, conclusion));
            return true;
        }
        if let (Some(before), Ok(after)) = (&self.as_read.1, &as_of)
            && self.inquiry.asks_for_days()
            && !self.shifts.iter().any(|(found, _)| set & found == *found)
        {
            let mut changes = standings(before.standing(), after.standing());
            changes.extend(days(before, after));
            if !changes.is_empty() {
                self.shifts.push((set, changes));
            }
        }
        false
    }
}

/// Those that hold no other, and that are not ruled out: the smaller first, then in the order of the rule book.
fn smallest<T>(mut found: Vec<(u32, T)>, is_ruled_out: impl Fn(u32) -> bool) -> Vec<(u32, T)> {
    found.sort_by_key(|(set, _)| (set.count_ones(), *set));
    let mut smallest: Vec<(u32, T)> = Vec::new();
    for (set, what) in found {
        if !smallest.iter().any(|(other, _)| set & other == *other) && !is_ruled_out(set) {
            smallest.push((set, what));
        }
    }
    smallest
}

fn sides(set: u32, relevant: &[Reading], readings: Readings) -> Vec<(Reading, &'static str)> {
    let members = (0..u32::BITS).zip(relevant).filter(|(bit, _)| set >> bit & 1 == 1);
    members.map(|(_, &reading)| (reading, readings.turned(reading).side(reading))).collect()
}
