//! A case as the model reads it: the regulation with its defaults, and the rest left as JSON.

use crate::days::{self, Day};
use serde_json::{Value, json};

/// The readings in the order of rules.md 3, with the default first.
pub(crate) const READINGS: [(&str, [&str; 2]); 14] = [
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

/// An event: its name, its day, and the whole of it.
#[derive(Clone)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) on: Day,
    pub(crate) json: Value,
}

/// A case.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) regulation: Value,
    pub(crate) readings: Value,
    pub(crate) strict: bool,
    pub(crate) history: Vec<Event>,
    pub(crate) ledger: Vec<(Day, i64, Value)>,
    pub(crate) providers: Value,
    pub(crate) agencies: Value,
}

impl Case {
    /// Reads the case, its hours in tenths.
    pub(crate) fn read(case: &Value) -> Self {
        let events = case["history"].as_array().cloned().unwrap_or_default();
        let entries = case["ledger"].as_array().cloned().unwrap_or_default();
        Self {
            regulation: case["regulation"].clone(),
            readings: case["readings"].clone(),
            strict: case["mode"] != "audit",
            history: events
                .into_iter()
                .map(|json| Event { name: text(&json["event"]), on: day(&json["on"]), json })
                .collect(),
            ledger: entries.into_iter().map(|json| (day(&json["on"]), tenths(&json["hours"]), json)).collect(),
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

pub(crate) fn tenths(json: &Value) -> i64 {
    format!("{:.0}", json.as_f64().unwrap() * 10.0).parse().unwrap()
}

/// Tenths as hours.
pub(crate) fn hours(tenths: i64) -> Value {
    if tenths % 10 == 0 {
        json!(tenths / 10)
    } else {
        json!(format!("{}.{}", tenths / 10, tenths % 10).parse::<f64>().unwrap())
    }
}
