//! The schemas of accreditations.

use crate::conformance::schema::case::{day, one_of};
use crate::conformance::schema::probe::variants;
use crate::conformance::schema::values::schema;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::conditions::Conditions;
use crate::oversight::event::{AccreditationEvent, Act};
use crate::oversight::kind::{Agency, Institution, Kind};
use crate::oversight::review::{Rectification, Review};
use alloc::borrow::ToOwned;
use schemars::{SchemaGenerator, json_schema};
use serde_json::{Value, json};

schema!(BodyHistory, "Accreditation", |generator| {
    let kinds = [
        body::<Agency>(generator, &[Act::PROPOSED]),
        body::<Institution>(generator, &[Act::applied(Conditions::MET), Act::FILED]),
    ];
    json_schema!({ "description": "The history of a registration agency or a training institution.", "oneOf": kinds })
});

fn body<K: Kind>(generator: &mut SchemaGenerator, of_the_kind: &[Act<K>]) -> Value {
    let of_both = [
        Act::Approved,
        Act::Declined,
        Act::Reviewed(Review::Passed),
        Act::Reviewed(Review::Failed { rectify_by: day() }),
        Act::Rectified(Rectification::Satisfactory),
        Act::Rectified(Rectification::Unsatisfactory),
    ];
    let exemplars = of_the_kind.iter().copied().chain(of_both).map(|act| AccreditationEvent { on: day(), act });
    let variants = variants(exemplars, "event", "outcome").into_iter().map(|(mut variant, outcomes)| {
        // No exemplar of an agency has `conditions`, so none shows the field; it is read there as `null` all the same.
        if !variant.required.contains("conditions") {
            variant.foreign.insert("conditions".to_owned());
        }
        (variant, outcomes)
    });
    let (names, events) = one_of(generator, "event", "outcome", variants);
    json!({
        "type": "object",
        "properties": { "kind": { "const": K::KIND.name() }, "history": { "type": "array", "items": { "propertyNames": names, "oneOf": events } } },
        "required": ["kind", "history"],
        "additionalProperties": false,
    })
}
