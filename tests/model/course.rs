//! The course of random cases: what may well happen next, and when.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::Day;
use crate::dice::Dice;
use crate::parts::{bounded, near};

pub(crate) const EVENTS: [&str; 15] = [
    "approved",
    "deferral_requested",
    "deferral_granted",
    "deferral_refused",
    "extension_granted",
    "application_filed",
    "application_accepted",
    "application_withdrawn",
    "registered",
    "refused",
    "cancelled",
    "cancellation_published",
    "appeal_filed",
    "appeal_decided",
    "appeal_decided",
];

const DECIDED: [&str; 8] = [
    "registered",
    "registered",
    "registered",
    "registered",
    "refused",
    "application_withdrawn",
    "extension_granted",
    "cancelled",
];
const FILED: [&str; 9] = [
    "application_accepted",
    "application_accepted",
    "application_accepted",
    "application_accepted",
    "application_accepted",
    "application_withdrawn",
    "refused",
    "extension_granted",
    "cancelled",
];
const REQUESTED: [&str; 6] =
    ["deferral_granted", "deferral_granted", "deferral_granted", "deferral_refused", "extension_granted", "cancelled"];

/// What may well happen next, and when, and whether it is out of place.
pub(crate) fn next(
    dice: &mut Dice,
    case: &Case,
    now: &Certificate,
    last: Day,
    own: &[Day],
) -> (&'static str, Day, bool) {
    let stray = dice.percent(if now.cancelled.is_some() { 20 } else { 4 });
    let name = if stray { stray_name(dice, now, last) } else { likely_name(dice, case, now) };
    let mut on = likely_day(dice, case, now, name, last, own);
    if on < last && !dice.percent(3) {
        on = last + dice.below(40);
    }
    (name, bounded(on), stray)
}

fn stray_name(dice: &mut Dice, now: &Certificate, last: Day) -> &'static str {
    if now.cancelled.is_some() {
        dice.of(&EVENTS[10..13])
    } else if now.extension.is_some() {
        "extension_granted"
    } else if last > now.expiry {
        "deferral_requested"
    } else {
        dice.of(&EVENTS)
    }
}

fn likely_name(dice: &mut Dice, case: &Case, now: &Certificate) -> &'static str {
    if let Some(it) = &now.cancelled {
        return match (it.appealable_until, it.filed_on) {
            (None, None) if dice.percent(if case.mode == "strict" { 5 } else { 35 }) => "appeal_filed",
            (None, Some(_)) if dice.percent(45) => "cancellation_published",
            (None, None) => "cancellation_published",
            (Some(_), None) => "appeal_filed",
            _ => "appeal_decided",
        };
    }
    if let Some(it) = &now.application {
        return if it.accepted.is_some() { dice.of(&DECIDED) } else { dice.of(&FILED) };
    }
    if now.request.is_some() {
        return dice.of(&REQUESTED);
    }
    if case.repealed_on.is_some() && dice.percent(35) {
        // What was cancelled outlives the repeal.
        return "cancelled";
    }
    let apply = if dice.percent(50) { "application_filed" } else { "application_accepted" };
    if now.lapsed.is_some() && dice.percent(85) || dice.percent(35) {
        return apply;
    }
    let other = if now.extension.is_some() { "deferral_requested" } else { "extension_granted" };
    dice.of(&["deferral_requested", "deferral_requested", other, other, apply, "cancelled"])
}

fn likely_day(dice: &mut Dice, case: &Case, now: &Certificate, name: &str, last: Day, own: &[Day]) -> Day {
    let (opens, deadline) = (now.opens(case), now.deadline());
    let filed = now.application.as_ref().is_some_and(|it| it.accepted.is_none());
    if let Some(repeal) = case.repealed_on
        && repeal <= last + 500
        && dice.percent(20)
    {
        return repeal + 1 - dice.below(3);
    }
    if name == "cancelled" && now.expiry > now.nominal && dice.percent(40) {
        return now.expiry;
    }
    match (name, dice.below(10)) {
        (_, 0) => last,
        (_, 1) => near(dice, own),
        ("application_accepted", 2..=4) if filed => deadline + dice.below(4),
        ("application_accepted", 5..=8) if filed => last + dice.below(30),
        ("application_filed" | "application_accepted", 2..=4) if opens <= deadline => {
            opens + dice.below(deadline - opens + 1)
        }
        ("application_filed" | "application_accepted", 5) => opens,
        ("application_filed" | "application_accepted", 6) => deadline,
        // One who comes too late.
        ("application_filed" | "application_accepted", 7) if case.reads("lapse_effect", "may_return") => {
            deadline + 1 + dice.below(400)
        }
        ("deferral_requested", 2..=4) => now.expiry - dice.below(100),
        ("deferral_requested", 5..=7) => now.expiry,
        ("cancellation_published" | "appeal_filed" | "appeal_decided", 2..=6) => last + dice.below(30),
        (
            "registered"
            | "refused"
            | "application_withdrawn"
            | "deferral_granted"
            | "deferral_refused"
            | "extension_granted"
            | "cancelled",
            2..=5,
        ) => last + dice.below(60),
        (_, 6 | 7) => deadline + dice.below(3),
        _ => near(dice, own),
    }
}
