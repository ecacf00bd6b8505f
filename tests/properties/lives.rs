//! That the lives get everywhere, and stay what they are when they are shrunk.

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use ruankao::calendar::add_days;
use ruankao::lifecycle::{ActName, Certificate, PhaseName};
use ruankao::strategies::{Life, decided_lives, lawful_lives};
use ruankao::{Act, Code, Mode};
use std::collections::BTreeSet;

fn drawn(lives: impl Strategy<Value = Life>, many: usize) -> impl Iterator<Item = Life> {
    let mut runner = TestRunner::deterministic();
    (0..many).map(move |_| lives.new_tree(&mut runner).unwrap().current())
}

#[test]
fn lawful_lives_get_everywhere() {
    let (mut acts, mut phases, mut more) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for life in drawn(lawful_lives(), 1_500) {
        let file = life.open();
        for (_, event) in life.history.held(None) {
            acts.insert(event.act.name());
            for days in [0, 400, 1_200] {
                let day = add_days(event.on, days);
                phases.insert(file.on(day).unwrap().standing().phase.name());
            }
            if let Certificate::UnderReview(state) = file.on(event.on).unwrap().certificate()
                && state.lapsed_since().is_some()
            {
                more.insert("an application after a lapse");
            }
            if let Act::Registered(registration) = &event.act {
                more.extend(registration.application.map(|_| "particulars renewed"));
                more.extend(life.law.agencies().map(|_| "registered by an agency that is listed"));
            }
        }
        for record in life.history.records() {
            more.extend((record.what().on < record.recorded()).then_some("recorded late"));
            more.extend(record.struck().map(|_| "struck"));
        }
    }
    assert!(ActName::ALL.iter().all(|act| acts.contains(act)), "{acts:?}");
    phases.insert(PhaseName::NotApproved);
    assert!(PhaseName::ALL.iter().all(|phase| phases.contains(phase)), "{phases:?}");
    assert_eq!(more.len(), 5, "{more:?}");
}

#[test]
fn decided_lives_lack_what_they_may_lack() {
    let mut codes = BTreeSet::new();
    for life in drawn(decided_lives(), 500) {
        codes.extend(life.open_in(Mode::Audit).irregularities().unwrap().iter().map(|found| found.fault.code()));
    }
    for code in [Code::NotPublished, Code::ConditionsNotMet, Code::AgencyMissing, Code::BeforeWindow] {
        assert!(codes.contains(&code), "{codes:?}");
    }
}

#[test]
fn what_is_lawful_is_shrunk_to_what_is_lawful() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..40 {
        let mut tree = lawful_lives().new_tree(&mut runner).unwrap();
        let mut simpler = true;
        for step in 0..200 {
            assert!(tree.current().open().refusal().is_none());
            // As a test that fails now and then would have it.
            simpler = if step % 3 == 2 || !simpler { tree.complicate() } else { tree.simplify() };
        }
    }
}
