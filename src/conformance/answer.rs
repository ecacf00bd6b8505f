//! The answers to the questions of a case.

use crate::agenda::due::Agenda;
use crate::education::progress::Progress;
use crate::explain::tree::Explanation;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::identity::sex::Sex;
use crate::lifecycle::as_of::Outlook;
use crate::lifecycle::difference::KnownDifference;
use crate::lifecycle::sensitivity::Sensitive;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::timeline::Row;
use crate::oversight::instructor::Qualification;
use crate::oversight::standing::Standing as BodyStanding;
use crate::plan::course::Course;
use crate::plan::plan::Plan;
use crate::whatif::difference::Difference;
use crate::whatif::situation::Situation;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

/// An answer, in the form of the wire when serialized.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(untagged)]
pub enum Answer {
    /// To `standing`.
    Standing(Standing),
    /// To `timeline`.
    Timeline(Vec<Row>),
    /// To `outlook`.
    #[serde(serialize_with = "wire::outlook")]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Outlook"))]
    Outlook(Option<Outlook>),
    /// To `education`.
    Education(Progress),
    /// To `assessment`.
    Assessment(Verdict),
    /// To `irregularities`.
    Irregularities(Vec<EventFault>),
    /// To `sensitivity`.
    Sensitivity(Vec<Sensitive>),
    /// To `plan`.
    Plan(Box<Plan>),
    /// To `explanation`.
    Explanation(Box<Explanation>),
    /// To `agenda`.
    Agenda(Agenda),
    /// To `difference`.
    Difference(Difference),
    /// To `known_difference`.
    KnownDifference(Box<KnownDifference>),
    /// To `review_by`.
    ReviewBy {
        /// The day the opinion is due.
        #[serde(serialize_with = "crate::calendar::iso::reckoned")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
        review_by: NaiveDate,
    },
    /// To `accreditation`.
    Accreditation(BodyStanding),
    /// To `may_teach`.
    MayTeach(Qualification),
    /// To `identity`.
    Identity(IdentityAnswer),
    /// An event was refused.
    Refused {
        /// The event and what stands against it.
        error: EventFault,
    },
    /// The question could not be asked.
    Error {
        /// Why not.
        error: Fault,
    },
}

/// What an identity number says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Identity"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Identity"))]
pub enum IdentityAnswer {
    /// It is one.
    Valid {
        /// The day of birth it states.
        birth: NaiveDate,
        /// The sex it states.
        sex: Sex,
    },
    /// It is none.
    Invalid {
        /// Which check it fails.
        code: &'static str,
    },
}

impl Answer {
    /// The rows it has: those of its lists, and of the lists in these.
    pub(crate) fn rows(&self) -> usize {
        let of_faults = |faults: &[EventFault]| faults.iter().map(|fault| 1 + of_fault(&fault.fault)).sum();
        match self {
            Self::Timeline(rows) => rows.len(),
            Self::Education(progress) => of_progress(progress),
            Self::Assessment(verdict) => verdict.findings().len(),
            Self::Irregularities(faults) => of_faults(faults),
            Self::Sensitivity(readings) => readings.len(),
            Self::Accreditation(standing) => of_faults(standing.irregularities()) + standing.reviews_missing().count(),
            Self::Plan(plan) => of_plan(plan),
            Self::Explanation(explanation) => {
                let mut reasons = 0;
                explanation.root().visit(&mut |reason| reasons += 1 + reason.readings.len() + reason.points.len());
                reasons
            }
            Self::Agenda(agenda) => agenda.items().len(),
            Self::Difference(difference) => {
                let sides = [&*difference.before, &*difference.after];
                difference.changes().len() + sides.map(of_situation).iter().sum::<usize>()
            }
            Self::KnownDifference(difference) => {
                let sides = [&difference.then, &difference.now];
                let of_side = |side: &Result<_, EventFault>| side.as_ref().err().map_or(0, |it| of_fault(&it.fault));
                difference.changes.len() + sides.map(of_side).iter().sum::<usize>()
            }
            Self::Refused { error } => of_fault(&error.fault),
            Self::Error { error } => of_fault(error),
            Self::Standing(_) | Self::Outlook(_) | Self::ReviewBy { .. } | Self::MayTeach(_) | Self::Identity(_) => 0,
        }
    }
}

fn of_fault(fault: &Fault) -> usize {
    fault.findings().len() + fault.unmet().len()
}

fn of_progress(progress: &Progress) -> usize {
    progress.years.len() + progress.disregarded.len()
}

fn of_plan(plan: &Plan) -> usize {
    let of_course = match &plan.course {
        Course::Register(way) => {
            let [agencies, registrars] = [&way.agencies, &way.registrars];
            agencies.as_ref().map_or(0, Vec::len) + registrars.as_ref().map_or(0, Vec::len)
        }
        Course::Barred(bars) => bars.len(),
        _ => 0,
    };
    let openings = [&plan.relief.deferral, &plan.relief.extension];
    let grounds: usize = openings.into_iter().flatten().map(|opening| opening.grounds.len()).sum();
    let own = plan.milestones.len() + plan.studies.items().len() + plan.papers.len() + plan.warnings.len();
    own + of_course + grounds
}

fn of_situation(situation: &Result<Situation, EventFault>) -> usize {
    match situation {
        Ok(Situation { standing: _, assessment, education, plan }) => {
            assessment.findings().len() + education.as_ref().map_or(0, of_progress) + of_plan(plan)
        }
        Err(refusal) => of_fault(&refusal.fault),
    }
}

mod wire {
    use super::{IdentityAnswer, Sex};
    use crate::calendar::iso::Day;
    use crate::lifecycle::as_of;
    use serde::{Serialize, Serializer};

    /// What comes next if nothing more happens.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged, rename = "OutlookAnswer")]
    pub(super) enum Outlook<'a> {
        /// How long it lasts, and what comes then.
        Changes(&'a as_of::Outlook),
        /// Time alone changes nothing.
        Stays {},
    }

    pub(super) fn outlook<S: Serializer>(outlook: &Option<as_of::Outlook>, serializer: S) -> Result<S::Ok, S::Error> {
        outlook.as_ref().map_or(Outlook::Stays {}, Outlook::Changes).serialize(serializer)
    }

    /// What an identity number says, as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged)]
    pub(super) enum Identity {
        /// It is one.
        Valid {
            #[cfg_attr(feature = "schema", schemars(extend("const" = true)))]
            valid: bool,
            birth: Day,
            sex: Sex,
        },
        /// It is none.
        Invalid {
            #[cfg_attr(feature = "schema", schemars(extend("const" = false)))]
            valid: bool,
            #[cfg_attr(feature = "schema", schemars(schema_with = "crate::conformance::schema::values::number_codes"))]
            code: &'static str,
        },
    }

    impl From<IdentityAnswer> for Identity {
        fn from(answer: IdentityAnswer) -> Self {
            match answer {
                IdentityAnswer::Valid { birth, sex } => Self::Valid { valid: true, birth: Day(birth), sex },
                IdentityAnswer::Invalid { code } => Self::Invalid { valid: false, code },
            }
        }
    }
}
