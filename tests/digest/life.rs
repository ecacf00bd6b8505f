//! A certificate's life as a case tells it: acts that mostly follow from one another. Frozen: see `frozen.rs`.

use crate::days::{months_later, written};
use crate::dice::Dice;
use std::fmt::Write as _;

/// Where a life stands, roughly: enough to choose what may come next.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Idle,
    Filed,
    Accepted,
    Requested,
    Cancelled,
    Published,
    Appealed,
    Over,
}

/// A life being written.
pub(crate) struct Life {
    pub(crate) events: Vec<String>,
    /// Days near which something turns.
    pub(crate) edges: Vec<i64>,
    at: At,
    last: i64,
    start: i64,
    end: i64,
    approved_on: i64,
    term: i64,
    listed: bool,
    /// Where each term that was begun starts.
    starts: Vec<i64>,
}

/// Particulars of an application, complete but for what chance takes away.
pub(crate) fn application(dice: &mut Dice, whole: i64) -> String {
    let mut text = String::from("{");
    for field in ["conduct_good", "no_criminal_record", "fit_for_post", "employer_assessment_passed", "fee_paid"] {
        write!(text, "\"{field}\":{},", dice.percent(whole)).unwrap();
    }
    let documents = ["certificate", "identity", "application_form", "education_proof"];
    let shown: Vec<String> =
        documents.iter().filter(|_| dice.percent(whole)).map(|name| format!("\"{name}\"")).collect();
    write!(text, "\"documents\":[{}]}}", shown.join(",")).unwrap();
    text
}

impl Life {
    pub(crate) fn begin(approved_on: i64, term: i64, listed: bool, repealed_on: Option<i64>) -> Self {
        let end = months_later(approved_on, 12 * term);
        let mut edges = vec![approved_on, months_later(end, -3), end, end];
        edges.extend(repealed_on);
        let (at, last, start) = (At::Idle, approved_on, approved_on);
        let mut life =
            Self { events: Vec::new(), edges, at, last, start, end, approved_on, term, listed, starts: vec![start] };
        life.events.push(format!("{{\"event\":\"approved\",\"on\":\"{}\"}}", written(approved_on)));
        life
    }

    /// Up to nine acts after the approval.
    pub(crate) fn live(&mut self, dice: &mut Dice) {
        for _ in 0..dice.below(10) {
            if self.at == At::Over && dice.percent(80) {
                return;
            }
            self.act(dice);
        }
    }

    fn act(&mut self, dice: &mut Dice) {
        let likely: &[&str] = match self.at {
            At::Idle => &[
                "application_accepted",
                "application_accepted",
                "application_filed",
                "application_filed",
                "deferral_requested",
                "extension_granted",
                "cancelled",
            ],
            At::Filed => &["application_accepted", "application_accepted", "application_withdrawn", "refused"],
            At::Accepted => &[
                "registered",
                "registered",
                "registered",
                "registered",
                "refused",
                "application_withdrawn",
                "cancelled",
                "extension_granted",
            ],
            At::Requested => &["deferral_granted", "deferral_granted", "deferral_refused", "cancelled"],
            At::Cancelled => &["cancellation_published", "cancellation_published", "appeal_filed"],
            At::Published => &["appeal_filed"],
            At::Appealed => &["appeal_decided"],
            At::Over => &["approved", "application_filed"],
        };
        let any = [
            "approved",
            "deferral_requested",
            "deferral_granted",
            "deferral_refused",
            "extension_granted",
            "application_filed",
            "application_accepted",
            "application_withdrawn",
            "registered",
            "refused",
            "cancelled",
            "cancellation_published",
            "appeal_filed",
            "appeal_decided",
        ];
        let name = if dice.percent(4) { dice.of(&any) } else { dice.of(likely) };
        let on = self.day_of(dice, name);
        let event = self.event(dice, name, on);
        self.events.push(event);
        self.edges.push(on);
        self.last = self.last.max(on);
    }

    fn day_of(&mut self, dice: &mut Dice, name: &str) -> i64 {
        let opens = months_later(self.end, -3);
        let soon = self.last + dice.of(&[0, 0, 1, 5, 14, 29, 30, 31]);
        let on = match (name, dice.below(10)) {
            (_, 0) => self.end + dice.within(-1, 2),
            ("application_accepted" | "application_filed", 1..=7) if self.at == At::Idle => opens + dice.within(-1, 91),
            ("deferral_requested" | "extension_granted", 1..=7) => self.end - dice.below(400),
            ("cancelled", 1..=4) => self.start + dice.below(1200),
            _ => soon,
        };
        if dice.percent(1) { on } else { on.max(self.last) }
    }

    fn event(&mut self, dice: &mut Dice, name: &str, on: i64) -> String {
        let mut text = format!("{{\"event\":\"{name}\",\"on\":\"{}\"", written(on));
        match name {
            "deferral_requested" => {
                let until = self.end + dice.of(&[0, 1, 90, 181, 300, 364, 365, 366, 400]);
                self.claim(dice, &mut text, on, until);
                self.edges.push(until);
                self.at = At::Requested;
            }
            "deferral_granted" => {
                self.end = self.edges.iter().copied().max().unwrap_or(on).min(self.end + 366);
                self.at = At::Idle;
            }
            "extension_granted" => {
                let until = self.end + dice.of(&[0, 1, 90, 180, 300, 365, 366]);
                let arose_on = self.start + dice.within(-1, (on - self.start).max(1));
                write!(text, ",\"arose_on\":\"{}\",\"written_application\":{}", written(arose_on), dice.percent(92))
                    .unwrap();
                self.claim(dice, &mut text, arose_on, until);
                self.edges.push(until);
            }
            "application_filed" => {
                self.agency(dice, &mut text, 85);
                self.at = At::Filed;
            }
            "application_accepted" => {
                self.agency(dice, &mut text, 70);
                let whole = dice.of(&[100, 100, 100, 80]);
                write!(text, ",\"application\":{}", application(dice, whole)).unwrap();
                self.at = At::Accepted;
            }
            "registered" => {
                self.agency(dice, &mut text, 20);
                if dice.percent(25) {
                    write!(text, ",\"application\":{}", application(dice, 95)).unwrap();
                }
                (self.start, self.end, self.at) = (on, months_later(on, 12 * self.term), At::Idle);
                self.starts.push(on);
                self.edges.extend([months_later(self.end, -3), self.end]);
            }
            "cancelled" => {
                let ground = dice.of(&["incapacity", "criminal_penalty", "major_loss", "left_post", "fraud"]);
                write!(text, ",\"ground\":\"{ground}\",\"verified_by_province\":{}", dice.percent(85)).unwrap();
                if ground == "left_post" {
                    let left_on = (months_later(on, -24) + dice.within(-200, 1)).max(self.approved_on - 400);
                    write!(text, ",\"left_on\":\"{}\"", written(left_on)).unwrap();
                    if dice.percent(30) {
                        write!(text, ",\"returned_on\":\"{}\"", written(left_on + dice.below(1000))).unwrap();
                    }
                }
                self.at = At::Cancelled;
            }
            "cancellation_published" => {
                self.edges.push(on + 30);
                self.at = At::Published;
            }
            "appeal_filed" => self.at = At::Appealed,
            "appeal_decided" => {
                let won = dice.percent(70);
                write!(text, ",\"outcome\":\"{}\"", if won { "overturned" } else { "upheld" }).unwrap();
                self.at = if won { At::Idle } else { At::Over };
            }
            "approved" => {}
            _ => self.at = At::Idle,
        }
        if dice.percent(6) {
            let recorded_on = on + dice.below(60);
            write!(text, ",\"recorded_on\":\"{}\"", written(recorded_on)).unwrap();
            if dice.percent(50) {
                write!(text, ",\"struck_on\":\"{}\"", written(recorded_on + dice.below(200))).unwrap();
            }
        }
        text + "}"
    }

    fn agency(&self, dice: &mut Dice, text: &mut String, chance: i64) {
        if dice.percent(if self.listed { chance } else { 10 }) {
            write!(text, ",\"agency\":\"{}\"", dice.of(&["A1", "A2", "A3"])).unwrap();
        }
    }

    /// The ground of a deferral or an extension, with what bears it out.
    fn claim(&self, dice: &mut Dice, text: &mut String, about: i64, until: i64) {
        let ground = dice.of(&["study_abroad", "work_abroad", "work_abroad", "sick_leave", "childbirth", "other"]);
        write!(text, ",\"until\":\"{}\",\"ground\":\"{ground}\"", written(until)).unwrap();
        write!(text, ",\"provincial_consent\":{},\"evidence\":{}", dice.percent(80), dice.percent(92)).unwrap();
        if dice.percent(80) {
            let mut absences = Vec::new();
            for _ in 0..dice.within(1, 2) {
                let from = about - dice.of(&[0, 1, 30, 120, 200]);
                let to = from + dice.of(&[0, 60, 182, 183, 184, 250, 364, 500]);
                absences.push(format!("{{\"from\":\"{}\",\"to\":\"{}\"}}", written(from), written(to)));
            }
            write!(text, ",\"absences\":[{}]", absences.join(",")).unwrap();
        }
    }

    /// Study in every term begun, mostly enough of it.
    pub(crate) fn study(&self, dice: &mut Dice) -> String {
        let mut entries = Vec::new();
        for start in &self.starts {
            if dice.percent(10) {
                continue;
            }
            for year in 0..self.term {
                let from = months_later(*start, 12 * year);
                let on = from + dice.of(&[0, 1, 2, 100, 200, 364, 365, 366]);
                let hours = dice.of(&["40", "60", "60", "60", "90", "39.9", "12.5"]);
                entries.push(entry(dice, on, hours, 90));
                if dice.percent(20) {
                    let hours = dice.of(&["0", "0.1", "20", "60", "180"]);
                    let on = from + dice.below(420);
                    entries.push(entry(dice, on, hours, 30));
                }
            }
        }
        entries.join(",")
    }
}

fn entry(dice: &mut Dice, on: i64, hours: &str, on_the_job: i64) -> String {
    let mode = if dice.percent(on_the_job) { "on_the_job" } else { dice.of(&["full_time", "part_time", "spare_time"]) };
    let field =
        dice.of(&["software", "networks", "applications", "information_systems", "information_services", "other"]);
    let kind = dice.of(&["knowledge", "technology", "standard", "regulation"]);
    let mut text = format!(
        "{{\"on\":\"{}\",\"hours\":{hours},\"mode\":\"{mode}\",\"field\":\"{field}\",\"kind\":\"{kind}\"",
        written(on)
    );
    if dice.percent(60) {
        write!(text, ",\"provider\":\"{}\"", dice.of(&["P1", "P2", "P3"])).unwrap();
    }
    if dice.percent(5) {
        let recorded_on = on + dice.below(400);
        write!(text, ",\"recorded_on\":\"{}\"", written(recorded_on)).unwrap();
        if dice.percent(50) {
            write!(text, ",\"struck_on\":\"{}\"", written(recorded_on + dice.below(400))).unwrap();
        }
    }
    text + "}"
}
