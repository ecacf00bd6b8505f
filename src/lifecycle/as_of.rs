//! An opened certificate as of a day: its standing, its outlook, its assessment, its education.

use crate::calendar::date::sub_days;
use crate::education::credits::Earned;
use crate::education::progress::{Count, Progress};
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::coming::{DayToCome, turning};
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::{
    application_pending, before_window, cancelled, deferral_pending, lapsed, not_approved, not_subject, repealed,
};
use crate::lifecycle::standing::{Outline, Phase, Standing};
use crate::lifecycle::states::{Cancelled, Dossier, Live, Pending};
use crate::lifecycle::term::Term;
use crate::registration::application::Application;
use crate::registration::conditions::{examine, examine_papers};
use crate::regulation::hours::Hours;
use crate::regulation::readings::{AppealEffect, DeferredValidity, LapseEffect, LapsedAtRepeal};
use chrono::NaiveDate;

/// An opened certificate as of a day, if nothing happened after its last event.
///
/// No answer rests on what is dated after the day, or on what the register did not hold. Asking its standing, outlook,
/// assessment or deadline allocates nothing unless something is wrong to report.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'f> {
    certificate: Certificate,
    on: NaiveDate,
    context: Context<'f>,
}

/// How long a standing lasts if nothing more happens, and what comes then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outlook {
    /// The last day to which phase, validity and finality stay as they are.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub holds_until: NaiveDate,
    /// What they are on the day after it.
    pub then: Outline,
}

impl<'f> AsOf<'f> {
    /// For a certificate that was read up to the day.
    #[inline(always)]
    pub(crate) const fn new(certificate: Certificate, on: NaiveDate, context: Context<'f>) -> Self {
        Self { certificate, on, context }
    }

    /// The certificate as its events up to the day leave it.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) const fn context(&self) -> &Context<'f> {
        &self.context
    }

    /// The standing on the day.
    #[must_use]
    #[inline]
    pub fn standing(&self) -> Standing {
        self.standing_on(self.on)
    }

    /// The last day on which to act for the next registration, where the certificate still has one.
    #[must_use]
    pub fn deadline(&self) -> Option<NaiveDate> {
        self.deadline_of(&self.standing())
    }

    /// The same for whoever has the standing of the day.
    #[inline]
    pub(crate) fn deadline_of(&self, standing: &Standing) -> Option<NaiveDate> {
        match standing.phase {
            Phase::NotApproved
            | Phase::NotSubject
            | Phase::UnderAppeal { .. }
            | Phase::Cancelled { .. }
            | Phase::Released
            | Phase::Lapsed { .. } => None,
            Phase::UnderReview { .. } | Phase::Filed { .. } if self.certificate.pends_after_lapse() => None,
            Phase::UnderReview { .. }
            | Phase::Filed { .. }
            | Phase::DeferralPending { .. }
            | Phase::Deferred { .. }
            | Phase::RegistrationDue { .. }
            | Phase::InForce { .. } => self.certificate.term().map(Term::deadline),
        }
    }

    /// The last day on which it is valid if nothing more happens; `None` where it is not valid on the day, and where
    /// nothing ends its validity.
    #[must_use]
    pub fn last_valid_day(&self) -> Option<NaiveDate> {
        self.last_valid_day_of(&self.standing())
    }

    /// The same for whoever has the standing of the day.
    #[inline]
    pub(crate) fn last_valid_day_of(&self, standing: &Standing) -> Option<NaiveDate> {
        if !standing.in_force {
            return None;
        }
        // They are few and in no order; one that is no earlier than one that was found need not be looked at.
        let turning = turning(&self.certificate, self.context.regulation()).into_iter().flatten();
        let ends = turning.map(DayToCome::turns_on).filter(|&day| day > self.on).fold(None, |ends, day| {
            let is_earlier = ends.is_none_or(|ends| day < ends);
            if is_earlier && !self.standing_on(day).in_force { Some(day) } else { ends }
        });
        ends.map(|day| sub_days(day, 1))
    }

    /// The hours of study still missing in the cycle, in all and in its years, as far as the total does not cover them;
    /// none where there is no cycle.
    #[must_use]
    pub fn hours_missing(&self) -> Hours {
        let Ok(progress) = self.education() else { return Hours::ZERO };
        let in_years = progress.years.iter().map(|year| year.shortfall()).fold(Hours::ZERO, Hours::plus);
        in_years.max(progress.shortfall())
    }

    /// How long the standing lasts if nothing more happens; `None` where time alone changes nothing.
    #[must_use]
    pub fn outlook(&self) -> Option<Outlook> {
        let now = self.standing().outline();
        let changed = |day: NaiveDate| Some(self.standing_on(day).outline()).filter(|then| *then != now);
        self.turning_days().find_map(|day| changed(day).map(|then| Outlook { holds_until: sub_days(day, 1), then }))
    }

    /// May the holder be registered on this application, accepted on the day, and if not, what is missing?
    ///
    /// One finding on the state comes first, then all of the conditions. Agencies are not looked at: none has been
    /// chosen yet.
    #[must_use]
    pub fn assessment(&self, application: &Application) -> Verdict {
        self.assessment_by(application, self.context.credits())
    }

    /// The same by hours that are held elsewhere.
    pub(crate) fn assessment_by(&self, application: &Application, earned: &impl Earned) -> Verdict {
        let mut verdict = Verdict::default();
        verdict.extend(self.obstacle());
        let repealed = self.context.regulation().repealed_by(self.on).is_some();
        if let Some(term) = self.certificate.term().filter(|_| !repealed) {
            let cycle = term.cycle(self.context.regulation());
            examine(application, &cycle, earned, self.on, &mut verdict);
        }
        verdict
    }

    /// How far the holder has come in the cycle of the last approval or registration.
    ///
    /// # Errors
    ///
    /// `not_approved` and `not_subject` where there is no cycle.
    pub fn education(&self) -> Result<Progress, Fault> {
        match (&self.certificate, self.certificate.term()) {
            (_, Some(term)) => Ok(term.cycle(self.context.regulation()).progress(self.context.credits(), self.on)),
            (Certificate::NotSubject(_), None) => Err(not_subject(self.context.regulation()).into()),
            (_, None) => Err(not_approved().into()),
        }
    }

    /// Whether nothing stands against an application, and what is missing of the hours held elsewhere: handed over year by
    /// year, and in all. The [assessment](Self::assessment) and the [hours missing](Self::hours_missing), without the words.
    pub(crate) fn assessed(
        &self,
        application: &Application,
        earned: &impl Earned,
        mut in_year: impl FnMut(Hours),
    ) -> (bool, Hours) {
        let mut is_met = self.obstacle().is_none();
        let Some(term) = self.certificate.term() else { return (is_met, Hours::ZERO) };
        let cycle = term.cycle(self.context.regulation());
        let (mut in_all, mut in_years) = (Hours::ZERO, Hours::ZERO);
        cycle.count(earned, self.on, |count| match count {
            Count::InAll(hours) => in_all = hours.short_of(cycle.required()),
            Count::InYear(year) => {
                in_years = in_years.plus(year.shortfall());
                in_year(year.shortfall());
            }
        });
        let missing = in_years.max(in_all);
        if self.context.regulation().repealed_by(self.on).is_none() {
            examine_papers(application, &cycle, &mut |_| is_met = false);
            is_met &= missing == Hours::ZERO;
        }
        (is_met, missing)
    }

    /// What stands in the way of an application, whatever it says.
    ///
    /// Reading: `lapse_effect`.
    pub(crate) fn obstacle(&self) -> Option<Finding> {
        let (regulation, phase) = (self.context.regulation(), self.standing().phase);
        match (phase, regulation.repealed_by(self.on)) {
            (Phase::NotApproved, _) => return Some(not_approved()),
            (Phase::NotSubject, _) => return Some(not_subject(regulation)),
            (_, Some(repealed_on)) => return Some(repealed(repealed_on)),
            (_, None) => {}
        }
        match (phase, &self.certificate) {
            (Phase::Cancelled { since, .. } | Phase::UnderAppeal { since, .. }, _) => Some(cancelled(since)),
            (Phase::UnderReview { accepted_on }, _) => Some(application_pending(accepted_on)),
            (Phase::Lapsed { since }, _) => match regulation.readings().lapse_effect {
                LapseEffect::ForGood => Some(lapsed(since)),
                LapseEffect::MayReturn => None,
            },
            (_, Certificate::DeferralPending(state)) => Some(deferral_pending(state.requested_on)),
            _ => {
                let opens = self.certificate.term()?.opens();
                (self.on < opens).then(|| before_window(opens, self.on))
            }
        }
    }

    #[inline]
    fn standing_on(&self, on: NaiveDate) -> Standing {
        let out_of_force = |phase| Standing { phase, in_force: false };
        match &self.certificate {
            Certificate::Unapproved(_) => out_of_force(Phase::NotApproved),
            Certificate::NotSubject(_) => Standing { phase: Phase::NotSubject, in_force: true },
            Certificate::UnderAppeal(state) => {
                let Cancelled { was, since, ground } = &state.cancelled;
                let phase = Phase::UnderAppeal { since: *since, ground: *ground, filed_on: state.filed_on };
                Standing { phase, in_force: self.is_suspended(was, on) }
            }
            Certificate::Cancelled(state) => out_of_force(cancelled_phase(state, false, None)),
            Certificate::Published(state) => {
                let last_day = state.publication.appealable_until;
                let is_final = on > last_day;
                out_of_force(cancelled_phase(&state.cancelled, is_final, (!is_final).then_some(last_day)))
            }
            Certificate::Upheld(state) => out_of_force(cancelled_phase(&state.appeal.cancelled, true, None)),
            Certificate::Lapsed(state) => self.term_standing(&state.dossier, Some(state.since), Pending::Nothing, on),
            Certificate::Running(state) => self.term_standing(&state.dossier, None, Pending::Nothing, on),
            Certificate::Filed(state) => self.term_standing(&state.dossier, state.after_lapse, state.pending(), on),
            Certificate::UnderReview(state) => {
                self.term_standing(&state.dossier, state.after_lapse, state.pending(), on)
            }
            Certificate::DeferralPending(state) => self.term_standing(&state.dossier, None, state.pending(), on),
        }
    }

    /// Where a term runs, or has lapsed since a day. The repeal ends whatever is pending, and releases what had not lapsed
    /// by the end of the day before it.
    ///
    /// Reading: `lapsed_at_repeal`.
    #[inline]
    fn term_standing(
        &self,
        dossier: &Dossier,
        lapsed_since: Option<NaiveDate>,
        pending: Pending,
        on: NaiveDate,
    ) -> Standing {
        let (regulation, term, lapse) = (self.context.regulation(), &dossier.term, |since| Phase::Lapsed { since });
        let last_day = regulation.repealed_by(on).map(|repealed_on| sub_days(repealed_on, 1));
        let lapsed = lapsed_since.or_else(|| dossier.lapsed_by(last_day.unwrap_or(on), pending, regulation));
        let pends_after_lapse = lapsed_since.is_some() && pending != Pending::Nothing;
        let phase = match (lapsed, last_day, pending) {
            (Some(since), Some(_), _) if regulation.readings().lapsed_at_repeal == LapsedAtRepeal::StaysLapsed => {
                lapse(since)
            }
            (_, Some(_), _) => return Standing { phase: Phase::Released, in_force: true },
            (Some(since), None, _) if !pends_after_lapse => lapse(since),
            (_, None, Pending::Review { accepted_on }) => Phase::UnderReview { accepted_on },
            (_, None, Pending::Filing { filed_on }) => Phase::Filed { filed_on },
            (_, None, pending) => return self.running_standing(term, pending, on),
        };
        Standing { phase, in_force: lapsed.is_none() && self.is_valid(term, on) }
    }

    #[inline]
    fn running_standing(&self, term: &Term, pending: Pending, on: NaiveDate) -> Standing {
        let deadline = term.deadline();
        let phase = match pending {
            Pending::Deferral { requested_on } if on > deadline => Phase::DeferralPending { requested_on },
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
    #[inline]
    fn is_valid(&self, term: &Term, on: NaiveDate) -> bool {
        let readings = self.context.regulation().readings();
        on <= term.expiry()
            || term.deferred_until().is_none()
            || readings.deferred_validity == DeferredValidity::InForce
    }

    /// Whether an appeal suspends the cancellation on the day, and the certificate would be valid without it; from the
    /// repeal on, whether it would be released if the appeal were won.
    ///
    /// Readings: `appeal_effect`, `lapsed_at_repeal`.
    fn is_suspended(&self, was: &Live, on: NaiveDate) -> bool {
        let (regulation, term) = (self.context.regulation(), &was.dossier().term);
        let readings = regulation.readings();
        readings.appeal_effect == AppealEffect::Suspends
            && match regulation.repealed_by(on) {
                None => on <= term.deadline() && self.is_valid(term, on),
                Some(repealed_on) => {
                    readings.lapsed_at_repeal == LapsedAtRepeal::Revived
                        || was.lapsed_by(sub_days(repealed_on, 1), regulation).is_none()
                }
            }
    }

    /// The days after this one on which time alone may change the standing, in order.
    pub(crate) fn turning_days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let days = turning(&self.certificate, self.context.regulation());
        let mut days = days.map(|come| come.map(DayToCome::turns_on));
        days.sort_unstable();
        let on = self.on;
        days.into_iter().flatten().filter(move |&day| day > on)
    }
}

const fn cancelled_phase(cancelled: &Cancelled, is_final: bool, appealable_until: Option<NaiveDate>) -> Phase {
    Phase::Cancelled { since: cancelled.since, ground: cancelled.ground, is_final, appealable_until }
}
