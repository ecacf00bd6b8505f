//! What is open to a holder besides registering: a deferral (47.8), an extension (48.6).

use crate::calendar::date::{add_days, add_months};
use crate::calendar::period::Period;
use crate::deferral::request::latest;
use crate::ground::absences::Absences;
use crate::ground::claim::Ground;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::regulation::clause::Clause;
use crate::regulation::readings::PendingAtExpiry;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What may still be asked for. Whether it is granted, and whether the ground is there, is for people to judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Relief {
    /// A deferral of the registration.
    pub deferral: Option<Opening>,
    /// An extension of the time for education.
    pub extension: Option<Opening>,
}

/// A deferral or an extension that is open on a day.
///
/// A claim on any of its grounds that is fully shown, until the last of its days, is without fault.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What is open for a certificate whose term runs.
///
/// Reading: `pending_at_expiry`.
pub(super) fn relief(as_of: &AsOf<'_>) -> Relief {
    let (on, regulation) = (as_of.on(), as_of.context().regulation());
    let Some(term) = as_of.certificate().term() else { return Relief::default() };
    let (cycle, deadline) = (term.cycle(regulation), term.deadline());
    let is_running = matches!(as_of.certificate(), Certificate::Running(_));
    let open = |after: NaiveDate, latest, ask_by, arose, is_ground: fn(Ground) -> bool| {
        let until = Period::between(add_days(after, 1), latest).ok()?;
        // Whoever is away on every day there is has an absence as long as there can be.
        let away = Absences::from_iter(Period::between(add_days(cycle.after(), 1), latest));
        let can_be_long_enough = away.shortcoming(cycle.after(), latest, regulation).is_none();
        let can_be = |ground: &Ground| is_ground(*ground) && (!ground.is_absence() || can_be_long_enough);
        let grounds = Ground::ALL.into_iter().filter(can_be).collect();
        Some(Opening { until, ask_by, arose, grounds })
    };
    let deferral = || open(deadline, latest(term.nominal(), regulation), Some(term.expiry()), None, |_| true);
    let extension = || {
        let end = cycle.nominal_end();
        let arose = Period::between(add_days(cycle.after(), 1), end.min(on)).ok()?;
        let kept = !is_running && regulation.readings().pending_at_expiry == PendingAtExpiry::Continues;
        let latest = add_months(end, regulation.parameters().extension_months);
        open(end, latest, (!kept).then_some(deadline), Some(arose), |ground| ground.extends_under().is_some())
    };
    Relief {
        deferral: (is_running && on <= term.expiry()).then(deferral).flatten(),
        extension: term.extension().is_none().then(extension).flatten(),
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Opening {
    /// `{"until", "ask_by", "arose"?, "grounds"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("until", &self.until)?;
        map.serialize_entry("ask_by", &self.ask_by.map(Day))?;
        if let Some(arose) = &self.arose {
            map.serialize_entry("arose", arose)?;
        }
        map.serialize_entry("grounds", &self.grounds)?;
        map.end()
    }
}
