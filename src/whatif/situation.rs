//! All that is answered on a day.

use crate::education::progress::Progress;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::standing::Standing;
use crate::plan::record::Plan;
use crate::registration::application::Application;
use crate::whatif::difference::Difference;
use chrono::NaiveDate;

/// All that is answered on a day: the standing, the assessment, the education and the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
            plan: Plan::new(&as_of, Some(application)),
        })
    }

    /// What is answered here and there on a day, for somebody who would bring an application, and every change between
    /// the two. There is the same certificate after a [hypothesis](crate::whatif::Hypothesis), under another law, or as it
    /// was known on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::Revocation;
    /// use ruankao::whatif::Hypothesis;
    /// use ruankao::{Act, Application, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// let cancelled = Hypothesis::default().event(Act::Cancelled(Revocation::MajorLoss).on(day!(2005, 5, 8)));
    /// let there = file.what_if(&cancelled);
    /// let difference = file.difference(&there, day!(2006, 1, 1), &Application::COMPLETE);
    /// let words = difference.in_words(Language::En).to_string();
    /// assert!(words.starts_with("in force becomes cancelled\nthe certificate becomes invalid"));
    ///
    /// // On the day before nothing was cancelled yet.
    /// assert!(file.difference(&there, day!(2005, 5, 7), &Application::COMPLETE).is_empty());
    /// ```
    #[must_use]
    pub fn difference(&self, there: &CertificateFile<'_>, on: NaiveDate, application: &Application) -> Difference {
        Difference::new(self.situation(on, application), there.situation(on, application))
    }
}
