//! Days as places in one long list of days, written out by going from each day to the next (rules.md 4).

use std::collections::HashMap;
use std::sync::OnceLock;

/// A day: its place in the list.
pub(crate) type Day = usize;

const FIRST_YEAR: i64 = 1700;
const LAST_YEAR: i64 = 4300;

struct Days {
    listed: Vec<(i64, i64, i64)>,
    place: HashMap<(i64, i64, i64), Day>,
    new_years: HashMap<i64, Day>,
}

fn days() -> &'static Days {
    static DAYS: OnceLock<Days> = OnceLock::new();
    DAYS.get_or_init(|| {
        let mut all = Days { listed: Vec::new(), place: HashMap::new(), new_years: HashMap::new() };
        for year in FIRST_YEAR..=LAST_YEAR {
            for month in 1..=12 {
                for day in 1..=31 {
                    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
                    let exists = match (month, leap) {
                        (2, true) => day <= 29,
                        (2, false) => day <= 28,
                        (4 | 6 | 9 | 11, _) => day <= 30,
                        _ => true,
                    };
                    if exists {
                        all.place.insert((year, month, day), all.listed.len());
                        if (month, day) == (1, 1) {
                            all.new_years.insert(year, all.listed.len());
                        }
                        all.listed.push((year, month, day));
                    }
                }
            }
        }
        all
    })
}

/// The day written `text`.
pub(crate) fn read(text: &str) -> Day {
    let mut parts = text.split('-').map(|part| part.parse::<i64>().unwrap());
    let ymd = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    days().place[&ymd]
}

/// A day as it is written.
pub(crate) fn write(day: Day) -> String {
    let (y, m, d) = days().listed[day];
    format!("{y:04}-{m:02}-{d:02}")
}

/// The day's calendar year.
pub(crate) fn year(day: Day) -> i64 {
    days().listed[day].0
}

/// The first day of a calendar year.
pub(crate) fn new_year(year: i64) -> Day {
    days().new_years[&year]
}

/// The corresponding day `months` months later (or earlier), if there is one.
pub(crate) fn corresponding(day: Day, months: i64) -> Option<Day> {
    let (y, m, d) = days().listed[day];
    let count = y * 12 + (m - 1) + months;
    days().place.get(&(count.div_euclid(12), count.rem_euclid(12) + 1, d)).copied()
}

/// The corresponding day `months` months later (or earlier), or that month's last day; the list's end if it lies beyond.
pub(crate) fn plus_months(day: Day, months: i64) -> Day {
    let (y, m, d) = days().listed[day];
    let count = y * 12 + (m - 1) + months;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    if year > LAST_YEAR {
        return days().listed.len() - 1;
    }
    (1..=d).rev().find_map(|d| days().place.get(&(year, month, d)).copied()).unwrap_or(0)
}

/// Monday is 0.
fn weekday(day: Day) -> usize {
    let monday = days().place[&(2001, 1, 1)];
    (day + 7 * monday - monday) % 7
}

/// Whether this is a working day, or the year that `workdays.csv` says nothing about.
pub(crate) fn working(day: Day) -> Result<bool, i64> {
    static DIFFERS: OnceLock<HashMap<Day, bool>> = OnceLock::new();
    let differs = DIFFERS.get_or_init(|| {
        let csv = include_str!("../../src/calendar/workdays.csv");
        csv.lines()
            .skip(1)
            .map(|row| row.split(',').collect::<Vec<_>>())
            .map(|row| (read(row[0]), row[1] == "makeup_workday"))
            .collect()
    });
    if !(2004..=2026).contains(&year(day)) {
        return Err(year(day));
    }
    Ok(differs.get(&day).copied().unwrap_or(weekday(day) < 5))
}

/// The first working day not before `day`.
pub(crate) fn first_working(day: Day) -> Result<Day, i64> {
    let mut day = day;
    while !working(day)? {
        day += 1;
    }
    Ok(day)
}

/// The `count`-th working day after `day`.
pub(crate) fn working_days_after(day: Day, count: i64) -> Result<Day, i64> {
    let (mut day, mut seen) = (day, 0);
    while seen < count {
        day += 1;
        if working(day)? {
            seen += 1;
        }
    }
    Ok(day)
}

/// The day `count` days later.
pub(crate) fn plus_days(day: Day, count: i64) -> Day {
    day + usize::try_from(count).unwrap()
}
