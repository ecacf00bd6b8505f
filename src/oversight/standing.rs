//! Where a body stands on a day.

use crate::finding::refused::EventFault;
use crate::oversight::accreditation::Accreditation;
use crate::oversight::kind::Kind;
use crate::oversight::phase::Phase;
use crate::oversight::service::Service;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Where a body stands on a day, by all that is dated up to it.
///
/// It has a day since which it may act exactly where it may act, and a time for rectification exactly while rectifying.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Standing"))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "wire::Standing", rename = "BodyStanding")
)]
pub struct Standing {
    on: NaiveDate,
    phase: Phase,
    /// There exactly where it may act.
    service: Option<Service>,
    rectify_by: Option<NaiveDate>,
    irregularities: Vec<EventFault>,
}

/// A row of a timeline: from this day on the body stood so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Row {
    /// The first day.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    pub from: NaiveDate,
    /// The phase.
    pub phase: Phase,
    /// Whether the body may act.
    pub may_act: bool,
}

impl Standing {
    /// The standing of a body of which nothing is known.
    #[must_use]
    pub const fn unknown(on: NaiveDate) -> Self {
        Self { on, phase: Phase::Unknown, service: None, rectify_by: None, irregularities: Vec::new() }
    }

    pub(crate) fn of<K: Kind>(state: Accreditation<K>, on: NaiveDate, irregularities: Vec<EventFault>) -> Self {
        let phase = state.phase();
        let (service, rectify_by) = match state {
            Accreditation::Accredited(state) => (Some(state.service), None),
            Accreditation::Rectifying(state) => {
                let rectify_by = state.rectify_by();
                (Some(state.service), Some(rectify_by))
            }
            Accreditation::Unknown
            | Accreditation::Opened(_)
            | Accreditation::Declined(_)
            | Accreditation::AwaitingFiling(_)
            | Accreditation::Withdrawn(_) => (None, None),
        };
        Self { on, phase, service, rectify_by, irregularities }
    }

    /// The same looked at on a later day, with what was done by then without its legal conditions.
    #[cfg(feature = "conformance")]
    pub(crate) fn seen(self, on: NaiveDate, irregularities: Vec<EventFault>) -> Self {
        Self { on, irregularities, ..self }
    }

    /// The day asked about.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The phase.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Whether the body may act.
    #[must_use]
    pub const fn may_act(&self) -> bool {
        self.phase.may_act()
    }

    /// The day on which it began to act, where it may act; a rectification does not change it.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.service.as_ref().map(Service::since)
    }

    /// The calendar years without a review, where it may act: of the whole years after the one in which it began, up to
    /// the year before the day asked about (47.14, 48.12: 年度).
    pub fn reviews_missing(&self) -> impl Iterator<Item = i32> {
        self.service.iter().flat_map(|service| service.reviews_missing(self.on))
    }

    /// The last day on which to rectify, while rectifying.
    #[must_use]
    pub const fn rectify_by(&self) -> Option<NaiveDate> {
        self.rectify_by
    }

    /// Whether it is still to rectify after the last day for it.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.rectify_by.is_some_and(|last| last < self.on)
    }

    /// What was done up to the day without its legal conditions; none in strict mode.
    #[must_use]
    pub fn irregularities(&self) -> &[EventFault] {
        &self.irregularities
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{EventFault, Phase, Vec};
    use crate::calendar::iso::Day;
    use serde::Serialize;

    /// The standing of a body as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Standing {
        phase: Phase,
        may_act: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reviews_missing: Option<Vec<i32>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        rectify_by: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        overdue: Option<bool>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        irregularities: Vec<EventFault>,
    }

    impl From<super::Standing> for Standing {
        fn from(standing: super::Standing) -> Self {
            let (since, rectify_by) = (standing.since(), standing.rectify_by());
            Self {
                phase: standing.phase(),
                may_act: standing.may_act(),
                since: since.map(Day),
                reviews_missing: since.map(|_| standing.reviews_missing().collect()),
                rectify_by: rectify_by.map(Day),
                overdue: rectify_by.map(|_| standing.is_overdue()),
                irregularities: standing.irregularities,
            }
        }
    }
}
