//! All that is answered to a question.

use crate::education::progress::Progress;
use crate::finding::verdict::Verdict;
use crate::lifecycle::standing::Standing;
use crate::plan::record::Plan;

/// All that is answered: the standing, the assessment, the education and the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The standing.
    pub standing: Standing,
    /// The assessment.
    pub assessment: Verdict,
    /// The education; `None` where there is no cycle.
    pub education: Option<Progress>,
    /// The plan.
    pub plan: Plan,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Answers {
    /// `{"standing", "assessment", "education"?, "plan"}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("standing", &self.standing)?;
        map.serialize_entry("assessment", &self.assessment)?;
        if let Some(education) = &self.education {
            map.serialize_entry("education", education)?;
        }
        map.serialize_entry("plan", &self.plan)?;
        map.end()
    }
}
