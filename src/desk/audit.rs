//! Decisions held against what was found.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::act::Act;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::naming::table::named;
use crate::registration::application::Registration;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;

named! {
    /// What was decided on an application.
    pub enum Decision: "decision" {
        /// It was registered.
        Registered = "registered", "registered", "登记";
        /// It was refused.
        Refused = "refused", "refused", "不予登记";
    }
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

/// The refusals, of applications that were accepted, against which no condition of registration stood.
///
/// A history does not know the form; what disagreed there may have been the reason, or what was renewed under review.
/// Registrations against the conditions are among the file's own [irregularities](CertificateFile::irregularities).
///
/// Reading: `conditions_on`.
///
/// # Errors
///
/// The refusal of the first event that is refused, in the mode of the file.
pub fn unfounded_refusals(file: &CertificateFile<'_>) -> Result<Vec<EventFault>, EventFault> {
    let context = file.context();
    let (mut certificate, mut unfounded) = (Certificate::default(), Vec::new());
    for (place, what) in context.history.held(context.known_on) {
        let next = Replay::step(&certificate, what, context.facts(), context.mode);
        let next = next.map_err(|fault| EventFault { event: place, fault })?;
        if let (Act::Refused, Certificate::UnderReview(review)) = (&what.act, &certificate) {
            let verdict = review.conditions(what.on, &Registration::default(), context.facts());
            let fault = irregularity(Decision::Refused, &verdict);
            unfounded.extend(fault.map(|fault| EventFault { event: place, fault }));
        }
        certificate = next;
    }
    Ok(unfounded)
}
