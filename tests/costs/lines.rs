//! Lines and whole systems: what strangers send.

use crate::lives::{history, ledger};
use crate::{Asked, Holds, Question, bytes};
use ruankao::conformance::{Answering, Case, Stance, answer_line, check, run, seeded_cases};
use serde_json::{Value, json};
use std::io;

/// A line of so many events, entries, listings and questions.
fn line(n: u32) -> String {
    let question = |place: u32| {
        let on = format!("2008-{:02}-{:02}", 1 + place % 3, 1 + place / 3 % 28);
        match place % 6 {
            0 => json!({ "query": "standing", "on": on }),
            1 => json!({ "query": "outlook", "on": on, "known_on": "2008-01-20" }),
            2 => json!({ "query": "education", "on": on }),
            3 => json!({ "query": "sensitivity", "on": on }),
            4 => json!({ "query": "agenda", "on": on, "from": on, "to": "2010-01-01" }),
            _ => json!({ "query": "irregularities" }),
        }
    };
    let ask: Vec<Value> = (0..n).map(question).collect();
    let listed: Vec<Value> =
        (0..n).map(|place| json!({ "id": format!("B{place}"), "approved_on": "2005-01-01" })).collect();
    json!({ "id": "a", "history": history(n), "ledger": ledger(n), "agencies": listed, "providers": listed, "ask": ask })
        .to_string()
}

/// What a line is answered with goes nowhere: how long it is.
fn answered(line: &str) -> usize {
    assert_eq!(run(line.as_bytes(), io::sink()).unwrap(), 0);
    line.len()
}

fn one_line(n: u32) -> Asked {
    let line = line(n);
    Box::new(move || answered(&line))
}

/// The crate itself, held against itself.
struct Itself;

impl Answering for Itself {
    type Failure = String;

    fn stance(&self) -> Stance {
        Stance::any()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        case.answers().iter().map(|answer| serde_json::to_value(answer).map_err(|error| error.to_string())).collect()
    }
}

fn checked(n: u32) -> Asked {
    let cases: Vec<Case> = seeded_cases(1).take(n as usize / 10).collect();
    Box::new(move || usize::try_from(check(&mut Itself, cases.iter().cloned()).cases).unwrap())
}

pub(crate) const QUESTIONS: &[Question] = &[
    Question::new("conformance::run", Holds::EachPart(1_024), one_line),
    Question::new("conformance::check", Holds::EachPart(64), checked),
];

/// Whatever the line, answering it holds a small multiple of its bytes; and one that is too long is not held at all.
#[test]
fn a_line_is_held_in_a_small_multiple_of_itself() {
    for n in [10, 100, 1_000, 10_000] {
        let (held, length) = (bytes(&*one_line(n)), line(n).len() as u64);
        assert!(held <= length * 8 + 32_768, "{held} bytes are held for a line of {length}");
    }
    let hostile: [fn(usize) -> String; 9] = [
        |n| format!("{{\"id\": \"{}\", \"ask\": []}}", "a".repeat(n)),
        |n| format!("{{\"{}\": 1}}", "\u{202e}".repeat(n / 3)),
        |n| format!("{{\"id\": \"a\", \"history\": [{{\"event\": \"{}\"}}]}}", "\u{7f}".repeat(n)),
        |n| "[".repeat(n),
        |n| "{\"a\":".repeat(n / 5),
        |n| format!("{{\"id\": \"a\", \"ask\": [{}{{}}]}}", "1,".repeat(n / 2)),
        |n| format!("{{\"id\": \"a\", \"ask\": [{}]}}", vec!["{\"query\":\"irregularities\"}"; n / 27].join(",")),
        |n| format!("{{\"id\": \"a\", \"ledger\": [{}]}}", vec!["{}"; n / 3].join(",")),
        |n| format!("{{\"id\": \"a\", \"ask\": [{{\"query\": \"identity\", \"number\": \"{}\"}}]}}", "1".repeat(n)),
    ];
    for (place, make) in hostile.into_iter().enumerate() {
        for length in [10_000, 1_000_000] {
            let line = make(length);
            let held = allocation_counter::measure(|| {
                std::hint::black_box(run(line.as_bytes(), io::sink()).unwrap());
            });
            assert!(held.bytes_max <= 16 * length as u64 + 65_536, "line {place}: {} of {length}", held.bytes_max);
        }
    }
    let long = "x".repeat(64 << 20);
    let held = allocation_counter::measure(|| assert!(run(long.as_bytes(), io::sink()).unwrap() == 1));
    assert!(held.bytes_max < (16 << 20) * 3 + 65_536, "{}", held.bytes_max);
    assert!(answer_line(long.as_bytes(), 1).is_err());
}
