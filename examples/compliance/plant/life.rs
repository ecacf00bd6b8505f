//! The life of a certificate, told event by event.

use crate::plant::Certificate;
use crate::plant::dice::Dice;
use chrono::{Datelike, Days, Months, NaiveDate};
use serde_json::{Value, json};

/// The life of a certificate, as far as it is told: lawful, but for what is planted.
pub struct Life {
    number: u64,
    province: u64,
    /// The day of the approval or of the last registration, from which the term and the cycle run.
    pub start: NaiveDate,
    /// The day of the last event.
    pub last: NaiveDate,
    events: Vec<Value>,
    ledger: Vec<Value>,
    planted: Vec<Planted>,
}

/// Something planted at an event.
pub struct Planted {
    event: usize,
    code: &'static str,
    clause: Option<&'static str>,
    more: Vec<(&'static str, String)>,
}

/// So many days after a day.
pub fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// So many days before a day.
pub fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// The corresponding day so many months later, or the month's last.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

impl Life {
    /// One that begins between 2005 and 2010.
    pub fn new(number: u64, dice: &mut Dice) -> Self {
        let first = NaiveDate::from_ymd_opt(2005, 1, 1).unwrap_or_default();
        let start = after(first, dice.below(6 * 365));
        let province = *dice.of(&[11, 31, 32, 33, 44, 51, 61]).unwrap_or(&11);
        Self { number, province, start, last: start, events: Vec::new(), ledger: Vec::new(), planted: Vec::new() }
    }

    /// The last day of the term.
    pub fn expiry(&self) -> NaiveDate {
        months_after(self.start, 36)
    }

    /// The first day on which to apply.
    pub fn opens(&self) -> NaiveDate {
        self.expiry().checked_sub_months(Months::new(3)).unwrap_or(self.start)
    }

    /// Records an event, with what else it says.
    pub fn event(&mut self, name: &str, on: NaiveDate, more: Value) {
        let mut event = json!({ "event": name, "on": on.to_string() });
        if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
            event.extend(more);
        }
        self.events.push(event);
        self.last = on;
    }

    /// Records that a record was made later, and struck as wrong.
    pub fn strike_last(&mut self, recorded_on: NaiveDate, struck_on: NaiveDate) {
        if let Some(event) = self.events.last_mut() {
            event["recorded_on"] = recorded_on.to_string().into();
            event["struck_on"] = struck_on.to_string().into();
        }
    }

    /// The approval.
    pub fn approve(&mut self) {
        self.approve_on(self.start);
    }

    /// The approval on a day of one's own.
    pub fn approve_on(&mut self, on: NaiveDate) {
        self.start = on;
        self.event("approved", on, json!({}));
    }

    /// The study of a cycle: so many hours in each of its years, with a provider.
    pub fn study(&mut self, dice: &mut Dice, hours: [u64; 3], provider: &str) {
        for (year, hours) in (0..).zip(hours) {
            // Before the window opens, so that it counts whenever the holder is registered.
            let on = after(months_after(self.start, 12 * year), 1 + dice.below(180));
            let mode = if dice.below(4) == 0 { "on_the_job" } else { "spare_time" };
            let field = dice.of(&["software", "networks", "information_systems"]);
            let kind = dice.of(&["knowledge", "technology", "standard", "regulation"]);
            let mut entry = json!({ "on": on.to_string(), "hours": hours, "mode": mode, "field": field, "kind": kind });
            if mode != "on_the_job" || provider != "P1" {
                entry["mode"] = "spare_time".into();
                entry["provider"] = provider.into();
            }
            if hours > 0 {
                self.ledger.push(entry);
            }
        }
    }

    /// The study that a registration asks for, or more.
    pub fn study_enough(&mut self, dice: &mut Dice) {
        let hours = *dice.of(&[[60, 60, 60], [40, 40, 100], [72, 48, 64], [90, 90, 40]]).unwrap_or(&[60; 3]);
        self.study(dice, hours, "P1");
    }

    /// Plants something at the last event.
    pub fn plant(&mut self, code: &'static str, clause: Option<&'static str>) -> &mut Planted {
        let event = self.events.len() - 1;
        self.planted.push(Planted { event, code, clause, more: Vec::new() });
        let last = self.planted.len() - 1;
        &mut self.planted[last]
    }

    /// The certificate as the register holds it, and what was planted.
    pub fn close(self) -> Certificate {
        let id = format!("{:02}-{}-{:07}", self.province, self.start.year(), self.number);
        let planted = self.planted.iter().map(|planted| {
            let act = self.events[planted.event]["event"].clone();
            let mut row = json!({ "certificate": id, "event": planted.event, "act": act, "code": planted.code });
            if let Some(clause) = planted.clause {
                row["clause"] = clause.into();
            }
            for (name, value) in &planted.more {
                row[name] = value.as_str().into();
            }
            row
        });
        let planted = planted.collect();
        let mut line = json!({ "id": id, "history": self.events, "ask": [] });
        if !self.ledger.is_empty() {
            line["ledger"] = self.ledger.into();
        }
        Certificate { line, planted }
    }
}

impl Planted {
    /// What was required.
    pub fn required(&mut self, required: impl ToString) -> &mut Self {
        self.more.push(("required", required.to_string()));
        self
    }

    /// What was found.
    pub fn found(&mut self, found: impl ToString) -> &mut Self {
        self.more.push(("found", found.to_string()));
        self
    }

    /// What it is about.
    pub fn about(&mut self, subject: impl ToString) -> &mut Self {
        self.more.push(("subject", subject.to_string()));
        self
    }

    /// It is one of the conditions of a registration.
    pub fn of_conditions(&mut self) -> &mut Self {
        self.more.push(("part_of", "conditions_not_met".to_owned()));
        self
    }
}
