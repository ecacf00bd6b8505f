//! What holds of every certificate, whatever happens to it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod columns;
mod lives;
mod moves;
mod records;
mod rules;
mod standing;
mod wire;

#[path = "../support/walk.rs"]
mod walk;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use ruankao::calendar::add_days;
use ruankao::lifecycle::Certificate;
use ruankao::strategies::Life;
use ruankao::{CertificateFile, Finding, Verdict};

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// A day that matters to a life: about one of its events, or anywhere up to some years after the last.
fn day_of(life: &Life, place: Index, days: u32) -> NaiveDate {
    let near = life.days();
    let day = *place.get(&near);
    add_days(day, if days.is_multiple_of(3) { days % 5 } else { days })
}

fn lived(lives: impl Strategy<Value = Life>) -> impl Strategy<Value = (Life, NaiveDate)> {
    (lives, any::<Index>(), 0_u32..2_000).prop_map(|(life, place, days)| {
        let day = day_of(&life, place, days);
        (life, day)
    })
}

/// The certificate as the events up to a day leave it, or the code of the refusal and its place.
fn folded(file: &CertificateFile<'_>, on: NaiveDate) -> Result<Certificate, ruankao::finding::EventFault> {
    file.on(on).map(|as_of| *as_of.certificate())
}

/// Two files that were come by on different ways are one: what is held, and what comes of it.
fn same(one: &CertificateFile<'_>, other: &CertificateFile<'_>) {
    assert_eq!((one.history(), one.ledger()), (other.history(), other.ledger()));
    assert_eq!((one.certificate(), one.refusal()), (other.certificate(), other.refusal()));
    assert_eq!(one.irregularities(), other.irregularities());
    let days = one.history().held(one.known_on()).map(|(_, event)| add_days(event.on, 400));
    for day in days {
        assert_eq!(one.outcome(day), other.outcome(day));
        assert_eq!(one.on(day).ok().map(|as_of| as_of.education()), other.on(day).ok().map(|as_of| as_of.education()));
    }
}

/// Whether each of `now`'s findings is among `before`'s, and no shortfall has grown.
fn no_worse(before: &Verdict, now: &Verdict) -> bool {
    let same = |a: &Finding, b: &Finding| (a.code(), a.clause(), a.subject()) == (b.code(), b.clause(), b.subject());
    now.findings()
        .iter()
        .all(|now| before.findings().iter().any(|before| same(before, now) && before.shortfall() >= now.shortfall()))
}
