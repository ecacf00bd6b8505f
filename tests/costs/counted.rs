//! How many instructions each question takes.

use crate::{Asked, Grows, Holds, Question, questions};
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// The parts of which the instructions are counted, each ten times as many as before.
const PARTS: [u32; 3] = [30, 300, 3_000];

/// That this is the process that is counted, and in how many questions.
const COUNTED: &str = "RUANKAO_COUNTED";

/// What is counted: callgrind collects inside it alone, and writes what it has collected behind each call.
#[inline(never)]
fn counted(asked: &dyn Fn() -> usize) {
    black_box(asked());
}

/// Each with each: what the limit must find.
fn pairs(n: u32) -> Asked {
    Box::new(move || (0..n).map(|one| (0..n).filter(|&other| black_box(other) == one).count()).sum())
}

const SQUARE: Question = Question::new("the square", Holds::Nothing, pairs);

impl Grows {
    /// How many times the instructions ten times the parts may take: a third more than n log n comes to from 30 to 300.
    const fn most(self) -> u64 {
        match self {
            Self::Hardly => 2,
            Self::Along => 22,
        }
    }
}

/// Asks every question, each with every number of parts.
fn ask_all() {
    for question in questions().into_iter().chain([SQUARE]) {
        for parts in PARTS {
            counted(&*(question.prepare)(parts));
        }
    }
}

/// Has this very test run again under callgrind; the instructions of each call of [`counted`], in order.
fn count(under: &Path) -> Vec<u64> {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--toggle-collect=costs::counted::counted", "--dump-after=costs::counted::counted"])
        .arg(format!("--callgrind-out-file={}/counts", under.display()))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "counted::each_question_takes_n_log_n_at_most", "--ignored"])
        .env(COUNTED, "1")
        .output()
        .expect("valgrind counts the instructions; it has to be installed");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
    let of_a_call = |call: usize| {
        let dump = std::fs::read_to_string(under.join(format!("counts.{call}"))).ok()?;
        dump.lines().find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok())
    };
    (1..).map_while(of_a_call).collect()
}

#[test]
#[ignore = "needs valgrind, and a minute"]
fn each_question_takes_n_log_n_at_most() {
    if std::env::var_os(COUNTED).is_some() {
        return ask_all();
    }
    let under = std::env::temp_dir().join(format!("ruankao-costs-{}", std::process::id()));
    std::fs::create_dir_all(&under).unwrap();
    let counts = count(&under);
    std::fs::remove_dir_all(&under).unwrap();

    let (counts, rest) = counts.as_chunks::<{ PARTS.len() }>();
    let questions = questions();
    assert_eq!((counts.len(), rest), (questions.len() + 1, &[][..]), "a count for each call");
    let too_many = |question: &Question, counts: &[u64; 3]| {
        counts.array_windows().any(|[few, many]| *many > few * question.grows.most())
    };
    let mut broken = Vec::new();
    for (question, counts) in questions.iter().zip(counts) {
        println!("{:40} {counts:?}", question.name);
        if too_many(question, counts) {
            broken.push(format!("{}: {counts:?} for {PARTS:?}", question.name));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(too_many(&SQUARE, counts.last().unwrap()), "the limit is one that can be broken");
}
