//! A text in both languages.

use crate::naming::table::Language;

/// A text in both languages: what something is called, or says.
///
/// A named enum with words converts into it; so a sentence can hold what it speaks of before its language is known.
///
/// # Examples
///
/// ```
/// use ruankao::ground::Ground;
/// use ruankao::naming::Words;
/// use ruankao::Language;
///
/// let words = Words::from(Ground::SickLeave);
/// assert_eq!(words.in_words(Language::Zh), "病假");
/// assert_ne!(words, Ground::Childbirth.into());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    en: &'static str,
    zh: &'static str,
}

impl Words {
    /// A text in both languages.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The text in a language.
    #[must_use]
    pub const fn in_words(self, language: Language) -> &'static str {
        language.choose(self.en, self.zh)
    }
}
