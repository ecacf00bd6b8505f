//! The effect of a withdrawal on a certificate and its ledger (47.14, 48.12).
//!
//! Nothing is decided here: the certificate is read twice through the same code, with the registers as they stood and
//! with the withdrawal in them, and the two readings are laid side by side.

use crate::education::ledger::Ledger;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::finding::verdict::Verdict;
use crate::identity::body::{BodyId, Register};
use crate::lifecycle::act::Act;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::sensitivity::DayOutcome;
use crate::oversight::phase::BodyKind;
use crate::registration::application::Application;
use crate::regulation::clause::Clause;
use crate::regulation::rules::Regulation;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A body that loses its accreditation on a day, and the registers as they stood before.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal<'a> {
    /// The body.
    pub body: &'a BodyId,
    /// Whether it is an agency or a training institution.
    pub kind: BodyKind,
    /// The first day on which it may act no longer.
    pub on: NaiveDate,
    /// The training institutions, without the withdrawal.
    pub providers: &'a Register,
    /// The registration agencies, without the withdrawal.
    pub agencies: &'a Register,
}

/// What a withdrawal touches of one certificate.
///
/// It touches nothing exactly where [`Effect::is_none`] says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The clause the withdrawal rests on: 47.14 of an agency, 48.12 of an institution.
    pub clause: Clause,
    /// The application that is pending at the agency on the day of the withdrawal: when it was accepted. It was accepted
    /// while the agency might, so it stands; somebody else has to decide it.
    pub pending_since: Option<NaiveDate>,
    /// The entries of the ledger that count no longer, in its order.
    pub entries: Vec<StruckEntry>,
    /// The acts that rest on what is struck, in order: an application accepted by the agency afterwards, a registration
    /// whose conditions the entries met.
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
}

impl Withdrawal<'_> {
    /// What it touches of a certificate, with the difference it makes on `day`.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::education::{ContentKind, Field, StudyMode};
    /// use ruankao::effect::Withdrawal;
    /// use ruankao::identity::{BodyId, Listing, Register};
    /// use ruankao::oversight::BodyKind;
    /// use ruankao::regulation::Regulation;
    /// use ruankao::{Act, Entry, History, Hours, Ledger};
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let body = BodyId::from("base-31-02");
    /// let providers: Register = [Listing::new(body.clone(), day(2005, 1, 1), None)?].into_iter().collect();
    /// let withdrawal = Withdrawal {
    ///     body: &body,
    ///     kind: BodyKind::TrainingInstitution,
    ///     on: day(2006, 9, 1),
    ///     providers: &providers,
    ///     agencies: &Register::default(),
    /// };
    /// let entry = |on| Entry {
    ///     on,
    ///     hours: Hours::whole(60),
    ///     mode: StudyMode::FullTime,
    ///     field: Field::Software,
    ///     kind: ContentKind::Technology,
    ///     provider: Some(body.clone()),
    /// };
    /// let ledger: Ledger = [entry(day(2006, 8, 31)), entry(day(2006, 9, 1))].into_iter().collect();
    /// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    ///
    /// // The course that ended the day before still counts; the one on the day does not.
    /// let effect = withdrawal.effect(&history, &ledger, day(2008, 1, 1), &Regulation::default());
    /// assert_eq!(effect.entries.iter().map(|struck| struck.entry).collect::<Vec<_>>(), [1]);
    /// assert!(!effect.is_none());
    /// # Ok::<(), ruankao::identity::ListingError>(())
    /// ```
    #[must_use]
    pub fn effect(&self, history: &History, ledger: &Ledger, day: NaiveDate, regulation: &Regulation) -> Effect {
        let struck = |register: &Register, kind| {
            if kind == self.kind { register.withdrawn(self.body, self.on) } else { register.clone() }
        };
        let agencies = struck(self.agencies, BodyKind::RegistrationAgency);
        let providers = struck(self.providers, BodyKind::TrainingInstitution);
        let (credits_before, credits_after) = (ledger.credits(Some(self.providers)), ledger.credits(Some(&providers)));
        let before = Context::new(regulation).credits(&credits_before).agencies(Some(self.agencies));
        let after = Context::new(regulation).credits(&credits_after).agencies(Some(&agencies));

        let counted = |entry: usize| credits_before.disregarded().iter().all(|disregarded| disregarded.entry != entry);
        let entries = credits_after.disregarded().iter().filter(|struck| counted(struck.entry));
        let entries =
            entries.map(|struck| StruckEntry { entry: struck.entry, on: struck.on, clause: Clause::N48_8 }).collect();
        let assess = |context| {
            let as_of = history.as_of(day, context).ok()?;
            Some(as_of.assessment(&Application::COMPLETE))
        };
        Effect {
            clause: match self.kind {
                BodyKind::RegistrationAgency => Clause::N47_14,
                BodyKind::TrainingInstitution => Clause::N48_12,
            },
            pending_since: self.pending_since(history, before),
            entries,
            acts: resting(history, before, after),
            standing: (history.outcome(day, before), history.outcome(day, after)),
            assessment: (assess(before), assess(after)),
        }
    }

    /// What it touches of many certificates: those that it touches alone, with whatever they are called by.
    pub fn effects<'h, T>(
        &self,
        files: impl IntoIterator<Item = (T, &'h History, &'h Ledger)>,
        day: NaiveDate,
        regulation: &Regulation,
    ) -> impl Iterator<Item = (T, Effect)> {
        files.into_iter().filter_map(move |(name, history, ledger)| {
            let effect = self.effect(history, ledger, day, regulation);
            (!effect.is_none()).then_some((name, effect))
        })
    }

    /// The day of acceptance of an application that is pending at the agency when it is withdrawn.
    fn pending_since(&self, history: &History, context: Context<'_>) -> Option<NaiveDate> {
        let certificate = history.certificate(self.on, context.mode(Mode::Audit)).ok()?;
        let Certificate::UnderReview(review) = certificate else { return None };
        let accepted_here = |act: &Act| match act {
            Act::ApplicationAccepted(acceptance) => acceptance.agency.as_ref() == Some(self.body),
            _ => false,
        };
        let read = history.events().iter().take_while(|event| event.on <= self.on);
        let last = read.filter(|event| matches!(event.act, Act::ApplicationAccepted(_))).last()?;
        (self.kind == BodyKind::RegistrationAgency && accepted_here(&last.act)).then(|| review.accepted_on())
    }
}

/// The acts against which something else stands after than before, in an audit of both.
fn resting(history: &History, before: Context<'_>, after: Context<'_>) -> Vec<RestingAct> {
    let audit = |context: Context<'_>| {
        let mut replay = history.replay(context.mode(Mode::Audit));
        // A refusal ends both readings at the same event: registers have no part in what cannot happen.
        let _refused = replay.read_all();
        replay.irregularities().to_vec()
    };
    let (before, after) = (audit(before), audit(after));
    let against = |faults: &[EventFault], event: usize| -> Vec<Fault> {
        faults.iter().filter(|fault| fault.event == event).map(|fault| fault.fault.clone()).collect()
    };
    let compared = history.events().iter().enumerate().map(|(event, act)| RestingAct {
        event,
        on: act.on,
        before: against(&before, event),
        after: against(&after, event),
    });
    compared.filter(|resting| resting.before != resting.after).collect()
}
