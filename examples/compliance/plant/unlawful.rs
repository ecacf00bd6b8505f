//! Lives in which an act was done without its legal conditions: it stands, and so does what follows it.

use crate::plant::Telling;
use crate::plant::acts::{application, at, away};
use crate::plant::dice::Dice;
use crate::plant::life::{Life, after, before, months_after};
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};

pub const KINDS: &[Telling] = &[
    |life, dice| too_early(life, dice, "application_accepted"),
    |life, dice| too_early(life, dice, "application_filed"),
    agency_missing,
    agency_missing_twice,
    agency_unknown,
    agency_withdrawn,
    agency_unknown_at_registration,
    |life, dice| lacking(life, dice, "conduct_good", "conduct", "47.4.2"),
    |life, dice| lacking(life, dice, "no_criminal_record", "criminal_record", "47.4.2"),
    |life, dice| lacking(life, dice, "fit_for_post", "health", "47.4.3"),
    |life, dice| lacking(life, dice, "employer_assessment_passed", "employer_assessment", "47.4.4"),
    |life, dice| lacking(life, dice, "fee_paid", "fee_unpaid", "47.6"),
    |life, dice| without_document(life, dice, 0),
    |life, dice| without_document(life, dice, 1),
    |life, dice| without_document(life, dice, 2),
    |life, dice| without_document(life, dice, 3),
    too_few_hours,
    a_short_year,
    taught_by_nobody_accredited,
    everything_lacking,
    deferred_too_long,
    away_too_short,
    without_consent,
    deferral_unproven,
    extended_too_long,
    extended_for_study_abroad,
    arose_elsewhere,
    |life, dice| extension_lacking(life, dice, "written_application", "written_application_missing"),
    |life, dice| extension_lacking(life, dice, "evidence", "evidence_missing"),
    off_the_post_too_short,
    fraud_without_application,
    fraud_unverified,
    appealed_before_publication,
    appealed_too_late,
];

fn too_early(life: &mut Life, dice: &mut Dice, act: &str) {
    life.approve();
    life.study_enough(dice);
    let (opens, on) = (life.opens(), before(life.opens(), 1 + dice.below(40)));
    let more = if act == "application_filed" { json!({ "agency": "A1" }) } else { at("A1", application()) };
    life.event(act, on, more);
    life.plant("before_window", Some("47.3")).required(opens).found(on);
    if act == "application_filed" {
        life.accept(dice);
    }
    life.register(dice, json!({}));
}

fn agency_missing(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_accepted", after(life.opens(), dice.below(60)), json!({ "application": application() }));
    life.plant("agency_missing", Some("47.3"));
    life.register(dice, json!({ "agency": "A1" }));
}

fn agency_missing_twice(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_accepted", after(life.opens(), dice.below(60)), json!({ "application": application() }));
    life.plant("agency_missing", Some("47.3"));
    life.register(dice, json!({}));
    life.plant("agency_missing", Some("47.7"));
}

fn agency_unknown(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_filed", after(life.opens(), dice.below(60)), json!({ "agency": "A9" }));
    life.plant("agency_not_approved", Some("47.3"));
    life.event("application_accepted", after(life.last, 3), at("A1", application()));
    life.register(dice, json!({}));
}

/// The agency `A3` may act to the end of 2006, before any term of this register ends.
fn agency_withdrawn(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.event("application_accepted", after(life.opens(), dice.below(60)), at("A3", application()));
    life.plant("agency_not_approved", Some("47.3"));
    life.register(dice, json!({ "agency": "A2" }));
}

fn agency_unknown_at_registration(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.accept(dice);
    life.register(dice, json!({ "agency": "A9" }));
    life.plant("agency_not_approved", Some("47.7"));
}

/// Registered on an application that was changed.
fn registered_on(life: &mut Life, dice: &mut Dice, application: Value) {
    life.event("application_accepted", after(life.opens(), dice.below(60)), at("A1", application));
    life.register(dice, json!({}));
}

fn lacking(life: &mut Life, dice: &mut Dice, field: &str, code: &'static str, clause: &'static str) {
    life.approve();
    life.study_enough(dice);
    let mut lacking = application();
    lacking[field] = false.into();
    registered_on(life, dice, lacking);
    life.plant(code, Some(clause)).of_conditions();
}

fn without_document(life: &mut Life, dice: &mut Dice, place: usize) {
    life.approve();
    life.study_enough(dice);
    let mut lacking = application();
    let missing = lacking["documents"].as_array_mut().map(|documents| documents.remove(place));
    registered_on(life, dice, lacking);
    let missing = missing.as_ref().and_then(Value::as_str).unwrap_or_default();
    life.plant("document_missing", Some("47.6")).of_conditions().about(missing);
}

fn too_few_hours(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let short = 1 + dice.below(50);
    life.study(dice, [60, 60, 60].map(|hours| if hours > short { hours } else { 60 }), "P1");
    life.renew(dice);
    // The second cycle is short of hours, each year of it not.
    life.study(dice, [40, 40, 100 - short], "P1");
    life.accept(dice);
    life.register(dice, json!({}));
    life.plant("education_total", Some("48.4")).of_conditions().required("180 hours").found(hours(180 - short));
}

fn a_short_year(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let short = 1 + dice.below(30);
    life.study(dice, [110, 40 - short, 90], "P1");
    life.accept(dice);
    life.register(dice, json!({}));
    let year = life.plant("education_year", Some("48.4")).of_conditions().about(2);
    year.required("40 hours").found(hours(40 - short));
}

/// What the institution `P9` teaches counts for nothing.
fn taught_by_nobody_accredited(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study(dice, [60, 60, 60], "P9");
    life.accept(dice);
    life.register(dice, json!({}));
    life.plant("education_total", Some("48.4")).of_conditions().required("180 hours").found("0 hours");
    for year in 1..=3 {
        let year = life.plant("education_year", Some("48.4")).of_conditions().about(year);
        year.required("40 hours").found("0 hours");
    }
}

fn everything_lacking(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let nothing = json!({
        "conduct_good": false, "no_criminal_record": false, "fit_for_post": false, "employer_assessment_passed": false,
        "documents": [], "fee_paid": false,
    });
    registered_on(life, dice, nothing);
    for (code, clause) in
        [("conduct", "47.4.2"), ("criminal_record", "47.4.2"), ("health", "47.4.3"), ("employer_assessment", "47.4.4")]
    {
        life.plant(code, Some(clause)).of_conditions();
    }
    for document in ["certificate", "identity", "application_form", "education_proof"] {
        life.plant("document_missing", Some("47.6")).of_conditions().about(document);
    }
    life.plant("fee_unpaid", Some("47.6")).of_conditions();
}

/// What was asked for is granted, and the holder registered in time.
fn granted_and_renewed(life: &mut Life, dice: &mut Dice) {
    life.event("deferral_granted", after(life.last, 5), json!({}));
    life.event("application_accepted", after(life.expiry(), 10 + dice.below(30)), at("A1", application()));
    life.register(dice, json!({}));
}

fn deferred_too_long(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let latest = months_after(life.expiry(), 12);
    let until = after(latest, 1 + dice.below(90));
    life.request_deferral_until(dice, until, json!({ "ground": "childbirth" }));
    life.plant("deferral_too_long", Some("47.8")).required(latest).found(until);
    granted_and_renewed(life, dice);
}

fn away_too_short(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    let (year, days) = (life.start.year() + 1, 90 + dice.below(94));
    let from = NaiveDate::from_ymd_opt(year, 2, 1).unwrap_or(life.start);
    let absence = json!([{ "from": from.to_string(), "to": after(from, days - 1).to_string() }]);
    let ground = dice.of(&["sick_leave", "work_abroad", "study_abroad"]);
    life.request_deferral(dice, 6, json!({ "ground": ground, "absences": absence }));
    life.plant("absence_too_short", Some("47.8")).required("183 days").found(format!("{days} days"));
    granted_and_renewed(life, dice);
}

fn without_consent(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.request_deferral(dice, 3, json!({ "ground": "other" }));
    life.plant("consent_missing", Some("47.8"));
    granted_and_renewed(life, dice);
}

fn deferral_unproven(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.study_enough(dice);
    life.request_deferral(dice, 3, json!({ "ground": "childbirth", "evidence": false }));
    life.plant("evidence_missing", Some("47.8"));
    granted_and_renewed(life, dice);
}

fn extended_too_long(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let latest = months_after(life.expiry(), 12);
    let until = after(latest, 1 + dice.below(60));
    life.extend(dice, until, json!({ "ground": "childbirth" }));
    life.plant("extension_too_long", Some("48.6")).required(latest).found(until);
    life.renew(dice);
}

fn extended_for_study_abroad(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = months_after(life.expiry(), 6);
    let more = json!({ "ground": "study_abroad", "absences": away(life) });
    life.extend(dice, until, more);
    life.plant("ground_not_recognised", Some("48.6"));
    life.renew(dice);
}

fn arose_elsewhere(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let until = months_after(life.expiry(), 6);
    // The first month of the year after, when the holder was not away yet.
    let arose_on = NaiveDate::from_ymd_opt(life.start.year() + 1, 1, 20).unwrap_or(life.start);
    let more = json!({ "ground": "sick_leave", "absences": away(life), "arose_on": arose_on.to_string() });
    life.extend(dice, until, more);
    life.plant("arose_outside_absence", Some("48.6")).found(arose_on);
    life.renew(dice);
}

fn extension_lacking(life: &mut Life, dice: &mut Dice, field: &str, code: &'static str) {
    life.approve();
    let until = months_after(life.expiry(), 6);
    life.extend(dice, until, json!({ "ground": "childbirth", field: false }));
    life.plant(code, Some("48.6"));
    life.renew(dice);
}

fn off_the_post_too_short(life: &mut Life, dice: &mut Dice) {
    life.approve();
    let on = after(months_after(life.start, 25), dice.below(100));
    let left_on = before(on, 300 + dice.below(300));
    life.event("cancelled", on, json!({ "ground": "left_post", "left_on": left_on.to_string() }));
    life.plant("off_post_too_short", Some("47.10.3")).required(months_after(left_on, 24)).found(on);
}

fn fraud_without_application(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "fraud", "verified_by_province": true }));
    life.plant("no_application_made", Some("47.10.5"));
}

fn fraud_unverified(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.renew(dice);
    life.cancel(dice, json!({ "ground": "fraud" }));
    life.plant("verification_missing", Some("47.10.5"));
}

fn appealed_before_publication(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "major_loss" }));
    life.event("appeal_filed", after(life.last, 2 + dice.below(9)), json!({}));
    life.plant("not_published", Some("47.11"));
    life.event("cancellation_published", after(life.last, 5), json!({}));
}

/// The last day to appeal is a Wednesday in November, on which no holiday has fallen yet.
fn appealed_too_late(life: &mut Life, dice: &mut Dice) {
    life.approve();
    life.cancel(dice, json!({ "ground": "incapacity" }));
    let november = NaiveDate::from_ymd_opt(life.last.year() + 1, 11, 1).unwrap_or(life.last);
    let wednesday = november.iter_days().find(|day| day.weekday() == Weekday::Wed).unwrap_or(november);
    life.event("cancellation_published", before(wednesday, 30), json!({}));
    life.event("appeal_filed", after(wednesday, 1 + dice.below(30)), json!({}));
    let filed_on = life.last;
    life.plant("appeal_too_late", Some("47.11")).required(wednesday).found(filed_on);
}

fn hours(hours: u64) -> String {
    format!("{hours} hour{}", if hours == 1 { "" } else { "s" })
}
