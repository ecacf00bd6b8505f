//! The structural faults of a certificate's events, and the findings on its state.

use crate::calendar::date::next_day;
use crate::finding::code::Code;
use crate::finding::record::Finding;
use crate::finding::value::Value;
use crate::lifecycle::states::Dossier;
use crate::regulation::clause::Clause;
use crate::regulation::readings::PendingAtExpiry;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

pub(super) fn in_order(last_event: Option<NaiveDate>, on: NaiveDate) -> Result<(), Finding> {
    match last_event {
        Some(last) if on < last => {
            Err(Finding::without_clause(Code::OutOfOrder).compared(Value::Day(last), Value::Day(on)))
        }
        _ => Ok(()),
    }
}

/// Since when time alone has lapsed a certificate by `on`: the day after the deadline, unless what is pending keeps it
/// (47.3: 逾期未办理登记手续的证书不再有效).
///
/// Reading: `pending_at_expiry`.
pub(super) fn lapsed_since(
    dossier: &Dossier,
    is_pending: bool,
    on: NaiveDate,
    regulation: &Regulation,
) -> Option<NaiveDate> {
    let deadline = dossier.term.deadline();
    let kept = is_pending && regulation.readings().pending_at_expiry == PendingAtExpiry::Continues;
    (on > deadline && !kept).then(|| next_day(deadline))
}

/// That time alone has not lapsed it by `on`.
pub(super) fn alive(
    dossier: &Dossier,
    is_pending: bool,
    on: NaiveDate,
    regulation: &Regulation,
) -> Result<(), Finding> {
    lapsed_since(dossier, is_pending, on, regulation).map_or(Ok(()), |since| Err(lapsed(since)))
}

const fn on_day(code: Code, clause: Clause, day: NaiveDate) -> Finding {
    Finding::new(code, clause).compared(Value::Nothing, Value::Day(day))
}

pub(super) const fn not_approved() -> Finding {
    Finding::new(Code::NotApproved, Clause::N47_4_1)
}

pub(super) const fn already_approved() -> Finding {
    Finding::without_clause(Code::AlreadyApproved)
}

pub(super) const fn not_subject(regulation: &Regulation) -> Finding {
    let scope_from = Value::Day(regulation.parameters().scope_from);
    Finding::new(Code::NotSubject, Clause::N47_0).compared(scope_from, Value::Nothing)
}

pub(super) const fn lapsed(since: NaiveDate) -> Finding {
    on_day(Code::Lapsed, Clause::N47_3, since)
}

pub(super) const fn cancelled(since: NaiveDate) -> Finding {
    on_day(Code::Cancelled, Clause::N47_10, since)
}

pub(super) const fn application_pending(accepted_on: NaiveDate) -> Finding {
    on_day(Code::ApplicationPending, Clause::N47_7, accepted_on)
}

pub(super) const fn no_application_pending() -> Finding {
    Finding::new(Code::NoApplicationPending, Clause::N47_7)
}

pub(super) const fn deferral_pending(requested_on: NaiveDate) -> Finding {
    on_day(Code::DeferralPending, Clause::N47_8, requested_on)
}

pub(super) const fn no_deferral_pending() -> Finding {
    Finding::new(Code::NoDeferralPending, Clause::N47_8)
}

pub(super) const fn before_window(opens: NaiveDate, on: NaiveDate) -> Finding {
    Finding::new(Code::BeforeWindow, Clause::N47_3).compared(Value::Day(opens), Value::Day(on))
}

pub(super) const fn not_cancelled(clause: Clause) -> Finding {
    Finding::new(Code::NotCancelled, clause)
}

pub(super) const fn already_published() -> Finding {
    Finding::new(Code::AlreadyPublished, Clause::N47_11)
}

pub(super) const fn not_published() -> Finding {
    Finding::new(Code::NotPublished, Clause::N47_11)
}

pub(super) const fn appeal_exists() -> Finding {
    Finding::new(Code::AppealExists, Clause::N47_11)
}

pub(super) const fn no_appeal_pending() -> Finding {
    Finding::new(Code::NoAppealPending, Clause::N47_11)
}
