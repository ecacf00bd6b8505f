//! What a holder can do: register, appeal, wait, or nothing.

use crate::calendar::date::sub_days;
use crate::calendar::period::Period;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::scrutiny::AsDecided;
use crate::identity::body::{BodyId, Register};
use crate::lifecycle::act::Act;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::term::Term;
use crate::plan::study::{Studies, Study};
use crate::registration::application::{Acceptance, Application, Registration};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What the holder can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Course {
    /// There is no certificate yet.
    AwaitApproval,
    /// No registration is needed.
    NothingToDo,
    /// The pending application meets the conditions.
    AwaitRegistration {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
    /// Earn, bring, apply.
    Register(Registering),
    /// It cannot be registered any more as things stand.
    Barred(Vec<Bar>),
    /// Cancelled, and not published.
    AwaitPublication,
    /// Cancelled and published.
    Appeal {
        /// The last day on which to appeal.
        by: NaiveDate,
    },
    /// Cancelled and appealed.
    AwaitAppeal {
        /// The day of the appeal.
        filed_on: NaiveDate,
    },
    /// Lapsed, or cancelled with the notices' own remedy closed.
    Nothing,
}

/// When and where to apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registering {
    /// The first day on which an application with all that the plan names can be registered, and the last on which it
    /// can be accepted.
    pub apply: Period,
    /// Where a list of agencies is given: those that may accept it on the first day.
    pub agencies: Option<Vec<BodyId>>,
    /// The last day in force of the new term, if it is registered on the first day.
    pub valid_until: NaiveDate,
}

/// What stands in the way as things are, until a relief is granted say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Hours that can no longer be earned, or not before the last day on which to register.
    Study(Study),
    /// A condition that nothing mends.
    Condition(Finding),
    /// No agency on the list may act in these days.
    NoAgency(Period),
    /// An act on the way that is refused: the calendar does not cover the new term's end.
    Refused(Fault),
    /// Whatever is decided on what is pending, the certificate lapses.
    Lapses,
}

/// When a term whose certificate has nothing pending can be registered.
pub(super) fn registering(
    as_of: &AsOf<'_>,
    term: &Term,
    studies: &Studies,
    papers: &[Finding],
    drafted: bool,
) -> Course {
    let hopeless = papers.iter().filter(|paper| drafted && paper.code() == Code::CriminalRecord);
    let mut bars: Vec<Bar> = hopeless.copied().map(Bar::Condition).collect();
    bars.extend(studies.items().iter().filter(|item| item.first().is_none()).copied().map(Bar::Study));
    let starts = studies.items().iter().filter_map(Study::first);
    let first = starts.fold(as_of.on().max(term.opens()), Ord::max);
    let Ok(days) = Period::between(first, term.deadline()) else { return Course::Barred(bars) };
    let agencies = as_of.context().law().agencies();
    let Some(apply) = agencies.map_or(Some(days), |register| acting(register, days)) else {
        bars.push(Bar::NoAgency(days));
        return Course::Barred(bars);
    };
    match valid_until(as_of, apply.first()) {
        Ok(valid_until) if bars.is_empty() => {
            let agencies = agencies.map(|register| acting_on(register, apply.first()));
            Course::Register(Registering { apply, agencies, valid_until })
        }
        Ok(_) => Course::Barred(bars),
        Err(fault) => {
            bars.push(Bar::Refused(fault));
            Course::Barred(bars)
        }
    }
}

/// The last day in force of the term that a registration on `on` starts: tried on the certificate itself, whatever else
/// is missing.
pub(super) fn valid_until(as_of: &AsOf<'_>, on: NaiveDate) -> Result<NaiveDate, Fault> {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut certificate = *as_of.certificate();
    let to_be_accepted = !matches!(certificate, Certificate::UnderReview(_));
    for act in to_be_accepted.then_some(accepted).into_iter().chain([Act::Registered(Registration::default())]) {
        certificate = certificate.step(&act.on(on), as_of.context().facts, &mut AsDecided)?;
    }
    Ok(certificate.term().map_or(on, Term::expiry))
}

/// From the first to the last of `days` on which somebody on the list may act; not each day between need be one.
fn acting(register: &Register, days: Period) -> Option<Period> {
    let shared = register.listings().iter().filter_map(|listing| {
        let last = listing.withdrawn_on().map_or(days.last(), |day| sub_days(day, 1));
        Period::between(listing.approved_on(), last).ok()?.overlap(days)
    });
    shared
        .reduce(|all, some| Period::between(all.first().min(some.first()), all.last().max(some.last())).unwrap_or(all))
}

fn acting_on(register: &Register, day: NaiveDate) -> Vec<BodyId> {
    let acting = register.listings().iter().filter(|listing| listing.may_act_on(day));
    let mut ids: Vec<BodyId> = acting.map(|listing| listing.id().clone()).collect();
    ids.dedup();
    ids
}
