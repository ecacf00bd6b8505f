//! Any text as each of the formats writes it, so that it never says more than itself.

use crate::naming::shown::is_hidden;
use core::fmt::{self, Write};

/// A text as XML writes it, in elements and in attributes.
pub(super) struct Xml<T>(pub(super) T);

/// A text between the quotes of the DOT language, where it is neither markup nor an escape of its own.
pub(super) struct Dot<T>(pub(super) T);

/// A text as Mermaid writes it on one line; what could be markup is an entity.
pub(super) struct Mermaid<T>(pub(super) T);

impl<T: fmt::Display> fmt::Display for Xml<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        each(&self.0, f, |f, c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}

impl<T: fmt::Display> fmt::Display for Dot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        each(&self.0, f, |f, c| match c {
            '"' => f.write_str("\\\""),
            '\\' => f.write_str("\\\\"),
            // Graphviz reads entities in labels, and would write them out as markup.
            '&' => f.write_str("&amp;"),
            c => f.write_char(c),
        })
    }
}

impl<T: fmt::Display> fmt::Display for Mermaid<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        each(&self.0, f, |f, c| match c {
            ' ' | '_' | '.' | ',' | '(' | ')' => f.write_char(c),
            c if c.is_alphanumeric() => f.write_char(c),
            c => write!(f, "#{};", u32::from(c)),
        })
    }
}

/// Writes a text letter by letter. What no drawing may hold, since it shows nothing of itself or works on what stands around
/// it, comes as the replacement character, and a turn of the line as a space.
fn each(
    text: &impl fmt::Display,
    f: &mut fmt::Formatter<'_>,
    letter: impl FnMut(&mut fmt::Formatter<'_>, char) -> fmt::Result,
) -> fmt::Result {
    struct Letters<'a, 'b, F>(&'a mut fmt::Formatter<'b>, F);

    impl<F: FnMut(&mut fmt::Formatter<'_>, char) -> fmt::Result> Write for Letters<'_, '_, F> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            text.chars().try_for_each(|c| self.1(self.0, shown(c)))
        }
    }

    write!(Letters(f, letter), "{text}")
}

fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => ' ',
        // These are no characters, and XML cannot hold them.
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}
