//! Lives in which nothing is irregular.

use crate::plant::Telling;
use crate::plant::acts::{application, at, away};
use crate::plant::dice::Dice;
use crate::plant::life::{Life, after, before, months_after};
use serde_json::json;

pub const KINDS: &[Telling] = &[
    young,
    young,
    young,
    registered,
    registered,
    registered,
    registered_twice,
    filed_first,
    away_and_deferred,
    extended,
    cancelled,
    cancelled_and_appealed,
    off_the_post,
    tried_again,
    wrongly_recorded,
    of_old,
];

fn young(life: &mut Life, dice: &mut Dice) {
    life.approve();
    if dice.below(2) == 0 {
        life.study(dice, [48, 0, 0], "P2");
    }
}

fn registered(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.renew(dice);
}

fn registered_twice(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.renew(dice);
    life.renew(dice);
}

fn filed_first(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let filed_on = after(life.opens(), dice.below(50));
    life.event("application_filed", filed_on, json!({ "agency": "A2" }));
    life.event("application_accepted", after(filed_on, dice.below(9)), json!({ "application": application() }));
    life.register(dice, json!({}));
}

fn away_and_deferred(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let away = json!({ "ground": "work_abroad", "absences": away(life) });
    life.request_deferral(dice, 6, away);
    life.event("deferral_granted", after(life.last, 5), json!({}));
    let on = after(life.expiry(), 20 + dice.below(100));
    life.event("application_accepted", on, at("A1", application()));
    life.register(dice, json!({}));
}

fn extended(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = months_after(life.expiry(), 6);
    life.extend(dice, until, json!({ "ground": "childbirth" }));
    life.renew(dice);
}

fn cancelled(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let ground = dice.of(&["incapacity", "criminal_penalty", "major_loss"]);
    life.cancel(dice, json!({ "ground": ground }));
    life.event("cancellation_published", after(life.last, dice.below(20)), json!({}));
}

fn cancelled_and_appealed(life: &mut Life, dice: &mut Dice) {
    cancelled(life, dice);
    life.event("appeal_filed", after(life.last, dice.below(30)), json!({}));
    let outcome = dice.of(&["upheld", "overturned"]);
    life.event("appeal_decided", after(life.last, 10 + dice.below(40)), json!({ "outcome": outcome }));
}

fn off_the_post(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let on = after(months_after(life.start, 25), dice.below(100));
    let left_on = months_after(life.start, 1);
    life.event("cancelled", on, json!({ "ground": "left_post", "left_on": left_on.to_string() }));
}

fn tried_again(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_filed", after(life.opens(), dice.below(9)), json!({ "agency": "A1" }));
    life.event("application_withdrawn", after(life.last, 3), json!({}));
    life.event("application_accepted", after(life.last, 2), at("A1", application()));
    life.event("refused", after(life.last, 4), json!({}));
    life.event("application_accepted", after(life.last, 6), at("A2", application()));
    life.register(dice, json!({}));
}

/// A cancellation that was never pronounced: struck as wrong, it is as if it were not there.
fn wrongly_recorded(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "major_loss" }));
    let recorded_on = after(life.last, 4);
    life.strike_last(recorded_on, after(recorded_on, 10));
    life.renew(dice);
}

/// Approved before the notices' time: nothing is asked of it.
fn of_old(life: &mut Life, dice: &mut Dice) {
    let of_old = before(months_after(life.start, 0), 7 * 366);
    life.approve_on(before(of_old, dice.below(300)));
}
