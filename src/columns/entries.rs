//! Ledgers in columns.

use crate::columns::column::{Column, check_length, check_offsets, cut, span};
use crate::columns::days::{day, is_day, number};
use crate::columns::error::ColumnsError;
use crate::columns::names::{coded, is_held, named};
use crate::columns::unread::{Broken, Place, Why};
use crate::education::credits::{Credits, shortcoming};
use crate::education::earned::{ADDED_AT_ONCE, Earned};
use crate::education::entry::StudyMode;
use crate::identity::body::{BodyId, Named, Register};
use crate::regulation::hours::{Hours, MOST_OF_AN_ENTRY};
use alloc::vec::Vec;
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

    /// Columns that were gathered together.
    pub(super) const fn gathered(columns: EntryColumns<'a>) -> Self {
        Self { columns }
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
        let offsets = cut(self.columns.offsets, ledgers);
        Self { columns: EntryColumns { offsets, ..self.columns } }
    }

    /// The rows of a ledger.
    pub(super) fn rows(&self, ledger: usize) -> Range<usize> {
        span(self.columns.offsets, ledger)
    }

    /// The institutions that are named, each looked up once.
    pub(super) fn institutions(&self, listed: Option<&Register>) -> Vec<Named> {
        let named = |name: &&str| Register::named_in(listed, Some(&BodyId::from(*name)));
        self.columns.names.iter().map(named).collect()
    }

    /// Whether all entries of all ledgers count, as known on a day or now.
    pub(super) fn all_count(&self, known_on: Option<NaiveDate>) -> bool {
        self.whole(self.rows(0).start..self.rows(self.len().saturating_sub(1)).end, known_on).is_some()
    }

    /// What of some rows counts, where all of it does.
    #[inline]
    fn whole(&self, rows: Range<usize>, known_on: Option<NaiveDate>) -> Option<Counted<'_>> {
        let EntryColumns { mode, struck_on, .. } = self.columns;
        if struck_on.is_some() || known_on.is_some() {
            return None;
        }
        let (counted, mode) = (self.counted(rows.clone()), mode.get(rows).unwrap_or_default());
        // Without a way out of the loops several are looked at at a time.
        let all_count = mode.iter().fold(true, |all, &mode| all & (mode == StudyMode::OnTheJob as u8))
            & counted.on.iter().fold(true, |all, &on| all & is_day(on))
            & counted.tenths.iter().fold(true, |all, &tenths| all & (tenths <= MOST_OF_AN_ENTRY));
        all_count.then_some(counted)
    }

    /// Some rows, all of which count.
    #[inline]
    fn counted(&self, rows: Range<usize>) -> Counted<'_> {
        let (on, tenths) = (self.columns.on.get(rows.clone()), self.columns.tenths.get(rows));
        Counted { on: on.unwrap_or_default(), tenths: tenths.unwrap_or_default() }
    }

    /// What of a ledger counts, as known on a day or now: its columns themselves where all of it does, else what is written
    /// over `apart`.
    ///
    /// # Errors
    ///
    /// The first entry that cannot be read.
    #[inline]
    pub(super) fn count<'c>(
        &'c self,
        ledger: usize,
        (institutions, listed): (&[Named], Option<&Register>),
        known_on: Option<NaiveDate>,
        all_count: bool,
        apart: &'c mut Apart,
    ) -> Result<Counted<'c>, (Place, Why)> {
        let rows = self.rows(ledger);
        if all_count { Ok(self.counted(rows)) } else { self.count_apart(rows, (institutions, listed), known_on, apart) }
    }

    #[inline(never)]
    fn count_apart<'c>(
        &'c self,
        rows: Range<usize>,
        (institutions, listed): (&[Named], Option<&Register>),
        known_on: Option<NaiveDate>,
        apart: &'c mut Apart,
    ) -> Result<Counted<'c>, (Place, Why)> {
        if let Some(counted) = self.whole(rows.clone(), known_on) {
            return Ok(counted);
        }
        apart.on.clear();
        apart.tenths.clear();
        for (place, row) in rows.enumerate() {
            match self.counts(row, (institutions, listed), known_on) {
                Ok(Some((on, tenths))) => {
                    apart.on.push(on);
                    apart.tenths.push(tenths);
                }
                Ok(None) => {}
                Err((column, how)) => return Err((Place::Entry(place), Why::Broken { column, how })),
            }
        }
        Ok(Counted { on: &apart.on, tenths: &apart.tenths })
    }

    /// The day and the tenths of a row, where the register holds it and it counts.
    #[inline]
    fn counts(
        &self,
        row: usize,
        (institutions, listed): (&[Named], Option<&Register>),
        known_on: Option<NaiveDate>,
    ) -> Result<Option<(i32, u32)>, (&'static str, Broken)> {
        let EntryColumns { on, tenths, mode, provider, recorded_on, struck_on, .. } = self.columns;
        let on = on.get(row).copied().unwrap_or_default();
        if !is_day(on) {
            return Err(("on", Broken::NoSuchDay));
        }
        let is_struck = struck_on.and_then(|struck_on| struck_on.get(row)).is_some();
        if known_on.is_some() || is_struck {
            let day = day(on).map_err(|how| ("on", how))?;
            match is_held(recorded_on, struck_on, row, day, known_on) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(Why::Broken { column, how }) => return Err((column, how)),
                Err(Why::Refused(_)) => return Ok(None),
            }
        }
        let tenths = tenths.get(row).copied().unwrap_or_default();
        Hours::from_tenths(u64::from(tenths)).map_err(|_| ("tenths", Broken::TooManyHours))?;
        let mode = mode.get(row).copied().unwrap_or(u8::MAX);
        let mode = coded(&StudyMode::ALL, mode).map_err(|how| ("mode", how))?;
        if mode != StudyMode::OnTheJob {
            let provider = provider.and_then(|provider| provider.get(row));
            let provider = named(institutions, provider).map_err(|how| ("provider", how))?;
            let day = day(on).map_err(|how| ("on", how))?;
            if shortcoming(mode, provider, day, listed).is_some() {
                return Ok(None);
            }
        }
        Ok(Some((on, tenths)))
    }
}

/// What of a ledger counts, where that is not all of it.
#[derive(Debug, Default)]
pub(super) struct Apart {
    on: Vec<i32>,
    tenths: Vec<u32>,
}

/// What of a ledger counts: days and tenths, in no order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted<'c> {
    on: &'c [i32],
    tenths: &'c [u32],
}

impl Counted<'_> {
    /// The same kept by day, to be asked often.
    pub(super) fn credits(&self) -> Credits {
        let both = self.on.iter().zip(self.tenths);
        // Each was looked at, and is a day.
        Credits::of_counted(both.map(|(&on, &tenths)| (day(on).unwrap_or(NaiveDate::MIN), u64::from(tenths))))
    }
}

impl Earned for Counted<'_> {
    #[inline]
    fn since(&self, after: NaiveDate, [first, second, third]: [NaiveDate; 3]) -> [Hours; 3] {
        let days = [after, first, second, third].map(number);
        let [before, through @ ..] = if self.on.len() <= ADDED_AT_ONCE {
            added(self.on, self.tenths, days).map(u64::from)
        } else {
            self.added_by_parts(days)
        };
        through.map(|sum| Hours::sum_of_tenths(sum.saturating_sub(before)))
    }
}

impl Counted<'_> {
    #[cold]
    fn added_by_parts(&self, days: [i32; 4]) -> [u64; 4] {
        let mut sums = [0_u64; 4];
        for (on, tenths) in self.on.chunks(ADDED_AT_ONCE).zip(self.tenths.chunks(ADDED_AT_ONCE)) {
            for (sum, added) in sums.iter_mut().zip(added(on, tenths, days)) {
                *sum += u64::from(added);
            }
        }
        sums
    }
}

/// The tenths of no more entries than can be added at once, up to the end of each of some days.
#[inline]
fn added(on: &[i32], tenths: &[u32], days: [i32; 4]) -> [u32; 4] {
    let mut sums = [0_u32; 4];
    for (&on, &tenths) in on.iter().zip(tenths) {
        // Nothing is asked before it is added, so that several sums are added at a time.
        for (sum, day) in sums.iter_mut().zip(days) {
            *sum = sum.wrapping_add(if on <= day { tenths } else { 0 });
        }
    }
    sums
}
