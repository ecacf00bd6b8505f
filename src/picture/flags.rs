//! Labels of days that never cover one another.

use crate::picture::canvas::{Px, width};
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A day with a label of two lines: the day, and what it is.
#[derive(Clone, Debug)]
pub(super) struct Flag {
    pub(super) day: NaiveDate,
    /// The day at whose beginning the pole stands.
    pub(super) at: NaiveDate,
    pub(super) words: String,
    /// What is to be said of it besides.
    pub(super) note: Option<String>,
    pub(super) class: &'static str,
}

/// Flags with their poles and lanes.
pub(super) struct Flagged {
    flags: Vec<Flag>,
    poles: Vec<Px>,
    lanes: Vec<i64>,
}

pub(super) const LANE: Px = Px::whole(29);
const DAY_SIZE: i64 = 10;
const WORDS_SIZE: i64 = 12;
const FROM_POLE: Px = Px::whole(5);

impl Flag {
    /// How far it reaches to the right of its pole.
    pub(super) fn reach(&self) -> Px {
        width("2000-00-00", DAY_SIZE).max(width(&self.words, WORDS_SIZE)) + FROM_POLE
    }
}

impl Flagged {
    /// Flags in the order of their poles, each at the place that `at` says.
    pub(super) fn new(flags: Vec<Flag>, at: impl Fn(NaiveDate) -> Px) -> Self {
        let poles: Vec<Px> = flags.iter().map(|flag| at(flag.at)).collect();
        let labels = poles.iter().zip(&flags).map(|(&pole, flag)| (pole, pole + flag.reach()));
        let lanes = lanes(labels);
        Self { flags, poles, lanes }
    }

    /// How many lanes they take.
    pub(super) fn count(&self) -> i64 {
        self.lanes.iter().max().map_or(0, |lane| lane + 1)
    }

    pub(super) fn height(&self) -> Px {
        Px(LANE.0 * self.count())
    }

    pub(super) fn each(&self) -> impl Iterator<Item = (&Flag, Px, i64)> {
        self.flags.iter().zip(&self.poles).zip(&self.lanes).map(|((flag, &pole), &lane)| (flag, pole, lane))
    }

    /// Whether a line from top to bottom at this place would cross a label.
    pub(super) fn covers(&self, place: Px) -> bool {
        self.each().any(|(flag, pole, _)| pole < place && place < pole + flag.reach())
    }
}

/// The lane of each label, counted from the bar; each is given by its pole and its end, the poles from left to right.
///
/// Every label lies to the right of its pole. One that reaches over another pole takes a lane above that one's, so that
/// no pole crosses a label, and no two labels in a lane meet. Costs n log n.
fn lanes<P: Ord>(labels: impl DoubleEndedIterator<Item = (P, P)>) -> Vec<i64> {
    let mut lanes = Vec::new();
    // From the right: what a label may reach over has its lane already. Of those only the ones count that stand higher
    // than all before them, and these rise to the right.
    let mut rising: Vec<(P, i64)> = Vec::new();
    for (pole, end) in labels.rev() {
        let beyond = rising.partition_point(|(other, _)| *other >= end);
        let lane = rising.get(beyond).map_or(0, |(_, lane)| lane + 1);
        while rising.last().is_some_and(|&(_, other)| other <= lane) {
            rising.pop();
        }
        rising.push((pole, lane));
        lanes.push(lane);
    }
    lanes.reverse();
    lanes
}

#[cfg(test)]
mod tests {
    use super::{Flag, Flagged, Vec, lanes};
    use crate::calendar::day::literal;
    use crate::picture::canvas::Px;
    use core::cell::Cell;
    use core::cmp::Ordering;

    /// A place that counts how often it is compared.
    #[derive(Clone, Copy)]
    struct Place<'c>(i64, &'c Cell<usize>);

    impl Ord for Place<'_> {
        fn cmp(&self, other: &Self) -> Ordering {
            self.1.set(self.1.get() + 1);
            self.0.cmp(&other.0)
        }
    }

    impl PartialOrd for Place<'_> {
        fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
            Some(self.cmp(other))
        }
    }

    impl PartialEq for Place<'_> {
        fn eq(&self, other: &Self) -> bool {
            self.cmp(other).is_eq()
        }
    }

    impl Eq for Place<'_> {}

    /// As the rule says it, label by label.
    fn slowly(labels: &[(i64, i64)]) -> Vec<i64> {
        let mut lanes = alloc::vec![0; labels.len()];
        for (index, (_, end)) in labels.iter().enumerate().rev() {
            let reached = (index + 1..labels.len()).filter(|&other| labels[other].0 < *end);
            lanes[index] = reached.map(|other| lanes[other] + 1).max().unwrap_or(0);
        }
        lanes
    }

    fn labels(many: i64) -> Vec<(i64, i64)> {
        let mut poles: Vec<i64> = (0..many).map(|index| index * 7919 % (3 * many)).collect();
        poles.sort_unstable();
        poles.into_iter().enumerate().map(|(index, pole)| (pole, pole + 1 + (index as i64 * 31) % 97)).collect()
    }

    #[test]
    fn the_lanes_are_those_of_the_rule() {
        for many in 0..90 {
            let labels = labels(many);
            assert_eq!(lanes(labels.iter().copied()), slowly(&labels));
        }
        let at_once = [(5, 9), (5, 6), (5, 5), (5, 7), (6, 8)];
        assert_eq!(lanes(at_once.into_iter()), slowly(&at_once));
    }

    /// A line along a pole or at the end of a label crosses nothing.
    #[test]
    fn a_label_is_covered_between_its_pole_and_its_end() {
        let day = literal(2005, 3, 10);
        let flag = Flag { day, at: day, words: "approved".into(), note: None, class: "event" };
        let (pole, end) = (Px(70), Px(70) + flag.reach());
        let flagged = Flagged::new(Vec::from([flag]), |_| pole);
        assert!(!flagged.covers(pole) && !flagged.covers(end));
        assert!(flagged.covers(Px(pole.0 + 1)) && flagged.covers(Px(end.0 - 1)));
    }

    /// Twice the labels cost little more than twice the comparisons.
    #[test]
    #[cfg_attr(miri, ignore = "sixty-four thousand labels, hours under Miri")]
    fn the_work_grows_as_n_log_n() {
        for many in [1_000, 8_000, 64_000] {
            for reach in [0, 40, i64::MAX / 2] {
                let compared = Cell::new(0);
                let place = |at| Place(at, &compared);
                let labels: Vec<_> =
                    labels(many).into_iter().map(|(pole, _)| (place(pole), place(pole + reach))).collect();
                assert_eq!(lanes(labels.into_iter()).len(), many as usize);
                let bound = many as usize * (many.ilog2() as usize + 2);
                assert!(compared.get() <= bound, "{} comparisons for {many} labels", compared.get());
            }
        }
    }
}
