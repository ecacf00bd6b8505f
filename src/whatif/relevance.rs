//! Which open points can matter to an answer, told from the events alone.

use crate::appeal::time_limit::Outcome;
use crate::finding::scrutiny::Mode;
use crate::lifecycle::act::{Act, ActName};
use crate::lifecycle::history::History;
use crate::regulation::readings::Reading;
use crate::whatif::asked::Asked;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The open points that can matter to what `on` comes to, in the order of the rule book; the others cannot, whatever
/// side is taken on any.
///
/// It looks at which acts the history has up to that day, and at nothing they come to, so that it holds under every
/// reading. A point that can matter need not.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::regulation::Reading;
/// use ruankao::whatif::{Asked, relevant};
/// use ruankao::{Act, History, Mode};
///
/// let day = |y| NaiveDate::from_ymd_opt(y, 3, 10).unwrap();
/// let history = History::from_iter([Act::Approved.on(day(2005))]);
/// let relevant = relevant(&history, day(2008), Mode::Strict, Asked::Standing);
/// assert_eq!(relevant, [Reading::ExpiryDay, Reading::TermLastDay]);
/// ```
#[must_use]
pub fn relevant(history: &History, on: NaiveDate, mode: Mode, asked: Asked<'_>) -> Vec<Reading> {
    let read = || history.events().iter().take_while(|event| event.on <= on);
    let has = |name| read().any(|event| event.act.name() == name);
    let registers = has(ActName::Registered);
    // In an audit no fault ends the reading: what only makes a fault changes no standing.
    let judged = registers && mode == Mode::Strict;
    let education = judged || !matches!(asked, Asked::Standing);
    let claims_absence = mode == Mode::Strict
        && read().any(|event| match &event.act {
            Act::DeferralRequested(request) => request.claim.ground.is_absence(),
            Act::ExtensionGranted(grant) => grant.claim.ground.is_absence(),
            _ => false,
        });
    let can_matter = |reading: &Reading| match reading {
        Reading::ExpiryDay | Reading::TermLastDay => true,
        Reading::TermStart => registers,
        Reading::EducationYear | Reading::FirstRegistration | Reading::LateHours => education,
        Reading::ExtensionEffect => education && has(ActName::ExtensionGranted),
        Reading::DeferredValidity => matches!(asked, Asked::Standing) && has(ActName::DeferralGranted),
        Reading::PendingAtExpiry => has(ActName::DeferralRequested) || has(ActName::ApplicationAccepted),
        Reading::AppealEffect => matches!(asked, Asked::Standing) && has(ActName::AppealFiled),
        Reading::AppealLastDay => has(ActName::CancellationPublished),
        Reading::AbsenceYear | Reading::AbsenceMeasure => claims_absence,
        Reading::RestoredTerm => read().any(|event| event.act == Act::AppealDecided(Outcome::Overturned)),
    };
    Reading::ALL.iter().copied().filter(can_matter).collect()
}
