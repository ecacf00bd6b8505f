//! Random laws, ledgers and histories, lawful more often than not, that go through every phase of the second edition.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use ruankao::appeal::Outcome;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::lifecycle::Certificate;
use ruankao::registration::{Acceptance, Document, Documents, Filing, Registration};
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Entry, Event, History, Hours, Law, Ledger, Mode};
use std::fmt;

pub(crate) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

pub(crate) fn entry(on: NaiveDate, hours: Hours) -> Entry {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    Entry { on, hours, mode, field, kind, provider: None }
}

fn readings() -> impl Strategy<Value = Readings> {
    (0_u32..1 << Reading::ALL.len()).prop_map(|bits| {
        let turned = |readings: Readings, (index, &reading): (usize, &Reading)| {
            if bits >> index & 1 == 1 { readings.turned(reading) } else { readings }
        };
        Reading::ALL.iter().enumerate().fold(Readings::default(), turned)
    })
}

fn law() -> impl Strategy<Value = Law> {
    let hours = |most| prop_oneof![Just(0), 0_u32..most];
    let figures = (1_u32..=4, 0_u32..=9, hours(200), hours(60), 0_u32..=18, 0_u32..=18);
    let repeal = prop::option::weighted(0.4, 1_u64..4000);
    (figures, repeal, readings()).prop_map(|(figures, repeal, readings)| {
        let (validity_years, window_months, cycle_hours, yearly_hours, deferral_months, extension_months) = figures;
        let repealed_on = repeal.map(|days| later(Parameters::NOTICES.scope_from, days));
        let parameters = Parameters {
            validity_years,
            window_months,
            cycle_hours,
            yearly_hours,
            deferral_months,
            extension_months,
            repealed_on,
            ..Parameters::NOTICES
        };
        Regulation::new(parameters, readings, WorkCalendar::statutory()).unwrap().into()
    })
}

pub(crate) fn application() -> impl Strategy<Value = Application> {
    (any::<[bool; 4]>(), any::<[bool; 4]>(), any::<bool>()).prop_map(|(facts, brought, fee_paid)| {
        let [conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed] = facts;
        let documents = Document::ALL.into_iter().zip(brought).filter(|(_, brought)| *brought);
        let documents: Documents = documents.map(|(document, _)| document).collect();
        Application { conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed, documents, fee_paid }
    })
}

/// A claim with all that could be asked of it.
pub(crate) fn shown(ground: Ground) -> Claim {
    let away = Period::new("2004-01-01".parse().unwrap(), "2019-12-31".parse().unwrap()).unwrap();
    Claim { ground, absences: Absences::from_iter([away]), provincial_consent: true, evidence: true }
}

/// A certificate and the law it lived under.
pub(crate) struct Life {
    pub(crate) law: Law,
    pub(crate) history: History,
    pub(crate) ledger: Ledger,
    /// The day of its last event.
    pub(crate) last: NaiveDate,
}

impl fmt::Debug for Life {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let turned = Reading::ALL.iter().map(|&reading| (reading, self.law.readings().side(reading)));
        let turned: Vec<_> = turned.filter(|&(reading, side)| side != Readings::default().side(reading)).collect();
        write!(f, "{:?}\n{turned:?}\n{:#?}", self.law.parameters(), self.history)
    }
}

impl Life {
    pub(crate) fn file(&self) -> CertificateFile<'_> {
        self.law.open(&self.history, &self.ledger)
    }

    /// Whether it is in its first term, as it was approved.
    pub(crate) fn is_in_its_first_term(&self) -> bool {
        let acts = self.history.records().iter().map(|record| &record.what().act);
        !acts.into_iter().any(|act| matches!(act, Act::Registered(_) | Act::AppealDecided(_)))
    }
}

type Step = (u8, u64, u64, Application);

/// What may come next in the state the certificate is in, and on which day.
fn next(step: Step, last: NaiveDate, certificate: &Certificate) -> Event {
    let (number, gap, more, application) = step;
    let on = later(last, gap);
    let end = certificate.term().map_or(on, |term| term.nominal());
    let ground = Ground::ALL[usize::try_from(more % 5).unwrap()];
    // About the day on which the window opens, or the last one.
    let opens = certificate.term().map_or(on, |term| term.opens());
    let in_window = later(on.max(opens), more % 40);
    let late = later(on.max(end), more % 3);
    let accept = |application| Act::ApplicationAccepted(Acceptance { agency: None, application });
    match (certificate, number % 10) {
        (_, 0) => Act::ExtensionGranted(Box::new(Grant {
            claim: shown(ground),
            arose_on: on - Days::new(more / 2),
            until: later(end, more),
            written_application: true,
        }))
        .on(on),
        (Certificate::Running(_), 1 | 2) => {
            Act::DeferralRequested(Box::new(Request { claim: shown(ground), until: later(end, more) })).on(on)
        }
        (Certificate::Running(_) | Certificate::Lapsed(_), 3 | 4) => {
            Act::ApplicationFiled(Filing::default()).on(in_window)
        }
        (Certificate::Running(_) | Certificate::Lapsed(_), 5 | 6) => accept(Application::COMPLETE).on(in_window),
        (Certificate::Running(_), 7) => accept(application).on(late),
        (Certificate::Filed(_), 1..=4) => accept(Application::COMPLETE).on(late),
        (Certificate::Filed(_), 5) => Act::ApplicationWithdrawn.on(on),
        (Certificate::UnderReview(_), 1..=5) => Act::Registered(Registration::default()).on(on),
        (Certificate::UnderReview(_), 6) => Act::Refused.on(on),
        (Certificate::DeferralPending(_), 1..=4) => Act::DeferralGranted.on(on),
        (Certificate::DeferralPending(_), 5 | 6) => Act::DeferralRefused.on(on),
        (Certificate::Cancelled(_), _) => Act::CancellationPublished.on(on),
        // About the last day of the time for appeal.
        (Certificate::Published(_), 1..=5) => Act::AppealFiled.on(later(last, 30 + more % 3)),
        (Certificate::UnderAppeal(_), 1..=4) => Act::AppealDecided(Outcome::Overturned).on(on),
        (Certificate::UnderAppeal(_), 5) => Act::AppealDecided(Outcome::Upheld).on(on),
        (_, 8) => Act::Cancelled(Revocation::Fraud { verified_by_province: true }).on(on),
        _ => Act::Cancelled(Revocation::MajorLoss).on(on),
    }
}

/// Each step is tried and kept where it is lawful.
fn lived(law: Law, approved_on: NaiveDate, steps: Vec<Step>, ledger: Ledger) -> Life {
    let mut file = law.open_in(Mode::Strict, History::default(), &ledger);
    file.record(Act::Approved.on(approved_on)).unwrap();
    let mut last = approved_on;
    for step in steps {
        let event = next(step, last, file.certificate());
        let on = event.on;
        if file.record(event).is_ok() {
            last = on;
        }
    }
    let (history, ledger) = file.close();
    Life { law, history, ledger, last }
}

pub(crate) fn life() -> impl Strategy<Value = Life> {
    let gap = prop::sample::select(vec![0_u64, 1, 30, 100, 300, 364, 700, 1000]);
    let step = (any::<u8>(), gap, 0_u64..500, application());
    let entries = prop::collection::vec((0_u64..2500, 0_u64..700), 0..25);
    (law(), 0_u64..1200, prop::collection::vec(step, 0..12), entries).prop_map(|(law, start, steps, entries)| {
        let approved_on = later("2003-12-01".parse().unwrap(), start);
        let entries = entries
            .into_iter()
            .map(|(after, tenths)| entry(later(approved_on, after), Hours::from_tenths(tenths).unwrap()));
        lived(law, approved_on, steps, entries.collect())
    })
}
