//! Hostile input: what the fuzz targets of this package are made of.
//!
//! A target takes bytes and makes something of them that is nearly right, since what is plainly wrong is refused at the
//! door and reaches nothing.

/// The sample cases, one a line: what edits start from.
pub const CASES: &str = include_str!("../../../tests/cases/second.jsonl");

/// What stands where something else was expected.
const WORDS: [&str; 40] = [
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\"\"",
    "0",
    "-1",
    "-0",
    "0.1",
    "12.55",
    "1e3",
    "1e400",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "\"2008-02-30\"",
    "\"1899-12-31\"",
    "\"1900-01-01\"",
    "\"2999-12-31\"",
    "\"3000-01-01\"",
    "\"2008-02-29\"",
    "\"2019-01-01\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\u{202e}\"",
    "\"\u{200b}\"",
    "\"id\"",
    "\"event\"",
    "\"known_on\"",
    "\"struck_on\"",
    "\"recorded_on\"",
    "\"repealed_on\"",
    "\"approved\"",
    "\"registered\"",
    "\"recorded\"",
    "\"cancelled\"",
    "\"appeal_decided\"",
    "{\"event\":\"approved\",\"on\":\"2005-03-10\"}",
    "{\"query\":\"sensitivity\",\"on\":\"2010-01-01\"}",
];

/// A source of small numbers that runs dry at zero.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    /// The next number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        let mut number = 0_usize;
        for _ in 0..2 {
            let Some((&first, rest)) = self.0.split_first() else { break };
            (number, self.0) = (number << 8 | usize::from(first), rest);
        }
        if bound == 0 { 0 } else { number % bound }
    }
}

/// A sample case with up to eight edits.
#[must_use]
pub fn edited_case(bytes: &[u8]) -> String {
    let mut bytes = Bytes(bytes);
    let cases: Vec<&str> = CASES.lines().collect();
    edited(cases[bytes.below(cases.len())], &mut bytes)
}

/// JSON with up to eight edits: a token replaced, removed, doubled, or exchanged with another.
#[must_use]
pub fn edited(json: &str, bytes: &mut Bytes<'_>) -> String {
    let mut tokens = tokens(json);
    for _ in 0..bytes.below(9) {
        let place = bytes.below(tokens.len());
        match bytes.below(5) {
            0 => tokens[place] = WORDS[bytes.below(WORDS.len())].to_owned(),
            1 => drop(tokens.remove(place)),
            2 => tokens.insert(place, tokens[place].clone()),
            3 => {
                let other = bytes.below(tokens.len());
                tokens.swap(place, other);
            }
            // The same kind of token from elsewhere in the case: what is most often still a case.
            _ => {
                let kind = kind(&tokens[place]);
                let alike: Vec<usize> = (0..tokens.len()).filter(|&at| self::kind(&tokens[at]) == kind).collect();
                tokens[place] = tokens[alike[bytes.below(alike.len())]].clone();
            }
        }
        if tokens.is_empty() {
            break;
        }
    }
    tokens.concat()
}

/// JSON, cut where a token begins.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_text = false;
    for letter in text.chars() {
        let ends = matches!(letter, '{' | '}' | '[' | ']' | ',' | ':');
        let begins = !in_text && (ends || letter == '"' || tokens.last().is_none_or(|last| is_mark(last)));
        if begins || tokens.is_empty() {
            tokens.push(String::new());
        }
        if let Some(last) = tokens.last_mut() {
            last.push(letter);
        }
        if letter == '"' {
            in_text = !in_text;
        }
    }
    tokens
}

fn is_mark(token: &str) -> bool {
    matches!(token, "{" | "}" | "[" | "]" | "," | ":")
}

/// What a token is, roughly: a day, a text, a number or word, a mark.
fn kind(token: &str) -> u8 {
    match token.as_bytes() {
        [b'"', b'1' | b'2', b'0' | b'9', _, _, b'-', ..] => 0,
        [b'"', ..] => 1,
        _ if is_mark(token) => 2,
        _ => 3,
    }
}
