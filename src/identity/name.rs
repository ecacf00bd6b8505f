//! The names of people.

use crate::identity::line::{self, LineError};
use crate::identity::masked::Masked;
use crate::identity::number::personal_text;
use alloc::string::String;

/// Makes the kinds of name, which differ in nothing but whom they name.
macro_rules! names {
    ($($(#[$docs:meta])* $name:ident)*) => {$(
        $(#[$docs])*
        ///
        /// It is one line of text, not blank, of 200 characters at most, with no white space around it and nothing in it
        /// that cannot be seen, but for what selects a variant of a character and the joiners that spelling needs. `Debug`
        /// and `Display` mask it; serialising writes it in full.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = concat!("use ruankao::identity::{LineError, ", stringify!($name), "};")]
        ///
        #[doc = concat!("let name = ", stringify!($name), "::parse(\"欧阳小明\")?;")]
        /// assert_eq!(name.exposed(), "欧阳小明");
        /// assert_eq!(name.to_string(), "欧***");
        #[doc = concat!("assert_eq!(", stringify!($name), "::parse(\"张三 \"), Err(LineError::SpaceAround));")]
        /// # Ok::<(), LineError>(())
        /// ```
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes a name as it is written.
            ///
            /// # Errors
            ///
            /// [`LineError`] for a blank text, one of 201 characters, one with white space around it, or one with a line
            /// break, a zero-width space or a mark of direction in it.
            pub fn parse(text: &str) -> Result<Self, LineError> {
                line::name(text).map(|text| Self(text.into()))
            }

            /// The full name.
            #[must_use]
            pub fn exposed(&self) -> &str {
                &self.0
            }

            /// The first character, and a star for each of the others: 张三 is `张*`, 欧阳小明 `欧***`.
            ///
            /// Double surnames are not told apart, for that would take a list of them and show more. A name of one
            /// character is a star.
            #[must_use]
            pub fn masked(&self) -> Masked<'_> {
                Masked::new(&self.0, 1, 0)
            }
        }

        personal_text!($name, LineError, "a name as a string");
    )*};
}

names! {
    /// The name of a holder, as on the certificate.
    HolderName
    /// The name of a person in the records of a body: a trainee, or whoever signs.
    PersonName
}
