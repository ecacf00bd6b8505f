//! Random regulations, ledgers and histories for the tests of answers.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use ruankao::appeal::Outcome;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::finding::Document;
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::Certificate;
use ruankao::registration::{Acceptance, Documents, Filing, Registration};
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
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

pub(crate) fn regulation() -> impl Strategy<Value = Regulation> {
    let hours = |most| prop_oneof![Just(0), 0_u32..most];
    let figures = (1_u32..=4, 0_u32..=9, hours(200), hours(60), 0_u32..=18, 0_u32..=18);
    let repealed_on = prop::option::weighted(0.2, (400_u64..4000).prop_map(|days| later(day("2004-01-01"), days)));
    let absences = (prop::sample::select(vec![0_u32, 100, 183, 365]), 0_u32..13);
    (figures, absences, repealed_on, readings()).prop_map(
        |(
            (validity_years, window_months, cycle_hours, yearly_hours, deferral_months, extension_months),
            (absence_days, absence_months),
            repealed_on,
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
                repealed_on,
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
        let events: Vec<_> = self.history.held(None).map(|(_, event)| event).collect();
        write!(f, "{:?}\n{turned:?}\n{:?}\n", self.law.parameters(), self.law.agencies())?;
        write!(f, "{events:#?}\n{entries:?}")
    }
}

impl Life {
    /// The ledger as it is known on a day.
    pub(crate) fn known(&self, on: NaiveDate) -> Ledger {
        self.ledger.held(None).map(|(_, entry)| entry).filter(|entry| entry.on <= on).cloned().collect()
    }

    /// The certificate, opened.
    pub(crate) fn file(&self) -> CertificateFile<'_> {
        self.law.open(&self.history, &self.ledger)
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
        Act::ExtensionGranted(Grant {
            claim: shown(ground),
            arose_on,
            until: later(end, more),
            written_application: true,
        })
    };
    let opens = certificate.term().map_or(on, |term| term.opens());
    let in_window = later(on.max(opens), more % 40);
    let accepted =
        |on, application| Act::ApplicationAccepted(Acceptance { agency: agency(law, on), application }).on(on);
    let registered = || Act::Registered(Registration { agency: agency(law, on), application: None }).on(on);
    match (certificate, number % 8) {
        (_, 0) => extension().on(on),
        (Certificate::Running(_), 1 | 2) => {
            Act::DeferralRequested(Request { claim: shown(ground), until: later(end, more) }).on(on)
        }
        (Certificate::Running(_), 3) => Act::ApplicationFiled(Filing { agency: agency(law, in_window) }).on(in_window),
        (Certificate::Running(_) | Certificate::Lapsed(_), 4 | 5) => accepted(in_window, Application::COMPLETE),
        (Certificate::Running(_) | Certificate::Lapsed(_), 6) => accepted(in_window, application),
        (Certificate::Filed(_), 1..=3) => accepted(on, Application::COMPLETE),
        (Certificate::Filed(_), 4) => accepted(on, application),
        (Certificate::Filed(_), 5) => Act::ApplicationWithdrawn.on(on),
        (Certificate::UnderReview(_), 1..=5) => registered(),
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
fn lived(law: Law, approved_on: NaiveDate, steps: Vec<Step>, ledger: Ledger) -> Life {
    let mut last = approved_on;
    let mut file = law.open(History::default(), &ledger);
    file.record(Act::Approved.on(approved_on)).unwrap();
    for step in steps {
        let event = next(step, last, file.certificate(), &law);
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
    ((regulation(), agencies()), 0_u64..1200, prop::collection::vec(step, 0..12), entries).prop_map(
        |((regulation, agencies), start, steps, entries)| {
            let approved_on = later(day("2003-12-01"), start);
            let entries = entries
                .into_iter()
                .map(|(after, tenths)| entry(later(approved_on, after), Hours::from_tenths(tenths).unwrap()));
            let law = Law::new(regulation);
            let law = agencies.map_or(law.clone(), |agencies| law.with_agencies(agencies));
            lived(law, approved_on, steps, entries.collect())
        },
    )
}
