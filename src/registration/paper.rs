//! The certificate, as the paper says it.

use crate::identity::catalogue::Qualification;
use crate::identity::certificate_number::CertificateNumber;
#[cfg(feature = "serde")]
use crate::identity::discreet::discreet;
use crate::identity::name::HolderName;
use chrono::NaiveDate;

/// A certificate as the paper says it: what a form is held against, and what the query system shows of it.
///
/// Printing it with `Debug` masks the name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(
        remote = "Self",
        expecting = "a certificate as an object of `number`, `name`, `qualification` and `obtained_on`",
        deny_unknown_fields
    )
)]
pub struct Paper {
    /// The number (证书编号).
    pub number: CertificateNumber,
    /// The name of the holder.
    pub name: HolderName,
    /// The qualification.
    pub qualification: Qualification,
    /// The day obtained (取得时间), on which the first term starts.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub obtained_on: NaiveDate,
}

#[cfg(feature = "serde")]
discreet!(Paper);
