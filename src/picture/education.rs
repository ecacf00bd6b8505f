//! The education cycles on a drawing: the years with the hours earned against those required.

use crate::calendar::date::{add_days, sub_days};
use crate::education::progress::{Progress, YearProgress};
use crate::picture::canvas::{Px, width};
use crate::picture::life::Life;
use crate::picture::scale::Scale;
use crate::picture::words;
use crate::regulation::hours::Hours;
use chrono::NaiveDate;
use core::fmt::{self, Write};

pub(super) const HEIGHT: Px = Px::whole(56);
const CELLS: Px = Px::whole(20);
const CELL: Px = Px::whole(34);

/// The cycles drawn, each cut off where the next begins.
fn cycles<'l>(life: &'l Life<'_>, scale: &Scale) -> impl Iterator<Item = (&'l Progress, NaiveDate)> {
    let next = life.terms.iter().skip(1).map(|next| sub_days(next.progress.from, 1)).chain([scale.last]);
    let last = scale.last;
    life.terms.iter().zip(next).map(move |(drawn, to)| (&drawn.progress, to.min(last)))
}

/// The cells of the years, filled from below as far as the hours reach.
pub(super) fn write_cells(f: &mut impl Write, life: &Life<'_>, scale: &Scale, top: Px) -> fmt::Result {
    let y = top + CELLS;
    for (progress, cut) in cycles(life, scale) {
        for year in progress.years.iter().filter(|year| year.from <= cut) {
            let (x, to) = (scale.begin(year.from), scale.end(year.to.min(cut)));
            let wide = to - x;
            let filled = filled(year);
            let class = if year.shortfall() == Hours::ZERO { "earned" } else { "some" };
            let (filled_y, language) = (y + CELL - filled, life.language);
            writeln!(
                f,
                "<g><title>{} {} {}: {}/{}</title>",
                year.from,
                words::until(language),
                year.to,
                year.hours,
                year.required
            )?;
            writeln!(f, "<rect class=\"room\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/>")?;
            writeln!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{filled_y}\" width=\"{wide}\" height=\"{filled}\"/>")?;
            writeln!(f, "<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/></g>")?;
        }
        let after = progress.years.last().map_or(progress.to, |year| year.to);
        if after < progress.to && after < cut {
            let (x, to) = (scale.begin(add_days(after, 1)), scale.end(progress.to.min(cut)));
            let wide = to - x;
            writeln!(f, "<rect class=\"room\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/>")?;
            write!(f, "<rect class=\"more\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\">")?;
            writeln!(f, "<title>{}</title></rect>", words::extension(life.language))?;
        }
    }
    Ok(())
}

/// How much of a cell is filled: all of it only where nothing is short.
fn filled(year: &YearProgress) -> Px {
    let (hours, required) = (year.hours.min(year.required).tenths(), year.required.tenths());
    let share = |all: i64| {
        let parts = u64::try_from(all).unwrap_or(0).saturating_mul(hours);
        parts.checked_div(required).map_or(all, |share| i64::try_from(share).unwrap_or(all))
    };
    Px(share(CELL.0))
}

/// The sums over the cycles and the hours in the cells, where there is room for them.
pub(super) fn write_hours(f: &mut impl Write, life: &Life<'_>, scale: &Scale, top: Px) -> fmt::Result {
    let slot = |from: NaiveDate, to: NaiveDate, y| Slot { from: scale.begin(from), to: scale.end(to), y };
    let (sums, cells) = (top + Px::whole(12), top + CELLS + Px::whole(21));
    for (progress, cut) in cycles(life, scale).filter(|(progress, cut)| progress.from <= *cut) {
        let sum = slot(progress.from, progress.to.min(cut), sums);
        sum.write(f, "over", (progress.hours, progress.required), progress.shortfall())?;
        let (x, right, y) = (sum.from + Px::whole(1), sum.to - Px::whole(1), top + Px::whole(16));
        let foot = y + Px::whole(3);
        writeln!(f, "<path class=\"line\" d=\"M{x} {foot}V{y}H{right}V{foot}\"/>")?;
        for year in progress.years.iter().filter(|year| year.from <= cut) {
            let cell = slot(year.from, year.to.min(cut), cells);
            cell.write(f, "in", (year.hours, year.required), year.shortfall())?;
        }
        let served = progress.years.iter().find_map(|year| year.made_up).zip(progress.years.last());
        if let Some((made_up, last)) = served.filter(|(_, last)| last.to < cut) {
            let cell = slot(add_days(last.to, 1), progress.to.min(cut), cells);
            let words = alloc::format!("{} {made_up}", words::made_up(life.language));
            cell.write_words(f, "over", &words)?;
        }
    }
    Ok(())
}

/// The room for a text: the days it belongs to, and its line.
#[derive(Clone, Copy)]
struct Slot {
    from: Px,
    to: Px,
    y: Px,
}

impl Slot {
    fn has_room(self, words: &str) -> bool {
        width(words, 12) <= self.to - self.from
    }

    /// The hours earned and required; what is missing stands behind them where there is room for both.
    fn write(self, f: &mut impl Write, class: &str, (hours, required): (Hours, Hours), short: Hours) -> fmt::Result {
        let amount = alloc::format!("{hours}/{required}");
        if short == Hours::ZERO {
            return self.write_words(f, class, &amount);
        }
        let with_missing = alloc::format!("{amount} −{short}");
        let words = if self.has_room(&with_missing) { &with_missing } else { &amount };
        self.write_words(f, if class == "over" { "over fault" } else { "fault" }, words)
    }

    fn write_words(self, f: &mut impl Write, class: &str, words: &str) -> fmt::Result {
        if !self.has_room(words) {
            return Ok(());
        }
        let (x, y) = (self.from + (self.to - self.from).half(), self.y);
        writeln!(f, "<text class=\"mid small {class}\" x=\"{x}\" y=\"{y}\">{words}</text>")
    }
}
