//! The schemas of answers, field by field as their `Serialize` writes them.

use crate::calendar::iso::Day;
use crate::conformance::answer::Answer;
use crate::conformance::schema::values::schema;
use crate::education::progress::{Progress, YearProgress};
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::refused::EventFault;
use crate::finding::value::Document;
use crate::finding::verdict::Verdict;
use crate::identity::citizen_number::CitizenNumber;
use crate::identity::sex::Sex;
use crate::lifecycle::as_of::Outlook;
use crate::lifecycle::sensitivity::Sensitive;
use crate::lifecycle::standing::{PhaseName, Standing};
use crate::lifecycle::timeline::Row;
use crate::oversight::instructor::Qualification;
use crate::oversight::phase::Phase as BodyPhase;
use crate::oversight::standing::Standing as BodyStanding;
use crate::regulation::clause::Clause;
use crate::regulation::readings::Reading;
use crate::revocation::ground::RevocationGround;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// A line of answers, or what was wrong with the line of the case.
pub(super) struct AnswerLine;

schema!(AnswerLine, "AnswerLine", |generator| {
    let malformed = object(&[("code", json!({ "const": "malformed" })), ("message", string())], &[]);
    let answered = object(&[("id", string()), ("answers", list::<Answer>(generator))], &[]);
    let refused = object(&[("id", json!({ "type": ["string", "null"] })), ("error", malformed.to_value())], &[]);
    json_schema!({ "description": "A line that the runner writes.", "oneOf": [answered, refused] })
});

schema!(Answer, "Answer", |generator| {
    let review_by = object(&[("review_by", of::<Day>(generator))], &[]);
    let valid = object(&[("valid", json!({ "const": true })), ("birth", birth()), ("sex", of::<Sex>(generator))], &[]);
    let invalid = object(&[("valid", json!({ "const": false })), ("code", json!({ "enum": number_codes() }))], &[]);
    let refused = object(&[("error", json!({ "anyOf": [of::<EventFault>(generator), of::<Fault>(generator)] }))], &[]);
    json_schema!({ "anyOf": [
        of::<Standing>(generator),
        list::<Row>(generator),
        of::<Outlook>(generator),
        { "description": "Time alone changes nothing.", "type": "object", "maxProperties": 0 },
        of::<Progress>(generator),
        of::<Verdict>(generator),
        list::<EventFault>(generator),
        list::<Sensitive>(generator),
        review_by,
        of::<BodyStanding>(generator),
        of::<Qualification>(generator),
        valid,
        invalid,
        refused,
    ] })
});

schema!(Standing, "Standing", |generator| {
    let day = of::<Day>(generator);
    object(
        &[("phase", of::<PhaseName>(generator)), ("in_force", boolean())],
        &[
            ("until", day.clone()),
            ("accepted_on", day.clone()),
            ("requested_on", day.clone()),
            ("since", day.clone()),
            ("filed_on", day.clone()),
            ("appealable_until", day),
            ("ground", of::<RevocationGround>(generator)),
            ("final", boolean()),
        ],
    )
});

schema!(Progress, "Progress", |generator| {
    let (day, entry) = (of::<Day>(generator), json!({ "type": "integer", "minimum": 0 }));
    let disregarded = object(&[("entry", entry), ("reason", of::<Code>(generator))], &[]);
    object(
        &[
            ("from", day.clone()),
            ("to", day),
            ("hours", sum()),
            ("required", sum()),
            ("shortfall", sum()),
            ("years", list::<YearProgress>(generator)),
            ("disregarded", json!({ "type": "array", "items": disregarded })),
            ("complete", boolean()),
        ],
        &[("late", sum())],
    )
});

schema!(YearProgress, "YearProgress", |generator| {
    let day = of::<Day>(generator);
    let fields = [("from", day.clone()), ("to", day), ("hours", sum()), ("required", sum()), ("shortfall", sum())];
    object(&fields, &[("made_up", sum())])
});

schema!(Verdict, "Verdict", |generator| object(
    &[("eligible", boolean()), ("findings", list::<Finding>(generator))],
    &[],
));

schema!(Finding, "Finding", |generator| object(
    &[("code", of::<Code>(generator))],
    &[
        ("clause", of::<Clause>(generator)),
        ("document", of::<Document>(generator)),
        ("year", integer()),
        ("trainee", integer()),
        ("row", integer()),
        ("province", string()),
        ("shortfall", sum()),
    ],
));

schema!(Fault, "Fault", |generator| object(&[("code", of::<Code>(generator))], &of_fault(generator)));

schema!(EventFault, "EventFault", |generator| {
    object(&[("event", integer()), ("code", of::<Code>(generator))], &of_fault(generator))
});

schema!(BodyStanding, "BodyStanding", |generator| {
    let day = of::<Day>(generator);
    object(
        &[("phase", of::<BodyPhase>(generator)), ("may_act", boolean())],
        &[
            ("since", day.clone()),
            ("reviews_missing", json!({ "type": "array", "items": integer() })),
            ("rectify_by", day),
            ("overdue", boolean()),
            ("irregularities", list::<EventFault>(generator)),
        ],
    )
});

schema!(Qualification, "TeacherQualification", |generator| object(
    &[("qualified", boolean()), ("clause", of::<Clause>(generator))],
    &[],
));

schema!(Sensitive, "Sensitive", |generator| {
    let (phase, code) = (of::<PhaseName>(generator), of::<Code>(generator));
    let sides: Vec<Schema> = Reading::ALL
        .iter()
        .flat_map(|reading| {
            let to = reading.sides().map(|(side, _)| side);
            let turned = [("reading", json!({ "const": reading.name() })), ("to", json!({ "enum": to }))];
            let [one, other] = [turned.clone(), turned];
            let outcome = [("phase", phase.clone()), ("in_force", boolean())];
            let standing: Vec<_> = one.into_iter().chain(outcome).collect();
            let error: Vec<_> = other.into_iter().chain([("error", code.clone())]).collect();
            [object(&standing, &[]), object(&error, &[])]
        })
        .collect();
    json_schema!({ "oneOf": sides })
});

fn of_fault(generator: &mut SchemaGenerator) -> [(&'static str, Value); 4] {
    [
        ("clause", of::<Clause>(generator)),
        ("findings", list::<Finding>(generator)),
        ("unmet", list::<Clause>(generator)),
        ("year", integer()),
    ]
}

/// An object with these fields, and some of those.
fn object(required: &[(&str, Value)], optional: &[(&str, Value)]) -> Schema {
    let fields = required.iter().chain(optional).map(|(field, schema)| ((*field).to_owned(), schema.clone()));
    let properties: Map<String, Value> = fields.collect();
    let names: Vec<&str> = required.iter().map(|(field, _)| *field).collect();
    json_schema!({ "type": "object", "properties": properties, "required": names, "additionalProperties": false })
}

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

fn list<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    json!({ "type": "array", "items": of::<T>(generator) })
}

fn boolean() -> Value {
    json!({ "type": "boolean" })
}

fn string() -> Value {
    json!({ "type": "string" })
}

fn integer() -> Value {
    json!({ "type": "integer" })
}

/// A sum of hours, which has no upper bound.
fn sum() -> Value {
    json!({ "type": "number", "minimum": 0 })
}

/// A day of birth may lie before the days of the wire.
fn birth() -> Value {
    json!({ "type": "string", "format": "date" })
}

/// The codes of the rule book, 12, in its order: a wrong number for each.
fn number_codes() -> Vec<&'static str> {
    let wrong = ["1", "1101051949123100AX", "99010519491231002X", "11010519491331002X", "110105194912310021"];
    wrong.into_iter().filter_map(|number| CitizenNumber::parse(number).err()).map(|error| error.code()).collect()
}
