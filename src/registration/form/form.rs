//! A form that was read.

use crate::education::entry::StudyMode;
use crate::identity::catalogue::Qualification;
use crate::identity::category::Category;
use crate::identity::certificate_number::{CertificateNumber, FormNumber};
use crate::identity::document::IdentityDocument;
use crate::identity::level::Level;
use crate::identity::name::HolderName;
use crate::identity::sex::Sex;
use crate::naming::shown::Shown;
use crate::naming::table::Language;
use crate::registration::form::birth_month::BirthMonth;
use crate::registration::form::field::FormField;
use crate::regulation::hours::Hours;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// The application form (证书登记申请表), filled in, signed and with a photograph.
///
/// It can only be had from [`FormDraft::read`](crate::registration::form::FormDraft::read), so every field is well formed.
/// Whether it is also true is for the review: see [`Form::findings`]. `Debug` and [`summary`](Self::summary) mask the
/// person.
#[derive(Clone, PartialEq, Eq)]
pub struct Form {
    pub(super) category: Option<Category>,
    pub(super) qualification: Qualification,
    pub(super) level: Option<Level>,
    pub(super) number: Option<FormNumber>,
    pub(super) name: HolderName,
    pub(super) sex: Sex,
    pub(super) birth: BirthMonth,
    pub(super) health: String,
    pub(super) document: IdentityDocument,
    pub(super) certificate_number: CertificateNumber,
    pub(super) obtained_on: NaiveDate,
    pub(super) address: String,
    pub(super) postal_code: String,
    pub(super) employer: String,
    pub(super) telephone: String,
    pub(super) rows: Vec<FormRow>,
    pub(super) employer_result: Option<EmployerResult>,
    pub(super) agency_opinion: Option<AgencyOpinion>,
    pub(super) remarks: Option<String>,
    pub(super) applied_on: NaiveDate,
}

/// A row of the education table (参加继续教育情况); `Debug` leaves out what was written in free words.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FormRow {
    /// The day (日期).
    pub on: NaiveDate,
    /// How it was studied (方式).
    pub mode: StudyMode,
    /// What was studied (内容).
    pub content: String,
    /// The hours as approved (核准的学时数).
    pub hours: Hours,
}

/// The employer's part, dated and sealed (所在单位考核结果).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmployerResult {
    /// Whether the assessment is passed.
    pub passed: bool,
    /// Its day.
    pub on: NaiveDate,
}

/// The agency's part, dated and sealed (登记实施机构意见).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AgencyOpinion {
    /// Whether the agency would register.
    pub favorable: bool,
    /// Its day.
    pub on: NaiveDate,
}

macro_rules! fields {
    ($($(#[$doc:meta])+ $name:ident: $type:ty = |$form:ident| $field:expr;)+) => {
        impl Form {
            $(
                $(#[$doc])+
                #[must_use]
                pub fn $name(&self) -> $type {
                    let $form = self;
                    $field
                }
            )+
        }
    };
}

fields! {
    /// The professional category (专业类别); a senior qualification may have none.
    category: Option<Category> = |form| form.category;
    /// The qualification (资格名称).
    qualification: Qualification = |form| form.qualification;
    /// The level, where it was written beside the qualification.
    level: Option<Level> = |form| form.level;
    /// The number of the form (登记表编号).
    number: Option<&FormNumber> = |form| form.number.as_ref();
    /// The name (姓名).
    name: &HolderName = |form| &form.name;
    /// The sex (性别).
    sex: Sex = |form| form.sex;
    /// The year and month of birth (出生年月).
    birth: BirthMonth = |form| form.birth;
    /// The state of health, in the applicant's words (健康状况).
    health: &str = |form| &form.health;
    /// The identity document (身份证号码).
    document: &IdentityDocument = |form| &form.document;
    /// The number of the certificate (证书编号).
    certificate_number: &CertificateNumber = |form| &form.certificate_number;
    /// The day the certificate was obtained (取得时间).
    obtained_on: NaiveDate = |form| form.obtained_on;
    /// The address (联系地址).
    address: &str = |form| &form.address;
    /// The postal code (邮政编码), six digits.
    postal_code: &str = |form| &form.postal_code;
    /// The employer (所在单位).
    employer: &str = |form| &form.employer;
    /// The applicant's telephone (本人联系电话).
    telephone: &str = |form| &form.telephone;
    /// The rows of the education table, as written (参加继续教育情况).
    rows: &[FormRow] = |form| &form.rows;
    /// The employer's part (所在单位考核结果), where it is filled in.
    employer_result: Option<EmployerResult> = |form| form.employer_result;
    /// The agency's part (登记实施机构意见), where it is filled in.
    agency_opinion: Option<AgencyOpinion> = |form| form.agency_opinion;
    /// Remarks (备注).
    remarks: Option<&str> = |form| form.remarks.as_deref();
    /// The day of application (申请日期), on which the form was signed.
    applied_on: NaiveDate = |form| form.applied_on;
}

impl Form {
    /// The same form with the agency's part filled in.
    #[must_use]
    pub const fn with_opinion(mut self, opinion: AgencyOpinion) -> Self {
        self.agency_opinion = Some(opinion);
        self
    }

    /// What a clerk wants to see of it, a field a line, with the person masked; address, telephone, birth and health
    /// are left out.
    pub fn summary(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let mut line = |field: FormField, value: &dyn fmt::Display| match language {
                Language::En => writeln!(f, "{}: {value}", field.label(language)),
                Language::Zh => writeln!(f, "{}：{value}", field.label(language)),
            };
            let qualification = self.qualification.in_words(language);
            line(FormField::Qualification, &qualification)?;
            if let Some(category) = self.category {
                line(FormField::Category, &category.in_words(language))?;
            }
            line(FormField::Name, &self.name.masked())?;
            line(FormField::IdentityNumber, &self.document.masked())?;
            line(FormField::CertificateNumber, &self.certificate_number)?;
            line(FormField::ObtainedOn, &self.obtained_on)?;
            line(FormField::Employer, &Shown(&self.employer))?;
            for row in &self.rows {
                let row = fmt::from_fn(|f| write!(f, "{} {} {}", row.on, row.hours, Shown(&row.content)));
                line(FormField::RowDate, &row)?;
            }
            if let Some(EmployerResult { passed, on }) = self.employer_result {
                let word = match passed {
                    true => language.choose("passed", "合格"),
                    false => language.choose("not passed", "不合格"),
                };
                line(FormField::EmployerResult, &fmt::from_fn(|f| write!(f, "{word} {on}")))?;
            }
            line(FormField::AppliedOn, &self.applied_on)
        })
    }
}

impl fmt::Debug for FormRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { on, mode, content: _, hours } = self;
        f.debug_struct("FormRow").field("on", on).field("mode", mode).field("hours", hours).finish_non_exhaustive()
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("qualification", &self.qualification)
            .field("name", &self.name)
            .field("document", &self.document)
            .field("certificate_number", &self.certificate_number)
            .field("rows", &self.rows.len())
            .field("applied_on", &self.applied_on)
            .finish_non_exhaustive()
    }
}
