//! Days on which something turns.

use crate::calendar::date::{add_days, add_months, sub_days};
use crate::strategies::life::Life;
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;

/// The days on which something turns in a life, each with the one before and the one behind: its events, the ends of the last
/// term, of its window and of its education years, the last day to appeal, the repeal.
///
/// For whoever asks a system about days: a day taken at random seldom tells two systems apart, one of these does. It shrinks
/// towards the first of them.
///
/// # Examples
///
/// ```
/// use proptest::strategy::{Strategy, ValueTree};
/// use proptest::test_runner::TestRunner;
/// use ruankao::strategies::{Life, edge_days};
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let life = Life { law: Law::of_2004(), history, ledger: Ledger::default() };
/// let mut runner = TestRunner::deterministic();
/// let days: Vec<_> = (0..200).map(|_| edge_days(&life).new_tree(&mut runner).unwrap().current()).collect();
/// assert!([day!(2007, 12, 10), day!(2008, 3, 10), day!(2008, 3, 11)].iter().all(|edge| days.contains(edge)));
/// ```
pub fn edge_days(life: &Life) -> impl Strategy<Value = NaiveDate> + use<> {
    let file = life.open();
    let mut edges: Vec<NaiveDate> = life.days();
    edges.extend(life.law.parameters().repealed_on);
    if let Some(term) = file.certificate().term() {
        edges.extend([term.start(), term.opens(), term.nominal(), term.expiry(), term.deadline()]);
        edges.extend((1..life.law.parameters().validity_years.min(10)).map(|year| add_months(term.start(), year * 12)));
    }
    edges.extend(file.certificate().publication().map(|publication| publication.appealable_until()));
    if edges.is_empty() {
        edges.push(life.law.parameters().scope_from);
    }
    edges.sort_unstable();
    edges.dedup();
    select(edges).prop_flat_map(|edge| select(Vec::from([edge, sub_days(edge, 1), add_days(edge, 1)])))
}
