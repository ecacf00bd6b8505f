//! 47.10: 凡属下列情形之一的，证书登记实施机构应办理注销登记手续，作废其……证书，并及时报信息产业部电子教育中心备案。
//! （一）完全丧失民事行为能力。（二）受到刑事处罚。（三）脱离专业技术岗位连续二年以上。
//! （四）因工作中的失误造成重大损失。（五）……在申请登记过程中有弄虚作假行为，并经……主管部门调查核实的。

use crate::support::{
    Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, and_then, childbirth, day, deferral, extension, history,
    no_hours, quotes,
};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::revocation::{Revocation, RevocationGround};
use ruankao::{Act, Application, Clause, Code, History, Law, Phase};

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
    let law = Law::of_2004();
    let grounds = [
        (Revocation::Incapacity, RevocationGround::Incapacity),
        (Revocation::CriminalPenalty, RevocationGround::CriminalPenalty),
        (Revocation::MajorLoss, RevocationGround::MajorLoss),
    ];
    for (revocation, ground) in grounds {
        let life = cancelled("2006-05-08", revocation);
        let phase = Phase::Cancelled { since: day("2006-05-08"), ground, is_final: false, appealable_until: None };
        assert_eq!(law.read(&life).phase("2006-05-08"), phase);
        // Unpublished it cannot be appealed, and never becomes final.
        assert_eq!(law.read(&life).phase("2999-12-31"), phase);
        law.read(&life).turns("2006-05-07", (PhaseName::InForce, true), (PhaseName::Cancelled, false));
    }
}

#[test]
fn two_years_off_the_post_to_the_day() {
    let law = Law::of_2004();
    let left = |left_on| Revocation::LeftPost { left_on: day(left_on), returned_on: None };
    law.read(&cancelled("2007-06-01", left("2005-06-01"))).allows();
    law.read(&cancelled("2007-05-31", left("2005-06-01"))).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    // From 29 February to the end of February two years on.
    let leap = |on, left_on| history(&[("2004-02-01", Act::Approved), (on, Act::Cancelled(left(left_on)))]);
    law.read(&leap("2006-02-28", "2004-02-29")).allows();
    law.read(&leap("2006-02-27", "2004-02-29")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    law.read(&leap("2006-02-28", "2004-03-01")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    Law::of_2004().with(Parameter::OffPostYears, 0).read(&cancelled("2006-02-28", left("2006-02-28"))).allows();
}

/// Reading `off_post_from`.
#[test]
fn years_off_the_post_before_the_approval() {
    let (approval, any_time) = (Law::of_2004(), Law::of_2004().turned(Reading::OffPostFrom));
    let left = |left_on| Revocation::LeftPost { left_on: day(left_on), returned_on: None };
    // The two years run from the approval, or from whenever the post was left.
    approval.read(&cancelled("2007-03-10", left("2004-06-01"))).allows();
    approval.read(&cancelled("2007-03-09", left("2004-06-01"))).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    any_time.read(&cancelled("2006-06-01", left("2004-06-01"))).allows();
    any_time.read(&cancelled("2006-05-31", left("2004-06-01"))).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    any_time.read(&cancelled("2005-03-10", left("2003-03-10"))).allows();
    any_time.read(&cancelled("2005-03-10", left("2003-03-11"))).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    // Left on the day of the approval or later, both sides agree.
    for law in [approval, any_time] {
        law.read(&cancelled("2007-03-10", left("2005-03-10"))).allows();
        law.read(&cancelled("2007-03-10", left("2005-03-11"))).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    }
}

/// 连续: a return ends the years off the post, and two completed before it remain a ground.
#[test]
fn a_return_to_the_post_ends_the_years_off_it() {
    let law = Law::of_2004();
    let back = |on, returned_on| {
        let returned_on = Some(day(returned_on));
        cancelled(on, Revocation::LeftPost { left_on: day("2005-06-01"), returned_on })
    };
    law.read(&back("2008-01-08", "2007-06-01")).allows();
    law.read(&back("2008-01-08", "2007-05-31")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    law.read(&back("2008-01-08", "2005-06-01")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
    // A return after the cancellation does not lengthen what was there on its day.
    law.read(&back("2007-06-01", "2007-12-01")).allows();
    law.read(&back("2007-05-31", "2007-12-01")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
}

#[test]
fn fraud_in_an_application_that_was_made_and_verified() {
    let law = no_hours();
    let fraud = |verified_by_province| Act::Cancelled(Revocation::Fraud { verified_by_province });
    let after = |events: &[(&str, Act)], verified| {
        let life = and_then(&approved(), events);
        and_then(&life, &[("2008-01-20", fraud(verified))])
    };
    let applied = [("2008-01-15", accepted())];
    law.read(&after(&applied, true)).allows();
    law.read(&after(&applied, false)).faults(&[Code::VerificationMissing], Clause::N47_10_5);
    law.read(&after(&[], true)).faults(&[Code::NoApplicationMade], Clause::N47_10_5);
    let both = [Code::NoApplicationMade, Code::VerificationMissing];
    law.read(&after(&[], false)).faults(&both, Clause::N47_10_5);
    // On the very day, after a refusal, and in the term after.
    law.read(&after(&[("2008-01-20", accepted())], true)).allows();
    law.read(&after(&[("2008-01-15", accepted()), ("2008-01-16", Act::Refused)], true)).allows();
    law.read(&after(&[("2008-01-15", accepted()), ("2008-01-16", REGISTERED)], true)).allows();
    // A request for deferral is no application.
    law.read(&after(&[("2008-01-15", deferral("2008-09-10", childbirth()))], true))
        .faults(&[Code::NoApplicationMade], Clause::N47_10_5);
    // What was filed is an application, accepted or not.
    law.read(&after(&[("2008-01-15", FILED)], true)).allows();
    law.read(&after(&[("2008-01-15", FILED), ("2008-01-16", Act::ApplicationWithdrawn)], true)).allows();
    // Verification is asked for fraud alone.
    law.read(&cancelled("2006-05-08", Revocation::CriminalPenalty)).allows();
}

/// Reading `fraud_scope`.
#[test]
fn fraud_in_any_request() {
    let (registration, any_request) = (no_hours(), no_hours().turned(Reading::FraudScope));
    let fraud = Act::Cancelled(Revocation::Fraud { verified_by_province: true });
    let asked = ("2008-01-15", deferral("2008-09-10", childbirth()));
    let requests = [
        vec![asked.clone()],
        vec![asked.clone(), ("2008-01-16", Act::DeferralRefused)],
        vec![asked, ("2008-01-16", Act::DeferralGranted)],
        vec![("2008-01-15", extension("2006-06-01", "2008-09-10", childbirth()))],
    ];
    for request in requests {
        let life = and_then(&and_then(&approved(), &request), &[("2008-01-20", fraud.clone())]);
        registration.read(&life).faults(&[Code::NoApplicationMade], Clause::N47_10_5);
        any_request.read(&life).allows();
    }
    let applied = and_then(&approved(), &[("2008-01-15", FILED), ("2008-01-20", fraud.clone())]);
    let nothing = and_then(&approved(), &[("2008-01-20", fraud.clone())]);
    // In whichever term.
    let later = and_then(
        &approved(),
        &[
            ("2007-01-01", extension("2006-06-01", "2008-09-10", childbirth())),
            ("2008-01-15", accepted()),
            ("2008-01-20", REGISTERED),
            ("2010-01-01", fraud),
        ],
    );
    for law in [registration, any_request] {
        law.read(&applied).allows();
        law.read(&later).allows();
        law.read(&nothing).faults(&[Code::NoApplicationMade], Clause::N47_10_5);
    }
}

#[test]
fn after_a_cancellation_no_act_but_its_publication_and_appeal() {
    let law = Law::of_2004();
    let after = |act| and_then(&cancelled("2008-01-08", Revocation::MajorLoss), &[("2008-01-15", act)]);
    let acts = [
        deferral("2008-09-10", childbirth()),
        Act::DeferralGranted,
        Act::DeferralRefused,
        extension("2006-01-01", "2008-09-10", childbirth()),
        FILED,
        accepted(),
        REGISTERED,
        Act::Refused,
        Act::ApplicationWithdrawn,
        CANCELLED,
    ];
    for act in acts {
        law.read(&after(act)).forbids(Code::Cancelled, Some(Clause::N47_10));
    }
    law.read(&after(Act::Approved)).forbids(Code::AlreadyApproved, None);
    law.read(&after(Act::CancellationPublished)).allows();
    assert_eq!(
        law.read(&after(Act::CancellationPublished)).lacks("2008-01-15", &Application::COMPLETE)[0],
        Code::Cancelled
    );
    // A cancelled certificate does not lapse: it stays cancelled.
    let long_after = and_then(&cancelled("2008-01-08", Revocation::MajorLoss), &[("2010-01-01", accepted())]);
    law.read(&long_after).forbids(Code::Cancelled, Some(Clause::N47_10));
    assert_eq!(
        law.read(&cancelled("2008-01-08", Revocation::MajorLoss)).stands("2010-01-01"),
        (PhaseName::Cancelled, false)
    );
}

#[test]
fn what_can_be_cancelled() {
    let law = Law::of_2004();
    // Up to the last day; on the day after, the certificate has lapsed.
    law.read(&cancelled("2008-03-10", Revocation::MajorLoss)).allows();
    law.read(&cancelled("2008-03-11", Revocation::MajorLoss)).forbids(Code::Lapsed, Some(Clause::N47_3));
    // A pending application or request keeps it, and rests.
    for pending in [FILED, accepted(), deferral("2008-09-10", childbirth())] {
        law.read(&and_then(&approved(), &[("2008-03-10", pending), ("2008-04-01", CANCELLED)])).allows();
    }
}

#[test]
fn published_once() {
    let law = Law::of_2004();
    let never = and_then(&approved(), &[("2006-05-10", Act::CancellationPublished)]);
    law.read(&never).forbids(Code::NotCancelled, Some(Clause::N47_10));
    let once = and_then(&cancelled("2006-05-08", Revocation::MajorLoss), &[("2006-05-08", Act::CancellationPublished)]);
    law.read(&once).allows();
    let twice = and_then(&once, &[("2006-05-08", Act::CancellationPublished)]);
    law.read(&twice).forbids(Code::AlreadyPublished, Some(Clause::N47_11));
    let appealed = and_then(&once, &[("2006-05-08", Act::AppealFiled), ("2006-05-08", Act::CancellationPublished)]);
    law.read(&appealed).forbids(Code::AlreadyPublished, Some(Clause::N47_11));
}

/// The thirtieth day after 2026-12-02 lies in a year of which nothing is known yet.
#[test]
fn a_publication_whose_time_for_appeal_cannot_be_told_is_refused() {
    let law = Law::of_2004();
    let published =
        |on| history(&[("2025-03-10", Act::Approved), ("2026-11-01", CANCELLED), (on, Act::CancellationPublished)]);
    law.read(&published("2026-12-01")).allows();
    law.read(&published("2026-12-02")).forbids(Code::CalendarUncovered, None);
    assert_eq!(
        law.read(&published("2026-12-02")).refusal().unwrap().fault.to_string(),
        "the working-day calendar does not cover the year `2027`; supply that year's arrangements"
    );
    // That it was published already is told before that.
    let twice = and_then(&published("2026-12-01"), &[("2026-12-02", Act::CancellationPublished)]);
    law.read(&twice).forbids(Code::AlreadyPublished, Some(Clause::N47_11));
}
