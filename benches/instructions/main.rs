//! One of the fixed runs, over and over as often as asked: what `count.py` counts the instructions of.
//!
//! The arguments are the run and how often. Both a run and the same asked once more often differ by the work of one round.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a benchmark fails by panicking")]

#[path = "../rivals/mod.rs"]
#[expect(dead_code, reason = "the rivals are shared with the bench that times them, which needs more of them")]
mod rivals;

use rivals::gathered::Gathered;
use rivals::integers::{Answers, Entries, Fold, Rows, missing, packed, three_months_before};
use rivals::people::{TODAY, holders, law, register};
use rivals::{service, verifying};
use ruankao::batch::Survey;
use ruankao::{Act, Application, History, Ledger, Mode, day};
use std::hint::black_box;

/// How many certificates, or holders, a round answers.
const MANY: usize = 2_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (run, rounds) = (arguments.next().unwrap(), arguments.next().unwrap().parse::<usize>().unwrap());
    let (law, application, none) = (law(), Application::COMPLETE, Ledger::default());
    let people = if run.contains("assessment") { holders(MANY, 30) } else { register(MANY) };
    let recorded = Survey::new(&law, TODAY).in_mode(Mode::Recorded);
    let strict = Survey::new(&law, TODAY);
    let today = packed(TODAY);
    let rows = Rows::of(people.iter().map(|person| &person.history));
    let checked = verifying::Rows::of(people.iter().map(|person| &person.history));
    let entries = Entries::of(people.iter().map(|person| &person.ledger));
    let events: Vec<_> = people.iter().map(|person| service::events(&person.history)).collect();
    let studies: Vec<_> = people.iter().map(|person| service::studies(&person.ledger)).collect();
    let gathered = Gathered::of(&people);
    let batch = gathered.batch();
    let days = (0..MANY as u64).map(|n| day!(2004, 1, 1) + chrono::Days::new(n / 2));
    let approved = |on: chrono::NaiveDate| law.open(History::from_iter([Act::Approved.on(on)]), Ledger::default());
    let files: Vec<_> = days.clone().map(approved).collect();
    let folds: Vec<_> = days.map(|on| Fold::starting(packed(on))).collect();
    let mut sum = 0_u64;
    for _ in 0..rounds {
        sum += match run.as_str() {
            "histories_recorded" => count(&people, |person| recorded.outcome(&person.history, &none).unwrap().1),
            "histories_strict" => count(&people, |person| strict.outcome(&person.history, &person.ledger).unwrap().1),
            "columns_standing" => black_box(batch).standings(&recorded).phase.iter().map(|&it| u64::from(it)).sum(),
            "ledger_assessment" => count(&people, |person| {
                recorded.assessment(&person.history, &person.ledger, &application).unwrap().is_met()
            }),
            "columns_assessment" => black_box(batch).assessments(&recorded, &application).missing_in_year.iter().sum(),
            "folded_standing" => {
                count(&files, |file| file.on(black_box(day!(2008, 1, 1))).unwrap().standing().in_force)
            }
            "rival_service" => count(&events, |events| service::outcome(events, TODAY).1),
            "rival_integers" => {
                rows.certificates(0..MANY).map(|rows| u64::from(Fold::read(rows, today).phase(today).1)).sum()
            }
            "rival_integers_columns" => {
                let mut answers = Answers::default();
                rows.certificates(0..MANY).for_each(|rows| answers.push(&Fold::read(rows, today), today));
                answers.phase.iter().map(|&it| u64::from(it)).sum()
            }
            "rival_verifying" => (0..MANY)
                .map(|place| verifying::read(checked.certificate(place), entries.ledger(place), today).unwrap())
                .map(|fold| u64::from(fold.phase(today).1))
                .sum(),
            "rival_assessment_service" => (0..MANY)
                .map(|place| {
                    service::assess(&events[place], &studies[place], &application, TODAY).unwrap().len() as u64
                })
                .sum(),
            "rival_assessment_integers" => rows
                .certificates(0..MANY)
                .enumerate()
                .map(|(place, rows)| {
                    let fold = Fold::read(rows, today);
                    let early = today < three_months_before(fold.expiry);
                    let missing = missing(fold.start, entries.ledger(place), today);
                    u64::from(early) + missing.iter().map(|&it| u64::from(it)).sum::<u64>()
                })
                .sum(),
            "rival_folded" => count(&folds, |fold| fold.phase(black_box(20_080_101)).1),
            other => panic!("`{other}` is no run"),
        };
    }
    println!("{sum}");
}

fn count<T>(all: &[T], is_so: impl Fn(&T) -> bool) -> u64 {
    black_box(all).iter().map(|one| u64::from(is_so(one))).sum()
}
