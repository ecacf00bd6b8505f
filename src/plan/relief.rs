//! What is open to a holder besides registering: a deferral (47.8), an extension (48.6).

use crate::calendar::date::{add_days, add_months, sub_days};
use crate::calendar::period::Period;
use crate::deferral::latest;
use crate::ground::absences::Absences;
use crate::ground::claim::Ground;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::plan::course::Course;
use crate::plan::days::earlier;
use crate::regulation::clause::Clause;
use crate::regulation::readings::{InTime, PendingAtExpiry};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What may still be asked for. Whether it is granted, and whether the ground is there, is for people to judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Relief {
    /// A deferral of the registration.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub deferral: Option<Opening>,
    /// An extension of the time for education.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub extension: Option<Opening>,
}

/// A deferral or an extension that is open on a day.
///
/// A claim on any of its grounds that is fully shown, until the last of its days, is without fault.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Opening"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Opening"))]
pub struct Opening {
    /// The days until which it may reach.
    pub until: Period,
    /// The last day on which to ask; `None` where it is open until what is pending is decided.
    pub ask_by: Option<NaiveDate>,
    /// With an extension: the days on which its ground may have arisen.
    pub arose: Option<Period>,
    /// The grounds, in the order of the notices.
    pub grounds: Vec<Ground>,
}

impl Opening {
    /// The item that makes a ground one of this kind.
    #[must_use]
    pub const fn clause(&self, ground: Ground) -> Option<Clause> {
        if self.arose.is_some() { ground.extends_under() } else { Some(ground.defers_under()) }
    }
}

/// What is open, where a term runs and a registration is still to come.
///
/// Readings: `pending_at_expiry`, `in_time`.
pub(super) fn relief(as_of: &AsOf<'_>, course: &Course) -> Relief {
    let is_wanted = matches!(course, Course::Register(_) | Course::Barred(_) | Course::AwaitRegistration { .. });
    let (on, regulation) = (as_of.on(), as_of.context().regulation());
    let (Some(term), Some(deadline), true) = (as_of.certificate().term(), as_of.deadline(), is_wanted) else {
        return Relief::default();
    };
    let (cycle, readings) = (term.cycle(regulation), regulation.readings());
    let last_day = regulation.parameters().repealed_on.map(|day| sub_days(day, 1));
    let open = |after: NaiveDate, latest, ask_by, arose, is_ground: fn(Ground) -> bool| {
        let until = Period::between(add_days(after, 1), latest).ok()?;
        // Whoever is away on every day there is has an absence as long as there can be.
        let away = Absences::from_iter(Period::between(add_days(cycle.after(), 1), latest));
        let can_be_long_enough = away.shortcoming(cycle.after(), latest, regulation).is_none();
        let can_be = |ground: &Ground| is_ground(*ground) && (!ground.is_absence() || can_be_long_enough);
        let grounds = Ground::ALL.into_iter().filter(can_be).collect();
        Some(Opening { until, ask_by, arose, grounds })
    };
    let deferral = || {
        // A term made longer after a won appeal may end on a later working day than its deferral.
        let ask_by = earlier(Some(term.expiry().min(deadline)), last_day);
        open(deadline, latest(term.nominal(), regulation), ask_by, None, |_| true)
    };
    let extension = || {
        let end = cycle.nominal_end();
        let arose = Period::between(add_days(cycle.after(), 1), end.min(on)).ok()?;
        let is_in_time = match as_of.certificate() {
            Certificate::UnderReview(_) | Certificate::DeferralPending(_) => true,
            Certificate::Filed(_) => readings.in_time == InTime::Filing,
            _ => false,
        };
        let is_kept = is_in_time && readings.pending_at_expiry == PendingAtExpiry::Continues;
        let ask_by = earlier(Some(deadline).filter(|_| !is_kept), last_day);
        let latest = add_months(end, regulation.parameters().extension_months);
        open(end, latest, ask_by, Some(arose), |ground| ground.extends_under().is_some())
    };
    let may_defer = matches!(as_of.certificate(), Certificate::Running(_)) && on <= term.expiry();
    Relief {
        deferral: may_defer.then(deferral).flatten(),
        extension: term.extension().is_none().then(extension).flatten(),
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Ground, Vec};
    use crate::calendar::iso::Day;
    use crate::plan::days::Days;
    use serde::Serialize;

    /// A deferral or an extension that is open on a day.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Opening {
        /// The days until which it may reach.
        until: Days,
        /// The last day on which to ask; left out where it is open until what is pending is decided.
        #[serde(skip_serializing_if = "Option::is_none")]
        ask_by: Option<Day>,
        /// With an extension: the days on which its ground may have arisen.
        #[serde(skip_serializing_if = "Option::is_none")]
        arose: Option<Days>,
        grounds: Vec<Ground>,
    }

    impl From<super::Opening> for Opening {
        fn from(opening: super::Opening) -> Self {
            let super::Opening { until, ask_by, arose, grounds } = opening;
            Self { until: until.into(), ask_by: ask_by.map(Day), arose: arose.map(Days::from), grounds }
        }
    }
}
