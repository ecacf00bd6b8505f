//! What a holder has studied.

use crate::identity::body::BodyId;
use crate::regulation::hours::Hours;
use chrono::NaiveDate;

/// An entry of the ledger: study completed on a day, with the hours approved for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entry {
    /// The day of completion.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub on: NaiveDate,
    /// The hours as approved (核准的学时数).
    pub hours: Hours,
    /// How it was studied.
    pub mode: StudyMode,
    /// The field studied.
    pub field: Field,
    /// The kind of content.
    pub kind: ContentKind,
    /// The training institution; study on the job needs none.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub provider: Option<BodyId>,
}

/// How something was studied (48.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StudyMode {
    /// Away from work (脱产).
    FullTime,
    /// Partly away from work (半脱产).
    PartTime,
    /// Beside work (业余).
    SpareTime,
    /// On the job (在岗), where no institution teaches.
    OnTheJob,
}

impl StudyMode {
    /// All of them, in the order of 48.5.
    pub const ALL: [Self; 4] = [Self::FullTime, Self::PartTime, Self::SpareTime, Self::OnTheJob];
}

/// The field of what was studied (48.2, whose list is open).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Field {
    /// Computer software (计算机软件).
    Software,
    /// Computer networks (计算机网络).
    Networks,
    /// Applied computer technology (计算机应用技术).
    Applications,
    /// Information systems (信息系统).
    InformationSystems,
    /// Information services (信息服务).
    InformationServices,
    /// Another field (等).
    Other,
}

/// What kind of new content was studied (48.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContentKind {
    /// Knowledge (知识).
    Knowledge,
    /// Technology (技术).
    Technology,
    /// Standards (标准).
    Standard,
    /// Laws and regulations (法规).
    Regulation,
}
