//! What registers hold of a random case: who may act and until when, records made late, records struck.

use crate::course::EVENTS;
use crate::days::{self, Day};
use crate::dice::Dice;
use crate::events::event;
use crate::parts::{bounded, near};
use serde_json::{Value, json};

/// A list of up to three bodies, some withdrawn.
pub(crate) fn register(dice: &mut Dice, letter: &str) -> Value {
    let mut list = Vec::new();
    for number in 1..=3 {
        if dice.percent(70) {
            let approved_on = days::read("2002-01-01") + dice.below(3000);
            let mut body = json!({"id": format!("{letter}{number}"), "approved_on": days::write(approved_on)});
            if dice.percent(35) {
                body["withdrawn_on"] = json!(days::write(approved_on + dice.below(4000)));
            }
            list.push(body);
        }
    }
    json!(list)
}

/// Approves or withdraws agencies on, just before or just after the days on which they act.
pub(crate) fn agencies_withdrawn(dice: &mut Dice, case: &mut Value) {
    let acts = ["application_filed", "application_accepted", "registered"];
    let history = case["history"].as_array().unwrap();
    let days: Vec<Day> = history
        .iter()
        .filter(|event| acts.contains(&event["event"].as_str().unwrap()))
        .map(|event| days::read(event["on"].as_str().unwrap()))
        .collect();
    let Some(list) = case["agencies"].as_array_mut().filter(|_| !days.is_empty()) else { return };
    for body in list.iter_mut() {
        if dice.percent(60) {
            let approved_on = days::read(body["approved_on"].as_str().unwrap());
            let on = dice.of(&days) + 1 - dice.below(3);
            if dice.percent(20) {
                body["approved_on"] = json!(days::write(bounded(on)));
                body.as_object_mut().unwrap().remove("withdrawn_on");
            } else if on >= approved_on {
                body["withdrawn_on"] = json!(days::write(bounded(on)));
            }
        }
    }
    if dice.percent(30) {
        // Approved again, later.
        let on = bounded(dice.of(&days) + 1 - dice.below(3));
        list.push(json!({"id": dice.of(&["A1", "A2"]), "approved_on": days::write(on)}));
    }
}

/// Makes some records late, strikes some, puts struck ones in between; returns the days on which the register changed.
pub(crate) fn later_or_struck(dice: &mut Dice, case: &mut Value, edges: &[Day]) -> Vec<Day> {
    let mut known = Vec::new();
    for _ in 0..dice.below(3) {
        let place = dice.below(case["history"].as_array().unwrap().len() + 1);
        let on = near(dice, edges);
        let name = dice.of(&EVENTS);
        let mut wrong = if place > 0 && dice.percent(50) {
            case["history"][place - 1].clone()
        } else {
            event(dice, case, None, name, on)
        };
        strike(dice, &mut wrong, &mut known, edges);
        case["history"].as_array_mut().unwrap().insert(place, wrong);
    }
    let late = dice.of(&[0, 15, 40]);
    for (list, struck) in [("history", 4), ("ledger", 20)] {
        for record in case[list].as_array_mut().unwrap() {
            if !record["struck_on"].is_null() {
                continue;
            }
            if dice.percent(struck) {
                strike(dice, record, &mut known, edges);
            } else if dice.percent(late) {
                recorded(dice, record, &mut known, edges);
            }
        }
    }
    known
}

/// Records it on its own day or, most of the time, later.
fn recorded(dice: &mut Dice, record: &mut Value, known: &mut Vec<Day>, edges: &[Day]) -> Day {
    let on = days::read(record["on"].as_str().unwrap());
    let recorded_on = match dice.below(5) {
        0 => on,
        1 => on + 1 + dice.below(500),
        2 => near(dice, edges).max(on),
        _ => on + 1 + dice.below(30),
    };
    let recorded_on = bounded(recorded_on);
    // A copy of another record brings that one's days along.
    for day in ["recorded_on", "struck_on"] {
        record.as_object_mut().unwrap().remove(day);
    }
    if recorded_on > on || dice.percent(50) {
        record["recorded_on"] = json!(days::write(recorded_on));
    }
    known.push(recorded_on);
    recorded_on
}

/// Records it, and strikes it on that day or later.
fn strike(dice: &mut Dice, record: &mut Value, known: &mut Vec<Day>, edges: &[Day]) {
    let recorded_on = recorded(dice, record, known, edges);
    let struck_on = match dice.below(4) {
        0 => recorded_on,
        1 => near(dice, edges).max(recorded_on),
        _ => recorded_on + dice.below(200),
    };
    let struck_on = bounded(struck_on);
    record["struck_on"] = json!(days::write(struck_on));
    known.push(struck_on);
}
