//! Labels of days that never cover one another.

use crate::picture::canvas::{Px, width};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A day with a label of two lines: the day, and what it is.
#[derive(Clone, Debug)]
pub(super) struct Flag {
    pub(super) day: NaiveDate,
    /// The day at whose beginning the pole stands.
    pub(super) at: NaiveDate,
    pub(super) words: String,
    /// What is to be said of it besides.
    pub(super) note: Option<String>,
    pub(super) class: &'static str,
}

pub(super) const LANE: Px = Px::whole(29);
const DAY_SIZE: i64 = 10;
const WORDS_SIZE: i64 = 12;
const FROM_POLE: Px = Px::whole(5);

impl Flag {
    /// How far it reaches to the right of its pole.
    pub(super) fn reach(&self) -> Px {
        width("2000-00-00", DAY_SIZE).max(width(&self.words, WORDS_SIZE)) + FROM_POLE
    }
}

/// The lane of each flag, counted from the bar; `poles` are where they stand, from left to right.
///
/// Every label lies to the right of its pole. A flag whose label reaches over another pole takes a lane above that
/// flag's, so that no pole crosses a label, and no two labels in a lane meet.
pub(super) fn lanes(poles: &[Px], flags: &[Flag]) -> Vec<i64> {
    let mut lanes: Vec<i64> = Vec::with_capacity(flags.len());
    // From the right: what a label may reach over has its lane already.
    for (index, (pole, flag)) in poles.iter().zip(flags).enumerate().rev() {
        let reached =
            poles.iter().skip(index + 1).rev().zip(&lanes).filter(|(other, _)| **other < *pole + flag.reach());
        let lane = reached.map(|(_, lane)| lane + 1).max().unwrap_or(0);
        lanes.push(lane);
    }
    lanes.reverse();
    lanes
}
