//! The effect of a withdrawal on a certificate and its ledger (47.14, 48.12).
//!
//! Nothing is decided here: the certificate is read twice through the same code, under the law as the registers stood and
//! under the law with the withdrawal in them, and the two readings are laid side by side.

use crate::education::credits::Disregarded;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Mode;
use crate::finding::verdict::Verdict;
use crate::identity::body::{BodyId, Register};
use crate::law::Law;
use crate::lifecycle::agency::Agencies;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::replay::Replay;
use crate::lifecycle::sensitivity::DayOutcome;
use crate::lifecycle::standing::Outline;
use crate::naming::table::Language;
use crate::oversight::phase::BodyKind;
use crate::registration::application::Application;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// A body that loses its accreditation on a day: the law with its registers as they stood before, and the law with the
/// withdrawal in them.
///
/// Both are the same but for the one listing. A law without a list of that kind knows no withdrawal, and nothing is
/// touched under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    body: BodyId,
    kind: BodyKind,
    on: NaiveDate,
    before: Law,
    after: Law,
}

/// What a withdrawal touches of one certificate.
///
/// It touches nothing exactly where [`Effect::is_none`] says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The clause the withdrawal rests on: 47.14 of an agency, 48.12 of an institution.
    pub clause: Clause,
    /// The application that is pending at the agency on the day of the withdrawal: when it was accepted, or filed where it
    /// was not accepted yet. That was done while the agency might, so it stands; somebody else has to go on with it.
    pub pending_since: Option<NaiveDate>,
    /// The entries of the ledger that count no longer, in its order.
    pub entries: Vec<StruckEntry>,
    /// The acts that rest on what is struck, in order: an application filed with the agency or accepted by it afterwards,
    /// a registration that it made, or whose conditions the entries met.
    pub acts: Vec<RestingAct>,
    /// What the day asked about comes to, before and after, strictly read.
    pub standing: (DayOutcome, DayOutcome),
    /// The assessment of a complete application on the day asked about, before and after; `None` where the history
    /// is refused.
    pub assessment: (Option<Verdict>, Option<Verdict>),
}

/// An entry that counts no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StruckEntry {
    /// Its place in the ledger, from 0.
    pub entry: usize,
    /// Its day.
    pub on: NaiveDate,
    /// The clause under which it is disregarded.
    pub clause: Clause,
}

/// An act with what stands against it before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestingAct {
    /// Its place in the history, from 0.
    pub event: usize,
    /// Its day.
    pub on: NaiveDate,
    /// What stood against it.
    pub before: Vec<Fault>,
    /// What stands against it now.
    pub after: Vec<Fault>,
}

impl Withdrawal {
    /// The withdrawal of a body on a day, the first on which it may act no longer, from the registers of a law as they
    /// stood before.
    #[must_use]
    pub fn new(law: &Law, kind: BodyKind, body: impl Into<BodyId>, on: NaiveDate) -> Self {
        let (body, before) = (body.into(), law.clone());
        let struck = |register: &Register| register.withdrawn(&body, on);
        let after = match kind {
            BodyKind::RegistrationAgency => {
                law.agencies().map(struck).map(|agencies| law.clone().with_agencies(agencies))
            }
            BodyKind::TrainingInstitution => {
                law.institutions().map(struck).map(|institutions| law.clone().with_institutions(institutions))
            }
        };
        let after = after.unwrap_or_else(|| before.clone());
        Self { body, kind, on, before, after }
    }

    /// The body.
    #[must_use]
    pub const fn body(&self) -> &BodyId {
        &self.body
    }

    /// Whether it is an agency or a training institution.
    #[must_use]
    pub const fn kind(&self) -> BodyKind {
        self.kind
    }

    /// The first day on which it may act no longer.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The law with the registers as they stood before, and with the withdrawal in them.
    #[must_use]
    pub const fn laws(&self) -> (&Law, &Law) {
        (&self.before, &self.after)
    }

    /// What it touches of a certificate, whatever law it was opened under, with the difference it makes on `day`. Costs
    /// as much as opening the certificate under two laws.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::education::{ContentKind, Field, StudyMode};
    /// use ruankao::effect::Withdrawal;
    /// use ruankao::identity::Listing;
    /// use ruankao::oversight::BodyKind;
    /// use ruankao::{Act, Entry, History, Hours, Law, Ledger, day};
    ///
    /// let institutions = [Listing::new("base-31-02", day!(2005, 1, 1), None)?].into_iter().collect();
    /// let law = Law::of_2004().with_institutions(institutions);
    /// let withdrawal = Withdrawal::new(&law, BodyKind::TrainingInstitution, "base-31-02", day!(2006, 9, 1));
    /// let entry = |on| Entry {
    ///     on,
    ///     hours: Hours::whole(60),
    ///     mode: StudyMode::FullTime,
    ///     field: Field::Software,
    ///     kind: ContentKind::Technology,
    ///     provider: Some("base-31-02".into()),
    /// };
    /// let ledger: Ledger = [entry(day!(2006, 8, 31)), entry(day!(2006, 9, 1))].into_iter().collect();
    /// let file = law.open(History::from_iter([Act::Approved.on(day!(2005, 3, 10))]), ledger);
    ///
    /// // The course that ended the day before still counts; the one on the day does not.
    /// let effect = withdrawal.effect(&file, day!(2008, 1, 1));
    /// assert_eq!(effect.entries.iter().map(|struck| struck.entry).collect::<Vec<_>>(), [1]);
    /// assert!(!effect.is_none());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn effect(&self, file: &CertificateFile<'_>, day: NaiveDate) -> Effect {
        let (before, after) = (file.under(&self.before, Mode::Strict), file.under(&self.after, Mode::Strict));
        let assess = |file: &CertificateFile<'_>| Some(file.on(day).ok()?.assessment(&Application::COMPLETE));
        let disregarded = [&before, &after].map(|file| file.context().credits().disregarded());
        Effect {
            clause: self.kind.reviewed_under(),
            pending_since: self.pending_since(before.context()),
            entries: struck(disregarded),
            acts: resting(before.context(), after.context()),
            standing: (before.outcome(day), after.outcome(day)),
            assessment: (assess(&before), assess(&after)),
        }
    }

    /// What it touches of many certificates: those that it touches alone, with whatever they are called by.
    pub fn effects<'f, T>(
        &self,
        files: impl IntoIterator<Item = (T, &'f CertificateFile<'f>)>,
        day: NaiveDate,
    ) -> impl Iterator<Item = (T, Effect)> {
        files.into_iter().filter_map(move |(name, file)| {
            let effect = self.effect(file, day);
            (!effect.is_none()).then_some((name, effect))
        })
    }

    /// Since when an application is pending at the agency when it is withdrawn.
    fn pending_since(&self, context: Context<'_>) -> Option<NaiveDate> {
        let since = match context.in_mode(Mode::Audit).certificate(self.on).ok()? {
            Certificate::Filed(state) => state.filed_on(),
            Certificate::UnderReview(state) => state.accepted_on(),
            _ => return None,
        };
        let events = context.history.held(context.known_on).map(|(_, event)| event);
        let pending = Agencies::of(events.take_while(|event| event.on <= self.on)).pending;
        (self.kind == BodyKind::RegistrationAgency && pending == Some(&self.body)).then_some(since)
    }
}

/// The entries that are disregarded after and not before, both in the order of the ledger.
fn struck([before, after]: [&[Disregarded]; 2]) -> Vec<StruckEntry> {
    let mut before = before.iter().map(|disregarded| disregarded.entry).peekable();
    let is_new = |disregarded: &&Disregarded| {
        while before.next_if(|&entry| entry < disregarded.entry).is_some() {}
        before.peek() != Some(&disregarded.entry)
    };
    let struck = after.iter().filter(is_new);
    struck.map(|struck| StruckEntry { entry: struck.entry, on: struck.on, clause: Clause::N48_8 }).collect()
}

/// The acts against which something else stands after than before, in an audit of both.
fn resting(before: Context<'_>, after: Context<'_>) -> Vec<RestingAct> {
    let [mut read_before, mut read_after] = [before, after].map(|context| Replay::new(context.in_mode(Mode::Audit)));
    let mut resting = Vec::new();
    while let Some((event, act)) = read_before.next_event() {
        // A refusal ends both readings at the same event: registers have no part in what cannot happen.
        let (Ok(before), Ok(after)) = (read_before.audit_next(), read_after.audit_next()) else { break };
        if before != after {
            resting.push(RestingAct { event, on: act.on, before, after });
        }
    }
    resting
}

impl Effect {
    /// Whether the withdrawal leaves the certificate untouched.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.pending_since.is_none()
            && self.entries.is_empty()
            && self.acts.is_empty()
            && self.standing.0 == self.standing.1
            && self.assessment.0 == self.assessment.1
    }

    /// What is touched, in a language, a line each; nothing where nothing is.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            if let Some(since) = self.pending_since {
                match language {
                    Language::En => writeln!(f, "the application made on {since} is pending there ({})", self.clause),
                    Language::Zh => writeln!(f, "{since}的登记申请正在该机构办理中（{}）", self.clause),
                }?;
            }
            for StruckEntry { entry, on, clause } in &self.entries {
                let number = entry + 1;
                match language {
                    Language::En => writeln!(f, "entry no. {number}, of {on}, counts no longer ({clause})"),
                    Language::Zh => writeln!(f, "第{number}条继续教育记录（{on}）不再计入学时（{clause}）"),
                }?;
            }
            for RestingAct { event, on, after, .. } in &self.acts {
                let number = event + 1;
                match language {
                    Language::En => write!(f, "event no. {number}, of {on}: "),
                    Language::Zh => write!(f, "第{number}项（{on}）："),
                }?;
                if after.is_empty() {
                    f.write_str(language.choose("nothing stands against it", "不存在问题"))?;
                }
                for (index, fault) in after.iter().enumerate() {
                    f.write_str(if index == 0 { "" } else { language.choose("; ", "；") })?;
                    write!(f, "{}", fault.in_words(language))?;
                }
                writeln!(f)?;
            }
            if self.standing.0 != self.standing.1 {
                let (before, after) = (in_words(self.standing.0, language), in_words(self.standing.1, language));
                match language {
                    Language::En => writeln!(f, "standing before: {before}; after: {after}"),
                    Language::Zh => writeln!(f, "原状态：{before}；撤销资格后：{after}"),
                }?;
            }
            Ok(())
        })
    }
}

/// What a day comes to, in a language.
fn in_words(outcome: DayOutcome, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| match outcome {
        Ok((phase, in_force)) => write!(f, "{}", Outline { phase, in_force, is_final: None }.in_words(language)),
        Err(code) => write!(f, "{}{}", language.choose("refused: ", "不能成立："), code.in_words(language)),
    })
}
