//! What is said of the things that a register holds: acts, entries, records, and what they come to.

use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::columns::{Broken, Place, Unread, Why};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Code, Entry, History, Hours, Language, Law, Ledger, Record, day};
use std::collections::BTreeSet;

fn both<D: ToString>(said: impl Fn(Language) -> D) -> String {
    Language::ALL.map(|language| said(language).to_string()).join("\n")
}

/// Of an act its day, and what tells it from another of its name.
#[test]
fn acts_in_words() {
    let agency = || Some("A1".into());
    let claim = Claim::on(Ground::SickLeave);
    let grant =
        Grant { claim: claim.clone(), arose_on: day!(2006, 1, 1), until: day!(2008, 9, 10), written_application: true };
    let acts = [
        Act::Approved,
        Act::DeferralRequested(Box::new(Request { claim, until: day!(2008, 9, 10) })),
        Act::ExtensionGranted(Box::new(grant)),
        Act::ApplicationFiled(Filing { agency: agency() }),
        Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE }),
        Act::Registered(Registration { agency: agency(), application: None }),
        Act::Cancelled(Revocation::MajorLoss),
        Act::AppealDecided(Outcome::Upheld),
        Act::AppealDecided(Outcome::Overturned),
    ];
    let lines = acts.map(|act| act.on(day!(2008, 1, 15))).map(|event| both(|language| event.in_words(language)));
    assert_snapshot!(lines.join("\n"), @"
    2008-01-15: approved
    2008-01-15：批准
    2008-01-15: deferral requested (sick leave, until 2008-09-10)
    2008-01-15：申请延期登记（病假，至2008-09-10）
    2008-01-15: extension granted (sick leave, until 2008-09-10)
    2008-01-15：准予继续教育时间顺延（病假，至2008-09-10）
    2008-01-15: application filed (A1)
    2008-01-15：提交登记申请（A1）
    2008-01-15: application accepted
    2008-01-15：受理登记申请
    2008-01-15: registered (A1)
    2008-01-15：登记（A1）
    2008-01-15: cancelled (a great loss caused at work)
    2008-01-15：注销登记（工作失误造成重大损失）
    2008-01-15: cancellation upheld
    2008-01-15：复议维持注销登记
    2008-01-15: cancellation overturned
    2008-01-15：复议撤销注销登记
    ");
}

/// Of a record, when it was made where that is another day, and when it was struck.
#[test]
fn records_in_words() {
    let entry = |provider: Option<&str>| Entry {
        on: day!(2006, 5, 20),
        hours: Hours::from_tenths(125).unwrap(),
        mode: StudyMode::PartTime,
        field: Field::Software,
        kind: ContentKind::Standard,
        provider: provider.map(Into::into),
    };
    let same_day = Record::from(entry(None));
    let later = Record::from(entry(Some("P1"))).recorded_on(day!(2006, 6, 1)).unwrap();
    let struck = later.clone().struck_on(day!(2006, 7, 1)).unwrap();
    let event = Record::from(Act::Approved.on(day!(2005, 3, 10))).struck_on(day!(2005, 4, 1)).unwrap();
    let lines = [same_day, later, struck].map(|record| both(|language| record.in_words(language)));
    assert_snapshot!(format!("{}\n{}", lines.join("\n"), both(|language| event.in_words(language))), @"
    2006-05-20: 12.5 hours (part-time, computer software, standards)
    2006-05-20：12.5学时（半脱产，计算机软件，标准）
    2006-05-20: 12.5 hours (part-time, computer software, standards, P1), recorded on 2006-06-01
    2006-05-20：12.5学时（半脱产，计算机软件，标准，P1），记载于2006-06-01
    2006-05-20: 12.5 hours (part-time, computer software, standards, P1), recorded on 2006-06-01, struck as wrong on 2006-07-01
    2006-05-20：12.5学时（半脱产，计算机软件，标准，P1），记载于2006-06-01，2006-07-01作为错误记载划去
    2005-03-10: approved, struck as wrong on 2005-04-01
    2005-03-10：批准，2005-04-01作为错误记载划去
    ");
}

/// What study comes to: the whole, each year, and what is passed over and why.
#[test]
fn education_in_words() {
    let entry = |on, hours, mode| Entry {
        on,
        hours: Hours::whole(hours),
        mode,
        field: Field::Networks,
        kind: ContentKind::Technology,
        provider: None,
    };
    let ledger: Ledger = [
        entry(day!(2005, 6, 1), 60, StudyMode::OnTheJob),
        entry(day!(2006, 6, 1), 60, StudyMode::FullTime),
        entry(day!(2007, 6, 1), 39, StudyMode::OnTheJob),
    ]
    .into_iter()
    .collect();
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let file = Law::of_2004().open(history, ledger);
    let progress = file.on(day!(2008, 1, 15)).unwrap().education().unwrap();
    assert_snapshot!(both(|language| progress.in_words(language)), @"
    the education of the cycle is not complete (48.4)
      study in the cycle comes to 99 hours; expected at least 180 hours (48.4): 81 hours missing
      study in year 1 of the cycle comes to 60 hours; expected at least 40 hours (48.4)
      study in year 2 of the cycle comes to 0 hours; expected at least 40 hours (48.4): 40 hours missing
      study in year 3 of the cycle comes to 39 hours; expected at least 40 hours (48.4): 1 hour missing
      entry 2 of 2006-06-01 does not count: the entry is not of study on the job and names no provider (48.5)
    本周期继续教育尚未完成（48.4）
      本周期继续教育累计99学时，应达到180学时以上（48.4）：尚缺81学时
      本周期第1年完成60学时，不得少于40学时（48.4）
      本周期第2年完成0学时，不得少于40学时（48.4）：尚缺40学时
      本周期第3年完成39学时，不得少于40学时（48.4）：尚缺1学时
      第2条学时记录（2006-06-01）不予计算：该条记录不属于在岗学习，又未注明培训机构（48.5）
    ");
}

/// A certificate of a batch that could not be read is told by its place among the others, counted from one.
#[test]
fn what_is_unread_in_words() {
    let refused = Unread { certificate: 0, place: Place::Event(1), why: Why::Refused(Code::Lapsed) };
    let how = Broken::UnknownCode;
    let broken = Unread { certificate: 8, place: Place::Entry(0), why: Why::Broken { column: "mode", how } };
    let lines = [refused, broken].map(|unread| both(|language| unread.in_words(language)));
    assert_snapshot!(lines.join("\n"), @"
    certificate 1, event 2: not registered in time
    第1份证书第2项：逾期未办理登记手续
    certificate 9, entry 1: `mode` holds a code that stands for nothing
    第9份证书第1条学时记录：`mode`的代码没有对应含义
    ");
    assert_eq!(
        (refused.to_string(), broken.to_string()),
        (refused.in_words(Language::En).to_string(), broken.in_words(Language::En).to_string())
    );
    assert_eq!((refused.why.name(), broken.why.name()), (Code::Lapsed.name(), how.name()));
}

/// What stands against an event has words of its own; what is left is a condition, whose sentence says which.
#[test]
fn codes_in_a_few_words() {
    let condition = Code::EducationTotal;
    let is_own = |code: &Code| code.in_words(Language::En) != condition.in_words(Language::En);
    let (own, shared): (Vec<Code>, Vec<Code>) = Code::ALL.into_iter().partition(is_own);
    let both = |code: &Code| format!("{} | {}", code.in_words(Language::En), code.in_words(Language::Zh));
    assert_eq!(shared.iter().map(both).collect::<BTreeSet<_>>().len(), 1);
    assert_snapshot!(own.iter().map(both).collect::<Vec<_>>().join("\n"), @"
    out of order | 日期先后颠倒
    not approved yet | 证书尚未批准
    approved already | 证书已经批准
    outside the regime | 证书不适用登记制度
    after the repeal of the notices | 通知已经废止
    not registered in time | 逾期未办理登记手续
    cancelled | 证书已被注销登记
    an application is pending | 登记申请尚未决定
    no application is pending | 没有待决的登记申请
    a deferral request is pending | 延期登记申请尚未决定
    no deferral request is pending | 没有待决的延期登记申请
    a deferral requested after the term | 期满之后才申请延期登记
    a deferral not beyond the deadline | 延期未超过现有期限
    extended in this term already | 本有效期内已经准予顺延
    a ground that arose outside the cycle | 顺延事由不在本周期之内
    an extension not beyond the cycle | 顺延未超过周期最后一日
    not cancelled | 证书未被注销登记
    published already | 注销登记已经公布
    not published | 注销登记尚未公布
    appealed already | 已经申请过复议
    no appeal is pending | 没有待决的复议申请
    a year that the working-day calendar does not cover | 工作日历未涵盖有关年份
    too long a deferral | 延期登记时间超过限度
    too long an extension | 顺延时间超过限度
    not a ground of extension | 不属于可以顺延的事由
    too short an absence | 境外或病假时间不足
    a ground that arose outside the absence | 顺延事由不在境外或病假期间
    no consent of the provincial authority | 未经省级信息产业主管部门同意
    no written application | 缺少本人的书面申请
    no evidence | 缺少相关证明
    before the window to apply | 早于登记申请期
    no registration agency named | 未注明登记实施机构
    an agency not approved on the day | 登记实施机构当日未获批准
    conditions not met | 不符合规定的条件
    too short a time off the post | 脱离岗位的时间不足
    no application to commit fraud in | 没有提出或受理过登记申请
    fraud that is not verified | 弄虚作假未经调查核实
    after the notice's time for appeal | 超过通知规定的申请复议期限
    ");
    assert_snapshot!(shared.iter().map(|code| code.name()).collect::<Vec<_>>().join(" "), @"conduct criminal_record health employer_assessment document_missing fee_unpaid education_total education_year provider_missing provider_not_accredited already_proposed already_applied not_awaiting_decision not_awaiting_filing rectification_pending not_accredited already_reviewed rectification_not_after_review no_rectification_pending several_agencies inspection_delivery inspection_means inspection_quality address_missing telephone_missing telephone_malformed fax_malformed person_in_charge_missing title_too_low competence_missing institution_missing course_period_missing course_content_missing course_on_the_job trainees_missing trainee_unnamed trainee_repeated trainee_hours_missing trainee_outcome_missing signature_missing signed_too_early category_disagrees qualification_disagrees level_disagrees qualification_not_yet name_disagrees sex_disagrees birth_disagrees identity_not_in_use number_disagrees obtained_disagrees approval_disagrees row_out_of_place row_unsupported row_hours_disagree applied_out_of_place employer_out_of_place employer_before_signature opinion_too_early fee_unknown refused_without_finding");
}
