//! The frozen cases: lines of the wire format, written as text.
//!
//! Nothing here may change, and nothing here asks the crate for anything: the cases of a digest are the same for every
//! version, or two digests could not be compared. A new question or a new reading is asked about by a further set.

use crate::asking::questions;
use crate::days::{day, written};
use crate::dice::Dice;
use crate::life::Life;
use std::fmt::Write as _;

/// The readings, in the order of the rule book, each with its other side.
const READINGS: [(&str, &str); 20] = [
    ("expiry_day", "day_before"),
    ("term_start", "previous_expiry"),
    ("education_year", "calendar"),
    ("first_registration", "education_exempt"),
    ("late_hours", "counted"),
    ("extension_effect", "later_years_move"),
    ("deferred_validity", "not_in_force"),
    ("pending_at_expiry", "lapses"),
    ("appeal_effect", "suspends"),
    ("term_last_day", "next_working_day"),
    ("appeal_last_day", "as_is"),
    ("absence_year", "rolling"),
    ("absence_measure", "months"),
    ("restored_term", "tolled"),
    ("in_time", "acceptance"),
    ("conditions_on", "acceptance"),
    ("lapse_effect", "may_return"),
    ("fraud_scope", "any_request"),
    ("off_post_from", "any_time"),
    ("lapsed_at_repeal", "revived"),
];

/// The figures other than the term's, with some that each may be.
const FIGURES: [(&str, [i64; 4]); 11] = [
    ("window_months", [0, 1, 6, 11]),
    ("cycle_hours", [0, 60, 120, 200]),
    ("yearly_hours", [0, 10, 30, 60]),
    ("deferral_months", [0, 3, 6, 24]),
    ("extension_months", [0, 3, 6, 24]),
    ("absence_days", [0, 30, 100, 300]),
    ("absence_months", [0, 1, 3, 9]),
    ("off_post_years", [0, 1, 3, 5]),
    ("review_working_days", [0, 5, 10, 30]),
    ("appeal_days", [0, 15, 45, 60]),
    ("record_retention_years", [0, 1, 2, 5]),
];

/// Names and values as the fields of an object.
fn fields(pairs: &[(&str, String)]) -> String {
    pairs.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect::<Vec<_>>().join(",")
}

/// Rows of a register, each approved and perhaps withdrawn.
fn register(dice: &mut Dice, names: [&str; 3], from: i64) -> String {
    let mut rows = Vec::new();
    for name in names {
        if dice.percent(15) {
            continue;
        }
        let approved_on = from + dice.of(&[-2000, -400, -1, 0, 1, 300, 900]);
        let mut row = format!("{{\"id\":\"{name}\",\"approved_on\":\"{}\"", written(approved_on));
        if dice.percent(30) {
            let days = dice.within(0, 3000);
            write!(row, ",\"withdrawn_on\":\"{}\"", written(approved_on + days)).unwrap();
        }
        rows.push(row + "}");
    }
    rows.join(",")
}

/// Case `number`, as a line without its end.
pub(crate) fn case(number: u64) -> String {
    let mut dice = Dice::of_case(number);
    let approved_on = match dice.below(10) {
        0 => day(2004, 1, 1) + dice.within(-1, 1),
        1 => dice.of(&[day(2004, 2, 29), day(2008, 2, 29), day(2005, 8, 31), day(2005, 12, 31), day(2006, 1, 1)]),
        2 => day(2016, 1, 1) + dice.below(900),
        _ => day(2004, 1, 2) + dice.below(2900),
    };
    let mut figures: Vec<(&str, String)> = Vec::new();
    let term = if dice.percent(20) { dice.of(&[1, 2, 4, 5]) } else { 3 };
    if term != 3 {
        figures.push(("validity_years", term.to_string()));
    }
    let chance = dice.of(&[0, 0, 0, 10, 40]);
    for (name, values) in FIGURES {
        if dice.percent(chance) {
            figures.push((name, dice.of(&values).to_string()));
        }
    }
    let repealed_on = approved_on + dice.of(&[0, 1, 300, 365 * term]) + dice.within(-40, 500);
    let repealed_on = dice.percent(20).then_some(repealed_on.max(day(2004, 1, 2)));
    figures.extend(repealed_on.map(|on| ("repealed_on", format!("\"{}\"", written(on)))));
    let mut readings: Vec<(&str, String)> = Vec::new();
    let chance = dice.of(&[0, 0, 5, 20, 50]);
    for (name, other) in READINGS {
        if dice.percent(chance) {
            readings.push((name, format!("\"{other}\"")));
        }
    }
    let mode = dice.of(&["strict", "audit", "recorded"]);
    let listed = dice.percent(30);
    let mut life = Life::begin(approved_on, term, listed, repealed_on);
    life.live(&mut dice);
    let mut line = format!("{{\"id\":\"{number}\"");
    for (name, pairs) in [("regulation", &figures), ("readings", &readings)] {
        if !pairs.is_empty() {
            write!(line, ",\"{name}\":{{{}}}", fields(pairs)).unwrap();
        }
    }
    write!(line, ",\"mode\":\"{mode}\",\"history\":[{}],\"ledger\":[{}]", life.events.join(","), life.study(&mut dice))
        .unwrap();
    if listed {
        write!(line, ",\"agencies\":[{}]", register(&mut dice, ["A1", "A2", "A3"], approved_on)).unwrap();
    }
    if dice.percent(30) {
        write!(line, ",\"providers\":[{}]", register(&mut dice, ["P1", "P2", "P3"], approved_on)).unwrap();
    }
    let (more, ask) = questions(&mut dice, &life.edges, approved_on);
    write!(line, "{more},\"ask\":[{ask}]}}").unwrap();
    line
}
