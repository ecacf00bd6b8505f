//! The numbers of papers: the two on a certificate, and that of an application form.

use crate::identity::line::{self, LineError};
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

/// Makes the kinds of number, which differ in nothing but what they number.
macro_rules! numbers {
    ($($(#[$docs:meta])* $name:ident $expecting:literal)*) => {$(
        $(#[$docs])*
        ///
        /// No authority has published its form, so it is kept as written, but for the full-width forms of ASCII, which
        /// are taken for the plain ones: a line of 1 to 64 characters, with no white space around it and nothing in it
        /// that cannot be seen. It identifies a paper rather than a person and is printed in full.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = concat!("use ruankao::identity::{LineError, ", stringify!($name), "};")]
        ///
        #[doc = concat!("let number = ", stringify!($name), "::parse(\"0531-08 甲\")?;")]
        /// assert_eq!(number.as_str(), "0531-08 甲");
        #[doc = concat!("assert_eq!(", stringify!($name), "::parse(\"０５３１－０８　甲\")?, number);")]
        #[doc = concat!("assert_eq!(", stringify!($name), "::parse(\"  \"), Err(LineError::Blank));")]
        /// let hidden = LineError::HiddenCharacter { position: 5, found: '\u{200b}' };
        #[doc = concat!("assert_eq!(", stringify!($name), "::parse(\"0531\\u{200b}\"), Err(hidden));")]
        /// # Ok::<(), LineError>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes a number as it stands on the paper.
            ///
            /// # Errors
            ///
            /// [`LineError`] for a blank text, one of 65 characters, one with white space around it, or one with a line
            /// break, a tab, a zero-width space or a mark of direction in it.
            pub fn parse(text: &str) -> Result<Self, LineError> {
                line::number(text).map(Self)
            }

            /// The number, in plain forms.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = LineError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = LineError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::parse(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::identity::wire::from_text(deserializer, $expecting)
            }
        }
    )*};
}

numbers! {
    /// The number of a certificate (证书编号), the one the application form asks for.
    CertificateNumber "a certificate number as a string"
    /// The nation-wide number (管理号) by which a certificate is looked up.
    ManagementNumber "a management number as a string"
    /// The number of an application form (登记表编号).
    FormNumber "the number of a form as a string"
}
