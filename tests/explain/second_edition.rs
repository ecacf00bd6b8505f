//! Filing, the way back from a lapse, the repeal: what explanations say of them.

use crate::{accepted, approved, bare, facts, filed, opened, turned};
use insta::assert_snapshot;
use ruankao::explain::{Explanation, Time};
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{DecidedPoint, Parameters, Reading, Readings};
use ruankao::words::Message;
use ruankao::{Act, Application, Code, Finding, History, Language, Law, Ledger, Mode, day};

/// 47.3: what is filed in time keeps the certificate until it is decided, unless the acceptance is the act that counts.
#[test]
fn filed_and_not_yet_accepted() {
    let mut history = approved();
    history.record(filed().on(day!(2008, 3, 10)));
    let file = opened(history);
    let after = file.on(day!(2008, 3, 20)).unwrap().explain();
    assert_snapshot!(bare(&after, Language::En), @"
    the certificate has been awaiting acceptance since 2008-03-10 (47.3)
      the term from 2005-03-10 ended on 2008-03-10 (47.3)
      no deferral was granted in this term (47.8)
      an application filed on 2008-03-10 has not been accepted yet (47.3)
      what is pending since 2008-03-10 keeps it beyond the last day until it is decided (47.3)
      it is valid (47.3)
    ");
    assert_snapshot!(bare(&after, Language::Zh), @"
    自2008-03-10起证书状态为：已提交登记申请（47.3）
      自2005-03-10起算的有效期已于2008-03-10届满（47.3）
      本有效期内没有准予延期登记（47.8）
      2008-03-10提交的登记申请尚未受理（47.3）
      申请自2008-03-10起待决，证书在办理登记的最后一日之后仍保留至决定之日（47.3）
      证书有效（47.3）
    ");
    let named = |explanation: &Explanation| explanation.readings().into_iter().map(|(reading, _)| reading).collect();
    let readings: Vec<Reading> = named(&after);
    assert!(readings.contains(&Reading::InTime) && readings.contains(&Reading::PendingAtExpiry));
    assert!(after.points().contains(&DecidedPoint::AGENCY_SILENCE));

    // What keeps it is what lets it be accepted.
    let assessed = file.on(day!(2008, 3, 20)).unwrap().explain_assessment(&Application::COMPLETE);
    assert!(facts(&assessed).contains(&Message::PendingKeeps));
    let readings: Vec<Reading> = named(&assessed);
    assert!(readings.contains(&Reading::InTime) && readings.contains(&Reading::PendingAtExpiry));

    let acceptance = turned(Reading::InTime);
    let otherwise = file.under(&acceptance, Mode::Strict);
    let lapsed = otherwise.on(day!(2008, 3, 20)).unwrap().explain();
    assert!(facts(&lapsed).contains(&Message::PendingEnded));
    assert!(lapsed.readings().contains(&(Reading::InTime, "acceptance")));
    // Accepted then, the refusal says on which reading it hangs.
    let mut file = otherwise;
    let refusal = file.record(accepted().on(day!(2008, 3, 20))).unwrap_err();
    assert_eq!(facts(&file.explain_fault(&refusal)), [Message::ActRefused]);
}

/// Accepted after the last day, on what was filed before it; the conditions are judged as of the decision.
#[test]
fn accepted_late_and_filed_in_time() {
    let mut history = approved();
    history.record(filed().on(day!(2008, 3, 10)));
    history.record(accepted().on(day!(2008, 3, 12)));
    let file = opened(history);
    let review = file.on(day!(2008, 3, 20)).unwrap().explain();
    let words = review.in_words(Language::En).to_string();
    assert!(words.contains(
        "the application was accepted on 2008-03-12, after the last day on which to register, 2008-03-10: it had been filed in time (47.3)"
    ));
    assert!(words.contains("the conditions are judged as of the day of the decision (48.4)"));
    assert!(review.readings().contains(&(Reading::ConditionsOn, "decision")));
    let law = turned(Reading::ConditionsOn);
    let at_acceptance = file.under(&law, Mode::Strict).on(day!(2008, 3, 20)).unwrap().explain();
    assert!(facts(&at_acceptance).contains(&Message::JudgedOnAcceptance));
    assert!(at_acceptance.points().contains(&DecidedPoint::HOURS_DURING_REVIEW));
}

/// Accepted on the last day itself it needs no filing before it: it is kept as what is pending.
#[test]
fn accepted_on_the_last_day() {
    let mut history = approved();
    history.record(accepted().on(day!(2008, 3, 10)));
    let file = opened(history);
    for (on, keeps) in [(day!(2008, 3, 10), false), (day!(2008, 3, 11), true)] {
        let told = facts(&file.on(on).unwrap().explain());
        assert!(!told.contains(&Message::FiledInTime), "{on}");
        assert_eq!(told.contains(&Message::PendingKeeps), keeps, "{on}");
    }
}

/// Under `may_return` nothing is too late but what no hours can mend any more.
#[test]
fn after_a_lapse_with_a_way_back() {
    let law = turned(Reading::LapseEffect);
    let mut file = law.open(approved(), Ledger::default());
    let lapsed = file.on(day!(2008, 4, 1)).unwrap();
    let remedies = |explanation: &Explanation| {
        let mut remedies = Vec::new();
        explanation.root().visit(&mut |reason| remedies.extend(reason.remedy));
        remedies
    };
    let standing = lapsed.explain();
    assert!(facts(&standing).contains(&Message::MayReturn));
    assert!(remedies(&standing)[0].in_words(Language::En).to_string().starts_with("apply again"));
    let unpaid = lapsed.explain_assessment(&Application { fee_paid: false, ..Application::COMPLETE });
    let times: Vec<Time> = remedies(&unpaid).into_iter().map(|remedy| remedy.when).collect();
    assert_eq!(times[0], Time::From(day!(2008, 4, 1)), "the fee can be paid any day");
    assert_eq!(times[1], Time::TooLate(day!(2008, 3, 11)), "hours after the cycle do not count");

    file.record(accepted().on(day!(2008, 4, 1))).unwrap();
    let pending = file.on(day!(2008, 4, 2)).unwrap();
    assert_eq!(pending.standing().phase.name(), PhaseName::UnderReview);
    let words = pending.explain().in_words(Language::En).to_string();
    assert!(words.contains("the certificate lapsed on 2008-03-11, and is not valid while the application is pending"));
    assert!(words.contains("it is not valid"));
}

fn repealed() -> Law {
    Law::of_2004().with_parameters(Parameters { repealed_on: Some(day!(2019, 7, 1)), ..Parameters::NOTICES }).unwrap()
}

#[test]
fn the_repeal_in_words() {
    let late = History::from_iter([Act::Approved.on(day!(2017, 3, 10))]);
    let law = repealed();
    let file = law.open(late, Ledger::default());
    let released = file.on(day!(2024, 1, 1)).unwrap().explain();
    assert_snapshot!(bare(&released, Language::En), @"
    on 2024-01-01 the certificate is released by the repeal
      the term from 2017-03-10 was to run until 2020-03-10 (47.3)
      no deferral was granted in this term (47.8)
      the notices have been repealed since 2019-07-01
      it had neither lapsed nor been cancelled by 2019-06-30, and is valid without a last day since
      it is valid
    ");
    assert_snapshot!(bare(&released, Language::Zh), @"
    2024-01-01证书状态为：通知废止后持续有效
      自2017-03-10起算的有效期原至2020-03-10（47.3）
      本有效期内没有准予延期登记（47.8）
      两个通知自2019-07-01起废止
      截至2019-06-30证书既未失效也未注销，此后持续有效
      证书有效
    ");
    assert!(released.points().contains(&DecidedPoint::AFTER_REPEAL));

    // What had lapsed stays so, or is given back.
    let file = law.open(approved(), Ledger::default());
    let lapsed = file.on(day!(2024, 1, 1)).unwrap().explain();
    assert_eq!(lapsed.findings()[0].code(), Code::Lapsed);
    assert!(!lapsed.points().contains(&DecidedPoint::AFTER_REPEAL));
    assert!(lapsed.in_words(Language::En).to_string().contains(
        "it had lapsed by 2019-06-30, and the repeal does not give it back\n    [\"lapsed at the repeal\" read as"
    ));
    let readings = Readings::default().turned(Reading::LapsedAtRepeal);
    let revived = law.clone().with_readings(readings);
    let revived = file.under(&revived, Mode::Strict).on(day!(2024, 1, 1)).unwrap().explain();
    assert!(facts(&revived).contains(&Message::RevivedByRepeal));
    assert!(revived.points().contains(&DecidedPoint::AFTER_REPEAL));

    // What is obtained after it is outside the regime, and never was in it.
    let new = law.open(History::from_iter([Act::Approved.on(day!(2020, 1, 1))]), Ledger::default());
    let outside = new.on(day!(2024, 1, 1)).unwrap().explain().in_words(Language::En).to_string();
    assert!(outside.contains("(approvals covered: 2004-01-01 to 2019-06-30)"), "{outside}");
    assert!(outside.contains("it was approved on 2020-01-01; the notices have been repealed since 2019-07-01"));

    // An assessment after it says that alone, and that nothing has to be done.
    let assessed = file.on(day!(2024, 1, 1)).unwrap().explain_assessment(&Application::COMPLETE);
    assert_eq!(assessed.findings().iter().map(Finding::code).collect::<Vec<_>>(), [Code::Repealed]);
    assert!(assessed.in_words(Language::En).to_string().contains("-> nothing has to be done"));
}

/// Where no day of repeal is named, whoever asks of a day from 2019 on is told so beside every answer.
#[test]
fn the_caution_stands_beside_the_answer() {
    let history = History::from_iter([Act::Approved.on(day!(2017, 6, 1))]);
    let unnamed = opened(history.clone());
    let named = repealed();
    let named = named.open(&history, Ledger::default());
    let caution = [
        "note: the notices were repealed in 2019; this answer names no day of repeal and speaks as if they still applied",
        "提示：两个通知已于2019年废止；本答复未指定废止日期，按通知仍然有效作出",
    ];
    for (on, says) in [(day!(2018, 12, 31), false), (day!(2019, 1, 1), true)] {
        for (language, caution) in Language::ALL.into_iter().zip(caution) {
            for (file, says) in [(&unnamed, says), (&named, false)] {
                let as_of = file.on(on).unwrap();
                let told = [
                    as_of.in_words(language).to_string(),
                    as_of.explain().in_words(language).to_string(),
                    as_of.explain_assessment(&Application::COMPLETE).in_words(language).to_string(),
                    as_of.explain_education().unwrap().in_words(language).to_string(),
                ];
                assert!(told.iter().all(|told| told.contains(caution) == says), "{on} {told:#?}");
            }
        }
    }
}
