//! Before the approval, and outside the regime: what explanations say of a certificate that has no term.

use crate::{approved, facts, opened};
use ruankao::regulation::{DecidedPoint, Parameters};
use ruankao::words::Message;
use ruankao::{Act, History, Language, Law, Ledger, day};

#[test]
fn before_the_approval_there_is_none() {
    let file = opened(approved());
    let eve = file.on(day!(2005, 3, 9)).unwrap().explain();
    assert!(facts(&eve).contains(&Message::NoApprovalYet));
    let day = file.on(day!(2005, 3, 10)).unwrap().explain();
    assert!(!facts(&day).contains(&Message::NoApprovalYet));
}

/// 47.0: the regime begins with a day, and ends with its repeal.
#[test]
fn approved_before_the_regime_or_after_it() {
    let before = History::from_iter([Act::Approved.on(day!(2003, 12, 31))]);
    let file = Law::of_2004().open(before, Ledger::default());
    let explanation = file.on(day!(2008, 1, 1)).unwrap().explain();
    assert!(facts(&explanation).contains(&Message::ApprovedEarlier));
    let words = explanation.in_words(Language::En).to_string();
    assert!(words.contains("2003-12-31") && words.contains("(47.0)"), "{words}");
    assert!(!explanation.points().contains(&DecidedPoint::AFTER_REPEAL));

    let repealed = Parameters { repealed_on: Some(day!(2019, 7, 1)), ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(repealed).unwrap();
    let after = History::from_iter([Act::Approved.on(day!(2019, 7, 1))]);
    let file = law.open(after, Ledger::default());
    let explanation = file.on(day!(2020, 1, 1)).unwrap().explain();
    assert!(facts(&explanation).contains(&Message::ApprovedAfterRepeal));
    assert!(explanation.points().contains(&DecidedPoint::AFTER_REPEAL));
}

/// What is said of the window hangs on whether it is open.
#[test]
fn the_window_opens_and_is_open() {
    let file = opened(approved());
    let on = |day| facts(&file.on(day).unwrap().explain());
    let (before, first) = (on(day!(2007, 12, 9)), on(day!(2007, 12, 10)));
    assert!(before.contains(&Message::WindowOpens) && !before.contains(&Message::WindowOpened));
    assert!(first.contains(&Message::WindowOpened) && !first.contains(&Message::WindowOpens));
}
