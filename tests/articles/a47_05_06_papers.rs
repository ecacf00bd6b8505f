//! 47.5: 申请证书登记的人员必须完成规定的继续教育任务。
//!
//! 47.6: 申请证书登记的人员办理登记手续时，需持本人有效的计算机专业技术资格（水平）证书、身份证明、
//! 证书登记申请表（见附表）以及参加继续教育的有关证明，并按当地物价部门核准的收费标准缴纳证书登记费。

use crate::support::{Asked, Differing, history, ledger, no_hours, quotes, studied};
use ruankao::finding::Subject;
use ruankao::registration::{Document, Documents};
use ruankao::regulation::Reading;
use ruankao::{Act, Application, Clause, Code, History, Law};

#[test]
fn the_words() {
    quotes(Clause::N47_5, "申请证书登记的人员必须完成规定的继续教育任务");
    quotes(Clause::N47_6, "需持本人有效的计算机专业技术资格（水平）证书、身份证明、证书登记申请表（见附表）");
    quotes(Clause::N47_6, "以及参加继续教育的有关证明，并按当地物价部门核准的收费标准缴纳证书登记费");
}

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

#[test]
fn the_task_of_education_has_to_be_done() {
    let file = |tenths| {
        let years = ["2006-03-10", "2007-03-10", "2008-01-15"].map(|on| studied(on, tenths));
        Law::of_2004().open(approved(), ledger(years))
    };
    assert_eq!(file(600).lacks("2008-01-15", &Application::COMPLETE), []);
    assert_eq!(file(599).lacks("2008-01-15", &Application::COMPLETE), [Code::EducationTotal]);
    // The day before the last of it was completed.
    let lacking = file(600).lacks("2008-01-14", &Application::COMPLETE);
    assert_eq!(lacking, [Code::EducationTotal, Code::EducationYear]);
}

/// A document brought twice is brought.
#[test]
fn documents_are_a_set() {
    let twice: Documents = [Document::Identity, Document::Identity].into_iter().collect();
    assert_eq!(twice, Documents::NONE.with(Document::Identity));
    assert_eq!(twice.with(Document::Identity), twice);
    assert_eq!(twice.without(Document::Certificate), twice);
    assert_eq!(twice.without(Document::Identity), Documents::NONE);
}

#[test]
fn each_document_by_itself_and_the_fee() {
    let lacks = |documents| {
        let application = Application { documents, ..Application::COMPLETE };
        let verdict = no_hours().read(&approved()).assessed("2008-01-15", &application);
        verdict.findings().iter().map(|found| (found.code(), found.clause(), found.subject())).collect::<Vec<_>>()
    };
    assert_eq!(lacks(Documents::ALL), []);
    for document in Document::ALL {
        let expected = (Code::DocumentMissing, Some(Clause::N47_6), Subject::Document(document));
        assert_eq!(lacks(Documents::ALL.without(document)), [expected]);
    }
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let verdict = no_hours().read(&approved()).assessed("2008-01-15", &unpaid);
    assert_eq!((verdict.findings()[0].code(), verdict.findings()[0].clause()), (Code::FeeUnpaid, Some(Clause::N47_6)));
}

/// Proof of education is a paper of every registration, whatever the hours asked for; but not of one that is exempt.
#[test]
fn proof_of_education_is_asked_unless_the_first_registration_is_exempt() {
    let application =
        Application { documents: Documents::ALL.without(Document::EducationProof), ..Application::COMPLETE };
    assert_eq!(no_hours().read(&approved()).lacks("2008-01-15", &application), [Code::DocumentMissing]);
    let exempt = no_hours().turned(Reading::FirstRegistration);
    assert_eq!(exempt.read(&approved()).lacks("2008-01-15", &application), []);
}
