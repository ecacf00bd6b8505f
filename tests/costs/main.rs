//! What each public question costs, as `docs::costs` says, held with growing input.
//!
//! Memory is counted in bytes. Time is told by how much longer ten thousand take than a hundred a hundred times over: n log n
//! takes twice as long, the square a hundred times. The limit lies far from both, so that a busy machine does not fail it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod lines;
mod lists;
mod lives;

#[path = "../support/form.rs"]
mod form;

use std::hint::black_box;
use std::time::Duration;

/// A question by the name that the page gives it, over input of so many parts: what is made before it, and what is asked.
struct Question {
    name: &'static str,
    prepare: fn(u32) -> Box<dyn Fn() -> usize>,
}

/// How often ten thousand may take as long as a hundred times a hundred: four times n log n.
const MOST: f64 = 8.0;

/// Too short to be told apart from what else the machine does.
const NOTHING: Duration = Duration::from_millis(20);

#[expect(clippy::disallowed_methods, reason = "what is measured is time, not law")]
fn time(asked: &dyn Fn() -> usize, times: u32) -> Duration {
    let once = || {
        let begun = std::time::Instant::now();
        for _ in 0..times {
            black_box(asked());
        }
        begun.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

/// Every question of the page takes n log n or less.
#[track_caller]
fn holds(questions: &[Question]) {
    for Question { name, prepare } in questions {
        let [few, many] = [prepare(100), prepare(10_000)];
        let (few, many) = (time(&*few, 100), time(&*many, 1));
        assert!(many < few.mul_f64(MOST) + NOTHING, "{name}: {few:?} for 100 a hundred times, {many:?} for 10,000");
    }
}

/// A question that costs nothing that grows takes as long whatever the input.
#[track_caller]
fn holds_still(questions: &[Question]) {
    for Question { name, prepare } in questions {
        let [few, many] = [prepare(100), prepare(10_000)].map(|asked| time(&*asked, 100));
        assert!(many < few.mul_f64(MOST) + NOTHING, "{name}: {few:?} for 100, {many:?} for 10,000");
    }
}

/// How many bytes are held at most while it is asked, over input of 10, 100, 1,000 and 10,000.
fn bytes(prepare: fn(u32) -> Box<dyn Fn() -> usize>) -> [u64; 4] {
    [10, 100, 1_000, 10_000].map(|n| {
        let asked = prepare(n);
        allocation_counter::measure(|| {
            black_box(asked());
        })
        .bytes_max
    })
}

/// The rows of the page and those held here are the same.
#[test]
fn the_page_names_each_question_that_is_held() {
    let page = include_str!("../../src/docs/costs.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let told: Vec<&str> = rows.map(|(name, _)| name).collect();
    let held = [lives::STILL, lives::QUESTIONS, lists::QUESTIONS, lines::QUESTIONS].concat();
    let held: Vec<&str> = held.iter().map(|question| question.name).collect();
    assert_eq!(told, held);
}

impl Clone for Question {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

/// The limit is one that can be broken: what compares each with each breaks it.
#[test]
#[should_panic(expected = "the square")]
fn the_square_is_found_out() {
    let pairs = |n: u32| -> Box<dyn Fn() -> usize> {
        Box::new(move || (0..n).map(|one| (0..n).filter(|&other| black_box(other) == one).count()).sum())
    };
    holds(&[Question { name: "the square", prepare: pairs }]);
}
