//! How much an answer hangs on the open points.

use crate::finding::code::Code;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::readings::Reading;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a day comes to: the phase and whether the certificate is valid, or the code of a refusal.
pub type DayOutcome = Result<(PhaseName, bool), Code>;

/// A reading that, turned alone to its other side, changes what a day comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sensitive {
    /// The reading.
    pub reading: Reading,
    /// The name of the side it was turned to.
    pub to: &'static str,
    /// What the day comes to then.
    pub outcome: DayOutcome,
}

impl Context<'_> {
    /// What `on` comes to.
    pub(crate) fn outcome(self, on: NaiveDate) -> DayOutcome {
        let certificate = self.certificate(on).map_err(|refusal| refusal.fault.code())?;
        let standing = AsOf::new(certificate, on, self).standing();
        Ok((standing.phase.name(), standing.in_force))
    }
}

impl CertificateFile<'_> {
    /// What `on` comes to.
    ///
    /// # Errors
    ///
    /// The code of the refusal that ended the reading.
    pub fn outcome(&self, on: NaiveDate) -> DayOutcome {
        self.context().outcome(on)
    }

    /// The readings that, each turned alone to its other side, change what `on` comes to, in the order of the rule book.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::PhaseName;
    /// use ruankao::regulation::Reading;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// // Is the corresponding day still in the term? On the day before nobody doubts it.
    /// let sensitive = file.sensitivity(day!(2008, 3, 10));
    /// assert_eq!(sensitive.len(), 1);
    /// assert_eq!((sensitive[0].reading, sensitive[0].to), (Reading::ExpiryDay, "day_before"));
    /// assert_eq!(sensitive[0].outcome, Ok((PhaseName::Lapsed, false)));
    /// assert!(file.sensitivity(day!(2008, 3, 9)).is_empty());
    /// ```
    #[must_use]
    pub fn sensitivity(&self, on: NaiveDate) -> Vec<Sensitive> {
        let (context, as_read) = (self.context(), self.outcome(on));
        let turned = |&reading: &Reading| {
            let readings = self.law().readings().turned(reading);
            let otherwise = self.law().clone().with_readings(readings);
            let outcome = context.under(&otherwise).outcome(on);
            (outcome != as_read).then(|| Sensitive { reading, to: readings.side(reading), outcome })
        };
        Reading::ALL.iter().filter_map(turned).collect()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Sensitive {
    /// `{"reading", "to", "phase", "in_force"}` or `{"reading", "to", "error"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("reading", self.reading.name())?;
        map.serialize_entry("to", self.to)?;
        match &self.outcome {
            Ok((phase, in_force)) => {
                map.serialize_entry("phase", phase)?;
                map.serialize_entry("in_force", in_force)?;
            }
            Err(code) => map.serialize_entry("error", code)?,
        }
        map.end()
    }
}
