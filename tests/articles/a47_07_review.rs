//! 47.7: 证书登记实施机构对申请人提交的登记申请表及相关证明材料进行审查，在符合登记条件的……证书登记页上加盖……专用章，
//! 并注明登记日期。证书登记实施机构应在受理登记申请后15个工作日内作出审查意见。

use crate::support::{
    Asked, Differing, REGISTERED, accepted, accepted_by, and_then, childbirth, day, deferral, extension, history,
    ledger, no_hours, quotes, studied,
};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading, Regulation};
use ruankao::{Act, Application, Clause, Code, History, Law, Ledger, Mode, Phase};

#[test]
fn the_words() {
    quotes(Clause::N47_7, "对申请人提交的登记申请表及相关证明材料进行审查");
    quotes(Clause::N47_7, "并注明登记日期");
    quotes(Clause::N47_7, "证书登记实施机构应在受理登记申请后15个工作日内作出审查意见");
}

fn applied() -> History {
    history(&[("2005-03-10", Act::Approved), ("2008-01-15", accepted())])
}

#[test]
fn the_opinion_is_due_on_the_fifteenth_working_day() {
    let law = Law::of_2004();
    // The day of acceptance is not counted, a day off or not; the make-up days of the Spring Festival are.
    for (accepted_on, due) in [("2008-01-22", "2008-02-15"), ("2008-02-16", "2008-03-07"), ("2008-02-17", "2008-03-07")]
    {
        assert_eq!(law.regulation().review_by(day(accepted_on)), Ok(day(due)), "{accepted_on}");
    }
    let at_once = law.with(Parameter::ReviewWorkingDays, 0);
    assert_eq!(at_once.regulation().review_by(day("2030-01-01")), Ok(day("2030-01-01")));
    assert!(Regulation::default().review_by(day("2030-01-01")).is_err());
}

#[test]
fn an_application_is_decided_once() {
    let law = no_hours();
    let bare = history(&[("2005-03-10", Act::Approved)]);
    for decision in [REGISTERED, Act::Refused] {
        let undecided = and_then(&bare, &[("2008-01-20", decision.clone())]);
        law.read(&undecided).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
        let decided = and_then(&applied(), &[("2008-01-20", decision.clone())]);
        law.read(&decided).allows();
        let again = and_then(&decided, &[("2008-01-20", decision)]);
        law.read(&again).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
    }
    let asked = and_then(&bare, &[("2008-01-15", deferral("2008-09-10", childbirth())), ("2008-01-16", REGISTERED)]);
    law.read(&asked).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
}

#[test]
fn while_one_is_pending_no_other_and_no_deferral() {
    let law = no_hours();
    for act in [accepted(), deferral("2008-09-10", childbirth()), deferral("2008-03-10", childbirth())] {
        law.read(&and_then(&applied(), &[("2008-01-16", act)])).forbids(Code::ApplicationPending, Some(Clause::N47_7));
    }
    for act in [Act::DeferralGranted, Act::DeferralRefused] {
        law.read(&and_then(&applied(), &[("2008-01-16", act)])).forbids(Code::NoDeferralPending, Some(Clause::N47_8));
    }
    assert_eq!(law.read(&applied()).phase("2008-01-15"), Phase::UnderReview { accepted_on: day("2008-01-15") });
    law.read(&applied()).turns("2008-01-14", (PhaseName::RegistrationDue, true), (PhaseName::UnderReview, true));
}

#[test]
fn after_a_refusal_another_may_follow_in_time() {
    let law = no_hours();
    let refused = and_then(&applied(), &[("2008-02-01", Act::Refused)]);
    law.read(&refused).turns("2008-01-31", (PhaseName::UnderReview, true), (PhaseName::RegistrationDue, true));
    let again = and_then(&refused, &[("2008-03-10", accepted()), ("2008-03-20", REGISTERED)]);
    law.read(&again).turns("2008-03-19", (PhaseName::UnderReview, true), (PhaseName::InForce, true));
    assert_eq!(law.read(&again).term().expiry(), day("2011-03-20"));
}

#[test]
fn a_registration_whose_conditions_are_not_met() {
    let application = Application { fee_paid: false, conduct_good: false, ..Application::COMPLETE };
    let life = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-01-15", accepted_by(None, application)),
        ("2008-01-20", REGISTERED),
    ]);
    let law = Law::of_2004();
    law.read(&life).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let file = law.read(&life);
    let refusal = file.refusal().unwrap();
    let codes: Vec<_> = refusal.fault.findings().iter().map(|found| found.code()).collect();
    let education = [Code::EducationTotal, Code::EducationYear, Code::EducationYear, Code::EducationYear];
    assert_eq!(codes, [[Code::Conduct, Code::FeeUnpaid].as_slice(), &education].concat());
    // In an audit the registration stands, and the next term with it.
    let kept = law.open_in(Mode::Audit, &life, Ledger::default()).on(day("2008-01-20")).unwrap().standing();
    assert_eq!(kept.phase, Phase::InForce { until: day("2011-01-20") });
}

/// The conditions are judged on the day of acceptance.
#[test]
fn hours_earned_after_the_acceptance_come_too_late() {
    let life =
        |accepted_on| history(&[("2005-03-10", Act::Approved), (accepted_on, accepted()), ("2008-02-01", REGISTERED)]);
    let law = Law::of_2004().turned(Reading::ConditionsOn);
    let earned = ledger([studied("2006-03-01", 600), studied("2007-03-01", 600), studied("2008-01-15", 600)]);
    law.open(&life("2008-01-15"), &earned).allows();
    law.open(&life("2008-01-14"), &earned).faults(&[Code::ConditionsNotMet], Clause::N47_7);
}

/// … with what is known at the decision.
#[test]
fn an_extension_granted_in_between_counts() {
    let law = Law::of_2004().turned(Reading::ConditionsOn);
    let earned = |last| {
        ledger([studied("2006-03-01", 600), studied("2007-03-01", 200), studied("2008-03-10", 600), studied(last, 400)])
    };
    let deferred = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-02-01", deferral("2008-09-10", childbirth())),
        ("2008-02-10", Act::DeferralGranted),
        ("2008-04-20", accepted()),
    ]);
    law.open(&and_then(&deferred, &[("2008-05-01", REGISTERED)]), earned("2008-04-20"))
        .faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let extended = and_then(
        &deferred,
        &[("2008-04-25", extension("2006-12-01", "2008-12-01", childbirth())), ("2008-05-01", REGISTERED)],
    );
    law.open(&extended, earned("2008-04-20")).allows();
    // Hours earned after the acceptance do not, though they were earned before the extension was granted.
    law.open(&extended, earned("2008-04-21")).faults(&[Code::ConditionsNotMet], Clause::N47_7);
}
