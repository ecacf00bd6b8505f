//! Ordinary service code on `chrono`: a `Vec` of acts a certificate, one match, no verification.

use super::Answer;
use chrono::{Datelike, Months, NaiveDate};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::PhaseName;
use ruankao::{Act, Application, History, Ledger};

#[derive(Clone, Debug)]
pub enum Kind {
    Approved,
    DeferralRequested { until: NaiveDate },
    DeferralGranted,
    DeferralRefused,
    ExtensionGranted,
    Filed,
    Accepted,
    Registered,
    Refused,
    Withdrawn,
    Cancelled,
    Published,
    AppealFiled,
    AppealDecided { overturned: bool },
}

#[derive(Clone, Debug)]
pub struct Event {
    pub on: NaiveDate,
    pub kind: Kind,
}

pub fn events(history: &History) -> Vec<Event> {
    let kind = |act: &Act| match act {
        Act::Approved => Kind::Approved,
        Act::DeferralRequested(request) => Kind::DeferralRequested { until: request.until },
        Act::DeferralGranted => Kind::DeferralGranted,
        Act::DeferralRefused => Kind::DeferralRefused,
        Act::ExtensionGranted(_) => Kind::ExtensionGranted,
        Act::ApplicationFiled(_) => Kind::Filed,
        Act::ApplicationAccepted(_) => Kind::Accepted,
        Act::Registered(_) => Kind::Registered,
        Act::Refused => Kind::Refused,
        Act::ApplicationWithdrawn => Kind::Withdrawn,
        Act::Cancelled(_) => Kind::Cancelled,
        Act::CancellationPublished => Kind::Published,
        Act::AppealFiled => Kind::AppealFiled,
        Act::AppealDecided(outcome) => Kind::AppealDecided { overturned: *outcome == Outcome::Overturned },
    };
    history.held(None).map(|(_, event)| Event { on: event.on, kind: kind(&event.act) }).collect()
}

#[derive(Clone, Debug)]
pub struct Certificate {
    expiry: NaiveDate,
    deferred_until: Option<NaiveDate>,
    filed_on: Option<NaiveDate>,
    accepted_on: Option<NaiveDate>,
    requested_until: Option<NaiveDate>,
    cancelled_on: Option<NaiveDate>,
    appealed: bool,
}

impl Certificate {
    fn starting(on: NaiveDate) -> Option<Self> {
        Some(Self {
            expiry: on.checked_add_months(Months::new(36))?,
            deferred_until: None,
            filed_on: None,
            accepted_on: None,
            requested_until: None,
            cancelled_on: None,
            appealed: false,
        })
    }

    pub fn read(events: &[Event], today: NaiveDate) -> Option<Self> {
        let mut read: Option<Self> = None;
        for event in events {
            if event.on > today {
                break;
            }
            if let Kind::Approved = event.kind {
                read = Self::starting(event.on);
                continue;
            }
            let certificate = read.as_mut()?;
            match event.kind {
                Kind::Approved | Kind::ExtensionGranted | Kind::Published => {}
                Kind::DeferralRequested { until } => certificate.requested_until = Some(until),
                Kind::DeferralGranted => certificate.deferred_until = certificate.requested_until.take(),
                Kind::DeferralRefused => certificate.requested_until = None,
                Kind::Filed => certificate.filed_on = Some(event.on),
                Kind::Accepted => {
                    certificate.filed_on = None;
                    certificate.accepted_on = Some(event.on);
                }
                Kind::Registered => *certificate = Self::starting(event.on)?,
                Kind::Refused | Kind::Withdrawn => {
                    certificate.filed_on = None;
                    certificate.accepted_on = None;
                }
                Kind::Cancelled => certificate.cancelled_on = Some(event.on),
                Kind::AppealFiled => certificate.appealed = true,
                Kind::AppealDecided { overturned } => {
                    certificate.appealed = false;
                    if overturned {
                        certificate.cancelled_on = None;
                    }
                }
            }
        }
        read
    }

    fn phase(&self, today: NaiveDate) -> (PhaseName, bool) {
        let deadline = self.deferred_until.unwrap_or(self.expiry);
        if self.cancelled_on.is_some() {
            return (if self.appealed { PhaseName::UnderAppeal } else { PhaseName::Cancelled }, false);
        }
        if self.accepted_on.is_some() {
            return (PhaseName::UnderReview, true);
        }
        if self.filed_on.is_some() {
            return (PhaseName::Filed, true);
        }
        if today > deadline {
            return match self.requested_until {
                Some(_) => (PhaseName::DeferralPending, true),
                None => (PhaseName::Lapsed, false),
            };
        }
        if today > self.expiry {
            return (PhaseName::Deferred, true);
        }
        match self.expiry.checked_sub_months(Months::new(3)) {
            Some(opens) if today >= opens => (PhaseName::RegistrationDue, true),
            _ => (PhaseName::InForce, true),
        }
    }
}

/// The phase, and whether it is in force: what both a history and a survey answer.
pub fn outcome(events: &[Event], today: NaiveDate) -> (PhaseName, bool) {
    Certificate::read(events, today).map_or((PhaseName::NotApproved, false), |certificate| certificate.phase(today))
}

pub fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - 719_163
}

/// The same with the days, as columns answer it.
pub fn answer(events: &[Event], today: NaiveDate) -> Answer {
    let Some(certificate) = Certificate::read(events, today) else { return Answer::default() };
    let (phase, in_force) = certificate.phase(today);
    let deadline = certificate.deferred_until.unwrap_or(certificate.expiry);
    let is_kept =
        certificate.accepted_on.is_some() || certificate.filed_on.is_some() || certificate.requested_until.is_some();
    Answer {
        phase: phase as u8,
        in_force,
        last_valid_day: (in_force && !is_kept).then(|| number(deadline)),
        deadline: in_force.then(|| number(deadline)),
    }
}

/// An entry of a ledger.
#[derive(Clone, Debug)]
pub struct Study {
    pub on: NaiveDate,
    pub tenths: u32,
    pub on_the_job: bool,
    pub provider: Option<String>,
}

pub fn studies(ledger: &Ledger) -> Vec<Study> {
    let study = |entry: &ruankao::Entry| Study {
        on: entry.on,
        tenths: entry.hours.tenths().try_into().unwrap(),
        on_the_job: entry.mode == ruankao::education::StudyMode::OnTheJob,
        provider: entry.provider.as_ref().map(|provider| provider.as_str().to_owned()),
    };
    ledger.held(None).map(|(_, entry)| study(entry)).collect()
}

/// What stands against a registration, by name, with the tenths that are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    TooEarly,
    Papers(&'static str),
    InAll(u32),
    InYear(usize, u32),
}

/// Opens the history, and holds the application and the ledger against the conditions.
pub fn assess(events: &[Event], ledger: &[Study], application: &Application, today: NaiveDate) -> Option<Vec<Missing>> {
    let certificate = Certificate::read(events, today)?;
    let start = certificate.expiry.checked_sub_months(Months::new(36))?;
    let mut missing = Vec::new();
    if today < certificate.expiry.checked_sub_months(Months::new(3))? {
        missing.push(Missing::TooEarly);
    }
    let papers = [
        (application.conduct_good, "conduct"),
        (application.no_criminal_record, "criminal record"),
        (application.fit_for_post, "health"),
        (application.employer_assessment_passed, "employer assessment"),
        (application.documents.iter().count() == 4, "documents"),
        (application.fee_paid, "fee"),
    ];
    missing.extend(papers.into_iter().filter(|(met, _)| !met).map(|(_, what)| Missing::Papers(what)));
    let ends = [12, 24, 36].map(|months| start.checked_add_months(Months::new(months)).unwrap_or(start));
    let (mut total, mut years) = (0, [0; 3]);
    for study in ledger {
        let counts = study.on_the_job || study.provider.is_some();
        if counts && study.on > start && study.on <= ends[2] && study.on <= today {
            total += study.tenths;
            let year = ends.iter().position(|end| study.on <= *end).unwrap_or(2);
            years[year] += study.tenths;
        }
    }
    if total < 1800 {
        missing.push(Missing::InAll(1800 - total));
    }
    for (year, tenths) in years.into_iter().enumerate() {
        if tenths < 400 {
            missing.push(Missing::InYear(year + 1, 400 - tenths));
        }
    }
    Some(missing)
}
