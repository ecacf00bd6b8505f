//! An institution applies with its conditions (48.8); it is not proposed.

use chrono::NaiveDate;
use ruankao::oversight::{Act, Declined, Institution};

fn propose_a_state(institution: Declined<Institution>, on: NaiveDate) {
    let _ = institution.propose(on);
}

fn propose_by_an_act() -> Act<Institution> {
    Act::<Institution>::PROPOSED
}

fn main() {}
