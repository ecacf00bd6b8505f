//! A certificate out of the columns, as the crate takes it one by one: for the few that have a fault to be named.
//!
//! Only rows are taken here that the columns could be read of; `tests/answers.rs` holds that both read the same.

use chrono::NaiveDate;
use datafusion::arrow::array::{Array, ArrowPrimitiveType, AsArray, ListArray, StructArray};
use datafusion::arrow::datatypes::{Date32Type, UInt8Type, UInt16Type, UInt32Type};
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::columns::Flags;
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::lifecycle::ActName;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::revocation::{Revocation, RevocationGround};
use ruankao::{Act, Entry, Event, History, Hours, Ledger};

/// The history of a row; nothing where it cannot be read.
#[must_use]
pub fn history(events: &dyn Array, row: usize) -> Option<History> {
    let items = items(events, row)?;
    (0..items.len()).map(|event| Some(Event { on: day(&items, "on", event)?, act: act(&items, event)? })).collect()
}

/// The ledger of a row; nothing where it cannot be read.
#[must_use]
pub fn ledger(study: &dyn Array, row: usize) -> Option<Ledger> {
    let items = items(study, row)?;
    let entry = |entry| {
        Some(Entry {
            on: day(&items, "on", entry)?,
            hours: Hours::from_tenths(value::<UInt32Type>(&items, "tenths", entry)?.into()).ok()?,
            mode: coded(&items, "mode", &StudyMode::ALL, entry)?,
            field: Field::Other,
            kind: ContentKind::Knowledge,
            provider: text(&items, "provider", entry).map(Into::into),
        })
    };
    (0..items.len()).map(entry).collect()
}

fn act(items: &StructArray, event: usize) -> Option<Act> {
    let bits = value::<UInt16Type>(items, "flags", event);
    let (flags, application) =
        (Flags::from_bits(bits.unwrap_or_default()), bits.map(|bits| Flags::from_bits(bits).application()));
    let agency = text(items, "agency", event).map(Into::into);
    let claim = || {
        Some(Claim {
            ground: coded(items, "ground", &Ground::ALL, event)?,
            absences: absences(items, event)?,
            provincial_consent: flags.has(Flags::PROVINCIAL_CONSENT),
            evidence: flags.has(Flags::EVIDENCE),
        })
    };
    Some(match coded(items, "act", &ActName::ALL, event)? {
        ActName::Approved => Act::Approved,
        ActName::DeferralRequested => {
            Act::DeferralRequested(Request { claim: claim()?, until: day(items, "until", event)? })
        }
        ActName::DeferralGranted => Act::DeferralGranted,
        ActName::DeferralRefused => Act::DeferralRefused,
        ActName::ExtensionGranted => Act::ExtensionGranted(Grant {
            claim: claim()?,
            arose_on: day(items, "arose_on", event)?,
            until: day(items, "until", event)?,
            written_application: flags.has(Flags::WRITTEN_APPLICATION),
        }),
        ActName::ApplicationFiled => Act::ApplicationFiled(Filing { agency }),
        ActName::ApplicationAccepted => Act::ApplicationAccepted(Acceptance { agency, application: application? }),
        ActName::Registered => Act::Registered(Registration { agency, application }),
        ActName::Refused => Act::Refused,
        ActName::ApplicationWithdrawn => Act::ApplicationWithdrawn,
        ActName::Cancelled => Act::Cancelled(match coded(items, "ground", &RevocationGround::ALL, event)? {
            RevocationGround::Incapacity => Revocation::Incapacity,
            RevocationGround::CriminalPenalty => Revocation::CriminalPenalty,
            RevocationGround::LeftPost => Revocation::LeftPost {
                left_on: day(items, "left_on", event)?,
                returned_on: day(items, "returned_on", event),
            },
            RevocationGround::MajorLoss => Revocation::MajorLoss,
            RevocationGround::Fraud => {
                Revocation::Fraud { verified_by_province: flags.has(Flags::VERIFIED_BY_PROVINCE) }
            }
        }),
        ActName::CancellationPublished => Act::CancellationPublished,
        ActName::AppealFiled => Act::AppealFiled,
        ActName::AppealDecided => Act::AppealDecided(coded(items, "outcome", &Outcome::ALL, event)?),
    })
}

fn absences(events: &StructArray, event: usize) -> Option<Absences> {
    let Some(lists) = events.column_by_name("absences") else { return Some(Absences::default()) };
    let periods = items(lists, event)?;
    (0..periods.len()).map(|at| Period::new(day(&periods, "from", at)?, day(&periods, "to", at)?).ok()).collect()
}

/// What the list of a row holds.
fn items(lists: &dyn Array, row: usize) -> Option<StructArray> {
    let lists: &ListArray = lists.as_list_opt()?;
    lists.value(row).as_struct_opt().cloned()
}

fn value<T: ArrowPrimitiveType>(items: &StructArray, name: &str, row: usize) -> Option<T::Native> {
    let column = items.column_by_name(name)?.as_primitive_opt::<T>()?;
    column.is_valid(row).then(|| column.value(row))
}

fn day(items: &StructArray, name: &str, row: usize) -> Option<NaiveDate> {
    Date32Type::to_naive_date_opt(value::<Date32Type>(items, name, row)?)
}

fn coded<T: Copy>(items: &StructArray, name: &str, all: &[T], row: usize) -> Option<T> {
    all.get(usize::from(value::<UInt8Type>(items, name, row)?)).copied()
}

fn text<'a>(items: &'a StructArray, name: &str, row: usize) -> Option<&'a str> {
    let column = items.column_by_name(name)?.as_string_opt::<i32>()?;
    column.is_valid(row).then(|| column.value(row))
}
