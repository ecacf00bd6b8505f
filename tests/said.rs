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
        Act::DeferralRequested(Request { claim, until: day!(2008, 9, 10) }),
        Act::ExtensionGranted(grant),
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
