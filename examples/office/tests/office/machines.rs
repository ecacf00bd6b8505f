//! From form to stamp by JSON: refusals with their clauses, conflicts, keys, records, evidence.

use crate::harness::{FULL, enter, offices, papers};
use ruankao::Law;
use serde_json::{Value, json};

#[test]
fn from_the_form_to_the_stamp_with_a_refusal_and_a_correction_on_the_way() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let clerk = office.login("clerk");

        // A form that cannot be read: all that is wrong with it at once, field by field.
        let mut unreadable = papers("31-77", "2005-03-10", false);
        unreadable["form"]["fields"]["postal_code"] = json!("20007");
        unreadable["form"]["fields"]["sex"] = json!("");
        let problem = clerk.refused("31-77", json!({ "file": unreadable }));
        let fields: Vec<_> = problem["defects"].as_array().unwrap().iter().map(|defect| &defect["field"]).collect();
        assert_eq!(fields, ["sex", "postal_code"]);

        clerk.done("31-77", json!({ "file": papers("31-77", "2005-03-10", false) }));
        // It is filed, and there is nothing to decide yet.
        assert_eq!(clerk.refused("31-77", json!("register"))["code"], "no_application_pending");
        assert_eq!(clerk.done("31-77", json!("accept"))["standing"]["phase"], "under_review");

        let examined = clerk.read("/api/certificates/31-77/examination");
        assert_eq!(
            (examined["met"].as_bool(), examined["findings"][0]["code"].as_str()),
            (Some(false), Some("fee_unpaid"))
        );
        let problem = clerk.refused("31-77", json!("register"));
        assert_eq!((problem["status"].as_u64(), problem["code"].as_str()), (Some(422), Some("conditions_not_met")));
        assert_eq!(problem["findings"][0]["clause"], "47.6");

        // The fee is paid: there is nothing to refuse it for any more. The number on the form lies elsewhere and is left out.
        clerk.done("31-77", json!({ "correct": papers("31-77", "2005-03-10", true) }));
        assert_eq!(clerk.refused("31-77", json!("refuse"))["code"], "refused_without_finding");
        let registered = clerk.done("31-77", json!("register"));
        assert_eq!(registered["standing"], json!({ "phase": "in_force", "in_force": true, "until": "2011-01-15" }));
        assert!(registered["page"]["zh"].as_str().unwrap().contains("加盖计算机专业技术资格（水平）证书登记专用章"));

        // What is kept of it: who, on which version, under which law.
        let file = clerk.read("/api/certificates/31-77");
        let act = file["acts"].as_array().unwrap().last().unwrap();
        assert_eq!((act["actor"].as_str(), act["event"]["event"].as_str()), (Some("clerk"), Some("registered")));
        assert_eq!(act["decided_version"], json!(act["version"].as_i64().unwrap() - 1));
        assert_eq!(act["law"], Law::of_2004().fingerprint().to_string());
    }
}

#[test]
fn of_two_who_act_at_once_one_wins_and_the_other_is_told_what_changed() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let (clerk, colleague) = (office.login("clerk"), office.login("colleague"));
        let request = json!({ "version": 1, "do": { "file": papers("31-77", "2005-03-10", true) } });
        assert_eq!(clerk.post("/api/certificates/31-77/acts", &request).status(), 201);
        let answer = colleague.post("/api/certificates/31-77/acts", &request);
        assert_eq!(answer.status(), 409);
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["changed"]["version"], 2);
        let since = problem["changed"]["since"].as_array().unwrap();
        assert_eq!((since.len(), since[0]["actor"].as_str()), (1, Some("clerk")));
        assert_eq!(since[0]["en"], "2008-01-15 application filed");
    }
}

#[test]
fn a_key_repeated_gives_the_first_answer() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let clerk = office.login("clerk");
        let acts = "/api/certificates/31-77/acts";
        let file = json!({ "version": 1, "do": { "file": papers("31-77", "2005-03-10", true) } });
        let first = clerk.post_with(acts, &file, Some("k1"));
        assert_eq!((first.status().as_u16(), first.headers().contains_key("idempotency-replayed")), (201, false));
        let first = first.text().unwrap();
        let again = clerk.post_with(acts, &file, Some("k1"));
        assert_eq!((again.status().as_u16(), again.headers()["idempotency-replayed"].to_str().unwrap()), (201, "true"));
        assert_eq!(again.text().unwrap(), first);
        assert_eq!(clerk.version("31-77"), 2);

        // A refusal is a first answer too, whatever came after it.
        let accept = json!({ "version": 1, "do": "accept" });
        assert_eq!(clerk.post_with(acts, &accept, Some("k2")).status(), 409);
        clerk.done("31-77", json!("accept"));
        let told: Value = clerk.post_with(acts, &accept, Some("k2")).json().unwrap();
        assert_eq!(told["changed"]["version"], 2);

        // The key belongs to that request, and to that user.
        assert_eq!(clerk.post_with(acts, &json!({ "version": 3, "do": "register" }), Some("k1")).status(), 422);
        let other = office.login("colleague").post_with(acts, &json!({ "version": 3, "do": "register" }), Some("k1"));
        assert_eq!(other.status(), 201);
    }
}

#[test]
fn deferral_revocation_and_appeal_take_those_whose_they_are() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let [clerk, province, board] = ["clerk", "province", "office"].map(|name| office.login(name));
        let record = |event: Value| json!({ "record": { "event": event } });
        // What the province has to consent to is not for the clerk to say.
        let other = |until: &str| {
            record(json!({
                "event": "deferral_requested", "on": "2008-01-15", "ground": "other", "until": until,
                "provincial_consent": true, "evidence": true,
            }))
        };
        assert_eq!(clerk.refused("31-77", other("2008-09-10"))["code"], "consent_missing");
        let consent =
            |kind: &str| province.post("/api/certificates/31-77/consents", &json!({ "consent": kind })).status();
        assert_eq!(consent("consent_to_deferral"), 201);
        clerk.done("31-77", other("2008-09-10"));
        clerk.done("31-77", record(json!({ "event": "deferral_granted", "on": "2008-01-15" })));

        clerk.done("31-77", json!({ "file": papers("31-77", "2005-03-10", true) }));
        let fraud = || {
            record(json!({ "event": "cancelled", "on": "2008-01-15", "ground": "fraud", "verified_by_province": true }))
        };
        assert_eq!(clerk.refused("31-77", fraud())["code"], "verification_missing");
        assert_eq!(consent("verify_fraud"), 201);
        assert_eq!(clerk.done("31-77", fraud())["standing"]["phase"], "cancelled");
        clerk.done("31-77", record(json!({ "event": "cancellation_published", "on": "2008-01-15" })));

        let appeal = || record(json!({ "event": "appeal_filed", "on": "2008-01-15" }));
        assert_eq!(clerk.refused("31-77", appeal())["status"], 403);
        board.done("31-77", appeal());
        let decided = record(json!({ "event": "appeal_decided", "on": "2008-01-15", "outcome": "overturned" }));
        assert_eq!(board.done("31-77", decided)["standing"]["phase"], "filed");
        // What lay on the table lies there again.
        let tasks = clerk.read("/api/counter");
        let task = tasks.as_array().unwrap().iter().find(|task| task["certificate"] == "31-77").unwrap();
        assert_eq!(task["kind"], "filing");
    }
}

#[test]
fn what_was_wrong_is_struck_and_stays_in_the_register() {
    for office in offices(&[]) {
        enter(&office, "31-77", "2005-03-10", FULL);
        let clerk = office.login("clerk");
        clerk.done("31-77", json!({ "file": papers("31-77", "2005-03-10", true) }));
        clerk.done("31-77", json!({ "strike": { "version": 2 } }));
        let file = clerk.read("/api/certificates/31-77");
        assert_eq!(file["standing"]["phase"], "registration_due");
        assert_eq!(
            (file["acts"][1]["struck_on"].as_str(), file["acts"][2]["strikes"].as_i64()),
            (Some("2008-01-15"), Some(2))
        );
        // Nothing that others rest on can be struck from under them: the certificate would not be approved.
        clerk.done("31-77", json!({ "file": papers("31-77", "2005-03-10", true) }));
        let centre = office.login("centre");
        assert_eq!(centre.refused("31-77", json!({ "strike": { "version": 1 } }))["code"], "not_approved");
        // Hours that are struck no longer count.
        assert_eq!(clerk.read("/api/certificates/31-77")["hours_missing"], 0);
        assert_eq!(clerk.post("/api/certificates/31-77/studies/3/strike", &json!({})).status(), 201);
        assert_eq!(clerk.read("/api/certificates/31-77")["hours_missing"], 60);
    }
}

#[test]
fn the_description_tells_every_route_and_type() {
    for office in offices(&[]) {
        let description = office.anybody().read("/openapi.json");
        assert_eq!(description["openapi"], "3.1.0");
        let paths: Vec<_> = description["paths"].as_object().unwrap().keys().cloned().collect();
        assert!(paths.contains(&"/api/certificates/{number}/acts".to_owned()), "{paths:?}");
        // Every reference leads somewhere.
        let text = description.to_string();
        let references = text.split("\"$ref\":\"#/components/schemas/").skip(1);
        for name in references.map(|rest| rest.split('"').next().unwrap()) {
            assert!(description["components"]["schemas"][name].is_object(), "`{name}` leads nowhere");
        }
    }
}
