//! The life of a certificate, as rows.

use crate::calendar::date::next_day;
use crate::finding::refused::EventFault;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::standing::Outline;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A row of a timeline: from this day on the outline is another than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Row {
    /// The first day.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub from: NaiveDate,
    /// The outline from that day on.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub outline: Outline,
}

/// The rows of a life, from which those up to any earlier day are taken.
#[derive(Clone, Debug, Default)]
pub(crate) struct Life {
    rows: Vec<Row>,
    /// The day from which there is a refusal instead.
    refusal: Option<(NaiveDate, EventFault)>,
}

impl CertificateFile<'_> {
    /// From the day of the first event held to `until`, a row each time phase, validity or finality changes: just what the
    /// standings say day by day.
    ///
    /// # Errors
    ///
    /// The refusal of an event on any of these days.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::PhaseName;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let rows = file.timeline(day!(2010, 1, 1))?;
    /// let phases: Vec<_> = rows.iter().map(|row| (row.from, row.outline.phase)).collect();
    /// assert_eq!(phases, [
    ///     (day!(2005, 3, 10), PhaseName::InForce),
    ///     (day!(2007, 12, 10), PhaseName::RegistrationDue),
    ///     (day!(2008, 3, 11), PhaseName::Lapsed),
    /// ]);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn timeline(&self, until: NaiveDate) -> Result<Vec<Row>, EventFault> {
        self.life(until).until(until)
    }

    /// All the rows of its life up to a day, and the refusal that ends them.
    pub(crate) fn life(&self, until: NaiveDate) -> Life {
        let mut life = Life::default();
        let context = self.context();
        let mut replay = Replay::new(context);
        let mut next = replay.next_event().map(|(_, event)| event.on);
        while let Some(day) = next.filter(|&day| day <= until) {
            if let Err(refusal) = replay.read_through(day) {
                life.refusal = Some((day, refusal));
                break;
            }
            let as_of = AsOf::new(*replay.certificate(), day, context);
            let outline = as_of.standing().outline();
            if life.rows.last().is_none_or(|row| row.outline != outline) {
                life.rows.push(Row { from: day, outline });
            }
            let by_itself = as_of.outlook().map(|outlook| next_day(outlook.holds_until));
            let by_an_event = replay.next_event().map(|(_, event)| event.on);
            next = by_itself.into_iter().chain(by_an_event).min();
        }
        life
    }
}

impl Life {
    /// The rows up to a day, which is not after the one it was read to.
    ///
    /// # Errors
    ///
    /// The refusal of an event on any of these days.
    pub(crate) fn until(&self, until: NaiveDate) -> Result<Vec<Row>, EventFault> {
        match &self.refusal {
            Some((from, refusal)) if *from <= until => Err(refusal.clone()),
            _ => Ok(self.rows.iter().take_while(|row| row.from <= until).copied().collect()),
        }
    }
}
