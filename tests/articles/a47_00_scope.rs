//! 47.0: 需对自2004年1月1日起取得的计算机技术与软件专业技术资格（水平）证书……实行定期登记制度。

use crate::support::{
    Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, childbirth, day, deferral, extension, history, no_hours,
    quotes,
};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::{ActName, PhaseName};
use ruankao::regulation::Parameters;
use ruankao::{Act, Application, Clause, Code, History, Law};

#[test]
fn the_words() {
    quotes(Clause::N47_0, "需对自2004年1月1日起取得的计算机技术与软件专业技术资格（水平）证书");
    quotes(Clause::N47_0, "实行定期登记制度");
}

/// An example of every act.
fn every_act() -> [Act; 14] {
    [
        Act::Approved,
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
        Act::CancellationPublished,
        Act::AppealFiled,
        Act::AppealDecided(Outcome::Upheld),
    ]
}

#[test]
fn the_regime_begins_on_the_first_of_january_2004() {
    let law = Law::of_2004();
    let (before, first) = (history(&[("2003-12-31", Act::Approved)]), history(&[("2004-01-01", Act::Approved)]));
    assert_eq!(law.read(&before).stands("2003-12-31"), (PhaseName::NotSubject, true));
    assert_eq!(law.read(&before).stands("2999-12-31"), (PhaseName::NotSubject, true));
    assert_eq!(law.read(&first).stands("2004-01-01"), (PhaseName::InForce, true));
    assert_eq!(law.read(&first).stands("2007-01-02"), (PhaseName::Lapsed, false));
    assert_eq!(law.read(&before).on(day("2004-01-01")).unwrap().outlook(), None);
}

#[test]
fn the_first_day_is_a_figure_of_the_regulation() {
    let law =
        Law::of_2004().with_parameters(Parameters { scope_from: day("2005-03-11"), ..Parameters::NOTICES }).unwrap();
    assert_eq!(
        law.read(&history(&[("2005-03-10", Act::Approved)])).stands("2010-01-01"),
        (PhaseName::NotSubject, true)
    );
    assert_eq!(law.read(&history(&[("2005-03-11", Act::Approved)])).stands("2010-01-01"), (PhaseName::Lapsed, false));
}

#[test]
fn nothing_can_happen_to_a_certificate_outside_the_regime() {
    let law = Law::of_2004();
    assert_eq!(every_act().map(|act| act.name()), ActName::ALL);
    for act in every_act() {
        let life = history(&[("2003-12-31", Act::Approved), ("2007-12-31", act.clone())]);
        match act {
            Act::Approved => law.read(&life).forbids(Code::AlreadyApproved, None),
            _ => law.read(&life).forbids(Code::NotSubject, Some(Clause::N47_0)),
        }
        let earlier = history(&[("2003-12-31", Act::Approved), ("2003-12-30", act)]);
        law.read(&earlier).forbids(Code::OutOfOrder, None);
    }
}

#[test]
fn nothing_can_happen_before_the_approval_but_the_approval() {
    let law = Law::of_2004();
    for act in every_act() {
        let life = history(&[("2005-03-10", act.clone())]);
        match act {
            Act::Approved => law.read(&life).allows(),
            _ => law.read(&life).forbids(Code::NotApproved, Some(Clause::N47_4_1)),
        }
    }
}

#[test]
fn before_the_approval_there_is_no_certificate() {
    let (law, life) = (Law::of_2004(), history(&[("2005-03-10", Act::Approved)]));
    law.read(&life).turns("2005-03-09", (PhaseName::NotApproved, false), (PhaseName::InForce, true));
    assert_eq!(law.read(&History::default()).stands("2005-03-10"), (PhaseName::NotApproved, false));
}

#[test]
fn where_there_is_no_term_that_alone_is_found() {
    let law = Law::of_2004();
    let worst = Application { fee_paid: false, conduct_good: false, ..Application::COMPLETE };
    let outside = history(&[("2003-12-31", Act::Approved)]);
    assert_eq!(law.read(&outside).lacks("2007-01-01", &worst), [Code::NotSubject]);
    assert_eq!(law.read(&History::default()).lacks("2007-01-01", &worst), [Code::NotApproved]);
    let no_cycle = |history: &History| {
        let fault = law.read(history).on(day("2007-01-01")).unwrap().education().unwrap_err();
        (fault.code(), fault.clause())
    };
    assert_eq!(no_cycle(&outside), (Code::NotSubject, Some(Clause::N47_0)));
    assert_eq!(no_cycle(&History::default()), (Code::NotApproved, Some(Clause::N47_4_1)));
}

#[test]
fn events_are_in_order_of_date_and_may_share_a_day() {
    let law = no_hours();
    let life =
        |registered| history(&[("2005-03-10", Act::Approved), ("2008-01-15", accepted()), (registered, REGISTERED)]);
    law.read(&life("2008-01-14")).forbids(Code::OutOfOrder, None);
    law.read(&life("2008-01-15")).allows();
    // The order comes first, before what the state says.
    let twice = history(&[("2005-03-10", Act::Approved), ("2005-03-09", Act::Approved)]);
    law.read(&twice).forbids(Code::OutOfOrder, None);
    let twice = history(&[("2005-03-10", Act::Approved), ("2005-03-10", Act::Approved)]);
    law.read(&twice).forbids(Code::AlreadyApproved, None);
    // A second approval is told before the lapse is.
    let late = history(&[("2005-03-10", Act::Approved), ("2010-01-01", Act::Approved)]);
    law.read(&late).forbids(Code::AlreadyApproved, None);
}
