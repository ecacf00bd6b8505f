//! The legend of a drawing: what is on it, and no more.

use crate::lifecycle::standing::PhaseName;
use crate::lifecycle::term::Term;
use crate::picture::canvas::{Px, width};
use crate::picture::life::Life;
use crate::picture::style::pattern;
use crate::picture::words;
use crate::regulation::hours::Hours;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt::{self, Write};

/// The entries: the class of the swatch, the pattern over it, and the words.
pub(super) struct Legend {
    entries: Vec<(&'static str, Option<&'static str>, &'static str)>,
}

const ROW: Px = Px::whole(20);
const SWATCH: Px = Px::whole(20);
const GAP: Px = Px::whole(14);

impl Legend {
    /// Phases in the order in which they first appear, then the rest.
    pub(super) fn of(life: &Life<'_>) -> Self {
        let language = life.language;
        let mut phases: Vec<PhaseName> = Vec::new();
        for stage in &life.stages {
            if !phases.contains(&stage.outline.phase) {
                phases.push(stage.outline.phase);
            }
        }
        let mut entries: Vec<_> =
            phases.into_iter().map(|phase| (phase.name(), pattern(phase), phase.in_words(language))).collect();
        let last = life.days.map(|(_, last)| last);
        let has = |test: fn(&Term) -> Option<NaiveDate>| {
            life.terms.iter().filter_map(|drawn| test(&drawn.term)).any(|day| Some(day) <= last)
        };
        let years = || {
            let all = life.terms.iter().flat_map(|drawn| &drawn.cycle.years);
            all.filter(|year| Some(year.progress.from) <= last)
        };
        let comes_more = years().any(|year| year.to_come.min(year.progress.required) > year.progress.hours);
        let is_to_come = last.is_some_and(|last| life.today < last);
        let more = [
            (life.stages.iter().any(|stage| stage.outline.in_force), "valid", words::legend_valid(language)),
            (!life.terms.is_empty(), "term", words::term(language)),
            (has(|term| Some(term.opens())), "window", words::window(language)),
            (has(|term| term.deferred_until().and(Some(term.expiry()))), "deferral", words::deferral(language)),
            (years().any(|year| year.progress.hours > Hours::ZERO), "earned", words::hours_earned(language)),
            (years().any(|year| year.shortfall() > Hours::ZERO), "some", words::hours_short(language)),
            (comes_more, "coming", words::hours_to_come(language)),
            (has(|term| term.extension().and(Some(term.nominal()))), "more", words::extension(language)),
            (life.marks.iter().any(|mark| !mark.faults.is_empty()), "fault", words::irregular(language)),
            (is_to_come, "veil", words::to_come(language)),
        ];
        entries
            .extend(more.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, class, words)| (class, None, words)));
        Self { entries }
    }

    /// Each entry with its place, line by line.
    fn placed(&self, room: Px) -> impl Iterator<Item = (&'static str, Option<&'static str>, &'static str, Px, Px)> {
        let mut at = (Px(0), Px(0));
        self.entries.iter().map(move |&(class, pattern, words)| {
            let wide = SWATCH + Px::whole(6) + width(words, 11);
            if at.0 > Px(0) && at.0 + wide > room {
                at = (Px(0), at.1 + ROW);
            }
            let place = at;
            at.0 = at.0 + wide + GAP;
            (class, pattern, words, place.0, place.1)
        })
    }

    pub(super) fn height(&self, room: Px) -> Px {
        self.placed(room).last().map_or(Px(0), |(.., y)| y + ROW)
    }

    pub(super) fn write(&self, f: &mut impl Write, left: Px, top: Px, right: Px) -> fmt::Result {
        for (class, pattern, words, x, y) in self.placed(right - left) {
            let (x, y) = (left + x, top + y);
            let (high, swatch_y) = if class == "valid" { (4, y + Px::whole(4)) } else { (12, y) };
            if class == "veil" {
                writeln!(f, "<rect class=\"in_force\" x=\"{x}\" y=\"{y}\" width=\"{SWATCH}\" height=\"12\"/>")?;
            }
            writeln!(f, "<rect class=\"{class}\" x=\"{x}\" y=\"{swatch_y}\" width=\"{SWATCH}\" height=\"{high}\"/>")?;
            if let Some(pattern) = pattern {
                writeln!(f, "<rect fill=\"url(#{pattern})\" x=\"{x}\" y=\"{y}\" width=\"{SWATCH}\" height=\"12\"/>")?;
            }
            let (x, y) = (x + SWATCH + Px::whole(6), y + Px::whole(10));
            writeln!(f, "<text class=\"small\" x=\"{x}\" y=\"{y}\">{words}</text>")?;
        }
        Ok(())
    }
}
