//! The schemas of values that read and write themselves.

use crate::calendar::iso::{Day, Given};
use crate::identity::citizen_number::CitizenNumber;
use crate::naming::table::Language;
use crate::registration::application::Documents;
use crate::regulation::clause::Clause;
use crate::regulation::hours::{Hours, of_an_entry};
use crate::regulation::parameters::{Parameter, Parameters};
use crate::regulation::readings::{Reading, Readings};
use alloc::borrow::ToOwned;
use alloc::format;
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

schema!(Day, "Day", |generator| {
    let (description, years) = if generator.contract().is_deserialize() {
        ("A day from 1900-01-01 to 2999-12-31.", "(19|2[0-9])[0-9]{2}")
    } else {
        ("A day; one that is reckoned may lie beyond those of a case.", "[1-9][0-9]{3}")
    };
    let pattern = format!("^{years}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
    json_schema!({ "description": description, "type": "string", "format": "date", "pattern": pattern })
});

impl schemars::JsonSchema for Given {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        Day::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<Day>()
    }
}

schema!(Hours, "Hours", |_generator| json_schema!({
    "description": "Credit hours (学时), whole or with one decimal; a sum may be of any size.",
    "type": "number",
    "minimum": 0,
}));

schema!(of_an_entry::Schema, "EntryHours", |_generator| json_schema!({
    "description": "Credit hours of one entry, whole or with one decimal.",
    "type": "number",
    "minimum": 0,
    "maximum": 10_000,
    "multipleOf": 0.1,
}));

schema!(Documents, "Documents", |generator| json_schema!({
    "description": "The documents brought.",
    "type": "array",
    "items": generator.subschema_for::<crate::finding::value::Document>(),
}));

schema!(Clause, "Clause", |_generator| {
    let citations: Vec<&str> = Clause::ALL.iter().map(|clause| clause.citation()).collect();
    json_schema!({ "description": "A clause of one of the two notices.", "enum": citations })
});

/// The codes of what is no identity number: a wrong number for each, in the order of the checks.
pub(in crate::conformance) fn number_codes(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let wrong = ["1", "1101051949123100AX", "99010519491231002X", "11010519491331002X", "110105194912310021"];
    let errors = wrong.into_iter().filter_map(|number| CitizenNumber::parse(number).err());
    let codes: Vec<&str> = errors.map(|error| error.code()).collect();
    json_schema!({ "enum": codes })
}

schema!(Parameters, "Parameters", |generator| {
    let days = ["scope_from", "repealed_on"];
    let days = days.map(|name| (name.to_owned(), generator.subschema_for::<Option<Day>>().to_value()));
    let figures = Parameter::ALL.iter().map(|parameter| {
        let (least, most) = parameter.bounds().into_inner();
        let what = parameter.in_words(Language::En);
        let schema = json!({ "description": what, "type": ["integer", "null"], "minimum": least, "maximum": most });
        (parameter.name().to_owned(), schema)
    });
    let all: Map<_, _> = days.into_iter().chain(figures).collect();
    json_schema!({
        "description": "The figures; one that is left out is as in the notices.",
        "type": "object",
        "properties": all,
        "additionalProperties": false,
    })
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
    json_schema!({
        "description": "The side taken on each open point; one that is left out is as the rule book reads it.",
        "type": "object",
        "properties": all,
        "additionalProperties": false,
    })
});
