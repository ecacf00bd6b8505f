//! Ledgers, and the registers of those who teach and of those who register.

use crate::calendar::date::add_days;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::identity::body::{BodyId, Listing, Register};
use crate::regulation::hours::Hours;
use crate::strategies::days::days;
use crate::strategies::records::records;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;

const NAMES: [&str; 4] = ["P1", "P2", "P3", "信息技术人才培训基地"];
const FIELDS: [Field; 6] = [
    Field::Software,
    Field::Networks,
    Field::Applications,
    Field::InformationSystems,
    Field::InformationServices,
    Field::Other,
];
const KINDS: [ContentKind; 4] =
    [ContentKind::Knowledge, ContentKind::Technology, ContentKind::Standard, ContentKind::Regulation];

/// Hours in tenths, from none to 10,000; mostly what a course has.
pub fn hours() -> impl Strategy<Value = Hours> {
    let tenths = prop_oneof![8 => 0_u64..=800, 1 => 0_u64..=100_000];
    tenths.prop_filter_map("more hours than an entry may have", |tenths| Hours::from_tenths(tenths).ok())
}

/// The name of a body, the same few again and again.
pub(super) fn names() -> impl Strategy<Value = BodyId> {
    select(&NAMES[..]).prop_map(BodyId::from)
}

/// Entries completed on one of `on`.
pub fn entries(on: impl Strategy<Value = NaiveDate>) -> impl Strategy<Value = Entry> {
    let content = (select(&StudyMode::ALL[..]), select(&FIELDS[..]), select(&KINDS[..]));
    (on, hours(), content, proptest::option::weighted(0.8, names()))
        .prop_map(|(on, hours, (mode, field, kind), provider)| Entry { on, hours, mode, field, kind, provider })
}

/// Ledgers of up to thirty entries, some recorded late or struck.
pub fn ledgers() -> impl Strategy<Value = Ledger> {
    proptest::collection::vec(records(entries(days())), 0..30).prop_map(Ledger::from)
}

/// Ledgers of one who studies on the job every other month for twenty years from `first`: enough, as a rule, for every
/// registration under the figures of the notices.
pub fn diligent_ledgers(first: NaiveDate) -> impl Strategy<Value = Ledger> {
    let entry = (0_u32..60, 150_u64..=600, select(&FIELDS[..]), select(&KINDS[..]));
    proptest::collection::vec(entry, 120).prop_map(move |drawn| {
        let dated = (0_u32..).zip(drawn).map(|(place, (days, tenths, field, kind))| Entry {
            on: add_days(first, place.saturating_mul(61).saturating_add(days)),
            hours: Hours::from_tenths(tenths).unwrap_or_default(),
            mode: StudyMode::OnTheJob,
            field,
            kind,
            provider: None,
        });
        dated.collect()
    })
}

/// Registers in which every name is listed before the regime begins, some withdrawn long after.
pub(super) fn standing_registers() -> impl Strategy<Value = Register> {
    let first = NaiveDate::from_ymd_opt(2003, 1, 1).unwrap_or(NaiveDate::MIN);
    let withdrawn = proptest::collection::vec(proptest::option::weighted(0.3, 1_000_u32..5_000), NAMES.len());
    withdrawn.prop_map(move |withdrawn| {
        let listings = NAMES
            .iter()
            .zip(withdrawn)
            .filter_map(|(name, after)| Listing::new(*name, first, after.map(|days| add_days(first, days))).ok());
        listings.collect()
    })
}

/// Registers, some empty, some with bodies withdrawn since.
pub fn registers() -> impl Strategy<Value = Register> {
    let withdrawn_after = proptest::option::weighted(0.3, 0_u32..5_000);
    let listing = (names(), days(), withdrawn_after).prop_filter_map("withdrawn after the last day", |drawn| {
        let (id, approved_on, withdrawn_after) = drawn;
        let withdrawn_on = withdrawn_after.map(|days| add_days(approved_on, days));
        Listing::new(id, approved_on, withdrawn_on.filter(|day| chrono::Datelike::year(day) < 3_000)).ok()
    });
    proptest::collection::vec(listing, 0..6).prop_map(Register::from_iter)
}
