//! Deferral of the registration (47.8).

use crate::deferral::Request;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Strict;
use crate::lifecycle::act::Act;
use crate::lifecycle::at::At;
use crate::lifecycle::moves::decision::Decision;
use crate::lifecycle::states::{DeferralPending, Running};
use alloc::boxed::Box;
use chrono::NaiveDate;

impl<'f> At<'f, Running> {
    /// Asks to register later (47.8).
    ///
    /// The request [cannot be withdrawn](crate::docs::decided_points#application_during_request); while an application is
    /// pending [none can be made](crate::docs::decided_points#deferral_during_application), so this is no move of those
    /// states.
    ///
    /// # Errors
    ///
    /// The first fault of the rule book's list: `after_expiry` for a request on the day after the term, for example.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::deferral::Request;
    /// use ruankao::ground::{Claim, Ground};
    /// use ruankao::lifecycle::State;
    /// use ruankao::{Act, Code, History, Law, Ledger, day};
    ///
    /// let approved = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let mut file = Law::of_2004().open(approved, Ledger::default());
    /// let State::Running(running) = file.state()? else { panic!() };
    ///
    /// // Without evidence the request is refused, and the state comes back.
    /// let claim = Claim::on(Ground::Childbirth);
    /// let bare = Request { claim: claim.clone(), until: day!(2008, 9, 10) };
    /// let refused = running.request_deferral(day!(2008, 2, 1), &bare).unwrap_err();
    /// assert_eq!(refused.fault.code(), Code::EvidenceMissing);
    ///
    /// let shown = Request { claim: Claim { evidence: true, ..claim }, until: day!(2008, 9, 10) };
    /// assert!(refused.state.request_deferral(day!(2008, 2, 1), &shown).is_ok());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn request_deferral(self, on: NaiveDate, request: &Request) -> Result<At<'f, DeferralPending>, Refused<Self>> {
        self.act(Act::DeferralRequested(Box::new(request.clone())).on(on), |mut state, _, facts| {
            state.deferral_requested(on, request, facts, &mut Strict)
        })
    }
}

impl<'f> At<'f, DeferralPending> {
    /// Grants the request (47.8): the deadline is its day. A grant after that day leaves a lapse,
    /// [since the decision](crate::docs::decided_points#late_decision).
    ///
    /// # Errors
    ///
    /// `lapsed` where the request ended with the term (reading `pending_at_expiry`).
    pub fn grant(self, on: NaiveDate) -> Result<Decision<'f>, Refused<Self>> {
        Ok(self.act(Act::DeferralGranted.on(on), |mut state, _, _| Ok(state.granted(on)))?.into())
    }

    /// Refuses the request (47.8): the deadline is as before. After it, the refusal leaves a lapse,
    /// [since the decision](crate::docs::decided_points#late_decision).
    ///
    /// # Errors
    ///
    /// `lapsed` where the request ended with the term (reading `pending_at_expiry`).
    pub fn refuse(self, on: NaiveDate) -> Result<Decision<'f>, Refused<Self>> {
        Ok(self.act(Act::DeferralRefused.on(on), |mut state, _, _| Ok(state.refused(on)))?.into())
    }
}
