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
            writeln!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{filled_y}\" width=\"{wide}\" height=\"{filled}\"/>")?;
            writeln!(f, "<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/></g>")?;
        }
        let after = progress.years.last().map_or(progress.to, |year| year.to);
        if after < progress.to && after < cut {
            let (x, to) = (scale.begin(add_days(after, 1)), scale.end(progress.to.min(cut)));
            let wide = to - x;
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
    for (progress, cut) in cycles(life, scale) {
        if progress.from > cut {
            continue;
        }
        let (from, to) = (scale.begin(progress.from), scale.end(progress.to.min(cut)));
        let sum = alloc::format!("{}/{}", progress.hours, progress.required);
        write_amount(f, &sum, progress.shortfall(), from, to, top + Px::whole(12))?;
        let (y, x, right) = (top + Px::whole(16), from + Px::whole(1), to - Px::whole(1));
        writeln!(f, "<path class=\"line\" d=\"M{x} {}V{y}H{right}V{}\"/>", y + Px::whole(3), y + Px::whole(3))?;
        for year in progress.years.iter().filter(|year| year.from <= cut) {
            let (from, to) = (scale.begin(year.from), scale.end(year.to.min(cut)));
            let earned = alloc::format!("{}/{}", year.hours, year.required);
            write_amount(f, &earned, year.shortfall(), from, to, top + CELLS + Px::whole(21))?;
        }
    }
    Ok(())
}

/// An amount in the middle of its days; what is missing stands behind it where there is room for both.
fn write_amount(f: &mut impl Write, amount: &str, short: Hours, from: Px, to: Px, y: Px) -> fmt::Result {
    let (x, room) = (from + (to - from).half(), to - from);
    if width(amount, 11) > room {
        return Ok(());
    }
    if short == Hours::ZERO {
        return writeln!(f, "<text class=\"mid small\" x=\"{x}\" y=\"{y}\">{amount}</text>");
    }
    let missing = alloc::format!(" −{short}");
    let missing = if width(amount, 11) + width(&missing, 11) <= room { missing.as_str() } else { "" };
    writeln!(f, "<text class=\"mid small fault\" x=\"{x}\" y=\"{y}\">{amount}{missing}</text>")
}
