//! The points that the notices leave open and the rule book decides, with no reading to turn.

use crate::naming::shown::Shown;
use crate::naming::table::{Language, Words};
use crate::regulation::clause::Clause;
use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use thiserror::Error;

/// A point on which the notices leave room and the crate takes one side, with no reading to turn.
///
/// What the crate says of a certificate rests on these points whatever the readings are: an answer that holds under
/// every [`Reading`](crate::regulation::Reading) need not hold under every view of the law. Each point says what speaks
/// for the side that is not taken. A name never changes its meaning; new points may come.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::DecidedPoint;
/// use ruankao::Clause;
///
/// let fraud: DecidedPoint = "fraud_from_revocation".parse()?;
/// assert_eq!(fraud.clauses(), [Clause::N47_10_5]);
/// assert_eq!(fraud.decided_en(), "From the act of cancellation.");
/// assert!(fraud.other_side_en().is_some_and(|other| other.contains("Administrative Licensing Law, art. 69")));
/// assert!("fraud_scope".parse::<DecidedPoint>().is_err());
/// # Ok::<(), ruankao::Error>(())
/// ```
///
/// # References
///
/// The page [decided points](crate::docs::decided_points) lists them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DecidedPoint {
    pub(super) name: &'static str,
    pub(super) clauses: &'static [Clause],
    pub(super) open: Words,
    pub(super) decided: Words,
    pub(super) other: Option<&'static Words>,
}

impl DecidedPoint {
    /// Its name, by which it is cited.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::DecidedPoint;
    ///
    /// assert!(DecidedPoint::ALL.iter().any(|point| point.name() == "posted_papers"));
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The clauses whose words leave the room, in the order of the notices; never none.
    #[must_use]
    pub const fn clauses(&self) -> &'static [Clause] {
        self.clauses
    }

    /// What the text leaves open, in English.
    #[must_use]
    pub const fn open_en(&self) -> &'static str {
        self.open.in_words(Language::En)
    }

    /// What the text leaves open, in Chinese.
    #[must_use]
    pub const fn open_zh(&self) -> &'static str {
        self.open.in_words(Language::Zh)
    }

    /// What is decided, in English.
    #[must_use]
    pub const fn decided_en(&self) -> &'static str {
        self.decided.in_words(Language::En)
    }

    /// What is decided, in Chinese.
    #[must_use]
    pub const fn decided_zh(&self) -> &'static str {
        self.decided.in_words(Language::Zh)
    }

    /// The other side, in English, with what speaks for it; none where nobody was found to take one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::DecidedPoint;
    ///
    /// let other = |name: &str| name.parse::<DecidedPoint>().map(|point| point.other_side_en());
    /// assert_eq!(other("several_deferrals")?, Some("One deferral a term."));
    /// assert_eq!(other("struck_hours")?, None);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub const fn other_side_en(&self) -> Option<&'static str> {
        match self.other {
            Some(other) => Some(other.in_words(Language::En)),
            None => None,
        }
    }

    /// It as a sentence: what the text leaves open, and what is decided.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::DecidedPoint;
    /// use ruankao::Language;
    ///
    /// let words = DecidedPoint::LATE_DECISION.in_words(Language::En).to_string();
    /// assert!(words.starts_with("A refusal or a withdrawal after the deadline: The certificate lapses on the day of"));
    /// ```
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        let (open, decided) = (self.open.in_words(language), self.decided.in_words(language));
        fmt::from_fn(move |f| write!(f, "{open}{}{decided}", language.choose(": ", "：")))
    }

    /// The other side, in Chinese; there is one exactly where there is one in English.
    #[must_use]
    pub const fn other_side_zh(&self) -> Option<&'static str> {
        match self.other {
            Some(other) => Some(other.in_words(Language::Zh)),
            None => None,
        }
    }
}

impl fmt::Display for DecidedPoint {
    /// Writes the name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl FromStr for DecidedPoint {
    type Err = UnknownDecidedPoint;

    /// Reads a name, written just as [`DecidedPoint::name`] gives it.
    ///
    /// # Errors
    ///
    /// [`UnknownDecidedPoint`] for whatever else: `expiry_day`, which is a reading, `Death`, a name with a space around
    /// it.
    fn from_str(text: &str) -> Result<Self, UnknownDecidedPoint> {
        Self::ALL
            .iter()
            .find(|point| point.name == text)
            .copied()
            .ok_or_else(|| UnknownDecidedPoint { name: text.to_owned() })
    }
}

/// A text names no decided point.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::{DecidedPoint, UnknownDecidedPoint};
///
/// let refused = "Death".parse::<DecidedPoint>();
/// assert!(matches!(refused, Err(UnknownDecidedPoint { name, .. }) if name == "Death"));
/// assert!("death".parse::<DecidedPoint>().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no decided point is named `{}`; expected a name of the list, such as `posted_papers`", Shown(.name))]
#[non_exhaustive]
pub struct UnknownDecidedPoint {
    /// The text given.
    pub name: String,
}
