//! What explanations and remedies say.

use crate::lives::entry;
use crate::{approved, opened};
use insta::assert_snapshot;
use ruankao::explain::{Remedy, Time};
use ruankao::finding::{Subject, Value};
use ruankao::registration::Acceptance;
use ruankao::registration::Document;
use ruankao::regulation::{Reading, Readings};
use ruankao::revocation::Revocation;
use ruankao::words::Message;
use ruankao::{Act, Application, Clause, Code, Finding, Hours, Language, Law, Ledger, day};

#[test]
fn the_languages_say_the_same_of_the_same_values() {
    let places = |text: &str| {
        let mut places: Vec<String> =
            text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().into()).collect();
        places.sort_unstable();
        places
    };
    let mut names: Vec<&str> = Message::ALL.iter().map(|message| message.name()).collect();
    for message in Message::ALL {
        let (en, zh) = (message.template(Language::En), message.template(Language::Zh));
        assert_eq!(places(en), places(zh), "{}", message.name());
        assert!(!en.ends_with('.') && !zh.ends_with('。'), "{en}");
        assert!(en.is_ascii() && !zh.is_ascii(), "{en}");
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Message::ALL.len());
    for reading in Reading::ALL {
        let [one, other] = reading.sides().map(|(name, _)| reading.side_in_words(name));
        for language in Language::ALL {
            assert_ne!(one.in_words(language), other.in_words(language), "{reading}");
        }
    }
}

#[test]
fn every_code_has_a_remedy_in_both_languages() {
    let readings = Readings::default();
    for code in Code::ALL {
        for readings in [readings, readings.turned(Reading::LapseEffect)] {
            let remedy = Remedy::of(&Finding::new(code, Clause::N47_3), &readings);
            assert_eq!(remedy.when, Time::Open, "without values nothing is known of the time");
            let [en, zh] = Language::ALL.map(|language| remedy.in_words(language).to_string());
            assert_ne!(en, zh);
            assert!(!en.contains("leave the event out"), "{code}: {en}");
        }
    }
    let paper = Finding::new(Code::DocumentMissing, Clause::N47_6).about(Subject::Document(Document::Identity));
    assert_eq!(Remedy::of(&paper, &readings).in_words(Language::Zh).to_string(), "提交身份证明");
    let latest =
        Finding::new(Code::DeferralTooLong, Clause::N47_8).compared(Value::Day(day!(2009, 3, 10)), Value::Nothing);
    assert_eq!(Remedy::of(&latest, &readings).when, Time::By(day!(2009, 3, 10)));
}

#[test]
fn a_lapse_in_words() {
    let explanation = opened(approved()).on(day!(2009, 1, 1)).unwrap().explain();
    assert_snapshot!(explanation.in_words(Language::En), @r#"
    the certificate has been lapsed since 2008-03-11 (47.3)
      the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
        ["last day of a term" read as "the corresponding day"]
        ["a term's last day that is not worked" read as "stays"]
        ["pending on the last day" read as "kept until the decision"]
        ["the act that has to come in time" read as "the filing"]
        ["return after a lapse" read as "a lapsed certificate does not return"]
        -> register in time: too late since 2008-03-11
      the term from 2005-03-10 ended on 2008-03-10 (47.3)
        ["last day of a term" read as "the corresponding day"]
        ["a term's last day that is not worked" read as "stays"]
      no deferral was granted in this term (47.8)
      nothing was pending (47.3)
      a certificate that has lapsed is not registered again (47.3)
        ["return after a lapse" read as "a lapsed certificate does not return"]
      it is not valid (47.3)
    "#);
    assert_snapshot!(explanation.in_words(Language::Zh), @"
    自2008-03-11起证书状态为：逾期失效（47.3）
      逾期未办理登记手续，证书自2008-03-11起不再有效（47.3）
        [“有效期最后一日”按“对应日”解释]
        [“有效期最后一日遇休息日”按“不顺延”解释]
        [“期满时尚未决定的申请”按“保留至决定之日”解释]
        [“期满前须完成的行为”按“提交申请”解释]
        [“失效后可否再登记”按“失效后不能再登记”解释]
        -> 应在期限内办理登记：自2008-03-11起已逾期
      自2005-03-10起算的有效期已于2008-03-10届满（47.3）
        [“有效期最后一日”按“对应日”解释]
        [“有效期最后一日遇休息日”按“不顺延”解释]
      本有效期内没有准予延期登记（47.8）
      没有待决定的事项（47.3）
      失效的证书不能再次登记（47.3）
        [“失效后可否再登记”按“失效后不能再登记”解释]
      证书无效（47.3）
    ");
}

/// What is missing besides cannot be mended either once the certificate has lapsed.
#[test]
fn nothing_is_mended_after_the_lapse() {
    let file = opened(approved());
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let explanation = file.on(day!(2008, 3, 20)).unwrap().explain_assessment(&unpaid);
    let mut times = Vec::new();
    explanation.root().visit(&mut |reason| times.extend(reason.remedy.map(|remedy| remedy.when)));
    assert_eq!(times, [Time::TooLate(day!(2008, 3, 11)); 6]);
}

#[test]
fn a_cancellation_in_words() {
    let mut history = approved();
    history.record(Act::Cancelled(Revocation::MajorLoss).on(day!(2007, 9, 1)));
    history.record(Act::CancellationPublished.on(day!(2007, 9, 3)));
    let file = opened(history);
    let words = |on| file.on(on).unwrap().explain().in_words(Language::En).to_string();
    assert!(words(day!(2007, 9, 2)).contains(
        "the cancellation has not been published, so the notice's 30 days for appeal have not started; other law may count from knowledge (47.11)"
    ));
    assert!(words(day!(2007, 10, 8)).contains("under the notice it can be appealed until 2007-10-08 (47.11)"));
    assert!(words(day!(2007, 10, 9)).contains(
        "the notice's time for appeal ended on 2007-10-08 unused; other law may give more time or open a court (47.11)"
    ));
    assert!(words(day!(2007, 10, 9)).contains("cancelled on 2007-09-01 for a great loss caused at work (47.10.4)"));
}

#[test]
fn an_assessment_in_words() {
    let ledger: Ledger =
        [entry(day!(2005, 6, 1), Hours::whole(100)), entry(day!(2006, 6, 1), Hours::whole(36))].into_iter().collect();
    let file = Law::of_2004().open(approved(), ledger);
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let explanation = file.on(day!(2008, 1, 15)).unwrap().explain_assessment(&unpaid);
    assert_snapshot!(explanation.in_words(Language::En), @r#"
    on 2008-01-15 the certificate may not be registered; conditions not met: 4
      the window to apply opened on 2007-12-10 (47.3)
        ["last day of a term" read as "the corresponding day"]
      the term from 2005-03-10 runs until 2008-03-10 (47.3)
        ["last day of a term" read as "the corresponding day"]
        ["a term's last day that is not worked" read as "stays"]
      no deferral was granted in this term (47.8)
      the registration fee is not paid (47.6)
        -> pay the registration fee: from 2008-01-15 to 2008-03-10
      study in the cycle comes to 136 hours; expected at least 180 hours (48.4)
        ["education before the first registration" read as "required"]
        ["last day of a term" read as "the corresponding day"]
        ["hours earned after the cycle" read as "not counted"]
        -> earn 44 hours more: from 2008-01-15 to 2008-03-10
      study in year 1 of the cycle comes to 100 hours; expected at least 40 hours (48.4)
        ["education before the first registration" read as "required"]
        ["year of education" read as "a year of the cycle"]
        ["last day of a term" read as "the corresponding day"]
        ["effect of an extension" read as "the extra time serves its year"]
      study in year 2 of the cycle comes to 36 hours; expected at least 40 hours (48.4)
        ["education before the first registration" read as "required"]
        ["year of education" read as "a year of the cycle"]
        ["last day of a term" read as "the corresponding day"]
        ["effect of an extension" read as "the extra time serves its year"]
        -> earn 4 hours more: too late since 2007-03-11
      study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
        ["education before the first registration" read as "required"]
        ["year of education" read as "a year of the cycle"]
        ["last day of a term" read as "the corresponding day"]
        ["effect of an extension" read as "the extra time serves its year"]
        -> earn 40 hours more: from 2008-01-15 to 2008-03-10
      at which institution, in which form and when is for the holder to choose (48.11)
      the conditions are judged as of the day of the decision (48.4)
        ["day on which the conditions are judged" read as "the day of the decision"]
      no agency is looked at, since none has been chosen yet (47.3)
    "#);
    assert_snapshot!(explanation.in_words(Language::Zh), @"
    2008-01-15不能登记，有4项不符合条件
      登记申请期已于2007-12-10开始（47.3）
        [“有效期最后一日”按“对应日”解释]
      自2005-03-10起算的有效期至2008-03-10（47.3）
        [“有效期最后一日”按“对应日”解释]
        [“有效期最后一日遇休息日”按“不顺延”解释]
      本有效期内没有准予延期登记（47.8）
      证书登记费尚未缴纳（47.6）
        -> 缴纳证书登记费：在2008-01-15至2008-03-10期间
      本周期继续教育累计136学时，应达到180学时以上（48.4）
        [“首次登记的继续教育要求”按“须完成”解释]
        [“有效期最后一日”按“对应日”解释]
        [“周期届满后完成的学时”按“不计入”解释]
        -> 再完成44学时：在2008-01-15至2008-03-10期间
      本周期第1年完成100学时，不得少于40学时（48.4）
        [“首次登记的继续教育要求”按“须完成”解释]
        [“继续教育年度”按“周期内的年度”解释]
        [“有效期最后一日”按“对应日”解释]
        [“顺延的效果”按“用于补足事由发生的年度”解释]
      本周期第2年完成36学时，不得少于40学时（48.4）
        [“首次登记的继续教育要求”按“须完成”解释]
        [“继续教育年度”按“周期内的年度”解释]
        [“有效期最后一日”按“对应日”解释]
        [“顺延的效果”按“用于补足事由发生的年度”解释]
        -> 再完成4学时：自2007-03-11起已逾期
      本周期第3年完成0学时，不得少于40学时（48.4）
        [“首次登记的继续教育要求”按“须完成”解释]
        [“继续教育年度”按“周期内的年度”解释]
        [“有效期最后一日”按“对应日”解释]
        [“顺延的效果”按“用于补足事由发生的年度”解释]
        -> 再完成40学时：在2008-01-15至2008-03-10期间
      培训机构、继续教育形式和具体参加时间由本人自愿选择（48.11）
      登记条件按作出决定之日判断（48.4）
        [“登记条件的判断时点”按“作出决定之日”解释]
      登记实施机构尚未选定，此处不作审查（47.3）
    ");
}

#[test]
fn a_refusal_with_the_words_of_the_notice() {
    let mut history = approved();
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    history.record(accepted.on(day!(2007, 12, 9)));
    let explanation = opened(history).explain_refusal().unwrap();
    assert_snapshot!(explanation.with_clauses(Language::Zh), @"
    第2项（2007-12-09受理登记申请）不能成立
      2007-12-09早于登记申请期的首日2007-12-10（47.3）
        > 计算机专业技术资格（水平）证书有效期为三年（自批准或登记之日起算）。在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。
        [“有效期最后一日”按“对应日”解释]
        [通知未作规定，此处确定：登记申请期开始之前的申请：是瑕疵，并非无效。]
        -> 自登记申请期首日起申请：自2007-12-10起
    ");
}

#[test]
fn an_explanation_on_the_wire() {
    let file = opened(approved());
    let wire = serde_json::to_value(file.on(day!(2007, 1, 15)).unwrap().explain_education().unwrap()).unwrap();
    assert_eq!(wire["message"], "incomplete");
    let year = &wire["because"][1];
    assert_eq!((&year["code"], &year["remedy"]["too_late_since"]), (&"education_year".into(), &"2006-03-11".into()));
    assert_eq!(year["text_zh"], Clause::N48_4.text_zh());
}
