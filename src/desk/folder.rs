//! The folder of a certificate: the paper, and what happened to it.

use crate::desk::check::Check;
use crate::desk::counter::Counter;
use crate::desk::pending::Desk;
use crate::education::credits::Counted;
use crate::education::entry::Entry;
use crate::education::ledger::Ledger;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::finding::value::Value;
use crate::identity::certificate_number::CertificateNumber;
use crate::identity::name::HolderName;
use crate::law::Law;
use crate::lifecycle::act::{ActName, Event};
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::record::{Record, RecordError};
use crate::registration::fees::FeeSchedule;
use crate::registration::paper::Paper;
use crate::regulation::clause::Clause;
use alloc::borrow::Cow;
use chrono::NaiveDate;
use core::ops::Deref;

/// The folder of a certificate: the paper, and the history of the same certificate.
///
/// No approval in the history is on another day than the one on which the paper says that the certificate was obtained
/// (47.3: 自批准…之日起算); one that was struck as wrong does not matter.
///
/// # Examples
///
/// ```
/// use ruankao::desk::Folder;
/// use ruankao::identity::Qualification;
/// use ruankao::registration::Paper;
/// use ruankao::{Act, Code, History, Law, Ledger, day};
///
/// let (number, name) = ("0531-08".parse()?, "张三".parse()?);
/// let paper = Paper { number, name, qualification: Qualification::SoftwareDesigner, obtained_on: day!(2005, 3, 10) };
/// let approved = |on| History::from_iter([Act::Approved.on(on)]);
///
/// let folder = Folder::new(paper.clone(), approved(day!(2005, 3, 10)))?;
/// let ledger = Ledger::default();
/// let open = folder.open(&Law::of_2004(), &ledger);
/// assert!(open.on(day!(2008, 3, 10))?.standing().in_force);
///
/// let refused = Folder::new(paper, approved(day!(2005, 3, 11))).unwrap_err();
/// assert_eq!((refused.event, refused.fault.code()), (0, Code::ApprovalDisagrees));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Loose"))]
pub struct Folder {
    paper: Paper,
    history: History,
}

/// A folder as it is read, before anybody looked whether paper and history are of one certificate.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
#[serde(rename = "Folder", deny_unknown_fields)]
struct Loose {
    paper: Paper,
    history: History,
}

/// The folder of a certificate, opened under a law: all that an opened certificate can be asked, and the paper.
///
/// Paper, history, ledger and law are those of one certificate.
#[derive(Clone, Debug)]
pub struct OpenFolder<'a> {
    paper: Cow<'a, Paper>,
    file: CertificateFile<'a>,
}

impl Folder {
    /// Puts the paper and the history of a certificate together.
    ///
    /// # Errors
    ///
    /// `approval_disagrees` for the first approval on another day than the paper's.
    pub fn new(paper: Paper, history: History) -> Result<Self, EventFault> {
        let disagrees = |(event, what)| Some(EventFault { event, fault: disagreement(&paper, what)?.into() });
        let refusal = history.held(None).find_map(disagrees);
        refusal.map_or_else(|| Ok(Self { paper, history }), Err)
    }

    /// The paper.
    #[must_use]
    pub const fn paper(&self) -> &Paper {
        &self.paper
    }

    /// The history.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Opens it, with its holder's ledger: the history is read strictly.
    #[must_use]
    pub fn open<'a>(&'a self, law: &Law, ledger: &'a Ledger) -> OpenFolder<'a> {
        self.open_in(Mode::Strict, law, ledger)
    }

    /// Opens it, its history read in a mode.
    #[must_use]
    pub fn open_in<'a>(&'a self, mode: Mode, law: &Law, ledger: &'a Ledger) -> OpenFolder<'a> {
        self.open_counted(mode, law, ledger, law.count(ledger, None))
    }

    pub(super) fn open_counted<'a>(
        &'a self,
        mode: Mode,
        law: &Law,
        ledger: &'a Ledger,
        credits: impl Into<Counted>,
    ) -> OpenFolder<'a> {
        let file = law.open_counted(mode, &self.history, ledger, credits);
        OpenFolder { paper: Cow::Borrowed(&self.paper), file }
    }

    /// Whether a certificate of that number belongs to somebody of that name.
    #[must_use]
    pub fn check(&self, number: &CertificateNumber, name: &HolderName) -> Check {
        Check::of(&self.paper, number, name)
    }
}

/// What stands against an event in the folder of a paper: an approval on another day.
fn disagreement(paper: &Paper, event: &Event) -> Option<Finding> {
    let is_other = event.act.name() == ActName::Approved && event.on != paper.obtained_on;
    let finding = Finding::new(Code::ApprovalDisagrees, Clause::N47_3);
    is_other.then(|| finding.compared(Value::Day(paper.obtained_on), Value::Day(event.on)))
}

impl<'a> OpenFolder<'a> {
    /// The paper.
    #[must_use]
    pub fn paper(&self) -> &Paper {
        &self.paper
    }

    /// The certificate, opened.
    #[must_use]
    pub const fn file(&self) -> &CertificateFile<'a> {
        &self.file
    }

    /// Lays the folder on the counter, at whatever state the certificate is.
    ///
    /// # Errors
    ///
    /// The refusal that ends the reading of its history.
    pub fn desk<'f>(&'f mut self, fees: &'f FeeSchedule) -> Result<Desk<'f>, EventFault> {
        Ok(Desk::at(self.file.state()?, Counter { paper: &self.paper, fees }))
    }

    /// Records an event behind the others: [`CertificateFile::record`].
    ///
    /// # Errors
    ///
    /// Its refusal, `approval_disagrees` among them, or the one that ended the reading before; the folder is then as it
    /// was.
    pub fn record(&mut self, record: impl Into<Record<Event>>) -> Result<AsOf<'_>, EventFault> {
        self.record_in(self.file.mode(), record)
    }

    /// Records an event behind the others and reads it in a mode of its own: [`CertificateFile::record_in`].
    ///
    /// # Errors
    ///
    /// As [`record`](Self::record).
    pub fn record_in(&mut self, mode: Mode, record: impl Into<Record<Event>>) -> Result<AsOf<'_>, EventFault> {
        let record = record.into();
        if let Some(finding) = disagreement(&self.paper, record.what()) {
            return Err(EventFault { event: self.file.history().records().len(), fault: finding.into() });
        }
        self.file.record_in(mode, record)
    }

    /// Strikes the record of an event as wrong: [`CertificateFile::strike`].
    ///
    /// # Errors
    ///
    /// [`RecordError`] for a day before it was recorded.
    pub fn strike(&mut self, event: usize, struck_on: NaiveDate) -> Result<(), RecordError> {
        self.file.strike(event, struck_on)
    }

    /// Records an entry in the holder's ledger: [`CertificateFile::record_study`].
    pub fn record_study(&mut self, record: impl Into<Record<Entry>>) {
        self.file.record_study(record);
    }

    /// Strikes the record of an entry as wrong: [`CertificateFile::strike_study`].
    ///
    /// # Errors
    ///
    /// [`RecordError`] for a day before it was recorded.
    pub fn strike_study(&mut self, entry: usize, struck_on: NaiveDate) -> Result<(), RecordError> {
        self.file.strike_study(entry, struck_on)
    }

    /// Whether a certificate of that number belongs to somebody of that name.
    #[must_use]
    pub fn check(&self, number: &CertificateNumber, name: &HolderName) -> Check {
        Check::of(&self.paper, number, name)
    }

    /// The folder and the ledger, closed.
    #[must_use]
    pub fn close(self) -> (Folder, Ledger) {
        let (history, ledger) = self.file.close();
        (Folder { paper: self.paper.into_owned(), history }, ledger)
    }
}

impl<'a> Deref for OpenFolder<'a> {
    type Target = CertificateFile<'a>;

    fn deref(&self) -> &Self::Target {
        &self.file
    }
}

#[cfg(feature = "serde")]
impl TryFrom<Loose> for Folder {
    type Error = EventFault;

    fn try_from(loose: Loose) -> Result<Self, Self::Error> {
        Self::new(loose.paper, loose.history)
    }
}
