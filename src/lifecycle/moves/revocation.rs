//! Revocation (47.10) and its publication (47.11).

use crate::appeal::time_limit::last_day;
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Context;
use crate::lifecycle::moves::step::{strictly, while_alive};
use crate::lifecycle::states::{Cancelled, DeferralPending, Live, Published, Running, UnderReview};
use crate::revocation::ground::Revocation;
use chrono::NaiveDate;

macro_rules! revocations {
    ($($state:ident)+) => {
        $(impl $state {
            /// Revokes the registration: the certificate is void from this day, and what is pending rests.
            ///
            /// # Errors
            ///
            /// `lapsed` after the deadline; `off_post_too_short`, `no_application_made` and `verification_missing` where
            /// the ground does not hold.
            pub fn cancel(
                self,
                on: NaiveDate,
                revocation: Revocation,
                context: &Context<'_>,
            ) -> Result<Cancelled, Refused<Self>> {
                while_alive(self, on, context, |state, scrutiny| state.cancelled(on, revocation, context, scrutiny))
            }

            pub(crate) fn cancelled(
                &self,
                on: NaiveDate,
                revocation: Revocation,
                context: &Context<'_>,
                scrutiny: &mut Scrutiny<'_>,
            ) -> Result<Cancelled, Fault> {
                revocation.examine(on, self.dossier.application_made, context.regulation, scrutiny)?;
                Ok(Cancelled { was: Live::$state(self.clone()), since: on, ground: revocation.ground() })
            }
        })+
    };
}

revocations! {
    Running UnderReview DeferralPending
}

impl Cancelled {
    /// Publishes the cancellation: the time for appeal runs from this day.
    ///
    /// # Errors
    ///
    /// `calendar_uncovered` where the last day of that time has to be rolled and lies in a year the calendar does not
    /// cover.
    pub fn publish(self, on: NaiveDate, context: &Context<'_>) -> Result<Published, Refused<Self>> {
        strictly(self, on, |state, _| Ok(state.published(on, context)?))
    }

    pub(crate) fn published(&self, on: NaiveDate, context: &Context<'_>) -> Result<Published, Uncovered> {
        let appealable_until = last_day(on, context.regulation)?;
        Ok(Published { cancelled: self.clone(), published_on: on, appealable_until })
    }
}
