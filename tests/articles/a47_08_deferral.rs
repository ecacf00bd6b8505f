//! 47.8: 有下列情形之一的，在证书有效期满前，可向证书登记实施机构出示相关证明，申请延期登记（延期时间不得超过一年）：
//! （一）年度内在境外学习或工作超过六个月的；（二）年度内病假超过六个月的；（三）生育；
//! （四）经各地省、自治区、直辖市信息产业主管部门同意的其他情况。

use crate::support::{
    Asked, CANCELLED, Differing, REGISTERED, accepted, and_then, childbirth, claim, day, deferral, history, no_hours,
    quotes,
};
use ruankao::calendar::Period;
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Application, Clause, Code, History, Law, Phase};

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
fn absences_are_the_runs_they_come_to() {
    let away = |from, to| Period::new(day(from), day(to)).unwrap();
    let absences: Absences =
        [away("2006-05-01", "2006-06-30"), away("2006-02-01", "2006-03-31"), away("2006-03-15", "2006-04-15")]
            .into_iter()
            .collect();
    let runs = [away("2006-02-01", "2006-04-15"), away("2006-05-01", "2006-06-30")];
    assert_eq!((absences.runs(), Vec::from(absences.clone())), (&runs[..], runs.to_vec()));
}

#[test]
fn at_any_time_before_the_term_ends() {
    let law = Law::of_2004();
    for on in ["2005-03-10", "2007-12-09", "2008-03-10"] {
        law.read(&requested(on, "2008-09-10", childbirth())).allows();
    }
    law.read(&requested("2008-03-11", "2008-09-10", childbirth())).forbids(Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn not_in_the_time_of_an_earlier_deferral() {
    let law = Law::of_2004();
    let again = |on, until| and_then(&granted("2008-09-10"), &[(on, deferral(until, childbirth()))]);
    law.read(&again("2008-03-10", "2008-09-11")).allows();
    law.read(&again("2008-03-11", "2008-09-11")).forbids(Code::AfterExpiry, Some(Clause::N47_8));
    // Too late comes before too short; lapsed comes before either.
    law.read(&again("2008-03-11", "2008-09-10")).forbids(Code::AfterExpiry, Some(Clause::N47_8));
    law.read(&again("2008-09-11", "2008-09-12")).forbids(Code::Lapsed, Some(Clause::N47_3));
}

#[test]
fn beyond_the_deadline_and_by_a_year_at_most() {
    let law = Law::of_2004();
    let until = |until| requested("2008-02-01", until, childbirth());
    law.read(&until("2008-03-10")).forbids(Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.read(&until("2008-03-11")).allows();
    law.read(&until("2009-03-10")).allows();
    law.read(&until("2009-03-11")).faults(&[Code::DeferralTooLong], Clause::N47_8);
    // A second one has to go beyond the first; the year is that of the term.
    let again = |until| and_then(&granted("2008-09-10"), &[("2008-03-01", deferral(until, childbirth()))]);
    law.read(&again("2008-09-10")).forbids(Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.read(&again("2009-03-10")).allows();
    law.read(&again("2009-03-11")).faults(&[Code::DeferralTooLong], Clause::N47_8);
}

#[test]
fn a_year_from_29_february_ends_on_28_february() {
    let law = Law::of_2004().with(Parameter::ValidityYears, 4);
    let until = |until| history(&[("2004-02-29", Act::Approved), ("2008-02-01", deferral(until, childbirth()))]);
    law.read(&until("2009-02-28")).allows();
    law.read(&until("2009-03-01")).faults(&[Code::DeferralTooLong], Clause::N47_8);
}

/// The year runs from the nominal end of the term, wherever its last day was rolled to.
#[test]
fn a_term_that_rolls_is_deferred_from_its_nominal_end() {
    let law = Law::of_2004().turned(Reading::TermLastDay);
    let until = |until| history(&[("2005-05-31", Act::Approved), ("2008-06-02", deferral(until, childbirth()))]);
    law.read(&until("2008-06-02")).forbids(Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    law.read(&until("2009-05-31")).allows();
    law.read(&until("2009-06-01")).faults(&[Code::DeferralTooLong], Clause::N47_8);
}

#[test]
fn an_absence_has_to_exceed_183_days_of_a_calendar_year() {
    let law = Law::of_2004();
    for ground in [Ground::StudyAbroad, Ground::WorkAbroad, Ground::SickLeave] {
        let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(ground, away));
        law.read(&away(&[])).faults(&[Code::AbsenceTooShort], Clause::N47_8);
        law.read(&away(&[("2006-01-01", "2006-07-02")])).faults(&[Code::AbsenceTooShort], Clause::N47_8);
        law.read(&away(&[("2006-01-01", "2006-07-03")])).allows();
        // Added up, each day once.
        law.read(&away(&[("2006-01-01", "2006-03-31"), ("2006-06-01", "2006-09-02")])).allows();
        law.read(&away(&[("2006-01-01", "2006-03-31"), ("2006-06-01", "2006-09-01")]))
            .faults(&[Code::AbsenceTooShort], Clause::N47_8);
        law.read(&away(&[("2006-01-01", "2006-05-31"), ("2006-04-01", "2006-07-02")]))
            .faults(&[Code::AbsenceTooShort], Clause::N47_8);
    }
}

/// Days count after boundary\[0\], and up to the day until which the deferral is requested.
#[test]
fn only_days_of_the_term_and_of_the_deferral_count() {
    let law = Law::of_2004();
    let away = |until, from, to| requested("2008-02-01", until, claim(Ground::SickLeave, &[(from, to)]));
    // 2005-03-11 to 2005-09-10 are 184 days; the day of approval is not counted.
    law.read(&away("2008-09-10", "2005-03-10", "2005-09-10")).allows();
    law.read(&away("2008-09-10", "2005-01-01", "2005-09-09")).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    let day_before = law.clone().turned(Reading::ExpiryDay);
    day_before.read(&away("2008-09-10", "2005-01-01", "2005-09-09")).allows();
    // 2008-03-11 to 2008-09-10 are 184 days.
    law.read(&away("2008-09-10", "2008-03-11", "2008-12-31")).allows();
    law.read(&away("2008-09-09", "2008-03-11", "2008-12-31")).faults(&[Code::AbsenceTooShort], Clause::N47_8);
}

/// Reading `absence_year`.
#[test]
fn or_of_any_365_days_running() {
    let (calendar, rolling) = (Law::of_2004(), Law::of_2004().turned(Reading::AbsenceYear));
    let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(Ground::WorkAbroad, away));
    // 92 days of 2006 and 92 of 2007.
    let across = away(&[("2006-10-01", "2007-04-02")]);
    calendar.read(&across).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    rolling.read(&across).allows();
    rolling.read(&away(&[("2006-10-01", "2007-04-01")])).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    // The last of them is the 365th day from the first, or the 366th.
    rolling.read(&away(&[("2006-04-01", "2006-06-30"), ("2006-12-29", "2007-03-31")])).allows();
    rolling
        .read(&away(&[("2006-04-01", "2006-06-30"), ("2006-12-30", "2007-04-01")]))
        .faults(&[Code::AbsenceTooShort], Clause::N47_8);
    // Within one calendar year both agree.
    let within = away(&[("2006-01-01", "2006-07-03")]);
    calendar.read(&within).allows();
    rolling.read(&within).allows();
}

/// Reading `absence_measure`.
#[test]
fn or_one_unbroken_absence_of_more_than_six_months() {
    let (days, months) = (Law::of_2004(), Law::of_2004().turned(Reading::AbsenceMeasure));
    let away = |away: &[(&str, &str)]| requested("2008-02-01", "2008-09-10", claim(Ground::StudyAbroad, away));
    let reached = away(&[("2006-01-01", "2006-07-01")]);
    months.read(&reached).allows();
    days.read(&reached).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    months.read(&away(&[("2006-01-01", "2006-06-30")])).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    let broken = away(&[("2006-01-01", "2006-06-30"), ("2006-07-02", "2006-12-31")]);
    months.read(&broken).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    days.read(&broken).allows();
    // What follows on each other is unbroken, but for the turn of the year where a year is a calendar year.
    months.read(&away(&[("2006-01-01", "2006-04-30"), ("2006-05-01", "2006-07-01")])).allows();
    let across = away(&[("2006-08-31", "2007-02-28")]);
    months.read(&across).faults(&[Code::AbsenceTooShort], Clause::N47_8);
    months.clone().turned(Reading::AbsenceYear).read(&across).allows();
    let short = away(&[("2006-08-31", "2007-02-27")]);
    months.turned(Reading::AbsenceYear).read(&short).faults(&[Code::AbsenceTooShort], Clause::N47_8);
}

#[test]
fn childbirth_asks_for_no_absence_and_another_case_for_consent() {
    let law = Law::of_2004();
    law.read(&requested("2008-02-01", "2008-09-10", childbirth())).allows();
    let other = claim(Ground::Other, &[]);
    law.read(&requested("2008-02-01", "2008-09-10", other.clone())).faults(&[Code::ConsentMissing], Clause::N47_8);
    law.read(&requested("2008-02-01", "2008-09-10", Claim { provincial_consent: true, ..other })).allows();
    let unshown = requested("2008-02-01", "2008-09-10", Claim::on(Ground::Childbirth));
    law.read(&unshown).faults(&[Code::EvidenceMissing], Clause::N47_8);
}

#[test]
fn all_faults_in_their_order() {
    let law = Law::of_2004();
    let bare = |ground| requested("2008-02-01", "2009-03-11", Claim::on(ground));
    let away = [Code::DeferralTooLong, Code::AbsenceTooShort, Code::EvidenceMissing];
    for ground in [Ground::StudyAbroad, Ground::WorkAbroad, Ground::SickLeave] {
        law.read(&bare(ground)).faults(&away, Clause::N47_8);
    }
    law.read(&bare(Ground::Childbirth)).faults(&[Code::DeferralTooLong, Code::EvidenceMissing], Clause::N47_8);
    let consent = [Code::DeferralTooLong, Code::ConsentMissing, Code::EvidenceMissing];
    law.read(&bare(Ground::Other)).faults(&consent, Clause::N47_8);
}

#[test]
fn a_request_is_decided_once() {
    let law = Law::of_2004();
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    for decision in [Act::DeferralGranted, Act::DeferralRefused] {
        law.read(&and_then(&approved(), &[("2008-02-01", decision.clone())]))
            .forbids(Code::NoDeferralPending, Some(Clause::N47_8));
        let decided = and_then(&asked, &[("2008-02-01", decision.clone())]);
        law.read(&decided).allows();
        law.read(&and_then(&decided, &[("2008-02-01", decision)]))
            .forbids(Code::NoDeferralPending, Some(Clause::N47_8));
    }
    for act in [accepted(), deferral("2008-03-10", childbirth())] {
        law.read(&and_then(&asked, &[("2008-02-01", act)])).forbids(Code::DeferralPending, Some(Clause::N47_8));
    }
    assert_eq!(law.read(&asked).lacks("2008-02-01", &Application::COMPLETE)[0], Code::DeferralPending);
    assert_eq!(law.read(&asked).lacks("2008-06-01", &Application::COMPLETE)[0], Code::DeferralPending);
    law.read(&and_then(&asked, &[("2008-02-01", CANCELLED)])).allows();
}

#[test]
fn the_deadline_is_the_day_granted() {
    let law = no_hours();
    let life = granted("2008-09-10");
    assert_eq!(law.read(&life).phase("2008-02-10"), Phase::RegistrationDue { until: day("2008-09-10") });
    assert_eq!(law.read(&life).phase("2008-09-10"), Phase::Deferred { until: day("2008-09-10") });
    law.read(&life).turns("2008-03-10", DUE, DEFERRED);
    law.read(&life).turns("2008-09-10", DEFERRED, LAPSED);
    let registered = and_then(&life, &[("2008-09-10", accepted()), ("2008-09-20", REGISTERED)]);
    assert_eq!(law.read(&registered).term().start(), day("2008-09-20"));
    // The deferral belonged to the old term.
    law.read(&registered).turns("2011-09-20", DUE, LAPSED);
    let refused =
        and_then(&requested("2008-02-01", "2008-09-10", childbirth()), &[("2008-02-10", Act::DeferralRefused)]);
    law.read(&refused).turns("2008-03-10", DUE, LAPSED);
}

/// Reading `deferred_validity`.
#[test]
fn a_deferred_certificate_is_valid_or_not() {
    let not = no_hours().turned(Reading::DeferredValidity);
    let life = granted("2008-09-10");
    not.read(&life).turns("2008-03-10", DUE, (PhaseName::Deferred, false));
    // An application in the time of a deferral does not give the validity back; the registration does.
    let applied = and_then(&life, &[("2008-04-01", accepted()), ("2008-05-01", REGISTERED)]);
    not.read(&applied).turns("2008-03-31", (PhaseName::Deferred, false), (PhaseName::UnderReview, false));
    not.read(&applied).turns("2008-04-30", (PhaseName::UnderReview, false), (PhaseName::InForce, true));
    // Without a deferral granted it does not matter.
    let pending = and_then(&approved(), &[("2008-03-10", accepted())]);
    not.read(&pending).turns("2008-03-10", (PhaseName::UnderReview, true), (PhaseName::UnderReview, true));
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    not.read(&asked).turns("2008-03-10", DUE, (PhaseName::DeferralPending, true));
}

#[test]
fn a_request_undecided_on_the_last_day_keeps_the_certificate() {
    let law = Law::of_2004();
    let asked = requested("2008-02-01", "2008-09-10", childbirth());
    law.read(&asked).turns("2008-03-10", DUE, (PhaseName::DeferralPending, true));
    assert_eq!(law.read(&asked).phase("2010-01-01"), Phase::DeferralPending { requested_on: day("2008-02-01") });
    let decided = |on, decision| and_then(&asked, &[(on, decision)]);
    law.read(&decided("2008-09-10", Act::DeferralGranted)).turns("2008-09-10", DEFERRED, LAPSED);
    // A grant that comes after its own day, and a refusal after the term, lapse the certificate since the decision.
    let late = decided("2008-09-11", Act::DeferralGranted);
    law.read(&late).turns("2008-09-10", (PhaseName::DeferralPending, true), LAPSED);
    assert_eq!(law.read(&late).phase("2009-01-01"), Phase::Lapsed { since: day("2008-09-11") });
    law.read(&decided("2008-03-10", Act::DeferralRefused)).turns("2008-03-10", DUE, LAPSED);
    let refused = decided("2008-06-01", Act::DeferralRefused);
    law.read(&refused).turns("2008-05-31", (PhaseName::DeferralPending, true), LAPSED);
    assert_eq!(law.read(&refused).phase("2009-01-01"), Phase::Lapsed { since: day("2008-06-01") });
}

/// A second request, in the time of a first that was granted: deferred until the first ends, pending after it.
#[test]
fn a_second_request_is_pending_after_the_first_deferral() {
    let law = Law::of_2004().turned(Reading::DeferredValidity);
    let life = and_then(&granted("2008-06-10"), &[("2008-03-10", deferral("2008-09-10", childbirth()))]);
    law.read(&life).turns("2008-03-10", DUE, (PhaseName::Deferred, false));
    law.read(&life).turns("2008-06-10", (PhaseName::Deferred, false), (PhaseName::DeferralPending, false));
}
