//! A name that is not on the list.

use alloc::string::String;
use core::fmt;
use thiserror::Error;

/// A text is none of the names of a closed list.
///
/// # Examples
///
/// ```
/// use ruankao::naming::UnknownName;
/// use ruankao::Mode;
///
/// let UnknownName { kind, given, expected, .. } = "lenient".parse::<Mode>().unwrap_err();
/// assert_eq!((kind, given.as_str(), expected), ("mode", "lenient", &["strict", "audit", "recorded"][..]));
/// assert!("audit".parse::<Mode>().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{given}` is no {kind}; expected {}", Listed(expected))]
#[non_exhaustive]
pub struct UnknownName {
    /// What it should have been the name of, such as `level`.
    pub kind: &'static str,
    /// The text given.
    pub given: String,
    /// The names on the list, in its order.
    pub expected: &'static [&'static str],
}

impl UnknownName {
    pub(crate) fn new(kind: &'static str, given: &str, expected: &'static [&'static str]) -> Self {
        Self { kind, given: given.into(), expected }
    }
}

/// Names in backticks, the last behind "or".
struct Listed<'a>(&'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((last, others)) = self.0.split_last() else { return f.write_str("nothing") };
        for (index, name) in others.iter().enumerate() {
            write!(f, "{}`{name}`", if index == 0 { "" } else { ", " })?;
        }
        write!(f, "{}`{last}`", if others.is_empty() { "" } else { " or " })
    }
}
