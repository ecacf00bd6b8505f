//! What a holder can do: register, appeal, wait, or nothing.

use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::identity::body::BodyId;
use crate::lifecycle::act::ActName;
use crate::plan::days::Days;
use crate::plan::stage::Stage;
use crate::plan::study::Study;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What the holder can do.
///
/// Exhaustive on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::CourseRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::CourseRecord"))]
pub enum Course {
    /// There is no certificate yet.
    AwaitApproval,
    /// No registration is needed.
    NothingToDo,
    /// From the repeal of the notices on the certificate is valid without end, and nothing is to be done.
    Repealed {
        /// The day of the repeal.
        from: NaiveDate,
    },
    /// The pending application meets the conditions.
    AwaitRegistration {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
    /// Earn, bring, apply, or complete what was applied for.
    Register(Registering),
    /// It cannot be registered any more as things stand.
    Barred(Vec<Bar>),
    /// Cancelled, and not published: the agency has to publish it.
    AwaitPublication,
    /// Cancelled and published.
    Appeal {
        /// The last day on which to appeal.
        by: NaiveDate,
    },
    /// Cancelled and appealed.
    AwaitAppeal {
        /// The day of the appeal.
        filed_on: NaiveDate,
    },
    /// Lapsed, or cancelled with the notices' own remedy closed.
    Nothing,
}

/// When and where to apply, or to have decided what was applied for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registering {
    /// How far it has come.
    pub stage: Stage,
    /// The act that the days are for: the filing, where that is what has to come in time, the acceptance, or the
    /// registration itself (readings `in_time`, `pending_at_expiry`).
    pub act: ActName,
    /// The first day on which it can come and the last.
    ///
    /// Where all that the plan names can be there within these days, the first is one on which the certificate can be
    /// registered as well.
    pub apply: Days,
    /// The first day on which it can be registered, with all that the plan names: not before the first to apply, and
    /// after the last one where hours are still earned while the application is pending.
    pub register_from: NaiveDate,
    /// Where a list of agencies is given: those that may act on the first day to apply.
    pub agencies: Option<Vec<BodyId>>,
    /// Where a list of agencies is given: those that may register on the first day to register.
    pub registrars: Option<Vec<BodyId>>,
    /// The last day in force of the new term, if it is registered on the first day.
    pub valid_until: NaiveDate,
}

/// What stands in the way as things are, until a relief is granted say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::BarRecord"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::BarRecord"))]
pub enum Bar {
    /// Hours that can no longer be earned, or not before the last day on which to register.
    Study(Study),
    /// A condition that nothing mends.
    Condition(Finding),
    /// No agency on the list may act in these days.
    NoAgency(Days),
    /// The window to apply opens after the last day on which to register.
    NoWindow {
        /// The first day of the window.
        opens: NaiveDate,
        /// The last day on which to register.
        deadline: NaiveDate,
    },
    /// An act on the way that is refused: the calendar does not cover the new term's end.
    Refused(Fault),
    /// Whatever is decided on what is pending, the certificate lapses.
    Lapses,
}

#[cfg(feature = "serde")]
mod wire {
    use super::{ActName, Bar, BodyId, Course, Days, Fault, Finding, Study, Vec};
    use crate::calendar::iso::Day;
    use crate::regulation::clause::Clause;
    use crate::words::phrase::Phrase;
    use serde::Serialize;

    /// What the holder can do: where that is to register, when and where; where it is barred, what stands in the way.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Course")]
    pub(super) struct CourseRecord {
        says: Phrase,
        #[serde(skip_serializing_if = "Option::is_none")]
        clause: Option<Clause>,
        #[serde(flatten)]
        way: Option<WayRecord>,
        /// What stands in the way, where it cannot be registered as things stand.
        #[serde(skip_serializing_if = "Option::is_none")]
        bars: Option<Vec<Bar>>,
    }

    /// When and where to register.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    struct WayRecord {
        /// The act that the days are for.
        act: ActName,
        /// The days on which it can come.
        apply: Days,
        /// Where a list of agencies is given: those that may act on the first of these days.
        #[serde(skip_serializing_if = "Option::is_none")]
        agencies: Option<Vec<BodyId>>,
        /// The first day on which it can be registered.
        register_from: Day,
        /// Where a list of agencies is given: those that may register on that day.
        #[serde(skip_serializing_if = "Option::is_none")]
        registrars: Option<Vec<BodyId>>,
        /// The last day of the new term, if it is registered on that day.
        valid_until: Day,
    }

    impl From<Course> for CourseRecord {
        fn from(course: Course) -> Self {
            let (says, clause) = (course.phrase(), course.clause());
            let (way, bars) = match course {
                Course::Register(way) => (Some(way), None),
                Course::Barred(bars) => (None, Some(bars)),
                _ => (None, None),
            };
            let way = way.map(|way| WayRecord {
                act: way.act,
                apply: way.apply,
                agencies: way.agencies,
                register_from: Day(way.register_from),
                registrars: way.registrars,
                valid_until: Day(way.valid_until),
            });
            Self { says, clause, way, bars }
        }
    }

    /// What stands in the way: hours, a condition, an act that is refused, or a sentence.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Bar", untagged)]
    pub(super) enum BarRecord {
        Study(Study),
        Condition(Finding),
        Refused(Fault),
        Says(Phrase),
    }

    impl From<Bar> for BarRecord {
        fn from(bar: Bar) -> Self {
            match bar {
                Bar::Study(study) => Self::Study(study),
                Bar::Condition(finding) => Self::Condition(finding),
                Bar::Refused(fault) => Self::Refused(fault),
                Bar::NoAgency(days) => Self::Says(Bar::no_agency(days)),
                Bar::NoWindow { opens, deadline } => Self::Says(Bar::no_window(opens, deadline)),
                Bar::Lapses => Self::Says(Bar::lapses()),
            }
        }
    }
}
