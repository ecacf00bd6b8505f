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

    pub(super) fn set(&mut self, ordinal0: u32, worked: bool) {
        if let Some(word) = self.worked.get_mut(ordinal0 as usize / 64) {
            let bit = 1 << (ordinal0 % 64);
            if worked { *word |= bit } else { *word &= !bit }
        }
    }
}
