//! What a certificate has before it.

use crate::agenda::item::{Due, Item};
use crate::calendar::period::Period;
use crate::calendar::working_days::Uncovered;
use crate::education::progress::Progress;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::regulation::hours::Hours;
use crate::regulation::readings::PendingAtExpiry;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What falls due within `days` for one certificate if nothing more happens, in order.
///
/// It is asked as of a day: hours earned after it are not looked at, and where the certificate is no longer in a term by
/// then, nothing is due of that term. What fell due on an earlier day of `days` is in it too.
///
/// # Errors
///
/// [`Uncovered`] where an opinion is due in a year that the working-day calendar does not cover.
///
/// # Examples
///
/// ```
/// use ruankao::agenda::Due;
/// use ruankao::calendar::Period;
/// use ruankao::lifecycle::Context;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History, agenda, day};
///
/// let regulation = Regulation::default();
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let as_of = history.as_of(day!(2007, 6, 1), Context::new(&regulation))?;
///
/// let winter = Period::new(day!(2007, 12, 1), day!(2008, 2, 29))?;
/// let items = agenda::due("31-2005-000117", &as_of, winter)?;
/// assert_eq!(items.len(), 1);
/// assert_eq!((items[0].on, items[0].due), (day!(2007, 12, 10), Due::WindowOpens));
/// let autumn = Period::new(day!(2007, 9, 1), day!(2007, 11, 30))?;
/// assert!(agenda::due("31-2005-000117", &as_of, autumn)?.is_empty());
/// # Ok::<(), ruankao::Error>(())
/// ```
pub fn due(certificate: &str, as_of: &AsOf<'_>, days: Period) -> Result<Vec<Item>, Uncovered> {
    let mut items = Vec::new();
    let mut add = |on: NaiveDate, due| {
        if days.contains(on) {
            items.push(Item { on, certificate: certificate.into(), due });
        }
    };
    let regulation = as_of.context().regulation();
    if matches!(as_of.standing().phase, Phase::Lapsed { .. }) {
        return Ok(items);
    }
    match as_of.certificate() {
        Certificate::Running(state) => {
            add(state.term().opens(), Due::WindowOpens);
            add_deadline(state.term(), &mut add);
            add_education(as_of, &mut add);
        }
        Certificate::Filed(state) => {
            add_deadline(state.term(), &mut add);
            add_education(as_of, &mut add);
        }
        Certificate::UnderReview(state) => {
            add(regulation.review_by(state.accepted_on())?, Due::OpinionDue);
            // What is pending then ends with the term.
            if regulation.readings().pending_at_expiry == PendingAtExpiry::Lapses {
                add_deadline(state.term(), &mut add);
            }
        }
        Certificate::DeferralPending(state) => {
            add_deadline(state.term(), &mut add);
            add_education(as_of, &mut add);
        }
        Certificate::Published(state) => add(state.appealable_until(), Due::AppealEnds),
        Certificate::Unapproved(_)
        | Certificate::NotSubject(_)
        | Certificate::Lapsed(_)
        | Certificate::Cancelled(_)
        | Certificate::UnderAppeal(_)
        | Certificate::Upheld(_) => {}
    }
    items.sort_unstable();
    Ok(items)
}

/// The same for many certificates, each by its name, in one order.
///
/// # Errors
///
/// [`Uncovered`] as for one.
pub fn due_of_many<'a, 'c: 'a>(
    certificates: impl IntoIterator<Item = (&'a str, AsOf<'c>)>,
    days: Period,
) -> Result<Vec<Item>, Uncovered> {
    let mut items = Vec::new();
    for (certificate, as_of) in certificates {
        items.extend(due(certificate, &as_of, days)?);
    }
    items.sort_unstable();
    Ok(items)
}

/// 47.3, or 47.8 where a deferral was granted.
fn add_deadline(term: &Term, add: &mut impl FnMut(NaiveDate, Due)) {
    let due = if term.deferred_until().is_some() { Due::DeferralEnds } else { Due::LastDay };
    add(term.deadline(), due);
}

/// 48.4: each year that lacks hours, and the cycle. What an extension serves can be made up to the end of it.
fn add_education(as_of: &AsOf<'_>, add: &mut impl FnMut(NaiveDate, Due)) {
    let Ok(Progress { to, years, hours, required, .. }) = as_of.education() else { return };
    for year in years.iter().filter(|year| year.shortfall() > Hours::ZERO) {
        let on = if year.made_up.is_some() { to } else { year.to };
        add(on, Due::EducationYearEnds { year: year.number, missing: year.shortfall() });
    }
    let missing = hours.short_of(required);
    if missing > Hours::ZERO {
        add(to, Due::EducationCycleEnds { missing });
    }
}
