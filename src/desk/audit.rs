//! Decisions held against what was found.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;

/// What was decided on an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Decision {
    /// It was registered.
    Registered,
    /// It was refused.
    Refused,
}

/// What is irregular about a decision made elsewhere: a registration against findings, or a refusal without one (47.7:
/// 在符合登记条件的…证书登记页上加盖…登记专用章).
///
/// The states of this module cannot decide so.
///
/// # Examples
///
/// ```
/// use ruankao::desk::{Decision, irregularity};
/// use ruankao::{Clause, Code, Finding, Verdict};
///
/// let unpaid: Verdict = [Finding::new(Code::FeeUnpaid, Clause::N47_6)].into_iter().collect();
/// assert_eq!(irregularity(Decision::Refused, &unpaid), None);
/// assert_eq!(irregularity(Decision::Registered, &unpaid).unwrap().code(), Code::ConditionsNotMet);
/// assert_eq!(irregularity(Decision::Refused, &Verdict::default()).unwrap().code(), Code::RefusedWithoutFinding);
/// ```
#[must_use]
pub fn irregularity(decision: Decision, verdict: &Verdict) -> Option<Fault> {
    match (decision, verdict.is_met()) {
        (Decision::Registered, true) | (Decision::Refused, false) => None,
        (Decision::Registered, false) => Some(Fault::conditions_not_met(verdict.findings().to_vec())),
        (Decision::Refused, true) => Some(Finding::new(Code::RefusedWithoutFinding, Clause::N47_7).into()),
    }
}

/// The refusals of a history against which no condition of registration stood.
///
/// A history does not know the form; what disagreed there may have been the reason. Registrations against the
/// conditions are among the history's own [irregularities](History::irregularities).
///
/// # Errors
///
/// The refusal of the first event that is refused, in the context's mode.
pub fn unfounded_refusals(history: &History, context: Context<'_>) -> Result<Vec<EventFault>, EventFault> {
    let mut replay = history.replay(context);
    let mut unfounded = Vec::new();
    for (index, event) in history.events().iter().enumerate() {
        if let (ActName::Refused, Certificate::UnderReview(review)) = (event.act.name(), replay.certificate()) {
            let fault = irregularity(Decision::Refused, &review.conditions(&context));
            unfounded.extend(fault.map(|fault| EventFault { event: index, fault }));
        }
        replay.read_next()?;
    }
    Ok(unfounded)
}
