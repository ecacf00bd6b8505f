//! All that is answered on a day.

use crate::education::progress::Progress;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::standing::Standing;
use crate::plan::plan::Plan;
use crate::registration::application::Application;
use chrono::NaiveDate;

/// All that is answered on a day: the standing, the assessment, the education and the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Situation {
    /// The standing.
    pub standing: Standing,
    /// The assessment.
    pub assessment: Verdict,
    /// The education; `None` where there is no cycle.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub education: Option<Progress>,
    /// The plan.
    pub plan: Plan,
}

impl CertificateFile<'_> {
    /// All that is answered on a day, for somebody who would bring an application.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused by then.
    pub fn situation(&self, on: NaiveDate, application: &Application) -> Result<Situation, EventFault> {
        let as_of = self.on(on)?;
        Ok(Situation {
            standing: as_of.standing(),
            assessment: as_of.assessment(application),
            education: as_of.education().ok(),
            plan: as_of.plan_with(application),
        })
    }
}
