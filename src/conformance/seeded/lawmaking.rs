//! Laws of a case: figures, readings, lists.

use crate::calendar::date::{add_days, add_months, sub_days};
use crate::calendar::day::literal;
use crate::conformance::seeded::dice::Dice;
use crate::identity::body::{Listing, Register};
use crate::law::Law;
use crate::regulation::parameters::{Parameter, Parameters};
use crate::regulation::readings::{Reading, Readings};
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The first day on which a certificate of a case may be approved.
pub(super) const FIRST: NaiveDate = literal(2003, 11, 1);

/// A law: the notices, or some figures and readings of it turned; with a list of agencies and of institutions, or not.
pub(super) fn law(dice: &mut Dice) -> Law {
    let parameters = parameters(dice);
    let mut readings = Readings::default();
    let turned = dice.of(0, &[10, 20, 50]);
    for reading in Reading::ALL {
        if dice.percent(turned) {
            readings = readings.turned(reading);
        }
    }
    let law = Law::of_2004().with_readings(readings);
    // Figures that make no sense together are left as the notices have them.
    let mut law = law.clone().with_parameters(parameters).unwrap_or(law);
    if dice.percent(50) {
        law = law.with_agencies(register(dice, 'A'));
    }
    if dice.percent(50) {
        law = law.with_institutions(register(dice, 'P'));
    }
    law
}

fn parameters(dice: &mut Dice) -> Parameters {
    let mut parameters = Parameters::NOTICES;
    if dice.percent(50) {
        for parameter in Parameter::ALL {
            if dice.percent(15) {
                let notices = parameters.value(parameter);
                let value = dice.of(notices, &[0, 1, notices / 2, notices + 1, notices * 2]);
                parameters = parameters.with(parameter, value);
            }
        }
    }
    // A term of zero years is none; no window drawn is as long as a year.
    parameters.validity_years = parameters.validity_years.max(1);
    if dice.percent(8) {
        parameters.scope_from = add_days(literal(2003, 6, 1), dice.below(1_500));
    }
    if dice.percent(35) {
        parameters.repealed_on = Some(add_days(literal(2006, 1, 1), dice.below(5_000)));
    }
    parameters
}

/// Up to three bodies, each listed once or twice, some withdrawn.
fn register(dice: &mut Dice, letter: char) -> Register {
    let mut listings: Vec<Listing> = Vec::new();
    for number in 1..=3 {
        for _ in 0..dice.of(1, &[1, 1, 2, 0]) {
            let approved_on = add_days(literal(2003, 1, 1), dice.below(2_500));
            let withdrawn_on = dice.percent(35).then(|| add_days(approved_on, dice.below(3_000)));
            listings.extend(Listing::new(format!("{letter}{number}"), approved_on, withdrawn_on));
        }
    }
    listings.into_iter().collect()
}

/// A day at, just before or just after one of these, or anywhere within three years of the last.
pub(super) fn near(dice: &mut Dice, edges: &[NaiveDate]) -> NaiveDate {
    let last = edges.iter().copied().max().unwrap_or(FIRST);
    let edge = dice.of(last, edges);
    match dice.below(8) {
        0 => sub_days(edge, 1),
        1 => add_days(edge, 1),
        2 => add_days(last, dice.below(1_100)),
        3 => add_months(edge, dice.below(13)),
        _ => edge,
    }
}
