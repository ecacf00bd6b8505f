//! 47.7: the examination under review, and the decision on it.

use crate::office::{Office, accept, application, met, unmet};
use crate::{accepted_on, day, draft, entry, evidence, ledger};
use ruankao::desk::{Decision, Draft, Examined, irregularity, unfounded_refusals};
use ruankao::lifecycle::Certificate;
use ruankao::registration::{Acceptance, Evidence, FormField, Payment};
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Code, History, Law, Ledger, Mode};

#[test]
fn a_decision_before_the_acceptance_gives_the_application_back() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let refused = accept(&mut open, &office.fees, application()).examine(day(2008, 1, 14), None).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    let _registered = met(refused.state.examine(accepted_on(), None).unwrap()).register();

    let empty = Office::new(Ledger::default());
    let mut open = empty.open();
    let refused = accept(&mut open, &empty.fees, application()).examine(day(2008, 1, 14), None).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    let unmet = unmet(refused.state.examine(accepted_on(), None).unwrap());
    assert!(!unmet.reasons().is_empty());
    assert_eq!((unmet.on(), unmet.refuse().unwrap().on()), (accepted_on(), accepted_on()));
}

/// The clearance can be given up, and the application is examined again.
#[test]
fn what_was_examined_is_examined_again() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let cleared = met(accept(&mut open, &office.fees, application()).examine(day(2008, 1, 20), None).unwrap());
    let again = met(cleared.into_accepted().examine(day(2008, 1, 22), None).unwrap());
    assert_eq!(again.on(), day(2008, 1, 22));
    assert_eq!(again.register().page().registered_on(), day(2008, 1, 22));
}

#[test]
fn a_refused_applicant_may_apply_again_in_time() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let unpaid = Draft { evidence: Evidence { payment: None, ..evidence() }, ..application() };
    let unmet = unmet(accept(&mut open, &office.fees, unpaid).examine(day(2008, 1, 16), None).unwrap());
    assert_eq!(unmet.reasons().len(), 1);
    let desk = unmet.refuse().unwrap().into_desk();
    assert!(matches!(desk.certificate(), Certificate::Running(_)), "the term runs to 2008-03-10");
    let again = application().submit(desk, day(2008, 1, 20), None).unwrap().accept(day(2008, 1, 20), None).unwrap();
    let _registered = met(again.examine(day(2008, 1, 25), None).unwrap()).register();
}

/// What was missing at the acceptance is brought under review: it counts at the decision, and under the other reading of
/// `conditions_on` it does not.
#[test]
fn particulars_are_renewed_for_the_decision() {
    let unpaid = || Draft { evidence: Evidence { payment: None, ..evidence() }, ..application() };
    let paid = Evidence { payment: evidence().payment.map(|it| Payment { on: day(2008, 1, 20), ..it }), ..evidence() };
    let office = Office::new(ledger());
    let mut open = office.open();
    let accepted = accept(&mut open, &office.fees, unpaid());
    let early = accepted.renew(day(2008, 1, 14), draft().read().unwrap(), &paid).unwrap_err();
    assert_eq!(early.fault.code(), Code::OutOfOrder);
    let renewed = early.state.renew(day(2008, 1, 20), draft().read().unwrap(), &paid).unwrap();
    assert_eq!(renewed.accepted_on(), accepted_on());
    let early = renewed.examine(day(2008, 1, 19), None).unwrap_err();
    assert_eq!(early.fault.code(), Code::OutOfOrder);
    let _registered = met(early.state.examine(day(2008, 1, 21), None).unwrap()).register();
    let (_, last) = open.history().held(None).next_back().unwrap();
    assert!(matches!(&last.act, Act::Registered(it) if it.application == Some(Application::COMPLETE)));

    let office = Office::new(ledger()).turned(Reading::ConditionsOn);
    let mut open = office.open();
    let accepted = accept(&mut open, &office.fees, unpaid());
    let renewed = accepted.renew(day(2008, 1, 20), draft().read().unwrap(), &paid).unwrap();
    let unmet = unmet(renewed.examine(day(2008, 1, 21), None).unwrap());
    assert_eq!(unmet.reasons()[0].code(), Code::FeeUnpaid);
}

/// A form mended under review is held as of the day it was brought; the wrong one counts no longer.
#[test]
fn a_form_renewed_under_review_is_the_one_examined() {
    let wrong = || Draft { form: draft().with(FormField::Sex, "男"), evidence: evidence() };
    let mended = || draft().with(FormField::AppliedOn, "2008-01-18").read().unwrap();
    for (turned, lawful) in [(false, true), (true, false)] {
        let office = Office::new(ledger());
        let office = if turned { office.turned(Reading::ConditionsOn) } else { office };
        let mut open = office.open();
        let accepted = accept(&mut open, &office.fees, wrong());
        assert!(!accepted.verdict(day(2008, 1, 18)).is_met());
        let renewed = accepted.renew(day(2008, 1, 18), mended(), &evidence()).unwrap();
        assert_eq!(renewed.verdict(day(2008, 1, 20)).is_met(), lawful);
        assert_eq!(matches!(renewed.examine(day(2008, 1, 20), None).unwrap(), Examined::Met(_)), lawful);
    }
}

/// The conditions are those of the day that the reading names: hours earned after the acceptance count at the decision.
#[test]
fn hours_earned_under_review_count_as_the_reading_says() {
    let late: Ledger =
        ledger().held(None).map(|(_, it)| it.clone()).take(2).chain([entry(day(2008, 1, 17), 60)]).collect();
    let form = || crate::draft_without_rows();
    for (turned, lawful) in [(false, true), (true, false)] {
        let office = Office::new(late.clone());
        let office = if turned { office.turned(Reading::ConditionsOn) } else { office };
        let mut open = office.open();
        let accepted = accept(&mut open, &office.fees, Draft { form: form(), evidence: evidence() });
        assert!(!accepted.verdict(day(2008, 1, 16)).is_met());
        let examined = accepted.examine(day(2008, 1, 17), None).unwrap();
        assert_eq!(matches!(examined, Examined::Met(_)), lawful);
    }
}

/// A refusal without a finding, or a registration with one, is irregular wherever it was made.
#[test]
fn a_decision_against_the_findings_is_irregular() {
    let (lawful, lacking) = (Office::new(ledger()), Office::new(Ledger::default()));
    let verdict = |office: &Office| accept(&mut office.open(), &office.fees, application()).verdict(accepted_on());
    assert_eq!(irregularity(Decision::Registered, &verdict(&lawful)), None);
    assert_eq!(irregularity(Decision::Refused, &verdict(&lacking)), None);
    assert_eq!(irregularity(Decision::Refused, &verdict(&lawful)).unwrap().code(), Code::RefusedWithoutFinding);
    let registered = irregularity(Decision::Registered, &verdict(&lacking)).unwrap();
    assert_eq!((registered.code(), registered.findings().len()), (Code::ConditionsNotMet, 7));
}

#[test]
fn a_history_shows_refusals_without_a_reason() {
    let acceptance = |on| {
        let application = Application::COMPLETE;
        Act::ApplicationAccepted(Acceptance { agency: None, application }).on(on)
    };
    let history: History = [
        Act::Approved.on(day(2005, 3, 10)),
        acceptance(day(2008, 1, 15)),
        Act::Refused.on(day(2008, 1, 20)),
        acceptance(day(2008, 1, 20)),
        Act::Registered(Default::default()).on(day(2008, 1, 20)),
    ]
    .into_iter()
    .collect();
    let unfounded = |ledger: Ledger| {
        let file = Law::of_2004().open_in(Mode::Audit, &history, ledger);
        unfounded_refusals(&file).unwrap().iter().map(|it| (it.event, it.fault.code())).collect::<Vec<_>>()
    };
    assert_eq!(unfounded(ledger()), [(2, Code::RefusedWithoutFinding)]);
    assert_eq!(unfounded(Ledger::default()), []);
}
