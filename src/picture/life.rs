//! A certificate's life as a drawing.

use crate::calendar::date::sub_days;
use crate::education::progress::Progress;
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
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A certificate's life, ready to be drawn: `Display` is an SVG document.
///
/// It shows what the [timeline](History::timeline) says, to the day, with the terms, their windows and deferrals, and the
/// hours of each education cycle. The same facts always make the same text. It needs no script and no font of its own,
/// and follows the reader's choice of light or dark.
#[derive(Clone, Debug)]
pub struct Life<'a> {
    pub(super) language: Language,
    pub(super) title: Option<String>,
    pub(super) today: NaiveDate,
    /// The first day and the last day drawn.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    pub(super) stages: Vec<Stage>,
    pub(super) terms: Vec<DrawnTerm>,
    pub(super) marks: Vec<Mark<'a>>,
    /// The last days on which to appeal.
    pub(super) appeals: Vec<NaiveDate>,
}

/// The days of one outline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stage {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) outline: Outline,
}

/// A term and how far the holder came in its cycle: by the day of the application that ended it, else by the last day
/// drawn.
#[derive(Clone, Debug)]
pub(super) struct DrawnTerm {
    pub(super) term: Term,
    pub(super) progress: Progress,
}

/// An event, with what an audit finds against it.
#[derive(Clone, Debug)]
pub(super) struct Mark<'a> {
    pub(super) on: NaiveDate,
    pub(super) act: &'a Act,
    pub(super) faults: Vec<Fault>,
}

impl Life<'_> {
    /// The same with a title of its own; any text will do.
    #[must_use]
    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }
}

/// Draws the life that a history tells, from the first event to `until`; `today` is marked where it lies between.
///
/// Days after the last event are drawn as they come if nothing more happens. In an audit, an event that was let stand
/// though something spoke against it is marked.
///
/// # Errors
///
/// The refusal of an event dated up to `until`.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::lifecycle::Context;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History, Language, picture};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let context = Context::new(&regulation);
/// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
/// let (until, today) = (day(2008, 12, 31), day(2007, 12, 20));
/// let drawing = picture::life(&history, context, until, today, Language::En)?.titled("A & B").to_string();
/// assert!(drawing.starts_with("<svg ") && drawing.contains("<title>A &amp; B</title>"));
///
/// // An event that cannot happen cannot be drawn.
/// let history = History::from_iter([Act::Registered.on(day(2005, 3, 10))]);
/// assert!(picture::life(&history, context, until, today, Language::En).is_err());
/// # Ok::<(), ruankao::finding::EventFault>(())
/// ```
pub fn life<'a>(
    file: &'a CertificateFile<'_>,
    until: NaiveDate,
    today: NaiveDate,
    language: Language,
) -> Result<Life<'a>, EventFault> {
    let rows = file.timeline(until)?;
    let ends = rows.iter().skip(1).map(|row| sub_days(row.from, 1)).chain([until]);
    let stages: Vec<Stage> =
        rows.iter().zip(ends).map(|(row, to)| Stage { from: row.from, to, outline: row.outline }).collect();
    let days = rows.first().map(|row| (row.from, until));
    let mut life =
        Life { language, title: None, today, days, stages, terms: Vec::new(), marks: Vec::new(), appeals: Vec::new() };
    life.read(file.context(), until)?;
    Ok(life)
}

impl<'a> Life<'a> {
    fn read(&mut self, context: Context<'a>, until: NaiveDate) -> Result<(), EventFault> {
        let mut replay = Replay::new(context);
        let mut terms: Vec<(Term, NaiveDate)> = Vec::new();
        while let Some((_, event)) = replay.next_event().filter(|(_, event)| event.on <= until) {
            let faults = replay.audit_next()?;
            let faults = if context.mode == Mode::Audit { faults } else { Vec::new() };
            self.marks.push(Mark { on: event.on, act: &event.act, faults });
            if let Certificate::Published(state) = replay.certificate() {
                self.appeals.push(state.appealable_until());
            }
            if let Some(term) = replay.certificate().term() {
                match terms.last_mut() {
                    Some((last, _)) if last.start() == term.start() && last.is_first() == term.is_first() => {
                        *last = *term
                    }
                    Some((_, judged)) => {
                        *judged = event.on;
                        terms.push((*term, until));
                    }
                    None => terms.push((*term, until)),
                }
            }
        }
        self.terms = terms
            .into_iter()
            .map(|(term, judged_on)| {
                let progress = term.cycle(context.regulation()).progress(context.credits(), judged_on);
                DrawnTerm { term, progress }
            })
            .collect();
        Ok(())
    }
}
