//! The registration page of a certificate (证书登记页).

use crate::finding::language::Language;
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
    /// Whose seal it bears: the Office has it made for all agencies (由…管理办公室统一刻制的…登记专用章).
    pub seal: Authority,
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

impl RegistrationPage {
    pub(super) const fn of(
        term: &Term,
        registered_on: NaiveDate,
        number: CertificateNumber,
        agency: Option<BodyId>,
    ) -> Self {
        let (term_start, last_valid_day) = (term.start(), term.expiry());
        Self { number, seal: Authority::Office, agency, registered_on, term_start, last_valid_day }
    }

    /// What is stamped, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Self { number, registered_on, last_valid_day, .. } = self;
            let (seal, clause) = (self.seal.in_words(language), Clause::N47_7);
            match language {
                Language::En => write!(
                    f,
                    "certificate {number}: registered on {registered_on}, valid through {last_valid_day}; seal of {seal} ({clause})"
                ),
                Language::Zh => write!(
                    f,
                    "证书{number}：登记日期{registered_on}，有效期至{last_valid_day}；{seal}登记专用章（{clause}）"
                ),
            }
        })
    }
}
