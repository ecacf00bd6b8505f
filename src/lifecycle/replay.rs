//! Reading a history, event by event.

use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::{AsDecided, Audit, Mode, Scrutiny, Strict};
use crate::lifecycle::act::Event;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::{Context, Facts};
use crate::lifecycle::history::History;
use crate::lifecycle::renewal::Renewal;
use crate::record::Record;
use crate::regulation::rules::Regulation;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A history while it is read, event by event. What the register does not hold is passed over as if it were not there.
///
/// After a refusal it stays where it was, before the event that was refused.
#[derive(Clone, Debug)]
pub(crate) struct Replay<'a> {
    records: &'a [Record<Event>],
    /// The place of the next record to be read.
    place: usize,
    certificate: Certificate,
    facts: Facts<'a>,
    mode: Mode,
    known_on: Option<NaiveDate>,
}

impl<'a> Replay<'a> {
    /// Starts reading.
    pub(crate) fn new(context: Context<'a>) -> Self {
        Self::of(context.history, context.facts(), context.mode, context.known_on)
    }

    /// The same of a history that is read against something else than what is kept of a ledger.
    #[inline]
    pub(crate) fn of(history: &'a History, facts: Facts<'a>, mode: Mode, known_on: Option<NaiveDate>) -> Self {
        Self { records: history.records(), place: 0, certificate: Certificate::default(), facts, mode, known_on }
    }

    /// The place of the next record to be read.
    #[cfg(feature = "conformance")]
    pub(crate) const fn place(&self) -> usize {
        self.place
    }

    /// The regulation it is read under.
    pub(crate) const fn regulation(&self) -> &'a Regulation {
        self.facts.regulation()
    }

    /// The certificate that the events read so far leave.
    pub(crate) const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The next event that the register holds, and its place.
    pub(crate) fn next_event(&self) -> Option<(usize, &'a Event)> {
        let unread = self.records.iter().enumerate().skip(self.place);
        let mut held = unread.filter(|(_, record)| record.is_held(self.known_on));
        held.next().map(|(place, record)| (place, record.what()))
    }

    /// Reads up to the first event dated after `on`.
    ///
    /// # Errors
    ///
    /// The refusal of an event on the way.
    pub(crate) fn read_through(&mut self, on: NaiveDate) -> Result<(), EventFault> {
        // A substantive fault changes no state, so an audit reads what was decided; its faults are worked out when asked
        // for.
        match self.mode {
            Mode::Strict => self.read_up_to(on, &mut Strict),
            Mode::Audit | Mode::Recorded => self.read_up_to(on, &mut AsDecided),
        }
    }

    /// Reads all that is left, and keeps the substantive faults that the mode lets stand.
    ///
    /// # Errors
    ///
    /// The refusal of an event on the way.
    pub(crate) fn irregularities(mut self) -> Result<Vec<EventFault>, EventFault> {
        let mut irregularities = Vec::new();
        match self.mode {
            Mode::Strict => self.read_up_to(NaiveDate::MAX, &mut Strict)?,
            Mode::Recorded => self.read_up_to(NaiveDate::MAX, &mut AsDecided)?,
            Mode::Audit => {
                while let Some((event, _)) = self.next_event() {
                    let faults = self.audit_next()?;
                    irregularities.extend(faults.into_iter().map(|fault| EventFault { event, fault }));
                }
            }
        }
        Ok(irregularities)
    }

    /// Reads the next event, if there is one, and keeps what it was done without.
    ///
    /// # Errors
    ///
    /// Its refusal.
    pub(crate) fn audit_next(&mut self) -> Result<Vec<Fault>, EventFault> {
        let mut faults = Vec::new();
        if let Some((place, event)) = self.next_event() {
            #[cfg(test)]
            crate::finding::steps::count();
            let read = self.certificate.advance(event.on, &event.act, &self.facts, &mut Audit(&mut faults));
            read.map_err(|fault| EventFault { event: place, fault })?;
            self.place = place + 1;
        }
        Ok(faults)
    }

    /// What an event makes of a certificate in a mode; what an audit lets stand is not kept.
    ///
    /// # Errors
    ///
    /// What stands against it.
    pub(crate) fn step(
        certificate: &Certificate,
        event: &Event,
        facts: Facts<'_>,
        mode: Mode,
    ) -> Result<Certificate, Fault> {
        match mode {
            Mode::Strict => certificate.step(event, facts, &mut Strict),
            Mode::Audit | Mode::Recorded => certificate.step(event, facts, &mut AsDecided),
        }
    }

    /// Reads what is dated up to a day. The place is kept where the reading ends, and nowhere on the way.
    fn read_up_to(&mut self, on: NaiveDate, scrutiny: &mut impl Scrutiny) -> Result<(), EventFault> {
        let Self { records, place, certificate, facts, known_on, mode: _ } = self;
        let (known_on, in_time) = (*known_on, Renewal::in_time(facts.regulation()));
        let mut unread = records.get(*place..).unwrap_or_default();
        while let [record, later @ ..] = unread {
            if let Some(renewal) = Renewal::begins(unread, known_on)
                && renewal.registered_on <= on
                && certificate.renewable().is_some_and(|between| Renewal::is_within(&renewal.days(), between, in_time))
                && certificate.renew(renewal, facts, scrutiny)
            {
                #[cfg(test)]
                (0..Renewal::ACTS).for_each(|_| crate::finding::steps::count());
                unread = unread.get(Renewal::ACTS..).unwrap_or_default();
                continue;
            }
            if !record.is_held(known_on) {
                unread = later;
                continue;
            }
            let event = record.what();
            if event.on > on {
                *place = records.len() - unread.len();
                return Ok(());
            }
            #[cfg(test)]
            crate::finding::steps::count();
            if let Err(fault) = certificate.advance(event.on, &event.act, facts, scrutiny) {
                *place = records.len() - unread.len();
                return Err(EventFault { event: *place, fault });
            }
            unread = later;
        }
        *place = records.len();
        Ok(())
    }
}

impl Context<'_> {
    /// The certificate as the events up to `on` leave it: up to the first event dated after that day, and no further.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub(crate) fn certificate(self, on: NaiveDate) -> Result<Certificate, EventFault> {
        let mut replay = Replay::new(self);
        replay.read_through(on)?;
        Ok(replay.certificate)
    }
}
