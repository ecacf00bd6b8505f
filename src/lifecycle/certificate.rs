//! A certificate in whatever state it is, and the one match that reads an event.

use crate::appeal::time_limit::Outcome;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::{
    alive, already_approved, already_published, appeal_exists, application_pending, cancelled, deferral_pending,
    in_order, lapsed, no_appeal_pending, no_application_pending, no_deferral_pending, not_approved, not_cancelled,
    not_published, not_subject,
};
use crate::lifecycle::moves::approval::Approved;
use crate::lifecycle::states::{
    Cancelled, Decided, DeferralPending, Dossier, Lapsed, Live, NotSubject, Published, Restored, Running, Unapproved,
    UnderAppeal, UnderReview, Upheld,
};
use crate::lifecycle::term::Term;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;

/// A certificate, folded: everything that its history leaves, as plain data of at most 128 bytes.
///
/// Exhaustive on purpose. What time alone makes of it is asked with [`Certificate::as_of`].
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::lifecycle::{Act, Certificate, Context};
/// use ruankao::regulation::Regulation;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let context = Context::new(&regulation);
/// let certificate = Certificate::default().apply(&Act::Approved.on(day(2005, 3, 10)), &context)?;
/// assert!(matches!(certificate, Certificate::Running(_)));
///
/// // It is approved once; the certificate comes back with the refusal.
/// let refused = certificate.apply(&Act::Approved.on(day(2006, 1, 1)), &context).unwrap_err();
/// assert!(matches!(refused.state, Certificate::Running(_)));
/// # Ok::<(), ruankao::finding::Refused<Certificate>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Certificate {
    /// Before the approval.
    Unapproved(Unapproved),
    /// Outside the regime.
    NotSubject(NotSubject),
    /// A term runs and nothing is pending.
    Running(Running),
    /// An application is pending.
    UnderReview(UnderReview),
    /// A request for deferral is pending.
    DeferralPending(DeferralPending),
    /// Lapsed by a decision.
    Lapsed(Lapsed),
    /// Cancelled, not published.
    Cancelled(Cancelled),
    /// Cancelled and published.
    Published(Published),
    /// Cancelled and appealed.
    UnderAppeal(UnderAppeal),
    /// Cancelled for good.
    Upheld(Upheld),
}

/// A state of a certificate, by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum StateName {
    /// Before the approval.
    Unapproved,
    /// Outside the regime.
    NotSubject,
    /// A term runs and nothing is pending.
    Running,
    /// An application is pending.
    UnderReview,
    /// A request for deferral is pending.
    DeferralPending,
    /// Lapsed.
    Lapsed,
    /// Cancelled, not published.
    Cancelled,
    /// Cancelled and published.
    Published,
    /// Cancelled and appealed.
    UnderAppeal,
    /// Cancelled for good.
    Upheld,
}

impl StateName {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unapproved => "unapproved",
            Self::NotSubject => "not_subject",
            Self::Running => "running",
            Self::UnderReview => "under_review",
            Self::DeferralPending => "deferral_pending",
            Self::Lapsed => "lapsed",
            Self::Cancelled => "cancelled",
            Self::Published => "published",
            Self::UnderAppeal => "under_appeal",
            Self::Upheld => "upheld",
        }
    }
}

impl Certificate {
    /// Applies an event, strictly.
    ///
    /// # Errors
    ///
    /// The first fault of the event, with the certificate given back.
    pub fn apply(self, event: &Event, context: &Context<'_>) -> Result<Self, Refused<Self>> {
        self.step(event, context, &mut Scrutiny::strict()).map_err(|fault| Refused { state: self, fault })
    }

    /// The one match that reads an event: it says of every act what it does in every state. An impossible act is
    /// refused with the first structural fault, in the order of the rule book.
    pub(crate) fn step(
        &self,
        event: &Event,
        context: &Context<'_>,
        scrutiny: &mut Scrutiny<'_>,
    ) -> Result<Self, Fault> {
        use ActName as Name;
        let (on, regulation) = (event.on, context.regulation);
        in_order(self.last_event(), on)?;
        if let Some((dossier, is_pending)) = self.running_term()
            && !matches!(
                event.act.name(),
                Name::Approved | Name::CancellationPublished | Name::AppealFiled | Name::AppealDecided
            )
        {
            alive(dossier, is_pending, on, regulation)?;
        }
        let fault = match (self, &event.act) {
            (Self::Unapproved(state), Act::Approved) => return Ok(state.approved(on, regulation)?.into()),
            (Self::Unapproved(_), _) => not_approved(),
            (_, Act::Approved) => already_approved(),
            (Self::NotSubject(_), _) => not_subject(regulation),

            (Self::Running(state), Act::DeferralRequested(request)) => {
                return Ok(Self::DeferralPending(state.deferral_requested(on, request, context, scrutiny)?));
            }
            (Self::Running(state), Act::ExtensionGranted(grant)) => {
                return Ok(Self::Running(state.extended(on, grant, context, scrutiny)?));
            }
            (Self::Running(state), Act::ApplicationAccepted(acceptance)) => {
                return Ok(Self::UnderReview(state.accepted(on, acceptance, context, scrutiny)?));
            }
            (Self::Running(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(state.cancelled(on, *revocation, context, scrutiny)?));
            }
            (Self::Running(_) | Self::UnderReview(_), Act::DeferralGranted | Act::DeferralRefused) => {
                no_deferral_pending()
            }
            (Self::Running(_) | Self::DeferralPending(_), Act::Registered | Act::Refused) => no_application_pending(),

            (Self::UnderReview(state), Act::Registered) => {
                return Ok(Self::Running(state.registered(on, context, scrutiny)?));
            }
            (Self::UnderReview(state), Act::Refused) => return Ok(state.refused(on).into()),
            (Self::UnderReview(state), Act::ExtensionGranted(grant)) => {
                return Ok(Self::UnderReview(state.extended(on, grant, context, scrutiny)?));
            }
            (Self::UnderReview(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(state.cancelled(on, *revocation, context, scrutiny)?));
            }
            (Self::UnderReview(state), Act::DeferralRequested(_) | Act::ApplicationAccepted(_)) => {
                application_pending(state.accepted_on)
            }

            (Self::DeferralPending(state), Act::DeferralGranted) => return Ok(state.granted(on).into()),
            (Self::DeferralPending(state), Act::DeferralRefused) => return Ok(state.refused(on).into()),
            (Self::DeferralPending(state), Act::ExtensionGranted(grant)) => {
                return Ok(Self::DeferralPending(state.extended(on, grant, context, scrutiny)?));
            }
            (Self::DeferralPending(state), Act::Cancelled(revocation)) => {
                return Ok(Self::Cancelled(state.cancelled(on, *revocation, context, scrutiny)?));
            }
            (Self::DeferralPending(state), Act::DeferralRequested(_) | Act::ApplicationAccepted(_)) => {
                deferral_pending(state.requested_on)
            }

            (Self::Cancelled(state), Act::CancellationPublished) => {
                return Ok(Self::Published(state.published(on, context)?));
            }
            (Self::Published(state), Act::AppealFiled) => {
                return Ok(Self::UnderAppeal(state.appealed(on, scrutiny)?));
            }
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Upheld)) => {
                return Ok(Self::Upheld(state.upheld(on)));
            }
            (Self::UnderAppeal(state), Act::AppealDecided(Outcome::Overturned)) => {
                return Ok(state.overturned(on, context)?.into());
            }

            (Self::Published(_) | Self::UnderAppeal(_) | Self::Upheld(_), Act::CancellationPublished) => {
                already_published()
            }
            (_, Act::CancellationPublished) => not_cancelled(Clause::N47_10),
            (Self::Cancelled(_), Act::AppealFiled) => not_published(),
            (Self::UnderAppeal(_) | Self::Upheld(_), Act::AppealFiled) => appeal_exists(),
            (_, Act::AppealFiled) => not_cancelled(Clause::N47_11),
            (_, Act::AppealDecided(_)) => no_appeal_pending(),

            (Self::Lapsed(state), _) => lapsed(state.since),
            (Self::Cancelled(state), _) => cancelled(state.since),
            (Self::Published(state), _) => cancelled(state.cancelled.since),
            (Self::UnderAppeal(state), _) => cancelled(state.published.cancelled.since),
            (Self::Upheld(state), _) => cancelled(state.appeal.published.cancelled.since),
        };
        Err(fault.into())
    }

    /// Where a term runs: what the state carries, and whether something is pending.
    pub(super) const fn running_term(&self) -> Option<(&Dossier, bool)> {
        match self {
            Self::Running(state) => Some((&state.dossier, false)),
            Self::UnderReview(state) => Some((&state.dossier, true)),
            Self::DeferralPending(state) => Some((&state.dossier, true)),
            _ => None,
        }
    }

    /// The day of the last event.
    #[must_use]
    pub const fn last_event(&self) -> Option<NaiveDate> {
        match self {
            Self::Unapproved(_) => None,
            Self::NotSubject(state) => Some(state.approved_on),
            Self::Running(state) => Some(state.dossier.last_event),
            Self::UnderReview(state) => Some(state.dossier.last_event),
            Self::DeferralPending(state) => Some(state.dossier.last_event),
            Self::Lapsed(state) => Some(state.dossier.last_event),
            Self::Cancelled(state) => Some(state.since),
            Self::Published(state) => Some(state.published_on),
            Self::UnderAppeal(state) => Some(state.filed_on),
            Self::Upheld(state) => Some(state.decided_on),
        }
    }

    /// The term of the last approval or registration, whatever became of it since.
    #[must_use]
    pub const fn term(&self) -> Option<&Term> {
        match self {
            Self::Unapproved(_) | Self::NotSubject(_) => None,
            Self::Running(state) => Some(&state.dossier.term),
            Self::UnderReview(state) => Some(&state.dossier.term),
            Self::DeferralPending(state) => Some(&state.dossier.term),
            Self::Lapsed(state) => Some(&state.dossier.term),
            Self::Cancelled(state) => Some(&state.was.dossier().term),
            Self::Published(state) => Some(&state.cancelled.was.dossier().term),
            Self::UnderAppeal(state) => Some(&state.published.cancelled.was.dossier().term),
            Self::Upheld(state) => Some(&state.appeal.published.cancelled.was.dossier().term),
        }
    }

    /// The cancellation that stands, if one does.
    #[must_use]
    pub const fn cancellation(&self) -> Option<&Cancelled> {
        match self {
            Self::Cancelled(state) => Some(state),
            Self::Published(state) => Some(&state.cancelled),
            Self::UnderAppeal(state) => Some(&state.published.cancelled),
            Self::Upheld(state) => Some(&state.appeal.published.cancelled),
            _ => None,
        }
    }

    /// Its state by name.
    #[must_use]
    pub const fn state_name(&self) -> StateName {
        match self {
            Self::Unapproved(_) => StateName::Unapproved,
            Self::NotSubject(_) => StateName::NotSubject,
            Self::Running(_) => StateName::Running,
            Self::UnderReview(_) => StateName::UnderReview,
            Self::DeferralPending(_) => StateName::DeferralPending,
            Self::Lapsed(_) => StateName::Lapsed,
            Self::Cancelled(_) => StateName::Cancelled,
            Self::Published(_) => StateName::Published,
            Self::UnderAppeal(_) => StateName::UnderAppeal,
            Self::Upheld(_) => StateName::Upheld,
        }
    }
}

impl Default for Certificate {
    /// Before the approval.
    fn default() -> Self {
        Self::Unapproved(Unapproved)
    }
}

impl From<Approved> for Certificate {
    fn from(approved: Approved) -> Self {
        match approved {
            Approved::Subject(state) => Self::Running(state),
            Approved::NotSubject(state) => Self::NotSubject(state),
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

impl From<Live> for Certificate {
    fn from(live: Live) -> Self {
        match live {
            Live::Running(state) => Self::Running(state),
            Live::UnderReview(state) => Self::UnderReview(state),
            Live::DeferralPending(state) => Self::DeferralPending(state),
        }
    }
}

impl From<Restored> for Certificate {
    fn from(restored: Restored) -> Self {
        match restored {
            Restored::Live(live) => live.into(),
            Restored::Lapsed(state) => Self::Lapsed(state),
        }
    }
}
