//! The registration page of a certificate (证书登记页).

use crate::naming::table::Language;
use crate::identity::body::BodyId;
use crate::identity::certificate_number::CertificateNumber;
use crate::lifecycle::term::Term;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;
use core::fmt;

/// The entry that is stamped on the registration page (47.7): the seal, the day of registration, and how long it holds.
///
/// The days are those of the term that the registration started; the stamped day is never after the last valid one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RegistrationPage {
    /// The certificate.
    pub number: CertificateNumber,
    /// The seal it bears.
    pub seal: Seal,
    /// The agency that stamps it, where one is named.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub agency: Option<BodyId>,
    /// The day of registration (注明登记日期).
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub registered_on: NaiveDate,
    /// The day on which the new term starts.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub term_start: NaiveDate,
    /// The last day of the new term.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub last_valid_day: NaiveDate,
}

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
/// assert_eq!(Seal::Registration.called(Language::Zh), "计算机专业技术资格（水平）证书登记专用章");
/// assert_eq!(Seal::Registration.made_by(), Authority::Office);
/// assert_ne!(Seal::Registration.affixed_by(), Seal::Registration.made_by());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Seal {
    /// 计算机专业技术资格（水平）证书登记专用章.
    Registration,
}

impl Seal {
    /// What it is called.
    #[must_use]
    pub const fn called(self, language: Language) -> &'static str {
        language.choose("the special registration seal", "计算机专业技术资格（水平）证书登记专用章")
    }

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
