//! The drawing of a life, from top to bottom.

use crate::calendar::date::{next_day, sub_days};
use crate::picture::canvas::{Px, fitting, width};
use crate::picture::education;
use crate::picture::escape::Xml;
use crate::picture::flags::{Flag, Flagged, LANE};
use crate::picture::life::{Held, Life, Mark, Stage};
use crate::picture::rows::{BAR, LEFT, Layout, MARGIN, NARROWEST, Rows, TERM};
use crate::picture::scale::Scale;
use crate::picture::style::{PATTERNS, SHEET, is_deep, pattern};
use crate::picture::words;
use alloc::string::ToString;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};
use core::fmt;

impl fmt::Display for Life<'_> {
    /// The SVG document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, last)) = self.days else { return self.write_nothing(f) };
        let Layout { scale, above, below, legend, rows } = &Layout::of(self, first, last);
        self.write_head(f, rows.wide, rows.bottom)?;
        write_grid(f, scale, rows)?;
        if let Some(repealed_on) = self.repealed_on.filter(|&day| scale.shows(day)) {
            let is_clear = !below.covers(scale.begin(repealed_on));
            write_line(f, "repeal", scale.begin(repealed_on), rows, is_clear)?;
        }
        self.write_today(f, scale, rows, below)?;
        self.write_stages(f, scale, rows)?;
        self.write_now(f, scale, rows)?;
        self.write_flags(f, above, rows.bar, true)?;
        self.write_terms(f, scale, rows)?;
        self.write_flags(f, below, rows.below, false)?;
        education::write_cells(f, self, scale, rows.education)?;
        education::write_hours(f, self, scale, rows.education)?;
        self.write_row_names(f, rows)?;
        legend.write(f, MARGIN, rows.legend, rows.wide - MARGIN)?;
        writeln!(f, "</svg>")
    }
}

impl Life<'_> {
    fn write_nothing(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_head(f, NARROWEST, Px::whole(96))?;
        writeln!(f, "<text x=\"24\" y=\"74\">{}</text>\n</svg>", words::nothing(self.language))
    }

    fn write_head(&self, f: &mut fmt::Formatter<'_>, wide: Px, height: Px) -> fmt::Result {
        let language = self.language;
        let title = self.title.as_deref().unwrap_or(words::life(language));
        writeln!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rk\" role=\"img\" lang=\"{}\" viewBox=\"0 0 {wide} {height}\" width=\"{wide}\" height=\"{height}\">",
            language.choose("en", "zh-Hans"),
        )?;
        writeln!(f, "<title>{}</title>", Xml(title))?;
        write!(f, "<desc>")?;
        for (index, stage) in self.stages.iter().enumerate() {
            let gap = if index == 0 { "" } else { words::separator(language) };
            write!(f, "{gap}{}", in_words(stage, self))?;
        }
        writeln!(f, "</desc>\n<style>\n{SHEET}</style>")?;
        f.write_str(PATTERNS)?;
        let (wide, high) = (wide - Px::whole(1), height - Px::whole(1));
        writeln!(f, "<rect class=\"ground\" x=\".5\" y=\".5\" width=\"{wide}\" height=\"{high}\" rx=\"8\"/>")?;
        let heading = fitting(title, 17, wide - MARGIN - MARGIN);
        writeln!(f, "<text class=\"title\" x=\"24\" y=\"34\">{}</text>", Xml(heading))?;
        write!(f, "<text class=\"mute\" x=\"24\" y=\"54\">{} {}", words::as_of(language), self.today)?;
        if let Some(known_on) = self.known_on {
            write!(f, "{}{} {known_on}", language.choose(", ", "，"), words::as_known(language))?;
        }
        if let Some(stage) = self.stages.iter().find(|stage| stage.from <= self.today && self.today <= stage.to) {
            let valid = if stage.outline.in_force { words::valid(language) } else { words::not_valid(language) };
            write!(f, "{}{} · {valid}", words::colon(language), words::outline(stage.outline, language))?;
        }
        writeln!(f, "</text>")
    }

    /// The events, a flag each.
    pub(super) fn events(&self) -> Vec<Flag> {
        let language = self.language;
        let flag = |mark: &Mark<'_>| {
            let class = match (mark.held, mark.faults.is_empty()) {
                (Held::NotYet(_), _) => "unheld",
                (_, false) if mark.on > self.today => "fault later",
                (_, false) => "fault",
                (_, true) if mark.on > self.today => "event later",
                (_, true) => "event",
            };
            let tail = if mark.faults.is_empty() { "" } else { " ⚠" };
            let (act, held) = (words::act(mark.act, language), words::held(mark.held, language));
            let faults = mark.faults.iter().map(|fault| fault.in_words(language).to_string());
            let note = faults.reduce(|all, fault| alloc::format!("{all}{}{fault}", words::separator(language)));
            Flag { day: mark.on, at: mark.on, words: alloc::format!("{act}{tail}{held}"), note, class }
        };
        self.marks.iter().map(flag).collect()
    }

    /// What the terms bring, a flag each, in order of their poles; a last day's pole stands at its end.
    pub(super) fn deadlines(&self, first: NaiveDate, last: NaiveDate) -> Vec<Flag> {
        let language = self.language;
        // After the repeal nothing of a term falls due; what was cancelled can be appealed as before.
        let applies = |day: NaiveDate| self.repealed_on.is_none_or(|repealed_on| day < repealed_on);
        let flag = |day: NaiveDate, ends: bool, words: &str| Flag {
            day,
            at: if ends { next_day(day) } else { day },
            words: words.into(),
            note: None,
            class: if day > self.today { "mute later" } else { "mute" },
        };
        let of_terms = self.terms.iter().flat_map(|drawn| {
            let term = &drawn.term;
            let deferred = term.deferred_until().map(|day| flag(day, true, words::deferred_to(language)));
            let extended = term.extension().map(|extension| flag(extension.until, true, words::extended_to(language)));
            let opens = flag(term.opens(), false, words::window_opens(language));
            let ends = flag(term.expiry(), true, words::last_day(language));
            [Some(opens), Some(ends), deferred, extended].into_iter().flatten().filter(|flag| applies(flag.day))
        });
        let of_appeals = self.appeals.iter().map(|&day| flag(day, true, words::appeal_by(language)));
        let of_repeal = self.repealed_on.map(|day| flag(day, false, words::repealed(language)));
        let of_studies = self.studies.iter().map(|&(entry, held)| {
            let words = alloc::format!("{} {}{}", entry.hours, words::hours(language), words::held(held, language));
            Flag { class: "unheld", ..flag(entry.on, false, &words) }
        });
        let all = of_terms.chain(of_appeals).chain(of_repeal).chain(of_studies);
        let mut flags: Vec<Flag> = all.filter(|flag| first <= flag.day && flag.day <= last).collect();
        flags.sort_by_key(|flag| flag.at);
        flags
    }

    fn write_stages(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
        let y = rows.bar;
        for stage in &self.stages {
            let (from, to) = (scale.begin(stage.from), scale.end(stage.to));
            // A single day of a long life is still to be seen.
            let wide = (to - from).max(Px(15));
            let name = stage.outline.phase.name();
            writeln!(f, "<g><title>{}</title>", in_words(stage, self))?;
            writeln!(f, "<rect class=\"{name} edge\" x=\"{from}\" y=\"{y}\" width=\"{wide}\" height=\"{BAR}\"/>")?;
            if let Some(pattern) = pattern(stage.outline.phase) {
                writeln!(
                    f,
                    "<rect fill=\"url(#{pattern})\" x=\"{from}\" y=\"{y}\" width=\"{wide}\" height=\"{BAR}\"/>"
                )?;
            }
            if stage.outline.in_force {
                let y = rows.bar + BAR + Px::whole(3);
                writeln!(f, "<rect class=\"valid\" x=\"{from}\" y=\"{y}\" width=\"{wide}\" height=\"4\"/>")?;
            }
            // What is to come of it is veiled, and so its words stand on the other side of today.
            let comes = scale.end(self.today).max(from);
            if stage.to > self.today {
                let (wide, high) = (from + wide - comes, BAR + Px::whole(8));
                writeln!(f, "<rect class=\"veil\" x=\"{comes}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>")?;
            }
            let words = words::outline(stage.outline, self.language).to_string();
            if let Some(middle) = self.clear_of_today(scale, from, from + wide, width(&words, 12) + Px::whole(6)) {
                let y = rows.bar + Px::whole(21);
                let is_veiled = stage.to > self.today && middle > comes;
                let tone = match (is_veiled, is_deep(stage.outline.phase)) {
                    (true, _) => "event",
                    (false, true) => "light",
                    (false, false) => "dark",
                };
                writeln!(f, "<text class=\"mid on {tone}\" x=\"{middle}\" y=\"{y}\">{words}</text>")?;
            }
            writeln!(f, "</g>")?;
        }
        Ok(())
    }

    /// The middle for words so wide between two places, beside the mark of today; none where they have no room.
    pub(super) fn clear_of_today(&self, scale: &Scale, from: Px, to: Px, wide: Px) -> Option<Px> {
        let (today, middle) = (scale.begin(self.today), from + (to - from).half());
        let covered = scale.shows(self.today) && middle - wide.half() < today && today < middle + wide.half();
        let (from, to) = match covered {
            false => (from, to),
            true if today < middle => (today, to),
            true => (from, today),
        };
        (wide <= to - from).then(|| from + (to - from).half())
    }

    /// The terms, one line and the next in turn, since a registration may come before the old term has ended.
    fn write_terms(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
        for (index, drawn) in self.terms.iter().enumerate() {
            let term = &drawn.term;
            if term.start() > scale.last {
                continue;
            }
            let y = if index % 2 == 0 { rows.terms } else { rows.terms + TERM };
            let high = TERM - Px::whole(1);
            let mut stretch = |class: &str, name: &str, from: NaiveDate, to: NaiveDate| {
                let to = self.repealed_on.map_or(to, |repealed_on| to.min(sub_days(repealed_on, 1)));
                if from > to || from > scale.last {
                    return Ok(());
                }
                let (x, wide) = (scale.begin(from), scale.end(to) - scale.begin(from));
                let until = words::until(self.language);
                write!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\">")?;
                writeln!(f, "<title>{from} {until} {to}: {name}</title></rect>")
            };
            stretch("term", words::term(self.language), term.start(), term.expiry())?;
            stretch("window", words::window(self.language), term.opens(), term.expiry())?;
            if let Some(until) = term.deferred_until() {
                let from = next_day(term.expiry());
                stretch("deferral", words::deferral(self.language), from, until)?;
            }
            let end = self.repealed_on.map_or(term.deadline(), |day| term.deadline().min(sub_days(day, 1)));
            let (from, to) = (term.start().max(next_day(self.today)), end);
            if from <= to && from <= scale.last {
                let (x, wide) = (scale.begin(from), scale.end(to) - scale.begin(from));
                writeln!(f, "<rect class=\"veil\" x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>")?;
            }
        }
        Ok(())
    }

    /// The line runs behind what is drawn later and crosses no label; a mark on the bar shows where it passes.
    fn write_today(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows, below: &Flagged) -> fmt::Result {
        if !scale.shows(self.today) {
            return Ok(());
        }
        let (x, to) = (scale.begin(self.today), rows.axis + Px::whole(22));
        write_line(f, "today", x, rows, !below.covers(x))?;
        let words = alloc::format!("{} {}", words::as_of(self.language), self.today);
        let wide = width(&words, 11) + Px::whole(8);
        let left = (x - wide.half()).max(MARGIN).min(rows.wide - MARGIN - wide);
        let (text_x, text_y) = (left + wide.half(), to + Px::whole(12));
        writeln!(f, "<rect class=\"pill\" x=\"{left}\" y=\"{to}\" width=\"{wide}\" height=\"17\" rx=\"8.5\"/>")?;
        writeln!(f, "<text class=\"mid small light\" x=\"{text_x}\" y=\"{text_y}\">{words}</text>")
    }

    fn write_now(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
        if !scale.shows(self.today) {
            return Ok(());
        }
        let (x, from, to) = (scale.begin(self.today), rows.bar - Px::whole(4), rows.bar + BAR + Px::whole(9));
        writeln!(f, "<path class=\"casing\" d=\"M{x} {from}V{to}\"/><path class=\"now\" d=\"M{x} {from}V{to}\"/>")
    }

    fn write_row_names(&self, f: &mut fmt::Formatter<'_>, rows: &Rows) -> fmt::Result {
        let (x, language) = (LEFT - Px::whole(10), self.language);
        let mut name = |class: &str, y: Px, words: &str| {
            writeln!(f, "<text class=\"name{class}\" x=\"{x}\" y=\"{y}\">{words}</text>")
        };
        name("", rows.bar + Px::whole(21), words::row_phase(language))?;
        if self.terms.is_empty() {
            return Ok(());
        }
        name("", rows.terms + Px::whole(12), words::row_term(language))?;
        name("", rows.education + Px::whole(26), words::row_hours(language))?;
        name(" small", rows.education + Px::whole(41), words::row_earned(language))?;
        name(" small", rows.education + Px::whole(54), words::row_required(language))
    }

    /// Flags above a row, growing upward, or below it, growing downward.
    fn write_flags(&self, f: &mut fmt::Formatter<'_>, flagged: &Flagged, row: Px, above: bool) -> fmt::Result {
        for (flag, pole, lane) in flagged.each() {
            let off = Px(LANE.0 * lane);
            let (tip, day_y) = if above {
                (row - off - Px::whole(31), row - off - Px::whole(23))
            } else {
                (row + off + Px::whole(26), row + off + Px::whole(13))
            };
            let (x, words_y, class) = (pole + Px::whole(5), day_y + Px::whole(12), flag.class);
            let line = if flag.day > self.today { "line later" } else { "line" };
            writeln!(f, "<path class=\"{line}\" d=\"M{pole} {row}V{tip}\"/>")?;
            if above {
                writeln!(f, "<circle class=\"{class}\" cx=\"{pole}\" cy=\"{row}\" r=\"3\"/>")?;
            }
            writeln!(f, "<text class=\"day over\" x=\"{x}\" y=\"{day_y}\">{}</text>", flag.day)?;
            let note = flag.note.as_ref().map(|note| alloc::format!("<title>{}</title>", Xml(note)));
            let note = note.unwrap_or_default();
            writeln!(f, "<text class=\"{class} over\" x=\"{x}\" y=\"{words_y}\">{note}{}</text>", Xml(&flag.words))?;
        }
        Ok(())
    }
}

/// A stage in a sentence: its days, the phase, and whether the certificate is valid.
fn in_words(stage: &Stage, life: &Life<'_>) -> impl fmt::Display {
    let (Stage { from, to, outline }, language) = (*stage, life.language);
    fmt::from_fn(move |f| {
        let colon = words::colon(language);
        write!(f, "{from} {} {to}{colon}{}", words::until(language), words::outline(outline, language))?;
        if outline.in_force { Ok(()) } else { write!(f, " ({})", words::not_valid(language)) }
    })
}

/// A line of a day from the bar to the axis; where a label is in its way, it stops above the labels and goes on below.
fn write_line(f: &mut fmt::Formatter<'_>, class: &str, x: Px, rows: &Rows, is_clear: bool) -> fmt::Result {
    let (from, to) = (rows.bar - Px::whole(4), rows.axis);
    if is_clear {
        return writeln!(f, "<path class=\"{class}\" d=\"M{x} {from}V{to}\"/>");
    }
    let (labels, education) = (rows.below, rows.education + Px::whole(2));
    writeln!(f, "<path class=\"{class}\" d=\"M{x} {from}V{labels}M{x} {education}V{to}\"/>")
}

fn write_grid(f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
    let (top, foot) = (rows.bar, rows.axis);
    let (ticks, in_years) = scale.ticks();
    for day in ticks {
        let (x, y) = (scale.begin(day), foot + Px::whole(15));
        writeln!(f, "<path class=\"grid\" d=\"M{x} {top}V{foot}\"/>")?;
        write!(f, "<text class=\"small mute mid\" x=\"{x}\" y=\"{y}\">{}", day.year())?;
        if !in_years {
            write!(f, "-{:02}", day.month())?;
        }
        writeln!(f, "</text>")?;
    }
    let (left, right) = (scale.left, scale.right());
    writeln!(f, "<path class=\"line\" d=\"M{left} {foot}H{right}\"/>")
}

#[cfg(test)]
mod tests {
    use super::{Life, Px, Scale};
    use crate::calendar::date::add_days;
    use crate::calendar::day::literal;
    use crate::education::ledger::Ledger;
    use crate::law::Law;
    use crate::lifecycle::act::Act;
    use crate::lifecycle::history::History;
    use crate::naming::table::Language;

    /// Words stay in the middle as long as the line of today does not run through them; along their edge it may. Where it
    /// does, they move to the wider side of it, if they have room there.
    #[test]
    fn words_stand_clear_of_the_line_of_today() {
        let first = literal(2005, 3, 10);
        let scale = Scale { first, last: add_days(first, 99), left: Px(0), width: Px(1000) };
        let file = Law::of_2004().open(History::from_iter([Act::Approved.on(first)]), Ledger::default());
        let life = file.picture(scale.last, first, Language::En).unwrap();
        let middle = |today: u32, wide| {
            let life = Life { today: add_days(first, today), ..life.clone() };
            life.clear_of_today(&scale, Px(0), Px(1000), Px(wide)).map(|it| it.0)
        };
        // The day begins at ten times its number, and the words reach from 400 to 600.
        let middles = [40, 41, 50, 59, 60, 200].map(|today| middle(today, 200));
        assert_eq!(middles, [500, 705, 250, 295, 500, 500].map(Some));
        assert_eq!([1000, 1001].map(|wide| middle(200, wide)), [Some(500), None]);
        assert_eq!([590, 591].map(|wide| middle(41, wide)), [Some(705), None]);
    }
}
