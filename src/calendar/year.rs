//! One covered year of a working-day calendar.

use chrono::{Datelike, NaiveDate, Weekday};

/// A covered year: one bit a day, set where the day is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct YearDays {
    pub(super) year: i32,
    pub(super) worked: [u64; 6],
}

impl YearDays {
    pub(super) fn plain(year: i32) -> Self {
        let mut days = Self { year, worked: [0; 6] };
        for day in (1..=366).map_while(|ordinal| NaiveDate::from_yo_opt(year, ordinal)) {
            days.set(day.ordinal0(), !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
        }
        days
    }

    pub(super) fn is_worked(&self, ordinal0: u32) -> bool {
        self.worked.get(ordinal0 as usize / 64).is_some_and(|word| word >> (ordinal0 % 64) & 1 == 1)
    }

    /// The `n`-th day worked from a day of the year on, that day included; how many there are where they are fewer.
    pub(super) fn nth_worked(&self, from_ordinal0: u32, n: u32) -> Result<u32, u32> {
        let mut seen = 0;
        for (word, start) in self.worked.iter().zip((0..).step_by(64)) {
            let passed = from_ordinal0.saturating_sub(start);
            let mut left = word.checked_shr(passed).map_or(0, |kept| kept << passed);
            if seen + left.count_ones() >= n {
                for _ in seen + 1..n {
                    // Without the lowest bit that is set.
                    left &= left.wrapping_sub(1);
                }
                return Ok(start + left.trailing_zeros());
            }
            seen += left.count_ones();
        }
        Err(seen)
    }

    pub(super) fn set(&mut self, ordinal0: u32, worked: bool) {
        if let Some(word) = self.worked.get_mut(ordinal0 as usize / 64) {
            let bit = 1 << (ordinal0 % 64);
            if worked { *word |= bit } else { *word &= !bit }
        }
    }
}
