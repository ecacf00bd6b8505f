//! How far a registration has come, and by when its next act has to come.

use crate::calendar::date::{next_day, sub_days};
use crate::lifecycle::act::ActName;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::plan::days::earlier;
use crate::regulation::readings::{ConditionsOn, InTime, LapseEffect, PendingAtExpiry};
use chrono::NaiveDate;

/// How far a registration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing is done yet.
    Open,
    /// The certificate has lapsed, or will have by the day named, and may be registered again (reading `lapse_effect`).
    Lapsed {
        /// The first day on which it is no longer valid.
        since: NaiveDate,
    },
    /// An application is filed.
    Filed {
        /// The day of filing.
        filed_on: NaiveDate,
    },
    /// An application is accepted.
    Accepted {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
}

/// What bounds a registration in time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) stage: Stage,
    /// The act that has to come by then.
    pub(super) act: ActName,
    /// The first day on which it may come.
    pub(super) from: NaiveDate,
    /// The last day on which it may come.
    pub(super) by: Option<NaiveDate>,
    /// The last day as of which the conditions can be judged.
    pub(super) judged_by: Option<NaiveDate>,
}

impl Bounds {
    /// Those of a certificate whose term runs, or that may return.
    ///
    /// Readings: `pending_at_expiry`, `in_time`, `conditions_on`.
    pub(super) fn of(as_of: &AsOf<'_>, term: &Term) -> Self {
        let readings = as_of.context().regulation().readings();
        let from = as_of.on().max(term.opens());
        let stage = match (as_of.standing().phase, as_of.certificate()) {
            (Phase::Lapsed { since }, _) => return Self::after_lapse(as_of, since),
            (_, Certificate::Filed(state)) => Stage::Filed { filed_on: state.filed_on() },
            (_, Certificate::UnderReview(state)) => Stage::Accepted { accepted_on: state.accepted_on() },
            _ => Stage::Open,
        };
        let after_lapse = as_of.deadline().is_none();
        let lapses = readings.pending_at_expiry == PendingAtExpiry::Lapses && !after_lapse;
        let by_filing = readings.in_time == InTime::Filing;
        let by_acceptance = !by_filing && readings.conditions_on == ConditionsOn::Acceptance;
        let deadline = Some(term.deadline());
        let act = match stage {
            _ if lapses => ActName::Registered,
            Stage::Accepted { .. } => ActName::Registered,
            Stage::Open if by_filing => ActName::ApplicationFiled,
            Stage::Open | Stage::Filed { .. } | Stage::Lapsed { .. } => ActName::ApplicationAccepted,
        };
        let (by, judged_by) = match stage {
            _ if lapses => (deadline, deadline),
            _ if after_lapse => (None, None),
            Stage::Filed { .. } if by_filing => (None, None),
            Stage::Open | Stage::Filed { .. } => (deadline, deadline.filter(|_| by_acceptance)),
            Stage::Accepted { .. } | Stage::Lapsed { .. } => (None, None),
        };
        Self { stage, act, from, by, judged_by }.before_repeal(as_of)
    }

    /// Those of a certificate that has lapsed, or will have, and may be registered again at any time after it.
    fn after_lapse(as_of: &AsOf<'_>, since: NaiveDate) -> Self {
        let (stage, act) = (Stage::Lapsed { since }, ActName::ApplicationFiled);
        Self { stage, act, from: as_of.on().max(since), by: None, judged_by: None }.before_repeal(as_of)
    }

    /// Where nothing is done in time: those after the lapse, if it is not for good.
    ///
    /// Reading: `lapse_effect`.
    pub(super) fn missed(self, as_of: &AsOf<'_>, term: &Term) -> Option<Self> {
        let may_return = as_of.context().regulation().readings().lapse_effect == LapseEffect::MayReturn;
        let lapses_by_itself = may_return && self.by.is_some() && !matches!(self.stage, Stage::Lapsed { .. });
        lapses_by_itself.then(|| Self::after_lapse(as_of, next_day(term.deadline())))
    }

    /// The same, ending with the day before the repeal where one is named.
    fn before_repeal(self, as_of: &AsOf<'_>) -> Self {
        let last = as_of.context().regulation().parameters().repealed_on.map(|day| sub_days(day, 1));
        Self { by: earlier(self.by, last), judged_by: earlier(self.judged_by, last), ..self }
    }
}
