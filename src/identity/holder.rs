//! The person to whom a certificate belongs.

use crate::identity::document::IdentityDocument;
use crate::identity::line::{LineError, line};
use crate::identity::masked::Masked;
use crate::identity::number::personal_text;
use alloc::string::String;

/// The name of a holder, as on the certificate.
///
/// It is one line of text, not blank, with no white space around it. `Debug` and `Display` mask it; serialising writes
/// it in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{HolderName, LineError};
///
/// let name = HolderName::parse("欧阳小明")?;
/// assert_eq!(name.exposed(), "欧阳小明");
/// assert_eq!(name.to_string(), "欧***");
/// assert_eq!(HolderName::parse("张三 "), Err(LineError::SpaceAround));
/// # Ok::<(), LineError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HolderName(String);

impl HolderName {
    /// Takes a name as it stands on the certificate.
    ///
    /// # Errors
    ///
    /// [`LineError`] for a blank text, one with white space around it, or one with a line break or tab in it.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        line(text).map(|text| Self(text.into()))
    }

    /// The full name.
    #[must_use]
    pub fn exposed(&self) -> &str {
        &self.0
    }

    /// The first character, and a star for each of the others: 张三 is `张*`, 欧阳小明 `欧***`.
    ///
    /// Double surnames are not told apart, for that would take a list of them and show more. A name of one character
    /// is a star.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        Masked::new(&self.0, 1, 0)
    }
}

personal_text!(HolderName, LineError, "a name as a string");

/// The holder of a certificate (持证者): a name, and the document that shows who it is.
///
/// Printing it with `Debug` masks both; serialising it exposes both.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{CitizenNumber, Holder, HolderName};
///
/// let holder = Holder {
///     name: HolderName::parse("张三")?,
///     document: CitizenNumber::parse("11010519491231002X")?.into(),
/// };
/// assert!(holder.document.birth().is_some());
/// assert!(!format!("{holder:?}").contains("19491231"));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Holder {
    /// The name.
    pub name: HolderName,
    /// The document.
    pub document: IdentityDocument,
}
