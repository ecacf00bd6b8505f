//! Two hundred clerks at once on fifty certificates.

use crate::harness::{FULL, Office, enter_for, offices, papers};
use reqwest::blocking::Response;
use ruankao::identity::CitizenNumber;
use ruankao::{History, Law, Ledger, Record};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const CERTIFICATES: usize = 50;
const CLERKS: usize = 200;
const TURNS: usize = 6;

/// The identity number of a holder, another for each.
fn identity(index: usize) -> String {
    let numbers = "0123456789X".chars().map(|last| format!("11010519491231{:03}{last}", 2 * index));
    numbers.into_iter().find(|number| CitizenNumber::parse(number).is_ok()).unwrap()
}

#[test]
fn two_hundred_clerks_on_fifty_certificates_leave_lawful_histories() {
    for office in offices(&[]) {
        let numbers: Vec<String> = (0..CERTIFICATES).map(|index| format!("31-7{index:02}")).collect();
        for (index, number) in numbers.iter().enumerate() {
            enter_for(&office, number, &identity(index), "2005-03-10", FULL);
        }
        let clerks = [office.login("clerk"), office.login("colleague")];
        let workers: Vec<_> = (0..CLERKS)
            .map(|index| {
                let (clerk, number) = (clerks[index % 2].clone(), numbers[index % CERTIFICATES].clone());
                std::thread::spawn(move || {
                    let mut acknowledged = Vec::new();
                    for turn in 0..TURNS {
                        let path = format!("/api/certificates/{number}");
                        let file: Value = answered(|| clerk.get(&path)).json().unwrap();
                        let command = match (file["standing"]["phase"].as_str().unwrap(), turn % 3) {
                            ("registration_due", _) => json!({ "file": papers(&number, "2005-03-10", index % 3 != 0) }),
                            ("filed", _) => json!("accept"),
                            ("under_review", 0) => json!({ "record": { "event": { "event": "application_withdrawn", "on": "2008-01-15" } } }),
                            ("under_review", 1) => json!("refuse"),
                            ("under_review", _) => json!("register"),
                            _ => break,
                        };
                        let request = json!({ "version": file["version"], "do": command });
                        let (path, key) = (format!("{path}/acts"), format!("{index}-{turn}"));
                        let answer = answered(|| clerk.post_with(&path, &request, Some(&key)));
                        match answer.status().as_u16() {
                            201 => acknowledged.push(answer.json::<Value>().unwrap()["version"].as_i64().unwrap()),
                            409 | 422 => {}
                            other => panic!("{other} {}", answer.text().unwrap()),
                        }
                    }
                    (number, acknowledged)
                })
            })
            .collect();
        let mut acknowledged: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        for worker in workers {
            let (number, versions) = worker.join().unwrap();
            acknowledged.entry(number).or_default().extend(versions);
        }
        for (number, mut versions) in acknowledged {
            let file = clerks[0].read(&format!("/api/certificates/{number}"));
            // Whatever was acknowledged is there, once, and nothing else is.
            versions.sort_unstable();
            let held: Vec<i64> = (2..=file["version"].as_i64().unwrap()).collect();
            assert_eq!(versions, held, "{number}");
            assert!(versions.len() > 1);
            assert_lawful(&office, &file);
        }
    }
}

/// Asks again whoever was kept waiting for too long: under its key an act is not done twice.
fn answered(ask: impl Fn() -> Response) -> Response {
    std::iter::repeat_with(ask).find(|answer| answer.status() != 408).unwrap()
}

/// The history as the service tells it, read by the crate alone, strictly.
fn assert_lawful(office: &Office, file: &Value) {
    let mut history = History::default();
    for act in file["acts"].as_array().unwrap().iter().filter(|act| act["event"].is_object()) {
        history.record(serde_json::from_value::<Record<ruankao::Event>>(act["event"].clone()).unwrap());
    }
    let mut ledger = Ledger::default();
    for study in file["studies"].as_array().unwrap() {
        ledger.record(serde_json::from_value::<Record<ruankao::Entry>>(study["entry"].clone()).unwrap());
    }
    let opened = Law::of_2004().open(history, ledger);
    assert!(opened.refusal().is_none(), "{} {:?}", office.database, opened.refusal());
    let on = ruankao::day!(2008, 1, 15);
    let standing = serde_json::to_value(opened.on(on).unwrap().standing()).unwrap();
    assert_eq!(standing, file["standing"]);
}
