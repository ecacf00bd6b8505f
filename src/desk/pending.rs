//! The folder on the counter, with an application or without.

use crate::desk::counter::Counter;
use crate::desk::outcome::Free;
use crate::desk::review::Accepted;
use crate::desk::submission::Submitted;
use crate::lifecycle::at::At;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::moves::decision::Decision;
use crate::lifecycle::state::State;
use crate::lifecycle::states::{Filed, UnderReview};
use crate::registration::evidence::Evidence;
use crate::registration::form::form::Form;
use alloc::boxed::Box;

/// The folder of one certificate on the counter, by what can be done with it there.
///
/// It holds the folder, so that nobody else acts on the certificate meanwhile, and cannot be copied.
#[derive(Debug)]
pub enum Desk<'f> {
    /// Nothing is applied for, and an application may be filed.
    Free(Free<'f>),
    /// An application was filed on another day.
    Filed(Pending<'f, Filed>),
    /// An application was accepted on another day.
    UnderReview(Pending<'f, UnderReview>),
    /// Nothing can be applied for: what can be done with the certificate is not done here.
    Closed(Certificate),
}

/// An application that was left lying, to be taken up again with the papers that were kept.
#[derive(Debug)]
pub struct Pending<'f, S> {
    at: At<'f, S>,
    counter: Counter<'f>,
}

impl<'f> Desk<'f> {
    pub(super) fn at(state: State<'f>, counter: Counter<'f>) -> Self {
        match state {
            State::Running(at) => Self::Free(Free { certificate: Decision::Running(at), counter }),
            State::Lapsed(at) => Self::Free(Free { certificate: Decision::Lapsed(at), counter }),
            State::Filed(at) => Self::Filed(Pending { at, counter }),
            State::UnderReview(at) => Self::UnderReview(Pending { at, counter }),
            State::Unapproved(at) => Self::Closed(Certificate::Unapproved(*at.state())),
            State::NotSubject(at) => Self::Closed(Certificate::NotSubject(*at.state())),
            State::DeferralPending(at) => Self::Closed(Certificate::DeferralPending(*at.state())),
            State::Cancelled(at) => Self::Closed(Certificate::Cancelled(*at.state())),
            State::Published(at) => Self::Closed(Certificate::Published(*at.state())),
            State::UnderAppeal(at) => Self::Closed(Certificate::UnderAppeal(*at.state())),
            State::Upheld(at) => Self::Closed(Certificate::Upheld(*at.state())),
        }
    }
}

impl<'f> Pending<'f, Filed> {
    /// Takes the application up again, with its form as it was last corrected and what was brought beside it.
    #[must_use]
    pub fn take_up(self, form: Form, evidence: Evidence) -> Submitted<'f> {
        Submitted { at: self.at, counter: self.counter, form: Box::new(form), evidence }
    }
}

impl<'f> Pending<'f, UnderReview> {
    /// Takes the application up again, with the form on which it was accepted.
    #[must_use]
    pub fn take_up(self, form: Form) -> Accepted<'f> {
        Accepted { at: self.at, counter: self.counter, form: Box::new(form), renewed: None }
    }
}
