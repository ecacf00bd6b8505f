//! A folded certificate is small plain data, and asking it allocates nothing unless something is wrong to report.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use allocation_counter::measure;
use chrono::{Days, NaiveDate};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::lifecycle::{Certificate, Context};
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, Entry, History, Hours, Ledger};
use std::hint::black_box;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn ledger() -> Ledger {
    let entry = |n: u64| Entry {
        on: day(2005, 3, 11) + Days::new(n * 36),
        hours: Hours::whole(8),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    (0..30).map(entry).collect()
}

#[test]
fn a_folded_certificate_has_at_most_128_bytes() {
    assert!(size_of::<Certificate>() <= 128, "{}", size_of::<Certificate>());
    // Plain data: dropping it does nothing.
    assert!(!std::mem::needs_drop::<Certificate>());
}

#[test]
fn asking_allocates_nothing_where_nothing_is_wrong() {
    let regulation = Regulation::default();
    let credits = ledger().credits(None);
    let context = Context::new(&regulation).credits(&credits);
    let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    let certificate = history.certificate(day(2008, 3, 1), context).unwrap();

    let asked = measure(|| {
        let as_of = black_box(&certificate).as_of(black_box(day(2008, 3, 1)), context).unwrap();
        assert!(black_box(as_of.standing()).in_force);
        assert!(black_box(as_of.outlook()).is_some());
        assert!(black_box(as_of.assessment(&Application::COMPLETE)).is_met());
    });
    assert_eq!(asked.count_total, 0);

    let replayed = measure(|| {
        black_box(history.certificate(black_box(day(2008, 3, 1)), context)).unwrap();
    });
    assert_eq!(replayed.count_total, 0);
}

/// The measure above can fail: a verdict with findings does allocate.
#[test]
fn a_report_allocates() {
    let regulation = Regulation::default();
    let context = Context::new(&regulation);
    let certificate = Certificate::default().apply(&Act::Approved.on(day(2005, 3, 10)), &context).unwrap();
    let asked = measure(|| {
        let as_of = certificate.as_of(day(2008, 3, 1), context).unwrap();
        assert!(!black_box(as_of.assessment(&Application::COMPLETE)).is_met());
    });
    assert!(asked.count_total > 0);
}
