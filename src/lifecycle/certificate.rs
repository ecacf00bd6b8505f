//! A certificate in whatever state it is, and the one match that reads an event.

use crate::appeal::Outcome;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::context::Facts;
use crate::lifecycle::faults::{
    already_approved, already_published, appeal_exists, application_pending, cancelled, deferral_pending, in_order,
    lapsed, no_appeal_pending, no_application_pending, no_deferral_pending, not_approved, not_cancelled, not_subject,
    repealed,
};
use crate::lifecycle::states::{
    Begun, Cancelled, Decided, DeferralPending, Dossier, Filed, Lapsed, Live, NotSubject, Pending, Publication,
    Published, Restored, Running, Unapproved, UnderAppeal, UnderReview, Upheld,
};
use crate::lifecycle::steps::registration::Applying;
use crate::lifecycle::term::Term;
use crate::regulation::clause::Clause;
use crate::regulation::readings::LapseEffect;
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
    /// The one match that reads an event: it says of every act what it does in every state. An impossible act is
    /// refused with the first structural fault, in the order of the rule book.
    pub(crate) fn step(&self, event: &Event, facts: Facts<'_>, scrutiny: &mut impl Scrutiny) -> Result<Self, Fault> {
        let on = event.on;
        let lapsed_by_time = self.unbarred(event.act.name(), on, facts.regulation())?.map(Self::Lapsed);
        let fault = match (lapsed_by_time.as_ref().unwrap_or(self), &event.act) {
            (Self::Unapproved(state), Act::Approved) => return Ok(state.approved(on, facts.regulation())?.into()),
            (Self::Unapproved(_), _) => not_approved(),
            (_, Act::Approved) => already_approved(),
            (Self::NotSubject(_), _) => not_subject(facts.regulation()),

            (Self::Running(state), Act::DeferralRequested(request)) => {
                return Ok(Self::DeferralPending(state.deferral_requested(on, request, facts, scrutiny)?));
            }
            (Self::Filed(Filed { filed_on: made_on, .. }), Act::DeferralRequested(_) | Act::ApplicationFiled(_))
            | (
                Self::UnderReview(UnderReview { accepted_on: made_on, .. }),
                Act::DeferralRequested(_) | Act::ApplicationFiled(_) | Act::ApplicationAccepted(_),
            ) => application_pending(*made_on),
            (
                Self::DeferralPending(state),
                Act::DeferralRequested(_) | Act::ApplicationFiled(_) | Act::ApplicationAccepted(_),
            ) => deferral_pending(state.requested_on),
            (Self::DeferralPending(state), Act::DeferralGranted) => return Ok(state.granted(on).into()),
            (Self::DeferralPending(state), Act::DeferralRefused) => return Ok(state.refused(on).into()),
            (Self::Running(_) | Self::Filed(_) | Self::UnderReview(_), Act::DeferralGranted | Act::DeferralRefused) => {
                no_deferral_pending()
            }

            (Self::Running(state), Act::ExtensionGranted(grant)) => {
                return Ok(Self::Running(Running { dossier: state.dossier.extended(on, grant, facts, scrutiny)? }));
            }
            (Self::Filed(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                return Ok(Self::Filed(Filed { dossier, ..*state }));
            }
            (Self::UnderReview(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                return Ok(Self::UnderReview(UnderReview { dossier, ..*state }));
            }
            (Self::DeferralPending(state), Act::ExtensionGranted(grant)) => {
                let dossier = state.dossier.extended(on, grant, facts, scrutiny)?;
                return Ok(Self::DeferralPending(DeferralPending { dossier, ..*state }));
            }

            (Self::Running(state), Act::ApplicationFiled(filing)) => {
                return Ok(Self::Filed(Applying::from(state).filed(on, filing, facts, scrutiny)?));
            }
            (Self::Lapsed(state), Act::ApplicationFiled(filing)) => {
                return Ok(Self::Filed(Applying::from(state).filed(on, filing, facts, scrutiny)?));
            }
            (Self::Running(state), Act::ApplicationAccepted(acceptance)) => {
                return Ok(Self::UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?));
            }
            (Self::Filed(state), Act::ApplicationAccepted(acceptance)) => {
                return Ok(Self::UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?));
            }
            (Self::Lapsed(state), Act::ApplicationAccepted(acceptance)) => {
                return Ok(Self::UnderReview(Applying::from(state).accepted(on, acceptance, facts, scrutiny)?));
            }
            (Self::UnderReview(state), Act::Registered(registration)) => {
                return Ok(Self::Running(state.registered(on, registration, facts, scrutiny)?));
            }
            (
                Self::Filed(Filed { dossier, after_lapse, .. })
                | Self::UnderReview(UnderReview { dossier, after_lapse, .. }),
                Act::Refused | Act::ApplicationWithdrawn,
            ) => return Ok(dossier.ended(on, *after_lapse).into()),
            (Self::Filed(_), Act::Registered(_))
            | (
                Self::Running(_) | Self::DeferralPending(_),
                Act::Registered(_) | Act::Refused | Act::ApplicationWithdrawn,
            ) => no_application_pending(),

            (Self::Running(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(Live::Running(*state).cancelled(on, *revocation, facts, scrutiny)?));
            }
            (Self::Filed(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(Live::Filed(*state).cancelled(on, *revocation, facts, scrutiny)?));
            }
            (Self::UnderReview(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(Live::UnderReview(*state).cancelled(on, *revocation, facts, scrutiny)?));
            }
            (Self::DeferralPending(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(Live::DeferralPending(*state).cancelled(
                    on,
                    *revocation,
                    facts,
                    scrutiny,
                )?));
            }

            (Self::Cancelled(state), Act::CancellationPublished) => {
                return Ok(Self::Published(state.published(on, facts.regulation())?));
            }
            (Self::UnderAppeal(state), Act::CancellationPublished) if state.publication.is_none() => {
                return Ok(Self::UnderAppeal(state.published(on, facts.regulation())?));
            }
            (Self::Upheld(state), Act::CancellationPublished) if state.appeal.publication.is_none() => {
                return Ok(Self::Upheld(state.published(on, facts.regulation())?));
            }
            (Self::Published(_) | Self::UnderAppeal(_) | Self::Upheld(_), Act::CancellationPublished) => {
                already_published()
            }
            (_, Act::CancellationPublished) => not_cancelled(Clause::N47_10),

            (Self::Cancelled(state), Act::AppealFiled) => {
                return Ok(Self::UnderAppeal(state.appealed(on, None, scrutiny)?));
            }
            (Self::Published(state), Act::AppealFiled) => {
                return Ok(Self::UnderAppeal(state.cancelled.appealed(on, Some(state.publication), scrutiny)?));
            }
            (Self::UnderAppeal(_) | Self::Upheld(_), Act::AppealFiled) => appeal_exists(),
            (_, Act::AppealFiled) => not_cancelled(Clause::N47_11),
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Upheld)) => {
                return Ok(Self::Upheld(state.upheld(on)));
            }
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Overturned)) => {
                return Ok(state.overturned(on, facts.regulation())?.into());
            }
            (_, Act::AppealDecided(_)) => no_appeal_pending(),

            (Self::Lapsed(state), _) => lapsed(state.since),
            (Self::Cancelled(state), _) => cancelled(state.since),
            (Self::Published(state), _) => cancelled(state.cancelled.since),
            (Self::UnderAppeal(state), _) => cancelled(state.cancelled.since),
            (Self::Upheld(state), _) => cancelled(state.appeal.cancelled.since),
        };
        Err(fault.into())
    }

    /// Looks whether a general fault bars an act on its day: the history in no order, the notices repealed, the
    /// certificate lapsed, unless it may return. Yields the lapse where time alone has lapsed it and it may.
    ///
    /// Reading: `lapse_effect`.
    pub(super) fn unbarred(
        &self,
        act: ActName,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Option<Lapsed>, Finding> {
        let Some(dossier) = self.dossier() else {
            in_order(self.last_event(), on)?;
            return Ok(None);
        };
        in_order(Some(dossier.last_event), on)?;
        if act == ActName::Approved || act.follows_cancellation() {
            return Ok(None);
        }
        if let Some(repealed_on) = regulation.repealed_by(on) {
            return Err(repealed(repealed_on));
        }
        let Some(since) = self.lapsed_by(on, regulation) else { return Ok(None) };
        let pends_after_lapse = self.pends_after_lapse();
        let returns = match act {
            ActName::ApplicationFiled | ActName::ApplicationAccepted => true,
            ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => pends_after_lapse,
            _ => false,
        };
        match regulation.readings().lapse_effect {
            LapseEffect::MayReturn if returns && pends_after_lapse => Ok(None),
            LapseEffect::MayReturn if returns => Ok(Some(Lapsed { dossier: *dossier, since })),
            LapseEffect::MayReturn | LapseEffect::ForGood => Err(lapsed(since)),
        }
    }

    /// What time alone has made of it by `on`, where that is a lapse, and nothing is pending after it.
    pub(super) fn lapsed_by_time(&self, on: NaiveDate, regulation: &Regulation) -> Option<Lapsed> {
        if self.pends_after_lapse() || regulation.repealed_by(on).is_some() {
            return None;
        }
        Some(Lapsed { dossier: *self.dossier()?, since: self.lapsed_by(on, regulation)? })
    }

    /// Since when it has lapsed by `on`: by a decision, or by time alone.
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

    /// The day of the last event.
    #[must_use]
    pub const fn last_event(&self) -> Option<NaiveDate> {
        match (self, self.dossier()) {
            (Self::NotSubject(state), _) => Some(state.approved_on),
            (_, Some(dossier)) => Some(dossier.last_event),
            (_, None) => None,
        }
    }

    /// The term of the last approval or registration, whatever became of it since.
    #[must_use]
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
