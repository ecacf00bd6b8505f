//! The cases of a seed.

use crate::conformance::case::Case;
use crate::conformance::kit::answering::Stance;
use crate::conformance::seeded::asking::questions;
use crate::conformance::seeded::dice::Dice;
use crate::conformance::seeded::lawmaking::law;
use crate::conformance::seeded::living::history;
use crate::conformance::seeded::training::{body, ledger};
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use alloc::format;

/// The cases of a seed, without end: case `n` of a seed is the same on every machine, whatever was drawn before it.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::seeded_cases;
///
/// let ids: Vec<String> = seeded_cases(7).take(2).map(|case| case.id).collect();
/// assert_eq!(ids, ["7-0", "7-1"]);
/// let written = |seed| serde_json::to_string(&seeded_cases(seed).nth(3).unwrap()).unwrap();
/// assert_eq!(written(7), written(7));
/// assert_ne!(written(7), written(8));
/// ```
pub fn seeded_cases(seed: u64) -> impl Iterator<Item = Case> {
    seeded_cases_for(seed, &Stance::any())
}

/// The cases of a seed for a system that stands for one law or one way of reading: what is drawn suits it.
pub fn seeded_cases_for(seed: u64, stance: &Stance) -> impl Iterator<Item = Case> + use<> {
    let (law, mode) = (stance.law.clone(), stance.mode);
    (0..).map(move |number| seeded_case(seed, number, law.clone(), mode))
}

fn seeded_case(seed: u64, number: u64, one_law: Option<Law>, one_mode: Option<Mode>) -> Case {
    // Cases of one seed start far apart.
    let mut dice = Dice::new(Dice::new(seed).draw() ^ Dice::new(!number).draw());
    let drawn = law(&mut dice);
    let law = one_law.unwrap_or(drawn);
    let drawn = dice.of(Mode::Strict, &[Mode::Audit, Mode::Recorded]);
    let mode = one_mode.unwrap_or(drawn);
    let (history, mut edges) = history(&mut dice, &law);
    let first = edges.iter().copied().min().unwrap_or(super::lawmaking::FIRST);
    let ledger = ledger(&mut dice, &law, first, &mut edges);
    let accreditation = dice.percent(30).then(|| body(&mut dice));
    let ask = questions(&mut dice, &edges);
    Case { id: format!("{seed}-{number}"), law, mode, history, ledger, accreditation, ask }
}
