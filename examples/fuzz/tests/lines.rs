//! Lines of the wire format: whatever comes is answered, in one line, and nothing panics.

use bolero::check;
use ruankao::conformance::run;
use ruankao_fuzz::edited_case;
use serde_json::Value;

/// The answer to one line is one line: answers to all questions, or what was malformed and where.
fn answered(line: &[u8]) {
    let mut out = Vec::new();
    let malformed = run(line, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    let expected = line.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    assert_eq!(lines.len(), expected, "{out}");
    let mut refused = 0;
    for answer in lines {
        let answer: Value = serde_json::from_str(answer).unwrap();
        if let Some(error) = answer.get("error") {
            refused += 1;
            assert_eq!(error["code"], "malformed");
            let message = error["message"].as_str().unwrap();
            assert!(message.starts_with("line ") && !message.chars().any(char::is_control), "{message}");
        }
    }
    assert_eq!(malformed, refused);
}

#[test]
fn any_bytes_are_answered() {
    check!().for_each(|input: &[u8]| answered(input));
}

#[test]
fn an_edited_case_is_answered() {
    check!().for_each(|input: &[u8]| answered(edited_case(input).as_bytes()));
}

/// What could be read once is written and read again the same, and answered the same.
#[test]
fn a_case_that_was_read_is_written_and_read_back() {
    use ruankao::conformance::{Case, read_case};
    check!().for_each(|input: &[u8]| {
        let Ok(case) = read_case(edited_case(input).as_bytes(), 1) else { return };
        let text = serde_json::to_string(&case).unwrap();
        let back: Case = read_case(text.as_bytes(), 1).unwrap_or_else(|error| panic!("{error}: {text}"));
        let answers = |case: &Case| serde_json::to_string(&case.answers()).unwrap();
        assert_eq!(answers(&back), answers(&case), "{text}");
    });
}
