//! 47.3: 计算机专业技术资格（水平）证书有效期为三年（自批准或登记之日起算）。在有效期满前三个月内，
//! 持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。

use crate::support::{
    Asked, CANCELLED, Differing, REGISTERED, accepted, accepted_by, and_then, childbirth, day, deferral, history,
    no_hours, quotes, register,
};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Application, Clause, Code, History, Law, Phase};

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
    let (law, life) = (Law::of_2004(), approved("2005-03-10"));
    law.read(&life).turns("2007-12-09", IN_FORCE, DUE);
    law.read(&life).turns("2008-03-10", DUE, LAPSED);
    assert_eq!(law.read(&life).phase("2005-03-10"), Phase::InForce { until: day("2008-03-10") });
    assert_eq!(law.read(&life).phase("2008-03-10"), Phase::RegistrationDue { until: day("2008-03-10") });
    assert_eq!(law.read(&life).phase("2999-12-31"), Phase::Lapsed { since: day("2008-03-11") });
}

#[test]
fn the_window_opens_on_the_corresponding_day_before() {
    let day_before = Law::of_2004().turned(Reading::ExpiryDay);
    let rows = [
        ("2005-03-10", ("2008-03-10", "2007-12-10"), ("2008-03-09", "2007-12-10")),
        ("2004-02-29", ("2007-02-28", "2006-11-28"), ("2007-02-28", "2006-12-01")),
        ("2005-02-28", ("2008-02-28", "2007-11-28"), ("2008-02-27", "2007-11-28")),
        ("2005-05-31", ("2008-05-31", "2008-02-29"), ("2008-05-30", "2008-02-29")),
        ("2005-06-01", ("2008-06-01", "2008-03-01"), ("2008-05-31", "2008-03-01")),
        ("2004-05-31", ("2007-05-31", "2007-02-28"), ("2007-05-30", "2007-02-28")),
        ("2005-01-01", ("2008-01-01", "2007-10-01"), ("2007-12-31", "2007-10-01")),
    ];
    for (from, corresponding, before) in rows {
        for (law, (expiry, opens)) in [(&Law::of_2004(), corresponding), (&day_before, before)] {
            let term = law.read(&approved(from)).term();
            assert_eq!((term.expiry(), term.opens()), (day(expiry), day(opens)), "{from}");
            law.read(&approved(from)).turns(expiry, DUE, LAPSED);
            let last_before = day(opens).pred_opt().unwrap().to_string();
            law.read(&approved(from)).turns(&last_before, IN_FORCE, DUE);
        }
    }
}

#[test]
fn figures_of_another_regulation() {
    let law = Law::of_2004().with(Parameter::WindowMonths, 0);
    law.read(&approved("2005-03-10")).turns("2008-03-09", IN_FORCE, DUE);
    let law = Law::of_2004().with(Parameter::ValidityYears, 100);
    law.read(&approved("2005-03-10")).turns("2105-03-10", DUE, LAPSED);
    let law = Law::of_2004().with(Parameter::WindowMonths, 35);
    law.read(&approved("2005-03-10")).turns("2005-04-09", IN_FORCE, DUE);
}

#[test]
fn an_application_is_accepted_from_the_first_day_of_the_window_to_the_last_of_the_term() {
    let law = Law::of_2004();
    let applied = |on| and_then(&approved("2005-03-10"), &[(on, accepted())]);
    law.read(&applied("2007-12-09")).faults(&[Code::BeforeWindow], Clause::N47_3);
    law.read(&applied("2007-12-10")).allows();
    law.read(&applied("2008-03-10")).allows();
    law.read(&applied("2008-03-11")).forbids(Code::Lapsed, Some(Clause::N47_3));
    // An application made too early is a fault, and not a nullity.
    assert_eq!(law.read(&approved("2005-03-10")).lacks("2007-12-09", &Application::COMPLETE)[0], Code::BeforeWindow);
    assert_eq!(law.read(&approved("2005-03-10")).lacks("2007-12-10", &Application::COMPLETE)[0], Code::EducationTotal);
    assert_eq!(law.read(&approved("2005-03-10")).lacks("2008-03-11", &Application::COMPLETE)[0], Code::Lapsed);
}

#[test]
fn with_a_month_that_ends_early_the_window_opens_on_29_february() {
    let law = Law::of_2004();
    let applied = |on| and_then(&approved("2005-05-31"), &[(on, accepted())]);
    law.read(&applied("2008-02-28")).faults(&[Code::BeforeWindow], Clause::N47_3);
    law.read(&applied("2008-02-29")).allows();
}

#[test]
fn where_agencies_are_listed_an_approved_one_accepts() {
    let law = Law::of_2004()
        .with_agencies(register(&[("上海", "2005-07-01", Some("2008-02-01")), ("上海", "2008-02-20", None)]));
    let by = |agency, on| and_then(&approved("2005-03-10"), &[(on, accepted_by(agency, Application::COMPLETE))]);
    law.read(&by(None, "2008-01-15")).faults(&[Code::AgencyMissing], Clause::N47_3);
    law.read(&by(Some("北京"), "2008-01-15")).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    // From its approval to the day before its withdrawal, each time.
    law.read(&by(Some("上海"), "2008-01-31")).allows();
    law.read(&by(Some("上海"), "2008-02-01")).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    law.read(&by(Some("上海"), "2008-02-19")).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    law.read(&by(Some("上海"), "2008-02-20")).allows();
    // Too early comes first.
    law.read(&by(None, "2007-12-09")).faults(&[Code::BeforeWindow, Code::AgencyMissing], Clause::N47_3);
    law.read(&by(Some("北京"), "2007-12-09")).faults(&[Code::BeforeWindow, Code::AgencyNotApproved], Clause::N47_3);
}

#[test]
fn the_first_day_of_an_agency_and_an_empty_list() {
    let by = |agency| and_then(&approved("2005-03-10"), &[("2008-01-15", accepted_by(agency, Application::COMPLETE))]);
    let law = |from| Law::of_2004().with_agencies(register(&[("上海", from, None)]));
    law("2008-01-15").read(&by(Some("上海"))).allows();
    law("2008-01-16").read(&by(Some("上海"))).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    Law::of_2004()
        .with_agencies(register(&[]))
        .read(&by(Some("上海")))
        .faults(&[Code::AgencyNotApproved], Clause::N47_3);
    Law::of_2004().with_agencies(register(&[])).read(&by(None)).faults(&[Code::AgencyMissing], Clause::N47_3);
    // Without a list any agency will do, and none need be named.
    Law::of_2004().read(&by(Some("北京"))).allows();
    Law::of_2004().read(&by(None)).allows();
}

/// Registered on a day, applied for on 2008-01-15.
fn registered(on: &str) -> History {
    and_then(&approved("2005-03-10"), &[("2008-01-15", accepted()), (on, REGISTERED)])
}

#[test]
fn the_next_term_starts_on_the_day_of_registration() {
    let law = no_hours();
    let term = law.read(&registered("2008-01-20")).term();
    assert_eq!((term.start(), term.expiry(), term.opens()), (day("2008-01-20"), day("2011-01-20"), day("2010-10-20")));
    assert!(!term.is_first() && law.read(&approved("2005-03-10")).term().is_first());
    law.read(&registered("2008-01-20")).turns("2008-01-19", REVIEW, IN_FORCE);
    law.read(&registered("2008-01-20")).turns("2010-10-19", IN_FORCE, DUE);
    law.read(&registered("2008-01-20")).turns("2011-01-20", DUE, LAPSED);
    // There is no 29 February 2011.
    let leap = and_then(&approved("2005-03-10"), &[("2008-01-15", accepted()), ("2008-02-29", REGISTERED)]);
    assert_eq!(law.read(&leap).term().expiry(), day("2011-02-28"));
}

/// Reading `term_start`.
#[test]
fn or_where_the_old_term_ends_but_not_before_the_decision() {
    let (on_registration, follows) = (no_hours(), no_hours().turned(Reading::TermStart));
    let starts = |law: &Law, on| law.read(&registered(on)).term().start();
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
    let progress = follows.read(&registered("2008-01-20")).progress("2008-02-01");
    assert_eq!((progress.from, progress.hours.tenths()), (day("2008-03-10"), 0));
}

fn law_terms(law: &Law, registered_on: &str) -> (chrono::NaiveDate, chrono::NaiveDate) {
    let term = law.read(&registered(registered_on)).term();
    (term.start(), term.expiry())
}

/// Reading `pending_at_expiry`: `continues`.
#[test]
fn what_was_pending_in_time_is_decided_later() {
    let law = no_hours();
    let pending = and_then(&approved("2005-03-10"), &[("2008-03-10", accepted())]);
    assert_eq!(law.read(&pending).phase("2009-01-01"), Phase::UnderReview { accepted_on: day("2008-03-10") });
    law.read(&pending).turns("2008-03-10", REVIEW, REVIEW);
    let late = and_then(&pending, &[("2008-04-01", REGISTERED)]);
    law.read(&late).turns("2008-03-31", REVIEW, IN_FORCE);
    let refused = |on| and_then(&pending, &[(on, Act::Refused)]);
    // A refusal on the last day leaves that day; one after it lapses the certificate since the decision.
    law.read(&refused("2008-03-10")).turns("2008-03-10", DUE, LAPSED);
    law.read(&refused("2008-04-01")).turns("2008-03-31", REVIEW, LAPSED);
    assert_eq!(law.read(&refused("2008-04-01")).phase("2009-01-01"), Phase::Lapsed { since: day("2008-04-01") });
    law.read(&and_then(&refused("2008-04-01"), &[("2008-04-01", accepted())]))
        .forbids(Code::Lapsed, Some(Clause::N47_3));
}

/// Reading `pending_at_expiry`: `lapses`.
#[test]
fn or_it_ends_with_the_term() {
    let law = no_hours().turned(Reading::PendingAtExpiry);
    let pending = and_then(&approved("2005-03-10"), &[("2008-03-09", accepted())]);
    law.read(&pending).turns("2008-03-10", REVIEW, LAPSED);
    law.read(&and_then(&pending, &[("2008-03-10", REGISTERED)])).allows();
    for act in [REGISTERED, Act::Refused, accepted(), CANCELLED] {
        law.read(&and_then(&pending, &[("2008-03-11", act)])).forbids(Code::Lapsed, Some(Clause::N47_3));
    }
    let asked = and_then(&approved("2005-03-10"), &[("2008-03-10", deferral("2008-09-10", childbirth()))]);
    law.read(&asked).turns("2008-03-10", DUE, LAPSED);
    law.read(&and_then(&asked, &[("2008-03-10", Act::DeferralGranted)])).allows();
    law.read(&and_then(&asked, &[("2008-03-11", Act::DeferralGranted)])).forbids(Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn after_a_lapse_nothing_can_be_done_but_say_what_is_not_there() {
    let law = Law::of_2004();
    let after = |act| and_then(&approved("2005-03-10"), &[("2008-03-11", act)]);
    for act in [accepted(), REGISTERED, Act::Refused, Act::DeferralGranted, Act::DeferralRefused, CANCELLED] {
        law.read(&after(act)).forbids(Code::Lapsed, Some(Clause::N47_3));
    }
    law.read(&after(deferral("2008-09-10", childbirth()))).forbids(Code::Lapsed, Some(Clause::N47_3));
    law.read(&after(Act::CancellationPublished)).forbids(Code::NotCancelled, Some(Clause::N47_10));
    law.read(&after(Act::AppealFiled)).forbids(Code::NotCancelled, Some(Clause::N47_11));
}

/// Reading `term_last_day`.
#[test]
fn a_term_may_end_on_the_next_working_day() {
    let rolls = no_hours().turned(Reading::TermLastDay);
    // 2008-05-31 is a Saturday.
    let saturday = approved("2005-05-31");
    Law::of_2004().read(&saturday).turns("2008-05-31", DUE, LAPSED);
    rolls.read(&saturday).turns("2008-06-02", DUE, LAPSED);
    // The window is counted from the nominal end, and so is the next term.
    assert_eq!(rolls.read(&saturday).term().opens(), day("2008-02-29"));
    let next = and_then(&saturday, &[("2008-05-20", accepted()), ("2008-05-20", REGISTERED)]);
    assert_eq!(rolls.clone().turned(Reading::TermStart).read(&next).term().start(), day("2008-05-31"));
    // A request for deferral is in time until then.
    let asked = |on| and_then(&saturday, &[(on, deferral("2008-09-10", childbirth()))]);
    rolls.read(&asked("2008-06-02")).allows();
    rolls.read(&asked("2008-06-03")).forbids(Code::Lapsed, Some(Clause::N47_3));
    // A Monday does not roll.
    rolls.read(&approved("2005-03-10")).turns("2008-03-10", DUE, LAPSED);
}
