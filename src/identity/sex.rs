//! The sex a number tells.

use core::fmt;

/// The sex that a citizen number tells by the parity of its sequence.
///
/// Written `male` and `female`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Sex {
    /// 男: an odd sequence.
    Male,
    /// 女: an even sequence.
    Female,
}

impl Sex {
    /// The name on the wire: `male` or `female`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }

    /// The Chinese word: 男 or 女.
    #[must_use]
    pub const fn chinese_name(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }
}

impl fmt::Display for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
