//! Those to whom duties are owed.

use crate::naming::table::Language;
use crate::oversight::authority::Authority;
use core::fmt;

/// Somebody to whom a duty is owed. Who bears one is always an [`Authority`].
///
/// # Examples
///
/// ```
/// use ruankao::duty::Party;
/// use ruankao::oversight::Authority;
/// use ruankao::Language;
///
/// assert_eq!(Party::from(Authority::Centre).in_words(Language::Zh), "信息产业部电子教育中心");
/// assert_ne!(Party::Public.name(), Party::Holder.name());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// An authority, or a body that acts under one.
    Authority(Authority),
    /// Society (社会).
    Public,
    /// The holder (持证者).
    Holder,
}

impl Party {
    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Authority(authority) => authority.name(),
            Self::Public => "public",
            Self::Holder => "holder",
        }
    }

    /// What it is called, in words.
    #[must_use]
    pub const fn in_words(self, language: Language) -> &'static str {
        match self {
            Self::Authority(authority) => authority.in_words(language),
            Self::Public => language.choose("the public", "社会"),
            Self::Holder => language.choose("the holder", "持证者"),
        }
    }
}

impl From<Authority> for Party {
    fn from(authority: Authority) -> Self {
        Self::Authority(authority)
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Party {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
