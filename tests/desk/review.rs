//! 47.7: from the draft to the stamp, or to a refusal with its reasons.

use crate::office::{Office, accept, application, free, met, submit, unmet};
use crate::{accepted_on, day, draft, evidence, ledger, paper};
use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::desk::{Desk, Draft, Flaw, Folder};
use ruankao::duty::Task;
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::{ActName, Certificate};
use ruankao::registration::{Evidence, FeeSchedule, FormField, RowDraft};
use ruankao::regulation::Reading;
use ruankao::{Act, Code, History, Language, Law, Ledger};

#[test]
fn a_lawful_application_is_registered_and_stamped() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let accepted = accept(&mut open, &office.fees, application());
    let registered = met(accepted.examine(day(2008, 1, 25), None).unwrap()).register();
    assert_snapshot!(registered.page().in_words(Language::En), @"certificate 0531-08: registered on 2008-01-25, valid through 2011-01-25; the special registration seal affixed (47.7)");
    assert_snapshot!(registered.page().in_words(Language::Zh), @"证书0531-08：登记日期2008-01-25，有效期至2011-01-25；加盖计算机专业技术资格（水平）证书登记专用章（47.7）");
    assert_snapshot!(serde_json::to_string(registered.page()).unwrap(), @r#"{"number":"0531-08","seal":"registration","registered_on":"2008-01-25","term_start":"2008-01-25","last_valid_day":"2011-01-25"}"#);
    assert!(registered.form().agency_opinion().is_some_and(|it| it.favorable && it.on == day(2008, 1, 25)));
    let tasks: Vec<Task> = registered.duties().map(|duty| duty.task()).collect();
    assert_eq!(tasks, [Task::SealPage, Task::ReportTalentPool, Task::UpdateQuerySystem]);
    assert_eq!(registered.term().expiry(), day(2011, 1, 25));

    // The counter wrote all of it into the folder, which another day reads again.
    let (folder, _) = open.close();
    let acts: Vec<ActName> = folder.history().held(None).map(|(_, event)| event.act.name()).collect();
    assert_eq!(acts, [ActName::Approved, ActName::ApplicationFiled, ActName::ApplicationAccepted, ActName::Registered]);
    let open = folder.open(&office.law, &office.ledger);
    assert!(open.on(day(2011, 1, 25)).unwrap().standing().in_force);
}

#[test]
fn a_form_that_cannot_be_read_is_not_handed_in() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let draft = Draft { form: draft().with(FormField::PostalCode, "1"), evidence: evidence() };
    let refused = draft.clone().submit(free(&mut open, &office.fees), day(2008, 1, 14), None).unwrap_err();
    assert_eq!(refused.draft, draft);
    let Flaw::Form(defects) = &refused.flaw else { panic!("{refused}") };
    assert_eq!(defects.iter().count(), 1);
    // The folder lies there as before.
    assert!(application().submit(refused.desk, day(2008, 1, 14), None).is_ok());
}

/// Each defect of a form is told, or the one fault of the filing; in either language, in one line.
#[test]
fn what_is_not_handed_in_says_why() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let form = draft().with(FormField::PostalCode, "1").with(FormField::Name, "");
    let unread = Draft { form, evidence: evidence() };
    let refused = unread.submit(free(&mut open, &office.fees), day(2008, 1, 14), None).unwrap_err();
    assert_snapshot!(refused, @"name: it is missing; expected the name on the certificate, in one line (47.form); postal code: it is not of the form expected; expected six digits (47.form)");
    assert_snapshot!(refused.flaw.in_words(Language::Zh), @"姓名：未填写；应为证书上的姓名（47.form）；邮政编码：格式不符；应为六位数字（47.form）");
    let refused = application().submit(refused.desk, day(2008, 3, 11), None).unwrap_err();
    assert_snapshot!(refused, @"the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)");
    assert_snapshot!(refused.flaw.in_words(Language::Zh), @"逾期未办理登记手续，证书自2008-03-11起不再有效（47.3）");
}

/// 47.6: what was not brought when the application was handed in may be brought until it is accepted.
#[test]
fn what_is_brought_later_is_there() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let unpaid = Draft { evidence: Evidence { payment: None, ..evidence() }, ..application() };
    let submitted = submit(&mut open, &office.fees, unpaid).supplement(evidence());
    assert_eq!(submitted.evidence(), &evidence());
    assert_eq!(submitted.submitted_on(), day(2008, 1, 14));
    let accepted = submitted.accept(accepted_on(), None).unwrap();
    met(accepted.examine(day(2008, 1, 25), None).unwrap());
}

/// 47.3: 在有效期满前三个月内.
#[test]
fn what_cannot_be_filed_is_not_handed_in() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let refused = application().submit(free(&mut open, &office.fees), day(2007, 12, 9), None).unwrap_err();
    let Flaw::Filing(fault) = &refused.flaw else { panic!("{refused}") };
    assert_eq!(fault.code(), Code::BeforeWindow);
    let refused = refused.draft.submit(refused.desk, day(2008, 3, 11), None).unwrap_err();
    assert!(matches!(&refused.flaw, Flaw::Filing(fault) if fault.code() == Code::Lapsed), "{refused}");
    assert!(refused.draft.submit(refused.desk, day(2007, 12, 10), None).is_ok());
}

/// A row that is one day off is sent back and corrected: the day of handing in stays, and nothing was decided.
#[test]
fn a_wrong_row_is_corrected_before_anything_is_decided() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let row = |date: &str| RowDraft {
        date: date.into(),
        mode: "业余".into(),
        content: "软件体系结构".into(),
        hours: "60".into(),
    };
    let wrong = draft().with_row(1, row("2005-06-02"));
    let submitted = submit(&mut open, &office.fees, Draft { form: wrong.clone(), evidence: evidence() });
    let codes: Vec<Code> = {
        let verdict = submitted.findings(accepted_on());
        verdict.findings().iter().map(|finding| finding.code()).collect()
    };
    assert_eq!(codes, [Code::RowUnsupported]);

    let before = submitted.form().clone();
    let unreadable = submitted.correct(&wrong.clone().with(FormField::PostalCode, "1")).unwrap_err();
    assert_eq!((unreadable.state.form(), unreadable.defects.iter().count()), (&before, 1));
    assert_eq!(unreadable.to_string(), unreadable.defects.to_string());

    let corrected = unreadable.state.correct(&wrong.with_row(1, row("2005-06-01"))).unwrap();
    assert_eq!(corrected.submitted_on(), day(2008, 1, 14));
    assert!(corrected.findings(accepted_on()).is_met());
    let accepted = corrected.accept(accepted_on(), None).unwrap();
    assert_eq!(accepted.notes().count(), 0);
    let _registered = met(accepted.examine(day(2008, 1, 25), None).unwrap()).register();
}

/// What bars nothing is noted of the form that is judged.
#[test]
fn what_is_worth_a_look_is_noted_at_the_counter() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let early = draft().with(FormField::EmployerDate, "2008-01-07");
    let submitted = submit(&mut open, &office.fees, Draft { form: early, evidence: evidence() });
    let duties: Vec<Task> = submitted.duties().map(|duty| duty.task()).collect();
    assert_eq!(duties, [Task::UpdateQuerySystem]);
    let accepted = submitted.accept(accepted_on(), None).unwrap();
    let notes: Vec<Code> = accepted.notes().map(|note| note.code()).collect();
    assert_eq!(notes, [Code::EmployerBeforeSignature]);
}

/// Filed in time, corrected and accepted after the last day: the place in time is kept (reading `in_time`).
#[test]
fn a_correction_does_not_lose_the_place_in_time() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let wrong = Draft { form: draft().with(FormField::Sex, "男"), evidence: evidence() };
    let submitted = wrong.submit(free(&mut open, &office.fees), day(2008, 3, 10), None).unwrap();
    assert!(!submitted.findings(day(2008, 3, 12)).is_met());
    let accepted = submitted.correct(&draft()).unwrap().accept(day(2008, 3, 12), None).unwrap();
    let _registered = met(accepted.examine(day(2008, 3, 14), None).unwrap()).register();

    // Where the acceptance has to fall within the term, the same comes too late.
    let office = Office::new(ledger()).turned(Reading::InTime);
    let mut open = office.open();
    let submitted = application().submit(free(&mut open, &office.fees), day(2008, 3, 10), None).unwrap();
    assert_eq!(submitted.accept(day(2008, 3, 12), None).unwrap_err().fault.code(), Code::Lapsed);
}

#[test]
fn a_holder_may_withdraw_and_apply_again() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let submitted = submit(&mut open, &office.fees, application());
    let withdrawn = submitted.withdraw(day(2008, 1, 15)).unwrap();
    assert!(withdrawn.duties().any(|duty| duty.task() == Task::UpdateQuerySystem));
    assert_eq!(withdrawn.on(), day(2008, 1, 15));
    let submitted = application().submit(withdrawn.into_desk(), day(2008, 1, 16), None).unwrap();
    let accepted = submitted.accept(day(2008, 1, 17), None).unwrap();
    let early = accepted.withdraw(day(2008, 1, 16)).unwrap_err();
    assert_eq!(early.fault.code(), Code::OutOfOrder);
    let desk = early.state.withdraw(day(2008, 1, 18)).unwrap().into_desk();
    assert!(matches!(desk.certificate(), Certificate::Running(_)));
}

/// The folder goes back to its shelf overnight, and the application is taken up where it was.
#[test]
fn an_application_is_taken_up_again() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let kept = submit(&mut open, &office.fees, application()).form().clone();
    let (folder, ledger) = open.close();

    let mut open = folder.open(&office.law, &ledger);
    let Desk::Filed(pending) = open.desk(&office.fees).unwrap() else { panic!("an application is filed") };
    let submitted = pending.take_up(kept.clone(), evidence());
    assert_eq!(submitted.submitted_on(), day(2008, 1, 14));
    submitted.accept(accepted_on(), None).unwrap();
    let (folder, ledger) = open.close();

    let mut open = folder.open(&office.law, &ledger);
    let Desk::UnderReview(pending) = open.desk(&office.fees).unwrap() else { panic!("one is under review") };
    let accepted = pending.take_up(kept);
    assert_eq!(accepted.accepted_on(), accepted_on());
    let _registered = met(accepted.examine(day(2008, 1, 25), None).unwrap()).register();
    drop(open);

    let mut cancelled = folder.open(&office.law, &ledger);
    cancelled.record(Act::Cancelled(ruankao::revocation::Revocation::MajorLoss).on(day(2008, 1, 16))).unwrap();
    assert!(matches!(cancelled.desk(&office.fees).unwrap(), Desk::Closed(Certificate::Cancelled(_))));
}

/// Where nothing can be applied for, the counter has the certificate as it is.
#[test]
fn the_counter_is_closed_where_nothing_can_be_applied_for() {
    let (law, fees, ledger) = (Law::of_2004(), crate::fees(), Ledger::default());
    let at_the_counter = |acts: &[ruankao::Event]| {
        let approved = Act::Approved.on(paper().obtained_on);
        let folder = Folder::new(paper(), [approved].into_iter().chain(acts.iter().cloned()).collect()).unwrap();
        let mut open = folder.open(&law, &ledger);
        match open.desk(&fees).unwrap() {
            Desk::Closed(certificate) => certificate.state_name().to_string(),
            other => panic!("{other:?}"),
        }
    };
    let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    let requested = Act::DeferralRequested(Box::new(Request { claim, until: day(2008, 9, 1) })).on(day(2008, 1, 10));
    assert_eq!(at_the_counter(&[requested]), "deferral_pending");
    let ending = [
        Act::Cancelled(ruankao::revocation::Revocation::MajorLoss).on(day(2007, 5, 1)),
        Act::CancellationPublished.on(day(2007, 5, 2)),
        Act::AppealFiled.on(day(2007, 5, 20)),
        Act::AppealDecided(Outcome::Upheld).on(day(2007, 6, 20)),
    ];
    let closed = ["cancelled", "published", "under_appeal", "upheld"];
    for (many, state) in (1..).zip(closed) {
        assert_eq!(at_the_counter(&ending[..many]), state);
    }
}

/// What disagrees in the form comes first, then the conditions in the order of the notices.
#[test]
fn a_refusal_gives_all_its_reasons() {
    let office = Office::new(Ledger::default());
    let mut open = office.open();
    let draft = Draft {
        form: draft().with(FormField::Sex, "男").with(FormField::EmployerResult, "不合格"),
        evidence: Evidence { payment: None, conduct_good: false, ..evidence() },
    };
    let accepted = accept(&mut open, &office.fees, draft);
    let refusal = unmet(accepted.examine(day(2008, 1, 25), None).unwrap()).refuse().unwrap();
    let codes: Vec<&str> = refusal.reasons().iter().map(|reason| reason.code().name()).collect();
    assert_snapshot!(codes.join("\n"), @"
    sex_disagrees
    row_unsupported
    row_unsupported
    row_unsupported
    conduct
    employer_assessment
    fee_unpaid
    education_total
    education_year
    education_year
    education_year
    ");
    assert!(refusal.form().agency_opinion().is_some_and(|it| !it.favorable));
    assert!(refusal.duties().any(|duty| duty.task() == Task::UpdateQuerySystem));
    assert!(matches!(refusal.into_desk().certificate(), Certificate::Running(_)));
}

/// 受理登记申请后15个工作日内: the day of acceptance counts, not that of submission.
#[test]
fn the_opinion_is_due_on_the_fifteenth_working_day() {
    let office = Office::new(ledger());
    let mut open = office.open();
    let accepted = accept(&mut open, &office.fees, application());
    let due = office.law.regulation().review_by(accepted_on()).unwrap();
    assert_eq!(accepted.opinion_due(), Ok(due));
    // A Sunday that was worked before the holidays.
    assert_eq!(due, day(2008, 2, 3));
    assert_eq!(accepted.is_overdue(due), Ok(false));
    assert_eq!(accepted.is_overdue(day(2008, 2, 4)), Ok(true));
    let opinion = accepted.duties().next().unwrap();
    assert_eq!((opinion.task(), opinion.due().day()), (Task::GiveOpinion, Some(due)));
}

#[test]
fn an_acceptance_refused_gives_the_application_back() {
    let office = Office::new(ledger()).turned(Reading::InTime);
    let mut open = office.open();
    let refused = submit(&mut open, &office.fees, application()).accept(day(2008, 1, 13), None).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    let refused = refused.state.accept(day(2008, 3, 11), None).unwrap_err();
    assert_eq!(refused.fault.code(), Code::Lapsed);
    assert!(refused.state.accept(accepted_on(), None).is_ok());

    let unknown = Office { fees: FeeSchedule::default(), ..Office::new(ledger()) };
    let mut open = unknown.open();
    let refused = submit(&mut open, &unknown.fees, application()).accept(accepted_on(), None).unwrap_err();
    assert_snapshot!(refused, @"the fee schedule has no fee for the province `31` on `2008-01-15`; supply the one approved for that day (47.6)");
    assert_snapshot!(serde_json::to_string(&refused.fault).unwrap(), @r#"{"code":"fee_unknown","clause":"47.6"}"#);
    assert_eq!(refused.state.submitted_on(), day(2008, 1, 14));
}

fn listed(until: Option<chrono::NaiveDate>) -> Register {
    [Listing::new("A1", day(2005, 1, 1), until).unwrap(), Listing::new("A3", day(2005, 1, 1), None).unwrap()]
        .into_iter()
        .collect()
}

/// 47.3: 批准的证书登记实施机构.
#[test]
fn an_agency_that_is_not_approved_accepts_nothing() {
    let office = Office::new(ledger());
    let office = Office { law: office.law.clone().with_agencies(listed(None)), ..office };
    let mut open = office.open();
    let desk = free(&mut open, &office.fees);
    let unfiled = application().submit(desk, day(2008, 1, 14), Some("A2".into())).unwrap_err();
    assert!(matches!(&unfiled.flaw, Flaw::Filing(fault) if fault.code() == Code::AgencyNotApproved));
    let submitted = unfiled.draft.submit(unfiled.desk, day(2008, 1, 14), Some("A1".into())).unwrap();
    let refused = submitted.accept(accepted_on(), Some("A2".into())).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AgencyNotApproved);
    let accepted = refused.state.accept(accepted_on(), Some("A1".into())).unwrap();
    let registered = met(accepted.examine(day(2008, 1, 25), None).unwrap()).register();
    assert_eq!(registered.page().agency(), Some(&"A1".into()));
}

/// 47.7: the agency that registers has to be approved on the day; one withdrawn meanwhile leaves it to another.
#[test]
fn each_act_has_its_agency() {
    let office = Office::new(ledger());
    let office = Office { law: office.law.clone().with_agencies(listed(Some(day(2008, 1, 20)))), ..office };
    let mut open = office.open();
    let desk = free(&mut open, &office.fees);
    let submitted = application().submit(desk, day(2008, 1, 14), Some("A1".into())).unwrap();
    assert_eq!(submitted.agency().map(BodyId::as_str), Some("A1"));
    let accepted = submitted.accept(accepted_on(), None).unwrap();
    assert_eq!(accepted.agency().map(BodyId::as_str), Some("A1"));
    let refused = accepted.examine(day(2008, 1, 25), None).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AgencyNotApproved);
    let registered = met(refused.state.examine(day(2008, 1, 25), Some("A3".into())).unwrap()).register();
    assert_eq!(registered.page().agency().map(BodyId::as_str), Some("A3"));
}

/// A certificate approved on one day is not accepted for a paper obtained on another.
#[test]
fn a_paper_is_bound_to_its_history() {
    let approved = |on| History::from_iter([Act::Approved.on(on)]);
    let refused = Folder::new(paper(), approved(day(2005, 3, 11))).unwrap_err();
    assert_snapshot!(refused.fault, @"the certificate was approved on `2005-03-11`; the paper says that it was obtained on `2005-03-10` (47.3)");
    assert_snapshot!(refused.fault.in_words(Language::Zh), @"证书批准日期为2005-03-11，证书上的取得时间为2005-03-10（47.3）");
    assert_eq!(refused.fault.code(), Code::ApprovalDisagrees);

    // Neither recorded later, nor read.
    let folder = Folder::new(paper(), History::default()).unwrap();
    let ledger = Ledger::default();
    let mut open = folder.open(&Law::of_2004(), &ledger);
    let refused = open.record(Act::Approved.on(day(2005, 3, 11))).unwrap_err();
    assert_eq!((refused.event, refused.fault.code()), (0, Code::ApprovalDisagrees));
    assert!(open.history().records().is_empty());
    assert!(open.record(Act::Approved.on(day(2005, 3, 10))).is_ok());
    let text = serde_json::to_string(&open.close().0).unwrap();
    assert!(serde_json::from_str::<Folder>(&text).is_ok());
    let other = text.replace(r#""obtained_on":"2005-03-10""#, r#""obtained_on":"2005-03-11""#);
    assert!(serde_json::from_str::<Folder>(&other).unwrap_err().to_string().contains("approved on `2005-03-10`"));

    // One that was struck as wrong is no approval.
    let mut mended = approved(day(2005, 3, 11));
    mended.strike(0, day(2005, 4, 1)).unwrap();
    mended.record(Act::Approved.on(day(2005, 3, 10)));
    assert!(Folder::new(paper(), mended).is_ok());
}
