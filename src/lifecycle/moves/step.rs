//! How a step becomes a move.

use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::{alive, in_order};
use crate::lifecycle::states::{
    Cancelled, Cleared, DeferralPending, Dossier, Published, Running, UnderAppeal, UnderReview,
};
use chrono::NaiveDate;

/// A state that moves can be tried on.
pub(super) trait State {
    /// The day of the event that led to it.
    fn last_event(&self) -> NaiveDate;
}

/// A state in which a term runs, which time alone may have ended.
pub(super) trait Term: State {
    /// What it carries, and whether something is pending.
    fn dossier(&self) -> (&Dossier, bool);
}

/// Takes a step strictly: in order of date, refused at the first fault, the state given back.
pub(super) fn strictly<S: State, N>(
    state: S,
    on: NaiveDate,
    step: impl FnOnce(&S, &mut Scrutiny<'_>) -> Result<N, Fault>,
) -> Result<N, Refused<S>> {
    let taken = in_order(Some(state.last_event()), on).map_err(Fault::from);
    taken.and_then(|()| step(&state, &mut Scrutiny::strict())).map_err(|fault| Refused { state, fault })
}

/// The same, while time alone has not ended the term.
pub(super) fn while_alive<S: Term, N>(
    state: S,
    on: NaiveDate,
    context: &Context<'_>,
    step: impl FnOnce(&S, &mut Scrutiny<'_>) -> Result<N, Fault>,
) -> Result<N, Refused<S>> {
    strictly(state, on, |state, scrutiny| {
        let (dossier, is_pending) = state.dossier();
        alive(dossier, is_pending, on, context.regulation)?;
        step(state, scrutiny)
    })
}

macro_rules! states {
    ($($state:ty => |$self:ident| $day:expr;)+) => {
        $(impl State for $state {
            fn last_event(&self) -> NaiveDate {
                let $self = self;
                $day
            }
        })+
    };
}

macro_rules! terms {
    ($($state:ty => |$self:ident| $dossier:expr, $is_pending:literal;)+) => {
        $(impl Term for $state {
            fn dossier(&self) -> (&Dossier, bool) {
                let $self = self;
                (&$dossier, $is_pending)
            }
        })+
    };
}

states! {
    Running => |state| state.dossier.last_event;
    UnderReview => |state| state.dossier.last_event;
    DeferralPending => |state| state.dossier.last_event;
    Cleared => |state| state.review.dossier.last_event;
    Cancelled => |state| state.since;
    Published => |state| state.published_on;
    UnderAppeal => |state| state.filed_on;
}

terms! {
    Running => |state| state.dossier, false;
    UnderReview => |state| state.dossier, true;
    DeferralPending => |state| state.dossier, true;
    Cleared => |state| state.review.dossier, true;
}
