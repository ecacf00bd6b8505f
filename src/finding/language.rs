//! The languages in which findings are put into words.

/// A language that the crate speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// Of two texts, the one in this language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::finding::Language;
    ///
    /// assert_eq!(Language::Zh.choose("certificate", "证书"), "证书");
    /// ```
    #[must_use]
    pub const fn choose<'a>(self, en: &'a str, zh: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}
