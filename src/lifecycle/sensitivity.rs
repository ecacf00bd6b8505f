//! How much an answer hangs on the open points.

use crate::finding::code::Code;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::readings::Reading;
use crate::regulation::rules::Regulation;
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

impl History {
    /// What `on` comes to.
    ///
    /// # Errors
    ///
    /// The code of the refusal that ended the reading.
    pub fn outcome(&self, on: NaiveDate, context: Context<'_>) -> DayOutcome {
        let as_of = self.as_of(on, context).map_err(|refusal| refusal.fault.code())?;
        let standing = as_of.standing();
        Ok((standing.phase.name(), standing.in_force))
    }

    /// The readings that, each turned alone to its other side, change what `on` comes to, in the order of the rule book.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::{Act, Context, History, PhaseName};
    /// use ruankao::regulation::{Reading, Regulation};
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    ///
    /// // Is the corresponding day still in the term? On the day before nobody doubts it.
    /// let sensitive = history.sensitivity(day(2008, 3, 10), Context::new(&regulation));
    /// assert_eq!(sensitive.len(), 1);
    /// assert_eq!((sensitive[0].reading, sensitive[0].to), (Reading::ExpiryDay, "day_before"));
    /// assert_eq!(sensitive[0].outcome, Ok((PhaseName::Lapsed, false)));
    /// assert!(history.sensitivity(day(2008, 3, 9), Context::new(&regulation)).is_empty());
    /// ```
    #[must_use]
    pub fn sensitivity(&self, on: NaiveDate, context: Context<'_>) -> Vec<Sensitive> {
        let (regulation, as_read) = (context.regulation, self.outcome(on, context));
        let turned = |&reading: &Reading| {
            let readings = regulation.readings().turned(reading);
            let otherwise: Regulation = regulation.clone().read(readings);
            let outcome = self.outcome(on, context.under(&otherwise));
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
