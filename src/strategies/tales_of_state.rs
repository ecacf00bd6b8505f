//! Tales that end with what cannot happen in the state that they lead to.

use crate::appeal::Outcome;
use crate::calendar::date::{add_days, sub_days};
use crate::education::grant::Grant;
use crate::finding::code::Code;
use crate::ground::claim::Ground;
use crate::lifecycle::act::{Act, Event};
use crate::regulation::parameters::Parameters;
use crate::revocation::Revocation;
use crate::strategies::tales::{Tale, claim, filed};
use chrono::NaiveDate;

/// Tells what leads to a fault, and gives the event that has it; nothing for a fault of another kind.
pub(super) fn tell(tale: &mut Tale, code: Code) -> Option<Event> {
    let (approved_on, early, span) = (tale.drawn.approved_on, tale.drawn.early, tale.drawn.span);
    let is_outside = matches!(code, Code::NotApproved | Code::NotSubject | Code::CalendarUncovered | Code::Repealed);
    if !is_outside {
        tale.approve();
    }
    let later = add_days(approved_on, span);
    Some(match code {
        Code::OutOfOrder => filed().on(sub_days(approved_on, span)),
        Code::NotApproved => filed().on(approved_on),
        Code::AlreadyApproved => Act::Approved.on(later),
        Code::NotSubject => {
            tale.tell(Act::Approved.on(sub_days(Parameters::NOTICES.scope_from, span)));
            filed().on(approved_on)
        }
        Code::Repealed => {
            let repealed_on = add_days(approved_on, 400 + span);
            let figures = Parameters { repealed_on: Some(repealed_on), ..Parameters::NOTICES };
            tale.law = tale.law.clone().with_parameters(figures).ok()?;
            tale.approve();
            filed().on(add_days(repealed_on, early))
        }
        Code::Lapsed => filed().on(add_days(tale.term()?.deadline(), span)),
        Code::Cancelled => {
            cancel(tale);
            filed().on(add_days(tale.last(), early))
        }
        Code::ApplicationPending => {
            let filed_on = tale.filed_in_window()?;
            tale.tell(filed_on);
            filed().on(add_days(tale.last(), early))
        }
        Code::NoApplicationPending => Act::Refused.on(later),
        Code::DeferralPending => {
            let request = tale.requested(add_days(tale.term()?.nominal(), span))?;
            tale.tell(request);
            filed().on(add_days(tale.last(), early.min(20)))
        }
        Code::NoDeferralPending => Act::DeferralGranted.on(later),
        Code::AfterExpiry => {
            let expiry = tale.term()?.expiry();
            let request = tale.requested(add_days(expiry, 200))?;
            tale.tell(request);
            tale.tell(Act::DeferralGranted.on(tale.last()));
            let Act::DeferralRequested(request) = tale.requested(add_days(expiry, 300))?.act else { return None };
            Act::DeferralRequested(request).on(add_days(expiry, span))
        }
        Code::DeferralNotBeyondDeadline => tale.requested(sub_days(tale.term()?.deadline(), early))?,
        Code::ExtensionExists => {
            let grant = tale.grant(claim(Ground::Childbirth))?;
            tale.tell(tale.granted(grant.clone()));
            tale.granted(Grant { until: add_days(grant.until, span), ..grant })
        }
        Code::OutsideCycle => {
            let grant = tale.grant(claim(Ground::Childbirth))?;
            tale.granted(Grant { arose_on: sub_days(approved_on, early), ..grant })
        }
        Code::ExtensionNotBeyondCycle => {
            let grant = tale.grant(claim(Ground::Childbirth))?;
            let until = sub_days(tale.term()?.nominal(), early);
            tale.granted(Grant { until, ..grant })
        }
        Code::NotCancelled => Act::CancellationPublished.on(later),
        Code::AlreadyPublished => {
            publish(tale);
            Act::CancellationPublished.on(add_days(tale.last(), span))
        }
        Code::AppealExists => {
            publish(tale);
            tale.tell(Act::AppealFiled.on(tale.last()));
            tale.tell(Act::AppealDecided(Outcome::Upheld).on(add_days(tale.last(), early)));
            Act::AppealFiled.on(add_days(tale.last(), span))
        }
        Code::NoAppealPending => {
            cancel(tale);
            Act::AppealDecided(Outcome::Upheld).on(add_days(tale.last(), span))
        }
        Code::CalendarUncovered => {
            // Its thirtieth day lies in a year of which no arrangements are known.
            let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
            tale.tell(Act::Approved.on(day(2024, 6, 1)?));
            tale.tell(Act::Cancelled(Revocation::MajorLoss).on(day(2026, 9, 1)?));
            Act::CancellationPublished.on(add_days(day(2026, 12, 3)?, early.min(28)))
        }
        _ => {
            tale.events.clear();
            return None;
        }
    })
}

/// A cancellation that takes no more than a ground.
pub(super) fn cancel(tale: &mut Tale) {
    let on = add_days(tale.drawn.approved_on, 100 + tale.drawn.span);
    tale.tell(Act::Cancelled(Revocation::MajorLoss).on(on));
}

/// The same, published.
pub(super) fn publish(tale: &mut Tale) {
    cancel(tale);
    tale.tell(Act::CancellationPublished.on(add_days(tale.last(), tale.drawn.early)));
}
