//! A register gathered in columns.

use super::people::Person;
use ruankao::columns::{Batch, Histories, HistoryRows, LedgerRows, Ledgers};

/// What is gathered of a register, and lends its columns.
pub struct Gathered {
    histories: HistoryRows,
    ledgers: LedgerRows,
}

impl Gathered {
    pub fn of(people: &[Person]) -> Self {
        let (mut histories, mut ledgers) = (HistoryRows::default(), LedgerRows::default());
        for person in people {
            histories.push(&person.history).unwrap();
            ledgers.push(&person.ledger).unwrap();
        }
        Self { histories, ledgers }
    }

    pub fn batch(&self) -> Batch<'_> {
        let histories = Histories::new(self.histories.columns(&[])).unwrap();
        Batch::new(histories).with_ledgers(Ledgers::new(self.ledgers.columns(&[])).unwrap()).unwrap()
    }
}
