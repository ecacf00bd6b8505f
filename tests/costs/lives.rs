//! What is asked of a certificate, with many events and entries.

use crate::{Question, bytes, holds, holds_still};
use chrono::Days;
use ruankao::batch::Survey;
use ruankao::calendar::Period;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::registration::Filing;
use ruankao::whatif::Hypothesis;
use ruankao::{
    Act, Application, AsOf, CertificateFile, Entry, Event, History, Hours, Language, Law, Ledger, Mode, Record, day,
};

type Asked = Box<dyn Fn() -> usize>;

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
    Box::new(move || ask(&file.on(day!(2008, 4, 5)).unwrap()))
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

fn due(as_of: &AsOf<'_>) -> usize {
    as_of.due("a", Period::new(day!(2008, 1, 1), day!(2009, 1, 1)).unwrap()).items().len()
}

/// What costs nothing that grows: neither with the events nor with the entries.
pub(crate) const STILL: &[Question] = &[
    Question { name: "AsOf::standing", prepare: |n| of_day(n, |as_of| usize::from(as_of.standing().in_force)) },
    Question { name: "AsOf::deadline", prepare: |n| of_day(n, |as_of| usize::from(as_of.deadline().is_some())) },
    Question { name: "AsOf::outlook", prepare: |n| of_day(n, |as_of| usize::from(as_of.outlook().is_some())) },
    Question {
        name: "AsOf::assessment",
        prepare: |n| of_day(n, |as_of| as_of.assessment(&Application::COMPLETE).findings().len()),
    },
    Question { name: "AsOf::education", prepare: |n| of_day(n, |as_of| as_of.education().unwrap().years.len()) },
    Question { name: "AsOf::plan", prepare: |n| of_day(n, planned) },
    Question { name: "AsOf::explain", prepare: |n| of_day(n, explained) },
    Question { name: "AsOf::due", prepare: |n| of_day(n, due) },
];

pub(crate) const QUESTIONS: &[Question] = &[
    Question { name: "Law::open", prepare: opened },
    Question { name: "CertificateFile::record", prepare: recorded },
    Question {
        name: "CertificateFile::on",
        prepare: |n| of_file(n, |file| usize::from(file.on(day!(2008, 1, 9)).is_ok())),
    },
    Question {
        name: "CertificateFile::timeline",
        prepare: |n| of_file(n, |file| file.timeline(day!(2010, 1, 1)).unwrap().len()),
    },
    Question { name: "CertificateFile::irregularities", prepare: audited },
    Question {
        name: "CertificateFile::sensitivity",
        prepare: |n| of_file(n, |file| file.sensitivity(day!(2008, 3, 10)).len()),
    },
    Question {
        name: "Inquiry::search",
        prepare: |n| of_file(n, |file| file.inquiry(day!(2008, 3, 10)).search(2).relevant().len()),
    },
    Question { name: "CertificateFile::what_if", prepare: supposed },
    Question { name: "CertificateFile::difference_known_on", prepare: known },
    Question {
        name: "CertificateFile::picture",
        prepare: |n| {
            of_file(n, |file| file.picture(day!(2010, 1, 1), day!(2008, 3, 5), Language::En).unwrap().to_string().len())
        },
    },
    Question { name: "Survey::outcomes", prepare: surveyed },
];

fn planned(as_of: &AsOf<'_>) -> usize {
    as_of.plan().in_words(Language::En).to_string().len()
}

fn explained(as_of: &AsOf<'_>) -> usize {
    as_of.explain().in_words(Language::En).to_string().len()
}

fn audited(n: u32) -> Asked {
    let file = file_in(Mode::Audit, n);
    Box::new(move || file.irregularities().unwrap().len())
}

#[test]
fn of_a_certificate() {
    holds_still(STILL);
    holds(QUESTIONS);
}

/// Opening holds a few numbers for each day of study and nothing for an event; asking holds nothing that grows.
#[test]
fn what_is_held_of_a_certificate() {
    let of_days = bytes(|n| {
        let file = file_in(Mode::Strict, n);
        Box::new(move || usize::from(file.on(day!(2008, 1, 9)).unwrap().standing().in_force))
    });
    assert_eq!(of_days, [0; 4]);
    for (held, n) in bytes(opened).into_iter().zip([10, 100, 1_000, 10_000]) {
        assert!(held <= 64 * n, "{held} bytes for {n} entries");
    }
    assert_eq!(bytes(|n| of_file(n, |file| usize::from(file.outcome(day!(2008, 1, 9)).is_ok()))), [0; 4]);
    let [few, .., many] = bytes(|n| of_file(n, |file| planned(&file.on(day!(2008, 3, 5)).unwrap())));
    assert!(many < few * 4, "a plan holds {few} bytes for 10 events and entries, {many} for 10,000");
}
