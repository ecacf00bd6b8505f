//! Whole lives of certificates.

use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::strategies::acts::events;
use crate::strategies::days::covered_days;
use crate::strategies::draw::{Draw, draws};
use crate::strategies::laws::laws;
use crate::strategies::records::{Lateness, lateness, recorded, records};
use crate::strategies::studies::{diligent_ledgers, ledgers};
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;

/// A law, and a certificate's history with its holder's ledger: what it takes to open one.
#[derive(Clone, Debug)]
pub struct Life {
    /// The law, on the statutory calendar.
    pub law: Law,
    /// What the register holds of the certificate.
    pub history: History,
    /// What its holder has studied.
    pub ledger: Ledger,
}

impl Life {
    /// Opens it, its history read strictly.
    #[must_use]
    pub fn open(&self) -> CertificateFile<'_> {
        self.law.open(&self.history, &self.ledger)
    }

    /// Opens it, its history read in a mode.
    #[must_use]
    pub fn open_in(&self, mode: Mode) -> CertificateFile<'_> {
        self.law.open_in(mode, &self.history, &self.ledger)
    }

    /// The days of the events that the register holds, in their order; there is at least that of the approval in a lawful
    /// life.
    #[must_use]
    pub fn days(&self) -> Vec<NaiveDate> {
        self.history.held(None).map(|(_, event)| event.on).collect()
    }
}

/// Histories that strict mode accepts to the end: an approval and up to fifteen events more. In half of them some records
/// were made late, and others struck, of acts of any kind.
pub fn lawful_lives() -> impl Strategy<Value = Life> {
    grown(Mode::Strict)
}

/// Histories that can be read to the end as recorded, and in an audit: what was decided may have lacked its conditions.
pub fn decided_lives() -> impl Strategy<Value = Life> {
    grown(Mode::Recorded)
}

/// Histories that can be read at first, strictly more often than not, with up to three events of any kind put in anywhere,
/// some recorded late or struck.
pub fn lives() -> impl Strategy<Value = Life> {
    let strangers = proptest::collection::vec((any::<Index>(), records(events())), 0..4);
    let lives = prop_oneof![3 => lawful_lives().boxed(), 1 => decided_lives().boxed()];
    (lives, strangers).prop_map(|(life, strangers)| {
        let history = with_strangers(life.history.records().to_vec(), strangers);
        Life { history, ..life }
    })
}

/// What is done to the records of a life: how late each was made, and records of anything that were struck since.
type Keeping = (Vec<Lateness>, Vec<(Index, Event, u32)>);

/// What a register's keeping leaves as lawful as it was: as known now, no record of an act is struck, and none of a
/// stranger is held.
fn keepings() -> impl Strategy<Value = Keeping> {
    let late = proptest::collection::vec(lateness(), 16);
    let struck = proptest::collection::vec((any::<Index>(), events(), 0_u32..1_500), 0..3);
    prop_oneof![Just((Vec::new(), Vec::new())), (late, struck)]
}

/// Each draw is tried on the certificate as it stands in a mode; what is refused is left out. So whatever the draws are
/// shrunk to, what comes of them is accepted.
fn grown(mode: Mode) -> impl Strategy<Value = Life> {
    let drawn = (laws(), covered_days()).prop_flat_map(move |(law, approved_on)| {
        let ledger = prop_oneof![3 => diligent_ledgers(approved_on).boxed(), 1 => ledgers().boxed()];
        let draws = proptest::collection::vec(draws(), 0..16);
        (Just((law, approved_on)), ledger, draws, keepings()).prop_map(
            move |((law, approved_on), ledger, draws, keeping)| {
                let events = lived(&law, mode, &ledger, approved_on, draws)?;
                Some(Life { history: kept(events, keeping), law, ledger })
            },
        )
    });
    // Outside the flat map: one that is refused draws another law too.
    drawn.prop_filter_map("an approval that the calendar does not cover", |life| life)
}

fn lived(law: &Law, mode: Mode, ledger: &Ledger, approved_on: NaiveDate, draws: Vec<Draw>) -> Option<Vec<Event>> {
    let mut file = law.open_in(mode, History::default(), ledger);
    file.record(Act::Approved.on(approved_on)).ok()?;
    for draw in draws {
        let Some(event) = draw.event(file.certificate(), law.parameters().repealed_on) else { break };
        // What is refused leaves the file as it was.
        let _ = file.record(event);
    }
    Some(file.history().held(None).map(|(_, event)| event.clone()).collect())
}

fn kept(events: Vec<Event>, (late, struck): Keeping) -> History {
    let mut late = late.into_iter().map(|(late, _)| late);
    let records = events.into_iter().map(|event| recorded(event, (late.next().flatten(), None))).collect();
    let struck = struck.into_iter().filter_map(|(place, event, days)| {
        let record = recorded(event, (None, Some(days)));
        record.struck().is_some().then_some((place, record))
    });
    with_strangers(records, struck)
}

fn with_strangers(
    mut records: Vec<Record<Event>>,
    strangers: impl IntoIterator<Item = (Index, Record<Event>)>,
) -> History {
    for (place, stranger) in strangers {
        records.insert(place.index(records.len().saturating_add(1)), stranger);
    }
    History::from(records)
}
