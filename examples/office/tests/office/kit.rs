//! The kit over HTTP: the service held against the crate, case by case.

use crate::harness::{Asker, offices};
use chrono::NaiveDate;
use reqwest::blocking::Response;
use ruankao::conformance::{Capability, Driven, Level, Stance, System, check, seeded_cases_for};
use ruankao::lifecycle::PhaseName;
use ruankao::{Application, Code, Event, Language, Law, Ledger, Mode, Record};
use serde_json::{Value, json};

/// The service, as the kit's trait asks it.
struct Service {
    asker: Asker,
    mode: Mode,
    number: String,
}

impl Service {
    fn path(&self, what: &str) -> String {
        format!("/conformance/certificates/{}/{what}", self.number)
    }
}

fn read<T: serde::de::DeserializeOwned>(answer: Response) -> Result<T, String> {
    let status = answer.status();
    let text = answer.text().map_err(|error| error.to_string())?;
    if !status.is_success() {
        return Err(format!("{status} {text}"));
    }
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

impl System for Service {
    type Failure = String;

    fn stance(&self) -> Stance {
        // The trait asks of what is known now alone.
        Stance::any().level(Level::Findings).mode(self.mode).without([Capability::KnownOn])
    }

    fn open(&mut self, law: &Law, ledger: &Ledger) -> Result<(), String> {
        let opening = json!({ "law": law, "ledger": ledger, "mode": self.mode });
        let opened: Value = read(self.asker.post("/conformance/certificates", &opening))?;
        self.number = opened["number"].as_str().ok_or("no number")?.into();
        Ok(())
    }

    fn record(&mut self, record: &Record<Event>) -> Result<Result<(), Code>, String> {
        let answer = self.asker.post(&self.path("acts"), &json!(record));
        if answer.status() == 422 {
            let problem: Value = answer.json().map_err(|error| error.to_string())?;
            return Ok(Err(serde_json::from_value(problem["code"].clone()).map_err(|error| error.to_string())?));
        }
        read::<Value>(answer).map(|_| Ok(()))
    }

    fn standing(&mut self, on: NaiveDate) -> Result<(PhaseName, bool), String> {
        let standing: Value = read(self.asker.get(&self.path(&format!("standing?on={on}"))))?;
        let phase = serde_json::from_value(standing["phase"].clone()).map_err(|error| error.to_string())?;
        Ok((phase, standing["in_force"].as_bool().ok_or("no standing")?))
    }

    fn assess(&mut self, on: NaiveDate, application: &Application) -> Result<Vec<Code>, String> {
        read(self.asker.post(&self.path("assessment"), &json!({ "on": on, "application": application })))
    }

    fn irregularities(&mut self) -> Result<Vec<(usize, Code)>, String> {
        read(self.asker.get(&self.path("irregularities")))
    }
}

#[test]
fn the_service_conforms_under_every_law_and_way_of_reading() {
    for office in offices(&["--conformance"]) {
        for mode in [Mode::Strict, Mode::Audit, Mode::Recorded] {
            let service = Service { asker: office.anybody(), mode, number: String::new() };
            let mut driven = Driven(service);
            let stance = driven.0.stance();
            let report = check(&mut driven, seeded_cases_for(8, &stance).take(60));
            assert!(report.conforms(), "{}", report.in_words(Language::En));
            assert!(report.questions > 60);
        }
    }
}

#[test]
fn nobody_finds_the_kit_where_it_is_not_switched_on() {
    for office in offices(&[]) {
        let opening = json!({ "law": Law::of_2004(), "ledger": [], "mode": "strict" });
        assert_eq!(office.anybody().post("/conformance/certificates", &opening).status(), 404);
    }
}
