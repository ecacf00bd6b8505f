//! A certificate, and what each event does to it (rules.md 5 and 7).

use crate::book::{Case, Event, day, on_list, text};
use crate::days::{self, Day};
use crate::grounds;
use crate::schooling;
use serde_json::Value;

/// A fault: its code, its clause, and what else it carries.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) code: &'static str,
    pub(crate) clause: Option<&'static str>,
    pub(crate) findings: Option<Vec<Value>>,
    pub(crate) year: Option<i64>,
}

/// A fault that carries its clause alone.
pub(crate) fn fault(code: &'static str, clause: &'static str) -> Fault {
    Fault { code, clause: Some(clause), findings: None, year: None }
}

fn bare(code: &'static str) -> Fault {
    Fault { code, clause: None, findings: None, year: None }
}

fn uncovered(year: i64) -> Fault {
    Fault { year: Some(year), ..bare("calendar_uncovered") }
}

/// A cancellation: the day, the ground, the last day to appeal once published, the appeal and whether it was upheld.
#[derive(Clone)]
pub(crate) struct Cancellation {
    pub(crate) since: Day,
    pub(crate) ground: String,
    pub(crate) appealable_until: Option<Day>,
    pub(crate) filed_on: Option<Day>,
    pub(crate) upheld: bool,
}

/// A certificate that was approved.
#[derive(Clone)]
pub(crate) struct Certificate {
    pub(crate) subject: bool,
    pub(crate) term: usize,
    pub(crate) nominal: Day,
    pub(crate) expiry: Day,
    pub(crate) boundary: Vec<Day>,
    pub(crate) deferred_to: Option<Day>,
    pub(crate) request: Option<(Day, Day)>,
    pub(crate) application: Option<(Day, Value)>,
    pub(crate) extension: Option<(Day, Day)>,
    pub(crate) ever_applied: bool,
    pub(crate) lapsed: Option<Day>,
    pub(crate) cancelled: Option<Cancellation>,
}

impl Certificate {
    pub(crate) fn opens(&self, case: &Case) -> Day {
        days::plus_months(self.nominal, -case.number("window_months"))
    }

    pub(crate) fn deadline(&self) -> Day {
        self.deferred_to.unwrap_or(self.expiry)
    }

    pub(crate) fn last_boundary(&self) -> Day {
        *self.boundary.last().unwrap()
    }

    /// What a new day does by itself, before anything happens on it.
    pub(crate) fn dawn(&mut self, case: &Case, today: Day) {
        if self.subject && self.cancelled.is_none() && self.lapsed.is_none() && today > self.deadline() {
            let pending = self.application.is_some() || self.request.is_some();
            if !pending || case.reads("pending_at_expiry", "lapses") {
                self.lapsed = Some(today);
            }
        }
    }

    /// After a decision: a deadline in the past ends the certificate on the day of the decision.
    fn after_decision(&mut self, today: Day) {
        if today > self.deadline() {
            self.lapsed = Some(today);
        }
    }

    /// A term that starts on `start`, or the year its last day can't be rolled in.
    fn begin(case: &Case, start: Day, term: usize, ever_applied: bool) -> Result<Self, i64> {
        let offset = if case.reads("expiry_day", "day_before") { 1 } else { 0 };
        let end = |k: i64| {
            days::corresponding(start, 12 * k).map_or_else(|| days::plus_months(start, 12 * k), |day| day - offset)
        };
        let boundary: Vec<Day> = (0..=case.number("validity_years")).map(end).collect();
        let nominal = *boundary.last().unwrap();
        let expiry = roll(case, "term_last_day", nominal)?;
        let (deferred_to, request, application, extension) = (None, None, None, None);
        let (lapsed, cancelled) = (None, None);
        let subject = true;
        Ok(Self {
            subject,
            term,
            nominal,
            expiry,
            boundary,
            deferred_to,
            request,
            application,
            extension,
            ever_applied,
            lapsed,
            cancelled,
        })
    }
}

fn roll(case: &Case, reading: &str, day: Day) -> Result<Day, i64> {
    if case.reads(reading, "next_working_day") { days::first_working(day) } else { Ok(day) }
}

/// Applies an event, or says why it is refused; what audit lets pass is put with `irregular`.
pub(crate) fn apply(
    case: &Case,
    before: Option<Certificate>,
    previous: Option<Day>,
    event: &Event,
    irregular: &mut Vec<Fault>,
) -> Result<Certificate, Fault> {
    let on = event.on;
    if previous.is_some_and(|previous| on < previous) {
        return Err(bare("out_of_order"));
    }
    if event.name == "approved" {
        if before.is_some() {
            return Err(bare("already_approved"));
        }
        let subject = on >= case.scope_from();
        if subject {
            return Certificate::begin(case, on, 0, false).map_err(uncovered);
        }
        let untouched = case.turned("term_last_day", ["as_is", "as_is"]).0;
        let term = Certificate::begin(&untouched, on, 0, false).map_err(uncovered)?;
        return Ok(Certificate { subject, ..term });
    }
    let Some(mut now) = before else { return Err(fault("not_approved", "47.4.1")) };
    if !now.subject {
        return Err(fault("not_subject", "47.0"));
    }
    if !["cancellation_published", "appeal_filed", "appeal_decided"].contains(&event.name.as_str()) {
        if now.lapsed.is_some() {
            return Err(fault("lapsed", "47.3"));
        }
        if now.cancelled.is_some() {
            return Err(fault("cancelled", "47.10"));
        }
    }
    if let Some(fault) = structural(&now, event) {
        return Err(fault);
    }
    let mut faults = substantive(case, &now, event);
    if case.strict && !faults.is_empty() {
        return Err(faults.remove(0));
    }
    irregular.extend(faults);
    effect(case, &mut now, event).map_err(uncovered)?;
    Ok(now)
}

fn structural(now: &Certificate, event: &Event) -> Option<Fault> {
    let on = event.on;
    let until = event.json["until"].as_str().map(days::read);
    let cancelled = now.cancelled.as_ref();
    let tests: Vec<(bool, &'static str, &'static str)> = match event.name.as_str() {
        "deferral_requested" => vec![
            (now.application.is_some(), "application_pending", "47.7"),
            (now.request.is_some(), "deferral_pending", "47.8"),
            (on > now.expiry, "after_expiry", "47.8"),
            (until.unwrap() <= now.deadline(), "deferral_not_beyond_deadline", "47.8"),
        ],
        "deferral_granted" | "deferral_refused" => vec![(now.request.is_none(), "no_deferral_pending", "47.8")],
        "extension_granted" => {
            let arose_on = day(&event.json["arose_on"]);
            let inside = now.boundary[0] < arose_on && arose_on <= now.last_boundary();
            vec![
                (now.extension.is_some(), "extension_exists", "48.6"),
                (!inside || arose_on > on, "outside_cycle", "48.6"),
                (until.unwrap() <= now.last_boundary(), "extension_not_beyond_cycle", "48.6"),
            ]
        }
        "application_accepted" => {
            vec![
                (now.application.is_some(), "application_pending", "47.7"),
                (now.request.is_some(), "deferral_pending", "47.8"),
            ]
        }
        "registered" | "refused" => vec![(now.application.is_none(), "no_application_pending", "47.7")],
        "cancelled" => vec![],
        "cancellation_published" => vec![
            (cancelled.is_none(), "not_cancelled", "47.10"),
            (cancelled.is_some_and(|it| it.appealable_until.is_some()), "already_published", "47.11"),
        ],
        "appeal_filed" => vec![
            (cancelled.is_none(), "not_cancelled", "47.11"),
            (cancelled.is_some_and(|it| it.appealable_until.is_none()), "not_published", "47.11"),
            (cancelled.is_some_and(|it| it.filed_on.is_some()), "appeal_exists", "47.11"),
        ],
        "appeal_decided" => {
            let pending = cancelled.is_some_and(|it| it.filed_on.is_some() && !it.upheld);
            vec![(!pending, "no_appeal_pending", "47.11")]
        }
        other => panic!("`{other}` is no event"),
    };
    tests.into_iter().find(|(fails, ..)| *fails).map(|(_, code, clause)| fault(code, clause))
}

fn substantive(case: &Case, now: &Certificate, event: &Event) -> Vec<Fault> {
    let on = event.on;
    let json = &event.json;
    let mut faults = Vec::new();
    match event.name.as_str() {
        "deferral_requested" => {
            if day(&json["until"]) > days::plus_months(now.nominal, case.number("deferral_months")) {
                faults.push(fault("deferral_too_long", "47.8"));
            }
            faults.extend(grounds::faults(case, now.boundary[0], json, false));
        }
        "extension_granted" => {
            if day(&json["until"]) > days::plus_months(now.last_boundary(), case.number("extension_months")) {
                faults.push(fault("extension_too_long", "48.6"));
            }
            faults.extend(grounds::faults(case, now.boundary[0], json, true));
        }
        "application_accepted" => {
            if on < now.opens(case) {
                faults.push(fault("before_window", "47.3"));
            }
            if case.agencies.is_array() {
                if json["agency"].is_null() {
                    faults.push(fault("agency_missing", "47.3"));
                } else if !on_list(&case.agencies, &json["agency"], on) {
                    faults.push(fault("agency_not_approved", "47.3"));
                }
            }
        }
        "registered" => {
            let (accepted_on, application) = now.application.as_ref().unwrap();
            let findings = schooling::conditions(case, now, *accepted_on, application);
            if !findings.is_empty() {
                faults.push(Fault { findings: Some(findings), ..fault("conditions_not_met", "47.7") });
            }
        }
        "cancelled" if json["ground"] == "left_post" => {
            if days::plus_months(day(&json["left_on"]), 12 * case.number("off_post_years")) > on {
                faults.push(fault("off_post_too_short", "47.10.3"));
            }
        }
        "cancelled" if json["ground"] == "fraud" => {
            if !now.ever_applied {
                faults.push(fault("no_application_made", "47.10.5"));
            }
            if json["verified_by_province"] != true {
                faults.push(fault("verification_missing", "47.10.5"));
            }
        }
        "appeal_filed" => {
            if on > now.cancelled.as_ref().unwrap().appealable_until.unwrap() {
                faults.push(fault("appeal_too_late", "47.11"));
            }
        }
        _ => {}
    }
    faults
}

fn effect(case: &Case, now: &mut Certificate, event: &Event) -> Result<(), i64> {
    let on = event.on;
    let json = &event.json;
    match event.name.as_str() {
        "deferral_requested" => now.request = Some((on, day(&json["until"]))),
        "deferral_granted" => {
            now.deferred_to = Some(now.request.take().unwrap().1);
            now.after_decision(on);
        }
        "deferral_refused" => {
            now.request = None;
            now.after_decision(on);
        }
        "extension_granted" => now.extension = Some((day(&json["arose_on"]), day(&json["until"]))),
        "application_accepted" => {
            now.application = Some((on, json["application"].clone()));
            now.ever_applied = true;
        }
        "registered" => {
            let offset = if case.reads("expiry_day", "day_before") { 1 } else { 0 };
            let start = if case.reads("term_start", "previous_expiry") { on.max(now.nominal + offset) } else { on };
            *now = Certificate::begin(case, start, now.term + 1, true)?;
        }
        "refused" => {
            now.application = None;
            now.after_decision(on);
        }
        "cancelled" => {
            let ground = text(&json["ground"]);
            now.cancelled =
                Some(Cancellation { since: on, ground, appealable_until: None, filed_on: None, upheld: false });
        }
        "cancellation_published" => {
            let last = days::plus_days(on, case.number("appeal_days"));
            now.cancelled.as_mut().unwrap().appealable_until = Some(roll(case, "appeal_last_day", last)?);
        }
        "appeal_filed" => now.cancelled.as_mut().unwrap().filed_on = Some(on),
        "appeal_decided" if json["outcome"] == "upheld" => now.cancelled.as_mut().unwrap().upheld = true,
        "appeal_decided" => {
            let lost = on - now.cancelled.take().unwrap().since;
            if case.reads("restored_term", "tolled") {
                now.nominal += lost;
                now.expiry = roll(case, "term_last_day", now.nominal)?;
                now.deferred_to = now.deferred_to.map(|day| day + lost);
                now.request = now.request.map(|(made_on, until)| (made_on, until + lost));
            }
            now.dawn(case, on);
        }
        other => panic!("`{other}` is no event"),
    }
    Ok(())
}
