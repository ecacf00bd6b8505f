//! Deferral of the registration (47.8).

use crate::deferral::request::Request;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Context;
use crate::lifecycle::moves::step::while_alive;
use crate::lifecycle::states::{Decided, DeferralPending, Dossier, Lapsed, Running};
use chrono::NaiveDate;

impl Running {
    /// Asks to register later.
    ///
    /// # Errors
    ///
    /// The first fault of the rule book's list: `after_expiry` for a request on the day after the term, for example.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::deferral::Request;
    /// use ruankao::finding::Code;
    /// use ruankao::ground::{Claim, Ground};
    /// use ruankao::lifecycle::{Approved, Context, Unapproved};
    /// use ruankao::regulation::Regulation;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let context = Context::new(&regulation);
    /// let Approved::Subject(running) = Unapproved.approve(day(2005, 3, 10), &regulation)? else { panic!() };
    ///
    /// // Without evidence the request is refused, and the state comes back.
    /// let claim = Claim::on(Ground::Childbirth);
    /// let bare = Request { claim: claim.clone(), until: day(2008, 9, 10) };
    /// let refused = running.request_deferral(day(2008, 2, 1), &bare, &context).unwrap_err();
    /// assert_eq!(refused.fault.code(), Code::EvidenceMissing);
    ///
    /// let shown = Request { claim: Claim { evidence: true, ..claim }, until: day(2008, 9, 10) };
    /// assert!(refused.state.request_deferral(day(2008, 2, 1), &shown, &context).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn request_deferral(
        self,
        on: NaiveDate,
        request: &Request,
        context: &Context<'_>,
    ) -> Result<DeferralPending, Refused<Self>> {
        while_alive(self, on, context, |state, scrutiny| state.deferral_requested(on, request, context, scrutiny))
    }

    pub(crate) fn deferral_requested(
        &self,
        on: NaiveDate,
        request: &Request,
        context: &Context<'_>,
        scrutiny: &mut Scrutiny<'_>,
    ) -> Result<DeferralPending, Fault> {
        let regulation = context.regulation;
        request.examine(on, self.dossier.term.bounds(regulation), regulation, scrutiny)?;
        Ok(DeferralPending { dossier: self.dossier.at(on), requested_on: on, until: request.until })
    }
}

impl DeferralPending {
    /// Grants the request: the deadline is its day.
    ///
    /// # Errors
    ///
    /// `lapsed` where the request ended with the term (reading `pending_at_expiry`).
    pub fn grant(self, on: NaiveDate, context: &Context<'_>) -> Result<Decided, Refused<Self>> {
        while_alive(self, on, context, |state, _| Ok(state.granted(on)))
    }

    /// Refuses the request: the deadline is as before.
    ///
    /// # Errors
    ///
    /// `lapsed` where the request ended with the term (reading `pending_at_expiry`).
    pub fn refuse(self, on: NaiveDate, context: &Context<'_>) -> Result<Decided, Refused<Self>> {
        while_alive(self, on, context, |state, _| Ok(state.refused(on)))
    }

    pub(crate) fn granted(&self, on: NaiveDate) -> Decided {
        let term = self.dossier.term.deferred(self.until);
        Dossier { term, ..self.dossier }.decided(on)
    }

    pub(crate) fn refused(&self, on: NaiveDate) -> Decided {
        self.dossier.decided(on)
    }
}

impl Dossier {
    /// What a decision on `on` leaves: a deadline in the past lapses the certificate since that day, so that no later
    /// event changes an earlier one.
    pub(in crate::lifecycle) fn decided(self, on: NaiveDate) -> Decided {
        let dossier = self.at(on);
        if dossier.term.deadline() < on {
            Decided::Lapsed(Lapsed { dossier, since: on })
        } else {
            Decided::Running(Running { dossier })
        }
    }
}
