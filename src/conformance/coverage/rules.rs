//! The rules that an answer on the wire can rest on, and what becomes of each.

use crate::finding::code::Code;
use crate::regulation::clause::Clause;

/// A rule: a code, and the clause that it stands under, if it rests on one.
pub(super) type Rule = (Option<Clause>, Code);

/// What became of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was asked, and nothing stood against it.
    Met,
    /// It stood against an act or an applicant.
    NotMet,
}

/// The conditions of a registration, in their order (47.4, 47.6, 48.4).
pub(super) const CONDITIONS: [Rule; 8] = [
    under(Clause::N47_4_2, Code::Conduct),
    under(Clause::N47_4_2, Code::CriminalRecord),
    under(Clause::N47_4_3, Code::Health),
    under(Clause::N47_4_4, Code::EmployerAssessment),
    under(Clause::N47_6, Code::DocumentMissing),
    under(Clause::N47_6, Code::FeeUnpaid),
    under(Clause::N48_4, Code::EducationTotal),
    under(Clause::N48_4, Code::EducationYear),
];

/// What can stand in the way of an assessment on a day, in its order.
pub(super) const STATE: [Rule; 8] = [
    under(Clause::N47_4_1, Code::NotApproved),
    under(Clause::N47_0, Code::NotSubject),
    (None, Code::Repealed),
    under(Clause::N47_10, Code::Cancelled),
    under(Clause::N47_3, Code::Lapsed),
    under(Clause::N47_7, Code::ApplicationPending),
    under(Clause::N47_8, Code::DeferralPending),
    under(Clause::N47_3, Code::BeforeWindow),
];

/// What else can stand against an event of a certificate.
const EVENTS: [Rule; 37] = [
    (None, Code::OutOfOrder),
    (None, Code::AlreadyApproved),
    (None, Code::CalendarUncovered),
    under(Clause::N47_3, Code::AgencyMissing),
    under(Clause::N47_3, Code::AgencyNotApproved),
    under(Clause::N47_7, Code::AgencyMissing),
    under(Clause::N47_7, Code::AgencyNotApproved),
    under(Clause::N47_7, Code::NoApplicationPending),
    under(Clause::N47_7, Code::ConditionsNotMet),
    under(Clause::N47_8, Code::NoDeferralPending),
    under(Clause::N47_8, Code::AfterExpiry),
    under(Clause::N47_8, Code::DeferralNotBeyondDeadline),
    under(Clause::N47_8, Code::DeferralTooLong),
    under(Clause::N47_8, Code::AbsenceTooShort),
    under(Clause::N47_8, Code::ConsentMissing),
    under(Clause::N47_8, Code::EvidenceMissing),
    under(Clause::N47_10, Code::NotCancelled),
    under(Clause::N47_10_3, Code::OffPostTooShort),
    under(Clause::N47_10_5, Code::NoApplicationMade),
    under(Clause::N47_10_5, Code::VerificationMissing),
    under(Clause::N47_11, Code::NotCancelled),
    under(Clause::N47_11, Code::AlreadyPublished),
    under(Clause::N47_11, Code::NotPublished),
    under(Clause::N47_11, Code::AppealExists),
    under(Clause::N47_11, Code::AppealTooLate),
    under(Clause::N47_11, Code::NoAppealPending),
    under(Clause::N48_5, Code::ProviderMissing),
    under(Clause::N48_6, Code::ExtensionExists),
    under(Clause::N48_6, Code::OutsideCycle),
    under(Clause::N48_6, Code::ExtensionNotBeyondCycle),
    under(Clause::N48_6, Code::ExtensionTooLong),
    under(Clause::N48_6, Code::GroundNotRecognised),
    under(Clause::N48_6, Code::AbsenceTooShort),
    under(Clause::N48_6, Code::AroseOutsideAbsence),
    under(Clause::N48_6, Code::ConsentMissing),
    under(Clause::N48_6, Code::WrittenApplicationMissing),
    under(Clause::N48_6, Code::EvidenceMissing),
];

/// What can stand against an event of a body, and against those who teach.
const BODIES: [Rule; 27] = [
    under(Clause::N47_2, Code::AlreadyProposed),
    under(Clause::N47_2, Code::NotAwaitingDecision),
    under(Clause::N47_14, Code::RectificationPending),
    under(Clause::N47_14, Code::NotAccredited),
    under(Clause::N47_14, Code::AlreadyReviewed),
    under(Clause::N47_14, Code::RectificationNotAfterReview),
    under(Clause::N47_14, Code::NoRectificationPending),
    under(Clause::N48_8, Code::ProviderNotAccredited),
    under(Clause::N48_8, Code::AlreadyApplied),
    under(Clause::N48_8, Code::NotAwaitingDecision),
    under(Clause::N48_8, Code::NotAwaitingFiling),
    under(Clause::N48_8, Code::ConditionsNotMet),
    under(Clause::N48_8_1, Code::ConditionsNotMet),
    under(Clause::N48_8_2, Code::ConditionsNotMet),
    under(Clause::N48_8_3, Code::ConditionsNotMet),
    under(Clause::N48_8_4, Code::ConditionsNotMet),
    under(Clause::N48_10_1, Code::TitleTooLow),
    under(Clause::N48_10_1, Code::CompetenceMissing),
    under(Clause::N48_10_2, Code::TitleTooLow),
    under(Clause::N48_10_2, Code::CompetenceMissing),
    under(Clause::N48_10_3, Code::TitleTooLow),
    under(Clause::N48_10_3, Code::CompetenceMissing),
    under(Clause::N48_12, Code::RectificationPending),
    under(Clause::N48_12, Code::NotAccredited),
    under(Clause::N48_12, Code::AlreadyReviewed),
    under(Clause::N48_12, Code::RectificationNotAfterReview),
    under(Clause::N48_12, Code::NoRectificationPending),
];

/// A rule under a clause.
pub(super) const fn under(clause: Clause, code: Code) -> Rule {
    (Some(clause), code)
}

/// All rules that an answer on the wire can rest on, each once.
pub(super) fn rules() -> impl Iterator<Item = Rule> {
    CONDITIONS.into_iter().chain(STATE).chain(EVENTS).chain(BODIES)
}

/// What becomes of rules that are asked one after the other, where the first that is not met ends the asking.
pub(super) fn up_to(rules: &[Rule], not_met: Option<Rule>) -> impl Iterator<Item = (Rule, Outcome)> {
    let place = not_met.map(|rule| rules.iter().position(|other| *other == rule));
    let met = match place {
        None => rules,
        Some(place) => rules.get(..place.unwrap_or(0)).unwrap_or_default(),
    };
    let met = met.iter().map(|rule| (*rule, Outcome::Met));
    met.chain(not_met.map(|rule| (rule, Outcome::NotMet)))
}

/// What becomes of rules that are all asked.
pub(super) fn all_of(rules: &[Rule], not_met: impl Fn(Rule) -> bool) -> impl Iterator<Item = (Rule, Outcome)> {
    rules.iter().map(move |&rule| (rule, if not_met(rule) { Outcome::NotMet } else { Outcome::Met }))
}
