//! Cases far wilder than the samples, drawn from a seed: deep histories, days on the edges, figures and readings at random.

use crate::book::{Case, READINGS};
use crate::certificate::Certificate;
use crate::course::{EVENTS, next};
use crate::days::{self, Day};
use crate::dice::Dice;
use crate::edges::{common_days, edges_of};
use crate::events::event;
use crate::parts::{application, bounded, entry, near, readings, regulation};
use crate::questions::{certificate_on, walk};
use crate::records::{agencies_withdrawn, later_or_struck, register};
use crate::scenes::scene;
use serde_json::{Value, json};

/// A whole case.
pub(crate) fn case(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let mut case = json!({"id": format!("m-{seed}"), "edition": 2, "history": [], "ledger": [], "ask": []});
    if dice.percent(20) {
        case.as_object_mut().unwrap().remove("edition");
    }
    case["regulation"] = regulation(&mut dice);
    case["readings"] = readings(&mut dice);
    match dice.below(20) {
        0..=7 => case["mode"] = json!("audit"),
        8..=10 => case["mode"] = json!("recorded"),
        11 => case["mode"] = json!("strict"),
        _ => {}
    }
    for (field, letter) in [("providers", "P"), ("agencies", "A")] {
        if dice.percent(if letter == "P" { 55 } else { 40 }) {
            case[field] = register(&mut dice, letter);
        }
    }
    let repealed = dice.percent(35);
    if repealed {
        // What the repeal turns on.
        for (reading, chance) in
            [("restored_term", 45), ("lapsed_at_repeal", 45), ("appeal_effect", 40), ("term_last_day", 35)]
        {
            let (_, values) = READINGS.iter().find(|(known, _)| *known == reading).unwrap();
            if dice.percent(chance) {
                case["readings"][reading] = json!(values[1]);
            }
        }
    }
    let edges = history(&mut dice, &mut case, repealed);
    let extra = dice.below(8);
    for _ in 0..extra {
        let on = near(&mut dice, &edges);
        entry(&mut dice, &mut case, on);
    }
    if dice.percent(40) {
        agencies_withdrawn(&mut dice, &mut case);
    }
    let known = if dice.percent(35) { later_or_struck(&mut dice, &mut case, &edges) } else { Vec::new() };
    questions(&mut dice, &mut case, &edges, &known);
    case
}

fn first_day(dice: &mut Dice) -> Day {
    match dice.below(20) {
        0 => dice
            .of(&["1900-01-01", "2999-12-31", "2996-02-29", "2026-12-31", "2003-12-31", "2004-01-01"].map(days::read)),
        1 => dice.of(&common_days()) - dice.below(1200),
        2..=5 => days::plus_months(days::read("2004-01-31"), i64::try_from(dice.below(200)).unwrap()),
        6 => days::read("2022-06-01") + dice.below(1600),
        7 | 8 => dice.of(&["2004-02-29", "2008-02-29", "2012-02-29", "2005-03-01", "2007-02-28"].map(days::read)),
        _ => days::read("2004-01-01") + dice.below(5500),
    }
}

fn history(dice: &mut Dice, json: &mut Value, repealed: bool) -> Vec<Day> {
    if dice.percent(2) {
        return common_days();
    }
    let mut edges = vec![dice.of(&common_days())];
    let first = first_day(dice);
    let name = if dice.percent(98) { "approved" } else { dice.of(&EVENTS) };
    let opening = event(dice, json, None, name, first);
    json["history"].as_array_mut().unwrap().push(opening);
    edges.extend([first, first]);
    if dice.percent(3) {
        let repeal = (first + 1 - dice.below(3)).max(Case::read(json, None).scope_from() + 1);
        json["regulation"]["repealed_on"] = json!(days::write(bounded(repeal)));
    }
    if dice.percent(25) {
        edges.extend(scene(dice, json, first));
        return edges;
    }
    let length = 1 + dice.below(16);
    let mut last = first;
    let repeal_at = if repealed { dice.below(4) } else { usize::MAX };
    for step in 0..length {
        if step >= repeal_at && json["regulation"]["repealed_on"].is_null() {
            repeal(dice, json, last);
        }
        let case = Case::read(json, None);
        let now = match certificate_on(&case, last) {
            Ok(Some(now)) => now,
            // A refusal: look behind it now and then.
            _ if dice.percent(70) => break,
            _ => {
                let on = near(dice, &edges);
                let name = dice.of(&EVENTS);
                let more = event(dice, json, None, name, on);
                json["history"].as_array_mut().unwrap().push(more);
                break;
            }
        };
        let own = edges_of(&case, &now);
        edges.extend(&own);
        let lost = now.lapsed.is_some() && case.reads("lapse_effect", "for_good");
        let over = lost || now.released || !now.subject || now.cancelled.as_ref().is_some_and(|it| it.upheld);
        if over && dice.percent(75) {
            break;
        }
        let mut settled = None;
        for attempt in 0..8 {
            let (name, on, stray) = next(dice, &case, &now, last, &own);
            let mut tried = json.clone();
            if name == "registered" && dice.percent(75) {
                study(dice, &mut tried, &now);
            }
            let next = event(dice, &tried, Some((&case, &now)), name, on);
            tried["history"].as_array_mut().unwrap().push(next);
            let refused = walk(&Case::read(&tried, None), on.max(last), |_, _| {}).is_err();
            if !refused || attempt == 7 || dice.percent(if stray { 60 } else { 5 }) {
                settled = Some((tried, on));
                break;
            }
        }
        if let Some((tried, on)) = settled {
            *json = tried;
            last = on;
            edges.push(on);
        }
    }
    let case = Case::read(json, None);
    if let Ok(Some(now)) = certificate_on(&case, last) {
        // What the last term comes to is asked most.
        let own = edges_of(&case, &now);
        for _ in 0..3 {
            edges.extend(&own);
        }
        for _ in 0..dice.below(4) {
            let on = near(dice, &own);
            entry(dice, json, on);
        }
        if let Some((_, until)) = now.extension {
            let after = now.last_boundary() + 1;
            let on = after + dice.below(until - after + 1);
            entry(dice, json, bounded(on));
            edges.extend([on, until, until + 1, until]);
        }
    }
    edges
}

/// Names a day of repeal, at or near what is going on.
fn repeal(dice: &mut Dice, json: &mut Value, last: Day) {
    let case = Case::read(json, None);
    let Ok(Some(now)) = certificate_on(&case, last) else { return };
    let on = match dice.below(12) {
        0 => near(dice, &edges_of(&case, &now)),
        1..=4 => now.deadline() + dice.below(4),
        5 => now.deadline() + 2 + dice.below(300),
        6 => now.nominal + dice.below(3),
        7 => last + dice.below(2),
        8 => now.opens(&case),
        _ => last + 1 + dice.below(60),
    };
    let on = if on <= last && !dice.percent(10) { last + 1 + dice.below(20) } else { on };
    json["regulation"]["repealed_on"] = json!(days::write(bounded(on.max(case.scope_from() + 1))));
}

/// Enough study for the term, most of the time.
fn study(dice: &mut Dice, json: &mut Value, now: &Certificate) {
    let accepted_on = now.accepted().map_or(now.nominal, |(day, _)| *day);
    let mut from = now.boundary[0];
    for to in now.boundary.iter().skip(1).take(10) {
        let last = (*to).min(accepted_on).max(from + 1);
        let on = if dice.percent(30) { last } else { from + 1 + dice.below(last - from) };
        entry(dice, json, bounded(on));
        let hours = dice.of(&[25, 40, 60, 60, 90, 180]);
        if dice.percent(80) {
            let entry = json["ledger"].as_array_mut().unwrap().last_mut().unwrap();
            entry["mode"] = json!("on_the_job");
            entry["hours"] = json!(hours);
        }
        from = *to;
    }
    let after = now.last_boundary() + 1;
    if accepted_on > after && dice.percent(60) {
        let on = after + dice.below(accepted_on - after + 1);
        entry(dice, json, bounded(on));
    }
}

/// The questions; `known` are days on which the register came to know of something, or lost it.
fn questions(dice: &mut Dice, case: &mut Value, edges: &[Day], known: &[Day]) {
    let count = 6 + dice.below(8);
    let mut ask = vec![json!({"query": "irregularities"})];
    for _ in 0..count {
        let on = days::write(near(dice, edges));
        ask.push(match dice.below(16) {
            0..=3 => json!({"query": "standing", "on": on}),
            4 => json!({"query": "timeline", "until": on}),
            5..=6 => json!({"query": "outlook", "on": on}),
            7..=9 => json!({"query": "education", "on": on}),
            10..=12 => json!({"query": "assessment", "on": on, "application": application(dice)}),
            13 | 14 => json!({"query": "sensitivity", "on": on}),
            _ => json!({"query": "review_by", "accepted_on": on}),
        });
    }
    for question in &mut ask {
        if question["query"] != "review_by" && dice.percent(if known.is_empty() { 4 } else { 55 }) {
            let days = if known.is_empty() { edges } else { known };
            question["known_on"] = json!(days::write(near(dice, days)));
        }
    }
    case["ask"] = json!(ask);
}
