//! What a certificate is on a day, if nothing happened after its last event.

use crate::calendar::date::{next_day, sub_days};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::{Phase, Standing};
use crate::lifecycle::states::{Cancelled, Dossier, Live, Pending};
use crate::lifecycle::term::Term;
use crate::regulation::readings::{AppealEffect, DeferredValidity, LapsedAtRepeal};
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Certificate {
    /// Its standing on a day, which is that of its last event or later.
    #[inline(always)]
    pub(crate) fn standing(&self, on: NaiveDate, regulation: &Regulation) -> Standing {
        let out_of_force = |phase| Standing { phase, in_force: false };
        let of_term = |dossier, lapsed_since, pending| term_standing(dossier, lapsed_since, pending, on, regulation);
        match self {
            Self::Unapproved(_) => out_of_force(Phase::NotApproved),
            Self::NotSubject(_) => Standing { phase: Phase::NotSubject, in_force: true },
            Self::UnderAppeal(state) => {
                let Cancelled { was, since, ground } = &state.cancelled;
                let phase = Phase::UnderAppeal { since: *since, ground: *ground, filed_on: state.filed_on };
                Standing { phase, in_force: is_suspended(was, on, regulation) }
            }
            Self::Cancelled(state) => out_of_force(cancelled_phase(state, false, None)),
            Self::Published(state) => {
                let last_day = state.publication.appealable_until;
                let is_final = on > last_day;
                out_of_force(cancelled_phase(&state.cancelled, is_final, (!is_final).then_some(last_day)))
            }
            Self::Upheld(state) => out_of_force(cancelled_phase(&state.appeal.cancelled, true, None)),
            Self::Lapsed(state) => of_term(&state.dossier, Some(state.since), Pending::Nothing),
            Self::Running(state) => of_term(&state.dossier, None, Pending::Nothing),
            Self::Filed(state) => of_term(&state.dossier, state.after_lapse, state.pending()),
            Self::UnderReview(state) => of_term(&state.dossier, state.after_lapse, state.pending()),
            Self::DeferralPending(state) => of_term(&state.dossier, None, state.pending()),
        }
    }

    /// The last day on which to act for the next registration, where by its standing it still has one.
    #[inline]
    pub(crate) fn deadline_of(&self, standing: &Standing) -> Option<NaiveDate> {
        match standing.phase {
            Phase::NotApproved
            | Phase::NotSubject
            | Phase::UnderAppeal { .. }
            | Phase::Cancelled { .. }
            | Phase::Released
            | Phase::Lapsed { .. } => None,
            Phase::UnderReview { .. } | Phase::Filed { .. } if self.pends_after_lapse() => None,
            Phase::UnderReview { .. }
            | Phase::Filed { .. }
            | Phase::DeferralPending { .. }
            | Phase::Deferred { .. }
            | Phase::RegistrationDue { .. }
            | Phase::InForce { .. } => self.term().map(Term::deadline),
        }
    }

    /// The last day on which it is valid if nothing more happens, where it is valid on the day; `None` where nothing ends
    /// that.
    #[inline]
    pub(crate) fn valid_through(&self, on: NaiveDate, regulation: &Regulation) -> Option<NaiveDate> {
        let mut last_valid_day: Option<NaiveDate> = None;
        let mut look = |last: NaiveDate| {
            let is_earlier = last_valid_day.is_none_or(|found| last < found);
            if on <= last && is_earlier && !self.is_in_force(next_day(last), regulation) {
                last_valid_day = Some(last);
            }
        };
        if let Some(term) = self.term() {
            look(term.expiry());
            look(term.deadline());
        }
        if let Some(publication) = self.publication() {
            look(publication.appealable_until());
        }
        if let Some(repealed_on) = regulation.parameters().repealed_on {
            look(sub_days(repealed_on, 1));
        }
        last_valid_day
    }

    #[inline(never)]
    fn is_in_force(&self, on: NaiveDate, regulation: &Regulation) -> bool {
        self.standing(on, regulation).in_force
    }
}

/// Where a term runs, or has lapsed since a day.
#[inline(always)]
fn term_standing(
    dossier: &Dossier,
    lapsed_since: Option<NaiveDate>,
    pending: Pending,
    on: NaiveDate,
    regulation: &Regulation,
) -> Standing {
    if let Some(repealed_on) = regulation.repealed_by(on) {
        return standing_after_repeal(dossier, lapsed_since, pending, repealed_on, regulation);
    }
    let lapsed = lapsed_since.or_else(|| dossier.lapsed_by(on, pending, regulation));
    let pends_after_lapse = lapsed_since.is_some() && pending != Pending::Nothing;
    let phase = match (lapsed, pending) {
        (Some(since), _) if !pends_after_lapse => Phase::Lapsed { since },
        (_, Pending::Review { accepted_on }) => Phase::UnderReview { accepted_on },
        (_, Pending::Filing { filed_on }) => Phase::Filed { filed_on },
        (_, Pending::Deferral { requested_on }) => running_phase(&dossier.term, Some(requested_on), on),
        (_, Pending::Nothing) => running_phase(&dossier.term, None, on),
    };
    Standing { phase, in_force: lapsed.is_none() && is_valid(&dossier.term, on, regulation) }
}

/// The repeal ends whatever is pending, and releases what had not lapsed by the end of the day before it.
///
/// Reading: `lapsed_at_repeal`.
#[inline(always)]
fn standing_after_repeal(
    dossier: &Dossier,
    lapsed_since: Option<NaiveDate>,
    pending: Pending,
    repealed_on: NaiveDate,
    regulation: &Regulation,
) -> Standing {
    let lapsed = lapsed_since.or_else(|| dossier.lapsed_by(sub_days(repealed_on, 1), pending, regulation));
    match lapsed.filter(|_| regulation.readings().lapsed_at_repeal == LapsedAtRepeal::StaysLapsed) {
        Some(since) => Standing { phase: Phase::Lapsed { since }, in_force: false },
        None => Standing { phase: Phase::Released, in_force: true },
    }
}

#[inline(always)]
fn running_phase(term: &Term, requested_on: Option<NaiveDate>, on: NaiveDate) -> Phase {
    let deadline = term.deadline();
    match requested_on {
        Some(requested_on) if on > deadline => Phase::DeferralPending { requested_on },
        _ if on > term.expiry() => Phase::Deferred { until: deadline },
        _ if term.is_open_on(on) => Phase::RegistrationDue { until: deadline },
        _ => Phase::InForce { until: deadline },
    }
}

/// Whether the certificate of a running term is valid: to the last day in force, and after it unless a deferral was
/// granted and takes the force.
///
/// Reading: `deferred_validity`.
#[inline(always)]
fn is_valid(term: &Term, on: NaiveDate, regulation: &Regulation) -> bool {
    on <= term.expiry()
        || term.deferred_until().is_none()
        || regulation.readings().deferred_validity == DeferredValidity::InForce
}

/// Whether an appeal suspends the cancellation on the day, and the certificate would be valid without it; from the repeal
/// on, whether it would be released if the appeal were won.
///
/// Readings: `appeal_effect`, `lapsed_at_repeal`.
#[inline(always)]
fn is_suspended(was: &Live, on: NaiveDate, regulation: &Regulation) -> bool {
    let (readings, term) = (regulation.readings(), &was.dossier().term);
    readings.appeal_effect == AppealEffect::Suspends
        && match regulation.repealed_by(on) {
            None => on <= term.deadline() && is_valid(term, on, regulation),
            Some(repealed_on) => {
                readings.lapsed_at_repeal == LapsedAtRepeal::Revived
                    || was.lapsed_by(sub_days(repealed_on, 1), regulation).is_none()
            }
        }
}

const fn cancelled_phase(cancelled: &Cancelled, is_final: bool, appealable_until: Option<NaiveDate>) -> Phase {
    Phase::Cancelled { since: cancelled.since, ground: cancelled.ground, is_final, appealable_until }
}
