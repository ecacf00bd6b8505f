//! Histories of registration agencies and training institutions.

use crate::calendar::date::add_days;
use crate::finding::scrutiny::Mode;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::conditions::Conditions;
use crate::oversight::event::{AccreditationEvent, Act};
use crate::oversight::history::AccreditationHistory;
use crate::oversight::kind::{Agency, Institution, Kind};
use crate::oversight::review::{Rectification, Review};
use crate::strategies::days::{covered_days, days};
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;

/// An act that is tried: which of those that there are, so many days later, to be rectified so many days after that.
type Draw = (u8, u32, u32);

/// Histories of bodies that strict mode accepts to the end: set up, reviewed year by year, at times failing and rectified or
/// withdrawn, at times declined and set up again.
///
/// For registers of those who may act, and for what follows from a review. However it is shrunk, it stays lawful.
pub fn lawful_bodies() -> impl Strategy<Value = BodyHistory> {
    let draws = || proptest::collection::vec((any::<u8>(), 0_u32..500, 1_u32..200), 0..16);
    prop_oneof![
        (covered_days(), draws()).prop_map(|(first, draws)| BodyHistory::Agency(grown(first, &draws, agency))),
        (covered_days(), draws()).prop_map(|(first, draws)| BodyHistory::Institution(grown(
            first,
            &draws,
            institution
        ))),
    ]
}

/// Histories of bodies of which nothing need be lawful: any acts on any days.
///
/// For what must hold of whatever comes in.
pub fn bodies() -> impl Strategy<Value = BodyHistory> {
    let met = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let conditions = met.prop_map(|(legal_person, teaching_resources, regional_strength, reputation)| Conditions {
        legal_person,
        teaching_resources,
        regional_strength,
        reputation,
    });
    let drawn = || proptest::collection::vec((any::<u8>(), days(), days()), 0..10);
    prop_oneof![
        drawn().prop_map(|drawn| {
            BodyHistory::Agency(any_of(drawn.into_iter().map(|(act, on, by)| agency(act, by).on(on))))
        }),
        (drawn(), conditions).prop_map(|(drawn, conditions)| {
            let acts = drawn.into_iter().map(|(act, on, by)| match institution(act, by) {
                Act::Opened(_) => Act::applied(conditions).on(on),
                act => act.on(on),
            });
            BodyHistory::Institution(any_of(acts))
        }),
    ]
}

fn any_of<K: Kind>(events: impl Iterator<Item = AccreditationEvent<K>>) -> AccreditationHistory<K> {
    events.fold(AccreditationHistory::new(), |mut history, event| {
        history.record(event);
        history
    })
}

/// Each draw is tried; what is refused is left out, so that whatever the draws are shrunk to is accepted.
fn grown<K: Kind>(first: NaiveDate, draws: &[Draw], act: impl Fn(u8, NaiveDate) -> Act<K>) -> AccreditationHistory<K> {
    let mut history = AccreditationHistory::new();
    let mut on = first;
    for &(place, later, longer) in draws {
        on = add_days(on, later);
        // What may come next is one of a few; the others follow in a circle.
        let tried = (0..8_u8).map(|turn| act(place.wrapping_add(turn), add_days(on, longer)).on(on));
        let accepted = tried.into_iter().find_map(|event| {
            let mut longer: AccreditationHistory<K> = any_of(history.events().iter().copied());
            longer.record(event);
            longer.replay(NaiveDate::MAX, Mode::Strict).is_ok().then_some(longer)
        });
        history = accepted.unwrap_or(history);
    }
    history
}

fn agency(place: u8, rectify_by: NaiveDate) -> Act<Agency> {
    common(place, rectify_by).unwrap_or(Act::PROPOSED)
}

fn institution(place: u8, rectify_by: NaiveDate) -> Act<Institution> {
    match place % 8 {
        6 => Act::FILED,
        _ => common(place, rectify_by).unwrap_or(Act::applied(Conditions::MET)),
    }
}

/// What is done to bodies of either kind.
fn common<K: Kind>(place: u8, rectify_by: NaiveDate) -> Option<Act<K>> {
    let acts: Vec<Act<K>> = Vec::from([
        Act::Approved,
        Act::Reviewed(Review::Passed),
        Act::Reviewed(Review::Failed { rectify_by }),
        Act::Rectified(Rectification::Satisfactory),
        Act::Rectified(Rectification::Unsatisfactory),
        Act::Declined,
    ]);
    acts.get(usize::from(place % 8)).copied()
}
