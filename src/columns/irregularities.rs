//! Irregularities in columns.

use crate::batch::survey::Survey;
use crate::columns::batch::Batch;
use crate::columns::column::span;
use crate::columns::reading::Reading;
use crate::columns::unread::{Place, Unread, Why};
use crate::education::credits::Credits;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::InMode;
use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use alloc::vec::Vec;

/// The faults of the certificates of a batch, in order, those of each in the order of its events.
///
/// Of a certificate whose reading an event ends, the refusal is its one fault, and it is flagged in `unread` too; one that
/// cannot be read has none, and is flagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Irregularities {
    /// For each certificate the place of its first fault, and at last the end of all.
    pub offsets: Vec<i32>,
    /// The faults, each with the place of its event in its own history.
    pub faults: Vec<EventFault>,
    /// The certificates that could not be read to the end, in order.
    pub unread: Vec<Unread>,
}

impl Default for Irregularities {
    /// Those of no certificate.
    fn default() -> Self {
        Self { offsets: alloc::vec![0], faults: Vec::new(), unread: Vec::new() }
    }
}

impl Irregularities {
    /// How many certificates were looked at.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there was none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The faults of a certificate, by its place; none beyond the last.
    #[must_use]
    pub fn of(&self, certificate: usize) -> &[EventFault] {
        self.faults.get(span(&self.offsets, certificate)).unwrap_or_default()
    }

    fn push(&mut self, faults: impl IntoIterator<Item = EventFault>) {
        self.faults.extend(faults);
        self.offsets.push(i32::try_from(self.faults.len()).unwrap_or(i32::MAX));
    }
}

impl Batch<'_> {
    /// The faults of the acts up to the day of a survey, certificate by certificate, in order: what
    /// [`irregularities`](crate::CertificateFile::irregularities) says of each as it stands on that day, so in an
    /// [audit](crate::Mode::Audit) all that were let stand.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::batch::Survey;
    /// use ruankao::columns::RegisterRows;
    /// use ruankao::{Act, Code, History, Law, Ledger, Mode, day};
    ///
    /// // Filed a day before the window opens.
    /// let early = Act::ApplicationFiled(Default::default()).on(day!(2007, 12, 9));
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10)), early]);
    /// let mut rows = RegisterRows::default();
    /// rows.push(&history, &Ledger::default())?;
    ///
    /// let survey = Survey::new(&Law::of_2004(), day!(2008, 6, 1)).in_mode(Mode::Audit);
    /// let irregularities = rows.ask(|batch| batch.irregularities(&survey));
    /// let [fault] = irregularities.of(0) else { panic!() };
    /// assert_eq!((fault.event, fault.fault.code()), (1, Code::BeforeWindow));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn irregularities(&self, survey: &Survey) -> Irregularities {
        let mut irregularities = Irregularities::default();
        let mut reading = Reading::new(self, survey);
        for place in 0..self.len() {
            // What strict reading takes has no fault in any mode, and most is such.
            let is_faultless = reading.read_strictly(place, &mut Certificate::default()).is_ok();
            match if is_faultless { Ok(Vec::new()) } else { reading.faults(place) } {
                Ok(faults) => irregularities.push(faults),
                Err((unread, refusal)) => {
                    irregularities.unread.push(unread);
                    irregularities.push(refusal);
                }
            }
        }
        irregularities
    }
}

impl Reading<'_> {
    /// The faults of a certificate; or what could not be read of it, with the refusal where that is one.
    fn faults(&mut self, place: usize) -> Result<Vec<EventFault>, (Unread, Option<EventFault>)> {
        let (histories, survey) = (self.histories(), self.survey());
        let (law, known_on) = (survey.law(), survey.known_on());
        let (mut certificate, mut credits, mut found) = (Certificate::default(), None::<Credits>, Vec::new());
        let rows = histories.rows(place);
        for (event, row) in rows.enumerate() {
            let unread = |why| Unread { certificate: place, place: Place::Event(event), why };
            let broken = |why| (unread(why), None);
            let on = self.on(row).map_err(broken)?;
            if !histories.is_held(row, on, known_on).map_err(broken)? {
                continue;
            }
            if on > survey.on() {
                break;
            }
            let act = histories.act(row, law.agencies().is_some()).map_err(broken)?;
            if act.name() == ActName::Registered && credits.is_none() {
                credits = Some(self.counted(place).map_err(|unread| (unread, None))?.credits());
            }
            let facts = Facts::new(law, credits.as_ref().unwrap_or(Credits::none()));
            let mut faults = Vec::new();
            let read = certificate.advance(on, &act, &facts, &mut InMode(survey.mode(), &mut faults));
            let at = |fault: Fault| EventFault { event, fault };
            read.map_err(|fault| (unread(Why::Refused(fault.code())), Some(at(fault))))?;
            found.extend(faults.into_iter().map(at));
        }
        Ok(found)
    }
}
