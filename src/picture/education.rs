//! The education cycles on a drawing: the years with the hours earned against those required.

use crate::calendar::date::{add_days, next_day, sub_days};
use crate::picture::canvas::{Px, width};
use crate::picture::life::{DrawnCycle, DrawnTerm, DrawnYear, Life};
use crate::picture::scale::Scale;
use crate::picture::words;
use crate::regulation::hours::Hours;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt::{self, Write};

pub(super) const HEIGHT: Px = Px::whole(56);
const CELLS: Px = Px::whole(20);
const CELL: Px = Px::whole(34);

/// The terms with cycles to be drawn, each cut off where the next begins.
fn cycles<'l>(life: &'l Life<'_>, scale: &Scale) -> impl Iterator<Item = (&'l DrawnTerm, NaiveDate)> {
    let next = life.terms.iter().skip(1).map(|next| sub_days(next.cycle.from, 1)).chain([scale.last]);
    let last = scale.last;
    life.terms.iter().zip(next).map(move |(drawn, to)| (drawn, to.min(last)))
}

/// The cells of the years, filled from below as far as the hours reach; what is to come lies above it, in outline.
pub(super) fn write_cells(f: &mut impl Write, life: &Life<'_>, scale: &Scale, top: Px) -> fmt::Result {
    let (y, language) = (top + CELLS, life.language);
    for (drawn, cut) in cycles(life, scale) {
        let cycle = &drawn.cycle;
        for year in cycle.years.iter().filter(|year| year.progress.from <= cut) {
            let (x, to) = (scale.begin(year.progress.from), scale.end(year.progress.to.min(cut)));
            let wide = to - x;
            let (filled, comes) = (filled(year, year.progress.hours), filled(year, year.to_come));
            let class = if year.shortfall() == Hours::ZERO { "earned" } else { "some" };
            let (filled_y, comes_y) = (y + CELL - filled, y + CELL - comes);
            let (from, until) = (year.progress.from, words::until(language));
            write!(f, "<g><title>{from} {until} {}{}", year.progress.to, words::colon(language))?;
            write!(f, "{}/{}", year.progress.hours, year.progress.required)?;
            if year.to_come > year.progress.hours {
                let more = year.progress.hours.short_of(year.to_come);
                write!(f, "{}{} {more}", words::separator(language), words::hours_to_come(language))?;
            }
            writeln!(f, "</title>")?;
            writeln!(f, "<rect class=\"room\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/>")?;
            if comes > filled {
                let high = comes - filled;
                writeln!(f, "<rect class=\"coming\" x=\"{x}\" y=\"{comes_y}\" width=\"{wide}\" height=\"{high}\"/>")?;
            }
            writeln!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{filled_y}\" width=\"{wide}\" height=\"{filled}\"/>")?;
            writeln!(f, "<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/></g>")?;
        }
        let years_end = cycle.years.last().map_or(cycle.to, |year| year.progress.to);
        let mut more = |class: &str, after: NaiveDate, to: NaiveDate| {
            if after >= to || after >= cut {
                return Ok(());
            }
            let (x, to) = (scale.begin(add_days(after, 1)), scale.end(to.min(cut)));
            let wide = to - x;
            writeln!(f, "<rect class=\"room\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\"/>")?;
            write!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{CELL}\">")?;
            writeln!(f, "<title>{}</title></rect>", words::extension(language))
        };
        more("more", years_end, cycle.to)?;
        if let Some(until) = drawn.to_be_extended {
            more("coming", cycle.to.max(years_end), until)?;
        }
    }
    Ok(())
}

/// How much of a cell so many hours fill: all of it only where nothing is short.
fn filled(year: &DrawnYear, hours: Hours) -> Px {
    let required = year.progress.required.tenths();
    let hours = hours.tenths().min(required);
    let share = |all: i64| {
        let parts = u64::try_from(all).unwrap_or(0).saturating_mul(hours);
        parts.checked_div(required).map_or(all, |share| i64::try_from(share).unwrap_or(all))
    };
    Px(share(CELL.0))
}

/// The sums over the cycles and the hours in the cells, where there is room for them; nothing of what has not begun.
pub(super) fn write_hours(f: &mut impl Write, life: &Life<'_>, scale: &Scale, top: Px) -> fmt::Result {
    let slot = |from: NaiveDate, to: NaiveDate, y| Slot { from, to, y, life, scale };
    let (sums, cells) = (top + Px::whole(12), top + CELLS + Px::whole(21));
    for (DrawnTerm { cycle, .. }, cut) in cycles(life, scale).filter(|(drawn, cut)| drawn.cycle.from <= *cut) {
        let DrawnCycle { from, to, hours, required, to_come, .. } = *cycle;
        let sum = slot(from, to.min(cut), sums);
        let (x, right, y) = (scale.begin(from) + Px::whole(1), scale.end(sum.to) - Px::whole(1), top + Px::whole(16));
        let foot = y + Px::whole(3);
        writeln!(f, "<path class=\"line\" d=\"M{x} {foot}V{y}H{right}V{foot}\"/>")?;
        if cycle.has_begun {
            sum.write(f, "over", (hours, required), cycle.shortfall(), hours.short_of(to_come))?;
        }
        for year in cycle.years.iter().filter(|year| year.has_begun && year.progress.from <= cut) {
            let progress = &year.progress;
            let cell = slot(progress.from, progress.to.min(cut), cells);
            cell.write(f, "in", (progress.hours, progress.required), year.shortfall(), Hours::ZERO)?;
        }
        let served = cycle.years.iter().find_map(|year| year.progress.made_up).zip(cycle.years.last());
        if let Some((made_up, last)) = served.filter(|(_, last)| last.progress.to < cut && last.is_over) {
            let cell = slot(next_day(last.progress.to), to.min(cut), cells);
            let words = alloc::format!("{} {made_up}", words::made_up(life.language));
            cell.write_words(f, "over", &words)?;
        }
    }
    Ok(())
}

/// The room for a text: the days it belongs to, and its line.
#[derive(Clone, Copy)]
struct Slot<'l> {
    from: NaiveDate,
    to: NaiveDate,
    y: Px,
    life: &'l Life<'l>,
    scale: &'l Scale,
}

impl Slot<'_> {
    /// The middle of the text beside the line of today, where there is room.
    fn middle(self, words: &str) -> Option<Px> {
        let (from, to) = (self.scale.begin(self.from), self.scale.end(self.to));
        self.life.clear_of_today(self.scale, from, to, width(words, 12))
    }

    /// The hours earned and required; what is missing and what is to come stand behind them where there is room.
    fn write(
        self,
        f: &mut impl Write,
        class: &str,
        (hours, required): (Hours, Hours),
        short: Hours,
        to_come: Hours,
    ) -> fmt::Result {
        let mut words = alloc::format!("{hours}/{required}");
        let mut add = |more: String| {
            let longer = alloc::format!("{words}{more}");
            if self.middle(&longer).is_some() {
                words = longer;
            }
        };
        if short > Hours::ZERO {
            add(alloc::format!(" −{short}"));
        }
        if to_come > Hours::ZERO {
            let language = self.life.language;
            add(alloc::format!("{}+{to_come} {}", language.choose(", ", "，"), words::hours_later(language)));
        }
        let is_short = short > Hours::ZERO;
        let class = match (class, is_short) {
            ("over", true) => "over fault",
            (_, true) => "short",
            (class, false) => class,
        };
        self.write_words(f, class, &words)
    }

    fn write_words(self, f: &mut impl Write, class: &str, words: &str) -> fmt::Result {
        let Some(x) = self.middle(words) else { return Ok(()) };
        let y = self.y;
        writeln!(f, "<text class=\"mid small {class}\" x=\"{x}\" y=\"{y}\">{words}</text>")
    }
}
