//! What of a case a difference needs.

use crate::conformance::case::Case;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde_json::{Value, json};

/// A case from which as much as can be was taken away.
pub(super) struct Smallest {
    pub(super) case: Case,
    /// The case as it is written: what it left out is not there.
    pub(super) written: Value,
    /// Whether nothing more can be taken away; `false` where the tries ran out before.
    pub(super) is_smallest: bool,
}

/// The case from which nothing can be taken away without its being no case, or the two agreeing: `differs` says whether
/// they still differ. Tries no more than `most` times.
///
/// Whatever stands in the JSON of a case can be taken out of it: an event, a field of one, a day of absence, a figure. What
/// is left may be no case, and then it stays.
pub(super) fn smallest(case: &Case, mut differs: impl FnMut(&Case) -> bool, most: u32) -> Smallest {
    let written = serde_json::to_value(case).unwrap_or_default();
    let smallest = Smallest { case: case.clone(), written, is_smallest: false };
    let mut shrinking = Shrinking { tries: most, differs: &mut differs, smallest };
    loop {
        let before = shrinking.smallest.written.clone();
        shrinking.without_terms();
        shrinking.without_acts();
        for path in paths(&shrinking.smallest.written) {
            shrinking.without(|tried| remove(tried, &path));
        }
        if shrinking.tries == 0 {
            return shrinking.smallest;
        }
        if shrinking.smallest.written == before {
            return Smallest { is_smallest: true, ..shrinking.smallest };
        }
    }
}

struct Shrinking<'d> {
    tries: u32,
    differs: &'d mut dyn FnMut(&Case) -> bool,
    smallest: Smallest,
}

impl Shrinking<'_> {
    /// Takes whole terms out, as many as can be: a registration starts a term as the approval does, so that an approval may
    /// stand in its place.
    fn without_terms(&mut self) {
        let acts = self.smallest.written.get("history").and_then(Value::as_array).map_or(0, Vec::len);
        for place in (1..acts).rev() {
            self.without(|tried| {
                let Some(acts) = tried["history"].as_array_mut() else { return false };
                let registered = acts.get(place).filter(|act| act["event"] == "registered");
                let Some(on) = registered.map(|act| act["on"].clone()) else { return false };
                acts.splice(..=place, [json!({ "event": "approved", "on": on })]);
                true
            });
        }
    }

    /// Takes acts out that follow on each other, the longest run first: what belongs together goes together.
    fn without_acts(&mut self) {
        let acts = |case: &Value| case["history"].as_array().map_or(0, Vec::len);
        for length in (2..=acts(&self.smallest.written)).rev() {
            for start in 0..acts(&self.smallest.written) {
                self.without(|tried| {
                    let Some(acts) = tried["history"].as_array_mut() else { return false };
                    let run = start..start + length;
                    let is_there = run.end <= acts.len();
                    if is_there {
                        acts.drain(run);
                    }
                    is_there
                });
            }
        }
    }

    /// Takes something out, if what is left is a case and the two still differ.
    fn without(&mut self, take: impl FnOnce(&mut Value) -> bool) {
        let mut tried = self.smallest.written.clone();
        if self.tries == 0 || !take(&mut tried) {
            return;
        }
        let Ok(case) = serde_json::from_value::<Case>(tried.clone()) else { return };
        self.tries -= 1;
        if (self.differs)(&case) {
            (self.smallest.case, self.smallest.written) = (case, tried);
        }
    }
}

/// Everything that stands in a value: what holds others before what it holds, and the items of a list from the last, so
/// that the places of those to come stay what they are.
fn paths(value: &Value) -> Vec<Vec<String>> {
    let mut paths: Vec<Vec<String>> = Vec::new();
    let mut level: Vec<(Vec<String>, &Value)> = Vec::from([(Vec::new(), value)]);
    while !level.is_empty() {
        let mut below = Vec::new();
        for (path, value) in level {
            let step = |name: String| path.iter().cloned().chain([name]).collect::<Vec<_>>();
            match value {
                Value::Object(fields) => {
                    below.extend(fields.iter().map(|(name, value)| (step(name.clone()), value)));
                }
                Value::Array(items) => {
                    let from_the_last = items.iter().enumerate().rev();
                    below.extend(from_the_last.map(|(place, value)| (step(place.to_string()), value)));
                }
                _ => {}
            }
        }
        paths.extend(below.iter().map(|(path, _)| path.clone()));
        level = below;
    }
    paths
}

/// Takes out what is at a path, if it is there still.
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
        Value::Array(items) => {
            let place = last.parse::<usize>().ok().filter(|&place| place < items.len());
            place.map(|place| items.remove(place)).is_some()
        }
        Value::Object(fields) => fields.remove(last).is_some(),
        _ => false,
    }
}
