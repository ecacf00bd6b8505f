//! A life as a bar of the terminal.
//!
//! All of it is ASCII: what else draws well is two columns wide on terminals of East Asia.

use anstyle::{AnsiColor, Color, Style};
use chrono::{Datelike, NaiveDate};
use ruankao::lifecycle::{PhaseName, Row};
use std::io::{self, Write};

/// What a turn of the year takes, as in `|2005`.
const LABEL: usize = 5;

/// The color and the sign of a phase: the sign alone tells it where there is no color.
pub const fn dress(phase: PhaseName) -> (Style, char) {
    let (color, sign) = match phase {
        PhaseName::NotApproved => (AnsiColor::BrightBlack, '_'),
        PhaseName::NotSubject => (AnsiColor::Green, 'o'),
        PhaseName::InForce => (AnsiColor::Green, '='),
        PhaseName::Released => (AnsiColor::BrightGreen, '*'),
        PhaseName::RegistrationDue => (AnsiColor::Yellow, '!'),
        PhaseName::Filed => (AnsiColor::BrightCyan, '+'),
        PhaseName::UnderReview => (AnsiColor::Cyan, '~'),
        PhaseName::DeferralPending => (AnsiColor::BrightBlue, '-'),
        PhaseName::Deferred => (AnsiColor::BrightBlue, ':'),
        PhaseName::UnderAppeal => (AnsiColor::Magenta, '?'),
        PhaseName::Cancelled => (AnsiColor::BrightRed, 'x'),
        PhaseName::Lapsed => (AnsiColor::White, '.'),
    };
    let black = Some(Color::Ansi(AnsiColor::Black));
    (Style::new().fg_color(black).bg_color(Some(Color::Ansi(color))), sign)
}

/// The rows of a stretch of a life on their columns, each on one at least.
struct Scale<'r> {
    rows: &'r [Row],
    /// The first column of each row.
    starts: Vec<usize>,
    /// The days for which there are columns.
    days: usize,
    /// The columns that there are, and those of the days drawn.
    width: usize,
    used: usize,
}

fn days_between(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

impl<'r> Scale<'r> {
    fn new(rows: &'r [Row], until: NaiveDate, width: usize) -> Option<Self> {
        let first = rows.first()?.from;
        let drawn = days_between(first, until) + 1;
        let mut scale = Self { rows, starts: Vec::new(), days: drawn.max(width), width, used: width.min(drawn) };
        for row in rows {
            let after = scale.starts.last().map_or(0, |last| last + 1);
            scale.starts.push(scale.even(row.from).max(after));
        }
        // What was pushed beyond the end moves back, and pushes what is before it.
        let mut end = scale.used;
        for start in scale.starts.iter_mut().rev() {
            *start = (*start).min(end.saturating_sub(1));
            end = *start;
        }
        Some(scale)
    }

    /// The column of a day where each day is as wide as another.
    fn even(&self, day: NaiveDate) -> usize {
        let first = self.rows.first().map_or(day, |row| row.from);
        days_between(first, day) * self.width / self.days
    }

    /// The column that shows a day, where one does: it belongs to the row of that day.
    fn column(&self, day: NaiveDate) -> Option<usize> {
        let row = self.rows.iter().rposition(|row| row.from <= day)?;
        let (from, to) = (self.starts.get(row)?, self.starts.get(row + 1).unwrap_or(&self.used));
        let column = self.even(day);
        (column < self.used.max(1)).then(|| column.clamp(*from, (*to).max(from + 1) - 1))
    }
}

/// What is drawn beside the rows.
pub struct Marks<'m> {
    /// The last day drawn.
    pub until: NaiveDate,
    /// The day looked at.
    pub on: NaiveDate,
    /// The events, each with its number.
    pub events: &'m [(usize, NaiveDate)],
}

/// Draws the rows from their first day to the last, with a mark at the day looked at and one at each event, its number
/// below it. More rows than there are columns go on in further bars.
pub fn draw(out: &mut impl Write, rows: &[Row], marks: &Marks<'_>, width: usize) -> io::Result<()> {
    for (at, stretch) in rows.chunks(width.max(1)).enumerate() {
        let next = rows.get((at + 1) * width).and_then(|row| row.from.pred_opt());
        let until = next.unwrap_or(marks.until);
        if let Some(scale) = Scale::new(stretch, until, width) {
            draw_stretch(out, &scale, &Marks { until, ..*marks })?;
        }
    }
    Ok(())
}

fn draw_stretch(out: &mut impl Write, scale: &Scale<'_>, marks: &Marks<'_>) -> io::Result<()> {
    let is_drawn = |day: &NaiveDate| *day <= marks.until;
    if scale.column(marks.on).is_some_and(|_| is_drawn(&marks.on)) {
        mark(out, scale, [marks.on].into_iter(), 'v')?;
    }
    for (row, &start) in scale.rows.iter().zip(&scale.starts) {
        let end = scale.starts.iter().find(|&&other| other > start).unwrap_or(&scale.used);
        let (style, sign) = dress(row.outline.phase);
        let signs = sign.to_string().repeat(end.saturating_sub(start).max(1));
        write!(out, "{style}{signs}{style:#}")?;
    }
    writeln!(out)?;
    let events: Vec<_> = marks.events.iter().copied().filter(|(_, day)| is_drawn(day)).collect();
    mark(out, scale, events.iter().map(|&(_, day)| day), '^')?;
    numbers(out, scale, &events)?;
    years(out, scale, marks.until)
}

fn mark(out: &mut impl Write, scale: &Scale<'_>, days: impl Iterator<Item = NaiveDate>, sign: char) -> io::Result<()> {
    let columns: Vec<usize> = days.filter_map(|day| scale.column(day)).collect();
    let line: String = (0..scale.width).map(|column| if columns.contains(&column) { sign } else { ' ' }).collect();
    writeln!(out, "{}", line.trim_end())
}

/// The numbers of the events, as many as find room; those of one column as a range.
fn numbers(out: &mut impl Write, scale: &Scale<'_>, events: &[(usize, NaiveDate)]) -> io::Result<()> {
    let mut columns: Vec<(usize, usize, usize)> = Vec::new();
    for (column, number) in events.iter().filter_map(|&(number, day)| Some((scale.column(day)?, number))) {
        match columns.last_mut() {
            Some((last, _, to)) if *last == column => *to = number,
            _ => columns.push((column, number, number)),
        }
    }
    let mut line = String::new();
    for (column, from, to) in columns {
        let words = if from == to { from.to_string() } else { format!("{from}-{to}") };
        // A number that has no room under its mark stands beside the one before it, or nowhere.
        let at = column.max(line.len() + usize::from(!line.is_empty()));
        if at <= column + 3 && at + words.len() <= scale.width {
            line = format!("{line:<at$}{words}");
        }
    }
    writeln!(out, "{line}")
}

/// The turns of the year, as many as find room.
fn years(out: &mut impl Write, scale: &Scale<'_>, until: NaiveDate) -> io::Result<()> {
    let Some(first) = scale.rows.first() else { return Ok(()) };
    let mut line = String::new();
    for year in first.from.year()..=until.year() {
        let turn = NaiveDate::from_ymd_opt(year, 1, 1).filter(|day| *day >= first.from);
        let column = turn.and_then(|day| scale.column(day));
        if let Some(column) = column.filter(|&at| at >= line.len() && at + LABEL <= scale.width) {
            line = format!("{line:<column$}|{year}");
        }
    }
    writeln!(out, "{line}")
}
