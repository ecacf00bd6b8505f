//! Two views of one machine: typed moves and recorded events.

use crate::walk::{moved, walked};
use crate::{cases, same};
use proptest::prelude::*;
use ruankao::History;
use ruankao::strategies::{decided_lives, lawful_lives, lives};

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_typed_walk_is_the_untyped_one(life in prop_oneof![2 => lives().boxed(), 1 => decided_lives().boxed()]) {
        let [typed, untyped] = walked(&life.law, &life.history, &life.ledger);
        same(&typed, &untyped);
        let (history, ledger) = typed.close();
        same(&life.law.open(history, ledger), &untyped);
    }

    #[test]
    fn a_lawful_life_can_be_walked(life in lawful_lives()) {
        let mut file = life.law.open(History::default(), &life.ledger);
        for (_, event) in life.history.held(None) {
            prop_assert_eq!(moved(&mut file, event), Some(Ok(())));
        }
        let held: History = life.history.held(None).map(|(_, event)| event.clone()).collect();
        same(&file, &life.law.open(held, &life.ledger));
    }
}
