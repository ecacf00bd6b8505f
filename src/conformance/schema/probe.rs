//! Asking a parser which fields it takes.

use alloc::borrow::ToOwned;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// What a record of several variants has in one of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Variant {
    /// The name of the variant.
    pub(super) tag: String,
    /// The fields that have to be there.
    pub(super) required: BTreeSet<String>,
    /// Those that may be.
    pub(super) optional: BTreeSet<String>,
    /// Those of other variants, which may be `null` alone.
    pub(super) foreign: BTreeSet<String>,
}

/// Takes the fields of all exemplars, and tries each on each exemplar: with it, and without it.
///
/// Exemplars that take the same fields make one variant; with it comes what they have in the field `by`.
pub(super) fn variants<T: Serialize + DeserializeOwned>(
    exemplars: impl IntoIterator<Item = T>,
    tag: &str,
    by: &str,
) -> BTreeMap<Variant, Vec<String>> {
    let records: Vec<Map<String, Value>> = exemplars.into_iter().filter_map(|it| record(&it)).collect();
    let fields: BTreeMap<String, Value> =
        records.iter().flatten().map(|(field, value)| (field.clone(), value.clone())).collect();
    let mut variants: BTreeMap<Variant, Vec<String>> = BTreeMap::new();
    for record in &records {
        let Some(Value::String(name)) = record.get(tag) else { continue };
        let mut variant = Variant {
            tag: name.clone(),
            required: BTreeSet::new(),
            optional: BTreeSet::new(),
            foreign: BTreeSet::new(),
        };
        for (field, value) in fields.iter().filter(|(field, _)| *field != tag) {
            let (mut with, mut without) = (record.clone(), record.clone());
            with.entry(field.clone()).or_insert_with(|| value.clone());
            without.remove(field);
            let place = match (is_read::<T>(with), is_read::<T>(without)) {
                (true, false) => &mut variant.required,
                (true, true) => &mut variant.optional,
                (false, _) => &mut variant.foreign,
            };
            place.insert(field.clone());
        }
        let values = variants.entry(variant).or_default();
        values.extend(record.get(by).and_then(Value::as_str).map(ToOwned::to_owned));
    }
    variants
}

fn record(value: &impl Serialize) -> Option<Map<String, Value>> {
    match serde_json::to_value(value) {
        Ok(Value::Object(record)) => Some(record),
        _ => None,
    }
}

fn is_read<T: DeserializeOwned>(record: Map<String, Value>) -> bool {
    serde_json::from_value::<T>(Value::Object(record)).is_ok()
}
