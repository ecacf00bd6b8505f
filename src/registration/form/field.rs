//! The fields of the form, as printed.

use crate::naming::table::Language;
use core::fmt;

/// Who fills in a field.
///
/// The form's note has the applicant fill in all but what is printed in bold (此表除黑体外均由本人负责填写). The text at
/// hand is plain and does not show what is bold. Taken here to be others' are the two parts that end in a seal (盖章), by
/// their names the employer's and the agency's, and the remarks, which nobody is named for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum FilledBy {
    /// The applicant (本人).
    Applicant,
    /// The employer (所在单位).
    Employer,
    /// The registration agency (登记实施机构).
    Agency,
}

impl FilledBy {
    /// Whether it is an official part, taken to be left alone by the applicant.
    #[must_use]
    pub const fn is_official(self) -> bool {
        !matches!(self, Self::Applicant)
    }
}

macro_rules! fields {
    ($($name:ident $wire:literal $label_zh:literal $label_en:literal $by:ident $required:literal
        $expected_en:literal $expected_zh:literal;)+) => {
        /// A field of the form, in the order printed; those of the education table have a row.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::registration::{FilledBy, FormField};
        /// use ruankao::Language;
        ///
        /// assert_eq!(FormField::PostalCode.label(Language::Zh), "邮政编码");
        /// assert_eq!(FormField::PostalCode.filled_by(), FilledBy::Applicant);
        /// assert!(FormField::Remarks.filled_by().is_official());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        pub enum FormField {
            $( #[doc = concat!($label_zh, ": ", $label_en, ".")] $name, )+
        }

        impl FormField {
            /// All of them, in the order printed.
            pub const ALL: &'static [Self] = &[$( Self::$name, )+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$name => $wire, )+ }
            }

            /// The label, in Chinese as printed.
            #[must_use]
            pub const fn label(self, language: Language) -> &'static str {
                match self { $( Self::$name => language.choose($label_en, $label_zh), )+ }
            }

            /// Who fills it in.
            #[must_use]
            pub const fn filled_by(self) -> FilledBy {
                match self { $( Self::$name => FilledBy::$by, )+ }
            }

            /// Whether it is one of the education table, which has a row.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::registration::FormField;
            ///
            /// assert!(FormField::RowHours.is_in_row() && !FormField::AppliedOn.is_in_row());
            /// ```
            #[must_use]
            pub const fn is_in_row(self) -> bool {
                matches!(self, Self::RowDate | Self::RowMode | Self::RowContent | Self::RowHours)
            }

            /// Whether a form without it is defective whatever else it says.
            ///
            /// The official parts are not: they come in their own time, each with its date and seal.
            #[must_use]
            pub const fn is_required(self) -> bool {
                match self { $( Self::$name => $required, )+ }
            }

            /// What is expected in it.
            #[must_use]
            pub const fn expected(self, language: Language) -> &'static str {
                match self { $( Self::$name => language.choose($expected_en, $expected_zh), )+ }
            }
        }
    };
}

fields! {
    Category "category" "专业类别" "professional category" Applicant false
        "one of the five specialities, such as `计算机软件`; a senior qualification may leave it blank"
        "五个专业类别之一，如“计算机软件”；高级资格可不填";
    Qualification "qualification" "资格名称" "qualification" Applicant true
        "a name of the catalogue, such as `软件设计师`, with its level in brackets if wanted"
        "资格目录中的名称，如“软件设计师”，可在括号内注明级别";
    FormNumber "form_number" "登记表编号" "registration form number" Applicant false
        "one line of text" "一行文字";
    Name "name" "姓名" "name" Applicant true
        "the name on the certificate, in one line" "证书上的姓名";
    Sex "sex" "性别" "sex" Applicant true
        "`男` or `女`" "“男”或“女”";
    Birth "birth" "出生年月" "year and month of birth" Applicant true
        "a year and a month, such as `1970-05` or `1970年5月`" "年和月，如“1970年5月”";
    Photo "photo" "照片" "photograph" Applicant true
        "a photograph: `有` where it is there" "照片，已贴的填“有”";
    Health "health" "健康状况" "health" Applicant true
        "one line of text, such as `良好`" "一行文字，如“良好”";
    IdentityNumber "identity_number" "身份证号码" "identity card number" Applicant true
        "the number of the document named, well formed" "所列证件的号码，并符合编号规则";
    CertificateNumber "certificate_number" "证书编号" "certificate number" Applicant true
        "the number on the certificate, in one line" "证书上的编号";
    ObtainedOn "obtained_on" "取得时间" "day obtained" Applicant true
        "a day, such as `2005-03-10` or `2005年3月10日`" "年月日，如“2005年3月10日”";
    Address "address" "联系地址" "address" Applicant true
        "one line of text" "一行文字";
    PostalCode "postal_code" "邮政编码" "postal code" Applicant true
        "six digits" "六位数字";
    Employer "employer" "所在单位" "employer" Applicant true
        "one line of text" "一行文字";
    Telephone "telephone" "本人联系电话" "applicant's telephone" Applicant true
        "7 to 20 digits, with `+`, `-`, brackets or spaces between if wanted" "7至20位数字，可加“+”“-”、括号或空格";
    RowDate "row_date" "日期" "date of education" Applicant true
        "a day, such as `2006-05-20` or `2006年5月20日`" "年月日，如“2006年5月20日”";
    RowMode "row_mode" "方式" "mode of education" Applicant true
        "`脱产`, `半脱产`, `业余` or `在岗学习`" "“脱产”“半脱产”“业余”或“在岗学习”";
    RowContent "row_content" "内容" "content of education" Applicant true
        "one line of text" "一行文字";
    RowHours "row_hours" "核准的学时数" "hours as approved" Applicant true
        "hours from 0 to 10000, whole or with one decimal" "0至10000之间的学时数，最多一位小数";
    EmployerResult "employer_result" "所在单位考核结果" "result of the employer's assessment" Employer false
        "`合格` or `不合格`" "“合格”或“不合格”";
    EmployerDate "employer_date" "所在单位考核日期" "day of the employer's assessment" Employer false
        "a day, such as `2008-01-10` or `2008年1月10日`" "年月日，如“2008年1月10日”";
    EmployerSeal "employer_seal" "所在单位盖章" "seal of the employer" Employer false
        "a seal: `有` where it is there" "盖章，已盖的填“有”";
    AgencyOpinion "agency_opinion" "登记实施机构意见" "opinion of the registration agency" Agency false
        "`同意登记` or `不予登记`" "“同意登记”或“不予登记”";
    AgencyDate "agency_date" "登记实施机构意见日期" "day of the agency's opinion" Agency false
        "a day, such as `2008-01-25` or `2008年1月25日`" "年月日，如“2008年1月25日”";
    AgencySeal "agency_seal" "登记实施机构盖章" "seal of the registration agency" Agency false
        "a seal: `有` where it is there" "盖章，已盖的填“有”";
    Remarks "remarks" "备注" "remarks" Agency false
        "one line of text" "一行文字";
    Signature "signature" "本人签字" "applicant's signature" Applicant true
        "a signature: `有` where it is there" "本人签字，已签的填“有”";
    AppliedOn "applied_on" "申请日期" "day of application" Applicant true
        "a day, such as `2008-01-08` or `2008年1月8日`" "年月日，如“2008年1月8日”";
}

impl fmt::Display for FormField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
