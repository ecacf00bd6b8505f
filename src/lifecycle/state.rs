//! An opened certificate at the state it is in.

use crate::finding::refused::EventFault;
use crate::lifecycle::at::At;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::states::{
    Cancelled, DeferralPending, Filed, Lapsed, NotSubject, Published, Running, Unapproved, UnderAppeal, UnderReview,
    Upheld,
};

/// An opened certificate at whatever state it is.
///
/// Exhaustive on purpose.
#[derive(Debug)]
pub enum State<'f> {
    /// Before the approval.
    Unapproved(At<'f, Unapproved>),
    /// Outside the regime.
    NotSubject(At<'f, NotSubject>),
    /// A term runs and nothing is pending.
    Running(At<'f, Running>),
    /// An application is filed.
    Filed(At<'f, Filed>),
    /// An application is under review.
    UnderReview(At<'f, UnderReview>),
    /// A request for deferral is pending.
    DeferralPending(At<'f, DeferralPending>),
    /// Lapsed.
    Lapsed(At<'f, Lapsed>),
    /// Cancelled, not published.
    Cancelled(At<'f, Cancelled>),
    /// Cancelled and published.
    Published(At<'f, Published>),
    /// Cancelled and appealed.
    UnderAppeal(At<'f, UnderAppeal>),
    /// Cancelled, and upheld on appeal.
    Upheld(At<'f, Upheld>),
}

impl CertificateFile<'_> {
    /// The certificate at the state it is in, to act on.
    ///
    /// # Errors
    ///
    /// The refusal that ends the reading of its history.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::State;
    /// use ruankao::registration::Filing;
    /// use ruankao::{Act, Code, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let mut file = Law::of_2004().open(history, Ledger::default());
    /// let State::Running(running) = file.state()? else { panic!() };
    /// // A day too early; the state comes back, and on the next day it is filed.
    /// let refused = running.file(day!(2007, 12, 9), &Filing::default()).unwrap_err();
    /// assert_eq!(refused.fault.code(), Code::BeforeWindow);
    /// refused.state.file(day!(2007, 12, 10), &Filing::default())?;
    /// assert_eq!(file.history().records().len(), 2);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn state(&mut self) -> Result<State<'_>, EventFault> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal.clone());
        }
        let certificate = *self.certificate();
        let hands = self.hands();
        Ok(match certificate {
            Certificate::Unapproved(state) => State::Unapproved(At::new(hands, state)),
            Certificate::NotSubject(state) => State::NotSubject(At::new(hands, state)),
            Certificate::Running(state) => State::Running(At::new(hands, state)),
            Certificate::Filed(state) => State::Filed(At::new(hands, state)),
            Certificate::UnderReview(state) => State::UnderReview(At::new(hands, state)),
            Certificate::DeferralPending(state) => State::DeferralPending(At::new(hands, state)),
            Certificate::Lapsed(state) => State::Lapsed(At::new(hands, state)),
            Certificate::Cancelled(state) => State::Cancelled(At::new(hands, state)),
            Certificate::Published(state) => State::Published(At::new(hands, state)),
            Certificate::UnderAppeal(state) => State::UnderAppeal(At::new(hands, state)),
            Certificate::Upheld(state) => State::Upheld(At::new(hands, state)),
        })
    }
}
