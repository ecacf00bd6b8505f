//! The drawing of a life, from top to bottom.

use crate::picture::canvas::{Escaped, Px, fitting, width};
use crate::picture::flags::{Flag, LANE, lanes};
use crate::picture::life::{Life, Mark, Stage};
use crate::picture::scale::Scale;
use crate::picture::style::{PATTERNS, SHEET, is_deep, pattern};
use crate::picture::{education, legend, words};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};
use core::fmt;

/// The widths a drawing may have: the first on which the labels keep to few lanes, or else the first.
const WIDTHS: [Px; 4] = [NARROWEST, Px::whole(1280), Px::whole(1600), Px::whole(2000)];
const NARROWEST: Px = Px::whole(960);
const FEW_LANES: i64 = 6;
const LEFT: Px = Px::whole(98);
const MARGIN: Px = Px::whole(24);
const BAR: Px = Px::whole(34);
const TERM: Px = Px::whole(8);

/// Where the rows of a drawing lie: the width, and the y of each one's top, worked out from top to bottom.
struct Rows {
    wide: Px,
    bar: Px,
    terms: Px,
    education: Px,
    axis: Px,
    legend: Px,
    bottom: Px,
}

/// Flags with their poles and lanes.
struct Flagged {
    flags: Vec<Flag>,
    poles: Vec<Px>,
    lanes: Vec<i64>,
}

impl Flagged {
    fn new(flags: Vec<Flag>, scale: &Scale) -> Self {
        let poles: Vec<Px> = flags.iter().map(|flag| scale.begin(flag.at)).collect();
        let lanes = lanes(&poles, &flags);
        Self { flags, poles, lanes }
    }

    fn count(&self) -> i64 {
        self.lanes.iter().max().map_or(0, |lane| lane + 1)
    }

    fn height(&self) -> Px {
        Px(LANE.0 * self.count())
    }

    fn each(&self) -> impl Iterator<Item = (&Flag, Px, i64)> {
        self.flags.iter().zip(&self.poles).zip(&self.lanes).map(|((flag, &pole), &lane)| (flag, pole, lane))
    }
}

impl fmt::Display for Life<'_> {
    /// The SVG document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((first, last)) = self.days else { return self.write_nothing(f) };
        let laid = |wide: Px| {
            let (above, below) = (self.events(), self.deadlines(first, last));
            let scale = scale(first, last, wide, above.iter().chain(&below));
            (wide, scale, Flagged::new(above, &scale), Flagged::new(below, &scale))
        };
        let fits =
            WIDTHS.into_iter().map(laid).find(|(.., above, below)| above.count().max(below.count()) <= FEW_LANES);
        let (wide, scale, above, below) = fits.unwrap_or_else(|| laid(NARROWEST));
        let legend = legend::Legend::of(self);
        let bar = Px::whole(62) + above.height() + Px::whole(8);
        let terms = bar + BAR + Px::whole(22);
        let education = terms + TERM + TERM + below.height() + Px::whole(12);
        let hours = if self.terms.is_empty() { Px(0) } else { education::HEIGHT };
        let axis = education + hours + Px::whole(10);
        let legend_top = axis + Px::whole(52);
        let bottom = legend_top + legend.height(wide - MARGIN - MARGIN) + Px::whole(8);
        let rows = Rows { wide, bar, terms, education, axis, legend: legend_top, bottom };

        self.write_head(f, wide, rows.bottom)?;
        write_grid(f, &scale, &rows)?;
        self.write_today(f, &scale, &rows)?;
        self.write_stages(f, &scale, &rows)?;
        self.write_now(f, &scale, &rows)?;
        write_flags(f, &above, rows.bar, true)?;
        self.write_terms(f, &scale, &rows)?;
        write_flags(f, &below, rows.terms + TERM + TERM + Px::whole(2), false)?;
        education::write_cells(f, self, &scale, rows.education)?;
        education::write_hours(f, self, &scale, rows.education)?;
        self.write_row_names(f, &rows)?;
        legend.write(f, MARGIN, rows.legend, wide - MARGIN)?;
        writeln!(f, "</svg>")
    }
}

/// The plot is as wide as the longest label at its right lets it be.
fn scale<'f>(first: NaiveDate, last: NaiveDate, wide: Px, flags: impl Iterator<Item = &'f Flag>) -> Scale {
    let all = last.signed_duration_since(first).num_days() + 1;
    let room = wide - LEFT - MARGIN;
    let fits = flags.filter_map(|flag| {
        let days = flag.at.signed_duration_since(first).num_days();
        (days > 0).then(|| Px((room + Px::whole(14) - flag.reach()).0 * all / days))
    });
    Scale { first, last, left: LEFT, width: fits.min().unwrap_or(room).min(room) }
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
        writeln!(f, "<title>{}</title>", Escaped(title))?;
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
        writeln!(f, "<text class=\"title\" x=\"24\" y=\"34\">{}</text>", Escaped(heading))?;
        let Some(stage) = self.stages.iter().find(|stage| stage.from <= self.today && self.today <= stage.to) else {
            return Ok(());
        };
        let phase = words::outline(stage.outline, language);
        let valid = if stage.outline.in_force { words::valid(language) } else { words::not_valid(language) };
        let valid = if phase == valid { String::new() } else { alloc::format!(" · {valid}") };
        writeln!(
            f,
            "<text class=\"mute\" x=\"24\" y=\"54\">{} {}{}{phase}{valid}</text>",
            words::as_of(language),
            self.today,
            words::colon(language)
        )
    }

    /// The events, a flag each.
    fn events(&self) -> Vec<Flag> {
        let flag = |mark: &Mark<'_>| {
            let (class, tail) = if mark.faults.is_empty() { ("event", "") } else { ("fault", " ⚠") };
            let words = alloc::format!("{}{tail}", words::act(mark.act, self.language));
            let faults = mark.faults.iter().map(|fault| fault.in_words(self.language).to_string());
            let note = faults.reduce(|all, fault| alloc::format!("{all}{}{fault}", words::separator(self.language)));
            Flag { day: mark.on, at: mark.on, words, note, class }
        };
        self.marks.iter().map(flag).collect()
    }

    /// What the terms bring, a flag each, in order of their poles; a last day's pole stands at its end.
    fn deadlines(&self, first: NaiveDate, last: NaiveDate) -> Vec<Flag> {
        let language = self.language;
        let flag = |day: NaiveDate, ends: bool, words: &str| Flag {
            day,
            at: if ends { crate::calendar::date::add_days(day, 1) } else { day },
            words: words.into(),
            note: None,
            class: "mute",
        };
        let of_terms = self.terms.iter().flat_map(|drawn| {
            let term = &drawn.term;
            let deferred = term.deferred_until().map(|day| flag(day, true, words::deferred_to(language)));
            let extended = term.extension().map(|extension| flag(extension.until, true, words::extended_to(language)));
            let opens = flag(term.opens(), false, words::window_opens(language));
            let ends = flag(term.expiry(), true, words::last_day(language));
            [Some(opens), Some(ends), deferred, extended].into_iter().flatten()
        });
        let of_appeals = self.appeals.iter().map(|&day| flag(day, true, words::appeal_by(language)));
        let mut flags: Vec<Flag> =
            of_terms.chain(of_appeals).filter(|flag| first <= flag.day && flag.day <= last).collect();
        flags.sort_by_key(|flag| flag.at);
        flags
    }

    fn write_stages(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
        for stage in &self.stages {
            let (from, to) = (scale.begin(stage.from), scale.end(stage.to));
            // A single day of a long life is still to be seen.
            let wide = (to - from).max(Px(15));
            let (name, y) = (stage.outline.phase.name(), rows.bar);
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
            let words = words::outline(stage.outline, self.language);
            if let Some(middle) = self.clear_of_today(scale, from, from + wide, width(words, 12) + Px::whole(6)) {
                let y = rows.bar + Px::whole(21);
                let tone = if is_deep(stage.outline.phase) { "light" } else { "dark" };
                writeln!(f, "<text class=\"mid on {tone}\" x=\"{middle}\" y=\"{y}\">{words}</text>")?;
            }
            writeln!(f, "</g>")?;
        }
        Ok(())
    }

    /// The middle for words so wide between two places, beside the mark of today; none where they have no room.
    fn clear_of_today(&self, scale: &Scale, from: Px, to: Px, wide: Px) -> Option<Px> {
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
                let from = crate::calendar::date::add_days(term.expiry(), 1);
                stretch("deferral", words::deferral(self.language), from, until)?;
            }
        }
        Ok(())
    }

    /// The line runs behind what is drawn later; a mark on the bar shows where it passes.
    fn write_today(&self, f: &mut fmt::Formatter<'_>, scale: &Scale, rows: &Rows) -> fmt::Result {
        if !scale.shows(self.today) {
            return Ok(());
        }
        let (x, from, to) = (scale.begin(self.today), rows.bar - Px::whole(4), rows.axis + Px::whole(22));
        let foot = rows.axis;
        writeln!(f, "<path class=\"today\" d=\"M{x} {from}V{foot}\"/>")?;
        let words = alloc::format!("{} {}", words::today(self.language), self.today);
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
        let x = LEFT - Px::whole(10);
        let mut name = |y: Px, words: &str| writeln!(f, "<text class=\"name\" x=\"{x}\" y=\"{y}\">{words}</text>");
        name(rows.bar + Px::whole(21), words::row_phase(self.language))?;
        if self.terms.is_empty() {
            return Ok(());
        }
        name(rows.terms + Px::whole(12), words::row_term(self.language))?;
        name(rows.education + Px::whole(34), words::row_hours(self.language))?;
        name(rows.education + Px::whole(49), words::hours(self.language))
    }
}

/// A stage in a sentence: its days, the phase, and whether the certificate is in force.
fn in_words(stage: &Stage, life: &Life<'_>) -> impl fmt::Display {
    let (Stage { from, to, outline }, language) = (*stage, life.language);
    fmt::from_fn(move |f| {
        write!(f, "{from} {} {to}: {}", words::until(language), words::outline(outline, language))?;
        if outline.in_force { Ok(()) } else { write!(f, " ({})", words::not_valid(language)) }
    })
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

/// Flags above a row, growing upward, or below it, growing downward.
fn write_flags(f: &mut fmt::Formatter<'_>, flagged: &Flagged, row: Px, above: bool) -> fmt::Result {
    for (flag, pole, lane) in flagged.each() {
        let off = Px(LANE.0 * lane);
        let (tip, day_y) = if above {
            (row - off - Px::whole(31), row - off - Px::whole(23))
        } else {
            (row + off + Px::whole(26), row + off + Px::whole(13))
        };
        let (x, words_y, class) = (pole + Px::whole(5), day_y + Px::whole(12), flag.class);
        writeln!(f, "<path class=\"line\" d=\"M{pole} {row}V{tip}\"/>")?;
        if above {
            writeln!(f, "<circle class=\"{class}\" cx=\"{pole}\" cy=\"{row}\" r=\"3\"/>")?;
        }
        writeln!(f, "<text class=\"day over\" x=\"{x}\" y=\"{day_y}\">{}</text>", flag.day)?;
        let note =
            flag.note.as_ref().map(|note| alloc::format!("<title>{}</title>", Escaped(note))).unwrap_or_default();
        writeln!(f, "<text class=\"{class} over\" x=\"{x}\" y=\"{words_y}\">{}{}</text>", note, flag.words)?;
    }
    Ok(())
}
