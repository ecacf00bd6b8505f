//! Ledgers in columns.

use crate::columns::column::{Column, check_length, check_offsets, span};
use crate::columns::days::day;
use crate::columns::error::ColumnsError;
use crate::columns::names::{body, coded, is_held};
use crate::columns::unread::{Broken, Why};
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::regulation::hours::Hours;
use chrono::NaiveDate;
use core::ops::Range;

/// Entries in columns, a row each, as whoever has them lends them: ledger by ledger, those of each in any order.
///
/// Days are counted from 1970-01-01, and lie between 1900 and 2999. A column that is left out (`None`) is null throughout.
/// The field and the kind of what was studied count for nothing, and have no column.
#[derive(Clone, Copy, Debug)]
pub struct EntryColumns<'a> {
    /// For each ledger the row of its first entry, and at last the end of all.
    pub offsets: &'a [i32],
    /// The day of completion.
    pub on: &'a [i32],
    /// The hours approved, in tenths of an hour: at most 100,000.
    pub tenths: &'a [u32],
    /// How it was studied: the place in [`StudyMode::ALL`].
    pub mode: &'a [u8],
    /// The training institution, where one is named: the place in `names`.
    pub provider: Option<Column<'a, i32>>,
    /// The names of the institutions.
    pub names: &'a [&'a str],
    /// The day on which it was recorded; null where that is its own day.
    pub recorded_on: Option<Column<'a, i32>>,
    /// The day on which its record was struck; null where it was not.
    pub struck_on: Option<Column<'a, i32>>,
}

impl<'a> EntryColumns<'a> {
    /// Hours on their days, no institution named.
    #[must_use]
    pub const fn new(offsets: &'a [i32], on: &'a [i32], tenths: &'a [u32], mode: &'a [u8]) -> Self {
        Self { offsets, on, tenths, mode, provider: None, names: &[], recorded_on: None, struck_on: None }
    }
}

/// Ledgers in columns that belong together: the offsets never fall, and each column has a row an entry.
///
/// What a row says is looked at when it is read.
///
/// # Examples
///
/// ```
/// use ruankao::columns::{ColumnsError, EntryColumns, Ledgers};
/// use ruankao::education::StudyMode;
///
/// // One ledger: 40 hours on 2006-05-20, on the job.
/// let mode = [StudyMode::OnTheJob as u8];
/// assert_eq!(Ledgers::new(EntryColumns::new(&[0, 1], &[13_288], &[400], &mode))?.len(), 1);
///
/// let short = Ledgers::new(EntryColumns::new(&[0, 1], &[13_288], &[], &mode)).unwrap_err();
/// assert_eq!(short, ColumnsError::OtherLength { column: "tenths", rows: 0, expected: 1 });
/// # Ok::<(), ColumnsError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Ledgers<'a> {
    columns: EntryColumns<'a>,
}

impl<'a> Ledgers<'a> {
    /// Looks whether columns belong together.
    ///
    /// # Errors
    ///
    /// The first [`ColumnsError`]: a column that is shorter than the others, an offset that falls.
    pub fn new(columns: EntryColumns<'a>) -> Result<Self, ColumnsError> {
        let rows = columns.on.len();
        check_offsets("offsets", columns.offsets, rows)?;
        check_length("tenths", columns.tenths.len(), rows)?;
        check_length("mode", columns.mode.len(), rows)?;
        let EntryColumns { provider, recorded_on, struck_on, .. } = columns;
        for (name, column) in [("provider", provider), ("recorded_on", recorded_on), ("struck_on", struck_on)] {
            column.map_or(Ok(()), |it| it.check(name, rows))?;
        }
        Ok(Self { columns })
    }

    /// How many ledgers there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.columns.offsets.len().saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of the ledgers, by their places; what is beyond the last is left out.
    #[must_use]
    pub fn slice(self, ledgers: Range<usize>) -> Self {
        let end = ledgers.end.min(self.len());
        let start = ledgers.start.min(end);
        let offsets = self.columns.offsets.get(start..=end).unwrap_or_default();
        Self { columns: EntryColumns { offsets, ..self.columns } }
    }

    /// The rows of a ledger.
    pub(super) fn rows(&self, ledger: usize) -> Range<usize> {
        span(self.columns.offsets, ledger)
    }

    /// The entry of a row, where the register holds it. Who taught is read where there is a list to look it up in, or where
    /// it matters that somebody did.
    pub(super) fn entry(&self, row: usize, known_on: Option<NaiveDate>) -> Result<Option<Entry>, Why> {
        let broken = |column| move |how| Why::Broken { column, how };
        let EntryColumns { on, tenths, mode, provider, names, recorded_on, struck_on, .. } = self.columns;
        let on = day(on.get(row).copied().unwrap_or_default()).map_err(broken("on"))?;
        if !is_held(recorded_on, struck_on, row, on, known_on)? {
            return Ok(None);
        }
        let tenths = u64::from(tenths.get(row).copied().unwrap_or_default());
        let hours = Hours::from_tenths(tenths).map_err(|_| broken("tenths")(Broken::TooManyHours))?;
        let mode = coded(&StudyMode::ALL, mode.get(row).copied().unwrap_or(u8::MAX)).map_err(broken("mode"))?;
        let provider = provider.and_then(|provider| provider.get(row));
        let provider = provider.map(|place| body(names, place)).transpose().map_err(broken("provider"))?;
        Ok(Some(Entry { on, hours, mode, field: Field::Other, kind: ContentKind::Knowledge, provider }))
    }
}
