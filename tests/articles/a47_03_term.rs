//! 47.3: 计算机专业技术资格（水平）证书有效期为三年（自批准或登记之日起算）。在有效期满前三个月内，
//! 持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。

use crate::support::{CANCELLED, Law, accepted, accepted_by, and_then, childbirth, day, deferral, history, quotes};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Application, Clause, Code, History, Phase};

const IN_FORCE: (PhaseName, bool) = (PhaseName::InForce, true);
const DUE: (PhaseName, bool) = (PhaseName::RegistrationDue, true);
const REVIEW: (PhaseName, bool) = (PhaseName::UnderReview, true);
const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);

#[test]
fn the_words() {
    quotes(Clause::N47_3, "证书有效期为三年（自批准或登记之日起算）");
    quotes(Clause::N47_3, "在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续");
    quotes(Clause::N47_3, "逾期未办理登记手续的证书不再有效");
}

fn approved(on: &str) -> History {
    history(&[(on, Act::Approved)])
}

#[test]
fn a_term_turns_twice_by_itself() {
    let (law, life) = (Law::notices(), approved("2005-03-10"));
    law.turns(&life, "2007-12-09", IN_FORCE, DUE);
    law.turns(&life, "2008-03-10", DUE, LAPSED);
    assert_eq!(law.phase(&life, "2005-03-10"), Phase::InForce { until: day("2008-03-10") });
    assert_eq!(law.phase(&life, "2008-03-10"), Phase::RegistrationDue { until: day("2008-03-10") });
    assert_eq!(law.phase(&life, "2999-12-31"), Phase::Lapsed { since: day("2008-03-11") });
}

#[test]
fn the_window_opens_on_the_corresponding_day_before() {
    let day_before = Law::notices().turned(Reading::ExpiryDay);
    let rows = [
        ("2005-03-10", ("2008-03-10", "2007-12-10"), ("2008-03-09", "2007-12-09")),
        ("2004-02-29", ("2007-02-28", "2006-11-28"), ("2007-02-28", "2006-11-28")),
        ("2005-02-28", ("2008-02-28", "2007-11-28"), ("2008-02-27", "2007-11-27")),
        ("2005-05-31", ("2008-05-31", "2008-02-29"), ("2008-05-30", "2008-02-29")),
        ("2005-06-01", ("2008-06-01", "2008-03-01"), ("2008-05-31", "2008-02-29")),
        ("2004-05-31", ("2007-05-31", "2007-02-28"), ("2007-05-30", "2007-02-28")),
        ("2005-01-01", ("2008-01-01", "2007-10-01"), ("2007-12-31", "2007-09-30")),
    ];
    for (from, corresponding, before) in rows {
        for (law, (expiry, opens)) in [(&Law::notices(), corresponding), (&day_before, before)] {
            let term = law.term(&approved(from));
            assert_eq!((term.expiry(), term.opens()), (day(expiry), day(opens)), "{from}");
            law.turns(&approved(from), expiry, DUE, LAPSED);
            assert_eq!(law.outcome(&approved(from), opens), DUE);
        }
    }
}

#[test]
fn figures_of_another_regulation() {
    let law = Law::notices().with(Parameter::WindowMonths, 0);
    law.turns(&approved("2005-03-10"), "2008-03-09", IN_FORCE, DUE);
    let law = Law::notices().with(Parameter::ValidityYears, 100);
    law.turns(&approved("2005-03-10"), "2105-03-10", DUE, LAPSED);
    let law = Law::notices().with(Parameter::WindowMonths, 35);
    law.turns(&approved("2005-03-10"), "2005-04-09", IN_FORCE, DUE);
}

#[test]
fn an_application_is_accepted_from_the_first_day_of_the_window_to_the_last_of_the_term() {
    let law = Law::notices();
    let applied = |on| and_then(&approved("2005-03-10"), &[(on, accepted())]);
    law.faults(&applied("2007-12-09"), &[Code::BeforeWindow], Clause::N47_3);
    law.allows(&applied("2007-12-10"));
    law.allows(&applied("2008-03-10"));
    law.forbids(&applied("2008-03-11"), Code::Lapsed, Some(Clause::N47_3));
    // An application made too early is a fault, and not a nullity.
    assert_eq!(law.lacks(&approved("2005-03-10"), "2007-12-09", &Application::COMPLETE)[0], Code::BeforeWindow);
    assert_eq!(law.lacks(&approved("2005-03-10"), "2007-12-10", &Application::COMPLETE)[0], Code::EducationTotal);
    assert_eq!(law.lacks(&approved("2005-03-10"), "2008-03-11", &Application::COMPLETE)[0], Code::Lapsed);
}

#[test]
fn with_a_month_that_ends_early_the_window_opens_on_29_february() {
    let law = Law::notices();
    let applied = |on| and_then(&approved("2005-05-31"), &[(on, accepted())]);
    law.faults(&applied("2008-02-28"), &[Code::BeforeWindow], Clause::N47_3);
    law.allows(&applied("2008-02-29"));
}

#[test]
fn where_agencies_are_listed_an_approved_one_accepts() {
    let law = Law::notices().agencies(&[("上海", "2005-07-01", Some("2008-02-01")), ("上海", "2008-02-20", None)]);
    let by = |agency, on| and_then(&approved("2005-03-10"), &[(on, accepted_by(agency, Application::COMPLETE))]);
    law.faults(&by(None, "2008-01-15"), &[Code::AgencyMissing], Clause::N47_3);
    law.faults(&by(Some("北京"), "2008-01-15"), &[Code::AgencyNotApproved], Clause::N47_3);
    // From its approval to the day before its withdrawal, each time.
    law.allows(&by(Some("上海"), "2008-01-31"));
    law.faults(&by(Some("上海"), "2008-02-01"), &[Code::AgencyNotApproved], Clause::N47_3);
    law.faults(&by(Some("上海"), "2008-02-19"), &[Code::AgencyNotApproved], Clause::N47_3);
    law.allows(&by(Some("上海"), "2008-02-20"));
    // Too early comes first.
    law.faults(&by(None, "2007-12-09"), &[Code::BeforeWindow, Code::AgencyMissing], Clause::N47_3);
    law.faults(&by(Some("北京"), "2007-12-09"), &[Code::BeforeWindow, Code::AgencyNotApproved], Clause::N47_3);
}

#[test]
fn the_first_day_of_an_agency_and_an_empty_list() {
    let by = |agency| and_then(&approved("2005-03-10"), &[("2008-01-15", accepted_by(agency, Application::COMPLETE))]);
    let law = |from| Law::notices().agencies(&[("上海", from, None)]);
    law("2008-01-15").allows(&by(Some("上海")));
    law("2008-01-16").faults(&by(Some("上海")), &[Code::AgencyNotApproved], Clause::N47_3);
    Law::notices().agencies(&[]).faults(&by(Some("上海")), &[Code::AgencyNotApproved], Clause::N47_3);
    Law::notices().agencies(&[]).faults(&by(None), &[Code::AgencyMissing], Clause::N47_3);
    // Without a list any agency will do, and none need be named.
    Law::notices().allows(&by(Some("北京")));
    Law::notices().allows(&by(None));
}

/// Registered on a day, applied for on 2008-01-15.
fn registered(on: &str) -> History {
    and_then(&approved("2005-03-10"), &[("2008-01-15", accepted()), (on, Act::Registered)])
}

#[test]
fn the_next_term_starts_on_the_day_of_registration() {
    let law = Law::no_hours();
    let term = law.term(&registered("2008-01-20"));
    assert_eq!((term.start(), term.expiry(), term.opens()), (day("2008-01-20"), day("2011-01-20"), day("2010-10-20")));
    assert!(!term.is_first() && law.term(&approved("2005-03-10")).is_first());
    law.turns(&registered("2008-01-20"), "2008-01-19", REVIEW, IN_FORCE);
    law.turns(&registered("2008-01-20"), "2010-10-19", IN_FORCE, DUE);
    law.turns(&registered("2008-01-20"), "2011-01-20", DUE, LAPSED);
    // There is no 29 February 2011.
    let leap = and_then(&approved("2005-03-10"), &[("2008-01-15", accepted()), ("2008-02-29", Act::Registered)]);
    assert_eq!(law.term(&leap).expiry(), day("2011-02-28"));
}

/// Reading `term_start`.
#[test]
fn or_where_the_old_term_ends_but_not_before_the_decision() {
    let (on_registration, follows) = (Law::no_hours(), Law::no_hours().turned(Reading::TermStart));
    let starts = |law: &Law, on| law.term(&registered(on)).start();
    assert_eq!(starts(&follows, "2008-01-20"), day("2008-03-10"));
    // On the last day and after it both sides agree.
    for on in ["2008-03-10", "2008-03-20"] {
        assert_eq!((starts(&follows, on), starts(&on_registration, on)), (day(on), day(on)));
    }
    // Where the term ends on the day before, the next starts on the corresponding day, so that none is lost or doubled.
    let follows = follows.turned(Reading::ExpiryDay);
    assert_eq!(law_terms(&follows, "2008-01-20"), (day("2008-03-10"), day("2011-03-09")));
    assert_eq!(law_terms(&follows, "2008-03-09"), (day("2008-03-10"), day("2011-03-09")));
    assert_eq!(law_terms(&follows, "2008-03-11"), (day("2008-03-11"), day("2011-03-10")));
    // The cycle of such a term lies ahead.
    let progress = follows.education(&registered("2008-01-20"), "2008-02-01");
    assert_eq!((progress.from, progress.hours.tenths()), (day("2008-03-10"), 0));
}

fn law_terms(law: &Law, registered_on: &str) -> (chrono::NaiveDate, chrono::NaiveDate) {
    let term = law.term(&registered(registered_on));
    (term.start(), term.expiry())
}

/// Reading `pending_at_expiry`: `continues`.
#[test]
fn what_was_pending_in_time_is_decided_later() {
    let law = Law::no_hours();
    let pending = and_then(&approved("2005-03-10"), &[("2008-03-10", accepted())]);
    assert_eq!(law.phase(&pending, "2009-01-01"), Phase::UnderReview { accepted_on: day("2008-03-10") });
    law.turns(&pending, "2008-03-10", REVIEW, REVIEW);
    let late = and_then(&pending, &[("2008-04-01", Act::Registered)]);
    law.turns(&late, "2008-03-31", REVIEW, IN_FORCE);
    let refused = |on| and_then(&pending, &[(on, Act::Refused)]);
    // A refusal on the last day leaves that day; one after it lapses the certificate since the decision.
    law.turns(&refused("2008-03-10"), "2008-03-10", DUE, LAPSED);
    law.turns(&refused("2008-04-01"), "2008-03-31", REVIEW, LAPSED);
    assert_eq!(law.phase(&refused("2008-04-01"), "2009-01-01"), Phase::Lapsed { since: day("2008-04-01") });
    law.forbids(&and_then(&refused("2008-04-01"), &[("2008-04-01", accepted())]), Code::Lapsed, Some(Clause::N47_3));
}

/// Reading `pending_at_expiry`: `lapses`.
#[test]
fn or_it_ends_with_the_term() {
    let law = Law::no_hours().turned(Reading::PendingAtExpiry);
    let pending = and_then(&approved("2005-03-10"), &[("2008-03-09", accepted())]);
    law.turns(&pending, "2008-03-10", REVIEW, LAPSED);
    law.allows(&and_then(&pending, &[("2008-03-10", Act::Registered)]));
    for act in [Act::Registered, Act::Refused, accepted(), CANCELLED] {
        law.forbids(&and_then(&pending, &[("2008-03-11", act)]), Code::Lapsed, Some(Clause::N47_3));
    }
    let asked = and_then(&approved("2005-03-10"), &[("2008-03-10", deferral("2008-09-10", childbirth()))]);
    law.turns(&asked, "2008-03-10", DUE, LAPSED);
    law.allows(&and_then(&asked, &[("2008-03-10", Act::DeferralGranted)]));
    law.forbids(&and_then(&asked, &[("2008-03-11", Act::DeferralGranted)]), Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn after_a_lapse_nothing_can_be_done_but_say_what_is_not_there() {
    let law = Law::notices();
    let after = |act| and_then(&approved("2005-03-10"), &[("2008-03-11", act)]);
    for act in [accepted(), Act::Registered, Act::Refused, Act::DeferralGranted, Act::DeferralRefused, CANCELLED] {
        law.forbids(&after(act), Code::Lapsed, Some(Clause::N47_3));
    }
    law.forbids(&after(deferral("2008-09-10", childbirth())), Code::Lapsed, Some(Clause::N47_3));
    law.forbids(&after(Act::CancellationPublished), Code::NotCancelled, Some(Clause::N47_10));
    law.forbids(&after(Act::AppealFiled), Code::NotCancelled, Some(Clause::N47_11));
}

/// Reading `term_last_day`.
#[test]
fn a_term_may_end_on_the_next_working_day() {
    let rolls = Law::no_hours().turned(Reading::TermLastDay);
    // 2008-05-31 is a Saturday.
    let saturday = approved("2005-05-31");
    Law::notices().turns(&saturday, "2008-05-31", DUE, LAPSED);
    rolls.turns(&saturday, "2008-06-02", DUE, LAPSED);
    // The window is counted from the nominal end, and so is the next term.
    assert_eq!(rolls.term(&saturday).opens(), day("2008-02-29"));
    let next = and_then(&saturday, &[("2008-05-20", accepted()), ("2008-05-20", Act::Registered)]);
    assert_eq!(rolls.clone().turned(Reading::TermStart).term(&next).start(), day("2008-05-31"));
    // A request for deferral is in time until then.
    let asked = |on| and_then(&saturday, &[(on, deferral("2008-09-10", childbirth()))]);
    rolls.allows(&asked("2008-06-02"));
    rolls.forbids(&asked("2008-06-03"), Code::Lapsed, Some(Clause::N47_3));
    // A Monday does not roll.
    rolls.turns(&approved("2005-03-10"), "2008-03-10", DUE, LAPSED);
}
