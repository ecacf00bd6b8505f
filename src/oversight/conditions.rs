//! The conditions of a training institution (48.8.1 to 48.8.4).

use crate::regulation::clause::Clause;

/// How a unit that applies to become a training institution stands to the four conditions of 48.8.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::Conditions;
/// use ruankao::Clause;
///
/// let poor = Conditions { teaching_resources: false, ..Conditions::MET };
/// assert!(poor.unmet().eq([Clause::N48_8_2]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conditions {
    /// An independent legal person that may hold courses for the public (48.8.1).
    pub legal_person: bool,
    /// Teachers, equipment and an environment that can carry the training (48.8.2).
    pub teaching_resources: bool,
    /// Strong in management and technology in its region (48.8.3).
    pub regional_strength: bool,
    /// A good reputation for quality in its region (48.8.4).
    pub reputation: bool,
}

impl Conditions {
    /// All four met.
    pub const MET: Self =
        Self { legal_person: true, teaching_resources: true, regional_strength: true, reputation: true };

    /// The items that are not met, in the order of 48.8.
    pub fn unmet(self) -> impl Iterator<Item = Clause> {
        let items = [
            (self.legal_person, Clause::N48_8_1),
            (self.teaching_resources, Clause::N48_8_2),
            (self.regional_strength, Clause::N48_8_3),
            (self.reputation, Clause::N48_8_4),
        ];
        items.into_iter().filter_map(|(met, clause)| (!met).then_some(clause))
    }
}
