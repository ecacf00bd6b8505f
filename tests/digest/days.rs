//! Days as numbers, counted from 1970-01-01. Frozen: see `frozen.rs`.

/// The number of a day.
pub(crate) fn day(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted - era * 400;
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day.
pub(crate) fn parts(number: i64) -> (i64, i64, i64) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted - era * 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, date)
}

/// A day as it is written.
pub(crate) fn written(number: i64) -> String {
    let (year, month, date) = parts(number);
    format!("{year:04}-{month:02}-{date:02}")
}

/// The corresponding day some months later or earlier, or the last of its month.
pub(crate) fn months_later(number: i64, months: i64) -> i64 {
    let (year, month, date) = parts(number);
    let count = year * 12 + month - 1 + months;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    let next = if month == 12 { day(year + 1, 1, 1) } else { day(year, month + 1, 1) };
    (day(year, month, 1) + date - 1).min(next - 1)
}
