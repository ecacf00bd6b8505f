//! The description of the interface: the service's own types by `utoipa`, the law's by the schema they have themselves.

use ruankao::conformance::schema;
use ruankao::desk::Draft;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

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
    draft "Draft"
    event "Event"
    entry "Entry"
    item "Item"
    standing "Standing"
    check "Check"
    public_record "PublicRecord"
}

/// The papers of an application: the law's own type, with a description.
#[derive(Deserialize)]
#[serde(transparent)]
pub struct Papers(pub Draft);

impl PartialSchema for Papers {
    fn schema() -> RefOr<Schema> {
        draft()
    }
}

impl ToSchema for Papers {}

/// The whole description: the law's types put beside the service's own.
pub fn whole(service: &utoipa::openapi::OpenApi) -> Value {
    let mut whole = serde_json::to_value(service).unwrap_or_default();
    let mut types = Map::new();
    // What is read comes first: what is written of the same name is a part of it.
    for mut schema in [schema::answer(), schema::public_record(), schema::draft(), schema::case()] {
        point_here(&mut schema);
        let Value::Object(mut root) = schema else { continue };
        if let Some(Value::Object(defined)) = root.remove("$defs") {
            types.extend(defined);
        }
        if let Some(Value::String(title)) = root.get("title").cloned() {
            types.insert(title, Value::Object(root));
        }
    }
    if let Some(Value::Object(schemas)) = whole.pointer_mut("/components/schemas") {
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
