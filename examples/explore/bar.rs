//! A life as a bar of the terminal.

use anstyle::{AnsiColor, Style};
use chrono::{Datelike, Days, NaiveDate};
use ruankao::lifecycle::{PhaseName, Row};
use std::io::{self, Write};

const WIDTH: u64 = 78;

/// What a turn of the year takes, as in `|2005`.
const LABEL: u64 = 5;

/// The color and the sign of a phase: the sign alone tells it where there is no color.
pub const fn dress(phase: PhaseName) -> (Style, char) {
    let (color, sign) = match phase {
        PhaseName::NotApproved => (AnsiColor::BrightBlack, ' '),
        PhaseName::NotSubject | PhaseName::InForce => (AnsiColor::Green, '█'),
        PhaseName::Released => (AnsiColor::BrightGreen, '▚'),
        PhaseName::RegistrationDue => (AnsiColor::Yellow, '▓'),
        PhaseName::Filed => (AnsiColor::BrightCyan, '+'),
        PhaseName::UnderReview => (AnsiColor::Cyan, '▒'),
        PhaseName::DeferralPending => (AnsiColor::BrightBlue, '╌'),
        PhaseName::Deferred => (AnsiColor::Blue, '░'),
        PhaseName::UnderAppeal => (AnsiColor::Magenta, '?'),
        PhaseName::Cancelled => (AnsiColor::Red, '×'),
        PhaseName::Lapsed => (AnsiColor::BrightBlack, '·'),
    };
    (Style::new().fg_color(Some(anstyle::Color::Ansi(color))), sign)
}

/// The days of a bar, and which column shows which.
struct Scale {
    from: NaiveDate,
    days: u64,
}

impl Scale {
    /// The first day of a column.
    fn day(&self, column: u64) -> NaiveDate {
        self.from.checked_add_days(Days::new(column * self.days / WIDTH)).unwrap_or(self.from)
    }

    /// The column that shows a day, where one does: the last that does not begin after it.
    fn column(&self, day: NaiveDate) -> Option<u64> {
        let days = u64::try_from(day.signed_duration_since(self.from).num_days()).ok()?;
        (days < self.days).then(|| ((days + 1) * WIDTH).div_ceil(self.days).saturating_sub(1).min(WIDTH - 1))
    }
}

/// Draws the rows from their first day to `until`, with a mark at `on` and one at each event, its number below it.
///
/// A column stands for its first day, but the one under the mark for the day that is marked.
pub fn draw(
    out: &mut impl Write,
    rows: &[Row],
    until: NaiveDate,
    on: NaiveDate,
    events: &[(usize, NaiveDate)],
) -> io::Result<()> {
    let Some(first) = rows.first() else { return Ok(()) };
    let days = u64::try_from(until.signed_duration_since(first.from).num_days()).unwrap_or(0) + 1;
    let scale = Scale { from: first.from, days: days.max(WIDTH) };
    marks(out, &scale, &[on], '▼')?;
    let marked = scale.column(on);
    for column in 0..WIDTH {
        let day = if marked == Some(column) { on } else { scale.day(column) };
        let row = rows.iter().rev().find(|row| row.from <= day).filter(|_| day <= until);
        match row.map(|row| dress(row.outline.phase)) {
            Some((style, sign)) => write!(out, "{style}{sign}{style:#}")?,
            None => write!(out, " ")?,
        }
    }
    writeln!(out)?;
    let days: Vec<NaiveDate> = events.iter().map(|&(_, day)| day).collect();
    marks(out, &scale, &days, '▲')?;
    numbers(out, &scale, events)?;
    years(out, &scale)
}

fn marks(out: &mut impl Write, scale: &Scale, days: &[NaiveDate], sign: char) -> io::Result<()> {
    let columns: Vec<u64> = days.iter().filter_map(|&day| scale.column(day)).collect();
    let line: String = (0..WIDTH).map(|column| if columns.contains(&column) { sign } else { ' ' }).collect();
    writeln!(out, "{}", line.trim_end())
}

/// The numbers of the events, as many as find room; those of one column as a range.
fn numbers(out: &mut impl Write, scale: &Scale, events: &[(usize, NaiveDate)]) -> io::Result<()> {
    let mut columns: Vec<(u64, usize, usize)> = Vec::new();
    for (column, number) in events.iter().filter_map(|&(number, day)| Some((scale.column(day)?, number))) {
        match columns.last_mut() {
            Some((last, _, to)) if *last == column => *to = number,
            _ => columns.push((column, number, number)),
        }
    }
    let mut written = 0;
    for (column, from, to) in columns {
        let words = if from == to { from.to_string() } else { format!("{from}-{to}") };
        let wide = u64::try_from(words.len()).unwrap_or(WIDTH);
        // A number that has no room under its mark stands beside the one before it, or nowhere.
        let at = column.max(written);
        if at <= column + 3 && at + wide <= WIDTH {
            write!(out, "{:>room$}{words}", "", room = usize::try_from(at - written).unwrap_or(0))?;
            written = at + wide + 1;
            write!(out, " ")?;
        }
    }
    writeln!(out)
}

/// The turns of the year, as many as find room.
fn years(out: &mut impl Write, scale: &Scale) -> io::Result<()> {
    let mut written = 0;
    for year in scale.from.year()..=scale.day(WIDTH).year() {
        let column = NaiveDate::from_ymd_opt(year, 1, 1).and_then(|day| scale.column(day));
        if let Some(column) = column.filter(|column| (written..=WIDTH - LABEL).contains(column)) {
            write!(out, "{:>room$}{year}", "|", room = usize::try_from(column - written).unwrap_or(0) + 1)?;
            written = column + LABEL;
        }
    }
    writeln!(out)
}
