//! Registration (47.3 to 47.7).

use crate::calendar::date::add_days;
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::verdict::Verdict;
use crate::identity::body::{BodyId, Named};
use crate::lifecycle::context::Facts;
use crate::lifecycle::faults::before_window;
use crate::lifecycle::states::{Decided, Dossier, Filed, Lapsed, Running, UnderReview};
use crate::lifecycle::term::Term;
use crate::registration::application::{Acceptance, Filing, Registration};
use crate::registration::conditions::{conditions, examine_agency};
use crate::regulation::clause::Clause;
use crate::regulation::readings::{ConditionsOn, TermStart};
use crate::regulation::rules::Regulation;
use crate::revocation::Past;
use chrono::NaiveDate;

/// Whoever may file or have an application accepted: a certificate whose term runs or has lapsed, with the agency at which
/// an application is filed already.
#[derive(Clone, Copy)]
pub(in crate::lifecycle) struct Applying {
    dossier: Dossier,
    after_lapse: Option<NaiveDate>,
    filed_at: Named,
}

impl From<&Running> for Applying {
    fn from(state: &Running) -> Self {
        Self { dossier: state.dossier, after_lapse: None, filed_at: Named::Nobody }
    }
}

impl From<&Filed> for Applying {
    fn from(state: &Filed) -> Self {
        Self { dossier: state.dossier, after_lapse: state.after_lapse, filed_at: state.agency }
    }
}

impl From<&Lapsed> for Applying {
    fn from(state: &Lapsed) -> Self {
        Self::at_lapse(state)
    }
}

impl Applying {
    pub(in crate::lifecycle) const fn at_lapse(state: &Lapsed) -> Self {
        Self { dossier: state.dossier, after_lapse: Some(state.since), filed_at: Named::Nobody }
    }

    /// 47.3: 在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续.
    #[inline(always)]
    pub(in crate::lifecycle) fn filed(
        self,
        on: NaiveDate,
        filing: &Filing,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<Filed, Fault> {
        let agency = named(filing.agency.as_ref(), facts);
        self.examine(on, agency, facts, scrutiny)?;
        Ok(Filed { dossier: self.dossier.applied(on), filed_on: on, agency, after_lapse: self.after_lapse })
    }

    #[inline(always)]
    pub(in crate::lifecycle) fn accepted(
        self,
        on: NaiveDate,
        acceptance: &Acceptance,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<UnderReview, Fault> {
        let agency = named(acceptance.agency.as_ref(), facts).or(self.filed_at);
        self.examine(on, agency, facts, scrutiny)?;
        let (dossier, application, after_lapse) = (self.dossier.applied(on), acceptance.application, self.after_lapse);
        Ok(UnderReview { dossier, accepted_on: on, application, agency, after_lapse })
    }

    #[inline(always)]
    fn examine(
        &self,
        on: NaiveDate,
        agency: Named,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let opens = self.dossier.term.opens();
        scrutiny.require(opens <= on, || before_window(opens, on))?;
        examine_agency(agency, on, facts.law.agencies(), Clause::N47_3, scrutiny)
    }
}

impl UnderReview {
    /// The conditions of registration: as of the decision, on the particulars as they stand then; or as of acceptance, on
    /// those of acceptance alone, with all that is known by now.
    ///
    /// Reading: `conditions_on`.
    pub(crate) fn conditions(&self, on: NaiveDate, registration: &Registration, facts: Facts<'_>) -> Verdict {
        let (application, judged_on) = match facts.regulation().readings().conditions_on {
            ConditionsOn::Decision => (registration.application.as_ref().unwrap_or(&self.application), on),
            ConditionsOn::Acceptance => (&self.application, self.accepted_on),
        };
        conditions(application, &self.dossier.term.cycle(facts.regulation()), facts.credits, judged_on)
    }

    /// 47.7: 对符合条件的，加盖…专用章, by an agency that is approved on the day.
    #[inline(always)]
    pub(in crate::lifecycle) fn registered(
        &self,
        on: NaiveDate,
        registration: &Registration,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<Running, Fault> {
        let agency = named(registration.agency.as_ref(), facts).or(self.agency);
        examine_agency(agency, on, facts.law.agencies(), Clause::N47_7, scrutiny)?;
        scrutiny.look(|| {
            let verdict = self.conditions(on, registration, facts);
            (!verdict.is_met()).then(|| Fault::conditions_not_met(verdict.into_findings()))
        })?;
        Ok(self.dossier.next_term(on, facts.regulation())?)
    }
}

/// Looks up whom an act names, where there is a list.
#[inline]
fn named(agency: Option<&BodyId>, facts: Facts<'_>) -> Named {
    facts.law.agencies().map_or(Named::Nobody, |agencies| agencies.named(agency))
}

impl Dossier {
    /// The same, after an application on `on`.
    #[inline(always)]
    const fn applied(self, on: NaiveDate) -> Self {
        Self { last_event: on, past: Past { has_applied: true, ..self.past }, ..self }
    }

    /// What is left where an application ends without a registration: one that was made after a lapse leaves the
    /// certificate lapsed since the day it lapsed on.
    #[inline(always)]
    pub(in crate::lifecycle) fn ended(self, on: NaiveDate, after_lapse: Option<NaiveDate>) -> Decided {
        match after_lapse {
            Some(since) => Decided::Lapsed(Lapsed { dossier: self.at(on), since }),
            None => self.decided(on),
        }
    }

    /// 47.3: 自批准或登记之日起算.
    ///
    /// Reading: `term_start`.
    #[inline(always)]
    fn next_term(self, on: NaiveDate, regulation: &Regulation) -> Result<Running, Uncovered> {
        let start = match regulation.readings().term_start {
            TermStart::Registration => on,
            TermStart::PreviousExpiry => add_days(self.term.nominal(), regulation.offset_days()).max(on),
        };
        let term = Term::starting(start, false, regulation)?;
        Ok(Running { dossier: Self { term, ..self.at(on) } })
    }
}
