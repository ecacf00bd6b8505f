//! The states of a certificate, one struct each.
//!
//! A state can only be had from the move that leads to it. It is not `Copy`: a move consumes it, so that nothing is
//! done twice on the same state. The moves stand in [`moves`](crate::lifecycle::moves), a procedure a file.

use crate::lifecycle::term::Term;
use crate::registration::application::Application;
use crate::revocation::ground::RevocationGround;
use chrono::NaiveDate;

/// Before the approval: there is no certificate yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unapproved;

/// Approved before the regime began: in force without end, and nothing can happen to it (47.0).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NotSubject {
    pub(super) approved_on: NaiveDate,
}

/// A term runs, its last registration stands, and nothing is pending.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Running {
    pub(super) dossier: Dossier,
}

/// An application for registration is pending (47.7).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnderReview {
    pub(super) dossier: Dossier,
    pub(super) accepted_on: NaiveDate,
    pub(super) application: Application,
}

/// An application whose conditions of registration are met: the proof that [`Cleared::register`] asks for.
///
/// It can only be had from [`UnderReview::clear`], which yields it where the verdict has no finding, and cannot be copied:
/// a clearance serves once.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleared {
    pub(super) review: UnderReview,
}

/// A request for deferral is pending (47.8).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeferralPending {
    pub(super) dossier: Dossier,
    pub(super) requested_on: NaiveDate,
    pub(super) until: NaiveDate,
}

/// Lapsed by a decision after the deadline, for good (47.3).
///
/// A certificate that time alone lapses keeps its state; what it has come to on a day is its standing on that day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lapsed {
    pub(super) dossier: Dossier,
    pub(super) since: NaiveDate,
}

/// Cancelled, and the cancellation not published (47.10).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cancelled {
    /// What the certificate was, and is again if an appeal is won.
    pub(super) was: Live,
    pub(super) since: NaiveDate,
    pub(super) ground: RevocationGround,
}

/// Cancelled, and the cancellation published: it can be appealed while the time for it runs (47.11).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Published {
    pub(super) cancelled: Cancelled,
    pub(super) published_on: NaiveDate,
    pub(super) appealable_until: NaiveDate,
}

/// Cancelled, and an appeal pending (47.11).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnderAppeal {
    pub(super) published: Published,
    pub(super) filed_on: NaiveDate,
}

/// Cancelled, and the cancellation upheld on appeal: final (47.11).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Upheld {
    pub(super) appeal: UnderAppeal,
    pub(super) decided_on: NaiveDate,
}

/// The states in which a term runs: those that can be cancelled, and that a won appeal gives back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Live {
    /// Nothing is pending.
    Running(Running),
    /// An application is pending.
    UnderReview(UnderReview),
    /// A request for deferral is pending.
    DeferralPending(DeferralPending),
}

/// What a decision made after the deadline may leave: a term that runs, or a lapse.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Decided {
    /// The term runs on.
    Running(Running),
    /// The deadline is past: lapsed since the decision.
    Lapsed(Lapsed),
}

/// What an overturned cancellation leaves.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Restored {
    /// The certificate is again as it was, with what was pending then.
    Live(Live),
    /// Time alone would have ended it by now: lapsed since the decision.
    Lapsed(Lapsed),
}

/// What every state in which a term runs carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Dossier {
    pub(super) term: Term,
    pub(super) last_event: NaiveDate,
    /// Whether an application was ever accepted: without one there was none to deceive in (47.10.5).
    pub(super) application_made: bool,
}

impl Dossier {
    /// The same, after an event on `on`.
    pub(super) const fn at(self, on: NaiveDate) -> Self {
        Self { last_event: on, ..self }
    }
}

impl Live {
    pub(super) const fn dossier(&self) -> &Dossier {
        match self {
            Self::Running(state) => &state.dossier,
            Self::UnderReview(state) => &state.dossier,
            Self::DeferralPending(state) => &state.dossier,
        }
    }

    pub(super) const fn is_pending(&self) -> bool {
        !matches!(self, Self::Running(_))
    }
}

impl Running {
    /// The term that runs.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }
}

impl UnderReview {
    /// The term that runs.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The day of acceptance, on which the conditions are judged.
    #[must_use]
    pub const fn accepted_on(&self) -> NaiveDate {
        self.accepted_on
    }

    /// What the applicant brought.
    #[must_use]
    pub const fn application(&self) -> &Application {
        &self.application
    }
}

impl DeferralPending {
    /// The term that runs.
    #[must_use]
    pub const fn term(&self) -> &Term {
        &self.dossier.term
    }

    /// The day of the request.
    #[must_use]
    pub const fn requested_on(&self) -> NaiveDate {
        self.requested_on
    }

    /// The last day on which to register, if the request is granted.
    #[must_use]
    pub const fn until(&self) -> NaiveDate {
        self.until
    }
}

impl Lapsed {
    /// The first day on which the certificate was no longer valid.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }
}

impl Cancelled {
    /// The day of the cancellation, from which the certificate is void.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The ground.
    #[must_use]
    pub const fn ground(&self) -> RevocationGround {
        self.ground
    }
}

impl Published {
    /// The cancellation that was published.
    #[must_use]
    pub const fn cancelled(&self) -> &Cancelled {
        &self.cancelled
    }

    /// The last day on which to appeal.
    #[must_use]
    pub const fn appealable_until(&self) -> NaiveDate {
        self.appealable_until
    }
}

impl UnderAppeal {
    /// The published cancellation that is appealed.
    #[must_use]
    pub const fn published(&self) -> &Published {
        &self.published
    }

    /// The day on which the appeal was filed.
    #[must_use]
    pub const fn filed_on(&self) -> NaiveDate {
        self.filed_on
    }
}

impl Upheld {
    /// The appeal that was lost.
    #[must_use]
    pub const fn appeal(&self) -> &UnderAppeal {
        &self.appeal
    }

    /// The day of the decision.
    #[must_use]
    pub const fn decided_on(&self) -> NaiveDate {
        self.decided_on
    }
}
