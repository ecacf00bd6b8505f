//! What of a case a difference needs.

use crate::conformance::case::Case;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// What a record, a question or a listing may leave out.
const OPTIONAL: [&str; 8] =
    ["known_on", "recorded_on", "struck_on", "returned_on", "agency", "application", "absences", "withdrawn_on"];

/// The case from which nothing can be taken away without its being no case, or the two agreeing: `differs` says whether
/// they still differ. Tries no more than `most` times.
pub(super) fn smallest(case: &Case, mut differs: impl FnMut(&Case) -> bool, most: u32) -> (Case, Value) {
    let mut shrinking = Shrinking { tries: most, differs: &mut differs };
    let (mut smallest, mut written) = (case.clone(), serde_json::to_value(case).unwrap_or_default());
    loop {
        let before = written.clone();
        shrinking.without_acts(&mut smallest, &mut written);
        for path in paths(&written) {
            shrinking.without(&mut smallest, &mut written, |tried| remove(tried, &path));
        }
        if written == before || shrinking.tries == 0 {
            return (smallest, written);
        }
    }
}

struct Shrinking<'d> {
    tries: u32,
    differs: &'d mut dyn FnMut(&Case) -> bool,
}

impl Shrinking<'_> {
    /// Takes acts out that follow on each other, the longest run first: what belongs together goes together.
    fn without_acts(&mut self, smallest: &mut Case, written: &mut Value) {
        let acts = |case: &Value| case["history"].as_array().map_or(0, Vec::len);
        for length in (2..=acts(written)).rev() {
            for start in 0..acts(written) {
                self.without(smallest, written, |tried| {
                    let Some(acts) = tried["history"].as_array_mut() else { return false };
                    let run = start..start + length;
                    run.end <= acts.len() && acts.drain(run).count() > 0
                });
            }
        }
    }

    /// Takes something out, if what is left is a case and the two still differ.
    fn without(&mut self, smallest: &mut Case, written: &mut Value, take: impl FnOnce(&mut Value) -> bool) {
        let mut tried = written.clone();
        if self.tries == 0 || !take(&mut tried) {
            return;
        }
        let Ok(case) = serde_json::from_value::<Case>(tried.clone()) else { return };
        self.tries -= 1;
        if (self.differs)(&case) {
            (*smallest, *written) = (case, tried);
        }
    }
}

/// All that can be taken out: whole lists first, then their items from the last, then what an item may leave out.
fn paths(case: &Value) -> Vec<Vec<String>> {
    let mut paths: Vec<Vec<String>> = Vec::new();
    for list in ["accreditation", "agencies", "providers", "ledger", "regulation", "readings"] {
        paths.push(Vec::from([list.to_string()]));
    }
    for list in ["ask", "history", "ledger", "agencies", "providers"] {
        for place in (0..case[list].as_array().map_or(0, Vec::len)).rev() {
            paths.push(Vec::from([list.to_string(), place.to_string()]));
        }
    }
    for list in ["ask", "history", "ledger", "agencies", "providers"] {
        for place in 0..case[list].as_array().map_or(0, Vec::len) {
            let optional =
                OPTIONAL.iter().map(|field| Vec::from([list.to_string(), place.to_string(), (*field).into()]));
            paths.extend(optional);
        }
    }
    for map in ["regulation", "readings"] {
        for name in case[map].as_object().into_iter().flat_map(|fields| fields.keys()) {
            paths.push(Vec::from([map.to_string(), name.clone()]));
        }
    }
    paths
}

fn remove(case: &mut Value, path: &[String]) -> bool {
    let Some((last, way)) = path.split_last() else { return false };
    let mut at = case;
    for step in way {
        let next = match at {
            Value::Array(items) => step.parse::<usize>().ok().and_then(|place| items.get_mut(place)),
            Value::Object(fields) => fields.get_mut(step),
            _ => None,
        };
        let Some(next) = next else { return false };
        at = next;
    }
    match at {
        Value::Array(items) => match last.parse::<usize>() {
            Ok(place) if place < items.len() => {
                items.remove(place);
                true
            }
            _ => false,
        },
        Value::Object(fields) if last == "ledger" => {
            fields.insert(last.clone(), json!([])).is_some_and(|was| was != json!([]))
        }
        Value::Object(fields) => fields.remove(last).is_some(),
        _ => false,
    }
}
