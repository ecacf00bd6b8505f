//! Columns gathered from ledgers.

use crate::columns::column::Gathered;
use crate::columns::days::number;
use crate::columns::entries::EntryColumns;
use crate::columns::error::ColumnsError;
use crate::columns::names_gathered::Names;
use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use alloc::vec::Vec;

/// Columns that are gathered from ledgers, with all that counts of them.
///
/// # Examples
///
/// ```
/// use ruankao::columns::{LedgerRows, Ledgers};
/// use ruankao::Ledger;
///
/// let mut rows = LedgerRows::default();
/// rows.push(&Ledger::default())?;
/// let names = rows.names();
/// assert_eq!(Ledgers::new(rows.columns(&names))?.len(), 1);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct LedgerRows {
    offsets: Vec<i32>,
    on: Vec<i32>,
    tenths: Vec<u32>,
    mode: Vec<u8>,
    provider: Gathered<i32>,
    names: Names,
    recorded_on: Gathered<i32>,
    struck_on: Gathered<i32>,
}

impl Default for LedgerRows {
    /// No ledger.
    fn default() -> Self {
        Self {
            offsets: alloc::vec![0],
            on: Vec::new(),
            tenths: Vec::new(),
            mode: Vec::new(),
            provider: Gathered::default(),
            names: Names::default(),
            recorded_on: Gathered::default(),
            struck_on: Gathered::default(),
        }
    }
}

impl LedgerRows {
    /// Adds a ledger behind the others.
    ///
    /// # Errors
    ///
    /// [`ColumnsError::TooMany`] beyond what offsets of 32 bits tell apart; nothing is added then.
    pub fn push(&mut self, ledger: &Ledger) -> Result<(), ColumnsError> {
        let end = self.end_with(ledger)?;
        for record in ledger.records() {
            let Entry { on, hours, mode, field: _, kind: _, provider } = record.what();
            self.on.push(number(*on));
            // Of one entry there are at most 100,000.
            self.tenths.push(u32::try_from(hours.tenths()).unwrap_or(u32::MAX));
            self.mode.push(*mode as u8);
            self.provider.push(provider.as_ref().map(|provider| self.names.place(provider)));
            self.recorded_on.push(Some(record.recorded()).filter(|recorded| recorded != on).map(number));
            self.struck_on.push(record.struck().map(number));
        }
        self.offsets.push(end);
        Ok(())
    }

    /// Where a ledger would end behind the others.
    pub(super) fn end_with(&self, ledger: &Ledger) -> Result<i32, ColumnsError> {
        let rows = self.on.len().saturating_add(ledger.records().len());
        i32::try_from(rows).map_err(|_| ColumnsError::TooMany)
    }

    /// The names of the institutions, in the order in which they came.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.names.list()
    }

    /// The columns, lent together with the [names](Self::names).
    #[must_use]
    pub fn columns<'a>(&'a self, names: &'a [&'a str]) -> EntryColumns<'a> {
        EntryColumns {
            offsets: &self.offsets,
            on: &self.on,
            tenths: &self.tenths,
            mode: &self.mode,
            provider: self.provider.column(),
            names,
            recorded_on: self.recorded_on.column(),
            struck_on: self.struck_on.column(),
        }
    }
}
