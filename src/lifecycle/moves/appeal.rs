//! Appeal (47.11).

use crate::appeal::Outcome;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Strict;
use crate::lifecycle::act::Act;
use crate::lifecycle::at::At;
use crate::lifecycle::states::{
    DeferralPending, Filed, Lapsed, Live, Published, Restored, Running, UnderAppeal, UnderReview, Upheld,
};
use chrono::NaiveDate;

/// What an overturned cancellation leaves: the certificate as it was, or lapsed.
#[derive(Debug)]
pub enum Restoration<'f> {
    /// The term runs again, with nothing pending.
    Running(At<'f, Running>),
    /// The application that was filed is filed again.
    Filed(At<'f, Filed>),
    /// The application that was under review is so again.
    UnderReview(At<'f, UnderReview>),
    /// The request for deferral that was pending is so again.
    DeferralPending(At<'f, DeferralPending>),
    /// Time alone would have ended it by now: lapsed since the decision.
    Lapsed(At<'f, Lapsed>),
}

impl<'f> At<'f, Published> {
    /// Files an appeal against the cancellation (47.11), the one that there is. Before the publication this is no move.
    ///
    /// # Errors
    ///
    /// `appeal_too_late` after the time for it.
    pub fn appeal(self, on: NaiveDate) -> Result<At<'f, UnderAppeal>, Refused<Self>> {
        self.act(Act::AppealFiled.on(on), |state, _, _| {
            state.cancelled.appealed(on, Some(state.publication), &mut Strict)
        })
    }
}

impl<'f> At<'f, UnderAppeal> {
    /// Upholds the cancellation: final within [the notices](crate::docs::decided_points#final_within_notices).
    ///
    /// # Errors
    ///
    /// `out_of_order` before the appeal was filed; nothing else.
    pub fn uphold(self, on: NaiveDate) -> Result<At<'f, Upheld>, Refused<Self>> {
        self.act(Act::AppealDecided(Outcome::Upheld).on(on), |state, _, _| Ok(state.upheld(on)))
    }

    /// Overturns the cancellation: the certificate is again as it was, with what was pending then; or lapsed
    /// [since the decision](crate::docs::decided_points#won_appeal_past_deadline), where time alone would have ended it.
    ///
    /// # Errors
    ///
    /// `calendar_uncovered` where the term grows by the days lost (reading `restored_term`), its last day has to be
    /// rolled, and lies in a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::{Restoration, State};
    /// use ruankao::revocation::Revocation;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([
    ///     Act::Approved.on(day!(2005, 3, 10)),
    ///     Act::Cancelled(Revocation::MajorLoss).on(day!(2006, 5, 8)),
    ///     Act::CancellationPublished.on(day!(2006, 5, 10)),
    /// ]);
    /// let mut file = Law::of_2004().open(history, Ledger::default());
    /// let State::Published(published) = file.state()? else { panic!() };
    /// assert_eq!(published.state().appealable_until(), day!(2006, 6, 9));
    ///
    /// let published = published.appeal(day!(2006, 6, 10)).unwrap_err().state;
    /// let appeal = published.appeal(day!(2006, 6, 9))?;
    /// let Restoration::Running(restored) = appeal.overturn(day!(2006, 8, 1))? else { panic!() };
    /// assert_eq!(restored.state().term().expiry(), day!(2008, 3, 10));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn overturn(self, on: NaiveDate) -> Result<Restoration<'f>, Refused<Self>> {
        let restored = self.act(Act::AppealDecided(Outcome::Overturned).on(on), |state, _, facts| {
            Ok(state.overturned(on, facts.regulation())?)
        })?;
        Ok(restored.split(|file, restored| match restored {
            Restored::Live(Live::Running(state)) => Restoration::Running(At::new(file, state)),
            Restored::Live(Live::Filed(state)) => Restoration::Filed(At::new(file, state)),
            Restored::Live(Live::UnderReview(state)) => Restoration::UnderReview(At::new(file, state)),
            Restored::Live(Live::DeferralPending(state)) => Restoration::DeferralPending(At::new(file, state)),
            Restored::Lapsed(state) => Restoration::Lapsed(At::new(file, state)),
        }))
    }
}
