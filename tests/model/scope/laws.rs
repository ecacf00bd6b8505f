//! Under what the sequences are read: each reading turned, and each pair of readings that meet in a rule.

use crate::book::{Case, READINGS};
use ruankao::{Law, Ledger, Mode};
use serde_json::{Value, json};

/// The pairs of readings that meet in a rule, with the rule.
pub(crate) const PAIRS: [(&str, &str, &str); 37] = [
    ("expiry_day", "term_start", "the next term starts the day after the old one's end"),
    ("expiry_day", "term_last_day", "the day to be rolled"),
    ("expiry_day", "restored_term", "the day that is tolled"),
    ("expiry_day", "education_year", "calendar years that lie wholly in the cycle"),
    ("expiry_day", "late_hours", "what is late"),
    ("expiry_day", "extension_effect", "the year that grows"),
    ("expiry_day", "lapsed_at_repeal", "what has lapsed by the eve of the repeal"),
    ("term_start", "term_last_day", "the new term's last day"),
    ("term_start", "late_hours", "a cycle that lies ahead"),
    ("term_start", "restored_term", "the new term starts after the tolled old one"),
    ("term_start", "lapse_effect", "the term after a return"),
    ("education_year", "first_registration", "what term 0 requires"),
    ("education_year", "late_hours", "hours of no year"),
    ("education_year", "extension_effect", "the year of the ground"),
    ("first_registration", "late_hours", "what term 0 requires"),
    ("first_registration", "conditions_on", "the conditions of term 0"),
    ("late_hours", "extension_effect", "hours after the cycle's end"),
    ("late_hours", "conditions_on", "hours up to the day of the conditions"),
    ("late_hours", "lapse_effect", "what is studied after a lapse"),
    ("extension_effect", "conditions_on", "hours made up by the day of the conditions"),
    ("deferred_validity", "pending_at_expiry", "an application pending after the deferral"),
    ("deferred_validity", "appeal_effect", "in force while under appeal"),
    ("deferred_validity", "term_last_day", "deferred from the day after the rolled one"),
    ("deferred_validity", "restored_term", "the deferral that is tolled"),
    ("pending_at_expiry", "in_time", "what keeps a certificate beyond its deadline"),
    ("pending_at_expiry", "lapse_effect", "what was pending, after the lapse"),
    ("pending_at_expiry", "lapsed_at_repeal", "what has lapsed by the eve of the repeal"),
    ("pending_at_expiry", "restored_term", "what was pending when it was cancelled"),
    ("appeal_effect", "term_last_day", "in force while under appeal, up to the rolled day"),
    ("appeal_effect", "appeal_last_day", "in time for what suspends"),
    ("appeal_effect", "lapsed_at_repeal", "under appeal through the repeal"),
    ("term_last_day", "restored_term", "the tolled day is rolled"),
    ("absence_year", "absence_measure", "how long an absence is"),
    ("restored_term", "lapsed_at_repeal", "restored after the repeal"),
    ("in_time", "lapse_effect", "what was filed, after the lapse"),
    ("in_time", "lapsed_at_repeal", "what has lapsed by the eve of the repeal"),
    ("lapse_effect", "lapsed_at_repeal", "pending after a lapse, at the repeal"),
];

/// Readings that meet no other in any rule.
pub(crate) const ALONE: [&str; 2] = ["fraud_scope", "off_post_from"];

/// The day of approval: its term ends on a Saturday.
pub(crate) const APPROVED_ON: &str = "2005-03-15";

/// A law and a ledger to read sequences under, for the model and for the crate.
pub(crate) struct Setting {
    pub(crate) name: String,
    pub(crate) case: Case,
    pub(crate) law: Law,
    pub(crate) mode: Mode,
    pub(crate) ledger: Ledger,
    /// Whether a reading of absences is turned.
    pub(crate) absences: bool,
}

/// Study in term 0: enough by its last days and no more, or with what is missing a day after its end.
fn ledger(late: bool) -> Value {
    let entry = |on: &str, hours: u32| json!({"on": on, "hours": hours, "mode": "on_the_job", "field": "software", "kind": "technology"});
    let mut entries = vec![entry("2006-01-10", 60), entry("2006-12-01", 60)];
    if late {
        entries.extend([entry("2008-02-01", 30), entry("2008-03-16", 30)]);
    } else {
        entries.push(entry("2008-02-01", 60));
    }
    json!(entries)
}

impl Setting {
    fn new(turned: &[&str], repeal: bool, late: bool, mode: &str) -> Self {
        let other = |name: &str| READINGS.iter().find(|(known, _)| *known == name).unwrap().1[1];
        let readings: Value = turned.iter().map(|name| ((*name).to_owned(), json!(other(name)))).collect();
        let mut case = json!({
            "id": "", "readings": readings, "mode": mode, "history": [], "ledger": ledger(late),
            "agencies": [{"id": "A1", "approved_on": "2005-01-04"}], "ask": [],
        });
        if repeal {
            case["regulation"] = json!({"repealed_on": "2008-04-04"});
        }
        let mut name = if turned.is_empty() { "as it stands".to_owned() } else { turned.join(" and ") };
        for (said, words) in [(repeal, ", repealed"), (late, ", studied late"), (mode != "strict", ", ")] {
            name += if said { words } else { "" };
        }
        if mode != "strict" {
            name += mode;
        }
        let read: ruankao::conformance::Case = serde_json::from_value(case.clone()).unwrap();
        let absences = turned.iter().any(|name| name.starts_with("absence_"));
        let case = Case::read(&case, None);
        Self { name, case, law: read.law, mode: read.mode, ledger: read.ledger, absences }
    }
}

/// Some readings turned, read strictly: as it stands, repealed, and with study that comes late.
fn turned(readings: &[&str]) -> Vec<Setting> {
    [(false, false), (true, false), (false, true)]
        .map(|(repeal, late)| Setting::new(readings, repeal, late, "strict"))
        .into()
}

/// The law as it stands.
pub(crate) fn as_it_stands() -> Vec<Setting> {
    turned(&[])
}

/// The law as it stands, with the absences of which only a turned reading makes a ground.
pub(crate) fn with_absences() -> Vec<Setting> {
    turned(&[]).into_iter().map(|setting| Setting { absences: true, ..setting }).collect()
}

/// One reading turned.
pub(crate) fn with_turned(reading: &str) -> Vec<Setting> {
    turned(&[reading])
}

/// Each pair that meets in a rule turned.
pub(crate) fn each_pair() -> Vec<Setting> {
    PAIRS.iter().flat_map(|(one, other, _)| turned(&[one, other])).collect()
}

/// The law as it stands, read in the other two modes.
pub(crate) fn other_modes() -> Vec<Setting> {
    let modes = ["audit", "recorded"];
    modes.iter().flat_map(|mode| [false, true].map(|repeal| Setting::new(&[], repeal, false, mode))).collect()
}
