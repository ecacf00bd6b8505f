//! The history of a body, and what is read from it.

use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::identity::body::{BodyId, Listing};
use crate::oversight::accreditation::Accreditation;
use crate::oversight::event::AccreditationEvent;
use crate::oversight::kind::Kind;
#[cfg(feature = "conformance")]
use crate::oversight::service_record::ServiceRecord;
use crate::oversight::standing::{Row, Standing};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The events of a body of one kind, in the order in which they were recorded.
///
/// Events are added behind the others and never changed. What stands against one is said when the history is read; a
/// question about a day reads up to the first event dated after that day, and no further.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::{AccreditationHistory, Act, Phase, Rectification, Review};
/// use ruankao::{Mode, day};
///
/// let mut history: AccreditationHistory<_> =
///     [Act::PROPOSED.on(day!(2005, 1, 10)), Act::Approved.on(day!(2005, 2, 1))].into_iter().collect();
/// history.record(Act::Reviewed(Review::Failed { rectify_by: day!(2007, 9, 30) }).on(day!(2007, 6, 1)));
///
/// let standing = history.standing(day!(2007, 10, 1), Mode::Strict)?;
/// assert_eq!((standing.phase(), standing.may_act(), standing.is_overdue()), (Phase::Rectifying, true, true));
/// assert!(standing.reviews_missing().eq([2006]));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccreditationHistory<K: Kind> {
    events: Vec<AccreditationEvent<K>>,
}

impl<K: Kind> AccreditationHistory<K> {
    /// A history in which nothing has happened yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { events: Vec::new() }
    }

    /// The events, in their order.
    #[must_use]
    pub fn events(&self) -> &[AccreditationEvent<K>] {
        &self.events
    }

    /// Adds an event behind the others.
    pub fn record(&mut self, event: AccreditationEvent<K>) {
        self.events.push(event);
    }

    /// The state in which the events dated up to `on` leave the body, and the irregularities among them.
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn replay(&self, on: NaiveDate, mode: Mode) -> Result<(Accreditation<K>, Vec<EventFault>), EventFault> {
        self.read(on, mode, |_, _| {})
    }

    /// Where the body stands on a day.
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn standing(&self, on: NaiveDate, mode: Mode) -> Result<Standing, EventFault> {
        let (state, irregularities) = self.replay(on, mode)?;
        Ok(Standing::of(state, on, irregularities))
    }

    /// From the first event's day up to `until`: a row each time phase or permission to act change, as the standing would
    /// say day by day. None where there is no event up to then.
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn timeline(&self, until: NaiveDate, mode: Mode) -> Result<Vec<Row>, EventFault> {
        let mut rows: Vec<Row> = Vec::new();
        self.read(until, mode, |from, state| {
            // The last event of a day decides the day.
            if rows.last().is_some_and(|row| row.from == from) {
                rows.pop();
            }
            let row = Row { from, phase: state.phase(), may_act: state.may_act() };
            if rows.last().is_none_or(|last| (last.phase, last.may_act) != (row.phase, row.may_act)) {
                rows.push(row);
            }
        })?;
        Ok(rows)
    }

    /// The time for which the body may act, as a register lists it: from the day it began to the day it was withdrawn,
    /// whatever was declined before. None where it never began.
    ///
    /// # Errors
    ///
    /// The event that is refused, with what stands against it.
    pub fn listing(&self, id: impl Into<BodyId>, mode: Mode) -> Result<Option<Listing>, EventFault> {
        let (since, withdrawn_on) = match self.replay(NaiveDate::MAX, mode)?.0 {
            Accreditation::Accredited(state) => (state.since(), None),
            Accreditation::Rectifying(state) => (state.since(), None),
            Accreditation::Withdrawn(state) => (state.since(), Some(state.on())),
            Accreditation::Unknown
            | Accreditation::Opened(_)
            | Accreditation::Declined(_)
            | Accreditation::AwaitingFiling(_) => return Ok(None),
        };
        // Events are in order, so a withdrawal never comes before the day on which it began.
        Ok(Listing::between(id, since, withdrawn_on).ok())
    }

    /// Reads all of it, for where the body stood on any day.
    #[cfg(feature = "conformance")]
    pub(crate) fn service_record(&self, mode: Mode) -> ServiceRecord {
        let mut record = ServiceRecord::default();
        let (mut state, mut faults) = (Accreditation::Unknown, Vec::new());
        let mut last: Option<NaiveDate> = None;
        for (index, event) in self.events.iter().enumerate() {
            let from = last.map_or(event.on, |last| last.max(event.on));
            #[cfg(test)]
            crate::finding::steps::count();
            match state.apply(event, mode, &mut faults) {
                Ok(next) => state = next,
                Err(refused) => {
                    record.refused(from, EventFault { event: index, fault: refused.fault });
                    break;
                }
            }
            last = Some(event.on);
            record.stood(
                Standing::of(state.clone(), event.on, Vec::new()),
                faults.drain(..).map(|fault| EventFault { event: index, fault }),
            );
        }
        record
    }

    fn read(
        &self,
        on: NaiveDate,
        mode: Mode,
        mut seen: impl FnMut(NaiveDate, &Accreditation<K>),
    ) -> Result<(Accreditation<K>, Vec<EventFault>), EventFault> {
        let (mut state, mut irregularities) = (Accreditation::Unknown, Vec::new());
        for (index, event) in self.events.iter().enumerate().take_while(|(_, event)| event.on <= on) {
            let placed = |fault| EventFault { event: index, fault };
            let mut faults = Vec::new();
            state = state.apply(event, mode, &mut faults).map_err(|refused| placed(refused.fault))?;
            irregularities.extend(faults.into_iter().map(placed));
            seen(event.on, &state);
        }
        Ok((state, irregularities))
    }
}

impl<K: Kind> Default for AccreditationHistory<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Kind> From<Vec<AccreditationEvent<K>>> for AccreditationHistory<K> {
    fn from(events: Vec<AccreditationEvent<K>>) -> Self {
        Self { events }
    }
}

impl<K: Kind> FromIterator<AccreditationEvent<K>> for AccreditationHistory<K> {
    fn from_iter<I: IntoIterator<Item = AccreditationEvent<K>>>(events: I) -> Self {
        Self { events: events.into_iter().collect() }
    }
}
