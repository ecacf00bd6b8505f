//! Timing several contestants in turn, so that whatever else the machine does meets all of them.

use std::ops::Range;
use std::time::Instant;

/// One of those that do the same work.
pub struct Contestant<'a> {
    pub name: &'static str,
    /// Does the work for some of the items, and says something of it that is checked to be the same for all.
    pub work: Box<dyn FnMut(Range<usize>) -> u64 + 'a>,
}

pub fn contestant<'a>(name: &'static str, work: impl FnMut(Range<usize>) -> u64 + 'a) -> Contestant<'a> {
    Contestant { name, work: Box::new(work) }
}

/// Times all in turn, so many items at a time and all items so many rounds; prints nanoseconds an item, and how many times
/// the median of the first, which is the rival. What is timed at a time is short enough that few times are those of a
/// machine busy with something else.
#[expect(clippy::disallowed_methods, reason = "what is measured is time, not law")]
pub fn race(title: &str, (items, at_a_time): (usize, usize), rounds: usize, contestants: &mut [Contestant<'_>]) {
    let mut times = vec![Vec::new(); contestants.len()];
    for _ in 0..rounds {
        for part in (0..items).step_by(at_a_time) {
            let part = part..(part + at_a_time).min(items);
            let mut expected = None;
            for (contestant, times) in contestants.iter_mut().zip(&mut times) {
                let begun = Instant::now();
                let said = (contestant.work)(part.clone());
                let elapsed = begun.elapsed().as_nanos();
                #[expect(clippy::cast_precision_loss, reason = "for printing")]
                times.push(elapsed as f64 / part.len() as f64);
                assert_eq!(said, *expected.get_or_insert(said), "{} of {title}", contestant.name);
            }
        }
    }
    println!("{title}, {items} items, {rounds} rounds of {} times each", items.div_ceil(at_a_time));
    println!("  {:<46} {:>8} {:>8} {:>8}   of rival", "ns an item", "median", "least", "most");
    let mut rival = None;
    for (contestant, mut times) in contestants.iter().zip(times) {
        times.sort_unstable_by(f64::total_cmp);
        let (median, least, most) = (times[times.len() / 2], times[0], times[times.len() - 1]);
        let rival = *rival.get_or_insert(median);
        println!("  {:<46} {median:>8.1} {least:>8.1} {most:>8.1}   {:.2}x", contestant.name, median / rival);
    }
    println!();
}
