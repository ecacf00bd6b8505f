//! The two notices.

use chrono::NaiveDate;
use core::fmt;

/// One of the two notices of December 16, 2004.
///
/// The order is that of their numbers. Both were issued by the General Office of the Ministry of Information Industry.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::{Clause, Notice};
///
/// assert_eq!(Clause::N47_3.notice(), Notice::Registration);
/// assert_ne!(Clause::N48_4.notice(), Notice::Registration);
/// assert_eq!(Notice::Registration.to_string(), "信办人[2004]47号");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notice {
    /// Number 47: the registration of certificates.
    Registration,
    /// Number 48: the continuing education of their holders.
    ContinuingEducation,
}

impl Notice {
    /// Both notices, in order.
    pub const ALL: [Self; 2] = [Self::Registration, Self::ContinuingEducation];

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

    /// The number under which the ministry issued it, as printed.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    ///
    /// assert_eq!(Notice::ContinuingEducation.document_number(), "信办人[2004]48号");
    /// ```
    #[must_use]
    pub const fn document_number(self) -> &'static str {
        match self {
            Self::Registration => "信办人[2004]47号",
            Self::ContinuingEducation => "信办人[2004]48号",
        }
    }

    /// The official title, its lines joined.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    ///
    /// assert!(Notice::Registration.title_zh().ends_with("证书登记工作的通知"));
    /// ```
    #[must_use]
    pub const fn title_zh(self) -> &'static str {
        match self {
            Self::Registration => "关于组织开展计算机技术与软件专业技术资格（水平）证书登记工作的通知",
            Self::ContinuingEducation => {
                "关于组织计算机专业技术资格（水平）证书持有者接受继续教育或参加业务技术培训的通知"
            }
        }
    }

    /// The title in English; a rendering of our own.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Notice;
    ///
    /// assert!(Notice::ContinuingEducation.title_en().contains("Continuing Education"));
    /// ```
    #[must_use]
    pub const fn title_en(self) -> &'static str {
        match self {
            Self::Registration => {
                "Notice on Organizing the Registration of Certificates of Professional Technical Qualification (Level) \
                 in Computer Technology and Software"
            }
            Self::ContinuingEducation => {
                "Notice on Organizing the Holders of Certificates of Professional Technical Qualification (Level) in \
                 Computing to Receive Continuing Education or Take Part in Professional Technical Training"
            }
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

impl fmt::Display for Notice {
    /// Writes the document number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.document_number())
    }
}

// Evaluated while compiling, where a panic is a compile error.
const ISSUED_ON: NaiveDate = match NaiveDate::from_ymd_opt(2004, 12, 16) {
    Some(day) => day,
    None => panic!("both notices are dated 2004-12-16"),
};
