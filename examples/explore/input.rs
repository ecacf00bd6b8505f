//! A file of cases: JSON or JSON Lines, whichever it is.

use crate::near::nearest;
use ruankao::Language;
use ruankao::conformance::{Case, read_case};
use ruankao::naming::Shown;
use serde_json::error::Category;
use serde_json::{Deserializer, value::Value};

/// A mark of UTF-8 that some programs put in front of a text.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// A text of cases, and where it comes from.
pub struct Input<'i> {
    pub name: &'i str,
    pub bytes: &'i [u8],
    pub language: Language,
}

impl Input<'_> {
    /// The case of that id, or the first.
    ///
    /// # Errors
    ///
    /// What is wrong with the text up to that case, with line and column; or that it is not there.
    pub fn case(&self, id: Option<&str>) -> Result<Case, String> {
        let text = self.text()?;
        let mut values = Deserializer::from_str(text).into_iter::<Value>();
        let (mut from, mut others) = (0, Vec::new());
        while let Some(value) = values.next() {
            let value = value.map_err(|error| self.not_json(&error, !others.is_empty()))?;
            let to = values.byte_offset();
            let span = text.get(from..to).unwrap_or_default();
            let blank = span.len() - span.trim_start().len();
            let case = self.read(text, from + blank, span.trim_start(), &value)?;
            if id.is_none_or(|id| id == case.id) {
                return Ok(case);
            }
            others.push(case.id);
            from = to;
        }
        Err(self.not_there(id, &others))
    }

    fn say(&self, en: String, zh: String) -> String {
        match self.language {
            Language::En => en,
            Language::Zh => zh,
        }
    }

    fn text(&self) -> Result<&str, String> {
        let bytes = self.bytes.strip_prefix(BOM).unwrap_or(self.bytes);
        core::str::from_utf8(bytes).map_err(|error| {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let (line, column) = position(&String::from_utf8_lossy(before));
            let name = self.name;
            self.say(
                format!("`{name}`, line {line}, column {column}: not UTF-8; expected JSON in UTF-8"),
                format!("“{name}”第{line}行第{column}列：不是UTF-8；应为UTF-8编码的JSON"),
            )
        })
    }

    /// A value as a case. What is wrong with it stands at its own place, or where it begins.
    fn read(&self, text: &str, from: usize, span: &str, value: &Value) -> Result<Case, String> {
        let (line, column) = position(text.get(..from).unwrap_or_default());
        if !value.is_object() {
            let (en, zh) = match value {
                Value::Array(_) => ("a list", "一个列表"),
                _ => ("no object", "不是对象"),
            };
            let name = self.name;
            return Err(self.say(
                format!("`{name}`, line {line}, column {column}: {en}; expected one object, or one object a line"),
                format!("“{name}”第{line}行第{column}列：{zh}；应为一个对象，或每行一个对象"),
            ));
        }
        read_case(span.as_bytes(), 1).map_err(|malformed| {
            let place = serde_json::from_str::<Case>(span).err().filter(|error| error.line() > 0);
            let (line, column) = match place {
                Some(error) if error.line() == 1 => (line, column + error.column().saturating_sub(1)),
                Some(error) => (line + error.line() - 1, error.column()),
                None => (line, column),
            };
            let message = malformed.message.strip_prefix("line 1").unwrap_or(&malformed.message);
            let (message, name) = (message.trim_start_matches([',', ':', ' ']), self.name);
            self.say(
                format!("`{name}`, line {line}, column {column}: {message}"),
                format!("“{name}”第{line}行第{column}列：{message}"),
            )
        })
    }

    fn not_json(&self, error: &serde_json::Error, is_after_another: bool) -> String {
        let (line, column, name) = (error.line(), error.column(), self.name);
        let told = error.to_string();
        let what = told.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&told);
        let (en, zh) = match (error.classify(), is_after_another) {
            // A value is there and something follows it that begins none.
            (Category::Syntax, true) => {
                ("expected one object a line, with nothing between them", "应为每行一个对象，对象之间没有其他内容")
            }
            (Category::Eof, _) => (
                "the text ends too early; expected one object, or one object a line",
                "内容不完整；应为一个对象，或每行一个对象",
            ),
            _ => ("expected one object, or one object a line", "应为一个对象，或每行一个对象"),
        };
        self.say(
            format!("`{name}`, line {line}, column {column}: not JSON: {}; {en}", Shown(what)),
            format!("“{name}”第{line}行第{column}列：不是JSON（{}）；{zh}", Shown(what)),
        )
    }

    fn not_there(&self, id: Option<&str>, others: &[String]) -> String {
        let name = self.name;
        match id {
            Some(id) => {
                let near = nearest(id, others.iter().map(String::as_str), self.language);
                self.say(
                    format!("no case in `{name}` has the id `{}`{near}", Shown(id)),
                    format!("“{name}”中没有编号为“{}”的案例{near}", Shown(id)),
                )
            }
            None => self.say(
                format!("`{name}` holds no case; expected one JSON object, or one object a line"),
                format!("“{name}”中没有案例；应为一个JSON对象，或每行一个对象"),
            ),
        }
    }
}

/// The line and the column that follow a text, from 1.
fn position(before: &str) -> (usize, usize) {
    let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
