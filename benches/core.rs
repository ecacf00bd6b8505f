//! The core against hand-written loops on integers, in the same run, with allocations counted.
//!
//! `cargo bench` prints both side by side; `CONTRIBUTING.md` says what to compare.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![expect(clippy::wildcard_imports, reason = "a group of benchmarks is part of the file around it")]

mod baseline;

use baseline::{Fold, Kind, Packed, PackedEntry};
use chrono::{Datelike, NaiveDate};
use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use ruankao::education::{ContentKind, Credits, Cycle, Field, StudyMode};
use ruankao::lifecycle::{Certificate, Context};
use ruankao::registration::{Acceptance, conditions};
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, Entry, History, Hours, Ledger};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn packed(day: NaiveDate) -> Packed {
    day.year() * 10_000 + (day.month() * 100 + day.day()).cast_signed()
}

/// Twelve hours a time, spread evenly over the terms from 2005.
fn ledger(entries: u32, years: u32) -> Ledger {
    let step = years * 365 / entries;
    (0..entries)
        .map(|n| Entry {
            on: day(2005, 3, 11) + chrono::Days::new(u64::from(n * step)),
            hours: Hours::from_tenths(2400 / u64::from(entries.min(30))).unwrap(),
            mode: StudyMode::OnTheJob,
            field: Field::Software,
            kind: ContentKind::Technology,
            provider: None,
        })
        .collect()
}

fn packed_ledger(ledger: &Ledger) -> Vec<PackedEntry> {
    ledger.entries().iter().map(|entry| (packed(entry.on), entry.hours.tenths())).collect()
}

/// An approval and three registrations: seven events.
fn history() -> History {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    History::from_iter([
        Act::Approved.on(day(2005, 3, 10)),
        accepted.clone().on(day(2008, 1, 15)),
        Act::Registered.on(day(2008, 1, 25)),
        accepted.clone().on(day(2010, 12, 1)),
        Act::Registered.on(day(2010, 12, 20)),
        accepted.on(day(2013, 10, 8)),
        Act::Registered.on(day(2013, 10, 20)),
    ])
}

fn packed_history() -> Vec<(Kind, Packed)> {
    let kind = |act: &Act| match act {
        Act::Approved => Kind::Approved,
        Act::ApplicationAccepted(_) => Kind::Accepted,
        _ => Kind::Registered,
    };
    history().events().iter().map(|event| (kind(&event.act), packed(event.on))).collect()
}

#[divan::bench_group]
mod replay {
    use super::*;

    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let (regulation, history) = (Regulation::default(), history());
        let credits = ledger(120, 9).credits(None);
        let context = Context::new(&regulation).credits(&credits);
        history.certificate(day(2020, 1, 1), context).unwrap();
        bencher
            .counter(ItemsCount::new(history.events().len()))
            .bench_local(|| black_box(&history).certificate(black_box(day(2020, 1, 1)), context));
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

#[divan::bench_group]
mod standing {
    use super::*;

    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let regulation = Regulation::default();
        let context = Context::new(&regulation);
        let certificate = Certificate::default().apply(&Act::Approved.on(day(2005, 3, 10)), &context).unwrap();
        bencher.bench_local(|| {
            black_box(&certificate).as_of(black_box(day(2008, 1, 1)), context).map(|as_of| as_of.standing())
        });
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
        let regulation = Regulation::default();
        let credits: Credits = ledger(entries, 3).credits(None);
        let cycle = Cycle::new(day(2005, 3, 10), true, None, &regulation);
        assert!(conditions(&Application::COMPLETE, &cycle, &credits, day(2008, 3, 10)).is_met());
        bencher.bench_local(|| {
            conditions(
                black_box(&Application::COMPLETE),
                black_box(&cycle),
                black_box(&credits),
                black_box(day(2008, 3, 10)),
            )
        });
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
        (0..MILLION).map(|n| day(2004, 1, 1) + chrono::Days::new(u64::from(n % 3650)))
    }

    #[divan::bench]
    fn crate_(bencher: Bencher) {
        let regulation = Regulation::default();
        let context = Context::new(&regulation);
        let approved = |on| Certificate::default().apply(&Act::Approved.on(on), &context).unwrap();
        let certificates: Vec<Certificate> = approvals().map(approved).collect();
        bencher.counter(ItemsCount::new(MILLION)).bench_local(|| {
            let standing = |certificate: &Certificate| certificate.as_of(day(2014, 6, 1), context).unwrap().standing();
            certificates.iter().filter(|certificate| standing(certificate).in_force).count()
        });
    }

    #[divan::bench]
    fn baseline(bencher: Bencher) {
        let folds: Vec<Fold> = approvals().map(|on| Fold::approved(packed(on))).collect();
        bencher
            .counter(ItemsCount::new(MILLION))
            .bench_local(|| folds.iter().filter(|fold| fold.standing(black_box(20140601)).1).count());
    }
}
