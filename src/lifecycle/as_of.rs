//! A certificate as of a day: its standing, its outlook, its assessment, its education.

use crate::calendar::date::{next_day, sub_days};
use crate::education::progress::Progress;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::verdict::Verdict;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::{
    application_pending, before_window, cancelled, deferral_pending, lapsed, lapsed_since, not_approved, not_subject,
};
use crate::lifecycle::standing::{Outline, Phase, Standing};
use crate::lifecycle::states::{Cancelled, Dossier, Published};
use crate::lifecycle::term::Term;
use crate::registration::application::Application;
use crate::registration::conditions::examine;
use crate::regulation::readings::{AppealEffect, DeferredValidity};
use alloc::borrow::Cow;
use chrono::NaiveDate;
use thiserror::Error;

/// A certificate as of a day, if nothing happened after its last event.
///
/// The day is never before the last event, so that no answer rests on what came later. Asking allocates nothing unless
/// something is wrong to report.
#[derive(Clone, Debug)]
pub struct AsOf<'a> {
    /// One that is kept elsewhere, or one just read from a history.
    certificate: Cow<'a, Certificate>,
    on: NaiveDate,
    context: Context<'a>,
}

/// A certificate was asked about a day before its last event, of which it no longer knows anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("asked about `{on}`, before the last event on `{last_event}`; read the history up to that day instead")]
pub struct BeforeLastEvent {
    /// The day asked about.
    pub on: NaiveDate,
    /// The day of the last event.
    pub last_event: NaiveDate,
}

/// How long a standing lasts if nothing more happens, and what comes then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Outlook {
    /// The last day to which phase, validity and finality stay as they are.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub holds_until: NaiveDate,
    /// What they are on the day after it.
    pub then: Outline,
}

impl Certificate {
    /// The certificate as of a day.
    ///
    /// # Errors
    ///
    /// [`BeforeLastEvent`] for a day before its last event.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::{Act, Certificate, Context, Phase};
    /// use ruankao::regulation::Regulation;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let context = Context::new(&regulation);
    /// let certificate = Certificate::default().apply(&Act::Approved.on(day(2005, 3, 10)), &context)?;
    ///
    /// let last = certificate.as_of(day(2008, 3, 10), context)?.standing();
    /// assert_eq!(last.phase, Phase::RegistrationDue { until: day(2008, 3, 10) });
    /// let after = certificate.as_of(day(2008, 3, 11), context)?.standing();
    /// assert_eq!((after.phase, after.in_force), (Phase::Lapsed { since: day(2008, 3, 11) }, false));
    /// assert!(certificate.as_of(day(2005, 3, 9), context).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn as_of<'a>(&'a self, on: NaiveDate, context: Context<'a>) -> Result<AsOf<'a>, BeforeLastEvent> {
        match self.last_event() {
            Some(last_event) if on < last_event => Err(BeforeLastEvent { on, last_event }),
            _ => Ok(AsOf { certificate: Cow::Borrowed(self), on, context }),
        }
    }
}

impl<'a> AsOf<'a> {
    /// For a certificate that was read up to the day.
    pub(super) const fn new(certificate: Cow<'a, Certificate>, on: NaiveDate, context: Context<'a>) -> Self {
        Self { certificate, on, context }
    }

    /// The certificate.
    #[must_use]
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// What it is read against.
    #[must_use]
    pub const fn context(&self) -> &Context<'a> {
        &self.context
    }

    /// The standing on the day.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing_on(self.on)
    }

    /// How long the standing lasts if nothing more happens; `None` where time alone changes nothing.
    #[must_use]
    pub fn outlook(&self) -> Option<Outlook> {
        let now = self.standing().outline();
        let mut days = self.turning_days();
        days.sort_unstable();
        let changed = |day: NaiveDate| Some(self.standing_on(day).outline()).filter(|then| *then != now);
        days.into_iter()
            .flatten()
            .filter(|&day| day > self.on)
            .find_map(|day| changed(day).map(|then| Outlook { holds_until: sub_days(day, 1), then }))
    }

    /// May the holder be registered on this application, accepted on the day, and if not, what is missing?
    ///
    /// One finding on the state comes first, then all of the conditions. Agencies are not looked at: none has been
    /// chosen yet.
    #[must_use]
    pub fn assessment(&self, application: &Application) -> Verdict {
        let mut verdict = Verdict::default();
        verdict.extend(self.obstacle());
        if let Some(term) = self.certificate().term() {
            let cycle = term.cycle(self.context.regulation);
            examine(application, &cycle, self.context.credits, self.on, &mut verdict);
        }
        verdict
    }

    /// How far the holder has come in the cycle of the last approval or registration.
    ///
    /// # Errors
    ///
    /// `not_approved` and `not_subject` where there is no cycle.
    pub fn education(&self) -> Result<Progress, Fault> {
        match (self.certificate(), self.certificate().term()) {
            (_, Some(term)) => Ok(term.cycle(self.context.regulation).progress(self.context.credits, self.on)),
            (Certificate::NotSubject(_), None) => Err(not_subject(self.context.regulation).into()),
            (_, None) => Err(not_approved().into()),
        }
    }

    /// What stands in the way of an application, whatever it says.
    pub(crate) fn obstacle(&self) -> Option<Finding> {
        match (self.standing().phase, self.certificate()) {
            (Phase::NotApproved, _) => Some(not_approved()),
            (Phase::NotSubject, _) => Some(not_subject(self.context.regulation)),
            (Phase::Cancelled { since, .. } | Phase::UnderAppeal { since, .. }, _) => Some(cancelled(since)),
            (Phase::Lapsed { since }, _) => Some(lapsed(since)),
            (Phase::UnderReview { accepted_on }, _) => Some(application_pending(accepted_on)),
            (_, Certificate::DeferralPending(state)) => Some(deferral_pending(state.requested_on)),
            _ => {
                let opens = self.certificate().term()?.opens();
                (self.on < opens).then(|| before_window(opens, self.on))
            }
        }
    }

    fn standing_on(&self, on: NaiveDate) -> Standing {
        let out_of_force = |phase| Standing { phase, in_force: false };
        match self.certificate() {
            Certificate::Unapproved(_) => out_of_force(Phase::NotApproved),
            Certificate::NotSubject(_) => Standing { phase: Phase::NotSubject, in_force: true },
            Certificate::UnderAppeal(state) => {
                let Cancelled { was, since, ground } = &state.published.cancelled;
                let phase = Phase::UnderAppeal { since: *since, ground: *ground, filed_on: state.filed_on };
                Standing { phase, in_force: self.is_suspended(&was.dossier().term, on) }
            }
            Certificate::Cancelled(state) => out_of_force(cancelled_phase(state, false, None)),
            Certificate::Published(Published { cancelled, appealable_until, .. }) => {
                let is_final = on > *appealable_until;
                out_of_force(cancelled_phase(cancelled, is_final, (!is_final).then_some(*appealable_until)))
            }
            Certificate::Upheld(state) => out_of_force(cancelled_phase(&state.appeal.published.cancelled, true, None)),
            Certificate::Lapsed(state) => out_of_force(Phase::Lapsed { since: state.since }),
            Certificate::Running(state) => self.term_standing(&state.dossier, None, on),
            Certificate::UnderReview(state) => {
                let pending = Phase::UnderReview { accepted_on: state.accepted_on };
                self.term_standing(&state.dossier, Some(pending), on)
            }
            Certificate::DeferralPending(state) => {
                let pending = Phase::DeferralPending { requested_on: state.requested_on };
                self.term_standing(&state.dossier, Some(pending), on)
            }
        }
    }

    fn term_standing(&self, dossier: &Dossier, pending: Option<Phase>, on: NaiveDate) -> Standing {
        let (term, deadline) = (&dossier.term, dossier.term.deadline());
        if let Some(since) = lapsed_since(dossier, pending.is_some(), on, self.context.regulation) {
            return Standing { phase: Phase::Lapsed { since }, in_force: false };
        }
        let phase = match pending {
            Some(review @ Phase::UnderReview { .. }) => review,
            Some(request) if on > deadline => request,
            _ if on > term.expiry() => Phase::Deferred { until: deadline },
            _ if on >= term.opens() => Phase::RegistrationDue { until: deadline },
            _ => Phase::InForce { until: deadline },
        };
        Standing { phase, in_force: self.is_valid(term, on) }
    }

    /// Whether the certificate of a running term is valid: to the last day in force, and after it unless a deferral was
    /// granted and takes the force.
    ///
    /// Reading: `deferred_validity`.
    fn is_valid(&self, term: &Term, on: NaiveDate) -> bool {
        let readings = self.context.regulation.readings();
        on <= term.expiry()
            || term.deferred_until().is_none()
            || readings.deferred_validity == DeferredValidity::InForce
    }

    /// Whether an appeal suspends the cancellation on the day, and the certificate would be valid without it.
    ///
    /// Reading: `appeal_effect`.
    fn is_suspended(&self, term: &Term, on: NaiveDate) -> bool {
        let suspends = self.context.regulation.readings().appeal_effect == AppealEffect::Suspends;
        suspends && on <= term.deadline() && self.is_valid(term, on)
    }

    /// The days on which time alone may change the standing.
    fn turning_days(&self) -> [Option<NaiveDate>; 4] {
        let term = self.certificate().term();
        let appealable_until = match self.certificate() {
            Certificate::Published(state) => Some(state.appealable_until),
            _ => None,
        };
        [
            term.map(Term::opens),
            term.map(|term| next_day(term.expiry())),
            term.map(|term| next_day(term.deadline())),
            appealable_until.map(next_day),
        ]
    }
}

const fn cancelled_phase(cancelled: &Cancelled, is_final: bool, appealable_until: Option<NaiveDate>) -> Phase {
    Phase::Cancelled { since: cancelled.since, ground: cancelled.ground, is_final, appealable_until }
}
