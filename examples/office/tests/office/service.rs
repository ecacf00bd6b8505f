//! Starting, answering the public, and ending.

use crate::harness::{Office, offices};
use serde_json::Value;
use std::time::Duration;

/// The first story's certificate.
const ASKED: &str = "/api/public?number=31-2005-0001&name=%E7%8E%8B%E4%BC%9F";

#[test]
fn the_public_is_told_whether_number_and_name_match() {
    for office in offices(&[]) {
        let anybody = office.anybody();
        assert_eq!(anybody.read("/health")["status"], "ok");
        let found = anybody.read(ASKED);
        assert_eq!((found["check"].as_str(), found["record"]["phase"].as_str()), (Some("match"), Some("under_review")));
        assert_eq!(found["record"]["name"], "王*");
        // Neither which of the two is another, nor anything of the certificate, is told.
        let other = anybody.read("/api/public?number=31-2005-0001&name=%E6%9D%8E%E5%9B%9B");
        assert_eq!(other, anybody.read("/api/public?number=none&name=%E7%8E%8B%E4%BC%9F"));
        assert_eq!(other, serde_json::json!({ "check": "no_match" }));
    }
}

#[test]
fn what_was_filled_is_there_after_a_restart_and_not_twice() {
    for mut office in offices(&[]) {
        office.fill(2000);
        let count = |office: &Office| office.login("clerk").read("/api/counter").as_array().unwrap().len();
        let before = count(&office);
        assert!(before > 3);
        assert!(office.stop(), "it ends with 0 when it is told to");
        let again = Office::start(office.database.clone(), &[]);
        assert_eq!(count(&again), before);
        assert_eq!(again.anybody().read(ASKED)["check"], "match");
    }
}

#[test]
fn what_is_under_way_is_answered_before_the_end() {
    for mut office in offices(&[]) {
        office.fill(20_000);
        // A slow request: the agenda of many certificates.
        let clerk = office.login("clerk");
        let asking = std::thread::spawn(move || clerk.get("/api/agenda?from=2008-01-01&to=2008-12-31").status());
        std::thread::sleep(Duration::from_millis(30));
        assert!(office.stop());
        assert_eq!(asking.join().unwrap(), 200);
    }
}

#[test]
fn one_address_may_not_ask_without_end() {
    for office in offices(&["--public-limit", "5"]) {
        let statuses: Vec<_> = (0..8).map(|_| office.anybody().get(ASKED).status().as_u16()).collect();
        assert_eq!(statuses[..5], [200; 5]);
        assert_eq!(statuses[7], 429);
        let told: Value = office.anybody().get(ASKED).json().unwrap();
        assert_eq!(told["type"], "urn:ruankao:problem:too_many");
    }
}
