//! Who holds a certificate, of which qualification, and which bodies act.
//!
//! Every value here is well formed: numbers are parsed once, on the way in. What identifies a person is masked in
//! `Debug` and `Display` and appears in no error; the full text leaves a value only through its `exposed` method and through
//! serialising it.

pub(crate) mod body;
pub(crate) mod catalogue;
pub(crate) mod category;
pub(crate) mod certificate_number;
mod check_character;
pub(crate) mod citizen_number;
#[cfg(feature = "serde")]
pub(crate) mod discreet;
pub(crate) mod document;
#[cfg(feature = "serde")]
mod document_wire;
pub(crate) mod holder;
pub(crate) mod in_use;
pub(crate) mod level;
pub(crate) mod line;
pub(crate) mod masked;
pub(crate) mod name;
mod number;
pub(crate) mod passport;
pub(crate) mod permanent_residence;
pub(crate) mod province;
pub(crate) mod residence_permit;
pub(crate) mod sex;
pub(crate) mod travel_permit;
#[cfg(feature = "serde")]
pub(crate) mod wire;

pub use body::{BodyId, Listing, ListingError, Register};
pub use catalogue::{Origin, Qualification, UnknownQualification};
pub use category::Category;
pub use certificate_number::{CertificateNumber, FormNumber, ManagementNumber};
pub use citizen_number::{CitizenNumber, CitizenNumberError};
pub use document::{Disagreement, IdentityDocument, IdentityDocumentError, IdentityDocumentKind};
pub use holder::Holder;
pub use in_use::InUse;
pub use level::Level;
pub use line::LineError;
pub use masked::Masked;
pub use name::{HolderName, PersonName};
pub use passport::{Passport, PassportError};
pub use permanent_residence::{PermanentResidenceCard, PermanentResidenceCardError};
pub use province::{Province, UnknownProvince};
pub use residence_permit::{ResidencePermit, ResidencePermitError};
pub use sex::Sex;
pub use travel_permit::{HongKongMacaoPermit, HongKongMacaoPermitError, TaiwanPermit, TaiwanPermitError};
