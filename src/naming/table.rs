//! One table makes a named enum; and the languages in which it has words.
//!
//! # How to declare
//!
//! A row is a value, its name on the wire and, in all rows or in none, its words in English and in Chinese; a semicolon
//! ends it. Behind the enum's name stands what one of its values is called in a message: "`x` is no *level*".
//!
//! ```text
//! named! {
//!     /// A level of qualification (级别).
//!     pub enum Level: "level" {
//!         /// 初级资格.
//!         Junior = "junior", "junior", "初级资格";
//!         /// 高级资格.
//!         Senior = "senior", "senior", "高级资格";
//!     }
//! }
//! ```
//!
//! Documentation and further attributes go where they go on any enum: `#[derive(Default)]` above it and `#[default]` on
//! a row, `#[non_exhaustive]` where it may grow. `Clone`, `Copy`, `Debug`, `PartialEq`, `Eq`, `PartialOrd`, `Ord` (the
//! order of the rows) and `Hash` are always there and not written.
//!
//! # What it makes
//!
//! The rules of [`named!`] are layers, each of which adds to the one below:
//!
//! 1. `enum Level { … }`: the enum itself, `ALL` (an array), `name()`, `Display` and (feature `serde`) `Serialize`.
//! 2. `enum Level: "level" { … }`: also `FromStr`, with [`UnknownName`](crate::naming::unknown::UnknownName) for its error,
//!    (feature `serde`) `Deserialize` and (feature `schema`) `JsonSchema`.
//! 3. rows with words: also `in_words(language)` and the conversion into [`Words`](crate::naming::table::Words).
//! 4. rows with words and no documentation: also documentation, which says the words.
//!
//! Leave the kind away where a value is not read by its name alone, and write `FromStr` and `Deserialize` by hand, as
//! `Qualification` does for its aliases.
//!
//! Everything else that is known of a value — its clause, its bearer — is a `match` below the table; the compiler asks
//! for every value there too.

/// Declares an enum whose values have names; see the [module](self).
macro_rules! named {
    // Rows that say no more than their words.
    (
        $(#[$attribute:meta])*
        $vis:vis enum $Type:ident $(: $kind:literal)? {
            $( $Value:ident = $name:literal, $en:literal, $zh:literal; )+
        }
    ) => {
        $crate::naming::table::named! {
            $(#[$attribute])*
            $vis enum $Type $(: $kind)? {
                $( #[doc = concat!($en, " (", $zh, ")")] $Value = $name, $en, $zh; )+
            }
        }
    };

    // The words of each row, on top of what the names make.
    (
        $(#[$attribute:meta])*
        $vis:vis enum $Type:ident $(: $kind:literal)? {
            $( $(#[$row:meta])* $Value:ident = $name:literal, $en:literal, $zh:literal; )+
        }
    ) => {
        $crate::naming::table::named! {
            $(#[$attribute])*
            $vis enum $Type $(: $kind)? { $( $(#[$row])* $Value = $name; )+ }
        }

        impl $Type {
            /// The words for it in a language.
            #[must_use]
            pub const fn in_words(self, language: $crate::naming::table::Language) -> &'static str {
                match self { $( Self::$Value => language.choose($en, $zh), )+ }
            }
        }

        impl From<$Type> for $crate::naming::table::Words {
            /// The words for it in both languages.
            fn from(named: $Type) -> Self {
                match named { $( $Type::$Value => Self::new($en, $zh), )+ }
            }
        }
    };

    // Reading a name, on top of writing it.
    (
        $(#[$attribute:meta])*
        $vis:vis enum $Type:ident: $kind:literal {
            $( $(#[$row:meta])* $Value:ident = $name:literal; )+
        }
    ) => {
        $crate::naming::table::named! {
            $(#[$attribute])*
            #[cfg_attr(feature = "serde", derive(serde::Deserialize))]
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
            $vis enum $Type { $( $(#[$row])* $Value = $name; )+ }
        }

        impl core::str::FromStr for $Type {
            type Err = $crate::naming::unknown::UnknownName;

            /// Reads a name, written just as [`name`](Self::name) gives it.
            ///
            /// # Errors
            ///
            /// [`UnknownName`](crate::naming::UnknownName) for whatever else, a name with a space around it too.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $( $name => Ok(Self::$Value), )+
                    _ => Err($crate::naming::unknown::UnknownName::new($kind, text, &[$( $name ),+])),
                }
            }
        }
    };

    // The enum and the names of its values.
    (
        $(#[$attribute:meta])*
        $vis:vis enum $Type:ident {
            $( $(#[$row:meta])* $Value:ident = $name:literal; )+
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        $vis enum $Type {
            $( $(#[$row])* #[cfg_attr(feature = "serde", serde(rename = $name))] $Value, )+
        }

        impl $Type {
            /// Every one of them, in order.
            pub const ALL: [Self; [$( $name ),+].len()] = [$( Self::$Value ),+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$Value => $name, )+ }
            }
        }

        // One that is private may have no other use for it.
        const _: &[$Type] = &$Type::ALL;

        impl core::fmt::Display for $Type {
            /// Writes the name on the wire.
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use named;

named! {
    /// A language that the crate speaks.
    #[derive(Default)]
    pub enum Language: "language" {
        /// English.
        #[default]
        En = "en";
        /// Simplified Chinese.
        Zh = "zh";
    }
}

impl Language {
    /// Of two texts, the one in this language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Language;
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
