//! Reading a value from a text through its own parser.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;
use serde::de::{Deserializer, Error, Unexpected, Visitor};

/// Reads a text and parses it; anything else is refused without repeating it.
///
/// Serde's own message for a number where a text is due quotes the number, which here may well be somebody's identity
/// number written without its quotation marks.
pub(crate) fn from_text<'de, D, T>(deserializer: D, expecting: &'static str) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: fmt::Display>,
{
    let text = Text { expecting, parsed: PhantomData };
    // Asked for a text, serde_json words the refusal of a number itself; asked for anything, it lets the visitor.
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(text)
    } else {
        deserializer.deserialize_str(text)
    }
}

struct Text<T> {
    expecting: &'static str,
    parsed: PhantomData<T>,
}

impl<T> Text<T> {
    fn number<E: Error>(&self) -> E {
        E::invalid_type(Unexpected::Other("number"), &self.expecting)
    }
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Err(self.number())
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<T, E> {
        Err(self.number())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Err(self.number())
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<T, E> {
        Err(self.number())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Err(self.number())
    }
}
