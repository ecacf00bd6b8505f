//! Text that came from outside, as it may be shown.

use core::fmt::{self, Write};

/// A text that came from outside, shown to people with nothing hidden in it.
///
/// Whatever would move the cursor, color or reorder what stands around it, or not be seen at all, is written as an escape
/// of Rust: `\n`, `\u{1b}`, `\u{202e}`; a backslash is written twice, so that two texts never look the same. These are the
/// control, format and bidirectional characters of Unicode, its separators of lines and paragraphs, and all others that
/// it has programs ignore in showing. The text itself stays what it is.
///
/// # Examples
///
/// ```
/// use ruankao::naming::Shown;
///
/// // It would clear the screen, or turn around what follows.
/// assert_eq!(Shown("A1\u{1b}[2J").to_string(), r"A1\u{1b}[2J");
/// assert_eq!(Shown("A1\u{202e}").to_string(), r"A1\u{202e}");
/// assert_eq!(Shown("上海 1号").to_string(), "上海 1号");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shown<'a>(pub &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| write_shown(f, character))
    }
}

/// A sentence with text from outside in it, of which nothing is hidden; what is an escape already stays as it is.
#[cfg(feature = "conformance")]
pub(crate) struct Visible<T>(pub(crate) T);

#[cfg(feature = "conformance")]
impl<T: fmt::Display> fmt::Display for Visible<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        each(&self.0, f, |f, character| match character {
            _ if is_hidden(character) => write!(f, "{}", character.escape_default()),
            _ => f.write_char(character),
        })
    }
}

/// JSON as people are shown it: the same value, with what is hidden in its texts as escapes of JSON.
#[cfg(feature = "conformance")]
pub(crate) struct VisibleJson<T>(pub(crate) T);

#[cfg(feature = "conformance")]
impl<T: fmt::Display> fmt::Display for VisibleJson<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        each(&self.0, f, |f, character| match character {
            _ if is_hidden(character) => {
                character.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(f, "\\u{unit:04x}"))
            }
            _ => f.write_char(character),
        })
    }
}

/// Writes a text character by character.
#[cfg(feature = "conformance")]
fn each(
    text: &impl fmt::Display,
    f: &mut fmt::Formatter<'_>,
    character: impl FnMut(&mut fmt::Formatter<'_>, char) -> fmt::Result,
) -> fmt::Result {
    struct Each<'a, 'f, F>(&'a mut fmt::Formatter<'f>, F);

    impl<F: FnMut(&mut fmt::Formatter<'_>, char) -> fmt::Result> Write for Each<'_, '_, F> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            text.chars().try_for_each(|character| self.1(self.0, character))
        }
    }

    write!(Each(f, character), "{text}")
}

/// One character, as [`Shown`] writes it; white space by its number.
pub(crate) struct Seen(pub(crate) char);

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            ' ' => f.write_char(' '),
            space if space.is_whitespace() && !is_hidden(space) => write!(f, "{}", space.escape_unicode()),
            found => write_shown(f, found),
        }
    }
}

/// One character as [`Shown`] writes it.
pub(crate) fn write_shown(f: &mut fmt::Formatter<'_>, character: char) -> fmt::Result {
    match character {
        '\\' | '\n' | '\r' | '\t' => write!(f, "{}", character.escape_default()),
        _ if is_hidden(character) => write!(f, "{}", character.escape_unicode()),
        _ => f.write_char(character),
    }
}

/// Whether a character shows nothing of itself, or works on what stands around it.
pub(crate) fn is_hidden(character: char) -> bool {
    let place = HIDDEN.partition_point(|&(_, last)| last < character);
    HIDDEN.get(place).is_some_and(|&(first, _)| first <= character)
}

/// Whether a hidden character belongs to how words are spelled: the joiners of Persian and Indic scripts, and what selects
/// a variant of a Chinese character.
pub(crate) const fn is_of_spelling(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Unicode 16: the general categories Cc, Cf, Zl and Zp, and the property `Default_Ignorable_Code_Point`, in order.
const HIDDEN: [(char, char); 27] = [
    ('\0', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];
