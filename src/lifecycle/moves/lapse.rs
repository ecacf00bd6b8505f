//! The lapse by time alone (47.3): the move that no act makes.

use crate::lifecycle::at::At;
use crate::lifecycle::states::{DeferralPending, Filed, Lapsed, Running, UnderReview};
use chrono::NaiveDate;

macro_rules! lapses {
    ($($state:ident)+) => {
        $(impl<'f> At<'f, $state> {
            /// The certificate as lapsed, where time alone has lapsed it by `on` (47.3): what was pending has ended with the
            /// term, and an application may be made anew where a lapsed certificate may return. Nothing is recorded, since no
            /// act was done; the moves of what it gives come on or after the day of the lapse.
            ///
            /// Readings: `pending_at_expiry`, `in_time`.
            ///
            /// # Errors
            ///
            /// The certificate as it is, where it has not lapsed by then, was released by the repeal, or is pending after a
            /// lapse already.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::lifecycle::State;
            /// use ruankao::registration::Filing;
            /// use ruankao::regulation::{LapseEffect, PendingAtExpiry, Readings};
            /// use ruankao::{Act, History, Law, Ledger, day};
            ///
            /// let readings = Readings {
            ///     pending_at_expiry: PendingAtExpiry::Lapses,
            ///     lapse_effect: LapseEffect::MayReturn,
            ///     ..Readings::default()
            /// };
            /// let law = Law::of_2004().with_readings(readings);
            /// let approved = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
            /// let mut file = law.open(approved, Ledger::default());
            /// let State::Running(running) = file.state()? else { panic!() };
            /// let filed = running.file(day!(2008, 3, 10), &Filing::default())?;
            ///
            /// // On the last day of the term it has not lapsed; on the next it has, and another is filed.
            /// let filed = filed.lapse(day!(2008, 3, 10)).unwrap_err();
            /// let lapsed = filed.lapse(day!(2008, 3, 11)).unwrap();
            /// assert_eq!(lapsed.state().since(), day!(2008, 3, 11));
            /// assert!(lapsed.file(day!(2008, 4, 1), &Filing::default()).is_ok());
            /// # Ok::<(), ruankao::Error>(())
            /// ```
            pub fn lapse(self, on: NaiveDate) -> Result<At<'f, Lapsed>, Self> {
                self.lapsed_by_time(on)
            }
        })+
    };
}

lapses! {
    Running Filed UnderReview DeferralPending
}
