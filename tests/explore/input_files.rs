//! Files of cases: JSON or JSON Lines, whichever it is.

use crate::{explore, explored_data, folder};

const ONE: &str = r#"{"id":"one","history":[{"event":"approved","on":"2005-03-10"}],"ask":[]}"#;
const TWO: &str = r#"{"id":"two","history":[{"event":"approved","on":"2006-03-10"}],"ask":[]}"#;

/// What comes of a file with that in it, of the case of an id.
fn read(name: &str, text: impl AsRef<[u8]>, id: Option<&str>, language: &str) -> Result<String, String> {
    let file = folder(&format!("input_{name}")).join("cases");
    std::fs::write(&file, text).unwrap();
    let file = file.display().to_string();
    let id = id.map(|id| vec!["--case", id]).unwrap_or_default();
    let told = explore(&[&[&*file, "--language", language], &id[..]].concat());
    told.map_err(|wrong| wrong.replace(&file, "cases"))
}

fn pretty(case: &str) -> String {
    serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(case).unwrap()).unwrap()
}

#[test]
fn a_file_is_json_or_json_lines() {
    let texts = [
        ("lines", format!("{ONE}\n{TWO}\n")),
        ("no_end", format!("{ONE}\n{TWO}")),
        ("blank", format!("\n\n  {ONE}\r\n\r\n\t{TWO}\r\n")),
        ("pretty", format!("{}\n{}\n", pretty(ONE), pretty(TWO))),
        ("mixed", format!("{}{TWO}", pretty(ONE))),
        ("bom", format!("\u{feff}{}\n{TWO}\n", pretty(ONE))),
    ];
    for (name, text) in texts {
        assert!(read(name, &text, None, "en").unwrap().starts_with("one\n"), "{name}");
        assert!(read(name, &text, Some("two"), "en").unwrap().starts_with("two\n"), "{name}");
    }
    let file = folder("input_data").join("case.json");
    std::fs::write(&file, pretty(ONE)).unwrap();
    assert_eq!(explored_data(&[&file.display().to_string(), "--on", "2006-01-01"])["id"], "one");
}

#[test]
fn what_is_wrong_with_a_file_has_line_and_column() {
    let bad = r#"{
  "id": "a",
  "history": [
    {"event": "approved", "on": "2005-02-29"}
  ],
  "ask": []
}"#;
    let wrong = |text: &[u8]| read("wrong", text, None, "en").unwrap_err();
    let said = wrong(bad.as_bytes());
    assert!(said.starts_with("`cases`, line 4, column "), "{said}");
    assert!(said.contains("`2005-02-29`: there is no such day"), "{said}");
    // The second case of a file, on its own line.
    let said = read("wrong", format!("{ONE}\n{{\"id\":\"b\",\"asked\":[]}}\n"), Some("b"), "en").unwrap_err();
    assert!(said.starts_with("`cases`, line 2, column 17: ") && said.contains("unknown field `asked`"), "{said}");
    let said = wrong(b"{\"id\": \"a\",\n \"ask\": [}\n");
    assert!(said.starts_with("`cases`, line 2, column 10: not JSON: "), "{said}");
    let said = read("wrong", format!("{ONE},\n{TWO}"), Some("two"), "en").unwrap_err();
    assert!(said.starts_with("`cases`, line 1, column 73: not JSON: "), "{said}");
    assert!(said.ends_with("expected one object a line, with nothing between them"), "{said}");
    let said = wrong(format!("[{ONE},{TWO}]").as_bytes());
    assert_eq!(said, "`cases`, line 1, column 1: a list; expected one object, or one object a line");
    let said = wrong(b"{\"id\": \"a\",");
    assert!(said.contains("line 1, column 11: not JSON: ") && said.contains("the text ends too early"), "{said}");
    let said = wrong(b"{\"id\":\n \"\xff\"}");
    assert_eq!(said, "`cases`, line 2, column 3: not UTF-8; expected JSON in UTF-8");
    assert_eq!(wrong(b" \n"), "`cases` holds no case; expected one JSON object, or one object a line");
    assert_eq!(wrong(b"7"), "`cases`, line 1, column 1: no object; expected one object, or one object a line");
    let said = read("wrong", bad, None, "zh").unwrap_err();
    assert!(said.starts_with("“cases”第4行第"), "{said}");
    let said = read("wrong", format!("{ONE},\n{TWO}"), Some("two"), "zh").unwrap_err();
    assert!(said.contains("应为每行一个对象"), "{said}");
}
