//! Explanations are the answers they explain, in both languages.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "shared with the tests of plans")]
mod support;

use insta::assert_snapshot;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use ruankao::explain::{Explanation, Reason, Remedy, Statement, Time};
use ruankao::finding::{Document, Subject, Value};
use ruankao::lifecycle::{ActName, Context, PhaseName};
use ruankao::registration::Acceptance;
use ruankao::regulation::{Reading, Regulation};
use ruankao::revocation::Revocation;
use ruankao::whatif::{Asked, Inquiry, Outcome};
use ruankao::words::{Message, Named, side};
use ruankao::{Act, Application, Clause, Code, Finding, History, Hours, Language, Ledger, Mode, Verdict};
use support::{application, day, entry, later, life};

/// The statements of a tree that are facts, in order.
fn facts(explanation: &Explanation) -> Vec<Message> {
    let mut facts = Vec::new();
    explanation.root().visit(&mut |reason: &Reason| {
        if let Statement::Fact(phrase, _) = reason.statement {
            facts.push(phrase.message());
        }
    });
    facts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_assessment_is_the_fold_of_its_explanation(life in life(), wait in 0_u64..1000, application in application()) {
        let credits = life.ledger.credits(None);
        let context = Context::new(&life.regulation).credits(&credits);
        let as_of = life.history.as_of(later(life.last, wait), context).unwrap();
        let explanation = Explanation::of_assessment(&as_of, &application);
        prop_assert_eq!(explanation.findings().into_iter().collect::<Verdict>(), as_of.assessment(&application));

        // In the first term, whatever reading alone changes the answer is named.
        let acts = life.history.events().iter().map(|event| event.act.name());
        if !acts.clone().any(|act| matches!(act, ActName::Registered | ActName::AppealDecided)) {
            let named: Vec<Reading> = explanation.readings().into_iter().map(|(reading, _)| reading).collect();
            let inquiry = Inquiry::new(&life.history, as_of.on(), context).asking(Asked::Registrable(&application));
            for flip in inquiry.flips().iter().filter(|flip| matches!(flip.outcome, Outcome::Registrable(_))) {
                let alone = flip.turned.len() == 1;
                prop_assert!(!alone || named.contains(&flip.turned[0].0), "{:?}", flip);
            }
        }

        let Ok(progress) = as_of.education() else { return Ok(()) };
        let explanation = Explanation::of_education(&as_of).unwrap();
        let verdict = if progress.is_complete() { Message::Complete } else { Message::Incomplete };
        prop_assert_eq!(facts(&explanation)[0], verdict);
        let missing = explanation.findings().into_iter().filter(|finding| finding.shortfall().is_some());
        let cycle = as_of.certificate().term().unwrap().cycle(&life.regulation);
        prop_assert_eq!(missing.collect::<Vec<_>>(), cycle.findings(&credits, as_of.on()).collect::<Vec<_>>());
    }

    #[test]
    fn a_standing_is_what_its_explanation_says(life in life(), wait in 0_u64..1000) {
        let credits = life.ledger.credits(None);
        let context = Context::new(&life.regulation).credits(&credits);
        let on = later(life.last, wait);
        let as_of = life.history.as_of(on, context).unwrap();
        let (standing, explanation) = (as_of.standing(), Explanation::of_standing(&as_of));
        let (facts, name) = (facts(&explanation), standing.phase.name());
        prop_assert_eq!(facts.contains(&Message::Valid), standing.in_force);
        prop_assert_eq!(facts.contains(&Message::NotValid), !standing.in_force);
        let words = explanation.in_words(Language::En).to_string();
        prop_assert!(words.lines().next().unwrap().contains(name.called().choose(Language::En)), "{words}");

        // The finding is the one that an assessment reports on the state; there is none while the term runs.
        let ended = [PhaseName::NotApproved, PhaseName::NotSubject, PhaseName::UnderAppeal, PhaseName::Cancelled, PhaseName::Lapsed];
        let expected = ended.contains(&name).then(|| as_of.assessment(&Application::COMPLETE).findings()[0]);
        prop_assert_eq!(explanation.findings(), expected.into_iter().collect::<Vec<_>>());

        // In the first term, whatever reading changes the standing is named.
        let acts = life.history.events().iter().map(|event| event.act.name());
        if acts.clone().any(|act| matches!(act, ActName::Registered | ActName::AppealDecided)) {
            return Ok(());
        }
        let named: Vec<Reading> = explanation.readings().into_iter().map(|(reading, _)| reading).collect();
        for sensitive in life.history.sensitivity(on, context) {
            if sensitive.outcome.is_ok() {
                prop_assert!(named.contains(&sensitive.reading), "{:?} is not named in\n{words}", sensitive);
            }
        }
    }

    #[test]
    fn an_irregularity_is_its_fault(life in life(), cut in prop::bool::ANY) {
        // The same events, held against an empty ledger: registrations are refused, or irregular.
        let mode = if cut { Mode::Strict } else { Mode::Audit };
        let context = Context::new(&life.regulation).mode(mode);
        let readings = life.regulation.readings();
        let (faults, message) = match life.history.irregularities(context) {
            Ok(faults) => (faults, Message::EventIrregular),
            Err(refusal) => (vec![refusal], Message::EventRefused),
        };
        for fault in faults {
            let explanation = match message {
                Message::EventIrregular => Explanation::of_irregularity(&fault, &life.history, readings),
                _ => Explanation::of_refusal(&fault, &life.history, readings),
            };
            prop_assert_eq!(facts(&explanation)[0], message);
            let (first, behind) = (*fault.fault.finding(), fault.fault.findings().to_vec());
            prop_assert_eq!(explanation.findings(), [vec![first], behind].concat());
        }
    }
}

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
        let [one, other] = reading.sides().map(|(name, _)| side(reading, name));
        for language in [Language::En, Language::Zh] {
            assert_ne!(one.choose(language), other.choose(language), "{reading}");
        }
    }
}

#[test]
fn every_code_has_a_remedy_in_both_languages() {
    for code in Code::ALL {
        let remedy = Remedy::of(&Finding::new(code, Clause::N47_3));
        assert_eq!(remedy.when, Time::Open, "without values nothing is known of the time");
        assert_ne!(remedy.in_words(Language::En).to_string(), remedy.in_words(Language::Zh).to_string());
    }
    let paper = Finding::new(Code::DocumentMissing, Clause::N47_6).about(Subject::Document(Document::Identity));
    assert_eq!(Remedy::of(&paper).in_words(Language::Zh).to_string(), "提交身份证明");
    let latest =
        Finding::new(Code::DeferralTooLong, Clause::N47_8).compared(Value::Day(day("2009-03-10")), Value::Nothing);
    assert_eq!(Remedy::of(&latest).when, Time::By(day("2009-03-10")));
}

fn approved() -> History {
    History::from_iter([Act::Approved.on(day("2005-03-10"))])
}

#[test]
fn a_lapse_in_words() {
    let regulation = Regulation::default();
    let as_of = approved().as_of(day("2009-01-01"), Context::new(&regulation)).unwrap();
    let explanation = Explanation::of_standing(&as_of);
    assert_snapshot!(explanation.in_words(Language::En), @r#"
    the certificate has been lapsed since 2008-03-11 (47.3)
      the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
        ["last day of a term" read as "the corresponding day"]
        ["a term's last day that is not worked" read as "stays"]
        ["pending on the last day" read as "kept until the decision"]
        -> register in time: too late since 2008-03-11
      the term from 2005-03-10 ended on 2008-03-10 (47.3)
        ["last day of a term" read as "the corresponding day"]
        ["a term's last day that is not worked" read as "stays"]
      no deferral was granted in this term (47.8)
      nothing was pending (47.3)
      it is not valid (47.3)
    "#);
    assert_snapshot!(explanation.in_words(Language::Zh), @"
    自2008-03-11起证书状态为：逾期失效（47.3）
      逾期未办理登记手续，证书自2008-03-11起不再有效（47.3）
        [“有效期最后一日”按“对应日”解释]
        [“有效期最后一日遇休息日”按“不顺延”解释]
        [“期满时尚未决定的申请”按“保留至决定之日”解释]
        -> 应在期限内办理登记：自2008-03-11起已逾期
      自2005-03-10起算的有效期已于2008-03-10届满（47.3）
        [“有效期最后一日”按“对应日”解释]
        [“有效期最后一日遇休息日”按“不顺延”解释]
      本有效期内没有准予延期登记（47.8）
      没有待决定的事项（47.3）
      证书无效（47.3）
    ");
}

/// What is missing besides cannot be mended either once the certificate has lapsed.
#[test]
fn nothing_is_mended_after_the_lapse() {
    let (history, regulation) = (approved(), Regulation::default());
    let as_of = history.as_of(day("2008-03-20"), Context::new(&regulation)).unwrap();
    let explanation = Explanation::of_assessment(&as_of, &Application { fee_paid: false, ..Application::COMPLETE });
    let mut times = Vec::new();
    explanation.root().visit(&mut |reason| times.extend(reason.remedy.map(|remedy| remedy.when)));
    assert_eq!(times, [Time::TooLate(day("2008-03-11")); 6]);
}

#[test]
fn a_cancellation_in_words() {
    let regulation = Regulation::default();
    let mut history = approved();
    history.record(Act::Cancelled(Revocation::MajorLoss).on(day("2007-09-01")));
    history.record(Act::CancellationPublished.on(day("2007-09-03")));
    let words = |on| {
        let explanation = Explanation::of_standing(&history.as_of(day(on), Context::new(&regulation)).unwrap());
        explanation.in_words(Language::En).to_string()
    };
    assert!(words("2007-09-02").contains(
        "the cancellation has not been published, so the notice's time for appeal has not started; other law may count from knowledge (47.11)"
    ));
    assert!(words("2007-10-08").contains("under the notice it can be appealed until 2007-10-08 (47.11)"));
    assert!(words("2007-10-09").contains(
        "the notice's time for appeal ended on 2007-10-08 unused; other law may give more time or open a court (47.11)"
    ));
    assert!(
        words("2007-10-09").contains("revoked on 2007-09-01 on the ground of a great loss caused at work (47.10.4)")
    );
}

#[test]
fn an_assessment_in_words() {
    let regulation = Regulation::default();
    let ledger: Ledger =
        [entry(day("2005-06-01"), Hours::whole(100)), entry(day("2006-06-01"), Hours::whole(36))].into_iter().collect();
    let credits = ledger.credits(None);
    let as_of = approved().as_of(day("2008-01-15"), Context::new(&regulation).credits(&credits)).unwrap();
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let explanation = Explanation::of_assessment(&as_of, &unpaid);
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
    "#);
    assert_snapshot!(explanation.in_words(Language::Zh), @"
    2008-01-15不能登记，有4项不符合条件
      登记申请期已自2007-12-10开始（47.3）
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
    ");
}

#[test]
fn a_refusal_with_the_words_of_the_notice() {
    let regulation = Regulation::default();
    let mut history = approved();
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    history.record(accepted.on(day("2007-12-09")));
    let refusal = history.as_of(day("2008-01-15"), Context::new(&regulation)).unwrap_err();
    let explanation = Explanation::of_refusal(&refusal, &history, regulation.readings());
    assert_snapshot!(explanation.with_clauses(Language::Zh), @"
    第2项（2007-12-09受理登记申请）不能成立
      2007-12-09早于登记申请期的首日2007-12-10（47.3）
        > 计算机专业技术资格（水平）证书有效期为三年（自批准或登记之日起算）。在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续。逾期未办理登记手续的证书不再有效。
        [“有效期最后一日”按“对应日”解释]
        -> 自登记申请期首日起申请：自2007-12-10起
    ");
}

#[test]
fn an_explanation_on_the_wire() {
    let regulation = Regulation::default();
    let as_of = approved().as_of(day("2007-01-15"), Context::new(&regulation)).unwrap();
    let wire = serde_json::to_value(Explanation::of_education(&as_of).unwrap()).unwrap();
    assert_eq!(wire["message"], "incomplete");
    let year = &wire["because"][1];
    assert_eq!((&year["code"], &year["remedy"]["too_late_since"]), (&"education_year".into(), &"2006-03-11".into()));
    assert_eq!(year["text_zh"], Clause::N48_4.text_zh());
}
