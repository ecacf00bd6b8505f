//! The audit of one certificate.

use crate::irregularity::Irregularity;
use ruankao::conformance::Case;
use ruankao::finding::EventFault;
use ruankao::{History, Law, Mode};

/// What is irregular in the life that a line tells, in the order of its events.
///
/// An act without its legal conditions is let stand, and what follows audited too. One that cannot have happened at all ends
/// the audit of its certificate.
pub fn audit(case: &Case, law: &Law, line: usize) -> Vec<Irregularity> {
    let file = law.open_in(Mode::Audit, &case.history, &case.ledger);
    let (faults, refusal) = match file.irregularities() {
        Ok(faults) => (faults, None),
        Err(refusal) => {
            let before = case.history.records().iter().take(refusal.event).cloned();
            let before = law.open_in(Mode::Audit, before.collect::<History>(), &case.ledger);
            (before.irregularities().unwrap_or_default(), Some(refusal))
        }
    };
    let irregular = |fault: EventFault, is_refused: bool| irregularities(case, line, fault, is_refused);
    let faults = faults.into_iter().flat_map(|fault| irregular(fault, false));
    faults.chain(refusal.into_iter().flat_map(|refusal| irregular(refusal, true))).collect()
}

/// A fault, or the findings behind it: each has its own clause.
fn irregularities(case: &Case, line: usize, fault: EventFault, is_refused: bool) -> Vec<Irregularity> {
    let EventFault { event, fault } = fault;
    let Some(record) = case.history.records().get(event) else { return Vec::new() };
    let (on, act) = (record.what().on, record.what().act.name());
    let irregularity =
        |finding, part_of| Irregularity { id: case.id.clone(), line, event, act, on, is_refused, finding, part_of };
    match fault.findings() {
        [] => vec![irregularity(*fault.finding(), None)],
        findings => findings.iter().map(|finding| irregularity(*finding, Some(fault.code()))).collect(),
    }
}
