//! What a day comes to, certificate by certificate.

use crate::education::credits::Credits;
use crate::education::earned::Earned;
use crate::education::ledger::Ledger;
use crate::finding::code::Code;
use crate::finding::scrutiny::Mode;
use crate::finding::verdict::Verdict;
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::context::Facts;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::sensitivity::DayOutcome;
use crate::record::Record;
use crate::registration::application::Application;
use chrono::NaiveDate;
use core::borrow::Borrow;

/// A question asked of many certificates: what a day comes to, under a law.
///
/// It answers as each opened certificate would. What a holder's ledger is worth is worked out where the answer can hang
/// on it and not otherwise: in strict mode, once there was a registration. So a register that was reviewed is surveyed in
/// [`Mode::Recorded`] without ledgers, and nothing is allocated then.
///
/// # Examples
///
/// ```
/// use ruankao::batch::Survey;
/// use ruankao::lifecycle::PhaseName;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let histories = [day!(2005, 3, 10), day!(2006, 3, 10)].map(|on| History::from_iter([Act::Approved.on(on)]));
/// let none = Ledger::default();
/// let survey = Survey::new(&Law::of_2004(), day!(2008, 6, 1));
/// let outcomes: Vec<_> = survey.outcomes(histories.iter().map(|history| (history, &none))).collect();
/// assert_eq!(outcomes, [Ok((PhaseName::Lapsed, false)), Ok((PhaseName::InForce, true))]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    law: Law,
    mode: Mode,
    known_on: Option<NaiveDate>,
    on: NaiveDate,
}

impl Survey {
    /// What a day comes to under a law, the histories read strictly.
    #[must_use]
    pub fn new(law: &Law, on: NaiveDate) -> Self {
        Self { law: law.clone(), mode: Mode::Strict, known_on: None, on }
    }

    /// The same with the histories read in a mode.
    #[must_use]
    pub fn in_mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }

    /// The same as known on a day.
    #[must_use]
    pub fn as_known_on(self, day: NaiveDate) -> Self {
        Self { known_on: Some(day), ..self }
    }

    /// The same under another law.
    #[must_use]
    pub fn under(&self, law: &Law) -> Self {
        Self { law: law.clone(), ..*self }
    }

    pub(crate) const fn law(&self) -> &Law {
        &self.law
    }

    pub(crate) const fn mode(&self) -> Mode {
        self.mode
    }

    pub(crate) const fn known_on(&self) -> Option<NaiveDate> {
        self.known_on
    }

    pub(crate) const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What the day comes to for a certificate.
    ///
    /// # Errors
    ///
    /// The code of the refusal that ended the reading.
    pub fn outcome(&self, history: &History, ledger: &Ledger) -> DayOutcome {
        let read = |earned: &dyn Earned| self.replay(history, earned).outcome(self.on);
        if self.asks_for_hours(history) { self.with_hours(ledger, read) } else { read(Credits::none()) }
    }

    /// What an application comes to on the day: what [`AsOf::assessment`](crate::AsOf::assessment) says of the opened
    /// certificate, at less cost, for nothing is kept. As recorded nothing is allocated but what is found.
    ///
    /// # Errors
    ///
    /// The code of the refusal that ended the reading.
    pub fn assessment(&self, history: &History, ledger: &Ledger, application: &Application) -> Result<Verdict, Code> {
        if self.asks_for_hours(history) {
            return self.with_hours(ledger, |earned| self.assessment_by(history, earned, earned, application));
        }
        let uncounted = ledger.uncounted(self.law.institutions(), self.known_on);
        self.assessment_by(history, Credits::none(), &uncounted, application)
    }

    /// What an application comes to by the hours that the history is read against, and those that it is judged by itself.
    fn assessment_by(
        &self,
        history: &History,
        read_against: &dyn Earned,
        earned: &(impl Earned + ?Sized),
        application: &Application,
    ) -> Result<Verdict, Code> {
        let mut replay = self.replay(history, read_against);
        replay.read_through(self.on).map_err(|refusal| refusal.fault.code())?;
        Ok(replay.certificate().assessment(application, earned, self.on, self.law.regulation()))
    }

    /// What the day comes to for each certificate, in order, as they are asked for.
    pub fn outcomes<'h, I>(&self, certificates: I) -> impl Iterator<Item = DayOutcome>
    where
        I: IntoIterator<Item = (&'h History, &'h Ledger)>,
    {
        certificates.into_iter().map(|(history, ledger)| self.outcome(history, ledger))
    }

    /// What the day comes to for each certificate here and there: under another law, or as known on another day.
    ///
    /// Counted by a [`Tally`](crate::batch::Tally) they say what a change of the law would do.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::batch::{Survey, Tally};
    /// use ruankao::lifecycle::PhaseName;
    /// use ruankao::regulation::Parameters;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let longer = Law::of_2004().with_parameters(Parameters { validity_years: 4, ..Parameters::NOTICES })?;
    /// let here = Survey::new(&Law::of_2004(), day!(2008, 6, 1));
    /// let there = here.under(&longer);
    ///
    /// let approved = [day!(2004, 3, 10), day!(2005, 3, 10), day!(2007, 3, 10)];
    /// let histories = approved.map(|on| History::from_iter([Act::Approved.on(on)]));
    /// let none = Ledger::default();
    /// let certificates = histories.iter().map(|history| (history, &none));
    /// let tally: Tally<_> = here.compared(&there, certificates).collect();
    ///
    /// let (lapsed, in_force) = (Ok((PhaseName::Lapsed, false)), Ok((PhaseName::InForce, true)));
    /// assert_eq!((tally.count(&lapsed, &lapsed), tally.count(&lapsed, &in_force)), (1, 1));
    /// assert_eq!((tally.total(), tally.changed()), (3, 1));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn compared<'h, I>(&self, there: &Self, certificates: I) -> impl Iterator<Item = (DayOutcome, DayOutcome)>
    where
        I: IntoIterator<Item = (&'h History, &'h Ledger)>,
    {
        let both = |(history, ledger)| (self.outcome(history, ledger), there.outcome(history, ledger));
        certificates.into_iter().map(both)
    }

    fn replay<'a>(&'a self, history: &'a History, earned: &'a dyn Earned) -> Replay<'a> {
        Replay::of(history, Facts::new(&self.law, earned), self.mode, self.known_on)
    }

    /// Asks by what of a ledger counts.
    fn with_hours<T>(&self, ledger: &Ledger, ask: impl FnOnce(&dyn Earned) -> T) -> T {
        let institutions = self.law.institutions();
        match ledger.in_order(institutions, self.known_on) {
            Some(in_order) => ask(&in_order),
            None => ask(&ledger.credits(institutions, self.known_on)),
        }
    }

    /// Whether the hours of the ledger can matter: where a registration is held against its conditions.
    fn asks_for_hours(&self, history: &History) -> bool {
        let is_registration = |record: &Record<Event>| matches!(record.what().act, Act::Registered(_));
        self.mode == Mode::Strict && history.records().iter().any(is_registration)
    }
}

/// What a day comes to for each opened certificate, in order, as they are asked for.
///
/// # Examples
///
/// ```
/// use ruankao::batch::outcomes;
/// use ruankao::lifecycle::PhaseName;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let files = [Law::of_2004().open(history, Ledger::default())];
/// let outcomes: Vec<_> = outcomes(&files, day!(2008, 3, 11)).collect();
/// assert_eq!(outcomes, [Ok((PhaseName::Lapsed, false))]);
/// ```
pub fn outcomes<'a, I>(files: I, on: NaiveDate) -> impl Iterator<Item = DayOutcome>
where
    I: IntoIterator<Item: Borrow<CertificateFile<'a>>>,
{
    files.into_iter().map(move |file| file.borrow().outcome(on))
}
