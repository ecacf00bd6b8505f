//! What bars an act: a general fault on its day, or the state.

use crate::finding::finding::Finding;
use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::faults::{
    already_approved, already_published, appeal_exists, application_pending, cancelled, deferral_pending, in_order,
    lapsed, no_appeal_pending, no_application_pending, no_deferral_pending, not_approved, not_cancelled, not_subject,
    repealed,
};
use crate::lifecycle::states::{Dossier, Filed, UnderReview};
use crate::regulation::clause::Clause;
use crate::regulation::readings::LapseEffect;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Certificate {
    /// Whether an act on a day is in order, in time and under the notices, as it is nearly always, or the first: then no
    /// general fault bars it, whichever it is.
    #[inline(always)]
    pub(super) fn is_current(&self, on: NaiveDate, regulation: &Regulation) -> bool {
        let Some(Dossier { term, last_event, .. }) = self.uncancelled() else {
            return matches!(self, Self::Unapproved(_));
        };
        *last_event <= on && on <= term.deadline() && !regulation.is_repealed_by(on)
    }

    /// Looks whether a general fault bars an act on its day: the history in no order, the notices repealed, the
    /// certificate lapsed, unless it may return. Yields since when, where time alone has lapsed it and it may.
    ///
    /// Reading: `lapse_effect`.
    pub(super) fn unbarred(
        &self,
        act: ActName,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Option<NaiveDate>, Finding> {
        in_order(self.last_event(), on)?;
        if self.dossier().is_none() || act == ActName::Approved || act.follows_cancellation() {
            return Ok(None);
        }
        if let Some(repealed_on) = regulation.repealed_by(on) {
            return Err(repealed(repealed_on));
        }
        let Some(since) = self.lapsed_by(on, regulation) else { return Ok(None) };
        let pends_after_lapse = self.pends_after_lapse();
        let returns = match act {
            ActName::ApplicationFiled | ActName::ApplicationAccepted => true,
            ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => pends_after_lapse,
            _ => false,
        };
        match regulation.readings().lapse_effect {
            LapseEffect::MayReturn if returns && pends_after_lapse => Ok(None),
            LapseEffect::MayReturn if returns => Ok(Some(since)),
            LapseEffect::MayReturn | LapseEffect::ForGood => Err(lapsed(since)),
        }
    }

    /// The first structural fault of an act that is impossible in this state, in the order of the rule book. It is asked of no
    /// other act.
    pub(super) fn impossible(&self, act: ActName, regulation: &Regulation) -> Finding {
        match (self, act) {
            (Self::Unapproved(_), _) => not_approved(),
            (_, ActName::Approved) => already_approved(),
            (Self::NotSubject(_), _) => not_subject(regulation),

            (Self::Published(_) | Self::UnderAppeal(_) | Self::Upheld(_), ActName::CancellationPublished) => {
                already_published()
            }
            (_, ActName::CancellationPublished) => not_cancelled(Clause::N47_10),
            (Self::UnderAppeal(_) | Self::Upheld(_), ActName::AppealFiled) => appeal_exists(),
            (_, ActName::AppealFiled) => not_cancelled(Clause::N47_11),
            (_, ActName::AppealDecided) => no_appeal_pending(),

            (Self::Lapsed(state), _) => lapsed(state.since),
            (Self::Cancelled(state), _) => cancelled(state.since),
            (Self::Published(state), _) => cancelled(state.cancelled.since),
            (Self::UnderAppeal(state), _) => cancelled(state.cancelled.since),
            (Self::Upheld(state), _) => cancelled(state.appeal.cancelled.since),

            (_, ActName::DeferralGranted | ActName::DeferralRefused) => no_deferral_pending(),
            (
                Self::DeferralPending(state),
                ActName::DeferralRequested | ActName::ApplicationFiled | ActName::ApplicationAccepted,
            ) => deferral_pending(state.requested_on),
            (Self::Filed(Filed { filed_on: made_on, .. }), ActName::DeferralRequested | ActName::ApplicationFiled) => {
                application_pending(*made_on)
            }
            (Self::UnderReview(UnderReview { accepted_on: made_on, .. }), _) => application_pending(*made_on),
            (Self::Running(_) | Self::Filed(_) | Self::DeferralPending(_), _) => no_application_pending(),
        }
    }
}
