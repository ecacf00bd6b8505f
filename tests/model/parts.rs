//! What random cases are made of, apart from their course: figures, readings, registers, claims, entries.

use crate::book::{Case, PARAMETERS, READINGS, hours};
use crate::certificate::Certificate;
use crate::days::{self, Day};
use crate::dice::Dice;
use serde_json::{Value, json};

/// Figures within their bounds, from those of the notices to absurd ones.
pub(crate) fn regulation(dice: &mut Dice) -> Value {
    let mut regulation = json!({});
    let chance = dice.of(&[0, 15, 50, 90]);
    let validity = dice.of(&[1, 1, 2, 2, 3, 3, 4, 5, 7, 10, 40, 100]);
    let whole = if validity > 7 && !dice.percent(10) { 3 } else { validity };
    let months = [0, 1, 2, 6, 12, 13, 24, 10_000];
    for (name, default) in PARAMETERS {
        let value = match name {
            "validity_years" => whole,
            "window_months" => dice.of(&[0, 1, 2, 3, 6, 11, 12 * whole - 1]).min(12 * whole - 1),
            "cycle_hours" => dice.of(&[0, 0, 1, 40, 90, 120, 100_000]),
            "yearly_hours" => dice.of(&[0, 0, 1, 10, 30, 60, 100_000]),
            "deferral_months" | "extension_months" => dice.of(&months),
            "absence_days" => dice.of(&[0, 1, 30, 100, 183, 184, 364, 365, 366, 10_000]),
            "absence_months" => dice.of(&[0, 1, 3, 6, 11, 12, 13, 10_000]),
            "off_post_years" => dice.of(&[0, 1, 2, 3, 100, 10_000]),
            "review_working_days" => dice.of(&[0, 1, 5, 15, 22, 300]),
            "appeal_days" => dice.of(&[0, 1, 15, 30, 60, 365, 10_000]),
            _ => default,
        };
        if dice.percent(chance)
            || (name == "window_months" && regulation["validity_years"].as_i64().is_some_and(|years| years < 3))
        {
            regulation[name] = json!(value.min(match name {
                "window_months" => 12 * regulation["validity_years"].as_i64().unwrap_or(3) - 1,
                _ => i64::MAX,
            }));
        }
    }
    if dice.percent(15) {
        regulation["scope_from"] =
            json!(dice.of(&["1900-01-01", "2003-12-31", "2004-01-02", "2008-02-29", "2020-01-01"]));
    }
    regulation
}

/// Some readings turned, some said though they are the default.
pub(crate) fn readings(dice: &mut Dice) -> Value {
    let mut readings = json!({});
    let chance = dice.of(&[0, 10, 30, 50, 80]);
    for (name, values) in READINGS {
        let least = if name == "lapse_effect" || name == "lapsed_at_repeal" { 25 } else { 0 };
        if dice.percent(chance.max(least)) {
            readings[name] = json!(values[1]);
        } else if dice.percent(10) {
            readings[name] = json!(values[0]);
        }
    }
    readings
}

/// The day, or the nearest one that the wire can write.
pub(crate) fn bounded(day: Day) -> Day {
    day.clamp(days::read("1900-01-01"), days::read("2999-12-31"))
}

/// A day on, just before or just after one of the edges, or not far off.
pub(crate) fn near(dice: &mut Dice, edges: &[Day]) -> Day {
    let edge = dice.of(edges);
    bounded(match dice.below(12) {
        0..=3 => edge,
        4 | 5 => edge + 1,
        6 | 7 => edge - 1,
        8 => edge + dice.below(400),
        9 => edge - dice.below(400),
        10 => days::plus_months(edge, 1 + i64::try_from(dice.below(12)).unwrap()),
        _ => days::new_year(days::year(edge)) - dice.below(2),
    })
}

/// A flag that is mostly given and mostly true.
pub(crate) fn flag(dice: &mut Dice, event: &mut Value, name: &str) {
    if dice.percent(93) {
        event[name] = json!(dice.percent(92));
    }
}

/// Up to three absences, many of just the length that is asked, or a day less.
pub(crate) fn absences(
    dice: &mut Dice,
    now: Option<(&Case, &Certificate)>,
    own: &[Day],
    arose_on: Option<Day>,
) -> Value {
    let mut list = Vec::new();
    if let Some((case, now)) = now
        && dice.percent(25)
    {
        // Two absences that together are just long enough within 365 days, or within a day more.
        let days = usize::try_from(case.number("absence_days").clamp(1, 300)).unwrap() + 1;
        let first = now.boundary[0] + 1 + dice.below(300);
        let (one, last) = (1 + dice.below(days - 1), first + 364 + dice.below(2));
        for (from, to) in [(first, first + one - 1), (last + 1 + one - days, last)] {
            list.push(json!({"from": days::write(bounded(from)), "to": days::write(bounded(to))}));
        }
        return json!(list);
    }
    let count = dice.below(4);
    for place in 0..count {
        let from = match (arose_on, dice.below(5)) {
            (Some(day), _) if place == 0 && dice.percent(80) => day - dice.below(3),
            (_, 0 | 1) => near(dice, own),
            (_, 2) => days::new_year(days::year(near(dice, own))),
            _ => own[0] - dice.below(500),
        };
        let (least, months) =
            now.map_or((183, 6), |(case, _)| (case.number("absence_days"), case.number("absence_months")));
        let least = usize::try_from(least.min(500)).unwrap();
        let to = match dice.below(8) {
            0 => from,
            1 => from + dice.below(100),
            2 | 3 => from + least / (1 + dice.below(3)) + dice.below(2),
            4 | 5 => days::plus_months(from, months.min(40)) - dice.below(2),
            6 => from + dice.below(700),
            _ => days::new_year(days::year(from) + 1) - 1,
        };
        let from = bounded(from);
        list.push(json!({"from": days::write(from), "to": days::write(bounded(to.max(from)))}));
    }
    json!(list)
}

/// An application, mostly complete.
pub(crate) fn application(dice: &mut Dice) -> Value {
    let good = if dice.percent(80) { 100 } else { 75 };
    let mut application = json!({});
    for field in ["conduct_good", "no_criminal_record", "fit_for_post", "employer_assessment_passed", "fee_paid"] {
        application[field] = json!(dice.percent(good));
    }
    let mut documents: Vec<&str> = Vec::new();
    for document in ["education_proof", "certificate", "identity", "application_form"] {
        if dice.percent(good) {
            documents.push(document);
        }
    }
    application["documents"] = json!(documents);
    application
}

/// Puts an entry completed on `on` into the ledger.
pub(crate) fn entry(dice: &mut Dice, json: &mut Value, on: Day) {
    let tenths = dice.of(&[0, 1, 40, 99, 125, 200, 399, 400, 401, 600, 1000, 1800, 99_999]);
    let fields = ["software", "networks", "applications", "information_systems", "information_services", "other"];
    let mut entry = json!({
        "on": days::write(on), "hours": hours(tenths), "mode": dice.of(&["full_time", "part_time", "spare_time", "on_the_job"]),
        "field": dice.of(&fields), "kind": dice.of(&["knowledge", "technology", "standard", "regulation"]),
    });
    if dice.percent(80) {
        entry["provider"] = json!(dice.of(&["P1", "P2", "P3"]));
    }
    json["ledger"].as_array_mut().unwrap().push(entry);
}
