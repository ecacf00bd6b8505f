//! Grounds, appeals, agencies and what the register held: what explanations say of them.

use crate::lives::entry;
use crate::{accepted, approved, bare, facts, filed, opened};
use insta::assert_snapshot;
use ruankao::deferral::Request;
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{Listing, Register};
use ruankao::registration::{Filing, Registration};
use ruankao::regulation::{DecidedPoint, Reading};
use ruankao::revocation::Revocation;
use ruankao::words::Message;
use ruankao::{Act, Application, Code, Hours, Language, Law, Ledger, Mode, Record, day};

/// 47.10.3 and 47.10.5: the readings and decided points that a ground rests on stand with it.
#[test]
fn the_ground_of_a_cancellation() {
    let cancelled = |revocation| {
        let mut history = approved();
        history.record(filed().on(day!(2008, 1, 10)));
        history.record(Act::Cancelled(revocation).on(day!(2008, 1, 20)));
        let file = opened(history);
        file.on(day!(2008, 1, 21)).unwrap().explain()
    };
    let returned_on = Some(day!(2007, 7, 2));
    let left = cancelled(Revocation::LeftPost { left_on: day!(2005, 7, 1), returned_on });
    let words = left.in_words(Language::En).to_string();
    assert!(words.contains("cancelled on 2008-01-20 for years off the professional post (47.10.3)"));
    assert!(words.contains("the holder left the post on 2005-07-01 and returned on 2007-07-02 (47.10.3)"));
    assert!(left.readings().contains(&(Reading::OffPostFrom, "approval")));
    assert!(left.points().contains(&DecidedPoint::RETURN_TO_POST));
    let fraud = cancelled(Revocation::Fraud { verified_by_province: true });
    assert!(fraud.readings().contains(&(Reading::FraudScope, "registration")));
    assert!(fraud.points().contains(&DecidedPoint::FRAUD_FROM_REVOCATION));
    let loss = cancelled(Revocation::MajorLoss);
    assert!(!loss.points().contains(&DecidedPoint::FRAUD_FROM_REVOCATION));
}

/// 47.8: on the last day of the term nothing rests on the deferral yet; the day after, validity does.
#[test]
fn validity_rests_on_a_deferral_from_the_end_of_the_term() {
    let mut history = approved();
    let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    history.record(Act::DeferralRequested(Box::new(Request { claim, until: day!(2008, 9, 1) })).on(day!(2008, 1, 10)));
    history.record(Act::DeferralGranted.on(day!(2008, 1, 20)));
    let file = opened(history);
    let rests_on_it = |on| facts(&file.on(on).unwrap().explain()).contains(&Message::DeferredValidity);
    assert!(!rests_on_it(day!(2008, 3, 10)));
    assert!(rests_on_it(day!(2008, 3, 11)));
}

/// Struck hours are told of from the day on which they were struck, and were never told of before they were recorded.
#[test]
fn struck_hours_are_told_of_once_they_are_struck() {
    let mut ledger = Ledger::default();
    let late = Record::from(entry(day!(2006, 5, 20), Hours::whole(40))).recorded_on(day!(2006, 9, 1)).unwrap();
    ledger.record(late.struck_on(day!(2007, 1, 10)).unwrap());
    ledger.record(entry(day!(2006, 6, 20), Hours::whole(20)));
    let file = Law::of_2004().open(approved(), ledger);
    let told = |known_on: Option<_>| {
        let known = known_on.map(|day| file.as_known_on(day));
        let as_of = known.as_deref().unwrap_or(&file).on(day!(2007, 6, 1)).unwrap();
        as_of.explain_education().unwrap().in_words(Language::En).to_string().contains("struck")
    };
    assert!(told(None) && told(Some(day!(2007, 1, 10))));
    assert!(!told(Some(day!(2007, 1, 9))) && !told(Some(day!(2006, 8, 31))));
}

/// An appeal before the publication is a fault, and no nullity: an audit goes on, and the explanation says so.
#[test]
fn an_appeal_before_publication() {
    let mut history = approved();
    history.record(Act::Cancelled(Revocation::MajorLoss).on(day!(2007, 9, 1)));
    history.record(Act::AppealFiled.on(day!(2007, 9, 3)));
    let file = Law::of_2004().open_in(Mode::Audit, history, Ledger::default());
    let appealed = file.on(day!(2007, 9, 4)).unwrap().explain();
    assert!(facts(&appealed).contains(&Message::AppealUnpublished));
    assert!(appealed.points().contains(&DecidedPoint::CANCELLATION_TAKES_EFFECT));
    let irregular = &file.explain_irregularities().unwrap()[0];
    assert_snapshot!(irregular.in_words(Language::En), @"
    event 3, appeal filed on 2007-09-03, is irregular and takes effect
      the cancellation has not been published; the time for appeal starts with its publication (47.11)
        [left open by the notices and decided here: From when a cancellation works, and from when it can be appealed: It takes effect with the act, and the time for appeal runs from its publication; an appeal before that is a fault, not a nullity.]
        -> publish the cancellation first
    ");
}

/// 47.2, 47.3, 47.7: each act has its own agency, or that of the act it goes on from.
#[test]
fn the_agency_that_is_looked_at() {
    let agencies = |withdrawn_on| Register::from_iter([Listing::new("上海", day!(2005, 1, 1), withdrawn_on).unwrap()]);
    let law = Law::of_2004().with_agencies(agencies(Some(day!(2008, 2, 1))));
    let mut history = approved();
    history.record(Act::ApplicationFiled(Filing { agency: Some("上海".into()) }).on(day!(2008, 1, 10)));
    history.record(accepted().on(day!(2008, 2, 1)));
    let file = law.open(&history, Ledger::default());
    let refused = file.explain_refusal().unwrap();
    assert_eq!(refused.findings()[0].code(), Code::AgencyNotApproved);
    assert_eq!(facts(&refused), [Message::EventRefused, Message::AgencyOfFiling]);

    let law = Law::of_2004().with_agencies(agencies(Some(day!(2008, 2, 10))));
    history.record(Act::Registered(Registration::default()).on(day!(2008, 2, 10)));
    let refused = law.open(&history, Ledger::default()).explain_refusal().unwrap();
    assert_eq!(facts(&refused), [Message::EventRefused, Message::AgencyOfFiling]);

    // An assessment looks at none, and says beside it whether any may act.
    let assessed = |law: &Law, on| {
        let file = law.open(approved(), Ledger::default());
        let explanation = file.on(on).unwrap().explain_assessment(&Application::COMPLETE);
        explanation.in_words(Language::En).to_string()
    };
    let before = assessed(&law, day!(2008, 2, 9));
    assert!(before.contains("no agency is looked at, since none has been chosen yet (47.3)"));
    assert!(before.contains("registration agencies on the list that may act on 2008-02-09: 1 (47.3)"));
    assert!(
        assessed(&law, day!(2008, 2, 10)).contains("no registration agency on the list may act on 2008-02-10 (47.3)")
    );
    assert!(!assessed(&Law::of_2004(), day!(2008, 2, 10)).contains("on the list"));
}

/// What the register held: the deferral recorded late, the hours struck after an inspection.
#[test]
fn known_then_and_known_now() {
    let mut history = approved();
    history.record(Record::from(filed().on(day!(2008, 2, 20))).recorded_on(day!(2008, 4, 1)).unwrap());
    let mut file = opened(history);
    file.record_study(entry(day!(2007, 5, 20), Hours::whole(40)));
    file.strike_study(0, day!(2008, 3, 20)).unwrap();
    let (known_on, on) = (day!(2008, 3, 15), day!(2008, 3, 15));
    let difference = file.difference_known_on(known_on, on);
    assert!(difference.makes_a_difference());
    assert_snapshot!(difference.in_words(Language::En), @"
    the certificate on 2008-03-15, as known on 2008-03-15 and as known now
      on 2008-03-15 the register did not yet hold the event of 2008-02-20, application filed, recorded on 2008-04-01
      on 2008-03-15 the ledger still held 40 hours of 2007-05-20, struck as wrong on 2008-03-20
      as known on 2008-03-15: the certificate has been lapsed since 2008-03-11; it is not valid
      as known now: the certificate has been awaiting acceptance since 2008-02-20; it is valid
    ");
    assert_snapshot!(difference.in_words(Language::Zh), @"
    2008-03-15的证书：按2008-03-15所知与按目前所知
      2008-03-15登记册尚未载有2008-02-20的“提交登记申请”，该项于2008-04-01记载
      2008-03-15仍载有2007-05-20的40学时，该条学时记录于2008-03-20作为错误记载划去
      按2008-03-15所知：自2008-03-11起证书状态为：逾期失效；证书无效
      按目前所知：自2008-02-20起证书状态为：已提交登记申请；证书有效
    ");
    assert_eq!(
        serde_json::to_value(&difference).unwrap()["changes"],
        serde_json::json!([
            {"event": 1, "of": "2008-02-20", "en": "application filed", "zh": "提交登记申请", "recorded_on": "2008-04-01"},
            {"entry": 0, "of": "2007-05-20", "hours": 40, "struck_on": "2008-03-20"},
        ])
    );
    assert_snapshot!(bare(&file.explain_difference(known_on, on), Language::En), @"
    the certificate on 2008-03-15, as known on 2008-03-15 and as known now
      on 2008-03-15 the register did not yet hold the event of 2008-02-20, application filed, recorded on 2008-04-01
      on 2008-03-15 the ledger still held 40 hours of 2007-05-20, struck as wrong on 2008-03-20
      the certificate has been lapsed since 2008-03-11 (47.3)
        as known on 2008-03-15
        the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
        the term from 2005-03-10 ended on 2008-03-10 (47.3)
        no deferral was granted in this term (47.8)
        nothing was pending (47.3)
        a certificate that has lapsed is not registered again (47.3)
        it is not valid (47.3)
      the certificate has been awaiting acceptance since 2008-02-20 (47.3)
        as known now
        the term from 2005-03-10 ended on 2008-03-10 (47.3)
        no deferral was granted in this term (47.8)
        an application filed on 2008-02-20 has not been accepted yet (47.3)
        what is pending since 2008-02-20 keeps it beyond the last day until it is decided (47.3)
        it is valid (47.3)
    ");

    // Struck hours are told in the education, with the point that decides what becomes of them.
    let education = file.on(day!(2008, 4, 1)).unwrap().explain_education().unwrap();
    assert!(
        education
            .in_words(Language::En)
            .to_string()
            .contains("entry 1 of 2007-05-20 was struck as wrong on 2008-03-20")
    );
    assert!(education.points().contains(&DecidedPoint::STRUCK_HOURS));
    assert!(
        !file
            .as_known_on(known_on)
            .on(on)
            .unwrap()
            .explain_education()
            .unwrap()
            .points()
            .contains(&DecidedPoint::STRUCK_HOURS)
    );

    // Where nothing is different there is one sentence, and the standing once.
    let same = file.explain_difference(day!(2008, 4, 1), on);
    assert_eq!(facts(&same)[1], Message::KnownSame);
    assert!(!facts(&same).contains(&Message::KnownNow));
}

#[test]
fn each_thing_says_itself() {
    let file = opened(approved());
    let said = |on| {
        let as_of = file.on(on).unwrap();
        let outlook = as_of.outlook().map(|outlook| outlook.in_words(Language::Zh).to_string());
        format!("{}\n{}", as_of.in_words(Language::Zh), outlook.unwrap_or_default())
    };
    assert_snapshot!(said(day!(2008, 1, 15)), @"
    截至2008-01-15：证书状态为：应办理登记，至2008-03-10；证书有效
    此状态至2008-03-10止，其后为：逾期失效，无效
    ");
    let rows = file.timeline(day!(2009, 1, 1)).unwrap();
    let rows: Vec<_> = rows.iter().map(|row| row.in_words(Language::En).to_string()).collect();
    assert_snapshot!(rows.join("\n"), @"
    from 2005-03-10: within its term, valid
    from 2007-12-10: due for registration, valid
    from 2008-03-11: lapsed, not valid
    ");
    let sensitive = file.sensitivity(day!(2008, 3, 10));
    assert_eq!(
        sensitive[0].in_words(Language::Zh).to_string(),
        "“有效期最后一日”按“对应日的前一日”解释：逾期失效，无效"
    );
    let known = file.as_known_on(day!(2005, 3, 9));
    let unknown = known.on(day!(2008, 1, 15)).unwrap();
    assert_eq!(
        unknown.in_words(Language::En).to_string(),
        "as of 2008-01-15, as known on 2005-03-09: the certificate is not approved; it is not valid"
    );
}
