//! 47.4: 申请证书登记的人员应具备的条件：（一）取得……证书；（二）职业行为良好，无犯罪记录；
//! （三）身体健康，能坚持本专业岗位工作；（四）所在单位考核合格。
//! 再次登记的人员，还应提供接受继续教育或参加业务技术培训（简称继续教育）的证明。

use crate::support::{
    Asked, Differing, REGISTERED, accepted, and_then, history, ledger, no_hours, quotes, register, studied,
};
use ruankao::finding::Subject;
use ruankao::registration::{Document, Documents};
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Clause, Code, History, Law};

#[test]
fn the_words() {
    quotes(Clause::N47_4_1, "取得计算机专业技术资格（水平）证书");
    quotes(Clause::N47_4_2, "职业行为良好，无犯罪记录");
    quotes(Clause::N47_4_3, "身体健康，能坚持本专业岗位工作");
    quotes(Clause::N47_4_4, "所在单位考核合格");
    quotes(Clause::N47_4, "再次登记的人员，还应提供接受继续教育或参加业务技术培训（简称继续教育）的证明");
}

const COMPLETE: Application = Application::COMPLETE;

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

fn registered() -> History {
    and_then(&approved(), &[("2008-01-15", accepted()), ("2008-01-20", REGISTERED)])
}

#[test]
fn each_condition_by_itself() {
    let rows = [
        (Application { conduct_good: false, ..COMPLETE }, Code::Conduct, Clause::N47_4_2),
        (Application { no_criminal_record: false, ..COMPLETE }, Code::CriminalRecord, Clause::N47_4_2),
        (Application { fit_for_post: false, ..COMPLETE }, Code::Health, Clause::N47_4_3),
        (Application { employer_assessment_passed: false, ..COMPLETE }, Code::EmployerAssessment, Clause::N47_4_4),
    ];
    assert!(no_hours().read(&approved()).assessed("2008-01-15", &COMPLETE).is_met());
    for (application, code, clause) in rows {
        let verdict = no_hours().read(&approved()).assessed("2008-01-15", &application);
        let found: Vec<_> = verdict.findings().iter().map(|found| (found.code(), found.clause())).collect();
        assert_eq!(found, [(code, Some(clause))]);
    }
}

#[test]
fn all_that_is_missing_is_reported_in_the_order_of_the_notices() {
    let verdict = Law::of_2004().read(&approved()).assessed("2008-01-15", &Application::BLANK);
    let found: Vec<_> = verdict.findings().iter().map(|found| (found.code(), found.subject())).collect();
    assert_eq!(
        found,
        [
            (Code::Conduct, Subject::Whole),
            (Code::CriminalRecord, Subject::Whole),
            (Code::Health, Subject::Whole),
            (Code::EmployerAssessment, Subject::Whole),
            (Code::DocumentMissing, Subject::Document(Document::Certificate)),
            (Code::DocumentMissing, Subject::Document(Document::Identity)),
            (Code::DocumentMissing, Subject::Document(Document::ApplicationForm)),
            (Code::DocumentMissing, Subject::Document(Document::EducationProof)),
            (Code::FeeUnpaid, Subject::Whole),
            (Code::EducationTotal, Subject::Whole),
            (Code::EducationYear, Subject::Year(1)),
            (Code::EducationYear, Subject::Year(2)),
            (Code::EducationYear, Subject::Year(3)),
        ]
    );
}

#[test]
fn the_state_of_the_certificate_comes_before_its_conditions() {
    let unpaid = Application { fee_paid: false, ..COMPLETE };
    let law = no_hours();
    let pending = and_then(&approved(), &[("2008-01-15", accepted())]);
    assert_eq!(law.read(&approved()).lacks("2007-12-09", &unpaid), [Code::BeforeWindow, Code::FeeUnpaid]);
    assert_eq!(law.read(&pending).lacks("2008-01-15", &unpaid), [Code::ApplicationPending, Code::FeeUnpaid]);
    assert_eq!(law.read(&pending).lacks("2008-01-14", &unpaid), [Code::FeeUnpaid]);
    assert_eq!(law.read(&approved()).lacks("2008-03-11", &unpaid), [Code::Lapsed, Code::FeeUnpaid]);
    // No agency has been chosen yet: a list of them does not matter.
    assert_eq!(law.with_agencies(register(&[])).read(&approved()).lacks("2008-01-15", &unpaid), [Code::FeeUnpaid]);
}

/// Reading `first_registration`: 再次登记的人员，还应提供……证明 names re-registration alone.
#[test]
fn education_may_be_asked_of_a_second_registration_alone() {
    let bare = Application { documents: Documents::ALL.without(Document::EducationProof), ..COMPLETE };
    let exempt = Law::of_2004().turned(Reading::FirstRegistration);
    assert_eq!(exempt.read(&approved()).lacks("2008-01-15", &bare), []);
    assert_eq!(Law::of_2004().read(&approved()).lacks("2008-01-15", &bare).len(), 5);
    // The second asks for it on either side.
    let again = exempt.read(&registered()).lacks("2010-12-01", &bare);
    let years = [Code::EducationYear; 3];
    assert_eq!(again, [[Code::DocumentMissing, Code::EducationTotal].as_slice(), &years].concat());
    assert!(exempt.read(&registered()).refusal().is_none());
    Law::of_2004().read(&registered()).faults(&[Code::ConditionsNotMet], Clause::N47_7);
}

#[test]
fn an_exempt_term_requires_nothing_and_counts_all_the_same() {
    let exempt = Law::of_2004().turned(Reading::FirstRegistration);
    let progress = exempt.open(approved(), ledger([studied("2006-01-01", 125)])).progress("2008-01-15");
    assert_eq!((progress.required.tenths(), progress.hours.tenths(), progress.is_complete()), (0, 125, true));
    assert!(progress.years.iter().all(|year| year.required.tenths() == 0));
}
