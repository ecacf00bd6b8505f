//! A register at once: the crate beside ordinary service code on `chrono` and beside integer loops, in one run, answers
//! checked equal.
//!
//! `cargo bench --bench register`; a number after `--` is how many certificates, another how many rounds. Each table's first
//! line is the rival that the others are measured by. Every layout is built before timing.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark fails by panicking")]

mod rivals;

use chrono::NaiveDate;
use rayon::prelude::*;
use rivals::gathered::Gathered;
use rivals::integers::{Answers, Entries, Fold, Rows, missing, packed};
use rivals::people::{Person, TODAY, holders, law, register};
use rivals::service::{self, assess};
use rivals::timing::{contestant, race};
use rivals::{Answer, verifying};
use ruankao::batch::Survey;
use ruankao::columns::{Assessments, Standings};
use ruankao::lifecycle::PhaseName;
use ruankao::{Act, Application, CertificateFile, History, Law, Ledger, Mode, day};
use std::hint::black_box;
use std::ops::Range;

/// How many certificates are timed at a time.
const AT_A_TIME: usize = 500;

fn main() {
    // `cargo bench` itself adds a flag.
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<usize>().ok());
    let (certificates, rounds) = (numbers.next().unwrap_or(100_000), numbers.next().unwrap_or(15));
    let (law, people) = (law(), register(certificates));
    // Each layout as one that was loaded by itself, the crate's too.
    let people = loaded(&people);
    let events: usize = people.iter().map(|person| person.history.records().len()).sum();
    #[expect(clippy::cast_precision_loss, reason = "for printing")]
    let each = events as f64 / certificates as f64;
    println!("{certificates} certificates, {each:.2} events each\n");
    from_histories(&law, &people, rounds);
    strictly(&law, &people, rounds);
    from_columns(&law, &people, rounds);
    of_a_folded_certificate(&law, rounds);
    let holders = loaded(&holders(certificates, 30));
    assessments(&law, &holders, rounds);
    assessments_from_columns(&law, &holders, rounds);
    growing(&law, rounds);
}

/// The same, the histories behind one another and the ledgers too: as each rival's own layout is built.
fn loaded(people: &[Person]) -> Vec<Person> {
    let histories: Vec<History> = people.iter().map(|person| person.history.clone()).collect();
    let ledgers = people.iter().map(|person| person.ledger.clone());
    histories.into_iter().zip(ledgers).map(|(history, ledger)| Person { history, ledger }).collect()
}

/// Adds up what is answered, so that all of them have to answer the same.
fn summed(outcomes: impl Iterator<Item = (PhaseName, bool)>) -> u64 {
    outcomes.fold(0, |sum, (phase, in_force)| sum.wrapping_mul(31).wrapping_add(phase as u64 * 2 + u64::from(in_force)))
}

fn from_histories(law: &Law, people: &[Person], rounds: usize) {
    let survey = Survey::new(law, TODAY).in_mode(Mode::Recorded);
    let (none, today) = (Ledger::default(), packed(TODAY));
    let events: Vec<Vec<service::Event>> = people.iter().map(|person| service::events(&person.history)).collect();
    let rows = Rows::of(people.iter().map(|person| &person.history));
    race(
        "histories to standing, as recorded",
        (people.len(), AT_A_TIME),
        rounds,
        &mut [
            contestant("ordinary service code", |part| {
                summed(black_box(&events)[part].iter().map(|events| service::outcome(events, TODAY)))
            }),
            contestant("plain integer loop", |part| {
                summed(black_box(&rows).certificates(part).map(|rows| Fold::read(rows, today).phase(today)))
            }),
            contestant("the crate: a survey", |part| {
                let histories = black_box(people)[part].iter().map(|person| &person.history);
                summed(histories.map(|history| survey.outcome(history, &none).unwrap()))
            }),
        ],
    );
}

fn strictly(law: &Law, people: &[Person], rounds: usize) {
    let (survey, today) = (Survey::new(law, TODAY), packed(TODAY));
    let rows = verifying::Rows::of(people.iter().map(|person| &person.history));
    let entries = Entries::of(people.iter().map(|person| &person.ledger));
    race(
        "histories to standing, strictly",
        (people.len(), AT_A_TIME),
        rounds,
        &mut [
            contestant("integer loop that verifies the same", |part| {
                summed(part.map(|place| {
                    verifying::read(rows.certificate(place), entries.ledger(place), today).unwrap().phase(today)
                }))
            }),
            contestant("the crate: a survey", |part| {
                let people = black_box(people)[part].iter();
                summed(people.map(|person| survey.outcome(&person.history, &person.ledger).unwrap()))
            }),
        ],
    );
}

fn answers(standings: &Standings) -> impl Iterator<Item = Answer> {
    (0..standings.len()).map(|place| Answer {
        phase: standings.phase[place],
        in_force: standings.in_force.get(place),
        last_valid_day: standings.has_last_valid_day.get(place).then(|| standings.last_valid_day[place]),
        deadline: standings.has_deadline.get(place).then(|| standings.deadline[place]),
    })
}

fn from_columns(law: &Law, people: &[Person], rounds: usize) {
    let (survey, today) = (Survey::new(law, TODAY).in_mode(Mode::Recorded), packed(TODAY));
    let (gathered, rows) = (Gathered::of(people), Rows::of(people.iter().map(|person| &person.history)));
    let batch = gathered.batch();
    let (mut standings, mut by_hand) = (Standings::default(), Answers::default());
    batch.standings_into(&survey, &mut standings);
    let events: Vec<Vec<service::Event>> = people.iter().map(|person| service::events(&person.history)).collect();
    rows.certificates(0..people.len()).for_each(|rows| by_hand.push(&Fold::read(rows, today), today));
    for (place, answer) in answers(&standings).enumerate() {
        assert_eq!(answer, by_hand.get(place), "certificate {place}");
        assert_eq!(answer, service::answer(&events[place], TODAY), "certificate {place}");
    }
    let count = |phases: &[u8]| phases.iter().map(|&phase| u64::from(phase)).sum();
    race(
        "columns to standing",
        (people.len(), AT_A_TIME),
        rounds,
        &mut [
            contestant("plain integer loop", |part| {
                by_hand.clear();
                black_box(&rows).certificates(part).for_each(|rows| by_hand.push(&Fold::read(rows, today), today));
                count(&by_hand.phase)
            }),
            contestant("the crate: columns", |part| {
                standings.clear();
                black_box(batch).slice(part).standings_into(&survey, &mut standings);
                count(&standings.phase)
            }),
        ],
    );
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let piece = people.len().div_ceil(threads * 4).max(1);
    race(
        "columns to standing, the whole register at once",
        (people.len(), people.len()),
        rounds,
        &mut [
            contestant("plain integer loop, on one thread", |all| {
                by_hand.clear();
                black_box(&rows).certificates(all).for_each(|rows| by_hand.push(&Fold::read(rows, today), today));
                count(&by_hand.phase)
            }),
            contestant("the crate: on one thread", |all| count(&black_box(batch).slice(all).standings(&survey).phase)),
            contestant("the crate: on all threads (rayon)", |all| {
                let pieces = (0..all.len().div_ceil(piece)).into_par_iter();
                let cut = |at| black_box(batch).slice(at * piece..(at + 1) * piece);
                pieces.map(|at| count(&cut(at).standings(&survey).phase)).sum()
            }),
        ],
    );
}

fn of_a_folded_certificate(law: &Law, rounds: usize) {
    let (asked, today) = (1_000, packed(day!(2008, 1, 1)));
    let approved = |on: NaiveDate| History::from_iter([Act::Approved.on(on)]);
    let days: Vec<NaiveDate> = (0..asked).map(|n| day!(2004, 1, 1) + chrono::Days::new(n)).collect();
    let files: Vec<CertificateFile<'_>> = days.iter().map(|&on| law.open(approved(on), Ledger::default())).collect();
    let folds: Vec<Fold> = days.iter().map(|&on| Fold::starting(packed(on))).collect();
    race(
        "standing of a folded certificate",
        (files.len() * 100, files.len()),
        rounds,
        &mut [
            contestant("integers", |_| summed(black_box(&folds).iter().map(|fold| fold.phase(black_box(today))))),
            contestant("the crate", |_| {
                let on = |file: &CertificateFile<'_>| {
                    let standing = file.on(black_box(day!(2008, 1, 1))).unwrap().standing();
                    (standing.phase.name(), standing.in_force)
                };
                summed(black_box(&files).iter().map(on))
            }),
        ],
    );
}

fn assessments(law: &Law, holders: &[Person], rounds: usize) {
    let (application, today) = (Application::COMPLETE, packed(TODAY));
    let events: Vec<_> = holders.iter().map(|person| service::events(&person.history)).collect();
    let studies: Vec<_> = holders.iter().map(|person| service::studies(&person.ledger)).collect();
    let rows = Rows::of(holders.iter().map(|person| &person.history));
    let entries = Entries::of(holders.iter().map(|person| &person.ledger));
    let survey = Survey::new(law, TODAY).in_mode(Mode::Recorded);
    race(
        "ledger to assessment",
        (holders.len(), AT_A_TIME),
        rounds,
        &mut [
            contestant("ordinary service code", |part| {
                let one = |(events, studies): (&Vec<_>, &Vec<_>)| assess(events, studies, &application, TODAY).unwrap();
                let both = events[part.clone()].iter().zip(&black_box(&studies)[part]);
                both.map(one).map(|missing| missing.len() as u64).sum()
            }),
            contestant("plain integer loop", |part| {
                let one = |(place, rows)| {
                    let fold = Fold::read(rows, today);
                    let early = today < rivals::integers::three_months_before(fold.expiry);
                    let missing = missing(fold.start, black_box(&entries).ledger(place), today);
                    u64::from(early) + missing.iter().filter(|&&missing| missing > 0).count() as u64
                };
                part.clone().zip(rows.certificates(part)).map(one).sum()
            }),
            contestant("the crate: opened and asked", |part| {
                let one = |person: &Person| {
                    let file = law.open_in(Mode::Recorded, &person.history, &person.ledger);
                    file.on(TODAY).unwrap().assessment(&application).findings().len() as u64
                };
                black_box(holders)[part].iter().map(one).sum()
            }),
            contestant("the crate: a survey", |part| {
                let one = |person: &Person| {
                    let verdict = survey.assessment(&person.history, &person.ledger, &application);
                    verdict.unwrap().findings().len() as u64
                };
                black_box(holders)[part].iter().map(one).sum()
            }),
        ],
    );
}

fn assessments_from_columns(law: &Law, holders: &[Person], rounds: usize) {
    let (application, today) = (Application::COMPLETE, packed(TODAY));
    let gathered = Gathered::of(holders);
    let batch = gathered.batch();
    let rows = Rows::of(holders.iter().map(|person| &person.history));
    let entries = Entries::of(holders.iter().map(|person| &person.ledger));
    let survey = Survey::new(law, TODAY).in_mode(Mode::Recorded);
    let by_hand = |part: Range<usize>, met: &mut Vec<bool>, missing_in_year: &mut Vec<u32>| {
        for (place, rows) in part.clone().zip(black_box(&rows).certificates(part)) {
            let fold = Fold::read(rows, today);
            let early = today < rivals::integers::three_months_before(fold.expiry);
            let [total, years @ ..] = missing(fold.start, entries.ledger(place), today);
            met.push(!early && total == 0 && years == [0; 3]);
            missing_in_year.extend(years);
        }
    };
    let (mut met, mut years) = (Vec::new(), Vec::new());
    by_hand(0..holders.len(), &mut met, &mut years);
    let assessed = batch.assessments(&survey, &application);
    assert!(assessed.missing_in_year.iter().zip(&years).all(|(&one, &other)| one == u64::from(other)));
    assert!((0..met.len()).all(|place| assessed.met.get(place) == met[place]));
    let count = |assessed: &Assessments| assessed.missing_in_year.iter().sum();
    race(
        "columns to assessment",
        (holders.len(), AT_A_TIME),
        rounds,
        &mut [
            contestant("plain integer loop", |part| {
                met.clear();
                years.clear();
                by_hand(part, &mut met, &mut years);
                years.iter().map(|&tenths| u64::from(tenths)).sum()
            }),
            contestant("the crate: columns", |part| {
                count(&black_box(batch).slice(part).assessments(&survey, &application))
            }),
        ],
    );
}

/// What ten, a hundred, a thousand and ten thousand cost each: events of one certificate, entries of one ledger.
fn growing(law: &Law, rounds: usize) {
    let (application, none) = (Application::COMPLETE, Ledger::default());
    let survey = Survey::new(law, TODAY).in_mode(Mode::Recorded);
    for many in [10, 100, 1_000, 10_000] {
        // Filed and withdrawn again and again in the window.
        let pairs = (0..many / 2).flat_map(|_| {
            let (filed, withdrawn) = (Act::ApplicationFiled(Default::default()), Act::ApplicationWithdrawn);
            [filed.on(day!(2026, 5, 1)), withdrawn.on(day!(2026, 5, 1))]
        });
        let history: History = [Act::Approved.on(day!(2023, 6, 10))].into_iter().chain(pairs).collect();
        let events = service::events(&history);
        race(
            "events of one certificate",
            (many, many),
            rounds * 20,
            &mut [
                contestant("ordinary service code", |_| summed([service::outcome(&events, TODAY)].into_iter())),
                contestant("the crate: a survey", |_| {
                    summed([survey.outcome(black_box(&history), &none).unwrap()].into_iter())
                }),
            ],
        );
        let holder = &holders(1, many as u64)[0];
        let (events, studies) = (service::events(&holder.history), service::studies(&holder.ledger));
        race(
            "entries of one ledger",
            (many, many),
            rounds * 20,
            &mut [
                contestant("ordinary service code", |_| {
                    assess(&events, black_box(&studies), &application, TODAY).unwrap().len() as u64
                }),
                contestant("the crate: opened and asked", |_| {
                    let file = law.open_in(Mode::Recorded, &holder.history, black_box(&holder.ledger));
                    file.on(TODAY).unwrap().assessment(&application).findings().len() as u64
                }),
            ],
        );
    }
}
