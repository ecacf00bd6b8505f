//! 47.3: 逾期未办理登记手续的证书不再有效。
//!
//! What can still be done after that (reading `lapse_effect`).

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, accepted_by, and_then, childbirth, day,
    deferral, enough, extension, filed_at, history, ledger, no_hours, register, studied,
};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Clause, Code, History, Law, Phase};

const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const FILED_THEN: (PhaseName, bool) = (PhaseName::Filed, false);
const REVIEW: (PhaseName, bool) = (PhaseName::UnderReview, false);
const N47_3: Option<Clause> = Some(Clause::N47_3);

/// Approved on 2005-03-10, lapsed since 2008-03-11, with more behind it.
fn life(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED]), events)
}

fn may_return() -> Law {
    no_hours().turned(Reading::LapseEffect)
}

/// Reading `lapse_effect`: `for_good`.
#[test]
fn for_good() {
    let law = no_hours();
    for act in [FILED, accepted(), REGISTERED, Act::Refused, Act::ApplicationWithdrawn] {
        law.read(&life(&[("2008-03-11", act)])).forbids(Code::Lapsed, N47_3);
    }
    assert_eq!(law.read(&life(&[])).lacks("2008-03-11", &Application::COMPLETE), [Code::Lapsed]);
}

/// Reading `lapse_effect`: `may_return`.
#[test]
fn or_with_a_way_back_at_any_time() {
    let law = may_return();
    law.read(&life(&[])).turns("2008-03-10", (PhaseName::RegistrationDue, true), LAPSED);
    for on in ["2008-03-11", "2015-01-01"] {
        law.read(&life(&[(on, FILED), (on, accepted()), (on, REGISTERED)])).allows();
        law.read(&life(&[(on, accepted()), (on, REGISTERED)])).allows();
    }
    // Not valid while it is pending, and in force from the registration on.
    let back = life(&[("2009-06-01", FILED), ("2009-06-10", accepted()), ("2009-06-20", REGISTERED)]);
    law.read(&back).turns("2009-05-31", LAPSED, FILED_THEN);
    law.read(&back).turns("2009-06-09", FILED_THEN, REVIEW);
    law.read(&back).turns("2009-06-19", REVIEW, (PhaseName::InForce, true));
    let term = law.read(&back).term();
    assert_eq!((term.start(), term.expiry(), term.is_first()), (day("2009-06-20"), day("2012-06-20"), false));
    // Under `previous_expiry` the next term starts with the decision, which is later than the old end.
    assert_eq!(law.turned(Reading::TermStart).read(&back).term().start(), day("2009-06-20"));
}

#[test]
fn nothing_asks_for_a_deadline_after_it() {
    let law = may_return();
    let pending = life(&[("2009-06-01", FILED)]);
    let file = law.read(&pending);
    let today = file.on(day("2009-06-01")).unwrap();
    assert_eq!((today.deadline(), today.last_valid_day(), today.outlook()), (None, None, None));
    // An assessment does not say `lapsed`, and neither does the window matter.
    assert_eq!(law.read(&life(&[])).lacks("2009-06-01", &Application::COMPLETE), []);
    assert_eq!(law.read(&pending).lacks("2009-06-01", &Application::COMPLETE), []);
}

#[test]
fn a_refusal_or_withdrawal_leaves_it_lapsed_since_the_day_it_lapsed_on() {
    let law = may_return();
    for made in [FILED, accepted()] {
        for ended in [Act::Refused, Act::ApplicationWithdrawn] {
            let ended = life(&[("2009-06-01", made.clone()), ("2009-07-01", ended)]);
            law.read(&ended).allows();
            assert_eq!(law.read(&ended).phase("2009-07-01"), Phase::Lapsed { since: day("2008-03-11") });
            // Another may follow.
            law.read(&and_then(&ended, &[("2009-07-01", accepted())])).allows();
            law.read(&and_then(&ended, &[("2009-07-01", Act::Refused)])).forbids(Code::Lapsed, N47_3);
        }
    }
    // After a decision that lapsed it: since the day of that one.
    let refused = [("2008-03-10", accepted()), ("2008-04-01", Act::Refused)];
    let again = and_then(&life(&refused), &[("2009-06-01", accepted()), ("2009-07-01", Act::Refused)]);
    assert_eq!(law.read(&again).phase("2009-07-01"), Phase::Lapsed { since: day("2008-04-01") });
}

#[test]
fn deferral_extension_and_cancellation_stay_refused_also_while_it_is_pending() {
    let law = may_return();
    let acts = || {
        [
            deferral("2012-09-10", childbirth()),
            Act::DeferralGranted,
            Act::DeferralRefused,
            extension("2006-06-01", "2008-09-10", childbirth()),
            CANCELLED,
        ]
    };
    for act in acts() {
        law.read(&life(&[("2009-06-02", act)])).forbids(Code::Lapsed, N47_3);
    }
    for made in [FILED, accepted()] {
        for act in acts() {
            law.read(&life(&[("2009-06-01", made.clone()), ("2009-06-02", act)])).forbids(Code::Lapsed, N47_3);
        }
    }
    // With nothing pending, what decides an application is refused as lapsed too.
    for act in [REGISTERED, Act::Refused, Act::ApplicationWithdrawn] {
        law.read(&life(&[("2009-06-02", act)])).forbids(Code::Lapsed, N47_3);
    }
    // One application at a time, as before the lapse.
    let twice = life(&[("2009-06-01", FILED), ("2009-06-02", FILED)]);
    law.read(&twice).forbids(Code::ApplicationPending, Some(Clause::N47_7));
    let unaccepted = life(&[("2009-06-01", FILED), ("2009-06-02", REGISTERED)]);
    law.read(&unaccepted).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
}

/// What had ended with the term is not there any more: neither the filing, nor the agency that it named.
#[test]
fn what_ended_with_the_term_does_not_come_back() {
    let law = may_return().turned(Reading::InTime);
    let filed = life(&[("2008-03-10", filed_at("上海"))]);
    law.read(&and_then(&filed, &[("2008-03-11", Act::Refused)])).forbids(Code::Lapsed, N47_3);
    law.read(&and_then(&filed, &[("2008-03-11", FILED)])).allows();
    let listed = law.with_agencies(register(&[("上海", "2005-01-01", None)]));
    listed.read(&and_then(&filed, &[("2008-03-10", accepted())])).allows();
    listed.read(&and_then(&filed, &[("2008-03-11", accepted())])).faults(&[Code::AgencyMissing], Clause::N47_3);
    let by_it = and_then(&filed, &[("2008-03-11", accepted_by(Some("上海"), Application::COMPLETE))]);
    listed.read(&by_it).allows();
}

/// The conditions are those of any registration, with the cycle of the last.
#[test]
fn with_the_hours_of_the_cycle_that_has_ended() {
    let law = Law::of_2004().turned(Reading::LapseEffect);
    let back = life(&[("2009-06-01", accepted()), ("2009-06-10", REGISTERED)]);
    law.open(&back, enough()).allows();
    law.read(&back).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    // Who was short of hours never can, unless late ones count.
    let late = || {
        ledger(
            [("2005-12-01", 600), ("2006-12-01", 600), ("2007-12-01", 400), ("2009-01-01", 200)]
                .map(|(on, tenths)| studied(on, tenths)),
        )
    };
    law.open(&back, late()).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    law.turned(Reading::LateHours).open(&back, late()).allows();
}
