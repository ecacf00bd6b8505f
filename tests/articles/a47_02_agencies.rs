//! 47.2: …证书登记实施机构，报计算机专业技术资格（水平）证书登记管理办公室批准。47.3: …应到批准的证书登记实施机构办理证书登记手续。
//!
//! 47.14: which agency may act on the day of each act: filing, acceptance, registration.

use crate::support::{
    APPROVED, Asked, Differing, FILED, REGISTERED, accepted, accepted_by, and_then, filed_at, history, no_hours,
    register, registered_by,
};
use ruankao::{Act, Application, Clause, Code, History, Law, Ledger, Mode};

/// 上海 was withdrawn on 2008-02-01 and approved again on 2008-02-20; 北京 was never withdrawn.
fn listed() -> Law {
    let listed =
        [("上海", "2008-01-05", Some("2008-02-01")), ("上海", "2008-02-20", None), ("北京", "2005-07-01", None)];
    no_hours().with_agencies(register(&listed))
}

fn life(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED]), events)
}

fn by(agency: Option<&str>) -> Act {
    accepted_by(agency, Application::COMPLETE)
}

/// From its approval to the day before its withdrawal, each time.
const MAY_ACT: [(&str, bool); 6] = [
    ("2008-01-04", false),
    ("2008-01-05", true),
    ("2008-01-31", true),
    ("2008-02-01", false),
    ("2008-02-19", false),
    ("2008-02-20", true),
];

#[test]
fn filed_at_an_agency_that_is_approved_on_that_day() {
    let law = listed();
    for (on, may_act) in MAY_ACT {
        let filed = life(&[(on, filed_at("上海"))]);
        if may_act {
            law.read(&filed).allows();
        } else {
            law.read(&filed).faults(&[Code::AgencyNotApproved], Clause::N47_3);
        }
    }
    law.read(&life(&[("2008-01-15", FILED)])).faults(&[Code::AgencyMissing], Clause::N47_3);
    law.read(&life(&[("2008-01-15", filed_at("南京"))])).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    // What is too early is told first.
    let both = [Code::BeforeWindow, Code::AgencyMissing];
    law.read(&life(&[("2007-12-09", FILED)])).faults(&both, Clause::N47_3);
}

#[test]
fn accepted_by_the_one_named_or_else_by_the_one_of_the_filing() {
    let law = listed();
    for (on, may_act) in MAY_ACT {
        let file =
            |filed: &[(&str, Act)], agency| law.open(life(&[filed, &[(on, by(agency))]].concat()), Ledger::default());
        // Filed where it could be, and accepted on the day by the agency of the filing, by itself, or by another.
        let filed = [(if on < "2008-02-01" { on } else { "2008-01-31" }, filed_at("上海"))];
        let filed: &[_] = if on < "2008-01-05" { &[] } else { &filed };
        for file in [file(&[], Some("上海")), file(filed, if filed.is_empty() { Some("上海") } else { None })] {
            if may_act {
                file.allows();
            } else {
                file.faults(&[Code::AgencyNotApproved], Clause::N47_3);
            }
        }
        file(filed, Some("北京")).allows();
    }
    law.read(&life(&[("2008-01-15", by(None))])).faults(&[Code::AgencyMissing], Clause::N47_3);
    // One that names none is missing at each act, as an audit reads it.
    let nobody = life(&[("2008-01-15", FILED), ("2008-01-16", by(None)), ("2008-01-17", REGISTERED)]);
    let audit = law.open_in(Mode::Audit, &nobody, Ledger::default()).irregularities().unwrap();
    let missing: Vec<_> = audit.iter().map(|kept| (kept.event, kept.fault.code(), kept.fault.clause())).collect();
    let at = |event, clause| (event, Code::AgencyMissing, Some(clause));
    assert_eq!(missing, [at(1, Clause::N47_3), at(2, Clause::N47_3), at(3, Clause::N47_7)]);
}

#[test]
fn registered_by_the_one_named_or_else_by_the_one_of_acceptance() {
    let law = listed();
    let in_time = [("2008-01-10", by(Some("上海")))];
    let filed = [("2008-01-10", filed_at("上海")), ("2008-01-10", by(None))];
    for (on, may_act) in MAY_ACT.into_iter().skip(2) {
        for pending in [in_time.as_slice(), &filed] {
            let registered =
                |agency| law.open(life(&[pending, &[(on, registered_by(agency, None))]].concat()), Ledger::default());
            if may_act {
                registered(None).allows();
                registered(Some("上海")).allows();
            } else {
                registered(None).faults(&[Code::AgencyNotApproved], Clause::N47_7);
                registered(Some("上海")).faults(&[Code::AgencyNotApproved], Clause::N47_7);
            }
            registered(Some("北京")).allows();
            registered(Some("南京")).faults(&[Code::AgencyNotApproved], Clause::N47_7);
        }
    }
}

/// The agency comes before the conditions.
#[test]
fn a_registration_by_nobody_that_lacks_everything() {
    let law = Law::of_2004().with_agencies(register(&[("上海", "2008-01-05", Some("2008-02-01"))]));
    let late = life(&[("2008-01-10", by(Some("上海"))), ("2008-02-01", REGISTERED)]);
    law.read(&late).faults(&[Code::AgencyNotApproved, Code::ConditionsNotMet], Clause::N47_7);
}

/// 47.14: an agency that is withdrawn leaves what was filed there where it is; refusal and withdrawal name none.
#[test]
fn what_is_pending_at_an_agency_that_is_withdrawn() {
    let law = listed();
    for pending in [("2008-01-31", filed_at("上海")), ("2008-01-31", by(Some("上海")))] {
        for ended in [Act::Refused, Act::ApplicationWithdrawn] {
            law.read(&life(&[pending.clone(), ("2008-02-01", ended)])).allows();
        }
    }
}

#[test]
fn an_empty_list_is_a_list_and_without_one_any_agency_will_do() {
    let acts = [("2008-01-15", filed_at("上海")), ("2008-01-15", by(None))];
    no_hours().with_agencies(register(&[])).read(&life(&acts[..1])).faults(&[Code::AgencyNotApproved], Clause::N47_3);
    no_hours().read(&life(&acts)).allows();
    no_hours().read(&life(&[("2008-01-15", FILED), ("2008-01-15", accepted()), ("2008-01-15", REGISTERED)])).allows();
}
