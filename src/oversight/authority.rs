//! The authorities of the two notices, and those that act under them.

use crate::naming::table::named;

named! {
    /// An authority, or a body that acts under one: whoever the notices give something to do, from the top down.
    ///
    /// Its words are in English the rule book's, in Chinese as the notices have it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Authority;
    /// use ruankao::Language;
    ///
    /// assert_eq!(Authority::Centre.in_words(Language::En), "the Centre");
    /// assert_eq!(Authority::Centre.in_words(Language::Zh), "信息产业部电子教育中心");
    /// assert_eq!(Authority::Centre.to_string(), "centre");
    /// ```
    pub enum Authority: "authority" {
        /// The Office for the Administration of Certificate Registration (47.2).
        Office = "office", "the Office", "计算机专业技术资格（水平）证书登记管理办公室";
        /// The Electronic Education Centre of the Ministry of Information Industry (47.2).
        Centre = "centre", "the Centre", "信息产业部电子教育中心";
        /// The authority in charge of the information industry of a province (47.2).
        ProvincialAuthority = "provincial_authority", "the provincial authority", "省、自治区、直辖市信息产业主管部门";
        /// The local authority that approves prices (47.6).
        PriceAuthority = "price_authority", "the price authority", "物价部门";
        /// A registration agency (47.2).
        RegistrationAgency = "registration_agency", "the registration agency", "证书登记实施机构";
        /// A training institution for continuing education (48.7, 48.8).
        TrainingInstitution = "training_institution", "the training institution", "继续教育培训机构";
        /// The employer of a holder (47.4.4).
        Employer = "employer", "the employer", "所在单位";
    }
}
