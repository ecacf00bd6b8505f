//! Lines that are cases and lines that are none: each kind of the wire format, on both sides.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod fields;
mod limits;
mod page;
mod questions;
mod second_edition;
mod shown;
mod spoken;
mod values;

use ruankao::conformance::{read_case, run};
use serde_json::Value;

/// What a line is answered with.
fn answered(line: &str) -> Value {
    let mut output = Vec::new();
    run(line.as_bytes(), &mut output).unwrap();
    serde_json::from_slice(&output).unwrap()
}

#[track_caller]
fn is_case(line: &str) {
    if let Err(malformed) = read_case(line.as_bytes(), 1) {
        panic!("{line} is refused: {malformed}");
    }
}

/// A malformed line is answered with its id, and the message names the line and the words given.
#[track_caller]
fn is_none(line: &str, words: &str) {
    let error = read_case(line.as_bytes(), 3).err().unwrap_or_else(|| panic!("{line} is read as a case"));
    assert!(error.message.starts_with("line 3") && error.message.contains(words), "{line}: {error}");
    for name in ["u32", "u64", "f64", "struct", "tuple", "Option", "enum", "unit", "sequence", "map"] {
        assert!(!error.message.split([' ', ',', '`']).any(|word| word == name), "a name of Rust: {error}");
    }
}

/// A case with one field more.
fn with(field: &str) -> String {
    format!(r#"{{"id": "a", {field}, "ask": []}}"#)
}

fn event(fields: &str) -> String {
    with(&format!(r#""history": [{{{fields}}}]"#))
}

fn ask(fields: &str) -> String {
    format!(r#"{{"id": "a", "ask": [{{{fields}}}]}}"#)
}

const APPLICATION: &str = r#"{"conduct_good": true, "no_criminal_record": true, "fit_for_post": true, "employer_assessment_passed": true, "documents": ["certificate"], "fee_paid": true}"#;
