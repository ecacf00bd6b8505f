//! The letters: each act with its least and with its fullest particulars, some with a third that one reading turns on.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::{self, Day};
use serde_json::{Value, json};

/// An act and which of its particulars.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Letter {
    pub(crate) act: &'static str,
    pub(crate) with: &'static str,
}

const LETTERS: [(&str, &[&str]); 14] = [
    ("approved", &["least"]),
    ("deferral_requested", &["least", "fullest"]),
    ("deferral_granted", &["least"]),
    ("deferral_refused", &["least"]),
    ("extension_granted", &["least", "fullest"]),
    ("application_filed", &["least", "fullest"]),
    ("application_accepted", &["least", "fullest"]),
    ("registered", &["least", "fullest"]),
    ("refused", &["least"]),
    ("application_withdrawn", &["least"]),
    ("cancelled", &["least", "fullest", "off the post"]),
    ("cancellation_published", &["least"]),
    ("appeal_filed", &["least"]),
    ("appeal_decided", &["upheld", "overturned"]),
];

/// Absences of which only a turned reading makes a ground.
const ABSENCES: [(&str, &[&str]); 1] = [("deferral_requested", &["over the year", "in pieces"])];

/// The letters; with those of absences where a reading of absences is turned.
pub(crate) fn letters(absences: bool) -> Vec<Letter> {
    let more = ABSENCES.iter().filter(|_| absences);
    let rows = LETTERS.iter().chain(more);
    rows.flat_map(|(act, all)| all.iter().map(|with| Letter { act, with })).collect()
}

impl Letter {
    /// The event that the letter is on that day, to what `now` is, where there is something.
    pub(crate) fn event(self, case: &Case, now: Option<&Certificate>, on: Day) -> Value {
        let mut event = json!({"event": self.act, "on": days::write(on)});
        let full = self.with != "least";
        match self.act {
            "deferral_requested" => {
                let (deadline, nominal) = now.map_or((on, on), |now| (now.deadline(), now.nominal));
                let most = days::plus_months(nominal, case.number("deferral_months"));
                event["until"] = json!(days::write(if full { most } else { deadline + 1 }));
                event["ground"] = json!(if full { "sick_leave" } else { "childbirth" });
                event["evidence"] = json!(full);
                match self.with {
                    "fullest" => {
                        event["absences"] = json!([away(on)]);
                        event["provincial_consent"] = json!(true);
                    }
                    "over the year" => event["absences"] = json!([{"from": "2006-09-20", "to": "2007-03-25"}]),
                    "in pieces" => {
                        event["absences"] = json!([{"from": "2006-02-01", "to": "2006-05-02"}, {"from": "2006-07-01", "to": "2006-10-05"}]);
                    }
                    _ => {}
                }
            }
            "extension_granted" => {
                let last = now.map_or(on, Certificate::last_boundary);
                let most = days::plus_months(last, case.number("extension_months"));
                event["until"] = json!(days::write(if full { most } else { last + 1 }));
                event["ground"] = json!(if full { "sick_leave" } else { "childbirth" });
                event["arose_on"] = json!(days::write(on.min(last)));
                event["evidence"] = json!(full);
                event["written_application"] = json!(full);
                if full {
                    event["absences"] = json!([away(on.min(last))]);
                    event["provincial_consent"] = json!(true);
                }
            }
            "application_filed" | "application_accepted" | "registered" => {
                if full {
                    event["agency"] = json!("A1");
                }
                if self.act == "application_accepted" || full && self.act == "registered" {
                    let documents: &[&str] =
                        if full { &["certificate", "identity", "application_form", "education_proof"] } else { &[] };
                    event["application"] = json!({
                        "conduct_good": full, "no_criminal_record": full, "fit_for_post": full,
                        "employer_assessment_passed": full, "fee_paid": full, "documents": documents,
                    });
                }
            }
            "cancelled" => match self.with {
                "least" => event["ground"] = json!("incapacity"),
                "fullest" => {
                    event["ground"] = json!("fraud");
                    event["verified_by_province"] = json!(true);
                }
                // Just long enough, were it not that the approval may lie in between.
                _ => {
                    event["ground"] = json!("left_post");
                    event["left_on"] = json!(days::write(days::plus_months(on, -12 * case.number("off_post_years"))));
                }
            },
            "appeal_decided" => event["outcome"] = json!(self.with),
            _ => {}
        }
        event
    }
}

/// An absence that is long enough under every reading, wherever it begins.
fn away(from: Day) -> Value {
    json!({"from": days::write(from), "to": days::write(from + 400)})
}
