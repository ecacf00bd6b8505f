//! 47.7: 证书登记实施机构对申请人提交的登记申请表及相关证明材料进行审查，在符合登记条件的……证书登记页上加盖……专用章，
//! 并注明登记日期。证书登记实施机构应在受理登记申请后15个工作日内作出审查意见。

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, REGISTERED, accepted, accepted_by, and_then, childbirth, day, deferral,
    extension, history, ledger, no_hours, quotes, registered_by, studied,
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

/// Reading `conditions_on`: `decision`.
#[test]
fn hours_earned_up_to_the_decision_count() {
    let life = |on| history(&[APPROVED, ("2008-01-15", accepted()), (on, REGISTERED)]);
    let earned = ledger([studied("2006-03-01", 600), studied("2007-03-01", 600), studied("2008-02-01", 600)]);
    let law = Law::of_2004();
    law.open(life("2008-02-01"), &earned).allows();
    law.open(life("2008-01-31"), &earned).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    // Decided after the cycle has ended, what was earned after it counts only where late hours do.
    let late = |on| {
        ledger([studied("2006-03-01", 600), studied("2007-03-01", 600), studied("2008-03-10", 400), studied(on, 200)])
    };
    let pending = history(&[APPROVED, ("2008-03-10", accepted()), ("2008-04-01", REGISTERED)]);
    law.open(&pending, late("2008-03-10")).allows();
    law.open(&pending, late("2008-03-11")).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let counted = law.turned(Reading::LateHours);
    counted.open(&pending, late("2008-04-01")).allows();
    counted.open(&pending, late("2008-04-02")).faults(&[Code::ConditionsNotMet], Clause::N47_7);
}

/// Reading `conditions_on`: particulars renewed at the decision.
#[test]
fn particulars_are_those_of_the_decision_where_it_renews_them() {
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let life = |brought, renewed| {
        history(&[APPROVED, ("2008-01-15", accepted_by(None, brought)), ("2008-01-20", registered_by(None, renewed))])
    };
    let (decision, acceptance) = (no_hours(), no_hours().turned(Reading::ConditionsOn));
    let mended = life(unpaid, Some(Application::COMPLETE));
    decision.read(&mended).allows();
    acceptance.read(&mended).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let worse = life(Application::COMPLETE, Some(unpaid));
    decision.read(&worse).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    acceptance.read(&worse).allows();
    // Without others, those of acceptance are judged on either side.
    for law in [decision, acceptance] {
        law.read(&life(Application::COMPLETE, None)).allows();
        law.read(&life(unpaid, None)).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    }
}

/// Mode `recorded`: what was decided stands until it is revoked.
#[test]
fn what_was_decided_stands_as_recorded() {
    let life = history(&[APPROVED, ("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    let recorded = |life: &History, law: &Law| law.open_in(Mode::Recorded, life, Ledger::default()).irregularities();
    // Nothing was studied; the registration stands, and no fault of it is looked for.
    let law = Law::of_2004();
    law.read(&life).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let file = law.open_in(Mode::Recorded, &life, Ledger::default());
    file.turns("2008-01-19", (PhaseName::UnderReview, true), (PhaseName::InForce, true));
    file.turns("2011-01-20", (PhaseName::RegistrationDue, true), (PhaseName::Lapsed, false));
    assert_eq!(recorded(&life, &law), Ok(vec![]));
    // What cannot happen is refused all the same, and what is revoked is void.
    let twice = and_then(&life, &[("2008-01-21", REGISTERED)]);
    assert_eq!(recorded(&twice, &law).unwrap_err().fault.code(), Code::NoApplicationPending);
    let revoked = and_then(&life, &[("2009-01-01", CANCELLED)]);
    law.open_in(Mode::Recorded, &revoked, Ledger::default()).turns(
        "2008-12-31",
        (PhaseName::InForce, true),
        (PhaseName::Cancelled, false),
    );
}

/// Reading `conditions_on`: `acceptance`.
#[test]
fn hours_earned_after_the_acceptance_come_too_late() {
    let life =
        |accepted_on| history(&[("2005-03-10", Act::Approved), (accepted_on, accepted()), ("2008-02-01", REGISTERED)]);
    let law = Law::of_2004().turned(Reading::ConditionsOn);
    let earned = ledger([studied("2006-03-01", 600), studied("2007-03-01", 600), studied("2008-01-15", 600)]);
    law.open(life("2008-01-15"), &earned).allows();
    law.open(life("2008-01-14"), &earned).faults(&[Code::ConditionsNotMet], Clause::N47_7);
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
    law.open(and_then(&deferred, &[("2008-05-01", REGISTERED)]), earned("2008-04-20"))
        .faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let extended = and_then(
        &deferred,
        &[("2008-04-25", extension("2006-12-01", "2008-12-01", childbirth())), ("2008-05-01", REGISTERED)],
    );
    law.open(&extended, earned("2008-04-20")).allows();
    // Hours earned after the acceptance do not, though they were earned before the extension was granted.
    law.open(&extended, earned("2008-04-21")).faults(&[Code::ConditionsNotMet], Clause::N47_7);
}
