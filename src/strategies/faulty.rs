//! Histories with one chosen fault.

use crate::finding::code::Code;
use crate::lifecycle::history::History;
use crate::strategies::days::days_within;
use crate::strategies::life::Life;
use crate::strategies::tales::{Drawn, Tale};
use crate::strategies::tales_of_conditions as conditions;
use crate::strategies::tales_of_state as state;
use chrono::NaiveDate;
use proptest::prelude::*;

/// A life that is lawful up to its last event, and what stands against that.
#[derive(Clone, Debug)]
pub struct FaultyLife {
    /// The life.
    pub life: Life,
    /// What stands against its last event, and nothing else does. Of a condition of a registration it is the one finding behind
    /// [`Code::ConditionsNotMet`].
    pub code: Code,
}

/// The faults that a history can be given by [`faulty_lives`]: all that can stand against an event of a certificate, and each
/// condition of a registration.
pub const FAULTS: [Code; 45] = [
    Code::OutOfOrder,
    Code::NotApproved,
    Code::AlreadyApproved,
    Code::NotSubject,
    Code::Repealed,
    Code::Lapsed,
    Code::Cancelled,
    Code::ApplicationPending,
    Code::NoApplicationPending,
    Code::DeferralPending,
    Code::NoDeferralPending,
    Code::AfterExpiry,
    Code::DeferralNotBeyondDeadline,
    Code::ExtensionExists,
    Code::OutsideCycle,
    Code::ExtensionNotBeyondCycle,
    Code::NotCancelled,
    Code::AlreadyPublished,
    Code::NotPublished,
    Code::AppealExists,
    Code::NoAppealPending,
    Code::CalendarUncovered,
    Code::DeferralTooLong,
    Code::ExtensionTooLong,
    Code::GroundNotRecognised,
    Code::AbsenceTooShort,
    Code::AroseOutsideAbsence,
    Code::ConsentMissing,
    Code::WrittenApplicationMissing,
    Code::EvidenceMissing,
    Code::BeforeWindow,
    Code::AgencyMissing,
    Code::AgencyNotApproved,
    Code::OffPostTooShort,
    Code::NoApplicationMade,
    Code::VerificationMissing,
    Code::AppealTooLate,
    Code::Conduct,
    Code::CriminalRecord,
    Code::Health,
    Code::EmployerAssessment,
    Code::DocumentMissing,
    Code::FeeUnpaid,
    Code::EducationTotal,
    Code::EducationYear,
];

/// Histories that strict mode accepts up to the last event, which it refuses for the one fault chosen, under the notices as the
/// rule book reads them. `None` for a code that is none of [`FAULTS`].
///
/// For what a system says of each fault, one by one: the screen, the message, the clause. However it is shrunk, it has that
/// fault and no other.
///
/// # Examples
///
/// ```
/// use proptest::strategy::{Strategy, ValueTree};
/// use proptest::test_runner::TestRunner;
/// use ruankao::Code;
/// use ruankao::strategies::faulty_lives;
///
/// let early = faulty_lives(Code::BeforeWindow).expect("it is one of `FAULTS`");
/// let faulty = early.new_tree(&mut TestRunner::deterministic())?.current();
/// let refusal = faulty.life.open().refusal().cloned().expect("the last event is refused");
/// assert_eq!(refusal.fault.code(), Code::BeforeWindow);
/// assert!(faulty_lives(Code::SignatureMissing).is_none());
/// # Ok::<(), proptest::test_runner::Reason>(())
/// ```
pub fn faulty_lives(code: Code) -> Option<impl Strategy<Value = FaultyLife>> {
    if !FAULTS.contains(&code) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(2005, 1, 1).unwrap_or(NaiveDate::MIN);
    let last = NaiveDate::from_ymd_opt(2015, 12, 31).unwrap_or(NaiveDate::MAX);
    let drawn = (days_within(first, last), 0_u32..60, 1_u32..60);
    Some(drawn.prop_map(move |(approved_on, early, span)| {
        let mut tale = Tale::new(Drawn { approved_on, early, span });
        let told = state::tell(&mut tale, code).or_else(|| conditions::tell(&mut tale, code));
        let mut events = tale.events;
        events.extend(told);
        FaultyLife { life: Life { law: tale.law, history: History::from(events), ledger: tale.ledger }, code }
    }))
}
