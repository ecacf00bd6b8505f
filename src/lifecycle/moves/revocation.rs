//! Revocation (47.10) and its publication (47.11).

use crate::finding::refused::Refused;
use crate::finding::scrutiny::Strict;
use crate::lifecycle::act::Act;
use crate::lifecycle::at::At;
use crate::lifecycle::faults::already_published;
use crate::lifecycle::states::{
    Cancelled, DeferralPending, Filed, Live, Published, Running, UnderAppeal, UnderReview, Upheld,
};
use crate::revocation::Revocation;
use chrono::NaiveDate;

macro_rules! revocations {
    ($($state:ident)+) => {
        $(impl<'f> At<'f, $state> {
            /// Revokes the registration (47.10): the certificate is void
            /// [from this day](crate::docs::decided_points#cancellation_takes_effect), for fraud
            /// [as well](crate::docs::decided_points#fraud_from_revocation), and what is pending rests. There is
            /// [no way back](crate::docs::decided_points#after_cancellation) but the appeal.
            ///
            /// # Errors
            ///
            /// `lapsed` after the deadline; `off_post_too_short`, `no_application_made` and `verification_missing` where
            /// the ground does not hold.
            pub fn cancel(self, on: NaiveDate, revocation: Revocation) -> Result<At<'f, Cancelled>, Refused<Self>> {
                self.act(Act::Cancelled(revocation).on(on), |state, _, facts| {
                    Live::$state(state).cancelled(on, revocation, facts, &mut Strict)
                })
            }
        })+
    };
}

revocations! {
    Running Filed UnderReview DeferralPending
}

impl<'f> At<'f, Cancelled> {
    /// Publishes the cancellation (47.11): the time for appeal runs
    /// [from this day](crate::docs::decided_points#cancellation_takes_effect), within
    /// [the notices alone](crate::docs::decided_points#final_within_notices).
    ///
    /// # Errors
    ///
    /// `calendar_uncovered` where the last day of that time has to be rolled and lies in a year the calendar does not
    /// cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::State;
    /// use ruankao::revocation::Revocation;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let mut file = Law::of_2004().open(history, Ledger::default());
    /// let State::Running(running) = file.state()? else { panic!() };
    /// let cancelled = running.cancel(day!(2007, 9, 1), Revocation::MajorLoss)?;
    /// // The thirtieth day lies in the National Day holiday, which ends with the seventh of October.
    /// let published = cancelled.publish(day!(2007, 9, 3))?;
    /// assert_eq!(published.state().appealable_until(), day!(2007, 10, 8));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn publish(self, on: NaiveDate) -> Result<At<'f, Published>, Refused<Self>> {
        self.act(Act::CancellationPublished.on(on), |state, _, facts| Ok(state.published(on, facts.regulation())?))
    }
}

impl At<'_, UnderAppeal> {
    /// Publishes a cancellation that was appealed before its publication.
    ///
    /// # Errors
    ///
    /// `already_published` where it was; `calendar_uncovered` as for any publication.
    pub fn publish(self, on: NaiveDate) -> Result<Self, Refused<Self>> {
        self.act(Act::CancellationPublished.on(on), |state, _, facts| match state.publication {
            None => Ok(state.published(on, facts.regulation())?),
            Some(_) => Err(already_published().into()),
        })
    }
}

impl At<'_, Upheld> {
    /// Publishes a cancellation that was appealed and upheld before its publication.
    ///
    /// # Errors
    ///
    /// `already_published` where it was; `calendar_uncovered` as for any publication.
    pub fn publish(self, on: NaiveDate) -> Result<Self, Refused<Self>> {
        self.act(Act::CancellationPublished.on(on), |state, _, facts| match state.appeal.publication {
            None => Ok(state.published(on, facts.regulation())?),
            Some(_) => Err(already_published().into()),
        })
    }
}
