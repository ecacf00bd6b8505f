//! Small scope: every sequence of a few acts on the days on which something turns, by the crate and by the model.
//!
//! The first act is the approval, on a day of the regime or on the eve of it; each next one any letter of the alphabet
//! (`alphabet`) on any boundary day not before the last act (`days`), under every law of `laws`. What is refused is
//! compared and not carried on. Sequences that leave both the same are carried on as one, and counted as many: what comes
//! next is a function of the certificate left, in either.
//!
//! `RUANKAO_SCOPE_ACTS` says how many acts behind the approval, under the law as it stands; under turned readings and in the
//! other modes it is one less, if `RUANKAO_SCOPE_TURNED` does not say otherwise. Run it with `--release`. With 4 and 3, as
//! `.ci/run` does, the sequences have up to five acts as the law stands and four otherwise:
//!
//! | | sequences | carried to their end | certificates | seconds of one processor |
//! | --- | --- | --- | --- | --- |
//! | as it stands, repealed, studied late | 4,000,920 | 367,144 | 80,701 | 10 |
//! | each of 20 readings turned, likewise | 5,987,798 | 640,708 | 264,971 | 20 |
//! | each of 37 pairs that meet turned, likewise | 10,558,192 | 1,127,055 | 477,152 | 30 |
//! | as audit and as recorded, repealed too | 1,655,280 | 292,186 | 113,552 | 6 |
//!
//! With 5 and 4, as `.ci/nightly scope` does, one act more, in seven minutes: 46,934,514 sequences as the law stands, 4,652,957
//! of them carried to their end; 84,632,244 with each reading turned, 7,688,762 to their end; 147,711,748 with each pair
//! turned, 13,489,824 to their end; 40,177,984 as audit and as recorded, 6,272,532 to their end.

#![expect(clippy::disallowed_methods, reason = "how long it took is said beside the count")]

mod alphabet;
mod days;
mod laws;
mod sequence;

use crate::book::READINGS;
use crate::env;
use alphabet::letters;
use laws::{ALONE, PAIRS, Setting};
use sequence::{Count, walk};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

/// How many acts behind the approval.
fn acts() -> u64 {
    env("RUANKAO_SCOPE_ACTS", 2)
}

fn acts_turned() -> u64 {
    env("RUANKAO_SCOPE_TURNED", acts() - 1)
}

/// Walks the sequences under some laws, on all processors; what each comes to, in the order of the laws.
fn walked(settings: Vec<Setting>, acts: u64) -> Vec<Count> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(vec![Count::default(); settings.len()]);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((place, setting)) = {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    settings.get(place).map(|setting| (place, setting))
                } {
                    let count = walk(setting, &letters(setting.absences), acts);
                    done.lock().unwrap()[place] = count;
                }
            });
        }
    });
    done.into_inner().unwrap()
}

fn gists(settings: Vec<Setting>, acts: u64) -> Vec<u64> {
    walked(settings, acts).iter().map(|count| count.gist).collect()
}

fn said(what: &str, laws: usize, acts: u64, count: Count, begun: Instant) {
    println!("{what} ({laws}), {acts} acts behind the approval: {count}; {:.1?}", begun.elapsed());
    assert!(count.carried > 100 && count.refused > count.carried, "{count}");
}

/// The same, and prints how many there were.
fn proven(what: &str, laws: usize, settings: Vec<Setting>, acts: u64) {
    let (begun, mut sum) = (Instant::now(), Count::default());
    walked(settings, acts).iter().for_each(|count| sum += *count);
    said(what, laws, acts, sum, begun);
}

#[test]
fn as_it_stands() {
    proven("as it stands", 1, laws::as_it_stands(), acts());
}

/// And each matters: under one of its settings something is answered that is not as it stands. Three acts are enough for
/// that; a cancellation has to be made, published, appealed and overturned before it matters what is restored.
#[test]
fn with_each_reading_turned() {
    let acts = acts_turned();
    let (as_it_stands, with_absences) = (gists(laws::as_it_stands(), acts), gists(laws::with_absences(), acts));
    let (begun, mut sum) = (Instant::now(), Count::default());
    for (reading, _) in READINGS {
        let settings = laws::with_turned(reading);
        let counts = walked(settings, acts);
        counts.iter().for_each(|count| sum += *count);
        let told: Vec<u64> = counts.iter().map(|count| count.gist).collect();
        let before = if reading.starts_with("absence_") { &with_absences } else { &as_it_stands };
        let enough = if reading == "restored_term" { 4 } else { 3 };
        assert!(acts < enough || told != *before, "{reading} changes nothing");
    }
    said("each reading turned", READINGS.len(), acts, sum, begun);
}

#[test]
fn with_each_pair_that_meets_turned() {
    proven("each pair turned", PAIRS.len(), laws::each_pair(), acts_turned());
}

#[test]
fn as_audit_and_as_recorded() {
    proven("as audit and as recorded", 2, laws::other_modes(), acts_turned());
}

/// A reading is in some pair, or said to meet none.
#[test]
fn every_reading_meets_another_or_none() {
    for (reading, _) in READINGS {
        let meets = PAIRS.iter().any(|(one, other, _)| [*one, *other].contains(&reading));
        assert_ne!(meets, ALONE.contains(&reading), "{reading}");
    }
}
