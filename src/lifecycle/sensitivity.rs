//! How much an answer hangs on the open points.

use crate::finding::code::Code;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::readings::Reading;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a day comes to: the phase and whether the certificate is valid, or the code of a refusal.
pub type DayOutcome = Result<(PhaseName, bool), Code>;

/// A reading that, turned alone to its other side, changes what a day comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Sensitive"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Sensitive"))]
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
        Replay::new(self).outcome(on)
    }
}

impl Replay<'_> {
    /// What `on` comes to.
    #[inline(always)]
    pub(crate) fn outcome(mut self, on: NaiveDate) -> DayOutcome {
        let regulation = self.regulation();
        self.read_through(on).map_err(|refusal| refusal.fault.code())?;
        Ok(self.certificate().standing(on, regulation).outcome())
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
        self.sensitivities(&[on]).pop().unwrap_or_default()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Code, PhaseName, Reading};
    use serde::Serialize;

    /// A sensitive reading as it is written: what the day comes to, or the code of the refusal.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged)]
    pub(super) enum Sensitive {
        /// The day comes to another standing.
        Standing { reading: Reading, to: &'static str, phase: PhaseName, in_force: bool },
        /// The history is refused.
        Refused { reading: Reading, to: &'static str, error: Code },
    }

    impl From<super::Sensitive> for Sensitive {
        fn from(sensitive: super::Sensitive) -> Self {
            let super::Sensitive { reading, to, outcome } = sensitive;
            match outcome {
                Ok((phase, in_force)) => Self::Standing { reading, to, phase, in_force },
                Err(error) => Self::Refused { reading, to, error },
            }
        }
    }
}
