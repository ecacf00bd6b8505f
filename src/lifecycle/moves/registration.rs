//! Registration (47.3 to 47.7).

use crate::calendar::date::add_days;
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::verdict::Verdict;
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::before_window;
use crate::lifecycle::moves::step::while_alive;
use crate::lifecycle::states::{Cleared, Decided, Dossier, Running, UnderReview};
use crate::lifecycle::term::Term;
use crate::registration::application::Acceptance;
use crate::registration::conditions::{conditions, examine_agency};
use crate::regulation::readings::TermStart;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Running {
    /// Accepts an application for registration: the conditions are judged as of this day.
    ///
    /// # Errors
    ///
    /// `lapsed` after the deadline; `before_window` before the window opens; `agency_missing` and `agency_not_approved`
    /// where a list of agencies is given.
    pub fn accept(
        self,
        on: NaiveDate,
        acceptance: &Acceptance,
        context: &Context<'_>,
    ) -> Result<UnderReview, Refused<Self>> {
        while_alive(self, on, context, |state, scrutiny| state.accepted(on, acceptance, context, scrutiny))
    }

    pub(crate) fn accepted(
        &self,
        on: NaiveDate,
        acceptance: &Acceptance,
        context: &Context<'_>,
        scrutiny: &mut Scrutiny<'_>,
    ) -> Result<UnderReview, Fault> {
        let opens = self.dossier.term.opens();
        scrutiny.require(opens <= on, || before_window(opens, on))?;
        examine_agency(acceptance, on, context.agencies, scrutiny)?;
        let dossier = Dossier { application_made: true, ..self.dossier.at(on) };
        Ok(UnderReview { dossier, accepted_on: on, application: acceptance.application })
    }
}

impl UnderReview {
    /// The conditions of registration as of the day of acceptance, with all that is known by now.
    #[must_use]
    pub fn conditions(&self, context: &Context<'_>) -> Verdict {
        let cycle = self.dossier.term.cycle(context.regulation);
        conditions(&self.application, &cycle, context.credits, self.accepted_on)
    }

    /// Clears the application for registration, where its conditions are met.
    ///
    /// # Errors
    ///
    /// `conditions_not_met` with all that was found.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::finding::Code;
    /// use ruankao::lifecycle::{Approved, Context, Unapproved};
    /// use ruankao::registration::{Acceptance, Application};
    /// use ruankao::regulation::{Parameters, Readings, Regulation};
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    /// let review = |regulation: &Regulation| {
    ///     let Ok(Approved::Subject(running)) = Unapproved.approve(day(2005, 3, 10), regulation) else { panic!() };
    ///     running.accept(day(2008, 1, 15), &acceptance, &Context::new(regulation)).unwrap()
    /// };
    ///
    /// // Nothing was studied: 180 hours and three times 40 are missing.
    /// let notices = Regulation::default();
    /// let refused = review(&notices).clear(&Context::new(&notices)).unwrap_err();
    /// assert_eq!(refused.fault.findings().len(), 4);
    ///
    /// // Where nothing is asked, nothing is missing.
    /// let parameters = Parameters { cycle_hours: 0, yearly_hours: 0, ..Parameters::NOTICES };
    /// let lenient = Regulation::new(parameters, Readings::default(), Default::default())?;
    /// let cleared = review(&lenient).clear(&Context::new(&lenient)).unwrap();
    /// let running = cleared.register(day(2008, 1, 20), &Context::new(&lenient)).unwrap();
    /// assert_eq!(running.term().expiry(), day(2011, 1, 20));
    /// # Ok::<(), ruankao::regulation::RegulationError>(())
    /// ```
    pub fn clear(self, context: &Context<'_>) -> Result<Cleared, Refused<Self>> {
        let verdict = self.conditions(context);
        if verdict.is_met() {
            Ok(Cleared { review: self })
        } else {
            Err(Refused { state: self, fault: Fault::conditions_not_met(verdict.into_findings()) })
        }
    }

    /// Refuses the application; another may follow in time.
    ///
    /// # Errors
    ///
    /// `lapsed` where the application ended with the term (reading `pending_at_expiry`).
    pub fn refuse(self, on: NaiveDate, context: &Context<'_>) -> Result<Decided, Refused<Self>> {
        while_alive(self, on, context, |state, _| Ok(state.refused(on)))
    }

    pub(crate) fn refused(&self, on: NaiveDate) -> Decided {
        self.dossier.decided(on)
    }

    /// The step that a history reads: in an audit the registration stands, whatever was missing.
    pub(crate) fn registered(
        &self,
        on: NaiveDate,
        context: &Context<'_>,
        scrutiny: &mut Scrutiny<'_>,
    ) -> Result<Running, Fault> {
        let verdict = self.conditions(context);
        scrutiny.require(verdict.is_met(), || Fault::conditions_not_met(verdict.into_findings()))?;
        Ok(self.dossier.next_term(on, context.regulation)?)
    }
}

impl Cleared {
    /// Registers the certificate: the next term starts.
    ///
    /// # Errors
    ///
    /// `lapsed` where the application ended with the term (reading `pending_at_expiry`), `calendar_uncovered` where the
    /// new term's last day has to be rolled and lies in a year the calendar does not cover.
    pub fn register(self, on: NaiveDate, context: &Context<'_>) -> Result<Running, Refused<Self>> {
        while_alive(self, on, context, |state, _| Ok(state.review.dossier.next_term(on, context.regulation)?))
    }

    /// The application, its clearance given up.
    #[must_use]
    pub fn into_review(self) -> UnderReview {
        self.review
    }
}

impl Dossier {
    /// 47.3: 自批准或登记之日起算.
    ///
    /// Reading: `term_start`.
    fn next_term(self, on: NaiveDate, regulation: &Regulation) -> Result<Running, Uncovered> {
        let start = match regulation.readings().term_start {
            TermStart::Registration => on,
            TermStart::PreviousExpiry => add_days(self.term.nominal(), regulation.offset_days()).max(on),
        };
        let term = Term::starting(start, false, regulation)?;
        Ok(Running { dossier: Self { term, ..self.at(on) } })
    }
}
