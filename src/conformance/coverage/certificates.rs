//! Which rules the events of a certificate are held against, and what becomes of them.

use crate::conformance::case::Case;
use crate::conformance::coverage::rules::{CONDITIONS, Outcome, Rule, all_of, under, up_to};
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::ground::claim::{Claim, Ground};
use crate::law::Law;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::regulation::clause::Clause;
use crate::regulation::readings::{AppealLastDay, FirstRegistration, LapseEffect, TermLastDay};
use crate::revocation::Revocation;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What becomes of the rules that the events of a case are held against, as far as its questions reach.
pub(super) fn outcomes(case: &Case, until: Option<NaiveDate>) -> Vec<(Rule, Outcome)> {
    let beyond = |record: &Record<Event>| until.is_some_and(|until| record.is_held(None) && record.what().on > until);
    let records: Vec<Record<Event>> =
        case.history.records().iter().take_while(|record| !beyond(record)).cloned().collect();
    let (faults, refusal) = judged(case, records.clone());
    let mut outcomes = Vec::new();
    let mut registrations = 0_u32;
    for (place, record) in records.iter().enumerate().filter(|(_, record)| record.is_held(None)) {
        let event = record.what();
        let is_exempt =
            registrations == 0 && case.law.readings().first_registration == FirstRegistration::EducationExempt;
        let asked = Asked { event, law: &case.law, is_exempt };
        if let Some(refusal) = refusal.as_ref().filter(|refusal| refusal.event == place) {
            asked.refused(&refusal.fault, &mut outcomes);
            break;
        }
        let faults: Vec<&Fault> =
            faults.iter().filter(|fault| fault.event == place).map(|fault| &fault.fault).collect();
        asked.let_stand(&faults, case.mode, &mut outcomes);
        registrations += u32::from(event.act.name() == ActName::Registered);
    }
    outcomes
}

/// The irregularities of a history, up to the refusal that ends it.
fn judged(case: &Case, records: Vec<Record<Event>>) -> (Vec<EventFault>, Option<EventFault>) {
    let read = |records: &[Record<Event>]| {
        let history: History = records.iter().cloned().collect();
        case.law.open_in(case.mode, history, &case.ledger).irregularities()
    };
    match read(&records) {
        Ok(faults) => (faults, None),
        Err(refusal) => {
            let before = records.get(..refusal.event).unwrap_or_default();
            (read(before).unwrap_or_default(), Some(refusal))
        }
    }
}

/// An event, and what decides which rules it is held against.
struct Asked<'a> {
    event: &'a Event,
    law: &'a Law,
    is_exempt: bool,
}

impl Asked<'_> {
    /// What becomes of the rules where the event was refused.
    fn refused(&self, fault: &Fault, outcomes: &mut Vec<(Rule, Outcome)>) {
        let not_met = (fault.clause(), fault.code());
        let (structural, substantive) = (self.structural(), self.substantive());
        if structural.contains(&not_met) || !substantive.contains(&not_met) {
            outcomes.extend(up_to(&structural, Some(not_met)));
            return;
        }
        outcomes.extend(up_to(&structural, None));
        outcomes.extend(up_to(&substantive, Some(not_met)));
        if fault.code() == Code::ConditionsNotMet {
            outcomes.extend(conditions(fault, self.is_exempt));
        }
    }

    /// What becomes of them where it took effect, be it with faults.
    fn let_stand(&self, faults: &[&Fault], mode: Mode, outcomes: &mut Vec<(Rule, Outcome)>) {
        outcomes.extend(up_to(&self.structural(), None));
        if mode == Mode::Recorded {
            return;
        }
        let found = |rule: Rule| faults.iter().any(|fault| (fault.clause(), fault.code()) == rule);
        let mut substantive = self.substantive();
        // Who names no agency is not asked whether it is approved, and before a publication no time runs.
        let instead = |code: Code, rule: Rule| rule.1 == code && found((rule.0, instead_of(code)));
        substantive.retain(|&rule| !instead(Code::AgencyNotApproved, rule) && !instead(Code::AppealTooLate, rule));
        outcomes.extend(all_of(&substantive, found));
        if self.event.act.name() == ActName::Registered {
            let unmet = faults.iter().find(|fault| fault.code() == Code::ConditionsNotMet);
            let none = Fault::conditions_not_met(Vec::new());
            outcomes.extend(conditions(unmet.map_or(&none, |unmet| unmet), self.is_exempt));
        }
    }

    /// The structural faults that are looked for, in their order.
    fn structural(&self) -> Vec<Rule> {
        let readings = self.law.readings();
        let act = self.event.act.name();
        let mut rules: Vec<Rule> = Vec::from([(None, Code::OutOfOrder)]);
        rules.push(match act {
            ActName::Approved => (None, Code::AlreadyApproved),
            _ => under(Clause::N47_4_1, Code::NotApproved),
        });
        if act != ActName::Approved {
            rules.push(under(Clause::N47_0, Code::NotSubject));
        }
        let of_cancellation =
            matches!(act, ActName::CancellationPublished | ActName::AppealFiled | ActName::AppealDecided);
        if act != ActName::Approved && !of_cancellation {
            rules.push((None, Code::Repealed));
            // Under the other reading some of these may follow a lapse.
            if readings.lapse_effect == LapseEffect::ForGood {
                rules.push(under(Clause::N47_3, Code::Lapsed));
            }
            rules.push(under(Clause::N47_10, Code::Cancelled));
        }
        let (n47_7, n47_8, n47_11) = (Clause::N47_7, Clause::N47_8, Clause::N47_11);
        let own: &[Rule] = match act {
            ActName::Approved | ActName::Cancelled => &[],
            ActName::DeferralRequested => &[
                under(n47_7, Code::ApplicationPending),
                under(n47_8, Code::DeferralPending),
                under(n47_8, Code::AfterExpiry),
                under(n47_8, Code::DeferralNotBeyondDeadline),
            ],
            ActName::DeferralGranted | ActName::DeferralRefused => &[under(n47_8, Code::NoDeferralPending)],
            ActName::ExtensionGranted => &[
                under(Clause::N48_6, Code::ExtensionExists),
                under(Clause::N48_6, Code::OutsideCycle),
                under(Clause::N48_6, Code::ExtensionNotBeyondCycle),
            ],
            ActName::ApplicationFiled | ActName::ApplicationAccepted => {
                &[under(n47_7, Code::ApplicationPending), under(n47_8, Code::DeferralPending)]
            }
            ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => {
                &[under(n47_7, Code::NoApplicationPending)]
            }
            ActName::CancellationPublished => {
                &[under(Clause::N47_10, Code::NotCancelled), under(n47_11, Code::AlreadyPublished)]
            }
            ActName::AppealFiled => &[under(n47_11, Code::NotCancelled), under(n47_11, Code::AppealExists)],
            ActName::AppealDecided => &[under(n47_11, Code::NoAppealPending)],
        };
        rules.extend(own);
        let rolls = match act {
            ActName::CancellationPublished => readings.appeal_last_day == AppealLastDay::NextWorkingDay,
            ActName::Approved | ActName::Registered => readings.term_last_day == TermLastDay::NextWorkingDay,
            _ => false,
        };
        rules.extend(rolls.then_some((None, Code::CalendarUncovered)));
        rules
    }

    /// The substantive faults that are looked for, in their order.
    fn substantive(&self) -> Vec<Rule> {
        let (n47_3, n47_7) = (Clause::N47_3, Clause::N47_7);
        let agency = |clause| {
            let listed = self.law.agencies().is_some();
            let rules = [under(clause, Code::AgencyMissing), under(clause, Code::AgencyNotApproved)];
            rules.into_iter().filter(move |_| listed)
        };
        match &self.event.act {
            Act::DeferralRequested(request) => {
                let mut rules = Vec::from([under(Clause::N47_8, Code::DeferralTooLong)]);
                rules.extend(of_claim(&request.claim, Clause::N47_8));
                rules.push(under(Clause::N47_8, Code::EvidenceMissing));
                rules
            }
            Act::ExtensionGranted(grant) => {
                let n48_6 = Clause::N48_6;
                let mut rules =
                    Vec::from([under(n48_6, Code::ExtensionTooLong), under(n48_6, Code::GroundNotRecognised)]);
                if grant.claim.ground != Ground::StudyAbroad {
                    rules.extend(of_claim(&grant.claim, n48_6));
                    if grant.claim.ground.is_absence() {
                        rules.push(under(n48_6, Code::AroseOutsideAbsence));
                    }
                }
                rules.extend([under(n48_6, Code::WrittenApplicationMissing), under(n48_6, Code::EvidenceMissing)]);
                rules
            }
            Act::ApplicationFiled(_) | Act::ApplicationAccepted(_) => {
                [under(n47_3, Code::BeforeWindow)].into_iter().chain(agency(n47_3)).collect()
            }
            Act::Registered(_) => agency(n47_7).chain([under(n47_7, Code::ConditionsNotMet)]).collect(),
            Act::Cancelled(Revocation::LeftPost { .. }) => Vec::from([under(Clause::N47_10_3, Code::OffPostTooShort)]),
            Act::Cancelled(Revocation::Fraud { .. }) => Vec::from([
                under(Clause::N47_10_5, Code::NoApplicationMade),
                under(Clause::N47_10_5, Code::VerificationMissing),
            ]),
            Act::AppealFiled => {
                Vec::from([under(Clause::N47_11, Code::NotPublished), under(Clause::N47_11, Code::AppealTooLate)])
            }
            _ => Vec::new(),
        }
    }
}

/// The code that stands in the place of another.
const fn instead_of(code: Code) -> Code {
    match code {
        Code::AgencyNotApproved => Code::AgencyMissing,
        _ => Code::NotPublished,
    }
}

/// What is asked of a ground: an absence that is long enough, or consent.
fn of_claim(claim: &Claim, clause: Clause) -> impl Iterator<Item = Rule> {
    let absence = claim.ground.is_absence().then_some(under(clause, Code::AbsenceTooShort));
    let consent = (claim.ground == Ground::Other).then_some(under(clause, Code::ConsentMissing));
    absence.into_iter().chain(consent)
}

/// What became of the conditions of a registration; of education nothing where it is not required.
pub(super) fn conditions(fault: &Fault, is_exempt: bool) -> impl Iterator<Item = (Rule, Outcome)> {
    let asked = move |rule: &Rule| !(is_exempt && matches!(rule.1, Code::EducationTotal | Code::EducationYear));
    let found = |rule: Rule| fault.findings().iter().any(|finding| (finding.clause(), finding.code()) == rule);
    CONDITIONS
        .into_iter()
        .filter(asked)
        .map(move |rule| (rule, if found(rule) { Outcome::NotMet } else { Outcome::Met }))
}
