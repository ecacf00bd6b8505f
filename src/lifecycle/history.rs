//! A history: what happened to one certificate, and what may be asked of it.

use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::Event;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use alloc::borrow::Cow;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The events of one certificate, in the order in which they were recorded. Nothing is ever taken out of it.
///
/// Whether the events are lawful, or in order, shows when they are read.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::finding::{Code, Mode};
/// use ruankao::lifecycle::{Act, Context, History, PhaseName};
/// use ruankao::regulation::Regulation;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let context = Context::new(&regulation);
/// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10)), Act::Registered.on(day(2008, 1, 20))]);
///
/// // The day before the second event knows nothing of it; on its day it is refused.
/// let before = history.as_of(day(2008, 1, 19), context)?.standing();
/// assert_eq!(before.phase.name(), PhaseName::RegistrationDue);
/// let refusal = history.as_of(day(2008, 1, 20), context).unwrap_err();
/// assert_eq!((refusal.event, refusal.fault.code()), (1, Code::NoApplicationPending));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct History {
    events: Vec<Event>,
}

impl History {
    /// The events, in the order recorded.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Records an event behind the others.
    pub fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Starts reading it.
    #[must_use]
    pub fn replay<'a>(&'a self, context: Context<'a>) -> Replay<'a> {
        Replay {
            unread: &self.events,
            read: 0,
            certificate: Certificate::default(),
            context,
            irregularities: Vec::new(),
        }
    }

    /// The certificate as of a day: read up to the first event dated after that day, and no further.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn as_of<'a>(&self, on: NaiveDate, context: Context<'a>) -> Result<AsOf<'a>, EventFault> {
        Ok(AsOf::new(Cow::Owned(self.certificate(on, context)?), on, context))
    }

    /// The certificate that the events up to `on` leave: up to the first event dated after that day, and no further.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn certificate(&self, on: NaiveDate, context: Context<'_>) -> Result<Certificate, EventFault> {
        let mut replay = self.replay(context);
        replay.read_through(on)?;
        Ok(replay.certificate)
    }

    /// The substantive faults of the whole history, in the context's mode. There are none in strict mode: there each is
    /// a refusal.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn irregularities(&self, context: Context<'_>) -> Result<Vec<EventFault>, EventFault> {
        let mut replay = self.replay(context);
        replay.read_all()?;
        Ok(replay.irregularities)
    }
}

impl From<Vec<Event>> for History {
    fn from(events: Vec<Event>) -> Self {
        Self { events }
    }
}

impl FromIterator<Event> for History {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        Self { events: events.into_iter().collect() }
    }
}

impl Extend<Event> for History {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        self.events.extend(events);
    }
}

/// A history while it is read, event by event.
///
/// After a refusal it stays where it was, before the event that was refused.
#[derive(Clone, Debug)]
pub struct Replay<'a> {
    unread: &'a [Event],
    read: usize,
    certificate: Certificate,
    context: Context<'a>,
    irregularities: Vec<EventFault>,
}

impl<'a> Replay<'a> {
    /// Reads up to the first event dated after `on`.
    ///
    /// # Errors
    ///
    /// The refusal of an event on the way.
    pub fn read_through(&mut self, on: NaiveDate) -> Result<(), EventFault> {
        while self.unread.first().is_some_and(|event| event.on <= on) {
            self.read_next()?;
        }
        Ok(())
    }

    /// Reads all that is left.
    ///
    /// # Errors
    ///
    /// The refusal of an event on the way.
    pub fn read_all(&mut self) -> Result<(), EventFault> {
        while !self.unread.is_empty() {
            self.read_next()?;
        }
        Ok(())
    }

    /// The certificate that the events read so far leave.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The faults that were let stand so far.
    #[must_use]
    pub fn irregularities(&self) -> &[EventFault] {
        &self.irregularities
    }

    /// The next event to be read.
    #[must_use]
    pub const fn next_event(&self) -> Option<&'a Event> {
        self.unread.first()
    }

    /// The certificate as of a day up to which the history was read.
    pub(super) const fn as_of(&self, on: NaiveDate) -> AsOf<'_> {
        AsOf::new(Cow::Borrowed(&self.certificate), on, self.context)
    }

    /// Reads the next event, if there is one.
    pub(crate) fn read_next(&mut self) -> Result<(), EventFault> {
        let Some((event, unread)) = self.unread.split_first() else { return Ok(()) };
        let mut faults = Vec::new();
        let mut scrutiny = Scrutiny::of(self.context.mode, &mut faults);
        let at = |fault| EventFault { event: self.read, fault };
        let certificate = self.certificate.step(event, &self.context, &mut scrutiny).map_err(at)?;
        if !faults.is_empty() {
            self.irregularities.extend(faults.into_iter().map(at));
        }
        (self.certificate, self.unread) = (certificate, unread);
        self.read += 1;
        Ok(())
    }
}
