//! The questions: everything is asked of a walk from day to day (rules.md 6 and wire.md).

use crate::acts::apply;
use crate::book::{Case, READINGS, day};
use crate::certificate::Certificate;
use crate::days::{self, Day};
use crate::faults::Fault;
use crate::schooling;
use serde_json::{Value, json};

/// A refusal: the event's place in the history, and the fault.
pub(crate) type Refusal = (usize, Fault);

/// Walks from the first event's day, a day at a time, and shows what each day ends with, up to and including `last`.
///
/// Returns the irregularities; events dated after `last` stay unread.
pub(crate) fn walk(
    case: &Case,
    last: Day,
    mut show: impl FnMut(Day, &Option<Certificate>),
) -> Result<Vec<(usize, Fault)>, Refusal> {
    let mut irregularities = Vec::new();
    let Some(first) = case.history.first() else { return Ok(irregularities) };
    let mut certificate: Option<Certificate> = None;
    let mut next = 0;
    for today in first.on..=last {
        if let Some(certificate) = certificate.as_mut() {
            certificate.dawn(case, today);
        }
        while next < case.history.len() && case.history[next].on <= today {
            let previous = next.checked_sub(1).map(|before| case.history[before].on);
            let (event, mut irregular) = (&case.history[next], Vec::new());
            let after = apply(case, certificate.take(), previous, event, &mut irregular);
            certificate = Some(after.map_err(|fault| (event.place, fault))?);
            irregularities.extend(irregular.into_iter().map(|fault| (event.place, fault)));
            next += 1;
        }
        show(today, &certificate);
    }
    Ok(irregularities)
}

/// The certificate at the end of a day.
pub(crate) fn certificate_on(case: &Case, on: Day) -> Result<Option<Certificate>, Refusal> {
    let mut found = None;
    walk(case, on, |today, certificate| {
        if today == on {
            found = certificate.clone();
        }
    })?;
    Ok(found)
}

/// What `standing` answers at the end of day `on`.
pub(crate) fn standing(case: &Case, certificate: &Option<Certificate>, on: Day) -> Value {
    let Some(now) = certificate else { return json!({"phase": "not_approved", "in_force": false}) };
    if !now.subject {
        return json!({"phase": "not_subject", "in_force": true});
    }
    let granted_and_void = now.deferred_to.is_some() && case.reads("deferred_validity", "not_in_force");
    let see_below = on <= now.expiry || !granted_and_void;
    if let Some(it) = &now.cancelled {
        let since = days::write(it.since);
        if let (Some(filed_on), false) = (it.filed_on, it.upheld) {
            let rests =
                if case.repealed(on) { now.released_if_restored(case) } else { on <= now.deadline() && see_below };
            let in_force = case.reads("appeal_effect", "suspends") && rests;
            let filed_on = days::write(filed_on);
            return json!({"phase": "under_appeal", "in_force": in_force, "since": since, "ground": it.ground, "filed_on": filed_on});
        }
        let run_out = it.filed_on.is_none() && it.appealable_until.is_some_and(|last| on > last);
        let is_final = it.upheld || run_out;
        let mut answer =
            json!({"phase": "cancelled", "in_force": false, "since": since, "ground": it.ground, "final": is_final});
        if let (Some(last), false) = (it.appealable_until, is_final) {
            answer["appealable_until"] = json!(days::write(last));
        }
        return answer;
    }
    if now.released {
        return json!({"phase": "released", "in_force": true});
    }
    if let Some(it) = &now.application {
        let in_force = now.lapsed.is_none() && see_below;
        return match &it.accepted {
            Some((on, _)) => json!({"phase": "under_review", "in_force": in_force, "accepted_on": days::write(*on)}),
            None => json!({"phase": "filed", "in_force": in_force, "filed_on": days::write(it.filed_on.unwrap())}),
        };
    }
    if let Some(since) = now.lapsed {
        return json!({"phase": "lapsed", "in_force": false, "since": days::write(since)});
    }
    let deadline = now.deadline();
    if let Some((requested_on, _)) = now.request
        && on > deadline
    {
        return json!({"phase": "deferral_pending", "in_force": see_below, "requested_on": days::write(requested_on)});
    }
    let until = days::write(deadline);
    if on > now.expiry {
        return json!({"phase": "deferred", "in_force": see_below, "until": until});
    }
    if on >= now.opens(case) {
        return json!({"phase": "registration_due", "in_force": true, "until": until});
    }
    json!({"phase": "in_force", "in_force": true, "until": until})
}

fn outline(standing: &Value) -> Value {
    let mut row = json!({"phase": standing["phase"], "in_force": standing["in_force"]});
    if !standing["final"].is_null() {
        row["final"] = standing["final"].clone();
    }
    row
}

pub(crate) fn fault_json(event: usize, fault: &Fault) -> Value {
    let mut row = json!({"event": event, "code": fault.code});
    if let Some(clause) = fault.clause {
        row["clause"] = json!(clause);
    }
    if let Some(findings) = &fault.findings {
        row["findings"] = json!(findings);
    }
    if let Some(year) = fault.year {
        row["year"] = json!(year);
    }
    row
}

fn or_refusal(answer: Result<Value, Refusal>) -> Value {
    answer.unwrap_or_else(|(event, fault)| json!({"error": fault_json(event, &fault)}))
}

/// Answers every question of a case, in order.
pub(crate) fn answers(json: &Value) -> Vec<Value> {
    let known = |question: &Value| Case::read(json, question["known_on"].as_str().map(days::read));
    json["ask"].as_array().unwrap().iter().map(|question| answer(&known(question), question)).collect()
}

/// Answers one question.
pub(crate) fn answer(case: &Case, question: &Value) -> Value {
    match question["query"].as_str().unwrap() {
        "standing" => {
            let on = day(&question["on"]);
            or_refusal(certificate_on(case, on).map(|it| standing(case, &it, on)))
        }
        "timeline" => or_refusal(timeline(case, day(&question["until"]))),
        "outlook" => or_refusal(outlook(case, day(&question["on"]))),
        "education" => {
            let on = day(&question["on"]);
            or_refusal(certificate_on(case, on).map(|it| match it {
                None => json!({"error": {"code": "not_approved", "clause": "47.4.1"}}),
                Some(it) if !it.subject => json!({"error": {"code": "not_subject", "clause": "47.0"}}),
                Some(it) => schooling::answer(case, &it, on),
            }))
        }
        "assessment" => {
            let on = day(&question["on"]);
            or_refusal(certificate_on(case, on).map(|it| {
                let findings = assessment(case, &it, on, &question["application"]);
                json!({"eligible": findings.is_empty(), "findings": findings})
            }))
        }
        "irregularities" => {
            let last = case.history.iter().map(|event| event.on).max().unwrap_or(0);
            let all = walk(case, last, |_, _| {});
            or_refusal(all.map(|all| all.iter().map(|(event, fault)| fault_json(*event, fault)).collect()))
        }
        "sensitivity" => sensitivity(case, day(&question["on"])),
        "review_by" => {
            match days::working_days_after(day(&question["accepted_on"]), case.number("review_working_days")) {
                Ok(last) => json!({"review_by": days::write(last)}),
                Err(year) => json!({"error": {"code": "calendar_uncovered", "year": year}}),
            }
        }
        other => panic!("`{other}` is not for the model"),
    }
}

fn timeline(case: &Case, until: Day) -> Result<Value, Refusal> {
    let mut rows: Vec<Value> = Vec::new();
    let mut before = Value::Null;
    walk(case, until, |today, certificate| {
        let now = outline(&standing(case, certificate, today));
        if now != before {
            let mut row = now.clone();
            row["from"] = json!(days::write(today));
            rows.push(row);
            before = now;
        }
    })?;
    Ok(json!(rows))
}

fn outlook(case: &Case, on: Day) -> Result<Value, Refusal> {
    let mut certificate = certificate_on(case, on)?;
    let now = outline(&standing(case, &certificate, on));
    let Some(it) = &certificate else { return Ok(json!({})) };
    let published = it.cancelled.as_ref().and_then(|it| it.appealable_until).unwrap_or(0);
    let bound = on.max(it.expiry).max(it.deadline()).max(published).max(case.repealed_on.unwrap_or(0)) + 400;
    for tomorrow in on + 1..=bound {
        certificate.as_mut().unwrap().dawn(case, tomorrow);
        let then = outline(&standing(case, &certificate, tomorrow));
        if then != now {
            return Ok(json!({"holds_until": days::write(tomorrow - 1), "then": then}));
        }
    }
    Ok(json!({}))
}

fn assessment(case: &Case, certificate: &Option<Certificate>, on: Day, application: &Value) -> Vec<Value> {
    let Some(now) = certificate else { return vec![json!({"code": "not_approved", "clause": "47.4.1"})] };
    if !now.subject {
        return vec![json!({"code": "not_subject", "clause": "47.0"})];
    }
    if case.repealed(on) {
        return vec![json!({"code": "repealed"})];
    }
    let mut findings = Vec::new();
    if now.cancelled.is_some() {
        findings.push(json!({"code": "cancelled", "clause": "47.10"}));
    } else if now.lapsed.is_some() && case.reads("lapse_effect", "for_good") {
        findings.push(json!({"code": "lapsed", "clause": "47.3"}));
    } else if now.accepted().is_some() {
        findings.push(json!({"code": "application_pending", "clause": "47.7"}));
    } else if now.request.is_some() {
        findings.push(json!({"code": "deferral_pending", "clause": "47.8"}));
    } else if on < now.opens(case) {
        findings.push(json!({"code": "before_window", "clause": "47.3"}));
    }
    findings.extend(schooling::conditions(case, now, on, application));
    findings
}

fn sensitivity(case: &Case, on: Day) -> Value {
    let outcome = |case: &Case| match certificate_on(case, on) {
        Ok(it) => {
            let standing = standing(case, &it, on);
            json!({"phase": standing["phase"], "in_force": standing["in_force"]})
        }
        Err((_, fault)) => json!({"error": fault.code}),
    };
    let as_is = outcome(case);
    let mut rows = Vec::new();
    for (reading, values) in READINGS {
        let (other, to) = case.turned(reading, values);
        let mut row = outcome(&other);
        if row != as_is {
            row["reading"] = json!(reading);
            row["to"] = json!(to);
            rows.push(row);
        }
    }
    json!(rows)
}
