//! What is asked of a certificate, with many events and entries.

use crate::{Asked, Holds, Question};
use chrono::Days;
use ruankao::batch::Survey;
use ruankao::calendar::Period;
use ruankao::columns::{Batch, RegisterRows};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::Register;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::whatif::Hypothesis;
use ruankao::{
    Act, Application, AsOf, CertificateFile, Entry, Event, History, Hours, Language, Law, Ledger, Mode, Record, day,
};

/// An application filed and withdrawn in turn, over and over: an event at a place.
fn event(place: u32) -> Event {
    let on = day!(2008, 1, 10) + Days::new(u64::from(place / 400));
    match place % 2 {
        0 => Act::ApplicationFiled(Filing::default()).on(on),
        _ => Act::ApplicationWithdrawn.on(on),
    }
}

pub(crate) fn history(events: u32) -> History {
    std::iter::once(Act::Approved.on(day!(2005, 3, 10))).chain((0..events).map(event)).collect()
}

/// As many events on days of their own, term after term: filed and withdrawn day by day, then registered.
fn long_life(events: u32, law: &Law) -> History {
    let mut file = law.open_in(Mode::Recorded, History::default(), Ledger::default());
    file.record(Act::Approved.on(day!(2005, 3, 10))).unwrap();
    while file.history().records().len() < events as usize {
        let on = file.certificate().last_event().unwrap();
        let last_valid_day = file.on(on).unwrap().last_valid_day().unwrap();
        let filings =
            (3..=82_u32).map(|before| (last_valid_day - Days::new(u64::from(85 - before)), event(before + 1).act));
        let decision = [
            Act::ApplicationFiled(Filing { agency: Some("unlisted".into()) }),
            Act::ApplicationAccepted(Acceptance { agency: None, application: Application::BLANK }),
            Act::Registered(Registration::default()),
        ];
        let decision = (2..5).map(|place| last_valid_day - Days::new(4 - place)).zip(decision);
        for (on, act) in filings.chain(decision) {
            file.record(act.on(on)).unwrap();
        }
    }
    file.close().0
}

/// The same, read in a mode under a law that knows no agency.
fn long_file(mode: Mode, n: u32) -> CertificateFile<'static> {
    let law = Law::of_2004().with_agencies(Register::default());
    let file = law.open_in(mode, long_life(n, &law), Ledger::default());
    assert!(file.refusal().is_none());
    file
}

pub(crate) fn ledger(entries: u32) -> Ledger {
    let entry = |n: u32| Entry {
        on: day!(2005, 3, 11) + Days::new(u64::from(n.wrapping_mul(7919) % 1095)),
        hours: Hours::whole(1),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    (0..entries).map(entry).collect()
}

fn file_in(mode: Mode, n: u32) -> CertificateFile<'static> {
    let file = Law::of_2004().open_in(mode, history(n), ledger(n));
    assert!(file.refusal().is_none());
    file
}

/// Asked of the file.
fn of_file(n: u32, ask: fn(&CertificateFile<'_>) -> usize) -> Asked {
    let file = file_in(Mode::Strict, n);
    Box::new(move || ask(&file))
}

/// Asked of the file on a day, with what was read.
fn of_day(n: u32, ask: fn(&AsOf<'_>) -> usize) -> Asked {
    let file = file_in(Mode::Strict, n);
    Box::new(move || ask(&file.on(day!(2008, 2, 5)).unwrap()))
}

fn opened(n: u32) -> Asked {
    let (law, history, ledger) = (Law::of_2004(), history(n), ledger(n));
    Box::new(move || usize::from(law.open(&history, &ledger).refusal().is_none()))
}

fn recorded(n: u32) -> Asked {
    Box::new(move || {
        let mut file = Law::of_2004().open(history(0), Ledger::default());
        (0..n).filter(|&place| file.record(event(place)).is_ok()).count()
    })
}

fn supposed(n: u32) -> Asked {
    let file = file_in(Mode::Strict, n);
    Box::new(move || {
        let entries = ledger(n).held(None).map(|(_, entry)| entry.clone()).collect::<Vec<_>>();
        let hypothesis =
            (0..n).fold(Hypothesis::default(), |it, place| it.event(event(place)).without_event(place as usize + 1));
        let hypothesis = entries.into_iter().fold(hypothesis, Hypothesis::entry);
        file.what_if(&hypothesis).history().records().len()
    })
}

fn known(n: u32) -> Asked {
    let events = history(n);
    let records = events.records().iter().enumerate().map(|(place, record)| {
        let day = record.what().on;
        Record::from(record.what().clone()).recorded_on(day + Days::new(place as u64 % 90)).unwrap()
    });
    let mut history = History::default();
    records.for_each(|record| history.record(record));
    let file = Law::of_2004().open_in(Mode::Recorded, history, ledger(n));
    Box::new(move || file.difference_known_on(day!(2008, 2, 1), day!(2008, 3, 5)).phrases().count())
}

fn surveyed(n: u32) -> Asked {
    let certificates = vec![(history(4), ledger(30)); n as usize];
    Box::new(move || {
        let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 5));
        survey.outcomes(certificates.iter().map(|(history, ledger)| (history, ledger))).filter(Result::is_ok).count()
    })
}

/// One ledger gone through, and nothing of it kept.
fn surveyed_once(n: u32) -> Asked {
    let (history, ledger) = (history(4), ledger(n));
    Box::new(move || {
        let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 5)).in_mode(Mode::Recorded);
        survey.assessment(&history, &ledger, &Application::COMPLETE).map_or(0, |verdict| verdict.findings().len())
    })
}

/// Asked of as many certificates in columns.
fn of_columns(n: u32, ask: fn(&Batch<'_>, &Survey) -> usize) -> Asked {
    let mut rows = RegisterRows::default();
    (0..n).for_each(|_| rows.push(&history(4), &ledger(30)).unwrap());
    let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 5)).in_mode(Mode::Recorded);
    Box::new(move || rows.ask(|batch| ask(&batch, &survey)))
}

fn due(as_of: &AsOf<'_>) -> usize {
    as_of.due("a", Period::new(day!(2008, 1, 1), day!(2009, 1, 1)).unwrap()).items().len()
}

/// What costs nothing that grows but a logarithm: neither with the events nor with the entries.
pub(crate) const STILL: &[Question] = &[
    still("AsOf::standing", Holds::Nothing, |n| of_day(n, |as_of| usize::from(as_of.standing().in_force))),
    still("AsOf::deadline", Holds::Nothing, |n| of_day(n, |as_of| usize::from(as_of.deadline().is_some()))),
    still("AsOf::outlook", Holds::Nothing, |n| of_day(n, |as_of| usize::from(as_of.outlook().is_some()))),
    still("AsOf::assessment", Holds::Still(1_024), |n| {
        of_day(n, |as_of| as_of.assessment(&Application::COMPLETE).findings().len())
    }),
    still("AsOf::education", Holds::Still(512), |n| of_day(n, |as_of| as_of.education().unwrap().years.len())),
    still("AsOf::plan", Holds::Still(8_192), |n| of_day(n, planned)),
    still("AsOf::explain", Holds::Still(16_384), |n| of_day(n, explained)),
    still("AsOf::due", Holds::Still(2_048), |n| of_day(n, due)),
];

const fn still(name: &'static str, holds: Holds, prepare: fn(u32) -> Asked) -> Question {
    Question::new(name, holds, prepare).hardly()
}

pub(crate) const QUESTIONS: &[Question] = &[
    Question::new("Law::open", Holds::EachPart(64), opened),
    Question::new("CertificateFile::record", Holds::EachPart(256), recorded),
    Question::new("CertificateFile::on", Holds::Nothing, |n| {
        let file = long_file(Mode::Recorded, n);
        let before = file.certificate().last_event().unwrap() - Days::new(1);
        Box::new(move || usize::from(file.on(before).is_ok()))
    }),
    Question::new("CertificateFile::timeline", Holds::EachPart(128), |n| {
        let file = long_file(Mode::Recorded, n);
        Box::new(move || file.timeline(day!(2900, 1, 1)).unwrap().len())
    }),
    Question::new("CertificateFile::irregularities", Holds::EachPart(256), audited),
    Question::new("CertificateFile::sensitivity", Holds::Still(1_024), |n| {
        of_file(n, |file| file.sensitivity(day!(2008, 3, 10)).len())
    }),
    Question::new("Inquiry::search", Holds::EachPart(64), |n| {
        of_file(n, |file| file.inquiry(day!(2008, 3, 10)).search(2).relevant().len())
    }),
    Question::new("CertificateFile::what_if", Holds::EachPart(640), supposed),
    Question::new("CertificateFile::difference_known_on", Holds::EachPart(256), known),
    Question::new("CertificateFile::picture", Holds::EachPart(1_024), |n| {
        of_file(n, |file| file.picture(day!(2010, 1, 1), day!(2008, 3, 5), Language::En).unwrap().to_string().len())
    }),
    Question::new("Batch::standings", Holds::EachPart(64), |n| {
        of_columns(n, |batch, survey| batch.standings(survey).len())
    }),
    Question::new("Batch::assessments", Holds::EachPart(128), |n| {
        of_columns(n, |batch, survey| batch.assessments(survey, &Application::COMPLETE).len())
    }),
    Question::new("Batch::irregularities", Holds::EachPart(128), |n| {
        of_columns(n, |batch, survey| batch.irregularities(survey).len())
    }),
    Question::new("Survey::outcomes", Holds::Still(512), surveyed),
    Question::new("Survey::assessment", Holds::Still(1_024), surveyed_once),
];

fn planned(as_of: &AsOf<'_>) -> usize {
    as_of.plan().in_words(Language::En).to_string().len()
}

fn explained(as_of: &AsOf<'_>) -> usize {
    as_of.explain().in_words(Language::En).to_string().len()
}

fn audited(n: u32) -> Asked {
    let file = long_file(Mode::Audit, n);
    Box::new(move || file.irregularities().unwrap().len())
}
