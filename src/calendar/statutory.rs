//! The statutory table, 2004 to 2026, read from `workdays.csv` while the crate compiles.
//!
//! The file holds facts of the State Council's yearly notices, one row for each day that differs from plain Monday to
//! Friday; what is linked into a program is 56 bytes a year.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "evaluated while compiling, where an index out of bounds is a compile error"
)]

use crate::calendar::year::YearDays;

const FIRST_YEAR: i32 = 2004;
const YEARS: usize = 23;
/// 2004-01-01 was a Thursday; Monday is 0.
const FIRST_WEEKDAY: u32 = 3;

const ROWS: &[u8] = include_bytes!("workdays.csv");
const HEADER: &[u8] = b"date,kind,name\n";

pub(super) static STATUTORY: [YearDays; YEARS] = read();

const fn read() -> [YearDays; YEARS] {
    let mut years = plain();
    let mut at = HEADER.len();
    while at < ROWS.len() {
        let (year, month, day) = (number(at, 4), number(at + 5, 2), number(at + 8, 2));
        let ordinal0 = ordinal0(year, month, day);
        let word = &mut years[(year - FIRST_YEAR as u32) as usize].worked[(ordinal0 / 64) as usize];
        let bit = 1 << (ordinal0 % 64);
        match ROWS[at + 11] {
            b'h' => *word &= !bit,
            b'm' => *word |= bit,
            _ => panic!("a row's kind is `holiday` or `makeup_workday`"),
        }
        while ROWS[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    years
}

/// Monday to Friday of every year.
const fn plain() -> [YearDays; YEARS] {
    let mut years = [YearDays { year: 0, worked: [0; 6] }; YEARS];
    let (mut weekday, mut index) = (FIRST_WEEKDAY, 0);
    while index < YEARS {
        let year = FIRST_YEAR + index as i32;
        years[index].year = year;
        let days = 365 + is_leap(year as u32) as u32;
        let mut ordinal0 = 0;
        while ordinal0 < days {
            if weekday < 5 {
                years[index].worked[(ordinal0 / 64) as usize] |= 1 << (ordinal0 % 64);
            }
            weekday = (weekday + 1) % 7;
            ordinal0 += 1;
        }
        index += 1;
    }
    years
}

const fn number(from: usize, digits: usize) -> u32 {
    let (mut value, mut index) = (0, 0);
    while index < digits {
        assert!(ROWS[from + index].is_ascii_digit(), "a row begins with a date");
        value = value * 10 + (ROWS[from + index] - b'0') as u32;
        index += 1;
    }
    value
}

const fn ordinal0(year: u32, month: u32, day: u32) -> u32 {
    const BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    BEFORE[(month - 1) as usize] + day - 1 + (month > 2 && is_leap(year)) as u32
}

/// Enough for the years of the table.
const fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4)
}

#[cfg(test)]
mod tests {
    use crate::calendar::day::literal;
    use crate::calendar::working_days::WorkCalendar;
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;
    use chrono::Datelike;

    /// The compiled table says of each of the 8,401 days what the rows say.
    #[test]
    #[cfg_attr(miri, ignore = "every day of twenty-three years, minutes under Miri")]
    fn the_table_equals_its_rows() {
        let rows: BTreeMap<&str, &str> = include_str!("workdays.csv")
            .lines()
            .skip(1)
            .map(|row| {
                let mut cells = row.split(',');
                (cells.next().unwrap(), cells.next().unwrap())
            })
            .collect();
        assert_eq!(rows.len(), 558);
        let calendar = WorkCalendar::statutory();
        assert_eq!(calendar.years().collect::<Vec<_>>(), (2004..=2026).collect::<Vec<_>>());
        let mut seen = 0;
        let mut working_days = BTreeMap::new();
        for day in literal(2004, 1, 1).iter_days().take_while(|day| day.year() <= 2026) {
            let plain = day.weekday().num_days_from_monday() < 5;
            let expected = match rows.get(alloc::format!("{day}").as_str()) {
                None => plain,
                Some(&"holiday") => {
                    assert!(plain, "{day}: a holiday row differs from a working weekday");
                    false
                }
                Some(&"makeup_workday") => {
                    assert!(!plain, "{day}: a make-up row differs from a weekend");
                    true
                }
                Some(kind) => panic!("{day}: {kind}"),
            };
            assert_eq!(calendar.is_working_day(day), Ok(expected), "{day}");
            *working_days.entry(day.year()).or_insert(0) += u32::from(expected);
            seen += 1;
        }
        assert_eq!(seen, 8401);
        let counts: Vec<u32> = working_days.into_values().collect();
        assert_eq!(
            counts,
            [
                252, 251, 251, 249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249,
                251, 248, 248
            ]
        );
    }
}
