//! The registration page of a certificate (证书登记页).

use crate::identity::body::BodyId;
use crate::identity::certificate_number::CertificateNumber;
use crate::lifecycle::term::Term;
use crate::naming::table::{Language, named};
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;
use core::fmt;

/// The entry that is stamped on the registration page (47.7): the seal, the day of registration, and how long it holds.
///
/// It can only be had from a registration at the counter. The days are those of the term that the registration started;
/// the stamped day is never after the last valid one.
#[derive(Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RegistrationPage {
    number: CertificateNumber,
    seal: Seal,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    agency: Option<BodyId>,
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    registered_on: NaiveDate,
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    term_start: NaiveDate,
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    last_valid_day: NaiveDate,
}

named! {
    /// The seal that a registration page bears.
    ///
    /// It is no office's own: the Office has it [made](Self::made_by) to one pattern for all agencies
    /// (由…管理办公室统一刻制的…登记专用章), and the agency affixes it (47.7).
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::desk::Seal;
    /// use ruankao::oversight::Authority;
    /// use ruankao::Language;
    ///
    /// assert_eq!(Seal::Registration.in_words(Language::Zh), "计算机专业技术资格（水平）证书登记专用章");
    /// assert_eq!(Seal::Registration.made_by(), Authority::Office);
    /// assert_ne!(Seal::Registration.affixed_by(), Seal::Registration.made_by());
    /// ```
    pub enum Seal: "seal" {
        /// 计算机专业技术资格（水平）证书登记专用章.
        Registration = "registration", "the special registration seal", "计算机专业技术资格（水平）证书登记专用章";
    }
}

impl Seal {
    /// Who has it made, all alike (统一刻制).
    #[must_use]
    pub const fn made_by(self) -> Authority {
        Authority::Office
    }

    /// Who stamps the page with it.
    #[must_use]
    pub const fn affixed_by(self) -> Authority {
        Authority::RegistrationAgency
    }
}

impl RegistrationPage {
    pub(super) const fn of(
        term: &Term,
        registered_on: NaiveDate,
        number: CertificateNumber,
        agency: Option<BodyId>,
    ) -> Self {
        let (term_start, last_valid_day) = (term.start(), term.expiry());
        Self { number, seal: Seal::Registration, agency, registered_on, term_start, last_valid_day }
    }

    /// The certificate.
    #[must_use]
    pub const fn number(&self) -> &CertificateNumber {
        &self.number
    }

    /// The seal it bears.
    #[must_use]
    pub const fn seal(&self) -> Seal {
        self.seal
    }

    /// The agency that stamps it, where one is named.
    #[must_use]
    pub const fn agency(&self) -> Option<&BodyId> {
        self.agency.as_ref()
    }

    /// The day of registration (注明登记日期).
    #[must_use]
    pub const fn registered_on(&self) -> NaiveDate {
        self.registered_on
    }

    /// The day on which the new term starts.
    #[must_use]
    pub const fn term_start(&self) -> NaiveDate {
        self.term_start
    }

    /// The last day of the new term.
    #[must_use]
    pub const fn last_valid_day(&self) -> NaiveDate {
        self.last_valid_day
    }

    /// What is stamped, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Self { number, registered_on, last_valid_day, .. } = self;
            let (seal, clause) = (self.seal.in_words(language), Clause::N47_7);
            match language {
                Language::En => write!(
                    f,
                    "certificate {number}: registered on {registered_on}, valid through {last_valid_day}; {seal} affixed ({clause})"
                ),
                Language::Zh => {
                    write!(f, "证书{number}：登记日期{registered_on}，有效期至{last_valid_day}；加盖{seal}（{clause}）")
                }
            }
        })
    }
}
