//! What an application for registration comes to on a day.

use crate::education::earned::Earned;
use crate::education::progress::Count;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::faults::{
    application_pending, before_window, cancelled, deferral_pending, lapsed, not_approved, not_subject, repealed,
};
use crate::lifecycle::standing::Phase;
use crate::registration::application::Application;
use crate::registration::conditions::{examine, examine_papers};
use crate::regulation::hours::Hours;
use crate::regulation::readings::LapseEffect;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Certificate {
    /// What stands against an application, by the hours earned: one finding on the state, then all of the conditions.
    pub(crate) fn assessment(
        &self,
        application: &Application,
        earned: &(impl Earned + ?Sized),
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Verdict {
        let mut verdict = Verdict::default();
        verdict.extend(self.obstacle(on, regulation));
        if let Some(term) = self.term().filter(|_| !regulation.is_repealed_by(on)) {
            examine(application, &term.cycle(regulation), earned, on, &mut verdict);
        }
        verdict
    }

    /// Whether nothing stands against an application, and what is missing of the hours: handed over year by year, and in
    /// all. The [assessment](Self::assessment) without the words.
    pub(crate) fn assessed(
        &self,
        application: &Application,
        earned: &(impl Earned + ?Sized),
        on: NaiveDate,
        regulation: &Regulation,
        mut in_year: impl FnMut(Hours),
    ) -> (bool, Hours) {
        let mut is_met = self.obstacle(on, regulation).is_none();
        let Some(term) = self.term() else { return (is_met, Hours::ZERO) };
        let cycle = term.cycle(regulation);
        let (mut in_all, mut in_years) = (Hours::ZERO, Hours::ZERO);
        cycle.count(earned, on, |count| match count {
            Count::InAll(hours) => in_all = hours.short_of(cycle.required()),
            Count::InYear(year) => {
                in_years = in_years.plus(year.shortfall());
                in_year(year.shortfall());
            }
        });
        let missing = in_years.max(in_all);
        if !regulation.is_repealed_by(on) {
            examine_papers(application, &cycle, &mut |_| is_met = false);
            is_met &= missing == Hours::ZERO;
        }
        (is_met, missing)
    }

    /// What stands in the way of an application, whatever it says.
    ///
    /// Reading: `lapse_effect`.
    #[inline(always)]
    pub(crate) fn obstacle(&self, on: NaiveDate, regulation: &Regulation) -> Option<Finding> {
        let phase = self.standing(on, regulation).phase;
        match (phase, regulation.repealed_by(on)) {
            (Phase::NotApproved, _) => return Some(not_approved()),
            (Phase::NotSubject, _) => return Some(not_subject(regulation)),
            (_, Some(repealed_on)) => return Some(repealed(repealed_on)),
            (_, None) => {}
        }
        match (phase, self) {
            (Phase::Cancelled { since, .. } | Phase::UnderAppeal { since, .. }, _) => Some(cancelled(since)),
            (Phase::UnderReview { accepted_on }, _) => Some(application_pending(accepted_on)),
            (Phase::Lapsed { since }, _) => match regulation.readings().lapse_effect {
                LapseEffect::ForGood => Some(lapsed(since)),
                LapseEffect::MayReturn => None,
            },
            (_, Self::DeferralPending(state)) => Some(deferral_pending(state.requested_on)),
            (Phase::RegistrationDue { .. }, _) => None,
            _ => {
                let term = self.term()?;
                (!term.is_open_on(on)).then(|| before_window(term.opens(), on))
            }
        }
    }
}
