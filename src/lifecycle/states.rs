//! The states of a certificate, one struct each, as plain data.
//!
//! A state can only be had from the move that leads to it. What can be done in it stands with
//! [`At`](crate::lifecycle::At), a procedure a file.
//!
//! They lie in memory as they are written, what all of them carry first: a transition that keeps it leaves it there.

use crate::calendar::date::next_day;
use crate::identity::body::Named;
use crate::lifecycle::term::Term;
use crate::registration::application::Application;
use crate::regulation::readings::{InTime, PendingAtExpiry};
use crate::regulation::rules::Regulation;
use crate::revocation::{Past, RevocationGround};
use chrono::NaiveDate;

/// Before the approval: there is no certificate yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unapproved;

/// Approved before the regime began, or after it was repealed: valid without end, and nothing can happen to it (47.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NotSubject {
    pub(super) approved_on: NaiveDate,
}

/// A term runs, its last registration stands, and nothing is pending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Running {
    pub(super) dossier: Dossier,
}

/// An application for registration is filed and not yet accepted (47.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Filed {
    pub(super) dossier: Dossier,
    pub(super) filed_on: NaiveDate,
    pub(super) agency: Named,
    /// Where it was filed after a lapse: since when the certificate has lapsed.
    pub(super) after_lapse: Option<NaiveDate>,
}

/// An application for registration is accepted and not yet decided (47.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct UnderReview {
    pub(super) dossier: Dossier,
    pub(super) accepted_on: NaiveDate,
    pub(super) application: Application,
    pub(super) agency: Named,
    /// Where it was made after a lapse: since when the certificate has lapsed.
    pub(super) after_lapse: Option<NaiveDate>,
}

/// A request for deferral is pending (47.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct DeferralPending {
    pub(super) dossier: Dossier,
    pub(super) requested_on: NaiveDate,
    pub(super) until: NaiveDate,
}

/// Lapsed (47.3).
///
/// A certificate that time alone lapses keeps its state; what it has come to on a day is its standing on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Lapsed {
    pub(super) dossier: Dossier,
    pub(super) since: NaiveDate,
}

/// Cancelled, and the cancellation not published (47.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Cancelled {
    /// What the certificate was, and is again if an appeal is won.
    pub(super) was: Live,
    pub(super) since: NaiveDate,
    pub(super) ground: RevocationGround,
}

/// The publication of a cancellation (47.11): the time for appeal runs from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Publication {
    pub(super) on: NaiveDate,
    pub(super) appealable_until: NaiveDate,
}

/// Cancelled, and the cancellation published: it can be appealed while the time for it runs (47.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Published {
    pub(super) cancelled: Cancelled,
    pub(super) publication: Publication,
}

/// Cancelled, and an appeal pending (47.11). An audit may have let one stand that was filed before the publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct UnderAppeal {
    pub(super) cancelled: Cancelled,
    pub(super) publication: Option<Publication>,
    pub(super) filed_on: NaiveDate,
}

/// Cancelled, and the cancellation upheld on appeal (47.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Upheld {
    pub(super) appeal: UnderAppeal,
    pub(super) decided_on: NaiveDate,
}

/// The states in which a term runs: those that can be cancelled, and that a won appeal gives back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Live {
    /// Nothing is pending.
    Running(Running),
    /// An application is filed.
    Filed(Filed),
    /// An application is under review.
    UnderReview(UnderReview),
    /// A request for deferral is pending.
    DeferralPending(DeferralPending),
}

/// What an approval leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Begun {
    /// The first term runs.
    Running(Running),
    /// The certificate is outside the regime.
    NotSubject(NotSubject),
}

/// What a decision made after the deadline may leave: a term that runs, or a lapse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Decided {
    /// The term runs on.
    Running(Running),
    /// The deadline is past: lapsed.
    Lapsed(Lapsed),
}

/// What an overturned cancellation leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Restored {
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
    pub(super) past: Past,
}

/// What is pending in a state in which a term runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    Nothing,
    Filing { filed_on: NaiveDate },
    Review { accepted_on: NaiveDate },
    Deferral { requested_on: NaiveDate },
}

impl Pending {
    /// Whether it keeps the certificate beyond its deadline until it is decided.
    ///
    /// Readings: `pending_at_expiry`, `in_time`.
    #[inline]
    pub(super) fn keeps(self, regulation: &Regulation) -> bool {
        let readings = regulation.readings();
        let in_time = match self {
            Self::Nothing => false,
            Self::Filing { .. } => readings.in_time == InTime::Filing,
            Self::Review { .. } | Self::Deferral { .. } => true,
        };
        in_time && readings.pending_at_expiry == PendingAtExpiry::Continues
    }
}

impl Dossier {
    /// A copy, field by field: what is written back to where it lies is not written at all then.
    #[inline(always)]
    pub(super) const fn kept(&self) -> Self {
        let Self { term, last_event, past } = self;
        let Past { approved_on, has_applied, has_requested } = *past;
        Self { term: term.kept(), last_event: *last_event, past: Past { approved_on, has_applied, has_requested } }
    }

    /// The same, after an event on `on`.
    pub(super) const fn at(self, on: NaiveDate) -> Self {
        Self { last_event: on, ..self }
    }

    /// Since when time alone has lapsed the certificate by `on`: the day after the deadline, unless what is pending keeps
    /// it (47.3: 逾期未办理登记手续的证书不再有效).
    #[inline]
    pub(super) fn lapsed_by(&self, on: NaiveDate, pending: Pending, regulation: &Regulation) -> Option<NaiveDate> {
        let deadline = self.term.deadline();
        (on > deadline && !pending.keeps(regulation)).then(|| next_day(deadline))
    }
}

impl Filed {
    pub(super) const fn pending(&self) -> Pending {
        Pending::Filing { filed_on: self.filed_on }
    }
}

impl UnderReview {
    pub(super) const fn pending(&self) -> Pending {
        Pending::Review { accepted_on: self.accepted_on }
    }
}

impl DeferralPending {
    pub(super) const fn pending(&self) -> Pending {
        Pending::Deferral { requested_on: self.requested_on }
    }
}

impl Live {
    pub(super) const fn dossier(&self) -> &Dossier {
        match self {
            Self::Running(state) => &state.dossier,
            Self::Filed(state) => &state.dossier,
            Self::UnderReview(state) => &state.dossier,
            Self::DeferralPending(state) => &state.dossier,
        }
    }

    pub(super) const fn pending(&self) -> Pending {
        match self {
            Self::Running(_) => Pending::Nothing,
            Self::Filed(state) => state.pending(),
            Self::UnderReview(state) => state.pending(),
            Self::DeferralPending(state) => state.pending(),
        }
    }

    /// The same with another dossier.
    pub(super) const fn with(self, dossier: Dossier) -> Self {
        match self {
            Self::Running(_) => Self::Running(Running { dossier }),
            Self::Filed(state) => Self::Filed(Filed { dossier, ..state }),
            Self::UnderReview(state) => Self::UnderReview(UnderReview { dossier, ..state }),
            Self::DeferralPending(state) => Self::DeferralPending(DeferralPending { dossier, ..state }),
        }
    }

    /// Since when time alone would have lapsed it by `on`.
    pub(super) fn lapsed_by(&self, on: NaiveDate, regulation: &Regulation) -> Option<NaiveDate> {
        self.dossier().lapsed_by(on, self.pending(), regulation)
    }
}

impl Cancelled {
    /// The same, after an event on `on`.
    pub(super) const fn at(self, on: NaiveDate) -> Self {
        Self { was: self.was.with(self.was.dossier().at(on)), ..self }
    }
}
