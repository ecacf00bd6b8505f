//! The files of a holder: several certificates, one ledger.

use crate::desk::folder::{Folder, OpenFolder};
use crate::education::credits::Counted;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::identity::certificate_number::CertificateNumber;
use crate::identity::document::IdentityDocument;
use crate::law::Law;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use thiserror::Error;

/// The files of a holder. Each certificate is registered apart; one ledger serves all.
///
/// No two certificates have the same number.
///
/// # Examples
///
/// ```
/// use ruankao::desk::{Folder, HolderFile};
/// use ruankao::identity::{CitizenNumber, Qualification};
/// use ruankao::registration::Paper;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let folder = |number: &str, obtained_on| -> Result<_, ruankao::Error> {
///     let (name, qualification) = ("张三".parse()?, Qualification::SoftwareDesigner);
///     let paper = Paper { number: number.parse()?, name, qualification, obtained_on };
///     Ok(Folder::new(paper, History::from_iter([Act::Approved.on(obtained_on)]))?)
/// };
/// let mut holder = HolderFile::new(CitizenNumber::parse("11010519491231002X")?.into(), Ledger::default());
/// holder.add(folder("1", day!(2005, 3, 10))?)?;
/// holder.add(folder("2", day!(2006, 5, 20))?)?;
/// assert!(holder.add(folder("2", day!(2007, 5, 20))?).is_err());
///
/// let open = holder.open(&Law::of_2004());
/// let in_force = |folder: usize| Ok::<_, ruankao::Error>(open[folder].on(day!(2008, 4, 1))?.standing().in_force);
/// assert_eq!((in_force(0)?, in_force(1)?), (false, true));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolderFile {
    /// The identity document.
    pub document: IdentityDocument,
    /// What the holder has studied.
    pub ledger: Ledger,
    folders: Vec<Folder>,
    places: BTreeMap<CertificateNumber, usize>,
}

/// Two certificates of a holder have the same number.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the holder has a certificate numbered `{number}` already; expected a number of its own")]
pub struct DuplicateCertificate {
    /// The number.
    pub number: String,
}

impl HolderFile {
    /// The files of a holder without certificates.
    #[must_use]
    pub const fn new(document: IdentityDocument, ledger: Ledger) -> Self {
        Self { document, ledger, folders: Vec::new(), places: BTreeMap::new() }
    }

    /// Adds a certificate behind the others. Costs the logarithm of how many there are.
    ///
    /// # Errors
    ///
    /// [`DuplicateCertificate`] for a number that is there already.
    pub fn add(&mut self, folder: Folder) -> Result<(), DuplicateCertificate> {
        match self.places.entry(folder.paper().number.clone()) {
            Entry::Occupied(place) => Err(DuplicateCertificate { number: place.key().as_str().into() }),
            Entry::Vacant(place) => {
                place.insert(self.folders.len());
                self.folders.push(folder);
                Ok(())
            }
        }
    }

    /// Puts a folder back in place of the one with its number, after something was done with it; `None` where there is no
    /// such number.
    pub fn replace(&mut self, folder: Folder) -> Option<Folder> {
        let place = self.places.get(&folder.paper().number)?;
        let old = self.folders.get_mut(*place)?;
        Some(core::mem::replace(old, folder))
    }

    /// The certificates, as they were added.
    #[must_use]
    pub fn folders(&self) -> &[Folder] {
        &self.folders
    }

    /// Every certificate opened under a law, its history read strictly, in the order in which they were added.
    ///
    /// A history that cannot be read is told where its certificate is asked, and the others are open all the same. The
    /// ledger is counted once: with m entries and n events in all it costs n + m log m.
    #[must_use]
    pub fn open(&self, law: &Law) -> Vec<OpenFolder<'_>> {
        self.open_in(Mode::Strict, law)
    }

    /// The same, the histories read in a mode.
    #[must_use]
    pub fn open_in(&self, mode: Mode, law: &Law) -> Vec<OpenFolder<'_>> {
        let credits = Counted::Shared(Arc::new(law.count(&self.ledger, None)));
        self.folders.iter().map(|folder| folder.open_counted(mode, law, &self.ledger, credits.clone())).collect()
    }
}
