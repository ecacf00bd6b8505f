//! A case as the model reads it: the regulation with its defaults, and the rest left as JSON.

use crate::days::{self, Day};
use serde_json::{Value, json};

/// The readings in the order of rules.md 3, with the default first.
pub(crate) const READINGS: [(&str, [&str; 2]); 20] = [
    ("expiry_day", ["corresponding_day", "day_before"]),
    ("term_start", ["registration", "previous_expiry"]),
    ("education_year", ["cycle", "calendar"]),
    ("first_registration", ["education_required", "education_exempt"]),
    ("late_hours", ["not_counted", "counted"]),
    ("extension_effect", ["added_to_year", "later_years_move"]),
    ("deferred_validity", ["in_force", "not_in_force"]),
    ("pending_at_expiry", ["continues", "lapses"]),
    ("appeal_effect", ["none", "suspends"]),
    ("term_last_day", ["as_is", "next_working_day"]),
    ("appeal_last_day", ["next_working_day", "as_is"]),
    ("absence_year", ["calendar", "rolling"]),
    ("absence_measure", ["days", "months"]),
    ("restored_term", ["as_it_was", "tolled"]),
    ("in_time", ["filing", "acceptance"]),
    ("conditions_on", ["decision", "acceptance"]),
    ("lapse_effect", ["for_good", "may_return"]),
    ("fraud_scope", ["registration", "any_request"]),
    ("off_post_from", ["approval", "any_time"]),
    ("lapsed_at_repeal", ["stays_lapsed", "revived"]),
];

/// The parameters of rules.md 2 that are numbers, with the notices' figures.
pub(crate) const PARAMETERS: [(&str, i64); 12] = [
    ("validity_years", 3),
    ("window_months", 3),
    ("cycle_hours", 180),
    ("yearly_hours", 40),
    ("deferral_months", 12),
    ("extension_months", 12),
    ("absence_days", 183),
    ("absence_months", 6),
    ("off_post_years", 2),
    ("review_working_days", 15),
    ("appeal_days", 30),
    ("record_retention_years", 3),
];

/// An event or an entry of the ledger: its place in the full list, its day, and the whole of it.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) place: usize,
    pub(crate) on: Day,
    pub(crate) json: Value,
}

impl Record {
    /// The name of an event.
    pub(crate) fn name(&self) -> &str {
        self.json["event"].as_str().unwrap()
    }

    /// The hours of an entry, in tenths.
    pub(crate) fn tenths(&self) -> i64 {
        format!("{:.0}", self.json["hours"].as_f64().unwrap() * 10.0).parse().unwrap()
    }
}

/// A case, with the records that were held on the day it is asked as known on.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) regulation: Value,
    pub(crate) repealed_on: Option<Day>,
    pub(crate) readings: Value,
    pub(crate) mode: String,
    pub(crate) history: Vec<Record>,
    pub(crate) ledger: Vec<Record>,
    pub(crate) providers: Value,
    pub(crate) agencies: Value,
}

impl Case {
    /// Reads the case as known on a day, or as it is known in the end.
    pub(crate) fn read(case: &Value, known_on: Option<Day>) -> Self {
        let list = |name: &str| {
            let all = case[name].as_array().into_iter().flatten().enumerate();
            let held = all.filter(|(_, json)| held(json, known_on));
            held.map(|(place, json)| Record { place, on: day(&json["on"]), json: json.clone() }).collect()
        };
        Self {
            regulation: case["regulation"].clone(),
            repealed_on: case["regulation"]["repealed_on"].as_str().map(days::read),
            readings: case["readings"].clone(),
            mode: case["mode"].as_str().unwrap_or("strict").to_owned(),
            history: list("history"),
            ledger: list("ledger"),
            providers: case["providers"].clone(),
            agencies: case["agencies"].clone(),
        }
    }

    /// A parameter.
    pub(crate) fn number(&self, name: &str) -> i64 {
        let default = PARAMETERS.iter().find(|(known, _)| *known == name).unwrap().1;
        self.regulation[name].as_i64().unwrap_or(default)
    }

    /// The first day of the regime.
    pub(crate) fn scope_from(&self) -> Day {
        days::read(self.regulation["scope_from"].as_str().unwrap_or("2004-01-01"))
    }

    /// Whether the notices no longer apply on that day.
    pub(crate) fn repealed(&self, on: Day) -> bool {
        self.repealed_on.is_some_and(|repeal| repeal <= on)
    }

    /// The days by which a term ends before its corresponding day.
    pub(crate) fn offset(&self) -> usize {
        usize::from(self.reads("expiry_day", "day_before"))
    }

    /// Whether a reading is taken; `value` is one of its two.
    pub(crate) fn reads(&self, name: &str, value: &str) -> bool {
        let values = READINGS.iter().find(|(known, _)| *known == name).unwrap().1;
        assert!(values.contains(&value), "`{value}` is no value of `{name}`");
        self.readings[name].as_str().unwrap_or(values[0]) == value
    }

    /// The same case with one reading turned, and the value it is turned to.
    pub(crate) fn turned(&self, name: &str, values: [&'static str; 2]) -> (Self, &'static str) {
        let to = if self.reads(name, values[0]) { values[1] } else { values[0] };
        let mut case = self.clone();
        if case.readings.is_null() {
            case.readings = json!({});
        }
        case.readings[name] = json!(to);
        (case, to)
    }
}

/// Whether the register held a record at the end of that day, or holds it in the end.
fn held(json: &Value, known_on: Option<Day>) -> bool {
    let recorded_on = day(if json["recorded_on"].is_null() { &json["on"] } else { &json["recorded_on"] });
    let struck_on = json["struck_on"].as_str().map(days::read);
    match known_on {
        None => struck_on.is_none(),
        Some(known_on) => recorded_on <= known_on && struck_on.is_none_or(|day| day > known_on),
    }
}

/// Whether a body of this name on the list may act on that day.
pub(crate) fn on_list(list: &Value, id: &Value, on: Day) -> bool {
    list.as_array().unwrap().iter().any(|body| {
        let withdrawn = body["withdrawn_on"].as_str().map(days::read);
        body["id"] == *id && day(&body["approved_on"]) <= on && withdrawn.is_none_or(|day| on < day)
    })
}

pub(crate) fn day(json: &Value) -> Day {
    days::read(json.as_str().unwrap())
}

pub(crate) fn text(json: &Value) -> String {
    json.as_str().unwrap().to_owned()
}

/// Tenths as hours.
pub(crate) fn hours(tenths: i64) -> Value {
    if tenths % 10 == 0 {
        json!(tenths / 10)
    } else {
        json!(format!("{}.{}", tenths / 10, tenths % 10).parse::<f64>().unwrap())
    }
}
