//! The description of the interface: the service's own types by `utoipa`, the law's by the schema they have themselves.

use ruankao::Language;
use ruankao::identity::IdentityDocumentKind;
use ruankao::registration::FormField;
use serde_json::{Map, Value, json};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Ref, RefOr};

/// The description that the routes are added to.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(title = "软考证书登记 · registration of certificates", description = "The service of a registration agency."),
    modifiers(&Bearer)
)]
pub struct Api;

struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    }
}

/// References to the law's types.
macro_rules! references {
    ($($name:ident $schema:literal)+) => {$(
        pub fn $name() -> RefOr<Schema> {
            Ref::from_schema_name($schema).into()
        }
    )+};
}

references! {
    form "FormDraft"
    evidence "Evidence"
    event "Event"
    entry "Entry"
    standing "Standing"
    check "Check"
    public_record "PublicRecord"
}

/// The whole description: the law's types put beside the service's own.
pub fn whole(service: &utoipa::openapi::OpenApi) -> Value {
    let mut whole = serde_json::to_value(service).unwrap_or_default();
    let mut types = own();
    for schema in [ruankao::conformance::schema::case(), ruankao::conformance::schema::answer()] {
        if let Some(Value::Object(defined)) = schema.get("$defs") {
            types.extend(defined.clone());
        }
    }
    let mut types = Value::Object(types);
    point_here(&mut types);
    if let (Some(Value::Object(schemas)), Value::Object(types)) = (whole.pointer_mut("/components/schemas"), types) {
        schemas.extend(types);
    }
    whole
}

/// References within a schema of its own are to the description's components.
fn point_here(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(to)) = object.get_mut("$ref") {
                *to = to.replace("#/$defs/", "#/components/schemas/");
            }
            object.values_mut().for_each(point_here);
        }
        Value::Array(values) => values.iter_mut().for_each(point_here),
        _ => {}
    }
}

/// The types of the counter, which are not of the wire format and have no schema.
fn own() -> Map<String, Value> {
    let text = || json!({ "type": "string" });
    let in_rows = |field: &&FormField| !field.name().starts_with("row_");
    let fields: Map<String, Value> = FormField::ALL
        .iter()
        .filter(in_rows)
        .map(|field| {
            let told = format!("{}: {}", field.label(Language::Zh), field.expected(Language::En));
            (field.name().to_owned(), json!({ "type": "string", "description": told }))
        })
        .collect();
    let kinds: Vec<&str> = IdentityDocumentKind::ALL.iter().map(|kind| kind.name()).collect();
    let row = json!({ "type": "object", "properties": { "date": text(), "mode": text(), "content": text(), "hours": text() } });
    let flag = || json!({ "type": "boolean" });
    let day = || json!({ "type": "string", "format": "date" });
    let provinces: Vec<&str> = ruankao::identity::Province::ALL.iter().map(|province| province.name()).collect();
    let types = json!({
        "FormDraft": {
            "type": "object",
            "description": "The application form as it was written, field by field.",
            "properties": {
                "document": { "enum": kinds },
                "fields": { "type": "object", "properties": fields, "additionalProperties": false },
                "rows": { "type": "array", "items": row },
            },
            "additionalProperties": false,
        },
        "Evidence": {
            "type": "object",
            "description": "What is brought beside the form (47.4, 47.6).",
            "required": ["documents", "conduct_good", "no_criminal_record", "fit_for_post", "province", "payment"],
            "properties": {
                "documents": { "type": "array", "items": { "enum": ruankao::registration::Document::ALL } },
                "conduct_good": flag(),
                "no_criminal_record": flag(),
                "fit_for_post": flag(),
                "province": { "enum": provinces },
                "payment": { "anyOf": [{ "type": "null" }, {
                    "type": "object",
                    "required": ["amount", "on"],
                    "properties": { "amount": { "type": "integer", "description": "in fen" }, "on": day() },
                }] },
            },
            "additionalProperties": false,
        },
        "Check": { "enum": ruankao::desk::Check::ALL },
        "PublicRecord": {
            "type": "object",
            "description": "What the public is shown (47.12): nothing personal beyond the masked name.",
            "required": ["number", "name", "qualification", "phase", "in_force"],
            "properties": {
                "number": text(),
                "name": text(),
                "qualification": { "enum": ruankao::identity::Qualification::ALL.map(|qualification| qualification.name()) },
                "phase": { "enum": ruankao::lifecycle::PhaseName::ALL },
                "in_force": flag(),
                "last_valid_day": day(),
                "term": { "type": "object", "properties": { "start": day(), "last_day": day() } },
                "last_registration": { "type": "object", "properties": { "on": day(), "agency": text() } },
                "registration_ended": flag(),
                "caution": { "type": "object", "properties": { "en": text(), "zh": text() } },
            },
        },
    });
    match types {
        Value::Object(types) => types,
        _ => Map::new(),
    }
}
