//! Histories in columns.

use crate::columns::column::{Column, check_length, check_offsets, cut, span};
use crate::columns::days::day;
use crate::columns::error::ColumnsError;
use crate::columns::names::is_held;
use crate::columns::unread::Why;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::ActName;
use crate::lifecycle::advance::Lent;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use chrono::NaiveDate;
use core::ops::Range;

/// Events in columns, a row each, as whoever has them lends them: certificate by certificate, those of each in their order.
///
/// Days are counted from 1970-01-01, and lie between 1900 and 2999. What only some acts carry is null with the others, and a
/// column that is left out (`None`) is null throughout.
///
/// | column | of which acts |
/// | --- | --- |
/// | `recorded_on`, `struck_on` | any; null where recorded on its own day, and where not struck |
/// | `flags` | an acceptance; a request for deferral, an extension, a cancellation for fraud, a registration where set: [`Flags`](crate::columns::Flags) |
/// | `ground` | a request for deferral and an extension: the place in [`Ground::ALL`](crate::ground::Ground::ALL); a cancellation: that in [`RevocationGround::ALL`](crate::revocation::RevocationGround::ALL) |
/// | `until` | a request for deferral, an extension |
/// | `arose_on` | an extension |
/// | `left_on`, `returned_on` | a cancellation for leaving the post; `returned_on` where the holder returned |
/// | `outcome` | the decision of an appeal: the place in [`Outcome::ALL`](crate::appeal::Outcome::ALL) |
/// | `agency` | a filing, an acceptance, a registration, where it is named: the place in `names` |
/// | `absences` | a request for deferral, an extension: the days away, a list a row |
///
/// [`HistoryRows`](crate::columns::HistoryRows) shows by example what a history comes to.
#[derive(Clone, Copy, Debug)]
pub struct EventColumns<'a> {
    /// For each certificate the row of its first event, and at last the end of all.
    pub offsets: &'a [i32],
    /// The act: its place in [`ActName::ALL`](crate::lifecycle::ActName::ALL).
    pub act: &'a [u8],
    /// Its day.
    pub on: &'a [i32],
    /// The day on which it was recorded.
    pub recorded_on: Option<Column<'a, i32>>,
    /// The day on which its record was struck.
    pub struck_on: Option<Column<'a, i32>>,
    /// What it says by yes or no.
    pub flags: Option<Column<'a, u16>>,
    /// The ground.
    pub ground: Option<Column<'a, u8>>,
    /// The day until which.
    pub until: Option<Column<'a, i32>>,
    /// The day the ground arose.
    pub arose_on: Option<Column<'a, i32>>,
    /// The day the post was left.
    pub left_on: Option<Column<'a, i32>>,
    /// The day of the return to it.
    pub returned_on: Option<Column<'a, i32>>,
    /// What was decided on an appeal.
    pub outcome: Option<Column<'a, u8>>,
    /// The agency.
    pub agency: Option<Column<'a, i32>>,
    /// The names of the agencies.
    pub names: &'a [&'a str],
    /// The days away.
    pub absences: Option<AbsenceColumns<'a>>,
}

/// Days away in columns: for each event a list of closed periods.
#[derive(Clone, Copy, Debug)]
pub struct AbsenceColumns<'a> {
    /// For each event the row of its first period, and at last the end of all.
    pub offsets: &'a [i32],
    /// The first day of each period.
    pub from: &'a [i32],
    /// Its last day.
    pub to: &'a [i32],
}

impl<'a> EventColumns<'a> {
    /// Acts on their days, with nothing that only some acts carry.
    #[must_use]
    pub const fn new(offsets: &'a [i32], act: &'a [u8], on: &'a [i32]) -> Self {
        Self {
            offsets,
            act,
            on,
            recorded_on: None,
            struck_on: None,
            flags: None,
            ground: None,
            until: None,
            arose_on: None,
            left_on: None,
            returned_on: None,
            outcome: None,
            agency: None,
            names: &[],
            absences: None,
        }
    }
}

/// Histories in columns that belong together: the offsets never fall, and each column has a row an event.
///
/// What a row says is looked at when it is read.
///
/// # Examples
///
/// ```
/// use ruankao::columns::{ColumnsError, EventColumns, Histories};
///
/// let histories = Histories::new(EventColumns::new(&[0, 1, 1], &[0], &[12_852]))?;
/// assert_eq!(histories.len(), 2);
///
/// let beyond = Histories::new(EventColumns::new(&[0, 2], &[0], &[12_852])).unwrap_err();
/// assert_eq!(beyond, ColumnsError::OffsetBeyond { column: "offsets", offset: 2, rows: 1 });
/// # Ok::<(), ColumnsError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Histories<'a> {
    pub(super) columns: EventColumns<'a>,
}

/// The rows of a certificate from one on: the codes of their acts, and the numbers of their days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rows<'a> {
    pub(super) codes: &'a [u8],
    pub(super) on: &'a [i32],
    /// The place of the first among the rows of all.
    pub(super) first: usize,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) code: u8,
    /// Of its day.
    pub(super) number: i32,
    /// Its place among the rows of all.
    pub(super) at: usize,
}

impl Rows<'_> {
    /// The first of them, and those behind it.
    #[inline(always)]
    pub(super) const fn split_first(self) -> Option<(Row, Self)> {
        let ([code, codes @ ..], [number, on @ ..]) = (self.codes, self.on) else { return None };
        let row = Row { code: *code, number: *number, at: self.first };
        Some((row, Self { codes, on, first: self.first + 1 }))
    }
}

impl<'a> Histories<'a> {
    /// Looks whether columns belong together.
    ///
    /// # Errors
    ///
    /// The first [`ColumnsError`]: a column that is shorter than the others, an offset that falls.
    pub fn new(columns: EventColumns<'a>) -> Result<Self, ColumnsError> {
        let rows = columns.on.len();
        check_offsets("offsets", columns.offsets, rows)?;
        check_length("act", columns.act.len(), rows)?;
        let EventColumns { recorded_on, struck_on, until, arose_on, left_on, returned_on, agency, .. } = columns;
        let days = [
            ("recorded_on", recorded_on),
            ("struck_on", struck_on),
            ("until", until),
            ("arose_on", arose_on),
            ("left_on", left_on),
            ("returned_on", returned_on),
            ("agency", agency),
        ];
        let checked = |(name, column): (_, Option<Column<'_, i32>>)| column.map_or(Ok(()), |it| it.check(name, rows));
        days.into_iter().try_for_each(checked)?;
        for (name, column) in [("ground", columns.ground), ("outcome", columns.outcome)] {
            column.map_or(Ok(()), |it| it.check(name, rows))?;
        }
        columns.flags.map_or(Ok(()), |it| it.check("flags", rows))?;
        if let Some(AbsenceColumns { offsets, from, to }) = columns.absences {
            check_length("absences.offsets", offsets.len(), rows.saturating_add(1))?;
            check_offsets("absences.offsets", offsets, from.len())?;
            check_length("absences.to", to.len(), from.len())?;
        }
        Ok(Self { columns })
    }

    /// Columns that were gathered together.
    pub(super) const fn gathered(columns: EventColumns<'a>) -> Self {
        Self { columns }
    }

    /// How many certificates there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.columns.offsets.len().saturating_sub(1)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of the certificates, by their places; what is beyond the last is left out.
    #[must_use]
    pub fn slice(self, certificates: Range<usize>) -> Self {
        let offsets = cut(self.columns.offsets, certificates);
        Self { columns: EventColumns { offsets, ..self.columns } }
    }

    /// The rows of a certificate.
    #[inline]
    pub(super) fn rows(&self, certificate: usize) -> Range<usize> {
        span(self.columns.offsets, certificate)
    }

    /// The same, to be read one after the other.
    #[inline(always)]
    pub(super) fn unread(&self, certificate: usize) -> Rows<'a> {
        let rows = self.rows(certificate);
        match (self.columns.act.get(rows.clone()), self.columns.on.get(rows.clone())) {
            (Some(codes), Some(on)) => Rows { codes, on, first: rows.start },
            _ => Rows { codes: &[], on: &[], first: rows.start },
        }
    }

    /// The day of a number in the column of days.
    #[inline(always)]
    pub(super) fn on(number: i32) -> Result<NaiveDate, Why> {
        day(number).map_err(|how| Why::Broken { column: "on", how })
    }

    /// Whether there can be rows that the register does not hold: some are struck, or it is read as known on a day.
    pub(super) const fn is_marked(&self, known_on: Option<NaiveDate>) -> bool {
        known_on.is_some() || self.columns.struck_on.is_some()
    }

    /// Whether the register holds a row.
    #[inline(never)]
    pub(super) fn is_held(&self, row: usize, on: NaiveDate, known_on: Option<NaiveDate>) -> Result<bool, Why> {
        is_held(self.columns.recorded_on, self.columns.struck_on, row, on, known_on)
    }

    /// Reads a row that carries something in particular; with its absences, where they are looked at, or may not be sound.
    #[inline(never)]
    pub(super) fn read_row(
        &self,
        row: usize,
        on: NaiveDate,
        with_absences: bool,
        certificate: &mut Certificate,
        facts: &Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Why> {
        let read = match self.name(row)? {
            ActName::DeferralRequested => {
                certificate.advance_by(on, Lent::Request(&self.request(row, with_absences)?), facts, scrutiny)
            }
            ActName::ExtensionGranted => {
                certificate.advance_by(on, Lent::Grant(&self.grant(row, with_absences)?), facts, scrutiny)
            }
            _ => certificate.advance(on, &self.act(row, facts.law.agencies().is_some())?, facts, scrutiny),
        };
        read.map_err(|fault| Why::Refused(fault.code()))
    }
}
