//! Words in both languages, as answers carry them.

use ruankao::Language;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use utoipa::ToSchema;

/// The same said in Chinese and in English.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

impl Both {
    /// What is said in each language.
    pub fn of<W: Display>(say: impl Fn(Language) -> W) -> Self {
        Self { zh: say(Language::Zh).to_string(), en: say(Language::En).to_string() }
    }

    pub fn in_words(&self, language: &Language) -> &str {
        language.choose(&self.en, &self.zh)
    }
}
