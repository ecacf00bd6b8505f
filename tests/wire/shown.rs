//! What came from outside is shown visibly in what is said of a line and of a system.

use proptest::prelude::*;
use ruankao::Language;
use ruankao::conformance::{Difference, Failed, Report, read_case};
use serde_json::{Value, json};

/// Text with what cannot be seen in it, or works on what stands around it.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}a`\\\\张 -]{0,12}",
        1 => "[a-z\u{34f}\u{115f}\u{3164}\u{ffa0}\u{fe0f}\u{e0100}]{0,6}",
        1 => Just("\u{1b}]52;c;aGk=\u{7}\r\nall clear".to_owned()),
    ]
}

/// Whether a character of the text that shows nothing of itself stands in what is shown.
fn hides(shown: &str, given: &str) -> bool {
    let visible = |letter: &char| letter.is_ascii_graphic() || matches!(letter, ' ' | '张');
    given.chars().filter(|letter| !visible(letter) && !letter.is_ascii_lowercase()).any(|letter| shown.contains(letter))
}

proptest! {
    #[test]
    fn a_malformed_line_is_told_of_visibly(text in hostile()) {
        let keyed = [("history", json!([{ text.as_str(): 1 }])), (text.as_str(), json!(1)), ("mode", json!(text))];
        let valued = ["law", "id", "ask", "ledger"].map(|key| (key, json!(text)));
        let events = [
            ("history", json!([{ "event": text, "on": "2005-03-10" }])),
            ("history", json!([{ "event": "approved", "on": text }])),
            ("ask", json!([{ "query": text }])),
        ];
        for (key, value) in keyed.into_iter().chain(valued).chain(events) {
            let line = json!({ "id": "a", "ask": [], key: value }).to_string();
            let Err(malformed) = read_case(line.as_bytes(), 1) else { continue };
            prop_assert!(!hides(&malformed.message, &text), "{:?}", malformed.message);
        }
    }

    #[test]
    fn a_report_shows_what_a_system_says(text in hostile()) {
        let difference = Difference {
            found_on: text.clone(),
            case: json!({ "id": text }),
            is_smallest: true,
            expected: json!([text]),
            found: json!({ text.as_str(): text }),
            clauses: vec![text.clone()],
        };
        let failure = Some(Failed { on: text.clone(), case: json!({ "id": text }), reason: text.clone() });
        let report = Report { differences: vec![difference.clone()], failure, ..Report::default() };
        for words in [report.in_words(Language::En).to_string(), report.in_words(Language::Zh).to_string()] {
            prop_assert!(!hides(&words.replace('\n', ""), &text), "{words:?}");
            // JSON is shown as JSON of the same value.
            for shown in words.lines().filter(|line| line.starts_with("  ")).map(|line| line.trim().split_once(' ')) {
                let value: Value = serde_json::from_str(shown.unwrap().1.trim()).unwrap();
                prop_assert!([&difference.case, &difference.expected, &difference.found].contains(&&value));
            }
        }
        let xml = report.junit(&text).to_string();
        prop_assert!(!hides(&xml.replace('\n', ""), &text), "{xml:?}");
    }
}
