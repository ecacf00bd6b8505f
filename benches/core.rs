//! Opened certificates against hand-written loops on integers, in the same run, with allocations counted.
//!
//! `cargo bench` prints both side by side; `CONTRIBUTING.md` says what to compare.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![expect(clippy::wildcard_imports, reason = "a group of benchmarks is part of the file around it")]

mod baseline;

use baseline::{Fold, Kind, Packed, PackedEntry};
use chrono::{Datelike, NaiveDate};
use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use ruankao::batch::Survey;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::lifecycle::State;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::{Act, Application, CertificateFile, Entry, History, Hours, Law, Ledger, Mode, day};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn packed(day: NaiveDate) -> Packed {
    day.year() * 10_000 + (day.month() * 100 + day.day()).cast_signed()
}

/// Twelve hours a time, spread evenly over the terms from 2005.
fn ledger(entries: u32, years: u32) -> Ledger {
    let step = years * 365 / entries;
    (0..entries)
        .map(|n| Entry {
            on: day!(2005, 3, 11) + chrono::Days::new(u64::from(n * step)),
            hours: Hours::from_tenths(2400 / u64::from(entries.min(30))).unwrap(),
            mode: StudyMode::OnTheJob,
            field: Field::Software,
            kind: ContentKind::Technology,
            provider: None,
        })
        .collect()
}

fn packed_ledger(ledger: &Ledger) -> Vec<PackedEntry> {
    ledger.held(None).map(|(_, entry)| (packed(entry.on), entry.hours.tenths())).collect()
}

/// An approval and three registrations: seven events.
fn history() -> History {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    History::from_iter([
        Act::Approved.on(day!(2005, 3, 10)),
        accepted.clone().on(day!(2008, 1, 15)),
        Act::Registered(Registration::default()).on(day!(2008, 1, 25)),
        accepted.clone().on(day!(2010, 12, 1)),
        Act::Registered(Registration::default()).on(day!(2010, 12, 20)),
        accepted.on(day!(2013, 10, 8)),
        Act::Registered(Registration::default()).on(day!(2013, 10, 20)),
    ])
}

fn approved(on: NaiveDate) -> History {
    History::from_iter([Act::Approved.on(on)])
}

fn packed_history() -> Vec<(Kind, Packed)> {
    let kind = |act: &Act| match act {
        Act::Approved => Kind::Approved,
        Act::ApplicationAccepted(_) => Kind::Accepted,
        _ => Kind::Registered,
    };
    history().held(None).map(|(_, event)| (kind(&event.act), packed(event.on))).collect()
}

/// The same, and an application filed after all days asked about: on an earlier one the seven events are read again.
fn history_and_more() -> History {
    let mut history = history();
    history.record(Act::ApplicationFiled(Filing::default()).on(day!(2016, 8, 1)));
    history
}

#[divan::bench_group]
mod replay {
    use super::*;

    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let file = Law::of_2004().open(history_and_more(), ledger(120, 9));
        file.on(day!(2016, 1, 1)).unwrap();
        assert!(file.refusal().is_none());
        bencher
            .counter(ItemsCount::new(history().records().len()))
            .bench_local(|| black_box(&file).on(black_box(day!(2016, 1, 1))).map(|as_of| *as_of.certificate()));
    }

    #[divan::bench]
    fn baseline(bencher: Bencher) {
        let (events, entries) = (packed_history(), packed_ledger(&ledger(120, 9)));
        Fold::replay(&events, &entries).unwrap();
        bencher
            .counter(ItemsCount::new(events.len()))
            .bench_local(|| Fold::replay(black_box(&events), black_box(&entries)));
    }
}

/// From a history and a ledger to what a day comes to: in either mode, and as a survey without a ledger does it.
#[divan::bench_group]
mod opening {
    use super::*;

    fn opened(bencher: Bencher, mode: Mode) {
        let (law, history, ledger) = (Law::of_2004(), history(), ledger(120, 9));
        assert!(law.open_in(mode, &history, &ledger).refusal().is_none());
        bencher.counter(ItemsCount::new(history.records().len())).bench_local(|| {
            law.open_in(mode, black_box(&history), black_box(&ledger)).outcome(black_box(day!(2014, 1, 1)))
        });
    }

    #[divan::bench]
    fn strict(bencher: Bencher) {
        opened(bencher, Mode::Strict);
    }

    #[divan::bench]
    fn recorded(bencher: Bencher) {
        opened(bencher, Mode::Recorded);
    }

    #[divan::bench]
    fn surveyed_as_recorded(bencher: Bencher) {
        let (history, none) = (history(), Ledger::default());
        let survey = Survey::new(&Law::of_2004(), day!(2014, 1, 1)).in_mode(Mode::Recorded);
        bencher
            .counter(ItemsCount::new(history.records().len()))
            .bench_local(|| black_box(&survey).outcome(black_box(&history), &none));
    }

    #[divan::bench]
    fn baseline(bencher: Bencher) {
        let (events, entries) = (packed_history(), packed_ledger(&ledger(120, 9)));
        bencher.counter(ItemsCount::new(events.len())).bench_local(|| {
            let fold = Fold::replay(black_box(&events), black_box(&entries)).unwrap().unwrap();
            fold.standing(black_box(20140101))
        });
    }
}

#[divan::bench_group]
mod standing {
    use super::*;

    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let file = Law::of_2004().open(approved(day!(2005, 3, 10)), Ledger::default());
        bencher.bench_local(|| black_box(&file).on(black_box(day!(2008, 1, 1))).map(|as_of| as_of.standing()));
    }

    #[divan::bench]
    fn baseline(bencher: Bencher) {
        let fold = Fold::approved(20050310);
        bencher.bench_local(|| black_box(&fold).standing(black_box(20080101)));
    }
}

#[divan::bench_group]
mod conditions_of_registration {
    use super::*;

    #[divan::bench(args = [30, 120])]
    fn crate_(bencher: Bencher, entries: u32) {
        let mut history = approved(day!(2005, 3, 10));
        let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
        history.record(accepted.on(day!(2008, 3, 10)));
        let mut file = Law::of_2004().open(history, ledger(entries, 3));
        let Ok(State::UnderReview(review)) = file.state() else { return };
        let plain = Registration::default();
        assert!(review.conditions(day!(2008, 3, 10), &plain).is_met());
        bencher.bench_local(|| black_box(&review).conditions(black_box(day!(2008, 3, 10)), black_box(&plain)));
    }

    #[divan::bench(args = [30, 120])]
    fn baseline(bencher: Bencher, entries: u32) {
        let entries = packed_ledger(&ledger(entries, 3));
        assert!(baseline::conditions(&baseline::COMPLETE, 20050310, &entries, 20080310));
        bencher.bench_local(|| {
            baseline::conditions(
                black_box(&baseline::COMPLETE),
                black_box(20050310),
                black_box(&entries),
                black_box(20080310),
            )
        });
    }
}

#[divan::bench_group(sample_count = 20, sample_size = 1)]
mod a_million_standings {
    use super::*;

    const MILLION: u32 = 1_000_000;

    /// Approvals spread over ten years, so that all phases occur.
    fn approvals() -> impl Iterator<Item = NaiveDate> {
        (0..MILLION).map(|n| day!(2004, 1, 1) + chrono::Days::new(u64::from(n % 3650)))
    }

    /// A file for each day of approval; a million of them would be a measure of the memory.
    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let law = Law::of_2004();
        let open = |on| law.open(approved(on), Ledger::default());
        let files: Vec<CertificateFile<'_>> = approvals().take(3650).map(open).collect();
        bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
            let standing = |file: &CertificateFile<'_>| file.on(day!(2014, 6, 1)).unwrap().standing();
            let million = files.iter().cycle().take(MILLION.try_into().unwrap());
            million.filter(|file| standing(file).in_force).count()
        });
    }

    #[divan::bench]
    fn baseline(bencher: Bencher) {
        let folds: Vec<Fold> = approvals().take(3650).map(|on| Fold::approved(packed(on))).collect();
        bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
            let million = folds.iter().cycle().take(MILLION.try_into().unwrap());
            million.filter(|fold| fold.standing(black_box(20140601)).1).count()
        });
    }

    /// From the histories themselves, read as recorded.
    #[divan::bench]
    fn surveyed(bencher: Bencher) {
        let histories: Vec<History> = approvals().map(approved).collect();
        let none = Ledger::default();
        let survey = Survey::new(&Law::of_2004(), day!(2014, 6, 1)).in_mode(Mode::Recorded);
        bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
            let outcomes = survey.outcomes(histories.iter().map(|history| (history, &none)));
            outcomes.filter(|outcome| outcome.is_ok_and(|(_, in_force)| in_force)).count()
        });
    }
}
