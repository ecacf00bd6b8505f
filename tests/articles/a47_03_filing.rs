//! 47.3: 在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。
//!
//! What the holder does: filing an application, and withdrawing it.

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, and_then, childbirth, day, deferral, extension,
    history, no_hours,
};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Clause, Code, History, Phase};

const DUE: (PhaseName, bool) = (PhaseName::RegistrationDue, true);
const FILED_THEN: (PhaseName, bool) = (PhaseName::Filed, true);
const REVIEW: (PhaseName, bool) = (PhaseName::UnderReview, true);
const IN_FORCE: (PhaseName, bool) = (PhaseName::InForce, true);
const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const N47_3: Option<Clause> = Some(Clause::N47_3);

/// Approved on 2005-03-10, with more behind it.
fn life(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED]), events)
}

#[test]
fn an_application_is_filed_from_the_first_day_of_the_window_to_the_last_of_the_term() {
    let law = no_hours();
    law.read(&life(&[("2007-12-09", FILED)])).faults(&[Code::BeforeWindow], Clause::N47_3);
    law.read(&life(&[("2007-12-10", FILED)])).allows();
    law.read(&life(&[("2008-03-10", FILED)])).allows();
    law.read(&life(&[("2008-03-11", FILED)])).forbids(Code::Lapsed, N47_3);
    // Filed too early it is filed all the same, as an audit reads it.
    let early = life(&[("2007-12-09", FILED)]);
    let audit = law.open_in(ruankao::Mode::Audit, &early, ruankao::Ledger::default());
    assert_eq!(audit.stands("2007-12-09"), FILED_THEN);
}

#[test]
fn what_is_filed_waits_for_its_acceptance() {
    let law = no_hours();
    let filed = life(&[("2008-01-15", FILED)]);
    law.read(&filed).turns("2008-01-14", DUE, FILED_THEN);
    assert_eq!(law.read(&filed).phase("2008-02-01"), Phase::Filed { filed_on: day("2008-01-15") });
    assert_eq!(law.read(&filed).on(day("2008-02-01")).unwrap().deadline(), Some(day("2008-03-10")));
    let registered = and_then(&filed, &[("2008-01-20", accepted()), ("2008-01-30", REGISTERED)]);
    law.read(&registered).turns("2008-01-19", FILED_THEN, REVIEW);
    law.read(&registered).turns("2008-01-29", REVIEW, IN_FORCE);
    // It is not registered before it is accepted.
    law.read(&and_then(&filed, &[("2008-01-20", REGISTERED)])).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
    // Filed, accepted and registered on one day.
    law.read(&life(&[("2008-03-10", FILED), ("2008-03-10", accepted()), ("2008-03-10", REGISTERED)])).allows();
}

/// What is filed is the application that an assessment is asked about; one that is accepted is decided first.
#[test]
fn an_assessment_looks_at_what_is_filed() {
    let law = no_hours();
    let filed = life(&[("2008-01-15", FILED)]);
    assert_eq!(law.read(&filed).lacks("2008-01-15", &Application::COMPLETE), []);
    let accepted = and_then(&filed, &[("2008-01-16", accepted())]);
    assert_eq!(law.read(&accepted).lacks("2008-01-16", &Application::COMPLETE), [Code::ApplicationPending]);
}

#[test]
fn one_application_at_a_time() {
    let law = no_hours();
    let filed = life(&[("2008-01-15", FILED)]);
    for act in [FILED, deferral("2008-09-10", childbirth())] {
        law.read(&and_then(&filed, &[("2008-01-16", act)])).forbids(Code::ApplicationPending, Some(Clause::N47_7));
    }
    for act in [Act::DeferralGranted, Act::DeferralRefused] {
        law.read(&and_then(&filed, &[("2008-01-16", act)])).forbids(Code::NoDeferralPending, Some(Clause::N47_8));
    }
    let accepted = life(&[("2008-01-15", accepted())]);
    law.read(&and_then(&accepted, &[("2008-01-16", FILED)])).forbids(Code::ApplicationPending, Some(Clause::N47_7));
    let asked = life(&[("2008-01-15", deferral("2008-09-10", childbirth()))]);
    law.read(&and_then(&asked, &[("2008-01-16", FILED)])).forbids(Code::DeferralPending, Some(Clause::N47_8));
    // That one is pending comes before that the window is not open.
    let early = life(&[("2006-01-01", deferral("2008-09-10", childbirth())), ("2006-01-02", FILED)]);
    law.read(&early).forbids(Code::DeferralPending, Some(Clause::N47_8));
}

#[test]
fn withdrawn_or_refused_it_ends_and_another_may_follow_in_time() {
    let law = no_hours();
    for ended in [Act::ApplicationWithdrawn, Act::Refused] {
        for made in [FILED, accepted()] {
            let ended = life(&[("2008-01-15", made), ("2008-02-01", ended.clone())]);
            law.read(&ended).allows();
            assert_eq!(law.read(&ended).stands("2008-02-01"), DUE);
            law.read(&ended).turns("2008-03-10", DUE, LAPSED);
            law.read(&and_then(&ended, &[("2008-02-01", FILED)])).allows();
            law.read(&and_then(&ended, &[("2008-03-10", accepted())])).allows();
            law.read(&and_then(&ended, &[("2008-02-01", deferral("2008-09-10", childbirth()))])).allows();
            law.read(&and_then(&ended, &[("2008-03-11", FILED)])).forbids(Code::Lapsed, N47_3);
            let twice = and_then(&ended, &[("2008-02-01", Act::ApplicationWithdrawn)]);
            law.read(&twice).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
        }
        let nothing = life(&[("2008-01-15", ended)]);
        law.read(&nothing).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
    }
    // A request for deferral is no application: it is decided, and cannot be withdrawn.
    let asked =
        life(&[("2008-01-15", deferral("2008-09-10", childbirth())), ("2008-01-16", Act::ApplicationWithdrawn)]);
    law.read(&asked).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
}

/// Reading `in_time`: `filing`.
#[test]
fn filed_on_the_last_day_it_is_accepted_and_decided_later() {
    let law = no_hours();
    let filed = life(&[("2008-03-10", FILED)]);
    law.read(&filed).turns("2008-03-10", FILED_THEN, FILED_THEN);
    assert_eq!(law.read(&filed).phase("2010-01-01"), Phase::Filed { filed_on: day("2008-03-10") });
    // The acceptance is no decision: the certificate stays until there is one.
    let accepted = and_then(&filed, &[("2008-04-01", accepted())]);
    law.read(&accepted).turns("2008-03-31", FILED_THEN, REVIEW);
    law.read(&and_then(&accepted, &[("2008-04-10", REGISTERED)])).turns("2008-04-09", REVIEW, IN_FORCE);
    let term = law.read(&and_then(&accepted, &[("2008-04-10", REGISTERED)])).term();
    assert_eq!((term.start(), term.expiry()), (day("2008-04-10"), day("2011-04-10")));
    for (before, made) in [(FILED_THEN, &filed), (REVIEW, &accepted)] {
        for ended in [Act::Refused, Act::ApplicationWithdrawn] {
            // One that leaves the deadline in the past lapses it since the day of that decision.
            let late = and_then(made, &[("2008-04-10", ended)]);
            assert_eq!(law.read(&late).stands("2008-04-09"), before);
            assert_eq!(law.read(&late).phase("2009-01-01"), Phase::Lapsed { since: day("2008-04-10") });
            law.read(&and_then(&late, &[("2008-04-10", FILED)])).forbids(Code::Lapsed, N47_3);
        }
    }
    // A withdrawal on the last day leaves that day, and one on the day after lapses it since then.
    let withdrawn = |on| and_then(&filed, &[(on, Act::ApplicationWithdrawn)]);
    law.read(&withdrawn("2008-03-10")).turns("2008-03-10", DUE, LAPSED);
    law.read(&withdrawn("2008-03-11")).turns("2008-03-10", FILED_THEN, LAPSED);
}

/// Reading `in_time`: `acceptance`.
#[test]
fn or_it_ends_with_the_term_unless_it_is_accepted_by_then() {
    let law = no_hours().turned(Reading::InTime);
    let filed = life(&[("2008-03-10", FILED)]);
    law.read(&filed).turns("2008-03-10", FILED_THEN, LAPSED);
    assert_eq!(law.read(&filed).phase("2010-01-01"), Phase::Lapsed { since: day("2008-03-11") });
    for act in [accepted(), Act::Refused, Act::ApplicationWithdrawn, REGISTERED, CANCELLED] {
        law.read(&and_then(&filed, &[("2008-03-11", act)])).forbids(Code::Lapsed, N47_3);
    }
    // Accepted on the last day, it is decided later.
    let accepted = and_then(&filed, &[("2008-03-10", accepted())]);
    law.read(&accepted).turns("2008-03-10", REVIEW, REVIEW);
    law.read(&and_then(&accepted, &[("2008-04-10", REGISTERED)])).allows();
}

/// Without a filing the acceptance is the act, under both sides of `in_time`.
#[test]
fn without_a_filing_the_acceptance_has_to_fall_within_the_term() {
    for law in [no_hours(), no_hours().turned(Reading::InTime)] {
        law.read(&life(&[("2008-03-10", accepted()), ("2008-04-01", REGISTERED)])).allows();
        law.read(&life(&[("2008-03-11", accepted())])).forbids(Code::Lapsed, N47_3);
    }
}

/// Reading `pending_at_expiry`: `lapses`.
#[test]
fn where_what_is_pending_lapses_a_filing_does_too() {
    let law = no_hours().turned(Reading::PendingAtExpiry);
    let filed = life(&[("2008-03-10", FILED)]);
    law.read(&filed).turns("2008-03-10", FILED_THEN, LAPSED);
    law.read(&and_then(&filed, &[("2008-03-10", accepted()), ("2008-03-10", REGISTERED)])).allows();
    law.read(&and_then(&filed, &[("2008-03-11", accepted())])).forbids(Code::Lapsed, N47_3);
}

#[test]
fn in_a_deferral_it_is_filed_until_the_day_of_that() {
    let deferred = [("2008-02-01", deferral("2008-09-10", childbirth())), ("2008-02-10", Act::DeferralGranted)];
    let filed = |on| and_then(&life(&deferred), &[(on, FILED)]);
    let law = no_hours();
    law.read(&filed("2008-09-10")).turns("2008-09-10", FILED_THEN, FILED_THEN);
    law.read(&filed("2008-09-11")).forbids(Code::Lapsed, N47_3);
    // Reading `deferred_validity`: a filing does not give the validity back.
    let not = law.turned(Reading::DeferredValidity);
    not.read(&filed("2008-02-15")).turns("2008-03-10", FILED_THEN, (PhaseName::Filed, false));
}

#[test]
fn a_filing_rests_while_the_certificate_is_cancelled_and_is_there_again() {
    let law = no_hours();
    let cancelled =
        life(&[("2008-01-15", FILED), ("2008-02-01", CANCELLED), ("2008-02-01", Act::CancellationPublished)]);
    law.read(&cancelled).turns("2008-01-31", FILED_THEN, (PhaseName::Cancelled, false));
    let won = [("2008-02-05", Act::AppealFiled), ("2008-05-01", Act::AppealDecided(Outcome::Overturned))];
    let won = and_then(&cancelled, &won);
    assert_eq!(law.read(&won).phase("2008-05-01"), Phase::Filed { filed_on: day("2008-01-15") });
    law.read(&and_then(&won, &[("2008-05-02", accepted())])).allows();
    // Under `acceptance` it ended with the term.
    let acceptance = law.turned(Reading::InTime);
    assert_eq!(acceptance.read(&won).phase("2008-05-01"), Phase::Lapsed { since: day("2008-05-01") });
}

#[test]
fn an_extension_is_granted_while_it_is_filed() {
    let law = no_hours();
    let extended = life(&[("2008-01-15", FILED), ("2008-01-16", extension("2006-06-01", "2008-09-10", childbirth()))]);
    law.read(&extended).allows();
    assert_eq!(law.read(&extended).phase("2008-01-16"), Phase::Filed { filed_on: day("2008-01-15") });
}
