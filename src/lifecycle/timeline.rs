//! The life of a certificate, as rows.

use crate::calendar::date::next_day;
use crate::finding::refused::EventFault;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::standing::Outline;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A row of a timeline: from this day on the outline is another than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Row {
    /// The first day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub from: NaiveDate,
    /// The outline from that day on.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub outline: Outline,
}

impl History {
    /// From the day of the first event to `until`, a row each time phase, validity or finality changes: just what the
    /// standings say day by day.
    ///
    /// # Errors
    ///
    /// The refusal of an event on any of these days.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::{Act, Context, History, PhaseName};
    /// use ruankao::regulation::Regulation;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    /// let rows = history.timeline(day(2010, 1, 1), Context::new(&regulation))?;
    /// let phases: Vec<_> = rows.iter().map(|row| (row.from, row.outline.phase)).collect();
    /// assert_eq!(phases, [
    ///     (day(2005, 3, 10), PhaseName::InForce),
    ///     (day(2007, 12, 10), PhaseName::RegistrationDue),
    ///     (day(2008, 3, 11), PhaseName::Lapsed),
    /// ]);
    /// # Ok::<(), ruankao::finding::EventFault>(())
    /// ```
    pub fn timeline(&self, until: NaiveDate, context: Context<'_>) -> Result<Vec<Row>, EventFault> {
        let mut rows: Vec<Row> = Vec::new();
        let mut replay = self.replay(context);
        let mut next = replay.next_event().map(|event| event.on);
        while let Some(day) = next.filter(|&day| day <= until) {
            replay.read_through(day)?;
            let as_of = replay.as_of(day);
            let outline = as_of.standing().outline();
            if rows.last().is_none_or(|row| row.outline != outline) {
                rows.push(Row { from: day, outline });
            }
            let by_itself = as_of.outlook().map(|outlook| next_day(outlook.holds_until));
            let by_an_event = replay.next_event().map(|event| event.on);
            next = by_itself.into_iter().chain(by_an_event).min();
        }
        Ok(rows)
    }
}
