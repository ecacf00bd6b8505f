//! What each role may do, and what it may not.

use crate::harness::{FULL, enter, offices, papers};
use serde_json::{Value, json};

const ALL: [&str; 5] = ["clerk", "colleague", "province", "office", "centre"];

#[test]
fn a_login_cannot_reach_another_roles_acts() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let record = |event: &str| json!({ "record": { "event": { "event": event, "on": "2008-01-15" } } });
        let clerks = ["clerk", "colleague"];
        let acts: Vec<(Value, &[&str])> = vec![
            (json!({ "file": papers("31-77", "2005-03-10", true) }), &clerks),
            (json!("accept"), &clerks),
            (json!("register"), &clerks),
            (json!("refuse"), &clerks),
            (record("application_withdrawn"), &clerks),
            (record("deferral_granted"), &clerks),
            (record("deferral_refused"), &clerks),
            (record("cancellation_published"), &clerks),
            (record("appeal_filed"), &["office"]),
            (json!({ "strike": { "version": 1 } }), &["centre"]),
        ];
        for name in ALL {
            let user = office.login(name);
            for (command, whose) in &acts {
                // Somebody whose act it is gets to the law, or to a version that is none: nothing is changed here.
                let request = json!({ "version": 99, "do": command });
                let status = user.post("/api/certificates/31-77/acts", &request).status().as_u16();
                assert_eq!(status, if whose.contains(&name) { 409 } else { 403 }, "{name} {command}");
            }
        }
        assert_eq!(office.login("clerk").version("31-77"), 1);
    }
}

#[test]
fn each_path_that_changes_anything_asks_who_it_is() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let study = json!({ "entry": { "on": "2007-01-01", "hours": 8, "mode": "spare_time", "field": "software", "kind": "standard" } });
        let new = json!({ "number": "9", "name": "李四", "qualification": "程序员", "obtained_on": "2006-01-01", "identity_number": "11010519491231002X" });
        let paths: [(&str, Value, &[&str]); 6] = [
            ("/api/certificates", new, &["centre"]),
            ("/api/certificates/31-77/studies", study, &["clerk", "colleague"]),
            ("/api/certificates/31-77/consents", json!({ "consent": "verify_fraud" }), &["province"]),
            ("/api/certificates/31-77/looks", json!({ "reason": "核对" }), &["clerk", "colleague"]),
            ("/api/certificates/31-77/duties/1/update_query_system", json!({}), &["centre"]),
            ("/api/certificates/31-77/acts", json!({ "version": 1, "do": "accept" }), &["clerk", "colleague"]),
        ];
        for (path, body, whose) in paths {
            assert_eq!(office.anybody().post(path, &body).status(), 401, "{path}");
            let mut forged = office.anybody();
            forged.token = Some("0".repeat(64));
            assert_eq!(forged.post(path, &body).status(), 401, "{path}");
            for name in ALL.into_iter().filter(|name| !whose.contains(name)) {
                assert_eq!(office.login(name).post(path, &body).status(), 403, "{name} {path}");
            }
            for name in whose {
                assert_ne!(office.login(name).post(path, &body).status(), 403, "{name} {path}");
            }
        }
        for path in ["/api/counter", "/api/certificates/31-77", "/api/agenda?from=2008-01-01&to=2008-02-01"] {
            assert_eq!(office.anybody().get(path).status(), 401, "{path}");
        }
        // A calendar program logs in nowhere: it knows the address, or is told nothing.
        assert_eq!(office.anybody().get("/agenda/guessed/office.ics").status(), 404);
    }
}

#[test]
fn an_identity_number_is_shown_masked_and_every_look_is_recorded() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let clerk = office.login("clerk");
        clerk.done("31-77", json!({ "file": papers("31-77", "2005-03-10", true) }));
        let number = "11010519491231002X";
        let shown = clerk.get("/api/certificates/31-77").text().unwrap();
        assert!(!shown.contains(number) && !shown.contains("0519491231"));
        assert_eq!(clerk.post("/api/certificates/31-77/looks", &json!({ "reason": " " })).status(), 400);
        let looked: Value =
            clerk.post("/api/certificates/31-77/looks", &json!({ "reason": "核对身份" })).json().unwrap();
        assert_eq!(looked["number"], number);

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            sqlx::any::install_default_drivers();
            let pool = sqlx::AnyPool::connect(&office.database).await.unwrap();
            let looks: Vec<(String, String)> =
                sqlx::query_as("SELECT actor, reason FROM looks").fetch_all(&pool).await.unwrap();
            assert_eq!(looks, [("clerk".to_owned(), "核对身份".to_owned())]);
            // In no other table.
            for (table, column) in
                [("acts", "papers"), ("acts", "event"), ("answers", "body"), ("certificates", "number")]
            {
                let query = format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%19491231%'");
                let (count,): (i64,) = sqlx::query_as(&query).fetch_one(&pool).await.unwrap();
                assert_eq!(count, 0, "{table}.{column}");
            }
        });
    }
}
