//! An opened certificate: its history and its holder's ledger, bound to the law they are read under.

use crate::education::credits::{Counted, Credits};
use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::Event;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::at::Hands;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::{Context, Facts};
use crate::lifecycle::history::History;
use crate::lifecycle::replay::Replay;
use crate::record::{Record, RecordError};
use alloc::borrow::Cow;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A certificate opened under a law: its history and its holder's ledger, and what is derived of them.
///
/// What it is asked is always answered by this law, this history and this ledger: nothing of them can be put together
/// otherwise. Opening one with n events and m entries costs n + m log m; a question about a day from the last event on
/// costs nothing that grows, one about an earlier day reads the events again.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::PhaseName;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
///
/// let last_day = file.on(day!(2008, 3, 10))?;
/// assert!(last_day.standing().in_force);
/// let after = file.on(day!(2008, 3, 11))?;
/// assert_eq!(after.standing().phase.name(), PhaseName::Lapsed);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct CertificateFile<'a> {
    law: Law,
    mode: Mode,
    known_on: Option<NaiveDate>,
    history: Cow<'a, History>,
    ledger: Cow<'a, Ledger>,
    credits: Counted,
    /// What the events leave, up to the first that is refused.
    certificate: Certificate,
    refusal: Option<EventFault>,
}

/// An opened certificate as it was known on a day: asked like any other, and never acted on.
#[derive(Clone, Debug)]
pub struct AsKnown<'a>(CertificateFile<'a>);

impl Law {
    /// Opens a certificate: its history is read strictly, each act refused that was done without its conditions.
    #[must_use]
    pub fn open<'a>(
        &self,
        history: impl Into<Cow<'a, History>>,
        ledger: impl Into<Cow<'a, Ledger>>,
    ) -> CertificateFile<'a> {
        self.open_in(Mode::Strict, history, ledger)
    }

    /// Opens a certificate whose history is read in a mode: strictly, as an audit, or as recorded.
    #[must_use]
    pub fn open_in<'a>(
        &self,
        mode: Mode,
        history: impl Into<Cow<'a, History>>,
        ledger: impl Into<Cow<'a, Ledger>>,
    ) -> CertificateFile<'a> {
        let ledger = ledger.into();
        let credits = self.count(&ledger, None);
        CertificateFile::read(self.clone(), mode, None, history.into(), ledger, credits)
    }

    /// What of a ledger counts: worked out once, however many certificates it serves.
    pub(crate) fn count(&self, ledger: &Ledger, known_on: Option<NaiveDate>) -> Credits {
        ledger.credits(self.institutions(), known_on)
    }

    /// Opens one of several certificates that a ledger serves, with what was counted of it.
    pub(crate) fn open_counted<'a>(
        &self,
        mode: Mode,
        history: &'a History,
        ledger: &'a Ledger,
        credits: impl Into<Counted>,
    ) -> CertificateFile<'a> {
        CertificateFile::read(self.clone(), mode, None, history.into(), ledger.into(), credits)
    }
}

impl<'a> CertificateFile<'a> {
    /// Opens a certificate as known on a day, or now (`None`).
    pub(crate) fn read(
        law: Law,
        mode: Mode,
        known_on: Option<NaiveDate>,
        history: Cow<'a, History>,
        ledger: Cow<'a, Ledger>,
        credits: impl Into<Counted>,
    ) -> Self {
        let (certificate, refusal) = (Certificate::default(), None);
        let credits = credits.into();
        let mut file = Self { law, mode, known_on, history, ledger, credits, certificate, refusal };
        file.read_again();
        file
    }

    /// Reads the history from its beginning.
    fn read_again(&mut self) {
        let mut replay = Replay::new(self.context());
        let refusal = replay.read_through(NaiveDate::MAX).err();
        (self.certificate, self.refusal) = (*replay.certificate(), refusal);
    }

    #[inline]
    pub(crate) fn facts(&self) -> Facts<'_> {
        Facts::new(&self.law, &*self.credits)
    }

    #[inline]
    pub(crate) fn context(&self) -> Context<'_> {
        let Self { mode, known_on, .. } = *self;
        Context {
            law: &self.law,
            regulation: self.law.regulation(),
            credits: &self.credits,
            history: &self.history,
            ledger: &self.ledger,
            mode,
            known_on,
        }
    }

    /// The law it is read under.
    #[must_use]
    pub const fn law(&self) -> &Law {
        &self.law
    }

    /// How its history is read.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// The day as known on which it is read; `None` for now.
    #[must_use]
    pub const fn known_on(&self) -> Option<NaiveDate> {
        self.known_on
    }

    /// Its history.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Its holder's ledger.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The certificate as its events leave it, up to the first that is refused.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The refusal that ends the reading of its history, if one does.
    #[must_use]
    pub const fn refusal(&self) -> Option<&EventFault> {
        self.refusal.as_ref()
    }

    /// The certificate as of a day: read up to the first event dated after that day, and no further.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused by then.
    #[inline(always)]
    pub fn on(&self, day: NaiveDate) -> Result<AsOf<'_>, EventFault> {
        let earlier;
        let certificate = if self.refusal.is_none() && self.certificate.last_event().is_none_or(|last| last <= day) {
            &self.certificate
        } else {
            earlier = self.read_on(day)?;
            &earlier
        };
        Ok(AsOf::new(*certificate, day, self.context()))
    }

    /// The certificate where an event is dated later, or refused.
    #[inline(never)]
    fn read_on(&self, day: NaiveDate) -> Result<Certificate, EventFault> {
        match &self.refusal {
            _ if self.certificate.last_event().is_some_and(|last| day < last) => self.context().certificate(day),
            Some(refusal) if self.is_refused_by(refusal, day) => Err(refusal.clone()),
            _ => Ok(self.certificate),
        }
    }

    fn is_refused_by(&self, refusal: &EventFault, day: NaiveDate) -> bool {
        self.history.records().get(refusal.event).is_some_and(|record| record.what().on <= day)
    }

    /// The substantive faults of the whole history, in the order of its events: in an audit all of them; none where it is
    /// read strictly, since each is a refusal, or as recorded, since none is looked for.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn irregularities(&self) -> Result<Vec<EventFault>, EventFault> {
        Replay::new(self.context()).irregularities()
    }

    /// The same certificate as it was known on a day: without what was recorded after it or struck by its end.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::Revocation;
    /// use ruankao::{Act, History, Law, Ledger, Record, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let mut file = Law::of_2004().open(history, Ledger::default());
    /// // Cancelled on 2006-05-08, and recorded on 2006-07-03.
    /// let cancelled = Act::Cancelled(Revocation::MajorLoss).on(day!(2006, 5, 8));
    /// file.record(Record::from(cancelled).recorded_on(day!(2006, 7, 3))?)?;
    ///
    /// let on = day!(2006, 6, 1);
    /// assert!(!file.on(on)?.standing().in_force);
    /// assert!(file.as_known_on(day!(2006, 7, 2)).on(on)?.standing().in_force);
    /// assert!(!file.as_known_on(day!(2006, 7, 3)).on(on)?.standing().in_force);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn as_known_on(&self, day: NaiveDate) -> AsKnown<'_> {
        let (history, ledger) = (Cow::Borrowed(self.history()), Cow::Borrowed(self.ledger()));
        let credits = self.law.count(&ledger, Some(day));
        AsKnown(CertificateFile::read(self.law.clone(), self.mode, Some(day), history, ledger, credits))
    }

    /// The same certificate under another law, or in another mode.
    #[must_use]
    pub fn under(&self, law: &Law, mode: Mode) -> CertificateFile<'_> {
        let (history, ledger) = (Cow::Borrowed(self.history()), Cow::Borrowed(self.ledger()));
        let credits = law.count(&ledger, self.known_on);
        CertificateFile::read(law.clone(), mode, self.known_on, history, ledger, credits)
    }

    /// The file, taken in hand to act on.
    pub(super) fn hands(&mut self) -> Hands<'_> {
        let facts = Facts::new(&self.law, &*self.credits);
        Hands { facts, ledger: &self.ledger, history: self.history.to_mut(), certificate: &mut self.certificate }
    }

    /// Records an event behind the others and reads it, in the mode of the file; the certificate as of the event's day.
    /// Costs the one step.
    ///
    /// # Errors
    ///
    /// Its refusal, or the one that ended the reading before; the file is then as it was.
    pub fn record(&mut self, record: impl Into<Record<Event>>) -> Result<AsOf<'_>, EventFault> {
        self.record_in(self.mode, record)
    }

    /// Records an event behind the others and reads it in a mode of its own: an act that is to be lawful today, say, behind
    /// decisions of old that are taken as recorded.
    ///
    /// The mode is that of the one step. Whoever opens the history again reads the whole of it in one mode.
    ///
    /// # Errors
    ///
    /// Its refusal, or the one that ended the reading before; the file is then as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, Code, History, Law, Ledger, Mode, day};
    ///
    /// let history = History::from_iter([
    ///     Act::Approved.on(day!(2005, 3, 10)),
    ///     Act::ApplicationFiled(Default::default()).on(day!(2007, 12, 11)),
    /// ]);
    /// let mut file = Law::of_2004().open_in(Mode::Recorded, history, Ledger::default());
    /// let cancelled = Act::Cancelled(ruankao::revocation::Revocation::Fraud { verified_by_province: false });
    /// let refusal = file.record_in(Mode::Strict, cancelled.on(day!(2008, 1, 15))).unwrap_err();
    /// assert_eq!(refusal.fault.code(), Code::VerificationMissing);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn record_in(&mut self, mode: Mode, record: impl Into<Record<Event>>) -> Result<AsOf<'_>, EventFault> {
        let record = record.into();
        if let Some(refusal) = &self.refusal {
            return Err(refusal.clone());
        }
        let on = record.what().on;
        if record.is_held(self.known_on) {
            let place = self.history.records().len();
            let step = Replay::step(&self.certificate, record.what(), self.facts(), mode);
            self.certificate = step.map_err(|fault| EventFault { event: place, fault })?;
        }
        self.history.to_mut().record(record);
        self.on(on)
    }

    /// Strikes the record of an event as wrong, and reads the history again without it. Costs as much as opening the
    /// certificate.
    ///
    /// # Errors
    ///
    /// [`RecordError`] for a day before it was recorded.
    pub fn strike(&mut self, event: usize, struck_on: NaiveDate) -> Result<(), RecordError> {
        self.history.to_mut().strike(event, struck_on)?;
        self.read_again();
        Ok(())
    }

    /// Records an entry in the holder's ledger. Costs as much as opening the certificate.
    pub fn record_study(&mut self, record: impl Into<Record<Entry>>) {
        self.ledger.to_mut().record(record);
        self.count_again();
    }

    /// Strikes the record of an entry as wrong. Costs as much as opening the certificate.
    ///
    /// # Errors
    ///
    /// [`RecordError`] for a day before it was recorded.
    pub fn strike_study(&mut self, entry: usize, struck_on: NaiveDate) -> Result<(), RecordError> {
        self.ledger.to_mut().strike(entry, struck_on)?;
        self.count_again();
        Ok(())
    }

    fn count_again(&mut self) {
        self.credits = self.law.count(&self.ledger, self.known_on).into();
        self.read_again();
    }

    /// The history and the ledger, the file closed.
    #[must_use]
    pub fn close(self) -> (History, Ledger) {
        (self.history.into_owned(), self.ledger.into_owned())
    }
}

impl<'a> core::ops::Deref for AsKnown<'a> {
    type Target = CertificateFile<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl From<History> for Cow<'_, History> {
    fn from(history: History) -> Self {
        Self::Owned(history)
    }
}

impl<'a> From<&'a History> for Cow<'a, History> {
    fn from(history: &'a History) -> Self {
        Self::Borrowed(history)
    }
}
