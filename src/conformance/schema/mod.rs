//! The JSON Schema of the wire format, made from the types that read and write it.
//!
//! What is plain is derived, from the same records that write it. Where one flat record stands for many variants (an event, a question), the parser itself is
//! asked which fields belong to which variant, so that the schema cannot say otherwise.

mod answer;
mod body;
mod case;
mod counter;
mod people;
mod probe;
pub(super) mod values;

use crate::conformance::case::Case;
use crate::conformance::schema::answer::AnswerLine;
use crate::conformance::schema::people::{LeftOut, NullOnce, Plainly};
use crate::desk::public_record::PublicRecord;
use crate::desk::submission::Draft;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of a case: a line that the runner reads.
///
/// A line that it refuses is malformed. Some malformed lines it lets pass: a schema knows neither whether a day exists nor
/// whether figures make sense together.
///
/// # Examples
///
/// ```
/// let schema = ruankao::conformance::schema::case();
/// assert_eq!(schema["title"], "Case");
/// assert!(schema["$defs"]["Event"]["oneOf"].is_array());
/// ```
#[must_use]
pub fn case() -> Value {
    read::<Case>()
}

/// The schema of an answer: a line that the runner writes.
///
/// # Examples
///
/// ```
/// let schema = ruankao::conformance::schema::answer();
/// assert_eq!(schema["title"], "AnswerLine");
/// ```
#[must_use]
pub fn answer() -> Value {
    written::<AnswerLine>()
}

/// The schema of an application as it is handed in at a counter: a [`Draft`], which no case holds.
///
/// # Examples
///
/// ```
/// let schema = ruankao::conformance::schema::draft();
/// assert!(schema["$defs"]["FormDraft"]["properties"]["fields"]["properties"]["postal_code"].is_object());
/// ```
#[must_use]
pub fn draft() -> Value {
    read::<Draft>()
}

/// The schema of what the public query shows: a [`PublicRecord`], which no answer holds.
///
/// # Examples
///
/// ```
/// let schema = ruankao::conformance::schema::public_record();
/// assert_eq!(schema["required"].as_array().unwrap().len(), 5);
/// ```
#[must_use]
pub fn public_record() -> Value {
    written::<PublicRecord<'_>>()
}

fn read<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(Plainly).with_transform(NullOnce);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

fn written<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(Plainly).with_transform(LeftOut);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
