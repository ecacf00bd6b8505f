//! Cases far wilder than the samples, drawn from a seed: deep histories, days on the edges, figures and readings at random.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::{self, Day};
use crate::dice::Dice;
use crate::parts::{absences, application, bounded, entry, flag, near, readings, register, regulation};
use crate::questions::{certificate_on, walk};
use serde_json::{Value, json};

const EVENTS: [&str; 13] = [
    "approved",
    "deferral_requested",
    "deferral_granted",
    "deferral_refused",
    "extension_granted",
    "application_accepted",
    "registered",
    "refused",
    "cancelled",
    "cancellation_published",
    "appeal_filed",
    "appeal_decided",
    "appeal_decided",
];

/// A whole case.
pub(crate) fn case(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let mut case = json!({"id": format!("m-{seed}"), "history": [], "ledger": [], "ask": []});
    case["regulation"] = regulation(&mut dice);
    case["readings"] = readings(&mut dice);
    if dice.percent(40) {
        case["mode"] = json!("audit");
    }
    for (field, letter) in [("providers", "P"), ("agencies", "A")] {
        if dice.percent(if letter == "P" { 55 } else { 35 }) {
            case[field] = register(&mut dice, letter);
        }
    }
    let edges = history(&mut dice, &mut case);
    let extra = dice.below(8);
    for _ in 0..extra {
        let on = near(&mut dice, &edges);
        entry(&mut dice, &mut case, on);
    }
    questions(&mut dice, &mut case, &edges);
    case
}

/// The edges that every case shares.
fn common_days() -> Vec<Day> {
    [
        "2004-02-29",
        "2008-02-29",
        "2012-02-29",
        "2026-12-31",
        "2025-12-31",
        "2003-12-31",
        "2005-01-31",
        "2010-10-01",
        "2013-12-31",
    ]
    .iter()
    .map(|day| days::read(day))
    .collect()
}

/// The days that matter to a certificate.
fn edges_of(case: &Case, now: &Certificate) -> Vec<Day> {
    let mut edges = vec![now.opens(case), now.nominal, now.expiry, now.deadline()];
    edges.extend(&now.boundary);
    edges.extend(now.request.map(|(_, until)| until));
    edges.extend(now.extension.map(|(_, until)| until));
    edges.extend(now.extension.map(|(arose_on, _)| arose_on));
    edges.extend(now.lapsed);
    edges.extend(now.cancelled.iter().flat_map(|it| [Some(it.since), it.appealable_until, it.filed_on]).flatten());
    let deferral = days::plus_months(now.nominal, case.number("deferral_months"));
    edges.extend([deferral, days::plus_months(now.last_boundary(), case.number("extension_months"))]);
    edges
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

fn history(dice: &mut Dice, json: &mut Value) -> Vec<Day> {
    if dice.percent(2) {
        return common_days();
    }
    let mut edges = vec![dice.of(&common_days())];
    let first = first_day(dice);
    let name = if dice.percent(98) { "approved" } else { dice.of(&EVENTS) };
    let opening = event(dice, json, None, name, first);
    json["history"].as_array_mut().unwrap().push(opening);
    edges.extend([first, first]);
    let length = 1 + dice.below(16);
    let mut last = first;
    for _ in 0..length {
        let case = Case::read(json);
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
        let over = now.lapsed.is_some() || !now.subject || now.cancelled.as_ref().is_some_and(|it| it.upheld);
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
            let refused = walk(&Case::read(&tried), on.max(last), |_, _| {}).is_err();
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
    let case = Case::read(json);
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

/// What may well happen next, and when, and whether it is out of place.
fn next(dice: &mut Dice, case: &Case, now: &Certificate, last: Day, own: &[Day]) -> (&'static str, Day, bool) {
    let stray = dice.percent(if now.cancelled.is_some() { 20 } else { 4 });
    let name = if stray && now.cancelled.is_some() {
        dice.of(&EVENTS[8..11])
    } else if stray && now.extension.is_some() {
        "extension_granted"
    } else if stray && last > now.expiry {
        "deferral_requested"
    } else if stray {
        dice.of(&EVENTS)
    } else if let Some(it) = &now.cancelled {
        match (it.appealable_until, it.filed_on) {
            (None, _) => "cancellation_published",
            (_, None) => "appeal_filed",
            _ => "appeal_decided",
        }
    } else if now.application.is_some() {
        dice.of(&["registered", "registered", "registered", "registered", "refused", "extension_granted", "cancelled"])
    } else if now.request.is_some() {
        dice.of(&[
            "deferral_granted",
            "deferral_granted",
            "deferral_granted",
            "deferral_refused",
            "extension_granted",
            "cancelled",
        ])
    } else {
        let likely = ["application_accepted", "application_accepted", "application_accepted", "application_accepted"];
        let other = if now.extension.is_some() { "deferral_requested" } else { "extension_granted" };
        let rare = ["deferral_requested", "deferral_requested", other, other, "application_accepted", "cancelled"];
        if dice.percent(35) { dice.of(&likely) } else { dice.of(&rare) }
    };
    let (opens, deadline) = (now.opens(case), now.deadline());
    let mut on = match (name, dice.below(10)) {
        (_, 0) => last,
        (_, 1) => near(dice, own),
        ("application_accepted", 2..=5) if opens <= deadline => opens + dice.below(deadline - opens + 1),
        ("application_accepted", 6) => opens,
        ("application_accepted", 7) => deadline,
        ("deferral_requested", 2..=4) => now.expiry - dice.below(100),
        ("deferral_requested", 5..=7) => now.expiry,
        ("cancellation_published" | "appeal_filed" | "appeal_decided", 2..=6) => last + dice.below(30),
        (
            "registered" | "refused" | "deferral_granted" | "deferral_refused" | "extension_granted" | "cancelled",
            2..=5,
        ) => last + dice.below(60),
        (_, 6 | 7) => now.deadline() + dice.below(3),
        _ => near(dice, own),
    };
    if on < last && !dice.percent(3) {
        on = last + dice.below(40);
    }
    (name, bounded(on), stray)
}

/// An event with everything it says; `now` is what it happens to, where there is something.
fn event(dice: &mut Dice, json: &Value, now: Option<(&Case, &Certificate)>, name: &str, on: Day) -> Value {
    let mut event = json!({"event": name, "on": days::write(on)});
    let mut own = vec![on];
    if let Some((case, now)) = now {
        own.extend(edges_of(case, now));
    }
    match name {
        "deferral_requested" | "extension_granted" => {
            let (end, most) = now.map_or((on, on), |(case, now)| {
                let deferral = name == "deferral_requested";
                let months = case.number(if deferral { "deferral_months" } else { "extension_months" });
                let (end, from) =
                    if deferral { (now.deadline(), now.nominal) } else { (now.last_boundary(), now.last_boundary()) };
                (end, days::plus_months(from, months))
            });
            let until = match dice.below(10) {
                0 => near(dice, &own),
                1 => end + 1,
                2 => end,
                3 | 4 => most,
                5 => most + 1,
                _ => end + 1 + dice.below(most.saturating_sub(end).clamp(1, 800)),
            };
            event["until"] = json!(days::write(bounded(until)));
            let grounds = ["study_abroad", "work_abroad", "work_abroad", "sick_leave", "childbirth", "other"];
            event["ground"] = json!(dice.of(&grounds));
            if name == "extension_granted" {
                let arose = match (now, dice.below(10)) {
                    (_, 0) | (None, _) => near(dice, &own),
                    (Some((_, now)), 1..=4) => dice.of(&now.boundary),
                    (Some((_, now)), _) => now.boundary[0] + 1 + dice.below(on.saturating_sub(now.boundary[0]).max(1)),
                };
                event["arose_on"] = json!(days::write(bounded(arose)));
                flag(dice, &mut event, "written_application");
            }
            event["provincial_consent"] = json!(dice.percent(70));
            flag(dice, &mut event, "evidence");
            if dice.percent(85) {
                let arose_on = event["arose_on"].as_str().map(days::read);
                event["absences"] = absences(dice, now, &own, arose_on);
            }
        }
        "application_accepted" => {
            event["application"] = application(dice);
            if json["agencies"].is_array() && dice.percent(90) || dice.percent(20) {
                event["agency"] = json!(dice.of(&["A1", "A2", "A3"]));
            }
        }
        "cancelled" => {
            let grounds = ["incapacity", "criminal_penalty", "left_post", "left_post", "major_loss", "fraud", "fraud"];
            event["ground"] = json!(dice.of(&grounds));
            if event["ground"] == "left_post" {
                let years = now.map_or(2, |(case, _)| case.number("off_post_years").min(90));
                let away = days::plus_months(on, -12 * years);
                event["left_on"] = json!(days::write(bounded(away + 2 - dice.below(4) * dice.of(&[1, 1, 200]))));
            }
            flag(dice, &mut event, "verified_by_province");
        }
        "appeal_decided" => event["outcome"] = json!(if dice.percent(75) { "overturned" } else { "upheld" }),
        _ => {}
    }
    event
}

/// Enough study for the term, most of the time.
fn study(dice: &mut Dice, json: &mut Value, now: &Certificate) {
    let accepted_on = now.application.as_ref().map_or(now.nominal, |(day, _)| *day);
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

fn questions(dice: &mut Dice, case: &mut Value, edges: &[Day]) {
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
    case["ask"] = json!(ask);
}
