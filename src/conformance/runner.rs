//! Lines in, lines out.

use crate::conformance::answer::Answer;
use crate::conformance::case::Case;
use crate::conformance::plain::Plain;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};
use thiserror::Error;

/// A line that is no case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Malformed {
    /// The id it gives, where it gives one.
    pub id: Option<String>,
    /// The line, the field, and what was expected.
    pub message: String,
}

#[derive(Serialize)]
struct Answered<'a> {
    id: &'a str,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Refused<'a> {
    id: &'a Option<String>,
    error: MalformedLine<'a>,
}

#[derive(Serialize)]
struct MalformedLine<'a> {
    code: &'static str,
    message: &'a str,
}

/// Reads one line as a case; `number` is the line's, from 1, for the message.
///
/// # Errors
///
/// [`Malformed`] for a line that is not UTF-8 or not JSON, or says something that is no case.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::read_case;
///
/// assert!(read_case(br#"{"id": "a", "ask": []}"#, 1).is_ok());
/// let malformed = read_case(br#"{"id": "a", "ask": [{"query": "standing", "on": "2005-02-29"}]}"#, 7).unwrap_err();
/// assert_eq!(malformed.id.as_deref(), Some("a"));
/// assert!(malformed.message.starts_with("line 7, field `ask[0].on`: `2005-02-29`: there is no such day"));
/// ```
pub fn read_case(line: &[u8], number: usize) -> Result<Case, Malformed> {
    let line = core::str::from_utf8(line).map_err(|error| {
        let column = error.valid_up_to() + 1;
        let message = alloc::format!("line {number}: not UTF-8 at column {column}; expected one JSON object");
        Malformed { id: None, message }
    })?;
    let mut json = serde_json::Deserializer::from_str(line);
    let case = serde_path_to_error::deserialize(Plain(&mut json)).map_err(|error| {
        let path = error.path().to_string();
        let place = if path == "." { String::new() } else { alloc::format!(", field `{path}`") };
        (place, error.into_inner())
    });
    let case = case.and_then(|case| json.end().map(|()| case).map_err(|error| (String::new(), error)));
    case.map_err(|(place, error)| {
        let message = alloc::format!("line {number}{place}: {}", in_line(&error));
        Malformed { id: given_id(line), message }
    })
}

/// Answers one line; `number` is the line's, from 1, for the message.
///
/// # Errors
///
/// [`Malformed`] for a line that is not JSON, or says something that is no case.
pub fn answer_line(line: &[u8], number: usize) -> Result<String, Malformed> {
    let case = read_case(line, number)?;
    let answered = Answered { id: &case.id, answers: case.answers() };
    serde_json::to_string(&answered)
        .map_err(|error| Malformed { id: Some(case.id.clone()), message: error.to_string() })
}

/// Answers every line of `input`, one line each, in order; blank lines are passed over. A malformed line is answered
/// too, and the lines after it. Holds one line at a time.
///
/// Returns how many lines were malformed.
///
/// # Errors
///
/// Only what reading and writing report.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::run;
///
/// let mut answers = Vec::new();
/// let malformed = run(&b"{\"id\": \"a\", \"ask\": []}\n\nnonsense\n"[..], &mut answers)?;
/// assert_eq!(malformed, 1);
/// assert!(answers.starts_with(b"{\"id\":\"a\",\"answers\":[]}\n{\"id\":null,\"error\":{\"code\":\"malformed\""));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn run(mut input: impl BufRead, mut output: impl Write) -> io::Result<u64> {
    let (mut line, mut number, mut malformed_lines) = (Vec::new(), 0, 0);
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let case = line.trim_ascii();
        if !case.is_empty() {
            match answer_line(case, number) {
                Ok(answered) => output.write_all(answered.as_bytes())?,
                Err(Malformed { id, message }) => {
                    malformed_lines += 1;
                    let error = MalformedLine { code: "malformed", message: &message };
                    serde_json::to_writer(&mut output, &Refused { id: &id, error })?;
                }
            }
            output.write_all(b"\n")?;
        }
        line.clear();
    }
    output.flush()?;
    Ok(malformed_lines)
}

/// The message without the place in the text, which is always line 1: only the column says something.
fn in_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = alloc::format!(" at line {} column {}", error.line(), error.column());
    match message.strip_suffix(&place) {
        Some(message) if error.is_data() => in_words_of_json(message),
        Some(message) => alloc::format!("not JSON: {message} at column {}; expected one JSON object", error.column()),
        None => in_words_of_json(&message),
    }
}

/// What the deserializer says, in words of JSON and with what was expected.
fn in_words_of_json(message: &str) -> String {
    for (theirs, ours) in
        [("invalid type: sequence", "invalid type: list"), ("invalid type: map", "invalid type: object")]
    {
        if let Some(rest) = message.strip_prefix(theirs) {
            return alloc::format!("{ours}{rest}");
        }
    }
    if message.starts_with("duplicate field") {
        return alloc::format!("{message}; expected it once");
    }
    if message.starts_with("missing field") && !message.contains("; expected") {
        return alloc::format!("{message}; expected it to be there");
    }
    message.to_string()
}

/// The id of a line that is JSON, though no case.
fn given_id(line: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        id: Option<String>,
    }
    let mut json = serde_json::Deserializer::from_str(line);
    let named = Named::deserialize(Plain(&mut json)).ok()?;
    json.end().ok()?;
    named.id
}
