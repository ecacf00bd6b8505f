//! The schemas of values that read and write themselves.

use crate::calendar::iso::Day;
use crate::finding::code::Code;
use crate::registration::application::Documents;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::regulation::parameters::{Parameter, Parameters};
use crate::regulation::readings::{Reading, Readings};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::json_schema;
use serde_json::{Map, Value, json};

/// Gives a type a schema written out.
macro_rules! schema {
    ($type:ty, $name:literal, |$generator:ident| $schema:expr) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> alloc::borrow::Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

pub(super) use schema;

schema!(Day, "Day", |_generator| json_schema!({
    "description": "A day from 1900-01-01 to 2999-12-31.",
    "type": "string",
    "format": "date",
    "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}));

schema!(Hours, "Hours", |_generator| json_schema!({
    "description": "Credit hours of one entry, whole or with one decimal.",
    "type": "number",
    "minimum": 0,
    "maximum": 10_000,
    "multipleOf": 0.1,
}));

schema!(Documents, "Documents", |generator| json_schema!({
    "type": "array",
    "items": generator.subschema_for::<crate::finding::value::Document>(),
}));

schema!(Clause, "Clause", |_generator| {
    let citations: Vec<&str> = Clause::ALL.iter().map(|clause| clause.citation()).collect();
    json_schema!({ "description": "A clause of one of the two notices.", "enum": citations })
});

schema!(Code, "Code", |_generator| {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    json_schema!({ "description": "The name of a rule that is not met.", "enum": names })
});

schema!(Parameters, "Parameters", |generator| {
    let scope_from = generator.subschema_for::<Option<Day>>();
    let figures = Parameter::ALL.iter().map(|parameter| {
        let (least, most) = parameter.bounds().into_inner();
        let schema = json!({ "type": ["integer", "null"], "minimum": least, "maximum": most });
        (parameter.name().to_owned(), schema)
    });
    let all: Map<_, _> = [("scope_from".to_owned(), scope_from.to_value())].into_iter().chain(figures).collect();
    json_schema!({ "type": "object", "properties": all, "additionalProperties": false })
});

schema!(Readings, "Readings", |_generator| {
    let all: Map<String, Value> = Reading::ALL
        .iter()
        .map(|reading| {
            let [(one, _), (other, _)] = reading.sides();
            let schema = json!({ "description": reading.question(), "enum": [one, other, null] });
            (reading.name().to_owned(), schema)
        })
        .collect();
    json_schema!({ "type": "object", "properties": all, "additionalProperties": false })
});
