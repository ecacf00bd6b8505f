//! Where a body stood on any day, its history read once for all of them.

use crate::finding::refused::EventFault;
use crate::oversight::standing::Standing;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Where a body stood from each day on on which something was done, and what was done without its legal conditions.
#[derive(Clone, Debug, Default)]
pub(crate) struct ServiceRecord {
    /// In order of day, each with how many irregularities there were by then.
    standings: Vec<(Standing, usize)>,
    irregularities: Vec<EventFault>,
    /// The day from which the reading ends in a refusal.
    refusal: Option<(NaiveDate, EventFault)>,
}

impl ServiceRecord {
    /// Puts down where it stood after an event, in place of where it stood earlier that day.
    pub(crate) fn stood(&mut self, standing: Standing, irregularities: impl Iterator<Item = EventFault>) {
        self.irregularities.extend(irregularities);
        if self.standings.last().is_some_and(|(last, _)| last.on() == standing.on()) {
            self.standings.pop();
        }
        self.standings.push((standing, self.irregularities.len()));
    }

    /// Puts down the refusal that ends it.
    pub(crate) fn refused(&mut self, from: NaiveDate, refusal: EventFault) {
        self.refusal = Some((from, refusal));
    }

    /// Where the body stood on a day.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused by then.
    pub(crate) fn standing(&self, on: NaiveDate) -> Result<Standing, EventFault> {
        if let Some((_, refusal)) = self.refusal.as_ref().filter(|(from, _)| *from <= on) {
            return Err(refusal.clone());
        }
        let after = self.standings.partition_point(|(standing, _)| standing.on() <= on);
        let last = after.checked_sub(1).and_then(|last| self.standings.get(last));
        Ok(last.map_or_else(
            || Standing::unknown(on),
            |(standing, faults)| standing.clone().seen(on, self.irregularities.iter().take(*faults).cloned().collect()),
        ))
    }
}
