//! The two notices.

use crate::calendar::day::literal;
use crate::naming::table::named;
use chrono::NaiveDate;

named! {
    /// One of the two notices of December 16, 2004.
    ///
    /// The order is that of their numbers. Its name is the number under which the ministry issued it, as printed; its words
    /// are its title, its lines joined, in English a rendering of our own. Both were issued by the General Office of the
    /// Ministry of Information Industry.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    /// use ruankao::{Clause, Language};
    ///
    /// assert_eq!(Clause::N47_3.notice(), Notice::Registration);
    /// assert_ne!(Clause::N48_4.notice(), Notice::Registration);
    /// assert_eq!(Notice::Registration.to_string(), "信办人[2004]47号");
    /// assert!(Notice::Registration.in_words(Language::Zh).ends_with("证书登记工作的通知"));
    /// ```
    pub enum Notice: "notice" {
        /// Number 47: the registration of certificates.
        Registration = "信办人[2004]47号",
            "Notice on Organizing the Registration of Certificates of Professional Technical Qualification (Level) in \
             Computer Technology and Software",
            "关于组织开展计算机技术与软件专业技术资格（水平）证书登记工作的通知";
        /// Number 48: the continuing education of their holders.
        ContinuingEducation = "信办人[2004]48号",
            "Notice on Organizing the Holders of Certificates of Professional Technical Qualification (Level) in \
             Computing to Receive Continuing Education or Take Part in Professional Technical Training",
            "关于组织计算机专业技术资格（水平）证书持有者接受继续教育或参加业务技术培训的通知";
    }
}

impl Notice {
    /// The number by which its clauses are cited.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    ///
    /// assert_eq!(Notice::ALL.map(Notice::number), [47, 48]);
    /// ```
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Registration => 47,
            Self::ContinuingEducation => 48,
        }
    }

    /// The day it was issued: December 16, 2004, for both.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    ///
    /// assert_eq!(Notice::Registration.issued_on().to_string(), "2004-12-16");
    /// ```
    #[must_use]
    pub const fn issued_on(self) -> NaiveDate {
        match self {
            Self::Registration | Self::ContinuingEducation => ISSUED_ON,
        }
    }
}

const ISSUED_ON: NaiveDate = literal(2004, 12, 16);
