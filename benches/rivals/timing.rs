//! Timing several contestants in turn, so that whatever else the machine does meets all of them.

use std::time::Instant;

/// One of those that do the same work.
pub struct Contestant<'a> {
    pub name: &'static str,
    /// Does the work once, and says something of it that is checked to be the same for all.
    pub work: Box<dyn FnMut() -> u64 + 'a>,
}

pub fn contestant<'a>(name: &'static str, work: impl FnMut() -> u64 + 'a) -> Contestant<'a> {
    Contestant { name, work: Box::new(work) }
}

/// Times all in turn, round by round; prints nanoseconds an item and how many times the first rival's median.
#[expect(clippy::disallowed_methods, reason = "what is measured is time, not law")]
pub fn race(title: &str, items: usize, rounds: usize, contestants: &mut [Contestant<'_>]) {
    let expected = (contestants[0].work)();
    let mut times = vec![Vec::new(); contestants.len()];
    for _ in 0..rounds {
        for (contestant, times) in contestants.iter_mut().zip(&mut times) {
            let begun = Instant::now();
            let said = (contestant.work)();
            times.push(begun.elapsed().as_nanos());
            assert_eq!(said, expected, "{} of {title}", contestant.name);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "for printing")]
    let each = |nanoseconds: u128| nanoseconds as f64 / items as f64;
    println!("{title}, {items} items, {rounds} rounds");
    println!("  {:<46} {:>8} {:>8} {:>8}   of rival", "ns an item", "median", "least", "most");
    let mut rival = None;
    for (contestant, mut times) in contestants.iter().zip(times) {
        times.sort_unstable();
        let median = each(times[times.len() / 2]);
        let rival = *rival.get_or_insert(median);
        let (least, most) = (each(times[0]), each(times[times.len() - 1]));
        println!("  {:<46} {median:>8.1} {least:>8.1} {most:>8.1}   {:.2}x", contestant.name, median / rival);
    }
    println!();
}
