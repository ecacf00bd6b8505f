//! Events of random cases, with everything they say.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::{self, Day};
use crate::dice::Dice;
use crate::edges::edges_of;
use crate::parts::{absences, application, bounded, flag, near};
use serde_json::{Value, json};

/// An event with everything it says; `now` is what it happens to, where there is something.
pub(crate) fn event(dice: &mut Dice, json: &Value, now: Option<(&Case, &Certificate)>, name: &str, on: Day) -> Value {
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
        "application_filed" | "application_accepted" | "registered" => {
            if name == "application_accepted" || name == "registered" && dice.percent(35) {
                event["application"] = application(dice);
            }
            let filed = now.is_some_and(|(_, now)| now.application.is_some());
            let listed = json["agencies"].is_array() && dice.percent(if filed { 45 } else { 85 });
            if listed || dice.percent(20) {
                event["agency"] = json!(dice.of(&["A1", "A2", "A3"]));
            }
        }
        "cancelled" => {
            let grounds = ["incapacity", "criminal_penalty", "left_post", "left_post", "major_loss", "fraud", "fraud"];
            event["ground"] = json!(dice.of(&grounds));
            if event["ground"] == "left_post" {
                left_post(dice, &mut event, now, on);
            }
            flag(dice, &mut event, "verified_by_province");
        }
        "appeal_decided" => event["outcome"] = json!(if dice.percent(75) { "overturned" } else { "upheld" }),
        _ => {}
    }
    event
}

/// Since when the holder is off the post, and now and then until when: many of just the length that is asked.
fn left_post(dice: &mut Dice, event: &mut Value, now: Option<(&Case, &Certificate)>, on: Day) {
    let years = now.map_or(2, |(case, _)| case.number("off_post_years").min(90));
    let approved_on = now.map_or(on, |(_, now)| now.past.approved_on);
    let length = |from: Day| days::plus_months(from, 12 * years);
    let away = days::plus_months(on, -12 * years);
    let left_on = match dice.below(6) {
        0 => approved_on - dice.below(900),
        1 => approved_on + 1 - dice.below(3),
        _ => away + 2 - dice.below(4) * dice.of(&[1, 1, 200]),
    };
    let left_on = bounded(left_on);
    event["left_on"] = json!(days::write(left_on));
    if dice.percent(35) {
        let returned_on = match dice.below(6) {
            0 => on + 1 - dice.below(3),
            1 | 2 => length(left_on) + 1 - dice.below(3),
            3 | 4 => length(left_on.max(approved_on)) + 1 - dice.below(3),
            _ => left_on + dice.below(900),
        };
        event["returned_on"] = json!(days::write(bounded(returned_on.max(left_on))));
    }
}
