//! Lives in which something is recorded that cannot have happened: it ends the audit of its certificate.

use crate::plant::Telling;
use crate::plant::acts::{application, at};
use crate::plant::dice::Dice;
use crate::plant::life::{Life, after, before, months_after};
use chrono::{Datelike, NaiveDate};
use serde_json::json;

pub const KINDS: &[Telling] = &[
    out_of_order,
    never_approved,
    approved_twice,
    of_old,
    after_the_repeal,
    after_the_lapse,
    after_the_cancellation,
    accepted_twice,
    never_accepted,
    filed_beside_a_request,
    never_requested,
    requested_after_expiry,
    deferred_to_the_deadline,
    extended_twice,
    arose_before_the_cycle,
    extended_within_the_cycle,
    published_without_cancellation,
    appealed_without_cancellation,
    published_twice,
    appealed_twice,
    decided_without_appeal,
    beyond_the_calendar,
    early_and_out_of_order,
];

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn out_of_order(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let accepted_on = life.accept(dice);
    let on = before(accepted_on, 1 + dice.below(20));
    life.event("registered", on, json!({}));
    life.plant("out_of_order", None).required(accepted_on).found(on);
}

fn never_approved(life: &mut Life, dice: &mut Dice) {
    life.accept(dice);
    life.plant("not_approved", Some("47.4.1"));
}

fn approved_twice(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.event("approved", after(life.start, 1 + dice.below(300)), json!({}));
    life.plant("already_approved", None);
}

fn of_old(life: &mut Life, dice: &mut Dice) {
    life.approve_on(before(day(2003, 12, 31), dice.below(300)));
    life.event("application_accepted", after(life.opens(), 9), at("A1", application()));
    life.plant("not_subject", Some("47.0")).required("2004-01-01 to 2019-12-31");
}

fn after_the_repeal(life: &mut Life, dice: &mut Dice) {
    life.approve_on(before(day(2018, 6, 1), dice.below(300)));
    life.event("application_accepted", after(day(2020, 1, 1), dice.below(40)), at("A1", application()));
    life.plant("repealed", None).required("2020-01-01");
}

fn after_the_lapse(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let expiry = life.expiry();
    life.event("application_accepted", after(expiry, 1 + dice.below(90)), at("A1", application()));
    life.plant("lapsed", Some("47.3")).found(after(expiry, 1));
}

fn after_the_cancellation(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "criminal_penalty" }));
    let cancelled_on = life.last;
    life.event("application_filed", after(cancelled_on, dice.below(90)), json!({ "agency": "A1" }));
    life.plant("cancelled", Some("47.10")).found(cancelled_on);
}

fn accepted_twice(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let accepted_on = life.accept(dice);
    life.event("application_accepted", after(accepted_on, 1 + dice.below(9)), at("A2", application()));
    life.plant("application_pending", Some("47.7")).found(accepted_on);
}

fn never_accepted(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_filed", after(life.opens(), dice.below(50)), json!({ "agency": "A1" }));
    life.register(dice, json!({}));
    life.plant("no_application_pending", Some("47.7"));
}

fn filed_beside_a_request(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.request_deferral(dice, 6, json!({ "ground": "childbirth" }));
    let requested_on = life.last;
    life.event("application_filed", after(requested_on, 1 + dice.below(9)), json!({ "agency": "A1" }));
    life.plant("deferral_pending", Some("47.8")).found(requested_on);
}

fn never_requested(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let act = if dice.below(2) == 0 { "deferral_granted" } else { "deferral_refused" };
    life.event(act, after(life.opens(), dice.below(50)), json!({}));
    life.plant("no_deferral_pending", Some("47.8"));
}

fn requested_after_expiry(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.request_deferral(dice, 6, json!({ "ground": "childbirth" }));
    life.event("deferral_granted", after(life.last, 5), json!({}));
    let (expiry, until) = (life.expiry(), months_after(life.expiry(), 9));
    let on = after(expiry, 1 + dice.below(60));
    let request = json!({ "ground": "childbirth", "until": until.to_string(), "evidence": true });
    life.event("deferral_requested", on, request);
    life.plant("after_expiry", Some("47.8")).required(expiry).found(on);
}

fn deferred_to_the_deadline(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = before(life.expiry(), dice.below(20));
    life.request_deferral_until(dice, until, json!({ "ground": "childbirth" }));
    let deadline = life.expiry();
    life.plant("deferral_not_beyond_deadline", Some("47.8")).required(deadline).found(until);
}

fn extended_twice(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = months_after(life.expiry(), 6);
    life.extend(dice, until, json!({ "ground": "childbirth" }));
    life.extend(dice, months_after(until, 3), json!({ "ground": "childbirth" }));
    life.plant("extension_exists", Some("48.6")).found(until);
}

fn arose_before_the_cycle(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let arose_on = before(life.start, dice.below(50));
    let until = months_after(life.expiry(), 6);
    life.extend(dice, until, json!({ "ground": "childbirth", "arose_on": arose_on.to_string() }));
    let possible = format!("{} to {}", after(life.start, 1), life.last);
    life.plant("outside_cycle", Some("48.6")).required(possible).found(arose_on);
}

fn extended_within_the_cycle(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = before(life.expiry(), dice.below(20));
    life.extend(dice, until, json!({ "ground": "childbirth" }));
    let end = life.expiry();
    life.plant("extension_not_beyond_cycle", Some("48.6")).required(end).found(until);
}

fn published_without_cancellation(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.event("cancellation_published", after(life.start, dice.below(900)), json!({}));
    life.plant("not_cancelled", Some("47.10"));
}

fn appealed_without_cancellation(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.event("appeal_filed", after(life.start, dice.below(900)), json!({}));
    life.plant("not_cancelled", Some("47.11"));
}

fn published(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "incapacity" }));
    life.event("cancellation_published", after(life.last, dice.below(9)), json!({}));
}

fn published_twice(life: &mut Life, dice: &mut Dice) {
    published(life, dice);
    life.event("cancellation_published", after(life.last, 1 + dice.below(9)), json!({}));
    life.plant("already_published", Some("47.11"));
}

fn appealed_twice(life: &mut Life, dice: &mut Dice) {
    published(life, dice);
    life.event("appeal_filed", after(life.last, dice.below(9)), json!({}));
    life.event("appeal_decided", after(life.last, dice.below(9)), json!({ "outcome": "upheld" }));
    life.event("appeal_filed", after(life.last, dice.below(9)), json!({}));
    life.plant("appeal_exists", Some("47.11"));
}

fn decided_without_appeal(life: &mut Life, dice: &mut Dice) {
    published(life, dice);
    life.event("appeal_decided", after(life.last, dice.below(9)), json!({ "outcome": "overturned" }));
    life.plant("no_appeal_pending", Some("47.11"));
}

/// The thirtieth day after the publication lies in a year the arrangements of which nobody knows.
fn beyond_the_calendar(life: &mut Life, dice: &mut Dice) {
    life.approve_on(before(day(2018, 6, 1), dice.below(200)));
    life.event("cancelled", day(2019, 11, 4), json!({ "ground": "major_loss" }));
    life.event("cancellation_published", after(day(2026, 12, 5), dice.below(20)), json!({}));
    life.plant("calendar_uncovered", None).about(2027);
}

/// One irregularity that stands, and then one that cannot have happened.
fn early_and_out_of_order(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let (opens, accepted_on) = (life.opens(), before(life.opens(), 1 + dice.below(40)));
    life.event("application_accepted", accepted_on, at("A1", application()));
    life.plant("before_window", Some("47.3")).required(opens).found(accepted_on);
    let on = NaiveDate::from_ymd_opt(accepted_on.year() - 1, 6, 1).unwrap_or(opens);
    life.event("registered", on, json!({}));
    life.plant("out_of_order", None).required(accepted_on).found(on);
}
