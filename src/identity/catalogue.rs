//! The catalogue of qualifications: for now, their levels.

/// The level of a qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Level {
    /// Senior (高级).
    Senior,
    /// Intermediate (中级).
    Intermediate,
    /// Junior (初级).
    Junior,
}
