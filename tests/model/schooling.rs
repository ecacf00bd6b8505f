//! Continuing education and the conditions of registration (rules.md 8 and 9).

use crate::book::{Case, hours, on_list};
use crate::certificate::Certificate;
use crate::days::{self, Day};
use serde_json::{Value, json};

/// A year of education: its days, the tenths earned in it, those made up among them, and the tenths required.
pub(crate) struct Year {
    from: Day,
    to: Day,
    earned: i64,
    made_up: Option<i64>,
    required: i64,
}

/// What the ledger comes to on a day.
pub(crate) struct Schooling {
    from: Day,
    to: Day,
    earned: i64,
    late: Option<i64>,
    required: i64,
    years: Vec<Year>,
    disregarded: Vec<Value>,
}

fn short(required: i64, earned: i64) -> i64 {
    (required - earned).max(0)
}

/// Whether this registration asks for no education.
pub(crate) fn exempt(case: &Case, now: &Certificate) -> bool {
    now.term == 0 && case.reads("first_registration", "education_exempt")
}

/// Looks at the entries dated up to `on`.
pub(crate) fn schooling(case: &Case, now: &Certificate, on: Day) -> Schooling {
    let (start, unextended) = (now.boundary[0], now.last_boundary());
    let end = now.extension.map_or(unextended, |(_, until)| until);
    let counts_late = case.reads("late_hours", "counted");

    let mut disregarded = Vec::new();
    let mut regarded = Vec::new();
    for entry in &case.ledger {
        let (day, json) = (entry.on, &entry.json);
        let in_cycle = start < day && day <= end;
        let late = counts_late && day > end;
        if day > on || !(in_cycle || late) {
            continue;
        }
        if json["mode"] != "on_the_job" && json["provider"].is_null() {
            disregarded.push(json!({"entry": entry.place, "reason": "provider_missing"}));
        } else if json["mode"] != "on_the_job"
            && case.providers.is_array()
            && !on_list(&case.providers, &json["provider"], day)
        {
            disregarded.push(json!({"entry": entry.place, "reason": "provider_not_accredited"}));
        } else {
            regarded.push((day, entry.tenths()));
        }
    }
    let earned_within = |from: Day, to: Day| {
        let mut sum = 0;
        for today in from..=to {
            for (day, tenths) in &regarded {
                if *day == today {
                    sum += tenths;
                }
            }
        }
        sum
    };

    let exempt = exempt(case, now);
    let yearly = if exempt { 0 } else { 10 * case.number("yearly_hours") };
    let mut years = Vec::new();
    if case.reads("education_year", "calendar") {
        for year in days::year(start)..=days::year(unextended) {
            let (from, to) = (days::new_year(year), days::new_year(year + 1) - 1);
            if start < from && to <= unextended {
                let excused = now.extension.is_some_and(|(arose_on, _)| days::year(arose_on) == year);
                let required = if excused { 0 } else { yearly };
                years.push(Year { from, to, earned: earned_within(from, to), made_up: None, required });
            }
        }
    } else {
        let mut boundary = now.boundary.clone();
        let grown = now.extension.map(|(arose_on, until)| {
            let k =
                (1..boundary.len()).find(|k| now.boundary[k - 1] < arose_on && arose_on <= now.boundary[*k]).unwrap();
            (k, until)
        });
        if let Some((k, until)) = grown
            && case.reads("extension_effect", "later_years_move")
        {
            for later in boundary.iter_mut().skip(k) {
                *later += until - unextended;
            }
        }
        for k in 1..boundary.len() {
            let (from, to) = (boundary[k - 1] + 1, boundary[k]);
            let made_up = match grown {
                Some((grown, until)) if grown == k && case.reads("extension_effect", "added_to_year") => {
                    Some(earned_within(unextended + 1, until))
                }
                _ => None,
            };
            let earned = earned_within(from, to) + made_up.unwrap_or(0);
            years.push(Year { from, to, earned, made_up, required: yearly });
        }
    }
    let late = counts_late.then(|| regarded.iter().filter(|(day, _)| *day > end).map(|(_, tenths)| tenths).sum());
    Schooling {
        from: start + 1,
        to: end,
        earned: earned_within(start + 1, end) + late.unwrap_or(0),
        late,
        required: if exempt { 0 } else { 10 * case.number("cycle_hours") },
        years,
        disregarded,
    }
}

/// The answer to `education`.
pub(crate) fn answer(case: &Case, now: &Certificate, on: Day) -> Value {
    let it = schooling(case, now, on);
    let years: Vec<Value> = it
        .years
        .iter()
        .map(|year| {
            let mut row = json!({
                "from": days::write(year.from), "to": days::write(year.to), "hours": hours(year.earned),
                "required": hours(year.required), "shortfall": hours(short(year.required, year.earned)),
            });
            if let Some(made_up) = year.made_up {
                row["made_up"] = hours(made_up);
            }
            row
        })
        .collect();
    let complete =
        short(it.required, it.earned) == 0 && it.years.iter().all(|year| short(year.required, year.earned) == 0);
    let mut answer = json!({
        "from": days::write(it.from), "to": days::write(it.to), "hours": hours(it.earned), "required": hours(it.required),
        "shortfall": hours(short(it.required, it.earned)), "years": years, "disregarded": it.disregarded, "complete": complete,
    });
    if let Some(late) = it.late {
        answer["late"] = hours(late);
    }
    answer
}

/// The findings of rules.md 9, without the one on the state.
pub(crate) fn conditions(case: &Case, now: &Certificate, on: Day, application: &Value) -> Vec<Value> {
    let mut findings = Vec::new();
    for (field, code, clause) in [
        ("conduct_good", "conduct", "47.4.2"),
        ("no_criminal_record", "criminal_record", "47.4.2"),
        ("fit_for_post", "health", "47.4.3"),
        ("employer_assessment_passed", "employer_assessment", "47.4.4"),
    ] {
        if application[field] != true {
            findings.push(json!({"code": code, "clause": clause}));
        }
    }
    for document in ["certificate", "identity", "application_form", "education_proof"] {
        let needed = document != "education_proof" || !exempt(case, now);
        if needed && !application["documents"].as_array().unwrap().iter().any(|it| it == document) {
            findings.push(json!({"code": "document_missing", "clause": "47.6", "document": document}));
        }
    }
    if application["fee_paid"] != true {
        findings.push(json!({"code": "fee_unpaid", "clause": "47.6"}));
    }
    let it = schooling(case, now, on);
    if it.earned < it.required {
        findings
            .push(json!({"code": "education_total", "clause": "48.4", "shortfall": hours(it.required - it.earned)}));
    }
    for (place, year) in it.years.iter().enumerate() {
        if year.earned < year.required {
            let shortfall = hours(year.required - year.earned);
            findings
                .push(json!({"code": "education_year", "clause": "48.4", "year": place + 1, "shortfall": shortfall}));
        }
    }
    findings
}
