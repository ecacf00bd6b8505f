//! Lives that nobody means well.

use crate::lifecycle::act::Act;
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::strategies::acts::events;
use crate::strategies::days::days;
use crate::strategies::laws::laws;
use crate::strategies::life::Life;
use crate::strategies::records::records;
use crate::strategies::studies::ledgers;
use alloc::vec::Vec;
use proptest::prelude::*;

/// Lives of which nothing need be lawful: any acts on any days that the wire can write, in any order, recorded and struck at
/// any time, under any law, beside any ledger; an approval stands first in three of four.
///
/// For what must hold of whatever comes in: that a system refuses, and neither falls over nor answers at random. Most of these
/// are refused at their first or second event; [`lives`](crate::strategies::lives) get deeper.
pub fn hostile_lives() -> impl Strategy<Value = Life> {
    let approval = proptest::option::weighted(0.75, records(days().prop_map(|day| Act::Approved.on(day))));
    let others = proptest::collection::vec(records(events()), 0..12);
    (laws(), approval, others, any::<bool>(), ledgers()).prop_map(|(law, approval, mut others, in_order, ledger)| {
        if in_order {
            others.sort_by_key(|record| record.what().on);
        }
        let records: Vec<Record<_>> = approval.into_iter().chain(others).collect();
        Life { law, history: History::from(records), ledger }
    })
}
