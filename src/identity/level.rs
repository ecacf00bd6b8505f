//! The three levels of qualification.

use core::fmt;

/// A level of qualification (级别).
///
/// Levels are ordered from junior to senior, so the highest of a mixed class is its `max`.
///
/// # Examples
///
/// ```
/// use ruankao::identity::Level;
///
/// assert!(Level::Senior > Level::Intermediate);
/// assert!(Level::Junior < Level::Intermediate);
/// assert_eq!(Level::Senior.to_string(), "senior");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Level {
    /// 初级资格.
    Junior,
    /// 中级资格.
    Intermediate,
    /// 高级资格.
    Senior,
}

impl Level {
    /// All three, from junior to senior.
    pub const ALL: [Self; 3] = [Self::Junior, Self::Intermediate, Self::Senior];

    /// The name on the wire: `junior`, `intermediate` or `senior`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Junior => "junior",
            Self::Intermediate => "intermediate",
            Self::Senior => "senior",
        }
    }

    /// The name in the interim provisions, article 5.
    #[must_use]
    pub const fn chinese_name(self) -> &'static str {
        match self {
            Self::Junior => "初级资格",
            Self::Intermediate => "中级资格",
            Self::Senior => "高级资格",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
