//! Lines in, lines out.

use crate::conformance::case::Case;
use crate::conformance::limits::Limits;
use crate::conformance::reading::Reading;
use crate::naming::plain::Plain;
use crate::naming::shown::{Shown, Visible};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufWriter, Write};
use thiserror::Error;

/// A line that is no case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Malformed {
    /// The id it gives, where it gives one.
    pub id: Option<String>,
    /// The line, the field, and what was expected; what it repeats of the line is shown with nothing hidden in it.
    pub message: String,
}

#[derive(Serialize)]
struct Answered<'a> {
    id: &'a str,
    answers: &'a Reading<'a>,
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
        let path = shortened(error.path().to_string());
        let place = if path == "." { String::new() } else { alloc::format!(", field `{}`", Shown(&path)) };
        (place, error.into_inner())
    });
    let case = case.and_then(|case| json.end().map(|()| case).map_err(|error| (String::new(), error)));
    case.map_err(|(place, error)| {
        let message = alloc::format!("line {number}{place}: {}", in_line(&error));
        Malformed { id: given_id(line), message }
    })
}

/// Answers one line within the default [`Limits`]; `number` is the line's, from 1, for the message.
///
/// # Errors
///
/// [`Malformed`] for a line that is not JSON, says something that is no case, or goes beyond the limits.
pub fn answer_line(line: &[u8], number: usize) -> Result<String, Malformed> {
    let mut answered = Vec::new();
    answer_into(&mut answered, &Limits::default(), line, number)
        .and_then(|()| String::from_utf8(answered).map_err(io::Error::other).map_err(Failed::Written))
        .map_err(|failed| match failed {
            Failed::Malformed(malformed) => malformed,
            Failed::Written(error) => Malformed { id: None, message: error.to_string() },
        })
}

/// Why a line is not answered.
enum Failed {
    /// It is no case, or goes too far.
    Malformed(Malformed),
    /// The answer could not be written.
    Written(io::Error),
}

/// Writes the answers to a line as they are made.
fn answer_into(output: &mut impl Write, limits: &Limits, line: &[u8], number: usize) -> Result<(), Failed> {
    let too_much = |id: Option<&str>, much: &dyn core::fmt::Display| {
        let message = alloc::format!("line {number}{much}");
        Failed::Malformed(Malformed { id: id.map(Into::into), message })
    };
    if line.len() > limits.bytes {
        return Err(too_much(None, &too_long(limits)));
    }
    let case = read_case(line, number).map_err(Failed::Malformed)?;
    let id = Some(case.id.as_str());
    limits.check(&case).map_err(|much| too_much(id, &format_args!(", {much}")))?;
    let reading = Reading::of(&case);
    limits.check_rows(&case, &reading).map_err(|much| too_much(id, &format_args!(", {much}")))?;
    serde_json::to_writer(output, &Answered { id: &case.id, answers: &reading })
        .map_err(|error| Failed::Written(error.into()))
}

fn too_long(limits: &Limits) -> String {
    alloc::format!(": longer than {} bytes; expected a line of at most so many", limits.bytes)
}

/// Answers every line of `input` within the default [`Limits`], one line each, in order; blank lines are passed over. A
/// malformed line is answered too, and the lines after it. Holds one line at a time, writes answers as they are made, and has
/// all of them out before it waits for more input.
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
pub fn run(input: impl BufRead, output: impl Write) -> io::Result<u64> {
    run_with(&Limits::default(), input, output)
}

/// The same within other [`Limits`]. A line with too many bytes is passed over without being held.
///
/// # Errors
///
/// Only what reading and writing report.
pub fn run_with(limits: &Limits, mut input: impl BufRead, output: impl Write) -> io::Result<u64> {
    let mut output = BufWriter::new(output);
    let (mut line, mut number, mut malformed_lines) = (Vec::new(), 0, 0);
    let mut used_up = true;
    while read_line(&mut input, &mut used_up, &mut output, &mut line, limits.bytes)? {
        number += 1;
        let case = line.trim_ascii();
        if case.is_empty() {
            continue;
        }
        match answer_into(&mut output, limits, case, number) {
            Ok(()) => {}
            Err(Failed::Written(error)) => return Err(error),
            Err(Failed::Malformed(Malformed { id, message })) => {
                malformed_lines += 1;
                let error = MalformedLine { code: "malformed", message: &message };
                serde_json::to_writer(&mut output, &Refused { id: &id, error })?;
            }
        }
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(malformed_lines)
}

/// Reads a line without its end, and whether there was one. Of one that is longer than `most` it keeps the beginning, a byte
/// too many, so that it shows.
///
/// Where what was at hand is `used_up`, so that reading on may have to wait, what was answered goes out first: whoever waits
/// for an answer before asking again gets it.
fn read_line(
    input: &mut impl BufRead,
    used_up: &mut bool,
    answered: &mut impl Write,
    line: &mut Vec<u8>,
    most: usize,
) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        if *used_up {
            answered.flush()?;
        }
        let held = match input.fill_buf() {
            Ok(held) => held,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if held.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = held.iter().position(|&byte| byte == b'\n');
        let found = held.get(..end.unwrap_or(held.len())).unwrap_or_default();
        // White space around a line is no part of it.
        let found = if line.is_empty() { found.trim_ascii_start() } else { found };
        let (kept, beyond) = found.split_at_checked(most.saturating_sub(line.len())).unwrap_or((found, &[]));
        line.extend_from_slice(kept);
        if line.len() <= most {
            line.extend(beyond.trim_ascii().first());
        }
        let read = end.map_or(held.len(), |end| end + 1);
        *used_up = read == held.len();
        input.consume(read);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// A text that repeats what may be as long as the line, with the middle left out: what is wrong stands in front, and what was
/// expected behind.
fn shortened(text: String) -> String {
    const FRONT: usize = 400;
    const BACK: usize = 1600;
    let (front, back) = (text.floor_char_boundary(FRONT), text.ceil_char_boundary(text.len().saturating_sub(BACK)));
    match (text.get(..front), text.get(back..)) {
        (Some(first), Some(last)) if front < back => alloc::format!("{first}…{last}"),
        _ => text,
    }
}

/// The message without the place in the text, which is always line 1: only the column says something.
fn in_line(error: &serde_json::Error) -> String {
    let message = shortened(error.to_string());
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
    // What the line calls its fields and variants is the one text that is repeated as it came.
    for unknown in ["unknown field `", "unknown variant `"] {
        let rest = message.strip_prefix(unknown).and_then(|rest| rest.rsplit_once("`, expected"));
        if let Some((given, expected)) = rest {
            return alloc::format!("{unknown}{}`, expected{expected}", Shown(given));
        }
    }
    if message.starts_with("duplicate field") {
        return alloc::format!("{message}; expected it once");
    }
    if message.starts_with("missing field") && !message.contains("; expected") {
        return alloc::format!("{message}; expected it to be there");
    }
    Visible(message).to_string()
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
