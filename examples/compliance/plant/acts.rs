//! Acts as they are written, lawful as they stand.

use crate::plant::dice::Dice;
use crate::plant::life::{Life, after, months_after};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// An application to which nothing is lacking.
pub fn application() -> Value {
    json!({
        "conduct_good": true, "no_criminal_record": true, "fit_for_post": true, "employer_assessment_passed": true,
        "documents": ["certificate", "identity", "application_form", "education_proof"], "fee_paid": true,
    })
}

/// The particulars of an acceptance at an agency.
pub fn at(agency: &str, application: Value) -> Value {
    json!({ "agency": agency, "application": application })
}

/// The calendar year after that in which the cycle began, most of it spent away.
pub fn away(life: &Life) -> Value {
    let year = life.start.year() + 1;
    json!([{ "from": format!("{year}-02-01"), "to": format!("{year}-10-31") }])
}

impl Life {
    /// An application in the window, accepted; the day of it.
    pub fn accept(&mut self, dice: &mut Dice) -> NaiveDate {
        let on = after(self.opens(), dice.below(60)).max(self.last);
        self.event("application_accepted", on, at("A1", application()));
        on
    }

    /// A registration on what is accepted: the next term starts.
    pub fn register(&mut self, dice: &mut Dice, more: Value) {
        let on = after(self.last, 1 + dice.below(15));
        self.event("registered", on, more);
        self.start = on;
    }

    /// A whole cycle, and the registration at its end.
    pub fn renew(&mut self, dice: &mut Dice) {
        self.study_enough(dice);
        self.accept(dice);
        self.register(dice, json!({}));
    }

    /// A request for deferral in the window, for so many months beyond the term.
    pub fn request_deferral(&mut self, dice: &mut Dice, months: u32, more: Value) {
        let until = months_after(self.expiry(), months);
        self.request_deferral_until(dice, until, more);
    }

    /// The same until a day.
    pub fn request_deferral_until(&mut self, dice: &mut Dice, until: NaiveDate, more: Value) {
        let on = after(self.opens(), dice.below(40)).max(self.last);
        let mut request = json!({ "until": until.to_string(), "evidence": true });
        merge(&mut request, more);
        self.event("deferral_requested", on, request);
    }

    /// An extension of the cycle, granted in its third year.
    pub fn extend(&mut self, dice: &mut Dice, until: NaiveDate, more: Value) {
        let on = after(months_after(self.start, 24), 60 + dice.below(100)).max(self.last);
        let arose_on = after(months_after(self.start, 12), 50 + dice.below(200));
        let mut grant = json!({
            "arose_on": arose_on.to_string(), "until": until.to_string(), "written_application": true, "evidence": true,
        });
        merge(&mut grant, more);
        self.event("extension_granted", on, grant);
    }

    /// A cancellation after the first two years of the term.
    pub fn cancel(&mut self, dice: &mut Dice, more: Value) {
        let on = after(months_after(self.start, 26), dice.below(200)).max(self.last);
        self.event("cancelled", on, more);
    }
}

/// Puts fields in the place of others.
fn merge(object: &mut Value, more: Value) {
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
}
