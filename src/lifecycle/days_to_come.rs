//! The days that come to an opened certificate: one list, of which plan and agenda are views.

use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::coming::{Coming, DayToCome, turning};
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::regulation::readings::{LapseEffect, LapsedAtRepeal};
use alloc::vec::Vec;

impl AsOf<'_> {
    /// The days that come by themselves, from this one on, in order: what falls due, what ends and what begins if nothing
    /// more happens.
    ///
    /// An opinion that is due in a year which the calendar does not cover is in it too, told as such. From the repeal of
    /// the notices on nothing comes but the end of a time for appeal.
    ///
    /// Readings: `lapse_effect`, `lapsed_at_repeal`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::Coming;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// let days = file.on(day!(2007, 12, 10))?.days_to_come();
    /// assert_eq!((days[0].day, days[0].what), (day!(2007, 12, 10), Coming::WindowOpens));
    /// assert_eq!((days[4].day, days[4].what), (day!(2008, 3, 10), Coming::Deadline));
    /// assert!(file.on(day!(2008, 3, 11))?.days_to_come().is_empty());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn days_to_come(&self) -> Vec<DayToCome> {
        let mut days = self.days_set();
        days.retain(|come| come.day >= self.on());
        days
    }

    /// The days that the certificate as it stands has, in order, past ones too.
    pub(crate) fn days_set(&self) -> Vec<DayToCome> {
        let (regulation, phase) = (self.context().regulation(), self.standing().phase);
        let readings = regulation.readings();
        let (of_term, of_repeal) = match phase {
            Phase::NotApproved | Phase::NotSubject => (false, false),
            Phase::Cancelled { .. } | Phase::UnderAppeal { .. } | Phase::Released => (false, true),
            // For whom nothing changes any more the repeal is no day that comes.
            Phase::Lapsed { .. } => {
                let is_open = readings.lapse_effect == LapseEffect::MayReturn
                    || readings.lapsed_at_repeal == LapsedAtRepeal::Revived;
                (false, is_open)
            }
            _ => (true, true),
        };
        let is_set = |come: &DayToCome| match come.what {
            Coming::AppealEnds => matches!(self.certificate(), Certificate::Published(_)),
            Coming::Repeal => of_repeal,
            _ => of_term,
        };
        let turning = turning(self.certificate(), regulation);
        let mut days: Vec<DayToCome> = turning.into_iter().flatten().filter(is_set).collect();
        if of_term {
            self.add_education(&mut days);
            if let Certificate::UnderReview(state) = self.certificate() {
                days.push(DayToCome::opinion(state.accepted_on(), regulation));
            }
        }
        if let Some(repealed_on) = regulation.parameters().repealed_on {
            // What ends on the day before the repeal no longer matters: the next day nothing hangs on it.
            days.retain(|come| match come.what {
                Coming::AppealEnds | Coming::Repeal => true,
                Coming::WindowOpens | Coming::OpinionDue | Coming::OpinionUncovered { .. } => come.day < repealed_on,
                _ => come.turns_on() < repealed_on,
            });
        }
        days.sort_unstable();
        days
    }

    /// 48.4: the end of each year and of the cycle, where anything is asked of it.
    fn add_education(&self, days: &mut Vec<DayToCome>) {
        let is_exempt = |term: &Term| term.cycle(self.context().regulation()).is_exempt();
        let (Ok(progress), Some(false)) = (self.education(), self.certificate().term().map(is_exempt)) else { return };
        days.extend(progress.years.iter().map(|year| {
            let made_up_by = year.made_up.map(|_| progress.to);
            let what = Coming::EducationYearEnds { year: year.number, missing: year.shortfall(), made_up_by };
            DayToCome { day: year.to, what }
        }));
        days.push(DayToCome { day: progress.to, what: Coming::EducationCycleEnds { missing: progress.shortfall() } });
    }
}
