//! Days on the drawing.

use crate::calendar::date::{add_days, add_months};
use crate::picture::canvas::Px;
use chrono::{Datelike, NaiveDate};

/// The days of a drawing laid on its width: each day is a stretch, and a day's mark stands where it begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) left: Px,
    pub(super) width: Px,
}

impl Scale {
    /// Where a day begins, cut at both ends.
    pub(super) fn begin(&self, day: NaiveDate) -> Px {
        let days = |to: NaiveDate| to.signed_duration_since(self.first).num_days();
        let all = days(self.last) + 1;
        self.left + Px(self.width.0 * days(day).clamp(0, all) / all.max(1))
    }

    /// Where a day ends.
    pub(super) fn end(&self, day: NaiveDate) -> Px {
        self.begin(add_days(day, 1))
    }

    pub(super) fn right(&self) -> Px {
        self.left + self.width
    }

    pub(super) fn shows(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The months of the axis: the first days shown of every so many months, and whether these are whole years.
    pub(super) fn ticks(&self) -> (impl Iterator<Item = NaiveDate>, bool) {
        let days = self.last.signed_duration_since(self.first).num_days() + 1;
        let room = |step: &u32| self.width.0 * i64::from(*step) * 30 / days.max(1) >= LEAST_ROOM.0;
        let step = STEPS.into_iter().find(room).unwrap_or(WIDEST_STEP);
        let months = i64::from(self.first.year()) * 12 + i64::from(self.first.month0());
        let to_next = (i64::from(step) - months.rem_euclid(i64::from(step))) % i64::from(step);
        let month = self.first.with_day(1).unwrap_or(self.first);
        let (from, last, shown) = (add_months(month, u32::try_from(to_next).unwrap_or(0)), self.last, self.first);
        let ticks = (0..MOST_TICKS).map(move |tick| add_months(from, tick * step));
        (ticks.take_while(move |&day| day <= last).filter(move |&day| day >= shown), step.is_multiple_of(12))
    }
}

const LEAST_ROOM: Px = Px::whole(54);
const MOST_TICKS: u32 = 40;
const STEPS: [u32; 9] = [1, 3, 6, 12, 24, 60, 120, 300, 600];
const WIDEST_STEP: u32 = 1200;

#[cfg(test)]
mod tests {
    use super::{LEAST_ROOM, Px, Scale};
    use crate::calendar::date::add_days;
    use crate::calendar::day::literal;
    use alloc::vec::Vec;
    use chrono::NaiveDate;

    /// Where ten months of thirty days have just room, each has its mark; a day more, and months are passed over.
    #[test]
    fn each_month_has_its_mark_where_there_is_room() {
        let (first, width) = (literal(2005, 1, 1), Px(LEAST_ROOM.0 * 10));
        let ticks = |days: u32| {
            let scale = Scale { first, last: add_days(first, days - 1), left: Px(0), width };
            scale.ticks().0.take(2).collect::<Vec<NaiveDate>>()
        };
        assert_eq!(ticks(300), [first, literal(2005, 2, 1)]);
        assert_eq!(ticks(301), [first, literal(2005, 4, 1)]);
    }
}
