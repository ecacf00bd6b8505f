//! Which rules the events of a body, those who teach and the entries of a ledger are held against.

use crate::conformance::case::Case;
use crate::conformance::coverage::rules::{Outcome, Rule, all_of, under, up_to};
use crate::education::entry::StudyMode;
use crate::education::progress::Progress;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::event::Act;
use crate::oversight::history::AccreditationHistory;
use crate::oversight::instructor::Qualification;
use crate::oversight::kind::Kind;
use crate::oversight::phase::BodyKind;
use crate::oversight::review::Review;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The items of 48.8.
const ITEMS: [Rule; 4] = [
    under(Clause::N48_8_1, Code::ConditionsNotMet),
    under(Clause::N48_8_2, Code::ConditionsNotMet),
    under(Clause::N48_8_3, Code::ConditionsNotMet),
    under(Clause::N48_8_4, Code::ConditionsNotMet),
];

/// What becomes of the rules that the events of a body are held against, up to a day.
pub(super) fn of_body(body: &BodyHistory, mode: Mode, until: NaiveDate) -> Vec<(Rule, Outcome)> {
    match body {
        BodyHistory::Agency(history) => of_events(history, mode, until),
        BodyHistory::Institution(history) => of_events(history, mode, until),
    }
}

fn of_events<K: Kind>(history: &AccreditationHistory<K>, mode: Mode, until: NaiveDate) -> Vec<(Rule, Outcome)> {
    let mut outcomes = Vec::new();
    let (faults, refusal) = match history.replay(until, mode) {
        Ok((_, faults)) => (faults, None),
        Err(refusal) => {
            let mut before = AccreditationHistory::<K>::new();
            history.events().iter().take(refusal.event).for_each(|event| before.record(*event));
            (before.replay(until, mode).map(|(_, faults)| faults).unwrap_or_default(), Some(refusal))
        }
    };
    for (place, event) in history.events().iter().enumerate() {
        let structural = structural(K::KIND, &event.act);
        let at = |fault: &&EventFault| fault.event == place;
        match refusal.as_ref().filter(at) {
            Some(EventFault { fault, .. }) => {
                let not_met = (fault.clause(), fault.code());
                let is_structural = structural.contains(&not_met);
                outcomes.extend(up_to(&structural, is_structural.then_some(not_met)));
                if !is_structural {
                    outcomes.extend(of_approval(Some(fault)));
                }
                break;
            }
            None if event.on > until => break,
            None => {
                outcomes.extend(up_to(&structural, None));
                let is_asked = K::KIND == BodyKind::TrainingInstitution && matches!(event.act, Act::Approved);
                if is_asked && mode != Mode::Recorded {
                    outcomes.extend(of_approval(faults.iter().find(at).map(|fault| &fault.fault)));
                }
            }
        }
    }
    outcomes
}

/// The approval of an institution, and each item of 48.8.
fn of_approval(fault: Option<&Fault>) -> impl Iterator<Item = (Rule, Outcome)> {
    let whole = under(Clause::N48_8, Code::ConditionsNotMet);
    let outcome = if fault.is_some() { Outcome::NotMet } else { Outcome::Met };
    let unmet: Vec<Clause> = fault.map(|fault| fault.unmet().to_vec()).unwrap_or_default();
    let items = all_of(&ITEMS, move |(clause, _)| clause.is_some_and(|clause| unmet.contains(&clause)));
    [(whole, outcome)].into_iter().chain(items)
}

/// The structural faults that are looked for, in their order.
fn structural<K: Kind>(kind: BodyKind, act: &Act<K>) -> Vec<Rule> {
    let (set_up, reviewed) = (kind.set_up_under(), kind.reviewed_under());
    let mut rules: Vec<Rule> = Vec::from([(None, Code::OutOfOrder)]);
    match act {
        Act::Opened(_) => rules.push(under(set_up, kind.already_opened())),
        Act::Approved | Act::Declined => rules.push(under(set_up, Code::NotAwaitingDecision)),
        Act::Filed(_) => rules.push(under(set_up, Code::NotAwaitingFiling)),
        Act::Reviewed(review) => {
            let codes = [Code::RectificationPending, Code::NotAccredited, Code::AlreadyReviewed];
            rules.extend(codes.map(|code| under(reviewed, code)));
            if matches!(review, Review::Failed { .. }) {
                rules.push(under(reviewed, Code::RectificationNotAfterReview));
            }
        }
        Act::Rectified(_) => rules.push(under(reviewed, Code::NoRectificationPending)),
    }
    rules
}

/// What 48.10 asks of those who teach.
pub(super) fn of_teaching(qualification: &Qualification) -> impl Iterator<Item = (Rule, Outcome)> {
    let clause = qualification.clause();
    [Code::TitleTooLow, Code::CompetenceMissing].into_iter().map(move |code| {
        let found = qualification.verdict().findings().iter().any(|finding| finding.code() == code);
        (under(clause, code), if found { Outcome::NotMet } else { Outcome::Met })
    })
}

/// What is asked of the entries of a cycle that are not of study on the job: a provider, and that it may teach.
pub(super) fn of_entries(case: &Case, progress: &Progress, on: NaiveDate) -> Vec<(Rule, Outcome)> {
    let named = under(Clause::N48_5, Code::ProviderMissing);
    let accredited = under(Clause::N48_8, Code::ProviderNotAccredited);
    let asked: &[Rule] = if case.law.institutions().is_some() { &[named, accredited] } else { &[named] };
    let mut outcomes = Vec::new();
    for (place, entry) in case.ledger.held(None) {
        let is_in = progress.from <= entry.on && entry.on <= progress.to && entry.on <= on;
        if is_in && entry.mode != StudyMode::OnTheJob {
            let reason = progress.disregarded.iter().find(|disregarded| disregarded.entry == place);
            let reason = reason.map(|disregarded| (disregarded.reason.clause(), disregarded.reason.code()));
            outcomes.extend(up_to(asked, reason));
        }
    }
    outcomes
}
