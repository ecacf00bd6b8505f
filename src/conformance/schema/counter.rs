//! The schemas of what a counter takes and shows, which no case holds.

use crate::conformance::schema::values::schema;
use crate::identity::catalogue::Qualification;
use crate::identity::document::IdentityDocumentKind;
use crate::identity::province::Province;
use crate::naming::table::Language;
use crate::registration::form::draft::{FormDraft, RowDraft};
use crate::registration::form::field::FormField;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use schemars::json_schema;
use serde_json::{Map, Value, json};

schema!(FormDraft, "FormDraft", |generator| {
    let outside = FormField::ALL.iter().filter(|field| !field.is_in_row());
    let fields: Map<String, Value> = outside
        .map(|field| {
            let told = format!("{}: {}", field.label(Language::Zh), field.expected(Language::En));
            (field.name().to_owned(), json!({ "description": told, "type": "string" }))
        })
        .collect();
    json_schema!({
        "description": "The application form as it was written, field by field.",
        "type": "object",
        "properties": {
            "document": generator.subschema_for::<IdentityDocumentKind>(),
            "fields": { "type": "object", "properties": fields, "additionalProperties": false },
            "rows": { "type": "array", "items": generator.subschema_for::<RowDraft>() },
        },
        "additionalProperties": false,
    })
});

schema!(RowDraft, "RowDraft", |generator| {
    let text = generator.subschema_for::<String>();
    json_schema!({
        "description": "A row of the education table as it was written.",
        "type": "object",
        "properties": { "date": text, "mode": text, "content": text, "hours": text },
        "additionalProperties": false,
    })
});

schema!(Province, "Province", |_generator| {
    let codes = Province::ALL.map(Province::name);
    json_schema!({ "description": "A province, by the two digits of its code (GB/T 2260).", "enum": codes.as_slice() })
});

schema!(Qualification, "Qualification", |_generator| {
    let names = Qualification::ALL.map(Qualification::name);
    json_schema!({ "description": "A qualification of the catalogue, by its Chinese name.", "enum": names })
});
