//! A folded certificate is small plain data, and asking it allocates nothing unless something is wrong to report.

use allocation_counter::measure;
use chrono::{Days, NaiveDate};
use ruankao::batch::Survey;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::lifecycle::Certificate;
use ruankao::registration::{Acceptance, Registration};
use ruankao::{Act, Application, AsOf, CertificateFile, Entry, Event, History, Hours, Law, Ledger, Mode, Record, day};
use std::hint::black_box;

fn ledger() -> Ledger {
    let entry = |n: u64| Entry {
        on: day!(2005, 3, 11) + Days::new(n * 36),
        hours: Hours::whole(8),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    (0..30).map(entry).collect()
}

fn approved() -> History {
    History::from_iter([Act::Approved.on(day!(2005, 3, 10))])
}

/// Registered with what was studied, and due again.
fn registered() -> History {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut history = approved();
    history.extend([accepted.on(day!(2008, 3, 1)), Act::Registered(Registration::default()).on(day!(2008, 3, 5))]);
    history
}

#[test]
fn a_folded_certificate_has_at_most_128_bytes() {
    assert!(size_of::<Certificate>() <= 128, "{}", size_of::<Certificate>());
    // Plain data: dropping it does nothing.
    assert!(!std::mem::needs_drop::<Certificate>());
}

/// What is held in numbers has a size that does not creep up: on a machine of 64 bits, in bytes.
#[test]
#[cfg(target_pointer_width = "64")]
fn what_is_held_in_numbers_has_its_size() {
    assert!(!std::mem::needs_drop::<AsOf<'_>>());
    let sizes = [
        ("a folded certificate", size_of::<Certificate>(), 128),
        ("a certificate as of a day", size_of::<AsOf<'_>>(), 160),
        ("an event", size_of::<Event>(), 32),
        ("an entry", size_of::<Entry>(), 24),
        ("the record of an event", size_of::<Record<Event>>(), 40),
        ("the record of an entry", size_of::<Record<Entry>>(), 32),
        ("a law", size_of::<Law>(), 24),
    ];
    for (what, size, most) in sizes {
        assert!(size <= most, "{what} has {size} bytes");
    }
}

#[test]
fn asking_allocates_nothing_where_nothing_is_wrong() {
    let file = Law::of_2004().open(approved(), ledger());
    let asked = measure(|| {
        let as_of = black_box(&file).on(black_box(day!(2008, 3, 1))).unwrap();
        assert!(black_box(as_of.standing()).in_force);
        assert!(black_box(as_of.outlook()).is_some());
        assert!(black_box(as_of.deadline()).is_some());
        assert!(black_box(as_of.last_valid_day()).is_some());
        assert!(black_box(as_of.assessment(&Application::COMPLETE)).is_met());
    });
    assert_eq!(asked.count_total, 0);

    // An earlier day reads the events again, and keeps nothing of it.
    let file = Law::of_2004().open(registered(), ledger());
    assert!(file.refusal().is_none());
    let replayed = measure(|| {
        let as_of = black_box(&file).on(black_box(day!(2008, 3, 4))).unwrap();
        assert!(black_box(as_of.standing()).in_force);
    });
    assert_eq!(replayed.count_total, 0);
}

/// Opening allocates once, for the hours by day; opening for reading as recorded does too, since it may be asked for them.
#[test]
fn opening_allocates_for_the_ledger_alone() {
    let (law, history, ledger) = (Law::of_2004(), registered(), ledger());
    for mode in Mode::ALL {
        let opened =
            measure(|| assert!(law.open_in(mode, black_box(&history), black_box(&ledger)).refusal().is_none()));
        assert_eq!(opened.count_total, 1, "{mode}");
        let nothing = (approved(), Ledger::default());
        let opened = measure(|| drop(black_box(law.open_in(mode, black_box(&nothing.0), &nothing.1))));
        assert_eq!(opened.count_total, 0, "{mode}");
    }
}

#[test]
fn a_survey_allocates_nothing_beyond_what_opening_needs() {
    let (histories, ledger) = ([approved(), registered()], ledger());
    let (none, on) = (Ledger::default(), day!(2010, 1, 1));
    let in_force = |survey: &Survey, ledger: &Ledger| {
        let certificates = histories.iter().map(|history| (history, ledger));
        survey.outcomes(certificates).filter(|outcome| outcome.is_ok_and(|(_, in_force)| in_force)).count()
    };
    let recorded = Survey::new(&Law::of_2004(), on).in_mode(Mode::Recorded);
    let surveyed = measure(|| assert_eq!(in_force(black_box(&recorded), &none), 1));
    assert_eq!(surveyed.count_total, 0);
    // Strictly, the hours of the one that was registered are asked for: put in order where the ledger was not kept so.
    let strict = Survey::new(&Law::of_2004(), on);
    let surveyed = measure(|| assert_eq!(in_force(black_box(&strict), &ledger), 1));
    assert_eq!(surveyed.count_total, 0);
    let in_disorder: Ledger = ledger.records().iter().rev().cloned().collect();
    let surveyed = measure(|| assert_eq!(in_force(black_box(&strict), &in_disorder), 1));
    assert!(surveyed.count_total > 0);
}

/// The measure above can fail: a verdict with findings does allocate.
#[test]
fn a_report_allocates() {
    let file: CertificateFile<'_> = Law::of_2004().open(approved(), Ledger::default());
    let on: NaiveDate = day!(2008, 3, 1);
    let asked = measure(|| {
        let as_of = file.on(on).unwrap();
        assert!(!black_box(as_of.assessment(&Application::COMPLETE)).is_met());
    });
    assert!(asked.count_total > 0);
}
