//! 47.10: 凡属下列情形之一的，证书登记实施机构应办理注销登记手续，作废其……证书，并及时报信息产业部电子教育中心备案。
//! （一）完全丧失民事行为能力。（二）受到刑事处罚。（三）脱离专业技术岗位连续二年以上。
//! （四）因工作中的失误造成重大损失。（五）……在申请登记过程中有弄虚作假行为，并经……主管部门调查核实的。

use crate::support::{CANCELLED, Law, accepted, and_then, childbirth, day, deferral, extension, history, quotes};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::Parameter;
use ruankao::revocation::{Revocation, RevocationGround};
use ruankao::{Act, Application, Clause, Code, History, Mode, Phase};

#[test]
fn the_words() {
    quotes(Clause::N47_10, "证书登记实施机构应办理注销登记手续，作废其计算机专业技术资格（水平）证书");
    quotes(Clause::N47_10_1, "完全丧失民事行为能力");
    quotes(Clause::N47_10_2, "受到刑事处罚");
    quotes(Clause::N47_10_3, "脱离专业技术岗位连续二年以上");
    quotes(Clause::N47_10_4, "因工作中的失误造成重大损失");
    quotes(Clause::N47_10_5, "在申请登记过程中有弄虚作假行为，并经当地省、自治区、直辖市信息产业主管部门调查核实的");
}

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

fn cancelled(on: &str, revocation: Revocation) -> History {
    and_then(&approved(), &[(on, Act::Cancelled(revocation))])
}

#[test]
fn three_grounds_ask_for_nothing_more() {
    let law = Law::notices();
    let grounds = [
        (Revocation::Incapacity, RevocationGround::Incapacity),
        (Revocation::CriminalPenalty, RevocationGround::CriminalPenalty),
        (Revocation::MajorLoss, RevocationGround::MajorLoss),
    ];
    for (revocation, ground) in grounds {
        let life = cancelled("2006-05-08", revocation);
        let phase = Phase::Cancelled { since: day("2006-05-08"), ground, is_final: false, appealable_until: None };
        assert_eq!(law.phase(&life, "2006-05-08"), phase);
        // Unpublished it cannot be appealed, and never becomes final.
        assert_eq!(law.phase(&life, "2999-12-31"), phase);
        law.turns(&life, "2006-05-07", (PhaseName::InForce, true), (PhaseName::Cancelled, false));
    }
}

#[test]
fn two_years_off_the_post_to_the_day() {
    let law = Law::notices();
    let left = |left_on| Revocation::LeftPost { left_on: day(left_on) };
    law.allows(&cancelled("2007-06-01", left("2005-06-01")));
    law.faults(&cancelled("2007-05-31", left("2005-06-01")), &[Code::OffPostTooShort], Clause::N47_10_3);
    law.allows(&cancelled("2006-02-28", left("2004-02-29")));
    law.faults(&cancelled("2006-02-27", left("2004-02-29")), &[Code::OffPostTooShort], Clause::N47_10_3);
    law.faults(&cancelled("2006-02-28", left("2004-03-01")), &[Code::OffPostTooShort], Clause::N47_10_3);
    // The post may have been left before there was a certificate.
    law.allows(&cancelled("2005-03-10", left("2003-03-10")));
    Law::notices().with(Parameter::OffPostYears, 0).allows(&cancelled("2006-02-28", left("2006-02-28")));
}

#[test]
fn deceit_in_an_application_that_was_made_and_verified() {
    let law = Law::no_hours();
    let fraud = |verified_by_province| Act::Cancelled(Revocation::Fraud { verified_by_province });
    let after = |events: &[(&str, Act)], verified| {
        let life = and_then(&approved(), events);
        and_then(&life, &[("2008-01-20", fraud(verified))])
    };
    let applied = [("2008-01-15", accepted())];
    law.allows(&after(&applied, true));
    law.faults(&after(&applied, false), &[Code::VerificationMissing], Clause::N47_10_5);
    law.faults(&after(&[], true), &[Code::NoApplicationMade], Clause::N47_10_5);
    let both = [Code::NoApplicationMade, Code::VerificationMissing];
    law.faults(&after(&[], false), &both, Clause::N47_10_5);
    // On the very day, after a refusal, and in the term after.
    law.allows(&after(&[("2008-01-20", accepted())], true));
    law.allows(&after(&[("2008-01-15", accepted()), ("2008-01-16", Act::Refused)], true));
    law.allows(&after(&[("2008-01-15", accepted()), ("2008-01-16", Act::Registered)], true));
    // A request for deferral is no application.
    law.faults(
        &after(&[("2008-01-15", deferral("2008-09-10", childbirth()))], true),
        &[Code::NoApplicationMade],
        Clause::N47_10_5,
    );
    // Verification is asked for deceit alone.
    law.allows(&cancelled("2006-05-08", Revocation::CriminalPenalty));
}

#[test]
fn after_a_cancellation_no_act_but_its_publication_and_appeal() {
    let law = Law::notices();
    let after = |act| and_then(&cancelled("2008-01-08", Revocation::MajorLoss), &[("2008-01-15", act)]);
    let acts = [
        deferral("2008-09-10", childbirth()),
        Act::DeferralGranted,
        Act::DeferralRefused,
        extension("2006-01-01", "2008-09-10", childbirth()),
        accepted(),
        Act::Registered,
        Act::Refused,
        CANCELLED,
    ];
    for act in acts {
        law.forbids(&after(act), Code::Cancelled, Some(Clause::N47_10));
    }
    law.forbids(&after(Act::Approved), Code::AlreadyApproved, None);
    law.allows(&after(Act::CancellationPublished));
    assert_eq!(law.lacks(&after(Act::CancellationPublished), "2008-01-15", &Application::COMPLETE)[0], Code::Cancelled);
    // A cancelled certificate does not lapse: it stays cancelled.
    let long_after = and_then(&cancelled("2008-01-08", Revocation::MajorLoss), &[("2010-01-01", accepted())]);
    law.forbids(&long_after, Code::Cancelled, Some(Clause::N47_10));
    assert_eq!(
        law.outcome(&cancelled("2008-01-08", Revocation::MajorLoss), "2010-01-01"),
        (PhaseName::Cancelled, false)
    );
}

#[test]
fn what_can_be_cancelled() {
    let law = Law::notices();
    // Up to the last day; on the day after, the certificate has lapsed.
    law.allows(&cancelled("2008-03-10", Revocation::MajorLoss));
    law.forbids(&cancelled("2008-03-11", Revocation::MajorLoss), Code::Lapsed, Some(Clause::N47_3));
    // A pending application or request keeps it, and rests.
    for pending in [accepted(), deferral("2008-09-10", childbirth())] {
        law.allows(&and_then(&approved(), &[("2008-03-10", pending), ("2008-04-01", CANCELLED)]));
    }
}

#[test]
fn published_once() {
    let law = Law::notices();
    let never = and_then(&approved(), &[("2006-05-10", Act::CancellationPublished)]);
    law.forbids(&never, Code::NotCancelled, Some(Clause::N47_10));
    let once = and_then(&cancelled("2006-05-08", Revocation::MajorLoss), &[("2006-05-08", Act::CancellationPublished)]);
    law.allows(&once);
    let twice = and_then(&once, &[("2006-05-08", Act::CancellationPublished)]);
    law.forbids(&twice, Code::AlreadyPublished, Some(Clause::N47_11));
    let appealed = and_then(&once, &[("2006-05-08", Act::AppealFiled), ("2006-05-08", Act::CancellationPublished)]);
    law.forbids(&appealed, Code::AlreadyPublished, Some(Clause::N47_11));
}

/// The thirtieth day after 2026-12-02 lies in a year of which nothing is known yet.
#[test]
fn a_publication_whose_time_for_appeal_cannot_be_told_is_refused() {
    let law = Law::notices();
    let published =
        |on| history(&[("2025-03-10", Act::Approved), ("2026-11-01", CANCELLED), (on, Act::CancellationPublished)]);
    law.allows(&published("2026-12-01"));
    law.forbids(&published("2026-12-02"), Code::CalendarUncovered, None);
    assert_eq!(
        law.refusal(Mode::Strict, &published("2026-12-02")).unwrap().fault.to_string(),
        "the working-day calendar does not cover the year `2027`; supply that year's arrangements"
    );
    // That it was published already is told before that.
    let twice = and_then(&published("2026-12-01"), &[("2026-12-02", Act::CancellationPublished)]);
    law.forbids(&twice, Code::AlreadyPublished, Some(Clause::N47_11));
}
