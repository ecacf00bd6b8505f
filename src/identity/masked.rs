//! Personal text as it may be printed.

use crate::naming::shown::write_shown;
use core::fmt;

/// A text of which only the first and last characters are shown, a star for each of the others.
///
/// Never more than half of the characters are shown: a text too short for that is all stars. The length is not hidden.
///
/// # Examples
///
/// ```
/// use ruankao::identity::HolderName;
///
/// let name = |text| HolderName::parse(text).map(|name| name.masked().to_string());
/// assert_eq!(name("张三")?, "张*");
/// assert_eq!(name("欧阳小明")?, "欧***");
/// // One character of one would be all of it.
/// assert_eq!(name("张")?, "*");
/// # Ok::<(), ruankao::identity::LineError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Masked<'a> {
    text: &'a str,
    head: usize,
    tail: usize,
}

impl<'a> Masked<'a> {
    pub(crate) const fn new(text: &'a str, head: usize, tail: usize) -> Self {
        Self { text, head, tail }
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.text.chars().count();
        let (head, tail) = if self.head + self.tail > length / 2 { (0, 0) } else { (self.head, self.tail) };
        let hidden = head..length - tail;
        self.text
            .chars()
            .enumerate()
            .try_for_each(|(at, character)| write_shown(f, if hidden.contains(&at) { '*' } else { character }))
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
