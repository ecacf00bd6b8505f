//! What is wrong with a field of a form.

use crate::calendar::iso::DateError;
use crate::identity::document::IdentityDocumentError;
use crate::identity::line::LineError;
use crate::naming::table::Language;
use crate::registration::form::field::FormField;
use crate::regulation::clause::Clause;
use crate::regulation::hours::HoursError;
use alloc::vec::Vec;
use core::fmt;
use thiserror::Error;

/// A field that was left blank or cannot be read: which, in what row, and what is wrong with it.
///
/// It repeats no more of what was written than the character, or the impossible day, that is wrong with it: nearly all
/// that a form says is personal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The field.
    pub field: FormField,
    /// The row of the education table, counted from 1, where the field has rows.
    pub row: Option<usize>,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with what was written into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Wrong {
    /// There is nothing in it.
    #[error("it is missing")]
    Missing,
    /// It is none of the words that the field knows.
    #[error("it is none of the words known here")]
    Unknown,
    /// It has a form of its own, and this is not it.
    #[error("it is not of the form expected")]
    Form,
    /// It stands in no row of the education table.
    #[error("it stands in no row; fill in a row of the education table")]
    NoRow,
    /// It is no day.
    #[error(transparent)]
    Date(#[from] DateError),
    /// It is no line of text.
    #[error(transparent)]
    Line(#[from] LineError),
    /// It is no number of the document named.
    #[error(transparent)]
    Identity(#[from] IdentityDocumentError),
    /// It is no number of hours.
    #[error(transparent)]
    Hours(#[from] HoursError),
}

/// All defects of a form, in the order printed; there is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defects(pub(super) Vec<Defect>);

impl Defects {
    /// The defects.
    pub fn iter(&self) -> core::slice::Iter<'_, Defect> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Defects {
    type Item = &'a Defect;
    type IntoIter = core::slice::Iter<'a, Defect>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Defect {
    /// What was expected in the field.
    #[must_use]
    pub const fn expected(&self, language: Language) -> &'static str {
        self.field.expected(language)
    }

    /// The sentence in a language, with the field, what is wrong and what was expected.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            f.write_str(self.field.label(language))?;
            let expected = self.expected(language);
            match (self.row, language) {
                (None, _) => Ok(()),
                (Some(row), Language::En) => write!(f, " in row {row}"),
                (Some(row), Language::Zh) => write!(f, "（第{row}行）"),
            }?;
            match language {
                // The others say themselves what they expect.
                Language::En if !self.wrong.is_of_the_field() => write!(f, ": {} ({})", self.wrong, Clause::N47Form),
                Language::En => write!(f, ": {}; expected {expected} ({})", self.wrong, Clause::N47Form),
                Language::Zh => write!(f, "：{}；应为{expected}（{}）", self.wrong.chinese(), Clause::N47Form),
            }
        })
    }
}

impl Wrong {
    /// Whether the field alone knows what it expects.
    const fn is_of_the_field(self) -> bool {
        matches!(self, Self::Missing | Self::Unknown | Self::Form)
    }

    /// What is wrong, in Chinese.
    const fn chinese(self) -> &'static str {
        match self {
            Self::Missing => "未填写",
            Self::Unknown => "不是可填的内容",
            Self::NoRow => "未填入继续教育表的任何一行",
            Self::Form | Self::Date(DateError::Form) => "格式不符",
            Self::Date(DateError::NoSuchDay) => "没有该日期",
            Self::Date(DateError::OutOfRange) => "日期超出1900年至2999年",
            Self::Line(LineError::Blank) => "为空",
            Self::Line(LineError::SpaceAround) => "首尾有空格",
            Self::Line(LineError::ControlCharacter { .. }) => "含有控制字符",
            Self::Identity(_) => "证件号码不符合规则",
            Self::Hours(HoursError::Negative) => "学时数为负",
            Self::Hours(HoursError::TooMany) => "学时数过大",
            Self::Hours(HoursError::NotTenths) => "学时数多于一位小数",
        }
    }
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

impl fmt::Display for Defects {
    /// One sentence a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().enumerate().try_for_each(|(index, defect)| {
            f.write_str(if index == 0 { "" } else { "\n" })?;
            write!(f, "{defect}")
        })
    }
}

impl core::error::Error for Defects {}

#[cfg(feature = "serde")]
impl serde::Serialize for Defect {
    /// `{"field", "row"?, "wrong", "expected"}`, in English.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("field", &self.field)?;
        if let Some(row) = &self.row {
            map.serialize_entry("row", row)?;
        }
        map.serialize_entry("wrong", &alloc::string::ToString::to_string(&self.wrong))?;
        map.serialize_entry("expected", self.expected(Language::En))?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Defects {
    /// The list.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}
