//! The structural faults of a certificate's events, and the findings on its state.
//!
//! What a refusal says is made out of the way of what is not refused: each is cold.

use crate::calendar::date::sub_days;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::Value;
use crate::lifecycle::standing::Phase;
use crate::regulation::clause::Clause;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

#[inline]
pub(super) fn in_order(last_event: Option<NaiveDate>, on: NaiveDate) -> Result<(), Finding> {
    match last_event {
        Some(last) if on < last => Err(out_of_order(last, on)),
        _ => Ok(()),
    }
}

#[cold]
const fn out_of_order(last: NaiveDate, on: NaiveDate) -> Finding {
    Finding::without_clause(Code::OutOfOrder).compared(Value::Day(last), Value::Day(on))
}

const fn on_day(code: Code, clause: Clause, day: NaiveDate) -> Finding {
    Finding::new(code, clause).compared(Value::Nothing, Value::Day(day))
}

#[cold]
pub(super) const fn not_approved() -> Finding {
    Finding::new(Code::NotApproved, Clause::N47_4_1)
}

#[cold]
pub(super) const fn already_approved() -> Finding {
    Finding::without_clause(Code::AlreadyApproved)
}

/// The regime covers what was approved from a day on, and up to the day before the repeal.
#[cold]
pub(super) fn not_subject(regulation: &Regulation) -> Finding {
    let parameters = regulation.parameters();
    let covered = match parameters.repealed_on {
        Some(repealed_on) => Value::Span(parameters.scope_from, sub_days(repealed_on, 1)),
        None => Value::Since(parameters.scope_from),
    };
    Finding::new(Code::NotSubject, Clause::N47_0).compared(covered, Value::Nothing)
}

#[cold]
pub(super) const fn repealed(repealed_on: NaiveDate) -> Finding {
    Finding::without_clause(Code::Repealed).compared(Value::Day(repealed_on), Value::Nothing)
}

#[cold]
pub(super) const fn lapsed(since: NaiveDate) -> Finding {
    on_day(Code::Lapsed, Clause::N47_3, since)
}

#[cold]
pub(super) const fn cancelled(since: NaiveDate) -> Finding {
    on_day(Code::Cancelled, Clause::N47_10, since)
}

#[cold]
pub(super) const fn application_pending(made_on: NaiveDate) -> Finding {
    on_day(Code::ApplicationPending, Clause::N47_7, made_on)
}

#[cold]
pub(super) const fn no_application_pending() -> Finding {
    Finding::new(Code::NoApplicationPending, Clause::N47_7)
}

#[cold]
pub(super) const fn deferral_pending(requested_on: NaiveDate) -> Finding {
    on_day(Code::DeferralPending, Clause::N47_8, requested_on)
}

#[cold]
pub(super) const fn no_deferral_pending() -> Finding {
    Finding::new(Code::NoDeferralPending, Clause::N47_8)
}

#[cold]
pub(super) const fn before_window(opens: NaiveDate, on: NaiveDate) -> Finding {
    Finding::new(Code::BeforeWindow, Clause::N47_3).compared(Value::Day(opens), Value::Day(on))
}

#[cold]
pub(super) const fn not_cancelled(clause: Clause) -> Finding {
    Finding::new(Code::NotCancelled, clause)
}

#[cold]
pub(super) const fn already_published() -> Finding {
    Finding::new(Code::AlreadyPublished, Clause::N47_11)
}

#[cold]
pub(super) const fn not_published() -> Finding {
    Finding::new(Code::NotPublished, Clause::N47_11)
}

#[cold]
pub(super) const fn appeal_exists() -> Finding {
    Finding::new(Code::AppealExists, Clause::N47_11)
}

#[cold]
pub(super) const fn no_appeal_pending() -> Finding {
    Finding::new(Code::NoAppealPending, Clause::N47_11)
}

impl Phase {
    /// The finding on the state that ends the certificate or bars it from the first, if it is one that does.
    pub(crate) fn finding(&self, regulation: &Regulation) -> Option<Finding> {
        match *self {
            Self::NotApproved => Some(not_approved()),
            Self::NotSubject => Some(not_subject(regulation)),
            Self::UnderAppeal { since, .. } | Self::Cancelled { since, .. } => Some(cancelled(since)),
            Self::Lapsed { since } => Some(lapsed(since)),
            Self::Released
            | Self::UnderReview { .. }
            | Self::Filed { .. }
            | Self::DeferralPending { .. }
            | Self::Deferred { .. }
            | Self::RegistrationDue { .. }
            | Self::InForce { .. } => None,
        }
    }
}
