//! A certificate's life as a drawing.

use crate::calendar::date::{next_day, sub_days};
use crate::education::entry::Entry;
use crate::education::progress::YearProgress;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::lifecycle::act::Act;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::standing::Outline;
use crate::lifecycle::term::Term;
use crate::naming::table::Language;
use crate::record::Record;
use crate::regulation::hours::Hours;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A certificate's life, ready to be drawn: `Display` is an SVG document.
///
/// It shows what the [timeline](CertificateFile::timeline) says, to the day, with the terms, their windows and
/// deferrals, and the hours of each education cycle. What is known on its day is drawn as it is, what is dated later as
/// what is to come. The same facts always make the same text. It needs no script and no font of its own, and follows
/// the reader's choice of light or dark.
#[derive(Clone, Debug)]
pub struct Life<'f> {
    pub(super) language: Language,
    pub(super) title: Option<String>,
    pub(super) today: NaiveDate,
    /// The day as known on which the register is read; `None` for now.
    pub(super) known_on: Option<NaiveDate>,
    /// The first day and the last day drawn.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    pub(super) stages: Vec<Stage>,
    pub(super) terms: Vec<DrawnTerm>,
    pub(super) marks: Vec<Mark<'f>>,
    /// The last days on which to appeal.
    pub(super) appeals: Vec<NaiveDate>,
    /// The entries of the ledger whose records were made late or are struck since.
    pub(super) studies: Vec<(&'f Entry, Held)>,
    pub(super) repealed_on: Option<NaiveDate>,
}

/// The days of one outline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stage {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) outline: Outline,
}

/// A term, and how far the holder came in its cycle: by today, or by the day of the registration that ended it.
#[derive(Clone, Debug)]
pub(super) struct DrawnTerm {
    pub(super) term: Term,
    /// The cycle as it is known today.
    pub(super) cycle: DrawnCycle,
    /// The last day of the extension that is to come, where one is granted later.
    pub(super) to_be_extended: Option<NaiveDate>,
}

/// A cycle, with the hours earned by today and those that are to come.
#[derive(Clone, Debug)]
pub(super) struct DrawnCycle {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) hours: Hours,
    pub(super) required: Hours,
    /// The hours that are there once all that is dated later is.
    pub(super) to_come: Hours,
    pub(super) years: Vec<DrawnYear>,
    /// Whether it has begun by today.
    pub(super) has_begun: bool,
    /// Whether what is missing is to be said: the window is open, or the term is over.
    pub(super) is_due: bool,
}

/// A year of a cycle.
#[derive(Clone, Copy, Debug)]
pub(super) struct DrawnYear {
    pub(super) progress: YearProgress,
    /// The hours that are there once all that is dated later is.
    pub(super) to_come: Hours,
    /// Whether it has begun by today.
    pub(super) has_begun: bool,
    /// Whether it is over, or its term is.
    pub(super) is_over: bool,
}

/// An event, with what an audit finds against it.
#[derive(Clone, Debug)]
pub(super) struct Mark<'f> {
    pub(super) on: NaiveDate,
    pub(super) act: &'f Act,
    pub(super) faults: Vec<Fault>,
    pub(super) held: Held,
}

/// How the register holds something, where that is to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// Recorded on its day and not struck.
    AsItWas,
    /// Recorded late, but by the day as known on which the register is read.
    RecordedLate(NaiveDate),
    /// Not yet recorded then, and so passed over.
    NotYet(NaiveDate),
    /// Held then, and struck since.
    StruckSince(NaiveDate),
}

impl Held {
    /// How a register as known on a day holds a record; `None` where it was struck by then and is gone.
    fn of<T>(record: &Record<T>, on: NaiveDate, known_on: Option<NaiveDate>) -> Option<Self> {
        let Some(known_on) = known_on else { return record.is_held(None).then_some(Self::AsItWas) };
        match record.struck() {
            Some(struck_on) if struck_on <= known_on => None,
            _ if record.recorded() > known_on => Some(Self::NotYet(record.recorded())),
            Some(struck_on) => Some(Self::StruckSince(struck_on)),
            None if record.recorded() > on => Some(Self::RecordedLate(record.recorded())),
            None => Some(Self::AsItWas),
        }
    }
}

impl Life<'_> {
    /// The same with a title of its own; any text will do.
    #[must_use]
    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }
}

impl CertificateFile<'_> {
    /// Draws the life from the first event to `until`, as it stands on `today`: what is dated later is drawn as what is to
    /// come, be it written down or what comes if nothing more happens.
    ///
    /// In an audit, an event that was let stand though something spoke against it is marked. Where the file is read
    /// [as known on a day](Self::as_known_on), so are records that were made late, not yet made, or struck since. Costs
    /// n log n.
    ///
    /// # Errors
    ///
    /// The refusal of an event dated up to `until`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let (until, today) = (day!(2008, 12, 31), day!(2007, 12, 20));
    /// let drawing = file.picture(until, today, Language::En)?.titled("A & B").to_string();
    /// assert!(drawing.starts_with("<svg ") && drawing.contains("<title>A &amp; B</title>"));
    ///
    /// // An event that cannot happen cannot be drawn.
    /// let history = History::from_iter([Act::Refused.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// assert!(file.picture(until, today, Language::En).is_err());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn picture(&self, until: NaiveDate, today: NaiveDate, language: Language) -> Result<Life<'_>, EventFault> {
        let rows = self.timeline(until)?;
        let ends = rows.iter().skip(1).map(|row| sub_days(row.from, 1)).chain([until]);
        let stages: Vec<Stage> =
            rows.iter().zip(ends).map(|(row, to)| Stage { from: row.from, to, outline: row.outline }).collect();
        let days = rows.first().map(|row| (row.from, until));
        let mut life = Life {
            language,
            title: None,
            today,
            known_on: self.known_on(),
            days,
            stages,
            terms: Vec::new(),
            marks: Vec::new(),
            appeals: Vec::new(),
            studies: Vec::new(),
            repealed_on: self.law().parameters().repealed_on,
        };
        life.read(self.context(), until)?;
        life.look_up(self.context());
        Ok(life)
    }
}

impl<'f> Life<'f> {
    fn read(&mut self, context: Context<'f>, until: NaiveDate) -> Result<(), EventFault> {
        let mut replay = Replay::new(context);
        // Each as it is in the end and as it is known today, and the day of the registration that ended it.
        let mut terms: Vec<(Term, Option<Term>, Option<NaiveDate>)> = Vec::new();
        while let Some((_, event)) = replay.next_event().filter(|(_, event)| event.on <= until) {
            let faults = replay.audit_next()?;
            let faults = if context.mode == Mode::Audit { faults } else { Vec::new() };
            self.marks.push(Mark { on: event.on, act: &event.act, faults, held: Held::AsItWas });
            if let Certificate::Published(state) = replay.certificate() {
                self.appeals.push(state.appealable_until());
            }
            let Some(&term) = replay.certificate().term() else { continue };
            let known = (event.on <= self.today).then_some(term);
            match terms.last_mut() {
                Some((last, last_known, _)) if last.start() == term.start() && last.is_first() == term.is_first() => {
                    (*last, *last_known) = (term, known.or(*last_known));
                }
                last => {
                    if let Some((.., ended_on)) = last {
                        *ended_on = Some(event.on);
                    }
                    terms.push((term, known, None));
                }
            }
        }
        let drawn = |(term, known, ended_on): (Term, Option<Term>, Option<NaiveDate>)| {
            let shown = known.unwrap_or(term);
            let extension = term.extension().filter(|_| shown.extension().is_none());
            let cycle = DrawnCycle::new(&shown, ended_on, until, self.today, context);
            DrawnTerm { term, cycle, to_be_extended: extension.map(|extension| extension.until) }
        };
        self.terms = terms.into_iter().map(drawn).collect();
        Ok(())
    }

    /// What the register says of its records, where it is read as known on a day.
    fn look_up(&mut self, context: Context<'f>) {
        if context.known_on.is_none() {
            return;
        }
        let (Some((_, last)), known_on) = (self.days, context.known_on) else { return };
        let mut read = core::mem::take(&mut self.marks).into_iter();
        for record in context.history.records().iter().filter(|record| record.what().on <= last) {
            let event = record.what();
            let Some(held) = Held::of(record, event.on, known_on) else { continue };
            let mark = match held {
                Held::NotYet(_) => Some(Mark { on: event.on, act: &event.act, faults: Vec::new(), held }),
                _ => read.next().map(|mark| Mark { held, ..mark }),
            };
            self.marks.extend(mark);
        }
        self.marks.sort_by_key(|mark| mark.on);
        let entries = context.ledger.records().iter().map(|record| (record.what(), record));
        let noted = entries.filter_map(|(entry, record)| Some((entry, Held::of(record, entry.on, known_on)?)));
        self.studies = noted.filter(|&(_, held)| held != Held::AsItWas).collect();
    }
}

impl DrawnCycle {
    /// The cycle of a term that a registration ended, or that runs to the last day drawn.
    fn new(term: &Term, ended_on: Option<NaiveDate>, until: NaiveDate, today: NaiveDate, context: Context<'_>) -> Self {
        let (cycle, credits) = (term.cycle(context.regulation()), context.credits());
        let judged_on = ended_on.unwrap_or(until);
        let (now, is_ended) = (judged_on.min(today), ended_on.is_some_and(|ended_on| ended_on <= today));
        // From the repeal on nothing is asked of a term that it ended.
        let is_released = context.regulation().repealed_by(today).is_some_and(|day| day <= term.deadline());
        let (by_now, later) = (cycle.progress(credits, now), cycle.progress(credits, judged_on));
        let years = by_now.years.into_iter().zip(later.years).map(|(progress, later)| DrawnYear {
            progress,
            to_come: later.hours,
            has_begun: progress.from <= today,
            is_over: is_ended || progress.to <= today,
        });
        Self {
            from: next_day(cycle.after()),
            to: cycle.end(),
            hours: by_now.hours,
            required: cycle.required(),
            to_come: later.hours,
            years: years.collect(),
            has_begun: cycle.after() < today,
            is_due: is_ended || (term.opens() <= today && !is_released),
        }
    }

    /// The hours that are missing, where that is to be said.
    pub(super) fn shortfall(&self) -> Hours {
        if self.is_due { self.hours.short_of(self.required) } else { Hours::ZERO }
    }
}

impl DrawnYear {
    /// The hours that are missing, where that is to be said.
    pub(super) fn shortfall(&self) -> Hours {
        if self.is_over { self.progress.shortfall() } else { Hours::ZERO }
    }
}
