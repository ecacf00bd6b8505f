//! Appeal (47.11).

use crate::appeal::time_limit::examine;
use crate::calendar::date::add_days;
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::alive;
use crate::lifecycle::moves::step::strictly;
use crate::lifecycle::states::{
    DeferralPending, Dossier, Lapsed, Live, Published, Restored, Running, UnderAppeal, UnderReview, Upheld,
};
use crate::lifecycle::term::Term;
use crate::regulation::readings::RestoredTerm;
use chrono::NaiveDate;

impl Published {
    /// Files an appeal against the cancellation.
    ///
    /// # Errors
    ///
    /// `appeal_too_late` after the time for it.
    pub fn appeal(self, on: NaiveDate) -> Result<UnderAppeal, Refused<Self>> {
        strictly(self, on, |state, scrutiny| state.appealed(on, scrutiny))
    }

    pub(crate) fn appealed(&self, on: NaiveDate, scrutiny: &mut Scrutiny<'_>) -> Result<UnderAppeal, Fault> {
        examine(on, self.appealable_until, scrutiny)?;
        Ok(UnderAppeal { published: self.clone(), filed_on: on })
    }
}

impl UnderAppeal {
    /// Upholds the cancellation, for good.
    ///
    /// # Errors
    ///
    /// `out_of_order` before the appeal was filed; nothing else.
    pub fn uphold(self, on: NaiveDate) -> Result<Upheld, Refused<Self>> {
        strictly(self, on, |state, _| Ok(state.upheld(on)))
    }

    /// Overturns the cancellation: the certificate is again as it was, with what was pending then.
    ///
    /// # Errors
    ///
    /// `calendar_uncovered` where the term grows by the days lost (reading `restored_term`), its last day has to be
    /// rolled, and lies in a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::{Approved, Context, Live, Restored, Unapproved};
    /// use ruankao::regulation::Regulation;
    /// use ruankao::revocation::Revocation;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let context = Context::new(&regulation);
    /// let Approved::Subject(running) = Unapproved.approve(day(2005, 3, 10), &regulation)? else { panic!() };
    /// let published = running
    ///     .clone()
    ///     .cancel(day(2006, 5, 8), Revocation::MajorLoss, &context)?
    ///     .publish(day(2006, 5, 10), &context)?;
    /// assert_eq!(published.appealable_until(), day(2006, 6, 9));
    /// assert!(published.clone().appeal(day(2006, 6, 10)).is_err());
    ///
    /// let Restored::Live(Live::Running(restored)) =
    ///     published.appeal(day(2006, 6, 9))?.overturn(day(2006, 8, 1), &context)?
    /// else { panic!() };
    /// assert_eq!(restored.term(), running.term());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn overturn(self, on: NaiveDate, context: &Context<'_>) -> Result<Restored, Refused<Self>> {
        strictly(self, on, |state, _| Ok(state.overturned(on, context)?))
    }

    pub(crate) fn upheld(&self, on: NaiveDate) -> Upheld {
        Upheld { appeal: self.clone(), decided_on: on }
    }

    /// Reading: `restored_term`.
    pub(crate) fn overturned(&self, on: NaiveDate, context: &Context<'_>) -> Result<Restored, Uncovered> {
        let cancelled = &self.published.cancelled;
        let days = match context.regulation.readings().restored_term {
            RestoredTerm::AsItWas => None,
            RestoredTerm::Tolled => u32::try_from(on.signed_duration_since(cancelled.since).num_days()).ok(),
        };
        let live = cancelled.was.restored(on, days, context)?;
        let dossier = *live.dossier();
        let ended = alive(&dossier, live.is_pending(), on, context.regulation).is_err();
        Ok(if ended { Restored::Lapsed(Lapsed { dossier, since: on }) } else { Restored::Live(live) })
    }
}

impl Live {
    /// As it was, but for the days that the term, and what is requested in it, are longer.
    fn restored(&self, on: NaiveDate, longer: Option<u32>, context: &Context<'_>) -> Result<Self, Uncovered> {
        let toll = |term: Term| longer.map_or(Ok(term), |days| term.tolled(days, context.regulation));
        let dossier = *self.dossier();
        let dossier = Dossier { term: toll(dossier.term)?, ..dossier.at(on) };
        Ok(match self.clone() {
            Self::Running(_) => Self::Running(Running { dossier }),
            Self::UnderReview(state) => Self::UnderReview(UnderReview { dossier, ..state }),
            Self::DeferralPending(state) => {
                let until = add_days(state.until, longer.unwrap_or(0));
                Self::DeferralPending(DeferralPending { dossier, until, ..state })
            }
        })
    }
}
