//! The strategies keep what they promise, however what they drew is shrunk.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use ruankao::education::Progress;
use ruankao::identity::CitizenNumber;
use ruankao::oversight::BodyHistory;
use ruankao::strategies as of;
use ruankao::strategies::Life;
use ruankao::{Act, Code, History, Law, Ledger, Mode, day};
use std::collections::BTreeSet;

/// Draws so many, shrinks each as far as it goes by both of its moves, and holds whatever it passes by.
fn hold<S: Strategy>(strategy: S, count: usize, mut promise: impl FnMut(S::Value)) {
    let mut runner = TestRunner::deterministic();
    for _ in 0..count {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        promise(tree.current());
        for step in 0.. {
            // Now and then what was taken away is needed again.
            let moved = if step % 5 == 4 { tree.complicate() } else { tree.simplify() };
            if !moved || step > 300 {
                break;
            }
            promise(tree.current());
        }
    }
}

#[test]
fn lawful_lives_stay_lawful() {
    let (mut acts, mut longest) = (BTreeSet::new(), 0);
    hold(of::lawful_lives(), 80, |life| {
        assert_eq!(life.open().refusal(), None);
        assert!(!life.days().is_empty());
        acts.extend(life.history.held(None).map(|(_, event)| event.act.name()));
        longest = longest.max(life.days().len());
    });
    assert!(acts.len() >= 12 && longest >= 8, "{acts:?} {longest}");
    hold(of::decided_lives(), 30, |life| {
        for mode in [Mode::Recorded, Mode::Audit] {
            assert_eq!(life.open_in(mode).refusal(), None);
        }
    });
}

/// A register stays the same in columns, and its first certificate lawful.
#[test]
fn registers_in_columns_stay_one_register() {
    let mut most = 0;
    hold(of::registers_in_columns(), 20, |of::RegisterInColumns { lives, rows }| {
        assert_eq!(lives[0].open().refusal(), None);
        assert!(lives.iter().all(|life| life.law == lives[0].law));
        assert_eq!(rows.ask(|batch| batch.len()), lives.len());
        most = most.max(lives.len());
    });
    assert!(most >= 4, "{most}");
}

/// The last event has the fault that was chosen, and nothing else is at fault.
#[test]
fn what_has_a_fault_keeps_it_and_has_no_other() {
    for code in of::FAULTS {
        let (mut drawn, mut kept) = (0, 0);
        hold(of::faulty_lives(code).unwrap(), 6, |faulty| {
            let file = faulty.life.open();
            let refusal = file.refusal().unwrap_or_else(|| panic!("{code}: {:?}", faulty.life));
            assert_eq!(refusal.event + 1, faulty.life.history.records().len(), "{code}: {refusal} {:?}", faulty.life);
            match refusal.fault.findings() {
                [] => assert_eq!(refusal.fault.code(), code, "{:?}", faulty.life),
                [one] => assert_eq!((refusal.fault.code(), one.code()), (Code::ConditionsNotMet, code)),
                several => panic!("{code}: {several:?}"),
            }
            // In an audit it is the only irregularity, or a refusal of the same.
            let audit = faulty.life.open_in(Mode::Audit);
            match audit.irregularities() {
                Ok(found) => assert_eq!(found.len(), 1, "{code}: {found:?}"),
                Err(refusal) => assert_eq!(refusal.fault.code(), code),
            }
            drawn += 1;
            kept += usize::from(faulty.code == code);
        });
        assert!(drawn > 6 && drawn == kept, "{code} never shrinks");
    }
    // All that can stand against an event of a certificate, or in the way of a registration.
    let listed: BTreeSet<Code> = of::FAULTS.into_iter().collect();
    let last = |code| Code::ALL.iter().position(|other| *other == code).unwrap();
    let events = Code::ALL.iter().take(last(Code::AppealTooLate) + 1).filter(|code| **code != Code::ConditionsNotMet);
    let conditions = Code::ALL.iter().take(last(Code::EducationYear) + 1).skip(last(Code::Conduct));
    assert_eq!(listed, events.chain(conditions).copied().collect());
    assert!(of::faulty_lives(Code::TitleTooLow).is_none());
}

/// Whatever comes in is answered: each question has an answer, or a refusal.
#[test]
fn hostile_lives_are_answered() {
    let mut refused = 0;
    hold(of::hostile_lives(), 60, |life| {
        for mode in Mode::ALL {
            let file = life.open_in(mode);
            refused += usize::from(file.refusal().is_some());
            let _ = (file.irregularities(), file.on(day!(2008, 3, 10)).map(|as_of| as_of.standing()));
        }
        let written = serde_json::to_string(&life.history).unwrap();
        assert_eq!(serde_json::from_str::<History>(&written).unwrap(), life.history);
    });
    assert!(refused > 60);
}

/// What becomes of a ledger at the end of the first cycle, if there is one.
fn progress(law: &Law, approved_on: chrono::NaiveDate, ledger: &Ledger) -> Option<Progress> {
    let history = History::from_iter([Act::Approved.on(approved_on)]);
    let file = law.open(&history, ledger);
    let end = file.on(approved_on).ok()?.education().ok()?.to;
    file.on(end).ok()?.education().ok()
}

/// Enough stays enough and short stays short, under any law; a tenth of an hour less than enough is short.
#[test]
fn ledgers_are_just_enough_or_just_short() {
    let mut runner = TestRunner::deterministic();
    let (mut asked, mut short) = (0, 0);
    for _ in 0..30 {
        let (law, approved_on) = (of::laws(), of::covered_days()).new_tree(&mut runner).unwrap().current();
        hold(of::sufficient_ledgers(&law, approved_on), 3, |ledger| {
            let Some(progress) = progress(&law, approved_on, &ledger) else {
                assert!(ledger.records().is_empty());
                return;
            };
            assert!(progress.is_complete() && progress.disregarded.is_empty(), "{progress:?}");
            let within_years: u64 = progress.years.iter().map(|year| year.required.tenths()).sum();
            assert_eq!(progress.hours.tenths(), within_years.max(progress.required.tenths()));
            asked += 1;
        });
        if let Some(ledgers) = of::short_ledgers(&law, approved_on) {
            hold(ledgers, 3, |ledger| {
                let progress = progress(&law, approved_on, &ledger).unwrap();
                let missing = progress.years.iter().map(|year| year.shortfall()).chain([progress.shortfall()]);
                let most = missing.map(|hours| hours.tenths()).max();
                assert_eq!(most, Some(1), "{progress:?}");
                short += 1;
            });
        }
    }
    assert!(asked > 250 && short > 250, "{asked} {short}");
    assert!(of::short_ledgers(&Law::of_2004(), day!(2003, 12, 31)).is_none());
}

#[test]
fn lawful_bodies_stay_lawful() {
    let mut phases = BTreeSet::new();
    let standing = |body: &BodyHistory, mode| body.standing(day!(2999, 12, 31), mode);
    hold(of::lawful_bodies(), 200, |body| {
        phases.insert(standing(&body, Mode::Strict).unwrap().phase().name());
    });
    assert!(phases.len() >= 7, "{phases:?}");
    let mut refused = 0;
    hold(of::bodies(), 100, |body| refused += usize::from(standing(&body, Mode::Strict).is_err()));
    assert!(refused > 50);
}

#[test]
fn identity_numbers_are_good_or_bad() {
    let mut lengths = BTreeSet::new();
    hold(of::identity_numbers(), 300, |number| {
        lengths.insert(number.len());
        assert!(CitizenNumber::parse(&number).is_ok());
    });
    assert_eq!(lengths, [15, 18].into());
    let mut failed = BTreeSet::new();
    hold(of::bad_identity_numbers(), 300, |(number, check)| {
        failed.insert(check);
        assert_eq!(CitizenNumber::parse(&number).unwrap_err().code(), check);
    });
    assert_eq!(failed.len(), 5);
}

#[test]
fn forms_are_good_or_bad() {
    hold(of::forms(), 100, |form| assert!(form.read().is_ok(), "{:?}", form.read()));
    let mut fields = BTreeSet::new();
    hold(of::bad_forms(), 200, |(form, field)| {
        fields.insert(field);
        let defects = form.read().unwrap_err();
        assert!(defects.iter().all(|defect| defect.field == field), "{defects:?}");
    });
    assert!(fields.len() >= 10, "{fields:?}");
}

/// On the days on which something turns, the standing often is another than on the day before; on days at random, seldom.
#[test]
fn something_turns_on_the_days_at_the_edges() {
    let mut runner = TestRunner::deterministic();
    let (mut turns, mut seldom) = (0, 0);
    for _ in 0..120 {
        let life: Life = of::lawful_lives().new_tree(&mut runner).unwrap().current();
        let edge = of::edge_days(&life).new_tree(&mut runner).unwrap().current();
        let any = of::days_within(day!(2004, 1, 1), day!(2024, 12, 31)).new_tree(&mut runner).unwrap().current();
        let turned = |day: chrono::NaiveDate| {
            let outline = |day| life.open().on(day).map(|as_of| as_of.standing().outline());
            usize::from(outline(day) != outline(day.pred_opt().unwrap()))
        };
        turns += turned(edge);
        seldom += turned(any);
    }
    assert!(turns > 25 && turns > seldom * 5, "{turns} {seldom}");
}

/// 48.4: the end of an education year is a day on which something turns, with the days beside it.
#[test]
fn the_ends_of_education_years_are_edges() {
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let life = Life { law: Law::of_2004(), history, ledger: Ledger::default() };
    let mut runner = TestRunner::deterministic();
    let drawn: BTreeSet<_> = (0..300).map(|_| of::edge_days(&life).new_tree(&mut runner).unwrap().current()).collect();
    for edge in [day!(2006, 3, 10), day!(2007, 3, 10)] {
        assert!([edge.pred_opt().unwrap(), edge, edge.succ_opt().unwrap()].iter().all(|day| drawn.contains(day)));
    }
}
