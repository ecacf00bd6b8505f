//! The authorities of the two notices, and those that act under them.

use crate::finding::language::Language;
use core::fmt;

/// An authority, or a body that acts under one: whoever the notices give something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Authority {
    /// The Office for the Administration of Certificate Registration (47.2).
    Office,
    /// The Electronic Education Centre of the Ministry of Information Industry (47.2).
    Centre,
    /// The authority in charge of the information industry of a province (47.2).
    ProvincialAuthority,
    /// The local authority that approves prices (47.6).
    PriceAuthority,
    /// A registration agency (47.2).
    RegistrationAgency,
    /// A training institution for continuing education (48.7, 48.8).
    TrainingInstitution,
    /// The employer of a holder (47.4.4).
    Employer,
}

impl Authority {
    /// All of them, from the top down.
    pub const ALL: [Self; 7] = [
        Self::Office,
        Self::Centre,
        Self::ProvincialAuthority,
        Self::PriceAuthority,
        Self::RegistrationAgency,
        Self::TrainingInstitution,
        Self::Employer,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Centre => "centre",
            Self::ProvincialAuthority => "provincial_authority",
            Self::PriceAuthority => "price_authority",
            Self::RegistrationAgency => "registration_agency",
            Self::TrainingInstitution => "training_institution",
            Self::Employer => "employer",
        }
    }

    /// What it is called: in English by the rule book's word, in Chinese as the notices have it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::finding::Language;
    /// use ruankao::oversight::Authority;
    ///
    /// assert_eq!(Authority::Centre.called(Language::En), "the Centre");
    /// assert_eq!(Authority::Centre.called(Language::Zh), "信息产业部电子教育中心");
    /// ```
    #[must_use]
    pub const fn called(self, language: Language) -> &'static str {
        match self {
            Self::Office => language.choose("the Office", "计算机专业技术资格（水平）证书登记管理办公室"),
            Self::Centre => language.choose("the Centre", "信息产业部电子教育中心"),
            Self::ProvincialAuthority => {
                language.choose("the provincial authority", "省、自治区、直辖市信息产业主管部门")
            }
            Self::PriceAuthority => language.choose("the price authority", "物价部门"),
            Self::RegistrationAgency => language.choose("the registration agency", "证书登记实施机构"),
            Self::TrainingInstitution => language.choose("the training institution", "继续教育培训机构"),
            Self::Employer => language.choose("the employer", "所在单位"),
        }
    }
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.called(Language::En))
    }
}
