//! Random laws, ledgers and histories for the tests of answers.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::Certificate;
use ruankao::registration::{Acceptance, Document, Documents, Filing, Registration};
use ruankao::regulation::{Parameters, Reading, Readings};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Entry, Event, History, Hours, Law, Ledger};

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
    (0_u32..1 << Reading::ALL.len()).prop_map(|bits| {
        let turned = |readings: Readings, (index, &reading): (usize, &Reading)| {
            if bits >> index & 1 == 1 { readings.turned(reading) } else { readings }
        };
        Reading::ALL.iter().enumerate().fold(Readings::default(), turned)
    })
}

pub(crate) fn law() -> impl Strategy<Value = Law> {
    let hours = |most| prop_oneof![Just(0), 0_u32..most];
    let figures = (1_u32..=4, 0_u32..=9, hours(200), hours(60), 0_u32..=18, 0_u32..=18);
    let repealed_on = prop::option::weighted(0.2, (0_u64..2500).prop_map(|days| later(day("2006-01-01"), days)));
    (figures, prop::sample::select(vec![0_u32, 100, 183, 365]), 0_u32..13, readings(), repealed_on).prop_map(
        |(
            (validity_years, window_months, cycle_hours, yearly_hours, deferral_months, extension_months),
            absence_days,
            absence_months,
            readings,
            repealed_on,
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
                repealed_on,
                ..Parameters::NOTICES
            };
            Law::of_2004().with_parameters(parameters).unwrap().with_readings(readings)
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

/// A list of agencies, or none.
pub(crate) fn agencies() -> impl Strategy<Value = Option<Register>> {
    let listing = (prop::sample::select(vec!["A", "B", "C"]), 0_u64..1500, prop::option::of(1_u64..2500)).prop_map(
        |(id, from, days)| {
            let from = later(day("2003-12-01"), from);
            Listing::new(id, from, days.map(|days| later(from, days))).unwrap()
        },
    );
    prop::option::weighted(0.3, prop::collection::vec(listing, 0..4).prop_map(Register::from))
}

/// Whoever may act on a day, where there is a list.
pub(crate) fn agency(law: &Law, on: NaiveDate) -> Option<BodyId> {
    let listing = law.agencies()?.listings().iter().find(|listing| listing.may_act_on(on))?;
    Some(listing.id().clone())
}

/// A history of which the law refuses nothing, and its ledger.
#[derive(Clone)]
pub(crate) struct Life {
    pub(crate) law: Law,
    pub(crate) history: History,
    pub(crate) ledger: Ledger,
    pub(crate) last: NaiveDate,
}

impl core::fmt::Debug for Life {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let turned: Vec<Reading> = Reading::ALL
            .iter()
            .copied()
            .filter(|&reading| self.law.readings().side(reading) != Readings::default().side(reading))
            .collect();
        let entries: Vec<_> = self.ledger.held(None).map(|(_, entry)| (entry.on, entry.hours)).collect();
        write!(f, "{:?}\n{turned:?}\n{:?}\n", self.law.parameters(), self.law.agencies())?;
        write!(f, "{:#?}\n{entries:?}", self.history)
    }
}

impl Life {
    /// Opens it, read strictly.
    pub(crate) fn open(&self) -> CertificateFile<'_> {
        self.law.open(&self.history, &self.ledger)
    }

    /// The ledger as it is known on a day.
    pub(crate) fn known(&self, on: NaiveDate) -> Ledger {
        self.ledger.held(Some(on)).map(|(_, entry)| entry.clone()).collect()
    }
}

/// What may come next in the state the certificate is in, and on which day: lawful more often than not.
fn next(step: Step, last: NaiveDate, certificate: &Certificate, law: &Law) -> Event {
    let (number, gap, more, application) = step;
    let on = later(last, gap);
    let end = certificate.term().map_or(on, |term| term.nominal());
    let ground = Ground::ALL[usize::try_from(more % 5).unwrap()];
    let extension = || {
        let arose_on = on - Days::new(more / 2);
        Act::ExtensionGranted(Box::new(Grant {
            claim: shown(ground),
            arose_on,
            until: later(end, more),
            written_application: true,
        }))
    };
    let opens = certificate.term().map_or(on, |term| term.opens());
    let in_window = later(on.max(opens), more % 40);
    let accepted = |application| {
        Act::ApplicationAccepted(Acceptance { agency: agency(law, in_window), application }).on(in_window)
    };
    let filed = || Act::ApplicationFiled(Filing { agency: agency(law, in_window) }).on(in_window);
    let registered = |application| Act::Registered(Registration { agency: agency(law, on), application });
    let cancelled = match more % 6 {
        0 => Revocation::Fraud { verified_by_province: true },
        1 => Revocation::LeftPost { left_on: on - Days::new(800), returned_on: None },
        _ => Revocation::MajorLoss,
    };
    match (certificate, number % 10) {
        (_, 0) => extension().on(on),
        (Certificate::Running(_), 1 | 2) => {
            Act::DeferralRequested(Box::new(Request { claim: shown(ground), until: later(end, more) })).on(on)
        }
        (Certificate::Running(_) | Certificate::Lapsed(_), 3..=5) => accepted(Application::COMPLETE),
        (Certificate::Running(_) | Certificate::Lapsed(_), 6) => accepted(application),
        (Certificate::Running(_) | Certificate::Lapsed(_), 7 | 8) => filed(),
        (Certificate::Filed(_), 1..=6) => accepted(Application::COMPLETE),
        (Certificate::Filed(_) | Certificate::UnderReview(_), 7) => Act::ApplicationWithdrawn.on(on),
        (Certificate::UnderReview(_), 1..=5) => registered(None).on(on),
        (Certificate::UnderReview(_), 6) => registered(Some(Application::COMPLETE)).on(on),
        (Certificate::UnderReview(_), 8) => Act::Refused.on(on),
        (Certificate::DeferralPending(_), 1..=5) => Act::DeferralGranted.on(on),
        (Certificate::DeferralPending(_), 6..=8) => Act::DeferralRefused.on(on),
        (Certificate::Cancelled(_), _) => Act::CancellationPublished.on(on),
        // About the last day of the time for appeal.
        (Certificate::Published(_), 1..=5) => Act::AppealFiled.on(later(last, 30 + more % 3)),
        (Certificate::UnderAppeal(_), 1..=5) => Act::AppealDecided(Outcome::Overturned).on(on),
        (Certificate::UnderAppeal(_), 6) => Act::AppealDecided(Outcome::Upheld).on(on),
        _ => Act::Cancelled(cancelled).on(on),
    }
}

/// Each step is tried and kept where it is lawful.
fn lived(law: Law, approved_on: NaiveDate, steps: Vec<Step>, ledger: Ledger) -> Life {
    let mut file = law.open(History::default(), &ledger);
    file.record(Act::Approved.on(approved_on)).unwrap();
    let mut last = approved_on;
    for step in steps {
        let event = next(step, last, file.certificate(), &law);
        let on = event.on;
        if file.record(event).is_ok() {
            last = on;
        }
    }
    let (history, _) = file.close();
    Life { history, ledger, last, law }
}

/// Lives without a list of agencies.
pub(crate) fn life() -> impl Strategy<Value = Life> {
    life_under(law())
}

/// Lives with a list of agencies, or without.
pub(crate) fn life_with_agencies() -> impl Strategy<Value = Life> {
    life_under((law(), agencies()).prop_map(|(law, agencies)| match agencies {
        Some(agencies) => law.with_agencies(agencies),
        None => law,
    }))
}

fn life_under(law: impl Strategy<Value = Law>) -> impl Strategy<Value = Life> {
    let gap = prop::sample::select(vec![0_u64, 1, 30, 100, 300, 364, 700, 1000]);
    let step = (any::<u8>(), gap, 0_u64..500, application());
    let entries = prop::collection::vec((0_u64..2500, 0_u64..700), 0..25);
    (law, 0_u64..1200, prop::collection::vec(step, 0..12), entries).prop_map(|(law, start, steps, entries)| {
        let approved_on = later(day("2003-12-01"), start);
        let entries = entries
            .into_iter()
            .map(|(after, tenths)| entry(later(approved_on, after), Hours::from_tenths(tenths).unwrap()));
        lived(law, approved_on, steps, entries.collect())
    })
}
