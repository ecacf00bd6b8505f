//! An opened certificate on many days, its history read once for all of them.

#[cfg(feature = "conformance")]
use crate::finding::refused::EventFault;
#[cfg(feature = "conformance")]
use crate::lifecycle::as_of::AsOf;
#[cfg(feature = "conformance")]
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::sensitivity::{DayOutcome, Sensitive};
use crate::regulation::readings::Reading;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The certificate as of each of some days.
///
/// Made with one reading of the history, whatever the number of days; one of them is looked up in their logarithm.
#[cfg(feature = "conformance")]
#[derive(Clone, Debug, Default)]
pub(crate) struct ManyDays {
    /// The certificate from each of these days on, up to the next.
    states: Vec<(NaiveDate, Certificate)>,
    /// The day from which the reading ends in a refusal.
    refusal: Option<(NaiveDate, EventFault)>,
}

#[cfg(feature = "conformance")]
impl ManyDays {
    /// Reads up to each of the days, which are in order.
    pub(crate) fn read(context: Context<'_>, days: &[NaiveDate]) -> Self {
        let (mut replay, mut states, mut refusal) = (Replay::new(context), Vec::new(), None);
        for &day in days {
            let place = replay.place();
            if let Err(fault) = replay.read_through(day) {
                // What is refused by a day is refused by any later one.
                refusal = Some((day, fault));
                break;
            }
            if states.is_empty() || replay.place() != place {
                states.push((day, *replay.certificate()));
            }
        }
        Self { states, refusal }
    }

    /// The certificate as of one of the days it was read for.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused by then.
    pub(crate) fn as_of<'f>(&self, context: Context<'f>, day: NaiveDate) -> Result<AsOf<'f>, EventFault> {
        match &self.refusal {
            Some((from, refusal)) if *from <= day => Err(refusal.clone()),
            _ => {
                let after = self.states.partition_point(|(from, _)| *from <= day);
                let state = after.checked_sub(1).and_then(|last| self.states.get(last));
                Ok(AsOf::new(state.map_or_else(Certificate::default, |(_, state)| *state), day, context))
            }
        }
    }
}

impl Context<'_> {
    /// What each of the days, which are in order, comes to.
    fn outcomes(self, days: &[NaiveDate]) -> Vec<DayOutcome> {
        let mut replay = Replay::new(self);
        let mut refused = None;
        let outcome = |&day: &NaiveDate| {
            if refused.is_none() {
                refused = replay.read_through(day).err().map(|refusal| refusal.fault.code());
            }
            match refused {
                Some(code) => Err(code),
                None => Ok(replay.certificate().standing(day, self.regulation()).outcome()),
            }
        };
        days.iter().map(outcome).collect()
    }
}

impl CertificateFile<'_> {
    /// [`sensitivity`](Self::sensitivity) of each of the days, which are in order: one reading of the history for each
    /// reading of the law.
    pub(crate) fn sensitivities(&self, days: &[NaiveDate]) -> Vec<Vec<Sensitive>> {
        let (context, readings) = (self.context(), self.law().readings());
        let as_read = context.outcomes(days);
        let mut sensitive: Vec<Vec<Sensitive>> = days.iter().map(|_| Vec::new()).collect();
        for reading in Reading::ALL {
            let turned = readings.turned(reading);
            let otherwise = self.law().clone().with_readings(turned);
            let outcomes = context.under(&otherwise).outcomes(days);
            for ((outcome, as_read), found) in outcomes.into_iter().zip(&as_read).zip(&mut sensitive) {
                if outcome != *as_read {
                    found.push(Sensitive { reading, to: turned.side(reading), outcome });
                }
            }
        }
        sensitive
    }
}
