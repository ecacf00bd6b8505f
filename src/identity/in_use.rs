//! The days on which a form of document was in use.

use chrono::NaiveDate;

/// The days on which a document of some form could be shown, both ends included.
///
/// An end is `None` where no source names a day for it, so that a document is never ruled out on a guess. Where a form
/// was succeeded by another, its last issue was the day before the other's first; documents already issued stayed good
/// until they expired.
///
/// # Examples
///
/// ```
/// use ruankao::identity::CitizenNumber;
/// use ruankao::day;
///
/// let first_generation = CitizenNumber::parse("110105491231002")?.form_in_use();
/// assert!(first_generation.includes(day!(2012, 12, 31)));
/// assert!(!first_generation.includes(day!(2013, 1, 1)));
/// # Ok::<(), ruankao::identity::CitizenNumberError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InUse {
    /// The first day of use, where one is known.
    pub first_day: Option<NaiveDate>,
    /// The last day of use, where one is known.
    pub last_day: Option<NaiveDate>,
}

impl InUse {
    /// In use on every day, as far as is known.
    pub const ALWAYS: Self = Self { first_day: None, last_day: None };

    pub(super) const fn since(first_day: NaiveDate) -> Self {
        Self { first_day: Some(first_day), last_day: None }
    }

    /// Whether `day` is not known to lie outside.
    #[must_use]
    pub fn includes(self, day: NaiveDate) -> bool {
        self.first_day.is_none_or(|first| first <= day) && self.last_day.is_none_or(|last| day <= last)
    }
}
