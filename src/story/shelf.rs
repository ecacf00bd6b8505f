//! All stories, and where to find one.

use crate::story::telling::Story;
use crate::story::{filing, life, register, repeal, trouble};

/// All stories, from the plain to the troubled.
///
/// # Examples
///
/// ```
/// use ruankao::story::stories;
/// use ruankao::Language;
///
/// let titles: Vec<_> = stories().map(|story| story.title(Language::En)).collect();
/// assert_eq!(titles[0], "On time");
/// ```
pub fn stories() -> impl Iterator<Item = &'static Story> {
    [life::STORIES, filing::STORIES, trouble::STORIES, register::STORIES, repeal::STORIES].into_iter().flatten()
}

/// The story of that name.
///
/// # Examples
///
/// ```
/// use ruankao::story::find;
///
/// assert!(find("leap_day").is_some());
/// assert!(find("leap_year").is_none());
/// ```
#[must_use]
pub fn find(id: &str) -> Option<&'static Story> {
    stories().find(|story| story.id() == id)
}
