//! A register gathered in columns.

use crate::columns::batch::Batch;
use crate::columns::entries::Ledgers;
use crate::columns::error::ColumnsError;
use crate::columns::events::Histories;
use crate::columns::history_rows::HistoryRows;
use crate::columns::ledger_rows::LedgerRows;
use crate::education::ledger::Ledger;
use crate::lifecycle::history::History;

/// Certificates with their holders' ledgers, gathered in columns: what lends a [`Batch`] to whoever has histories.
///
/// # Examples
///
/// ```
/// use ruankao::batch::Survey;
/// use ruankao::columns::RegisterRows;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let mut rows = RegisterRows::default();
/// rows.push(&History::from_iter([Act::Approved.on(day!(2005, 3, 10))]), &Ledger::default())?;
/// let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 10));
/// assert!(rows.ask(|batch| batch.standings(&survey)).in_force.get(0));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RegisterRows {
    histories: HistoryRows,
    ledgers: LedgerRows,
}

impl RegisterRows {
    /// Adds a certificate behind the others: its history, and its holder's ledger.
    ///
    /// # Errors
    ///
    /// [`ColumnsError::TooMany`] beyond what offsets of 32 bits tell apart; nothing is added then.
    pub fn push(&mut self, history: &History, ledger: &Ledger) -> Result<(), ColumnsError> {
        self.ledgers.end_with(ledger)?;
        self.histories.push(history)?;
        self.ledgers.push(ledger)
    }

    /// Asks all certificates at once.
    pub fn ask<T>(&self, ask: impl FnOnce(Batch<'_>) -> T) -> T {
        let (agencies, institutions) = (self.histories.names(), self.ledgers.names());
        let histories = Histories::gathered(self.histories.columns(&agencies));
        let ledgers = Ledgers::gathered(self.ledgers.columns(&institutions));
        ask(Batch::gathered(histories, ledgers))
    }
}
