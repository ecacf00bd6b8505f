//! Registration (47.3 to 47.7).

use crate::calendar::date::add_days;
use crate::calendar::working_days::Uncovered;
use crate::education::cycle::Cycle;
use crate::education::earned::Earned;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::verdict::Verdict;
use crate::identity::body::{BodyId, Named};
use crate::lifecycle::context::Facts;
use crate::lifecycle::faults::before_window;
use crate::lifecycle::states::{Decided, Dossier, Filed, Lapsed, Running, UnderReview};
use crate::lifecycle::term::Term;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::registration::conditions::{conditions, examine_agency};
use crate::regulation::clause::Clause;
use crate::regulation::readings::{ConditionsOn, TermStart};
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// Whoever may file or have an application accepted: what a certificate carries whose term runs or has lapsed, with the
/// agency at which an application is filed already.
pub(in crate::lifecycle) struct Applying<'s> {
    dossier: &'s mut Dossier,
    after_lapse: Option<NaiveDate>,
    filed_at: Named,
}

impl<'s> From<&'s mut Running> for Applying<'s> {
    #[inline(always)]
    fn from(state: &'s mut Running) -> Self {
        Self { dossier: &mut state.dossier, after_lapse: None, filed_at: Named::Nobody }
    }
}

impl<'s> From<&'s mut Filed> for Applying<'s> {
    #[inline(always)]
    fn from(state: &'s mut Filed) -> Self {
        Self { dossier: &mut state.dossier, after_lapse: state.after_lapse, filed_at: state.agency }
    }
}

impl<'s> From<&'s mut Lapsed> for Applying<'s> {
    #[inline(always)]
    fn from(state: &'s mut Lapsed) -> Self {
        Self { dossier: &mut state.dossier, after_lapse: Some(state.since), filed_at: Named::Nobody }
    }
}

impl Applying<'_> {
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
        let Self { dossier, after_lapse, .. } = self;
        dossier.applied(on);
        Ok(Filed { dossier: dossier.kept(), filed_on: on, agency, after_lapse })
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
        let Self { dossier, after_lapse, .. } = self;
        dossier.applied(on);
        Ok(UnderReview {
            dossier: dossier.kept(),
            accepted_on: on,
            application: acceptance.application,
            agency,
            after_lapse,
        })
    }

    #[inline(always)]
    fn examine(
        &self,
        on: NaiveDate,
        agency: Named,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let term = &self.dossier.term;
        scrutiny.look(|| (!term.is_open_on(on)).then(|| early(*term, on)))?;
        examine_agency(agency, on, facts.law.agencies(), Clause::N47_3, scrutiny)
    }
}

/// What is judged at a decision: the particulars and the education of an application, as of a day.
struct Judged<'r> {
    application: Application,
    cycle: Cycle<'r>,
    on: NaiveDate,
}

impl Judged<'_> {
    fn verdict(&self, earned: &dyn Earned) -> Verdict {
        conditions(&self.application, &self.cycle, earned, self.on)
    }

    fn fault(&self, earned: &dyn Earned) -> Option<Fault> {
        let verdict = self.verdict(earned);
        (!verdict.is_met()).then(|| Fault::conditions_not_met(verdict.into_findings()))
    }
}

impl UnderReview {
    /// The conditions of registration: as of the decision, on the particulars as they stand then; or as of acceptance, on
    /// those of acceptance alone, with all that is known by now.
    ///
    /// Reading: `conditions_on`.
    pub(crate) fn conditions(&self, on: NaiveDate, registration: &Registration, facts: Facts<'_>) -> Verdict {
        self.judged(on, registration, facts.regulation()).verdict(facts.earned)
    }

    #[inline(always)]
    fn judged<'r>(&self, on: NaiveDate, registration: &Registration, regulation: &'r Regulation) -> Judged<'r> {
        let (application, on) = match regulation.readings().conditions_on {
            ConditionsOn::Decision => (registration.application.unwrap_or(self.application), on),
            ConditionsOn::Acceptance => (self.application, self.accepted_on),
        };
        Judged { application, cycle: self.dossier.term.cycle(regulation), on }
    }

    /// 47.7: 对符合条件的，加盖…专用章, by an agency that is approved on the day.
    #[inline(always)]
    pub(in crate::lifecycle) fn registered(
        &mut self,
        on: NaiveDate,
        registration: &Registration,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<Running, Fault> {
        let agency = named(registration.agency.as_ref(), facts).or(self.agency);
        examine_agency(agency, on, facts.law.agencies(), Clause::N47_7, scrutiny)?;
        // By itself, so that no more of the state than that is needed in memory.
        let judged = self.judged(on, registration, facts.regulation());
        scrutiny.look(move || judged.fault(facts.earned))?;
        self.dossier.begin_next_term(on, facts.regulation())?;
        Ok(Running { dossier: self.dossier.kept() })
    }
}

#[cold]
fn early(term: Term, on: NaiveDate) -> Finding {
    before_window(term.opens(), on)
}

/// Looks up whom an act names, where there is a list.
#[inline]
fn named(agency: Option<&BodyId>, facts: Facts<'_>) -> Named {
    facts.law.agencies().map_or(Named::Nobody, |agencies| agencies.named(agency))
}

impl Dossier {
    /// Notes an application on `on`.
    #[inline(always)]
    const fn applied(&mut self, on: NaiveDate) {
        self.last_event = on;
        self.past.has_applied = true;
    }

    /// What is left where an application ends without a registration: one that was made after a lapse leaves the
    /// certificate lapsed since the day it lapsed on.
    #[inline(always)]
    pub(in crate::lifecycle) fn ended(&mut self, on: NaiveDate, after_lapse: Option<NaiveDate>) -> Decided {
        match after_lapse {
            Some(since) => {
                self.last_event = on;
                Decided::Lapsed(Lapsed { dossier: self.kept(), since })
            }
            None => self.decided(on),
        }
    }

    /// 47.3: 自批准或登记之日起算.
    ///
    /// Reading: `term_start`.
    #[inline(always)]
    fn begin_next_term(&mut self, on: NaiveDate, regulation: &Regulation) -> Result<(), Uncovered> {
        let start = match regulation.readings().term_start {
            TermStart::Registration => on,
            TermStart::PreviousExpiry => add_days(self.term.nominal(), regulation.offset_days()).max(on),
        };
        self.term = Term::starting(start, false, regulation)?;
        self.last_event = on;
        Ok(())
    }
}
