//! Random regulations, ledgers and histories for the tests of answers.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use ruankao::appeal::Outcome;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::finding::Document;
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::lifecycle::{Certificate, Context};
use ruankao::registration::{Acceptance, Documents};
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Entry, Event, History, Hours, Ledger};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

pub(crate) fn entry(on: NaiveDate, hours: Hours) -> Entry {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    Entry { on, hours, mode, field, kind, provider: None }
}

pub(crate) fn readings() -> impl Strategy<Value = Readings> {
    (0_u32..1 << 14).prop_map(|bits| {
        let turned = |readings: Readings, (index, &reading): (usize, &Reading)| {
            if bits >> index & 1 == 1 { readings.turned(reading) } else { readings }
        };
        Reading::ALL.iter().enumerate().fold(Readings::default(), turned)
    })
}

pub(crate) fn regulation() -> impl Strategy<Value = Regulation> {
    let hours = |most| prop_oneof![Just(0), 0_u32..most];
    let figures = (1_u32..=4, 0_u32..=9, hours(200), hours(60), 0_u32..=18, 0_u32..=18);
    (figures, prop::sample::select(vec![0_u32, 100, 183, 365]), 0_u32..13, readings()).prop_map(
        |(
            (validity_years, window_months, cycle_hours, yearly_hours, deferral_months, extension_months),
            absence_days,
            absence_months,
            readings,
        )| {
            let parameters = Parameters {
                validity_years,
                window_months,
                cycle_hours,
                yearly_hours,
                deferral_months,
                extension_months,
                absence_days,
                absence_months,
                ..Parameters::NOTICES
            };
            Regulation::new(parameters, readings, WorkCalendar::statutory()).unwrap()
        },
    )
}

pub(crate) fn application() -> impl Strategy<Value = Application> {
    (any::<[bool; 4]>(), any::<[bool; 4]>(), any::<bool>()).prop_map(|(facts, brought, fee_paid)| {
        let [conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed] = facts;
        let documents =
            Document::ALL.into_iter().zip(brought).filter(|(_, brought)| *brought).map(|(document, _)| document);
        let documents: Documents = documents.collect();
        Application { conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed, documents, fee_paid }
    })
}

/// A claim that is fully shown, on an absence of every day there is.
pub(crate) fn shown(ground: Ground) -> Claim {
    let absences = Absences::from_iter(Period::new(day("2003-01-01"), day("2040-12-31")));
    Claim { ground, absences, provincial_consent: true, evidence: true }
}

/// The ingredients of a history: an act by number, the days since the event before, and more.
pub(crate) type Step = (u8, u64, u64, Application);

/// A history of which the regulation refuses nothing, and its ledger.
#[derive(Clone)]
pub(crate) struct Life {
    pub(crate) regulation: Regulation,
    pub(crate) history: History,
    pub(crate) ledger: Ledger,
    pub(crate) last: NaiveDate,
}

impl core::fmt::Debug for Life {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let turned: Vec<Reading> = Reading::ALL
            .iter()
            .copied()
            .filter(|&reading| self.regulation.readings().side(reading) != Readings::default().side(reading))
            .collect();
        let entries: Vec<_> = self.ledger.entries().iter().map(|entry| (entry.on, entry.hours)).collect();
        write!(f, "{:?}\n{turned:?}\n{:#?}\n{entries:?}", self.regulation.parameters(), self.history)
    }
}

impl Life {
    /// The ledger as it is known on a day.
    pub(crate) fn known(&self, on: NaiveDate) -> Ledger {
        self.ledger.entries().iter().filter(|entry| entry.on <= on).cloned().collect()
    }
}

/// What may come next in the state the certificate is in, and on which day: lawful more often than not.
fn next(step: Step, last: NaiveDate, certificate: &Certificate) -> Event {
    let (number, gap, more, application) = step;
    let on = later(last, gap);
    let end = certificate.term().map_or(on, |term| term.nominal());
    let ground = Ground::ALL[usize::try_from(more % 5).unwrap()];
    let extension = || {
        let arose_on = on - Days::new(more / 2);
        Act::ExtensionGranted(Grant {
            claim: shown(ground),
            arose_on,
            until: later(end, more),
            written_application: true,
        })
    };
    let accepted = |application| {
        let opens = certificate.term().map_or(on, |term| term.opens());
        Act::ApplicationAccepted(Acceptance { agency: None, application }).on(later(on.max(opens), more % 40))
    };
    match (certificate, number % 8) {
        (_, 0) => extension().on(on),
        (Certificate::Running(_), 1 | 2) => {
            Act::DeferralRequested(Request { claim: shown(ground), until: later(end, more) }).on(on)
        }
        (Certificate::Running(_), 3..=5) => accepted(Application::COMPLETE),
        (Certificate::Running(_), 6) => accepted(application),
        (Certificate::UnderReview(_), 1..=5) => Act::Registered.on(on),
        (Certificate::UnderReview(_), 6) => Act::Refused.on(on),
        (Certificate::DeferralPending(_), 1..=4) => Act::DeferralGranted.on(on),
        (Certificate::DeferralPending(_), 5 | 6) => Act::DeferralRefused.on(on),
        (Certificate::Cancelled(_), _) => Act::CancellationPublished.on(on),
        // About the last day of the time for appeal.
        (Certificate::Published(_), 1..=4) => Act::AppealFiled.on(later(last, 30 + more % 3)),
        (Certificate::UnderAppeal(_), 1..=4) => Act::AppealDecided(Outcome::Overturned).on(on),
        (Certificate::UnderAppeal(_), 5) => Act::AppealDecided(Outcome::Upheld).on(on),
        _ => Act::Cancelled(Revocation::MajorLoss).on(on),
    }
}

/// Each step is tried and kept where it is lawful.
fn lived(regulation: Regulation, approved_on: NaiveDate, steps: Vec<Step>, ledger: Ledger) -> Life {
    let credits = ledger.credits(None);
    let context = Context::new(&regulation).credits(&credits);
    let mut events = vec![Act::Approved.on(approved_on)];
    let mut certificate = Certificate::default().apply(&events[0], &context).unwrap();
    let mut last = approved_on;
    for step in steps {
        let event = next(step, last, &certificate);
        if let Ok(next) = certificate.clone().apply(&event, &context) {
            (certificate, last) = (next, event.on);
            events.push(event);
        }
    }
    Life { history: events.into(), ledger, last, regulation }
}

pub(crate) fn life() -> impl Strategy<Value = Life> {
    let gap = prop::sample::select(vec![0_u64, 1, 30, 100, 300, 364, 700, 1000]);
    let step = (any::<u8>(), gap, 0_u64..500, application());
    let entries = prop::collection::vec((0_u64..2500, 0_u64..700), 0..25);
    (regulation(), 0_u64..1200, prop::collection::vec(step, 0..12), entries).prop_map(
        |(regulation, start, steps, entries)| {
            let approved_on = later(day("2003-12-01"), start);
            let entries = entries
                .into_iter()
                .map(|(after, tenths)| entry(later(approved_on, after), Hours::from_tenths(tenths).unwrap()));
            lived(regulation, approved_on, steps, entries.collect())
        },
    )
}
