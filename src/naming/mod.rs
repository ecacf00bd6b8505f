//! Names of closed lists, on the wire and in words; and the text of others, as it may be [shown](Shown).
//!
//! An enum whose values have names is declared as one table, by the macro `named!` of this crate: a row for each value,
//! with its name on the wire and, where people are shown it, its words in both languages. What is made of the table is
//! the same for all of them:
//!
//! | made | what it is |
//! | --- | --- |
//! | `ALL` | every value, in the order of the table |
//! | `name()` | the name on the wire |
//! | `Display` | the name on the wire, padded as asked |
//! | `FromStr` | reads that name and nothing else; [`UnknownName`] lists what was expected |
//! | `in_words(language)` | the words, where the table has them; [`Words`] keeps both |
//! | serde and JSON schema | that name both ways, behind the features `serde` and `schema` |
//!
//! # Examples
//!
//! ```
//! use ruankao::identity::Level;
//! use ruankao::naming::UnknownName;
//! use ruankao::Language;
//!
//! assert_eq!(Level::Senior.name(), "senior");
//! assert_eq!(Level::Senior.in_words(Language::Zh), "高级资格");
//! assert_eq!("senior".parse(), Ok(Level::Senior));
//! let unknown: UnknownName = "Senior".parse::<Level>().unwrap_err();
//! assert_eq!(unknown.to_string(), "`Senior` is no level; expected `junior`, `intermediate` or `senior`");
//! ```

#[cfg(feature = "serde")]
pub(crate) mod flat;
#[cfg(feature = "serde")]
pub(crate) mod plain;
pub(crate) mod shown;
pub(crate) mod table;
pub(crate) mod template;
pub(crate) mod unknown;

pub use shown::Shown;
pub use table::Words;
pub use unknown::UnknownName;
