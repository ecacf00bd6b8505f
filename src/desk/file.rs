//! The files of a holder: several certificates, one ledger.

use crate::education::ledger::Ledger;
use crate::education::progress::Progress;
use crate::finding::refused::EventFault;
use crate::identity::document::IdentityDocument;
use crate::lifecycle::as_of::Outlook;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::term::Term;
use crate::registration::paper::Paper;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use thiserror::Error;

/// The file of a certificate: the paper, and what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct CertificateFile {
    /// The certificate.
    pub paper: Paper,
    /// Its history.
    pub history: History,
}

/// The files of a holder. Each certificate is registered apart; one ledger serves all.
///
/// No two certificates have the same number.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::desk::{CertificateFile, HolderFile};
/// use ruankao::identity::{CitizenNumber, Qualification};
/// use ruankao::lifecycle::Context;
/// use ruankao::registration::Paper;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History, Ledger};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let file = |number: &str, obtained_on| -> Result<_, Box<dyn std::error::Error>> {
///     let (name, qualification) = ("张三".parse()?, Qualification::SoftwareDesigner);
///     let paper = Paper { number: number.parse()?, name, qualification, obtained_on };
///     Ok(CertificateFile { paper, history: History::from_iter([Act::Approved.on(obtained_on)]) })
/// };
/// let mut holder = HolderFile::new(CitizenNumber::parse("11010519491231002X")?.into(), Ledger::default());
/// holder.add(file("1", day(2005, 3, 10))?)?;
/// holder.add(file("2", day(2006, 5, 20))?)?;
/// assert!(holder.add(file("2", day(2007, 5, 20))?).is_err());
///
/// let regulation = Regulation::default();
/// let views: Result<Vec<_>, _> = holder.on(day(2008, 4, 1), Context::new(&regulation)).collect();
/// let in_force: Vec<bool> = views?.iter().map(|view| view.standing.in_force).collect();
/// assert_eq!(in_force, [false, true]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderFile {
    /// The identity document.
    pub document: IdentityDocument,
    /// What the holder has studied.
    pub ledger: Ledger,
    certificates: Vec<CertificateFile>,
}

/// Two certificates of a holder have the same number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the holder has a certificate numbered `{number}` already; expected a number of its own")]
pub struct DuplicateCertificate {
    /// The number.
    pub number: String,
}

/// A certificate of a holder on a day: its standing, its deadlines, and how far its education has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateView<'a> {
    /// The certificate.
    pub paper: &'a Paper,
    /// Its standing on the day.
    pub standing: Standing,
    /// How long that lasts, and what comes then.
    pub outlook: Option<Outlook>,
    /// The term of the last approval or registration: its window and its deadline.
    pub term: Option<Term>,
    /// The education of its cycle, as of the day.
    pub education: Option<Progress>,
}

impl HolderFile {
    /// The files of a holder without certificates.
    #[must_use]
    pub const fn new(document: IdentityDocument, ledger: Ledger) -> Self {
        Self { document, ledger, certificates: Vec::new() }
    }

    /// Adds a certificate behind the others.
    ///
    /// # Errors
    ///
    /// [`DuplicateCertificate`] for a number that is there already.
    pub fn add(&mut self, file: CertificateFile) -> Result<(), DuplicateCertificate> {
        if self.certificates.iter().any(|other| other.paper.number == file.paper.number) {
            return Err(DuplicateCertificate { number: file.paper.number.as_str().into() });
        }
        self.certificates.push(file);
        Ok(())
    }

    /// The certificates, as they were added.
    #[must_use]
    pub fn certificates(&self) -> &[CertificateFile] {
        &self.certificates
    }

    /// Every certificate as of a day, each for itself; the context's credits are those of the [ledger](Self::ledger).
    ///
    /// A history that cannot be read up to the day is told in its place, and the others are shown all the same.
    pub fn on<'a>(
        &'a self,
        on: NaiveDate,
        context: Context<'a>,
    ) -> impl Iterator<Item = Result<CertificateView<'a>, EventFault>> {
        self.certificates.iter().map(move |file| {
            let as_of = file.history.as_of(on, context)?;
            Ok(CertificateView {
                paper: &file.paper,
                standing: as_of.standing(),
                outlook: as_of.outlook(),
                term: as_of.certificate().term().copied(),
                education: as_of.education().ok(),
            })
        })
    }
}

impl CertificateView<'_> {
    /// The last day on which to register, in whatever state the certificate is.
    #[must_use]
    pub fn deadline(&self) -> Option<NaiveDate> {
        self.term.as_ref().map(Term::deadline)
    }
}
