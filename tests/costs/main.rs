//! What each public question costs, as `docs::costs` says, held with growing input.
//!
//! Memory is counted in bytes, time in the instructions that valgrind's callgrind sees: the same in every run, however busy
//! the machine. The test of the instructions is ignored where nothing asks for it, since valgrind is not everywhere:
//! `cargo test --test costs -- --ignored`.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod counted;
mod lines;
mod lists;
mod lives;

#[path = "../support/form.rs"]
mod form;

use std::hint::black_box;

type Asked = Box<dyn Fn() -> usize>;

/// A question by the name that the page gives it, over input of so many parts: what is made before it, and what is asked.
#[derive(Clone, Copy)]
struct Question {
    name: &'static str,
    prepare: fn(u32) -> Asked,
    grows: Grows,
    holds: Holds,
}

/// How the time grows with the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grows {
    /// With the logarithm at most.
    Hardly,
    /// With n log n at most.
    Along,
}

/// What is held at most, while it is asked and with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Not a byte.
    Nothing,
    /// So many bytes, however many parts there are.
    Still(u64),
    /// So many bytes a part, and [`Holds::ANYWAY`] besides.
    EachPart(u64),
}

impl Holds {
    /// What a buffer and an answer take before anything grows.
    const ANYWAY: u64 = 65_536;

    const fn most(self, parts: u64) -> u64 {
        match self {
            Self::Nothing => 0,
            Self::Still(bytes) => bytes,
            Self::EachPart(bytes) => bytes * parts + Self::ANYWAY,
        }
    }
}

impl Question {
    const fn new(name: &'static str, holds: Holds, prepare: fn(u32) -> Asked) -> Self {
        Self { name, prepare, grows: Grows::Along, holds }
    }

    const fn hardly(self) -> Self {
        Self { grows: Grows::Hardly, ..self }
    }
}

fn questions() -> Vec<Question> {
    [lives::STILL, lives::QUESTIONS, lists::QUESTIONS, lines::QUESTIONS].concat()
}

/// How many bytes are held at most while it is asked.
fn bytes(asked: &dyn Fn() -> usize) -> u64 {
    allocation_counter::measure(|| {
        black_box(asked());
    })
    .bytes_max
}

/// The rows of the page and those held here are the same, and so is what is held without a byte.
#[test]
fn the_page_names_each_question_that_is_held() {
    let page = include_str!("../../src/docs/costs.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let told: Vec<(&str, bool)> = rows.map(|(name, row)| (name, row.trim_end().ends_with("| none |"))).collect();
    let held: Vec<_> = questions().iter().map(|it| (it.name, it.holds == Holds::Nothing)).collect();
    assert_eq!(told, held);
}

#[test]
fn each_question_holds_no_more_than_a_small_multiple_of_its_parts() {
    for Question { name, prepare, holds, .. } in questions() {
        for parts in [10, 100, 1_000, 10_000] {
            let (held, most) = (bytes(&*prepare(parts)), holds.most(parts.into()));
            assert!(held <= most, "{name}: {held} bytes of {parts} parts; expected at most {most}");
        }
    }
}
