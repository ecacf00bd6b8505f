//! The faults of an event (rules.md 7): what can't happen, and what is done without its legal conditions.

use crate::book::{Case, Record, day, on_list};
use crate::certificate::Certificate;
use crate::days;
use crate::grounds;
use crate::schooling;
use serde_json::Value;

/// A fault: its code, its clause, and what else it carries.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) clause: Option<&'static str>,
    pub(crate) findings: Option<Vec<Value>>,
    pub(crate) year: Option<i64>,
}

/// A fault that carries its clause alone.
pub(crate) fn fault(code: &'static str, clause: &'static str) -> Fault {
    Fault { code, clause: Some(clause), findings: None, year: None }
}

/// A fault that carries nothing.
pub(crate) fn bare(code: &'static str) -> Fault {
    Fault { code, clause: None, findings: None, year: None }
}

pub(crate) fn uncovered(year: i64) -> Fault {
    Fault { year: Some(year), ..bare("calendar_uncovered") }
}

/// The faults tested of every event that acts on the certificate, before its own.
pub(crate) fn general(case: &Case, now: &Certificate, event: &Record) -> Option<Fault> {
    if !now.subject {
        return Some(fault("not_subject", "47.0"));
    }
    let name = event.name();
    if ["cancellation_published", "appeal_filed", "appeal_decided"].contains(&name) {
        return None;
    }
    let returning = case.reads("lapse_effect", "may_return")
        && match name {
            "application_filed" | "application_accepted" => true,
            "registered" | "refused" | "application_withdrawn" => now.application.is_some(),
            _ => false,
        };
    if case.repealed(event.on) {
        Some(bare("repealed"))
    } else if now.lapsed.is_some() && !returning {
        Some(fault("lapsed", "47.3"))
    } else if now.cancelled.is_some() {
        Some(fault("cancelled", "47.10"))
    } else {
        None
    }
}

/// The event's own structural fault.
pub(crate) fn structural(now: &Certificate, event: &Record) -> Option<Fault> {
    let on = event.on;
    let until = event.json["until"].as_str().map(days::read);
    let cancelled = now.cancelled.as_ref();
    let tests: Vec<(bool, &'static str, &'static str)> = match event.name() {
        "deferral_requested" => vec![
            (now.application.is_some(), "application_pending", "47.7"),
            (now.request.is_some(), "deferral_pending", "47.8"),
            (on > now.expiry, "after_expiry", "47.8"),
            (until.unwrap() <= now.deadline(), "deferral_not_beyond_deadline", "47.8"),
        ],
        "deferral_granted" | "deferral_refused" => vec![(now.request.is_none(), "no_deferral_pending", "47.8")],
        "extension_granted" => {
            let arose_on = day(&event.json["arose_on"]);
            let inside = now.boundary[0] < arose_on && arose_on <= now.last_boundary();
            vec![
                (now.extension.is_some(), "extension_exists", "48.6"),
                (!inside || arose_on > on, "outside_cycle", "48.6"),
                (until.unwrap() <= now.last_boundary(), "extension_not_beyond_cycle", "48.6"),
            ]
        }
        "application_filed" => vec![
            (now.application.is_some(), "application_pending", "47.7"),
            (now.request.is_some(), "deferral_pending", "47.8"),
        ],
        "application_accepted" => vec![
            (now.accepted().is_some(), "application_pending", "47.7"),
            (now.request.is_some(), "deferral_pending", "47.8"),
        ],
        "registered" => vec![(now.accepted().is_none(), "no_application_pending", "47.7")],
        "refused" | "application_withdrawn" => {
            vec![(now.application.is_none(), "no_application_pending", "47.7")]
        }
        "cancelled" => vec![],
        "cancellation_published" => vec![
            (cancelled.is_none(), "not_cancelled", "47.10"),
            (cancelled.is_some_and(|it| it.appealable_until.is_some()), "already_published", "47.11"),
        ],
        "appeal_filed" => vec![
            (cancelled.is_none(), "not_cancelled", "47.11"),
            (cancelled.is_some_and(|it| it.filed_on.is_some()), "appeal_exists", "47.11"),
        ],
        "appeal_decided" => {
            let pending = cancelled.is_some_and(|it| it.filed_on.is_some() && !it.upheld);
            vec![(!pending, "no_appeal_pending", "47.11")]
        }
        other => panic!("`{other}` is no event"),
    };
    tests.into_iter().find(|(fails, ..)| *fails).map(|(_, code, clause)| fault(code, clause))
}

/// The event's substantive faults, in order.
pub(crate) fn substantive(case: &Case, now: &Certificate, event: &Record) -> Vec<Fault> {
    let (on, json) = (event.on, &event.json);
    let mut faults = Vec::new();
    match event.name() {
        "deferral_requested" => {
            if day(&json["until"]) > days::plus_months(now.nominal, case.number("deferral_months")) {
                faults.push(fault("deferral_too_long", "47.8"));
            }
            faults.extend(grounds::faults(case, now.boundary[0], json, false));
        }
        "extension_granted" => {
            if day(&json["until"]) > days::plus_months(now.last_boundary(), case.number("extension_months")) {
                faults.push(fault("extension_too_long", "48.6"));
            }
            faults.extend(grounds::faults(case, now.boundary[0], json, true));
        }
        "application_filed" | "application_accepted" => {
            if on < now.opens(case) {
                faults.push(fault("before_window", "47.3"));
            }
            faults.extend(agency(case, now, event, "47.3"));
        }
        "registered" => {
            faults.extend(agency(case, now, event, "47.7"));
            let (accepted_on, accepted) = now.accepted().unwrap();
            let findings = if case.reads("conditions_on", "acceptance") {
                schooling::conditions(case, now, *accepted_on, accepted)
            } else {
                let given = &json["application"];
                schooling::conditions(case, now, on, if given.is_null() { accepted } else { given })
            };
            if !findings.is_empty() {
                faults.push(Fault { findings: Some(findings), ..fault("conditions_not_met", "47.7") });
            }
        }
        "cancelled" if json["ground"] == "left_post" => {
            let left_on = day(&json["left_on"]);
            let from =
                if case.reads("off_post_from", "approval") { left_on.max(now.past.approved_on) } else { left_on };
            let to = json["returned_on"].as_str().map(days::read).map_or(on, |returned_on| returned_on.min(on));
            if days::plus_months(from, 12 * case.number("off_post_years")) > to {
                faults.push(fault("off_post_too_short", "47.10.3"));
            }
        }
        "cancelled" if json["ground"] == "fraud" => {
            let requested = now.past.requested && case.reads("fraud_scope", "any_request");
            if !now.past.applied && !requested {
                faults.push(fault("no_application_made", "47.10.5"));
            }
            if json["verified_by_province"] != true {
                faults.push(fault("verification_missing", "47.10.5"));
            }
        }
        "appeal_filed" => match now.cancelled.as_ref().unwrap().appealable_until {
            None => faults.push(fault("not_published", "47.11")),
            Some(last) if on > last => faults.push(fault("appeal_too_late", "47.11")),
            Some(_) => {}
        },
        _ => {}
    }
    faults
}

/// The agency that acts: the one named by the event, else the one named before in the same application.
pub(crate) fn acting(now: &Certificate, event: &Record) -> Value {
    let before = now.application.as_ref().map_or(Value::Null, |it| it.agency.clone());
    if event.json["agency"].is_null() { before } else { event.json["agency"].clone() }
}

/// The fault of an agency, where a list of agencies is given.
fn agency(case: &Case, now: &Certificate, event: &Record, clause: &'static str) -> Option<Fault> {
    let acting = acting(now, event);
    if !case.agencies.is_array() {
        None
    } else if acting.is_null() {
        Some(fault("agency_missing", clause))
    } else if !on_list(&case.agencies, &acting, event.on) {
        Some(fault("agency_not_approved", clause))
    } else {
        None
    }
}
