//! Hypotheses, other regulations, other readings: the same way as the answers themselves.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "shared with the tests of plans")]
mod support;

use insta::assert_snapshot;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use ruankao::batch::{Tally, changes, outcomes};
use ruankao::calendar::WorkCalendar;
use ruankao::deferral::Request;
use ruankao::education::{Credits, Grant};
use ruankao::ground::Ground;
use ruankao::lifecycle::Context;
use ruankao::registration::Acceptance;
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
use ruankao::whatif::{Asked, Change, Hypothesis, Inquiry, Outcome, Question};
use ruankao::{Act, Application, History, Hours, Language, Ledger, Mode};
use support::{Life, application, day, entry, later, life, readings, regulation, shown};

fn asked(which: u8, application: &Application) -> Asked<'_> {
    match which {
        0 => Asked::Standing,
        1 => Asked::Registrable(application),
        _ => Asked::Education,
    }
}

fn sets(set: u32) -> impl Iterator<Item = Reading> {
    Reading::ALL.iter().copied().enumerate().filter(move |(index, _)| set >> index & 1 == 1).map(|(_, reading)| reading)
}

/// The smallest sets that change the answer, found by trying every one of the 16,384.
fn by_brute_force(life: &Life, inquiry: &dyn Fn(&Regulation) -> ruankao::whatif::Outcome) -> Vec<Vec<Reading>> {
    let base = *life.regulation.readings();
    let as_read = inquiry(&life.regulation);
    let mut all: Vec<u32> = (1..1 << 14).collect();
    all.sort_by_key(|set| set.count_ones());
    let mut smallest: Vec<u32> = Vec::new();
    for set in all {
        let turned = life.regulation.clone().read(sets(set).fold(base, Readings::turned));
        if !smallest.iter().any(|smaller| set & smaller == *smaller) && inquiry(&turned) != as_read {
            smallest.push(set);
        }
    }
    smallest.into_iter().map(|set| sets(set).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_cannot_matter_does_not(
        life in life(), wait in 0_u64..1000, other in readings(), which in 0_u8..3, audit in prop::bool::ANY, application in application()
    ) {
        let credits = life.ledger.credits(None);
        let mode = if audit { Mode::Audit } else { Mode::Strict };
        let context = Context::new(&life.regulation).credits(&credits).mode(mode);
        let on = later(life.last, wait);
        let inquiry = |context| Inquiry::new(&life.history, on, context).asking(asked(which, &application));
        let relevant = inquiry(context).relevant();
        // From any readings, turning what cannot matter changes nothing.
        let there = life.regulation.clone().read(other);
        let irrelevant = Reading::ALL.iter().copied().filter(|reading| !relevant.contains(reading));
        let back = irrelevant.filter(|&reading| other.side(reading) != life.regulation.readings().side(reading));
        let here = life.regulation.clone().read(back.fold(other, Readings::turned));
        prop_assert_eq!(inquiry(context.under(&there)).outcome(), inquiry(context.under(&here)).outcome());
    }

    #[test]
    fn what_comes_later_changes_nothing(life in life(), wait in 0_u64..1000, after in 1_u64..400, application in application()) {
        let on = later(life.last, wait);
        let question = Question { application: &application, ..Question::new(on, &life.regulation) };
        let (event, study) = (Act::Registered.on(later(on, after)), entry(later(on, after), Hours::whole(40)));
        let difference = question.what_if(&Hypothesis::default().event(event).entry(study), &life.history, &life.ledger);
        prop_assert!(difference.is_empty(), "{}", difference.in_words(Language::En));
        prop_assert_eq!(difference.before, difference.after);
    }

    #[test]
    fn a_difference_is_one_where_an_answer_differs(life in life(), wait in 0_u64..1000, back in 0_u64..800, tenths in 0_u64..900, other in regulation()) {
        let on = later(life.last, wait);
        let question = Question::new(on, &life.regulation);
        let study = entry(on - chrono::Days::new(back), Hours::from_tenths(tenths).unwrap());
        let hypothesis = Hypothesis::default().entry(study);
        for difference in [
            question.what_if(&hypothesis, &life.history, &life.ledger),
            question.what_under(&other, &life.history, &life.ledger),
        ] {
            let same = match (&*difference.before, &*difference.after) {
                (Ok(before), Ok(after)) => before.standing == after.standing && before.assessment == after.assessment,
                (before, after) => before == after,
            };
            prop_assert!(same || !difference.is_empty(), "{:?} {:?}", difference.before, difference.after);
            prop_assert!(difference.before != difference.after || difference.is_empty());
            let gone = difference.changes().iter().filter(|change| matches!(change, Change::Gone(_))).count();
            let new = difference.changes().iter().filter(|change| matches!(change, Change::New(_))).count();
            if let (Ok(before), Ok(after)) = (&*difference.before, &*difference.after) {
                let (before, after) = (before.assessment.findings().len(), after.assessment.findings().len());
                prop_assert_eq!(before + new, after + gone);
            }
        }
    }

    #[test]
    fn a_tally_counts_every_history_once(lives in prop::collection::vec(life(), 0..6), other in regulation()) {
        let (notices, on) = (Regulation::default(), day("2008-06-01"));
        let (before, after) = (Context::new(&notices), Context::new(&other));
        let credits: Vec<Credits> = lives.iter().map(|life| life.ledger.credits(None)).collect();
        let pairs = || lives.iter().map(|life| &life.history).zip(&credits);
        let tally: Tally<_> = changes(pairs(), on, before, after).collect();
        prop_assert_eq!(tally.total(), lives.len() as u64);
        let (one, other) = (outcomes(pairs(), on, before), outcomes(pairs(), on, after));
        for (before, after) in one.zip(other) {
            prop_assert!(tally.count(&before, &after) > 0);
        }
        prop_assert_eq!(tally.changed() == 0, tally.in_words(Language::Zh).to_string() == "没有差别");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_smallest_sets_are_all_the_smallest_sets(life in life(), wait in 0_u64..1000, which in 0_u8..3, application in application()) {
        let credits = life.ledger.credits(None);
        let context = Context::new(&life.regulation).credits(&credits);
        let inquiry = Inquiry::new(&life.history, later(life.last, wait), context).asking(asked(which, &application));
        let flips = inquiry.flips();
        let mut found: Vec<Vec<Reading>> = flips.iter().map(|flip| flip.turned.iter().map(|(reading, _)| *reading).collect()).collect();
        let asked = asked(which, &application);
        let again = |regulation: &Regulation| {
            Inquiry::new(&life.history, later(life.last, wait), context.under(regulation)).asking(asked).outcome()
        };
        let mut expected = by_brute_force(&life, &again);
        found.sort();
        expected.sort();
        prop_assert_eq!(&found, &expected);
        match inquiry.unanimous() {
            Ok(claim) => prop_assert!(expected.is_empty() && claim.is_confirmed_by(&inquiry)),
            Err(counterexamples) => prop_assert_eq!(counterexamples, flips),
        }
    }
}

fn approved() -> History {
    History::from_iter([Act::Approved.on(day("2005-03-10"))])
}

#[test]
fn a_difference_in_words() {
    let regulation = Regulation::default();
    let ledger: Ledger = ["2005-06-01", "2006-06-01"].map(|on| entry(day(on), Hours::whole(60))).into_iter().collect();
    let question = Question::new(day("2008-02-01"), &regulation);
    let studied = Hypothesis::default().entry(entry(day("2007-06-01"), Hours::whole(70)));
    let difference = question.what_if(&studied, &approved(), &ledger);
    assert_snapshot!(difference.in_words(Language::En), @r#"
    no longer missing: study in the cycle comes to 120 hours; expected at least 180 hours (48.4)
    no longer missing: study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
    the hours of the cycle move from 120 hours to 190 hours
    the hours of year 3 move from 0 hours to 70 hours
    the hours still needed move from 60 hours to 0 hours
    "#);
    assert_snapshot!(difference.in_words(Language::Zh), @r#"
    不再缺少：本周期继续教育累计120学时，应达到180学时以上（48.4）
    不再缺少：本周期第3年完成0学时，不得少于40学时（48.4）
    本周期学时由120学时变为190学时
    第3年学时由0学时变为70学时
    尚需学时由60学时变为0学时
    "#);

    let request = Request { claim: shown(Ground::Childbirth), until: day("2008-12-31") };
    let deferred = Hypothesis::default()
        .event(Act::DeferralRequested(request).on(day("2008-01-10")))
        .event(Act::DeferralGranted.on(day("2008-01-20")));
    let later = Question::new(day("2008-04-01"), &regulation);
    assert_snapshot!(later.what_if(&deferred, &approved(), &ledger).in_words(Language::En), @"
    lapsed becomes deferred
    the certificate becomes valid
    no longer missing: the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
    ");

    let refused = Hypothesis::default().event(Act::Registered.on(day("2008-01-10")));
    assert_snapshot!(question.what_if(&refused, &approved(), &ledger).in_words(Language::Zh), @"改动后，登记经过的第2项不能成立：没有待决的登记申请，应先提出申请，登记之前还应经受理（47.7）");
    let wire = serde_json::to_value(question.what_if(&refused, &approved(), &ledger)).unwrap();
    assert_eq!(wire["after"]["refused"]["code"], "no_application_pending");
    assert_eq!(wire["changes"][0]["change"], "now_refused");
}

#[test]
fn two_readings_that_matter_only_together() {
    // Undecided on the last day: for the certificate to have lapsed by then, the term has to end a day earlier and what
    // is pending with it.
    let regulation = Regulation::default();
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut history = approved();
    history.record(accepted.on(day("2008-01-10")));
    let inquiry = |on| Inquiry::new(&history, day(on), Context::new(&regulation));
    let words = |on, language| {
        let flips = inquiry(on).flips();
        flips.iter().map(|flip| flip.in_words(language).to_string()).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(words("2008-03-10", Language::En), @r#""last day of a term" read as "the day before it" and "pending on the last day" read as "ends with the term" -> lapsed, not valid"#);
    assert_snapshot!(words("2008-03-10", Language::Zh), @"“有效期最后一日”按“对应日的前一日”解释，“期满时尚未决定的申请”按“随有效期终止”解释 -> 逾期失效，无效");
    assert_snapshot!(inquiry("2008-02-01").unanimous().unwrap().in_words(Language::En), @"under review, valid: the answer holds under every reading; 3 of them can matter, 8 combinations were tried");
    assert_snapshot!(inquiry("2008-02-01").unanimous().unwrap().in_words(Language::Zh), @"登记审查中，有效：无论采用哪一种解释，结论都相同；其中3项解释可能有影响，共试8种组合");
}

#[test]
fn what_an_extension_serves_is_a_matter_of_reading() {
    // Nothing in the second year, 100 hours in the time of an extension whose ground arose in the first. Where that time
    // serves the first year alone, the second is missing; where the later years move, it lies in the third.
    let grant = Grant {
        claim: shown(Ground::Childbirth),
        arose_on: day("2005-09-01"),
        until: day("2009-03-10"),
        written_application: true,
    };
    let mut history = approved();
    history.record(Act::ExtensionGranted(grant).on(day("2006-01-10")));
    let studied = [("2005-06-01", 40), ("2007-06-01", 40), ("2008-06-01", 100)];
    let ledger: Ledger = studied.map(|(on, hours)| entry(day(on), Hours::whole(hours))).into_iter().collect();
    let (regulation, credits) = (Regulation::default(), ledger.credits(None));
    let context = Context::new(&regulation).credits(&credits);
    let inquiry = Inquiry::new(&history, day("2008-07-01"), context).asking(Asked::Education);
    assert_eq!(inquiry.outcome(), Outcome::Complete(Some(false)));
    let words: Vec<String> = inquiry.flips().iter().map(|flip| flip.in_words(Language::En).to_string()).collect();
    assert_snapshot!(words.join("\n"), @r#"
    "last day of a term" read as "the day before it" -> the history is refused (extension_too_long)
    "education before the first registration" read as "exempt" -> the education of the cycle is complete
    "effect of an extension" read as "the later years move" -> the education of the cycle is complete
    "#);
}

#[test]
fn a_change_of_the_law_counted() {
    let histories = ["2004-05-01", "2005-03-10", "2005-06-10", "2007-01-01"]
        .map(|on| History::from_iter([Act::Approved.on(day(on))]));
    let notices = Regulation::default();
    let parameters = Parameters { validity_years: 4, ..Parameters::NOTICES };
    let longer = Regulation::new(parameters, Readings::default(), WorkCalendar::statutory()).unwrap();
    let pairs = histories.iter().map(|history| (history, Credits::none()));
    let tally: Tally<_> = changes(pairs, day("2008-06-01"), Context::new(&notices), Context::new(&longer)).collect();
    assert_snapshot!(tally.in_words(Language::En), @r#"
    1: lapsed, not valid -> in force, valid
    1: due for registration, valid -> in force, valid
    "#);
    assert_snapshot!(tally.in_words(Language::Zh), @r#"
    1: 逾期失效，无效 -> 有效期内，有效
    1: 应办理登记，有效 -> 有效期内，有效
    "#);
    assert_eq!(serde_json::to_value(&tally).unwrap()[0]["before"]["phase"], "lapsed");
}
