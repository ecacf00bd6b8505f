//! 47.8: 有下列情形之一的，在证书有效期满前，可向证书登记实施机构出示相关证明，申请延期登记（延期时间不得超过一年）：
//! （一）年度内在境外学习或工作超过六个月的；（二）年度内病假超过六个月的；（三）生育；
//! （四）经各地省、自治区、直辖市信息产业主管部门同意的其他情况。

use crate::support::{CANCELLED, Law, accepted, and_then, childbirth, claim, day, deferral, history, quotes};
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Application, Clause, Code, History, Phase};

const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const DUE: (PhaseName, bool) = (PhaseName::RegistrationDue, true);
const DEFERRED: (PhaseName, bool) = (PhaseName::Deferred, true);

#[test]
fn the_words() {
    quotes(Clause::N47_8, "在证书有效期满前，可向证书登记实施机构出示相关证明，申请延期登记（延期时间不得超过一年）");
    quotes(Clause::N47_8_1, "年度内在境外学习或工作超过六个月的");
    quotes(Clause::N47_8_2, "年度内病假超过六个月的");
    quotes(Clause::N47_8_3, "生育");
    quotes(Clause::N47_8_4, "经各地省、自治区、直辖市信息产业主管部门同意的其他情况");
}

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

fn requested(on: &str, until: &str, claim: Claim) -> History {
    and_then(&approved(), &[(on, deferral(until, claim))])
}

fn granted(until: &str) -> History {
    and_then(&requested("2008-02-01", until, childbirth()), &[("2008-02-10", Act::DeferralGranted)])
}

#[test]
fn at_any_time_before_the_term_ends() {
    let law = Law::notices();
    for on in ["2005-03-10", "2007-12-09", "2008-03-10"] {
        law.allows(&requested(on, "2008-09-10", childbirth()));
    }
    law.forbids(&requested("2008-03-11", "2008-09-10", childbirth()), Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn not_in_the_time_of_an_earlier_deferral() {
    let law = Law::notices();
    let again = |on, until| and_then(&granted("2008-09-10"), &[(on, deferral(until, childbirth()))]);
    law.allows(&again("2008-03-10", "2008-09-11"));
    law.forbids(&again("2008-03-11", "2008-09-11"), Code::AfterExpiry, Some(Clause::N47_8));
    // Too late comes before too short; lapsed comes before either.
    law.forbids(&again("2008-03-11", "2008-09-10"), Code::AfterExpiry, Some(Clause::N47_8));
    law.forbids(&again("2008-09-11", "2008-09-12"), Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn beyond_the_deadline_and_by_a_year_at_most() {
    let law = Law::notices();
    let until = |until| requested("2008-02-01", until, childbirth());
    law.forbids(&until("2008-03-10"), Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.allows(&until("2008-03-11"));
    law.allows(&until("2009-03-10"));
    law.faults(&until("2009-03-11"), &[Code::DeferralTooLong], Clause::N47_8);
    // A second one has to go beyond the first; the year is that of the term.
    let again = |until| and_then(&granted("2008-09-10"), &[("2008-03-01", deferral(until, childbirth()))]);
    law.forbids(&again("2008-09-10"), Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.allows(&again("2009-03-10"));
    law.faults(&again("2009-03-11"), &[Code::DeferralTooLong], Clause::N47_8);
}

#[test]
fn a_year_from_29_february_ends_on_28_february() {
    let law = Law::notices().with(Parameter::ValidityYears, 4);
    let until = |until| history(&[("2004-02-29", Act::Approved), ("2008-02-01", deferral(until, childbirth()))]);
    law.allows(&until("2009-02-28"));
    law.faults(&until("2009-03-01"), &[Code::DeferralTooLong], Clause::N47_8);
}

/// The year runs from the nominal end of the term, wherever its last day was rolled to.
#[test]
fn a_term_that_rolls_is_deferred_from_its_nominal_end() {
    let law = Law::notices().turned(Reading::TermLastDay);
    let until = |until| history(&[("2005-05-31", Act::Approved), ("2008-06-02", deferral(until, childbirth()))]);
    law.forbids(&until("2008-06-02"), Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.allows(&until("2009-05-31"));
    law.faults(&until("2009-06-01"), &[Code::DeferralTooLong], Clause::N47_8);
}

#[test]
fn an_absence_has_to_exceed_183_days_of_a_calendar_year() {
    let law = Law::notices();
    for ground in [Ground::StudyAbroad, Ground::WorkAbroad, Ground::SickLeave] {
        let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(ground, away));
        law.faults(&away(&[]), &[Code::AbsenceTooShort], Clause::N47_8);
        law.faults(&away(&[("2006-01-01", "2006-07-02")]), &[Code::AbsenceTooShort], Clause::N47_8);
        law.allows(&away(&[("2006-01-01", "2006-07-03")]));
        // Added up, each day once.
        law.allows(&away(&[("2006-01-01", "2006-03-31"), ("2006-06-01", "2006-09-02")]));
        law.faults(
            &away(&[("2006-01-01", "2006-03-31"), ("2006-06-01", "2006-09-01")]),
            &[Code::AbsenceTooShort],
            Clause::N47_8,
        );
        law.faults(
            &away(&[("2006-01-01", "2006-05-31"), ("2006-04-01", "2006-07-02")]),
            &[Code::AbsenceTooShort],
            Clause::N47_8,
        );
    }
}

/// Days count after boundary\[0\], and up to the day until which the deferral is requested.
#[test]
fn only_days_of_the_term_and_of_the_deferral_count() {
    let law = Law::notices();
    let away = |until, from, to| requested("2008-02-01", until, claim(Ground::SickLeave, &[(from, to)]));
    // 2005-03-11 to 2005-09-10 are 184 days; the day of approval is not counted.
    law.allows(&away("2008-09-10", "2005-03-10", "2005-09-10"));
    law.faults(&away("2008-09-10", "2005-01-01", "2005-09-09"), &[Code::AbsenceTooShort], Clause::N47_8);
    let day_before = law.clone().turned(Reading::ExpiryDay);
    day_before.allows(&away("2008-09-10", "2005-01-01", "2005-09-09"));
    // 2008-03-11 to 2008-09-10 are 184 days.
    law.allows(&away("2008-09-10", "2008-03-11", "2008-12-31"));
    law.faults(&away("2008-09-09", "2008-03-11", "2008-12-31"), &[Code::AbsenceTooShort], Clause::N47_8);
}

/// Reading `absence_year`.
#[test]
fn or_of_any_365_days_running() {
    let (calendar, rolling) = (Law::notices(), Law::notices().turned(Reading::AbsenceYear));
    let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(Ground::WorkAbroad, away));
    // 92 days of 2006 and 92 of 2007.
    let across = away(&[("2006-10-01", "2007-04-02")]);
    calendar.faults(&across, &[Code::AbsenceTooShort], Clause::N47_8);
    rolling.allows(&across);
    rolling.faults(&away(&[("2006-10-01", "2007-04-01")]), &[Code::AbsenceTooShort], Clause::N47_8);
    // The last of them is the 365th day from the first, or the 366th.
    rolling.allows(&away(&[("2006-04-01", "2006-06-30"), ("2006-12-29", "2007-03-31")]));
    rolling.faults(
        &away(&[("2006-04-01", "2006-06-30"), ("2006-12-30", "2007-04-01")]),
        &[Code::AbsenceTooShort],
        Clause::N47_8,
    );
    // Within one calendar year both agree.
    let within = away(&[("2006-01-01", "2006-07-03")]);
    calendar.allows(&within);
    rolling.allows(&within);
}

/// Reading `absence_measure`.
#[test]
fn or_one_unbroken_absence_of_more_than_six_months() {
    let (days, months) = (Law::notices(), Law::notices().turned(Reading::AbsenceMeasure));
    let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(Ground::StudyAbroad, away));
    let reached = away(&[("2006-01-01", "2006-07-01")]);
    months.allows(&reached);
    days.faults(&reached, &[Code::AbsenceTooShort], Clause::N47_8);
    months.faults(&away(&[("2006-01-01", "2006-06-30")]), &[Code::AbsenceTooShort], Clause::N47_8);
    let broken = away(&[("2006-01-01", "2006-06-30"), ("2006-07-02", "2006-12-31")]);
    months.faults(&broken, &[Code::AbsenceTooShort], Clause::N47_8);
    days.allows(&broken);
    // What follows on each other is unbroken, but for the turn of the year where a year is a calendar year.
    months.allows(&away(&[("2006-01-01", "2006-04-30"), ("2006-05-01", "2006-07-01")]));
    let across = away(&[("2006-08-31", "2007-02-28")]);
    months.faults(&across, &[Code::AbsenceTooShort], Clause::N47_8);
    months.clone().turned(Reading::AbsenceYear).allows(&across);
    let short = away(&[("2006-08-31", "2007-02-27")]);
    months.turned(Reading::AbsenceYear).faults(&short, &[Code::AbsenceTooShort], Clause::N47_8);
}

#[test]
fn childbirth_asks_for_no_absence_and_another_case_for_consent() {
    let law = Law::notices();
    law.allows(&requested("2008-02-01", "2008-09-10", childbirth()));
    let other = claim(Ground::Other, &[]);
    law.faults(&requested("2008-02-01", "2008-09-10", other.clone()), &[Code::ConsentMissing], Clause::N47_8);
    law.allows(&requested("2008-02-01", "2008-09-10", Claim { provincial_consent: true, ..other }));
    let unshown = requested("2008-02-01", "2008-09-10", Claim::on(Ground::Childbirth));
    law.faults(&unshown, &[Code::EvidenceMissing], Clause::N47_8);
}

#[test]
fn all_faults_in_their_order() {
    let law = Law::notices();
    let bare = |ground| requested("2008-02-01", "2009-03-11", Claim::on(ground));
    let away = [Code::DeferralTooLong, Code::AbsenceTooShort, Code::EvidenceMissing];
    for ground in [Ground::StudyAbroad, Ground::WorkAbroad, Ground::SickLeave] {
        law.faults(&bare(ground), &away, Clause::N47_8);
    }
    law.faults(&bare(Ground::Childbirth), &[Code::DeferralTooLong, Code::EvidenceMissing], Clause::N47_8);
    let consent = [Code::DeferralTooLong, Code::ConsentMissing, Code::EvidenceMissing];
    law.faults(&bare(Ground::Other), &consent, Clause::N47_8);
}

#[test]
fn a_request_is_decided_once() {
    let law = Law::notices();
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    for decision in [Act::DeferralGranted, Act::DeferralRefused] {
        law.forbids(
            &and_then(&approved(), &[("2008-02-01", decision.clone())]),
            Code::NoDeferralPending,
            Some(Clause::N47_8),
        );
        let decided = and_then(&asked, &[("2008-02-01", decision.clone())]);
        law.allows(&decided);
        law.forbids(&and_then(&decided, &[("2008-02-01", decision)]), Code::NoDeferralPending, Some(Clause::N47_8));
    }
    for act in [accepted(), deferral("2008-03-10", childbirth())] {
        law.forbids(&and_then(&asked, &[("2008-02-01", act)]), Code::DeferralPending, Some(Clause::N47_8));
    }
    assert_eq!(law.lacks(&asked, "2008-02-01", &Application::COMPLETE)[0], Code::DeferralPending);
    assert_eq!(law.lacks(&asked, "2008-06-01", &Application::COMPLETE)[0], Code::DeferralPending);
    law.allows(&and_then(&asked, &[("2008-02-01", CANCELLED)]));
}

#[test]
fn the_deadline_is_the_day_granted() {
    let law = Law::no_hours();
    let life = granted("2008-09-10");
    assert_eq!(law.phase(&life, "2008-02-10"), Phase::RegistrationDue { until: day("2008-09-10") });
    assert_eq!(law.phase(&life, "2008-09-10"), Phase::Deferred { until: day("2008-09-10") });
    law.turns(&life, "2008-03-10", DUE, DEFERRED);
    law.turns(&life, "2008-09-10", DEFERRED, LAPSED);
    let registered = and_then(&life, &[("2008-09-10", accepted()), ("2008-09-20", Act::Registered)]);
    assert_eq!(law.term(&registered).start(), day("2008-09-20"));
    // The deferral belonged to the old term.
    law.turns(&registered, "2011-09-20", DUE, LAPSED);
    let refused =
        and_then(&requested("2008-02-01", "2008-09-10", childbirth()), &[("2008-02-10", Act::DeferralRefused)]);
    law.turns(&refused, "2008-03-10", DUE, LAPSED);
}

/// Reading `deferred_validity`.
#[test]
fn a_deferred_certificate_is_valid_or_not() {
    let not = Law::no_hours().turned(Reading::DeferredValidity);
    let life = granted("2008-09-10");
    not.turns(&life, "2008-03-10", DUE, (PhaseName::Deferred, false));
    // An application in the time of a deferral does not give the validity back; the registration does.
    let applied = and_then(&life, &[("2008-04-01", accepted()), ("2008-05-01", Act::Registered)]);
    not.turns(&applied, "2008-03-31", (PhaseName::Deferred, false), (PhaseName::UnderReview, false));
    not.turns(&applied, "2008-04-30", (PhaseName::UnderReview, false), (PhaseName::InForce, true));
    // Without a deferral granted it does not matter.
    let pending = and_then(&approved(), &[("2008-03-10", accepted())]);
    not.turns(&pending, "2008-03-10", (PhaseName::UnderReview, true), (PhaseName::UnderReview, true));
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    not.turns(&asked, "2008-03-10", DUE, (PhaseName::DeferralPending, true));
}

#[test]
fn a_request_undecided_on_the_last_day_keeps_the_certificate() {
    let law = Law::notices();
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    law.turns(&asked, "2008-03-10", DUE, (PhaseName::DeferralPending, true));
    assert_eq!(law.phase(&asked, "2010-01-01"), Phase::DeferralPending { requested_on: day("2008-02-01") });
    let decided = |on, decision| and_then(&asked, &[(on, decision)]);
    law.turns(&decided("2008-09-10", Act::DeferralGranted), "2008-09-10", DEFERRED, LAPSED);
    // A grant that comes after its own day, and a refusal after the term, lapse the certificate since the decision.
    let late = decided("2008-09-11", Act::DeferralGranted);
    law.turns(&late, "2008-09-10", (PhaseName::DeferralPending, true), LAPSED);
    assert_eq!(law.phase(&late, "2009-01-01"), Phase::Lapsed { since: day("2008-09-11") });
    law.turns(&decided("2008-03-10", Act::DeferralRefused), "2008-03-10", DUE, LAPSED);
    let refused = decided("2008-06-01", Act::DeferralRefused);
    law.turns(&refused, "2008-05-31", (PhaseName::DeferralPending, true), LAPSED);
    assert_eq!(law.phase(&refused, "2009-01-01"), Phase::Lapsed { since: day("2008-06-01") });
}

/// A second request, in the time of a first that was granted: deferred until the first ends, pending after it.
#[test]
fn a_second_request_is_pending_after_the_first_deferral() {
    let law = Law::notices().turned(Reading::DeferredValidity);
    let life = and_then(&granted("2008-06-10"), &[("2008-03-10", deferral("2008-09-10", childbirth()))]);
    law.turns(&life, "2008-03-10", DUE, (PhaseName::Deferred, false));
    law.turns(&life, "2008-06-10", (PhaseName::Deferred, false), (PhaseName::DeferralPending, false));
}
