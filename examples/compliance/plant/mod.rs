//! A register of a seed, with irregularities planted in it: made by hand, without the crate, so that the crate can be held
//! against it.
//!
//! What is planted stands under the law of `examples/data/audited.law.json`.

mod acts;
mod dice;
mod impossible;
mod life;
mod lives;
mod unlawful;

use dice::Dice;
use life::Life;
use serde_json::Value;

/// A certificate of the register, and what was planted in it.
pub struct Certificate {
    /// Its line.
    pub line: Value,
    /// What is irregular, in the order of its events.
    pub planted: Vec<Value>,
}

/// A life that is told, of whatever kind.
type Telling = fn(&mut Life, &mut Dice);

/// What can be planted: each kind comes as often as every other.
fn kinds() -> impl Iterator<Item = Telling> + Clone {
    unlawful::KINDS.iter().chain(impossible::KINDS).copied()
}

/// So many certificates of a seed, something planted in one of so many.
pub fn plant(seed: u64, count: u64, one_in: u64) -> impl Iterator<Item = Certificate> {
    let mut planting = kinds().cycle();
    (0..count).filter_map(move |number| {
        let mut dice = Dice::new(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut life = Life::new(number, &mut dice);
        let tell = match number % one_in {
            0 => planting.next()?,
            _ => *dice.of(lives::KINDS)?,
        };
        tell(&mut life, &mut dice);
        Some(life.close())
    })
}
