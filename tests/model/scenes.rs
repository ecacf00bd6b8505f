//! Histories that are aimed at one edge of the rules, where chance alone seldom comes.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::{self, Day};
use crate::dice::Dice;
use crate::edges::edges_of;
use crate::events::event;
use crate::parts::bounded;
use crate::questions::certificate_on;
use serde_json::{Value, json};

/// A history being written.
struct Scene<'a> {
    dice: &'a mut Dice,
    json: &'a mut Value,
    last: Day,
}

/// Writes a scene after the approval, and returns its edges, or nothing where the approval itself has no term.
pub(crate) fn scene(dice: &mut Dice, json: &mut Value, first: Day) -> Vec<Day> {
    if dice.percent(85) {
        json["mode"] = json!(dice.of(&["audit", "recorded"]));
    }
    let case = Case::read(json, None);
    let Ok(Some(now)) = certificate_on(&case, first) else { return Vec::new() };
    if !now.subject {
        return Vec::new();
    }
    let mut edges = edges_of(&case, &now);
    let mut scene = Scene { dice, json, last: first };
    match scene.dice.below(12) {
        0..=5 => scene.cancelled_through_the_repeal(&now),
        6 | 7 => scene.back_after_a_lapse(&now),
        8 | 9 => scene.fraud_without_an_application(&now),
        _ => scene.accepted_late(&now),
    }
    let case = Case::read(json, None);
    let repeal = case.repealed_on.unwrap_or(now.deadline());
    edges.extend([now.deadline(), repeal, repeal, repeal + 1]);
    edges.extend(case.history.iter().flat_map(|event| [event.on, event.on]));
    edges
}

impl Scene<'_> {
    fn turn(&mut self, reading: &str, value: &str, chance: usize) {
        if self.dice.percent(chance) {
            self.json["readings"][reading] = json!(value);
        }
    }

    /// Puts an event on that day, or on the last one's if that is later.
    fn then(&mut self, name: &str, on: Day) {
        self.last = bounded(on.max(self.last));
        let case = Case::read(self.json, None);
        let certificate = certificate_on(&case, self.last).ok().flatten();
        let now = certificate.as_ref().map(|now| (&case, now));
        let mut event = event(self.dice, self.json, now, name, self.last);
        if let (Some(now), "deferral_requested" | "extension_granted") = (certificate, name) {
            let end = if name == "deferral_requested" { now.deadline() } else { now.last_boundary() };
            event["until"] = json!(days::write(bounded(end + 1 + self.dice.below(200))));
            if name == "extension_granted" {
                event["arose_on"] = json!(days::write(self.last.min(now.last_boundary())));
            }
        }
        self.json["history"].as_array_mut().unwrap().push(event);
    }

    fn then_cancelled(&mut self, on: Day, ground: &str) {
        self.then("cancelled", on);
        let event = self.json["history"].as_array_mut().unwrap().last_mut().unwrap();
        for field in ["left_on", "returned_on"] {
            event.as_object_mut().unwrap().remove(field);
        }
        event["ground"] = json!(ground);
    }

    fn repeal(&mut self, on: Day) {
        let first = Case::read(self.json, None).scope_from() + 1;
        self.json["regulation"]["repealed_on"] = json!(days::write(bounded(on.max(first))));
    }

    /// Cancelled by its deadline, or with something pending; the appeal is decided about the day of the repeal.
    fn cancelled_through_the_repeal(&mut self, now: &Certificate) {
        let deadline = now.deadline();
        let pending = self.dice.of(&["", "", "", "application_filed", "application_accepted", "deferral_requested"]);
        self.turn("appeal_effect", "suspends", 50);
        self.turn("lapsed_at_repeal", "stays_lapsed", 60);
        self.turn("lapsed_at_repeal", "revived", 30);
        let mut on = deadline;
        if !pending.is_empty() {
            let before = self.dice.below(40);
            self.then(pending, deadline - before);
            on = deadline - before + self.dice.below(80);
        } else if self.dice.percent(60) {
            on = deadline - self.dice.below(60);
        }
        let ground = self.dice.of(&["incapacity", "criminal_penalty", "major_loss"]);
        self.then_cancelled(on, ground);
        let wait = self.dice.below(200);
        let repeal = self.dice.of(&[deadline, deadline + 1, deadline + 1, deadline + 2, deadline + 2 + wait]);
        let repeal = repeal.max(self.last + 1);
        if self.dice.percent(95) {
            self.repeal(repeal);
        }
        if self.dice.percent(70) {
            let on = self.last + self.dice.below(10);
            self.then("cancellation_published", on);
        }
        let on = self.last + self.dice.below(10);
        self.then("appeal_filed", on);
        let later = repeal + self.dice.below(400);
        let decided = self.dice.of(&[repeal - 1, repeal, repeal, repeal + 1, repeal + 1, later]);
        self.then("appeal_decided", decided);
        self.afterwards();
    }

    /// Lapsed, and another application made; decided, or ended by the repeal.
    fn back_after_a_lapse(&mut self, now: &Certificate) {
        let deadline = now.deadline();
        self.turn("lapse_effect", "may_return", 92);
        self.turn("late_hours", "counted", 50);
        if self.dice.percent(30) {
            let before = self.dice.below(30);
            self.then("application_filed", deadline - before);
            let (name, on) = (self.dice.of(&["refused", "application_withdrawn"]), deadline + self.dice.below(3));
            self.then(name, on);
        }
        let on = deadline + 1 + self.dice.below(100);
        if self.dice.percent(60) {
            self.then("application_filed", on);
        }
        if self.dice.percent(75) {
            let later = on + self.dice.below(30);
            self.then("application_accepted", later);
        }
        if self.dice.percent(50) {
            let repeal = self.last + 1 + self.dice.below(20);
            self.repeal(repeal);
        }
        self.afterwards();
    }

    /// Cancelled for fraud after a deferral or an extension, with or without an application.
    fn fraud_without_an_application(&mut self, now: &Certificate) {
        self.turn("fraud_scope", "any_request", 50);
        let before = self.dice.below(90);
        let first =
            self.dice.of(&["extension_granted", "deferral_requested", "deferral_requested", "application_filed"]);
        self.then(first, now.expiry - before);
        let next =
            self.dice.of(&["deferral_granted", "deferral_refused", "application_filed", "application_withdrawn"]);
        if self.dice.percent(50) {
            self.then(next, now.expiry - before);
        }
        let on = self.last + self.dice.below(20);
        self.then_cancelled(on, "fraud");
        self.afterwards();
    }

    /// Filed about the last day, and accepted, refused or withdrawn about it or after it.
    fn accepted_late(&mut self, now: &Certificate) {
        let deadline = now.deadline();
        let filed = deadline + 1 - self.dice.below(4);
        self.then("application_filed", filed);
        let on = deadline + self.dice.below(5);
        let name = self.dice.of(&["application_accepted", "application_accepted", "application_withdrawn", "refused"]);
        self.then(name, on);
        if self.dice.percent(40) {
            let repeal = deadline + self.dice.below(8);
            self.repeal(repeal);
        }
        self.afterwards();
    }

    /// One or two events more.
    fn afterwards(&mut self) {
        let names = [
            "registered",
            "registered",
            "registered",
            "refused",
            "application_withdrawn",
            "application_filed",
            "application_accepted",
            "deferral_requested",
            "deferral_granted",
            "extension_granted",
            "cancelled",
            "cancellation_published",
        ];
        for _ in 0..self.dice.below(3) {
            let (name, on) = (self.dice.of(&names), self.last + self.dice.below(25));
            self.then(name, on);
        }
    }
}
