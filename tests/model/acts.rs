//! What each event does to a certificate (rules.md 7).

use crate::book::{Case, Record, day, text};
use crate::certificate::{Application, Cancellation, Certificate, Past, roll};
use crate::days::{self, Day};
use crate::faults::{Fault, acting, bare, fault, general, structural, substantive, uncovered};
use serde_json::json;

/// Applies an event, or says why it is refused; what audit lets pass is put with `irregular`.
pub(crate) fn apply(
    case: &Case,
    before: Option<Certificate>,
    previous: Option<Day>,
    event: &Record,
    irregular: &mut Vec<Fault>,
) -> Result<Certificate, Fault> {
    if previous.is_some_and(|previous| event.on < previous) {
        return Err(bare("out_of_order"));
    }
    if event.name() == "approved" {
        return if before.is_some() { Err(bare("already_approved")) } else { approve(case, event.on) };
    }
    let Some(mut now) = before else { return Err(fault("not_approved", "47.4.1")) };
    if let Some(fault) = general(case, &now, event).or_else(|| structural(&now, event)) {
        return Err(fault);
    }
    if case.mode != "recorded" {
        let mut faults = substantive(case, &now, event);
        if case.mode == "strict" && !faults.is_empty() {
            return Err(faults.remove(0));
        }
        irregular.extend(faults);
    }
    effect(case, &mut now, event).map_err(uncovered)?;
    Ok(now)
}

fn approve(case: &Case, on: Day) -> Result<Certificate, Fault> {
    let past = Past { approved_on: on, applied: false, requested: false };
    if case.scope_from() <= on && !case.repealed(on) {
        return Certificate::begin(case, on, 0, past).map_err(uncovered);
    }
    // It has no term; the one set up here is never looked at, and no last day of it is rolled.
    let mut unrolled = case.clone();
    unrolled.readings = json!({"term_last_day": "as_is"});
    let term = Certificate::begin(&unrolled, on, 0, past).map_err(uncovered)?;
    Ok(Certificate { subject: false, ..term })
}

fn effect(case: &Case, now: &mut Certificate, event: &Record) -> Result<(), i64> {
    let (on, json) = (event.on, &event.json);
    match event.name() {
        "deferral_requested" => {
            now.request = Some((on, day(&json["until"])));
            now.past.requested = true;
        }
        "deferral_granted" => {
            now.deferred_to = Some(now.request.take().unwrap().1);
            now.after_decision(on);
        }
        "deferral_refused" => {
            now.request = None;
            now.after_decision(on);
        }
        "extension_granted" => {
            now.extension = Some((day(&json["arose_on"]), day(&json["until"])));
            now.past.requested = true;
        }
        "application_filed" => {
            let agency = json["agency"].clone();
            now.application = Some(Application { filed_on: Some(on), accepted: None, agency });
            now.past.applied = true;
        }
        "application_accepted" => {
            let agency = acting(now, event);
            let accepted = Some((on, json["application"].clone()));
            now.application = Some(Application { filed_on: None, accepted, agency });
            now.past.applied = true;
        }
        "registered" => {
            let after_the_old = now.nominal + case.offset();
            let start = if case.reads("term_start", "previous_expiry") { on.max(after_the_old) } else { on };
            *now = Certificate::begin(case, start, now.term + 1, now.past)?;
        }
        "refused" | "application_withdrawn" => {
            now.application = None;
            now.after_decision(on);
        }
        "cancelled" => {
            let ground = text(&json["ground"]);
            now.cancelled =
                Some(Cancellation { since: on, ground, appealable_until: None, filed_on: None, upheld: false });
        }
        "cancellation_published" => {
            let last = days::plus_days(on, case.number("appeal_days"));
            now.cancelled.as_mut().unwrap().appealable_until = Some(roll(case, "appeal_last_day", last)?);
        }
        "appeal_filed" => now.cancelled.as_mut().unwrap().filed_on = Some(on),
        "appeal_decided" if json["outcome"] == "upheld" => now.cancelled.as_mut().unwrap().upheld = true,
        "appeal_decided" => now.restore(case, on)?,
        other => panic!("`{other}` is no event"),
    }
    Ok(())
}
