//! Making a schema for people: what derives leave in it that no reader of JSON needs.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::Schema;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Value, json};

/// Cuts every description down to its first paragraph, in plain words, and drops the formats that name types of Rust.
#[derive(Clone)]
pub(super) struct Plainly;

/// What may be left out may be `null` as well, and that is said once.
#[derive(Clone)]
pub(super) struct NullOnce;

/// What is not required is left out where it does not apply, and never `null`.
#[derive(Clone)]
pub(super) struct LeftOut;

impl Transform for Plainly {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(text)) = schema.get_mut("description") {
            *text = plain(text);
        }
        // The name of a value says all that is to be said of it.
        if schema.get("const").is_some_and(|name| Some(name.as_str()) == schema.get("description").map(bare)) {
            schema.remove("description");
        }
        // That nothing stands for what is left out goes without saying.
        if schema.get("default").is_some_and(Value::is_null) {
            schema.remove("default");
        }
        if schema.get("format").and_then(Value::as_str).is_some_and(|format| format != "date") {
            schema.remove("format");
        }
        transform_subschemas(self, schema);
    }
}

impl Transform for NullOnce {
    fn transform(&mut self, schema: &mut Schema) {
        let null = json!({ "type": "null" });
        let named = json!({ "$ref": "#/$defs/LeftOut" });
        if let Some(Value::Array(either)) = schema.get_mut("anyOf") {
            either.iter_mut().filter(|it| **it == null).for_each(|it| *it = named.clone());
        }
        if let Some(others) = schema.get_mut("additionalProperties").filter(|others| **others == null) {
            *others = named;
        }
        transform_subschemas(self, schema);
        if let Some(Value::Object(defs)) = schema.get_mut("$defs") {
            let what = "Nothing: a field that is `null` is a field that is left out.";
            defs.insert("LeftOut".to_owned(), json!({ "description": what, "type": "null" }));
        }
    }
}

impl Transform for LeftOut {
    fn transform(&mut self, schema: &mut Schema) {
        let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            let optional = properties.iter_mut().filter(|(name, _)| required.iter().all(|it| it != name.as_str()));
            optional.for_each(|(_, property)| without_null(property));
        }
        transform_subschemas(self, schema);
    }
}

/// The first paragraph as one line, and links of documentation as their words.
fn plain(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let mut line = words.join(" ");
    while let Some((before, rest)) = line.split_once('[') {
        let Some((words, after)) = rest.split_once(']') else { break };
        let after = after.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(after, |(_, after)| after);
        line = [before, words, after].concat();
    }
    line
}

/// A text that is all between backticks, without them.
fn bare(text: &Value) -> Option<&str> {
    text.as_str()?.strip_prefix('`')?.strip_suffix('`')
}

/// The same schema without `null` among what it allows.
fn without_null(schema: &mut Value) {
    let Value::Object(fields) = schema else { return };
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|it| it != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            fields.insert("type".to_owned(), one);
        }
    }
    let Some(Value::Array(either)) = fields.get_mut("anyOf") else { return };
    either.retain(|it| it.get("type").is_none_or(|it| it != "null"));
    if let [Value::Object(one)] = either.as_slice() {
        let one = one.clone();
        fields.remove("anyOf");
        fields.extend(one);
    }
}
