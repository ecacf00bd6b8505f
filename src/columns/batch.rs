//! A batch: histories and ledgers in columns.

use crate::columns::entries::Ledgers;
use crate::columns::error::ColumnsError;
use crate::columns::events::Histories;
use core::ops::Range;

/// Certificates in columns, and with them their holders' ledgers where those are asked about.
///
/// Without ledgers nobody has studied anything.
#[derive(Clone, Copy, Debug)]
pub struct Batch<'a> {
    pub(super) histories: Histories<'a>,
    pub(super) ledgers: Option<Ledgers<'a>>,
    /// The ledger of each certificate; where it is left out, the one at the same place.
    pub(super) ledger_of: Option<&'a [i32]>,
}

impl<'a> Batch<'a> {
    /// Histories, without ledgers.
    #[must_use]
    pub const fn new(histories: Histories<'a>) -> Self {
        Self { histories, ledgers: None, ledger_of: None }
    }

    /// Histories and ledgers that were gathered together, as many of these as of those.
    pub(super) const fn gathered(histories: Histories<'a>, ledgers: Ledgers<'a>) -> Self {
        Self { histories, ledgers: Some(ledgers), ledger_of: None }
    }

    /// The same with ledgers, one a certificate, in the same order.
    ///
    /// # Errors
    ///
    /// [`ColumnsError::OtherLength`] where there are more or fewer.
    pub fn with_ledgers(self, ledgers: Ledgers<'a>) -> Result<Self, ColumnsError> {
        let (rows, expected) = (ledgers.len(), self.len());
        if rows != expected {
            return Err(ColumnsError::OtherLength { column: "ledgers", rows, expected });
        }
        Ok(Self { ledgers: Some(ledgers), ledger_of: None, ..self })
    }

    /// The same with ledgers of holders, and for each certificate the place of its holder's:
    /// [one ledger](crate::docs::decided_points#one_ledger) serves all of them.
    ///
    /// # Errors
    ///
    /// [`ColumnsError::OtherLength`] where there are not as many places as certificates, and
    /// [`ColumnsError::NoSuchLedger`] for a place at which there is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::columns::{Batch, ColumnsError, EntryColumns, EventColumns, Histories, Ledgers};
    ///
    /// let histories = Histories::new(EventColumns::new(&[0, 1, 2], &[0, 0], &[12_852, 13_217]))?;
    /// let ledgers = Ledgers::new(EntryColumns::new(&[0, 1], &[13_288], &[400], &[3]))?;
    /// assert!(Batch::new(histories).with_ledgers_of(ledgers, &[0, 0]).is_ok());
    /// let missing = ColumnsError::NoSuchLedger { certificate: 1, ledger: 1, ledgers: 1 };
    /// assert_eq!(Batch::new(histories).with_ledgers_of(ledgers, &[0, 1]).unwrap_err(), missing);
    /// # Ok::<(), ColumnsError>(())
    /// ```
    pub fn with_ledgers_of(self, ledgers: Ledgers<'a>, ledger_of: &'a [i32]) -> Result<Self, ColumnsError> {
        let (rows, expected, count) = (ledger_of.len(), self.len(), ledgers.len());
        if rows != expected {
            return Err(ColumnsError::OtherLength { column: "ledger_of", rows, expected });
        }
        let is_there = |ledger: i32| usize::try_from(ledger).is_ok_and(|ledger| ledger < count);
        match ledger_of.iter().enumerate().find(|&(_, &ledger)| !is_there(ledger)) {
            Some((certificate, &ledger)) => Err(ColumnsError::NoSuchLedger { certificate, ledger, ledgers: count }),
            None => Ok(Self { ledgers: Some(ledgers), ledger_of: Some(ledger_of), ..self }),
        }
    }

    /// How many certificates there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.histories.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Some of the certificates, by their places; what is beyond the last is left out. Answered slice by slice and put
    /// together again, they are the answer of the whole.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::columns::{Batch, ColumnsError, EventColumns, Histories};
    ///
    /// let days = [12_852, 13_217, 13_582];
    /// let batch = Batch::new(Histories::new(EventColumns::new(&[0, 1, 2, 3], &[0; 3], &days))?);
    /// assert_eq!((batch.slice(0..1).len(), batch.slice(1..9).len(), batch.slice(9..9).len()), (1, 2, 0));
    /// # Ok::<(), ColumnsError>(())
    /// ```
    #[must_use]
    pub fn slice(self, certificates: Range<usize>) -> Self {
        let end = certificates.end.min(self.len());
        let certificates = certificates.start.min(end)..end;
        let (ledgers, ledger_of) = match self.ledger_of {
            None => (self.ledgers.map(|ledgers| ledgers.slice(certificates.clone())), None),
            Some(ledger_of) => (self.ledgers, ledger_of.get(certificates.clone())),
        };
        Self { histories: self.histories.slice(certificates), ledgers, ledger_of }
    }

    /// The place of a certificate's ledger.
    pub(super) fn ledger_of(&self, certificate: usize) -> usize {
        let own = |ledger_of: &[i32]| ledger_of.get(certificate).and_then(|&ledger| usize::try_from(ledger).ok());
        self.ledger_of.map_or(certificate, |ledger_of| own(ledger_of).unwrap_or_default())
    }
}
