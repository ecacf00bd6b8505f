//! The clauses of both notices.

use crate::naming::shown::Shown;
use crate::regulation::clause_table::clause_table;
use crate::regulation::force::Force;
use crate::regulation::notice::Notice;
use alloc::borrow::ToOwned;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use thiserror::Error;

/// What the table says of a clause.
struct Row {
    citation: &'static str,
    notice: Notice,
    article: Clause,
    items: &'static [Clause],
    force: Force,
    text_zh: &'static str,
    text_en: &'static str,
}

/// Joins the paragraphs of a text.
macro_rules! text {
    ($first:literal $($more:literal)*) => { concat!($first $(, "\n", $more)*) };
}

/// Makes the enum, the list of its variants and their rows out of the one table.
macro_rules! clauses {
    ($($notice:ident {
        $($article:ident $citation:literal $force:ident {
            zh $($zh:literal)/+;
            en $($en:literal)/+;
            $($item:ident $item_citation:literal $item_force:ident {
                zh $($item_zh:literal)/+;
                en $($item_en:literal)/+;
            })*
        })*
    })*) => {
        /// A numbered clause of one of the two notices: a preamble, an article, an item of an article, or the form.
        ///
        /// There is one variant for each, in the order of the notices, and there will never be another: the notices
        /// have been repealed. `N47_10_5` is cited as `47.10.5`; the preambles are `N47_0` and `N48_0`, the
        /// application form annexed to notice 47 is `N47Form`.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::regulation::Force;
        /// use ruankao::Clause;
        ///
        /// let fraud: Clause = "47.10.5".parse()?;
        /// assert_eq!(fraud, Clause::N47_10_5);
        /// assert_eq!(fraud.article(), Clause::N47_10);
        /// assert_eq!(fraud.force(), Force::Must);
        /// assert!("47.10.6".parse::<Clause>().is_err());
        /// # Ok::<(), ruankao::regulation::UnknownClause>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Clause {
            $($(
                #[doc = concat!("`", $citation, "`: ", text!($($en)+))]
                $article,
                $(
                    #[doc = concat!("`", $item_citation, "`: ", text!($($item_en)+))]
                    $item,
                )*
            )*)*
        }

        impl Clause {
            /// Every clause, in the order of the notices.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::Clause;
            ///
            /// assert_eq!(Clause::ALL.first(), Some(&Clause::N47_0));
            /// assert!(Clause::ALL.is_sorted());
            /// ```
            pub const ALL: &'static [Self] = &[$($(Self::$article, $(Self::$item,)*)*)*];

            const fn row(self) -> &'static Row {
                match self {
                    $($(
                        Self::$article => &Row {
                            citation: $citation,
                            notice: Notice::$notice,
                            article: Self::$article,
                            items: &[$(Self::$item),*],
                            force: Force::$force,
                            text_zh: text!($($zh)+),
                            text_en: text!($($en)+),
                        },
                        $(Self::$item => &Row {
                            citation: $item_citation,
                            notice: Notice::$notice,
                            article: Self::$article,
                            items: &[],
                            force: Force::$item_force,
                            text_zh: text!($($item_zh)+),
                            text_en: text!($($item_en)+),
                        },)*
                    )*)*
                }
            }
        }
    };
}

clause_table!(clauses);

impl Clause {
    /// How it is cited: notice, article and item with full stops between.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_10_5.citation(), "47.10.5");
    /// assert_eq!(Clause::N47Form.citation(), "47.form");
    /// ```
    #[must_use]
    pub const fn citation(self) -> &'static str {
        self.row().citation
    }

    /// The notice it stands in; the form belongs to notice 47.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47Form.notice(), Notice::Registration);
    /// assert_eq!(Clause::N48_0.notice(), Notice::ContinuingEducation);
    /// ```
    #[must_use]
    pub const fn notice(self) -> Notice {
        self.row().notice
    }

    /// The article an item belongs to; a clause that is no item is its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_8_3.article(), Clause::N47_8);
    /// assert_eq!(Clause::N47_8.article(), Clause::N47_8);
    /// ```
    #[must_use]
    pub const fn article(self) -> Self {
        self.row().article
    }

    /// The items of an article, in order; none where it has none, and none of an item.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Clause;
    ///
    /// assert!(Clause::N48_12.items().eq([Clause::N48_12_1, Clause::N48_12_2, Clause::N48_12_3]));
    /// assert_eq!(Clause::N48_4.items().len(), 0);
    /// ```
    pub fn items(self) -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + Clone + fmt::Debug {
        self.row().items.iter().copied()
    }

    /// How strongly it binds; an item binds as its article does, unless its own words say otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Force;
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_8_1.force(), Force::May);
    /// assert_eq!((Clause::N48_10.force(), Clause::N48_10_1.force()), (Force::Must, Force::Should));
    /// ```
    #[must_use]
    pub const fn force(self) -> Force {
        self.row().force
    }

    /// The official text, word for word, its paragraphs joined by a line feed and its enumeration mark left out.
    ///
    /// The text of an article is its own paragraphs, before and after the items; these are clauses of their own.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_8_3.text_zh(), "生育；");
    /// assert!(Clause::N47_3.text_zh().ends_with("逾期未办理登记手续的证书不再有效。"));
    /// assert!(!Clause::N47_8.text_zh().contains(Clause::N47_8_3.text_zh()));
    /// ```
    #[must_use]
    pub const fn text_zh(self) -> &'static str {
        self.row().text_zh
    }

    /// The text in English, a paragraph for each of the official one; a rendering of our own, which binds nobody.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_8_3.text_en(), "childbirth;");
    /// assert!(Clause::N47_3.text_en().is_ascii());
    /// ```
    #[must_use]
    pub const fn text_en(self) -> &'static str {
        self.row().text_en
    }
}

impl fmt::Display for Clause {
    /// Writes the citation.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.citation())
    }
}

impl FromStr for Clause {
    type Err = UnknownClause;

    /// Reads a citation, written just as [`Clause::citation`] gives it.
    ///
    /// # Errors
    ///
    /// [`UnknownClause`] for whatever else: `47.15`, `47.03`, `48.form`, a citation with a space around it.
    fn from_str(text: &str) -> Result<Self, UnknownClause> {
        Self::ALL
            .iter()
            .find(|clause| clause.citation() == text)
            .copied()
            .ok_or_else(|| UnknownClause { citation: text.to_owned() })
    }
}

/// A text cites no clause of either notice.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::UnknownClause;
/// use ruankao::Clause;
///
/// let refused = "47.15".parse::<Clause>();
/// assert!(matches!(refused, Err(UnknownClause { citation, .. }) if citation == "47.15"));
/// assert!("47.14".parse::<Clause>().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "no clause is cited as `{}`; expected `47.0` to `47.14`, `47.form` or `48.0` to `48.12`, followed by the item where \
     one is meant, as in `47.10.5`",
    Shown(.citation)
)]
#[non_exhaustive]
pub struct UnknownClause {
    /// The text given.
    pub citation: String,
}

#[cfg(feature = "serde")]
mod wire {
    use super::Clause;
    use core::fmt;
    use serde::de::{Error, Visitor};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    impl Serialize for Clause {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.citation())
        }
    }

    impl<'de> Deserialize<'de> for Clause {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Citation;
            impl Visitor<'_> for Citation {
                type Value = Clause;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("the citation of a clause, such as `47.10.5`")
                }

                fn visit_str<E: Error>(self, text: &str) -> Result<Clause, E> {
                    text.parse().map_err(E::custom)
                }
            }
            deserializer.deserialize_str(Citation)
        }
    }
}
