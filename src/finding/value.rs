//! The values that a rule compares.

use crate::identity::catalogue::Qualification;
use crate::identity::category::Category;
use crate::identity::level::Level;
use crate::identity::province::Province;
use crate::naming::table::Language;
use crate::naming::table::named;
use crate::regulation::hours::Hours;
use chrono::NaiveDate;
use core::fmt;

/// One side of a comparison: what was required, or what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    /// There is nothing to compare: the fact is there or it is not.
    #[default]
    Nothing,
    /// A day.
    Day(NaiveDate),
    /// A day and all that follow it.
    Since(NaiveDate),
    /// The days from a first to a last, both included.
    Span(NaiveDate, NaiveDate),
    /// A number of days.
    Days(u32),
    /// A number of months.
    Months(u32),
    /// Credit hours.
    Hours(Hours),
    /// A qualification.
    Qualification(Qualification),
    /// A speciality.
    Category(Category),
    /// A level.
    Level(Level),
}

/// What a finding is about, where its code alone does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The code says it all.
    #[default]
    Whole,
    /// One of the documents to be brought.
    Document(Document),
    /// A year of the education cycle, by its place: 1, 2, …
    Year(u32),
    /// A year of the calendar.
    CalendarYear(i32),
    /// A trainee of a course, by the place on its list: 1, 2, …
    Trainee(u32),
    /// A row of the form's education table, by its place: 1, 2, …
    Row(u32),
    /// A province, by its code.
    Province(Province),
}

named! {
    /// A document to be brought to the registration (47.6).
    pub enum Document: "document" {
        /// The holder's valid certificate.
        Certificate = "certificate", "the certificate", "证书";
        /// Proof of identity.
        Identity = "identity", "proof of identity", "身份证明";
        /// The application form, filled in.
        ApplicationForm = "application_form", "the application form", "证书登记申请表";
        /// Proof of continuing education.
        EducationProof = "education_proof", "proof of continuing education", "继续教育证明";
    }
}

impl Value {
    /// Writes the value in words.
    ///
    /// # Errors
    ///
    /// Only what the formatter itself reports.
    pub fn write(self, f: &mut impl fmt::Write, language: Language) -> fmt::Result {
        let counted = |f: &mut dyn fmt::Write, number: u32, en: &str, zh: &str| match language {
            Language::En => write!(f, "{number} {en}{}", if number == 1 { "" } else { "s" }),
            Language::Zh => write!(f, "{number}{zh}"),
        };
        match self {
            Self::Nothing => Ok(()),
            Self::Day(day) => write!(f, "{day}"),
            Self::Since(day) => match language {
                Language::En => write!(f, "from {day} on"),
                Language::Zh => write!(f, "{day}起"),
            },
            Self::Span(day, last) if day == last => write!(f, "{day}"),
            Self::Span(first, last) => match language {
                Language::En => write!(f, "{first} to {last}"),
                Language::Zh => write!(f, "{first}至{last}"),
            },
            Self::Days(days) => counted(f, days, "day", "天"),
            Self::Months(months) => counted(f, months, "month", "个月"),
            Self::Hours(hours) => match language {
                Language::En => write!(f, "{hours} hour{}", if hours == Hours::whole(1) { "" } else { "s" }),
                Language::Zh => write!(f, "{hours}学时"),
            },
            Self::Qualification(it) => f.write_str(it.in_words(language)),
            // In English by its name on the wire, which the form reads as well as the Chinese.
            Self::Category(it) => f.write_str(language.choose(it.name(), it.in_words(Language::Zh))),
            Self::Level(it) => f.write_str(it.in_words(language)),
        }
    }
}

impl Subject {
    /// Writes what the finding is about in words; nothing for [`Subject::Whole`].
    ///
    /// # Errors
    ///
    /// Only what the formatter itself reports.
    pub fn write(self, f: &mut impl fmt::Write, language: Language) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Document(document) => f.write_str(document.in_words(language)),
            Self::Year(year) => write!(f, "{year}"),
            Self::CalendarYear(year) => write!(f, "{year}"),
            Self::Trainee(place) => write!(f, "{place}"),
            Self::Row(row) => write!(f, "{row}"),
            Self::Province(province) => match language {
                Language::En => write!(f, "{province}"),
                Language::Zh => f.write_str(province.in_words(language)),
            },
        }
    }
}
