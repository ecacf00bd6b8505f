//! The person to whom a certificate belongs.

#[cfg(feature = "serde")]
use crate::identity::discreet::discreet;
use crate::identity::document::IdentityDocument;
use crate::identity::name::HolderName;

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
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(remote = "Self", expecting = "a holder as an object of `name` and `document`", deny_unknown_fields)
)]
pub struct Holder {
    /// The name.
    pub name: HolderName,
    /// The document.
    pub document: IdentityDocument,
}

#[cfg(feature = "serde")]
discreet!(Holder);
