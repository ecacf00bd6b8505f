//! A certificate in whatever state it is.

use crate::lifecycle::states::{
    Begun, Cancelled, Decided, DeferralPending, Dossier, Filed, Lapsed, Live, NotSubject, Pending, Publication,
    Published, Restored, Running, Unapproved, UnderAppeal, UnderReview, Upheld,
};
use crate::lifecycle::term::Term;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// A certificate, folded: everything that its history leaves, as plain data of at most 128 bytes.
///
/// Exhaustive on purpose. What time alone makes of it is asked of the opened file, on a day.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::Certificate;
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
/// assert!(matches!(file.certificate(), Certificate::Running(_)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Certificate {
    /// Before the approval.
    Unapproved(Unapproved),
    /// Outside the regime.
    NotSubject(NotSubject),
    /// A term runs and nothing is pending.
    Running(Running),
    /// An application is filed.
    Filed(Filed),
    /// An application is under review.
    UnderReview(UnderReview),
    /// A request for deferral is pending.
    DeferralPending(DeferralPending),
    /// Lapsed.
    Lapsed(Lapsed),
    /// Cancelled, not published.
    Cancelled(Cancelled),
    /// Cancelled and published.
    Published(Published),
    /// Cancelled and appealed.
    UnderAppeal(UnderAppeal),
    /// Cancelled, and upheld on appeal.
    Upheld(Upheld),
}

impl Certificate {
    /// What time alone has made of it by `on`, where that is a lapse, and nothing is pending after it.
    pub(super) fn lapsed_by_time(&self, on: NaiveDate, regulation: &Regulation) -> Option<Lapsed> {
        if self.pends_after_lapse() || regulation.is_repealed_by(on) {
            return None;
        }
        Some(Lapsed { dossier: *self.dossier()?, since: self.lapsed_by(on, regulation)? })
    }

    /// Since when it has lapsed by `on`: by a decision, or by time alone.
    #[inline]
    pub(crate) fn lapsed_by(&self, on: NaiveDate, regulation: &Regulation) -> Option<NaiveDate> {
        let (dossier, pending) = match self {
            Self::Lapsed(state) => return Some(state.since),
            Self::Filed(Filed { after_lapse: Some(since), .. })
            | Self::UnderReview(UnderReview { after_lapse: Some(since), .. }) => return Some(*since),
            Self::Running(state) => (&state.dossier, Pending::Nothing),
            Self::Filed(state) => (&state.dossier, state.pending()),
            Self::UnderReview(state) => (&state.dossier, state.pending()),
            Self::DeferralPending(state) => (&state.dossier, state.pending()),
            _ => return None,
        };
        dossier.lapsed_by(on, pending, regulation)
    }

    /// Whether an application is pending that was made after a lapse.
    #[inline]
    pub(super) const fn pends_after_lapse(&self) -> bool {
        matches!(
            self,
            Self::Filed(Filed { after_lapse: Some(_), .. })
                | Self::UnderReview(UnderReview { after_lapse: Some(_), .. })
        )
    }

    /// The cancellation that stands, if one does.
    #[must_use]
    pub const fn cancellation(&self) -> Option<&Cancelled> {
        match self {
            Self::Cancelled(state) => Some(state),
            Self::Published(state) => Some(&state.cancelled),
            Self::UnderAppeal(state) => Some(&state.cancelled),
            Self::Upheld(state) => Some(&state.appeal.cancelled),
            _ => None,
        }
    }

    /// The publication of the cancellation that stands, if there was one.
    #[must_use]
    pub const fn publication(&self) -> Option<&Publication> {
        match self {
            Self::Published(state) => Some(&state.publication),
            Self::UnderAppeal(state) => state.publication.as_ref(),
            Self::Upheld(state) => state.appeal.publication.as_ref(),
            _ => None,
        }
    }

    #[inline]
    pub(super) const fn dossier(&self) -> Option<&Dossier> {
        match self {
            Self::Unapproved(_) | Self::NotSubject(_) => None,
            Self::Running(state) => Some(&state.dossier),
            Self::Filed(state) => Some(&state.dossier),
            Self::UnderReview(state) => Some(&state.dossier),
            Self::DeferralPending(state) => Some(&state.dossier),
            Self::Lapsed(state) => Some(&state.dossier),
            Self::Cancelled(state) => Some(state.was.dossier()),
            Self::Published(state) => Some(state.cancelled.was.dossier()),
            Self::UnderAppeal(state) => Some(state.cancelled.was.dossier()),
            Self::Upheld(state) => Some(state.appeal.cancelled.was.dossier()),
        }
    }

    /// What it carries where a term has begun and no cancellation stands. It lies at one place in each of these states.
    #[inline]
    pub(super) const fn uncancelled(&self) -> Option<&Dossier> {
        match self {
            Self::Running(state) => Some(&state.dossier),
            Self::Filed(state) => Some(&state.dossier),
            Self::UnderReview(state) => Some(&state.dossier),
            Self::DeferralPending(state) => Some(&state.dossier),
            Self::Lapsed(state) => Some(&state.dossier),
            _ => None,
        }
    }

    /// The day of the last event.
    #[must_use]
    #[inline]
    pub const fn last_event(&self) -> Option<NaiveDate> {
        match (self, self.dossier()) {
            (Self::NotSubject(state), _) => Some(state.approved_on),
            (_, Some(dossier)) => Some(dossier.last_event),
            (_, None) => None,
        }
    }

    /// The term of the last approval or registration, whatever became of it since.
    #[must_use]
    #[inline]
    pub const fn term(&self) -> Option<&Term> {
        match self.dossier() {
            Some(dossier) => Some(&dossier.term),
            None => None,
        }
    }
}

impl Default for Certificate {
    /// Before the approval.
    fn default() -> Self {
        Self::Unapproved(Unapproved)
    }
}

impl From<Begun> for Certificate {
    fn from(begun: Begun) -> Self {
        match begun {
            Begun::Running(state) => Self::Running(state),
            Begun::NotSubject(state) => Self::NotSubject(state),
        }
    }
}

impl From<Decided> for Certificate {
    fn from(decided: Decided) -> Self {
        match decided {
            Decided::Running(state) => Self::Running(state),
            Decided::Lapsed(state) => Self::Lapsed(state),
        }
    }
}

impl From<Restored> for Certificate {
    fn from(restored: Restored) -> Self {
        match restored {
            Restored::Live(Live::Running(state)) => Self::Running(state),
            Restored::Live(Live::Filed(state)) => Self::Filed(state),
            Restored::Live(Live::UnderReview(state)) => Self::UnderReview(state),
            Restored::Live(Live::DeferralPending(state)) => Self::DeferralPending(state),
            Restored::Lapsed(state) => Self::Lapsed(state),
        }
    }
}

/// Each state is a certificate.
macro_rules! from_state {
    ($($state:ident)+) => {
        $(impl From<$state> for Certificate {
            fn from(state: $state) -> Self {
                Self::$state(state)
            }
        })+
    };
}

from_state! {
    Unapproved NotSubject Running Filed UnderReview DeferralPending Lapsed Cancelled Published UnderAppeal Upheld
}
