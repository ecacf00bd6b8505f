//! A question, asked before and after.

use crate::education::ledger::Ledger;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::identity::body::Register;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::plan::record::Plan;
use crate::registration::application::Application;
use crate::regulation::rules::Regulation;
use crate::whatif::answers::Answers;
use crate::whatif::change::Difference;
use crate::whatif::hypothesis::Hypothesis;
use chrono::NaiveDate;

/// What is asked of a history and a ledger: on which day, under what regulation, with which lists.
///
/// References only, so it is copied freely.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The day.
    pub on: NaiveDate,
    /// The regulation.
    pub regulation: &'a Regulation,
    /// What the applicant would bring.
    pub application: &'a Application,
    /// The registration agencies, where a list is given.
    pub agencies: Option<&'a Register>,
    /// The training institutions, where a list is given.
    pub providers: Option<&'a Register>,
    /// How strictly the history is read.
    pub mode: Mode,
}

impl<'a> Question<'a> {
    /// The question about a day: strict, with a complete application and without lists.
    #[must_use]
    pub const fn new(on: NaiveDate, regulation: &'a Regulation) -> Self {
        let application = &Application::COMPLETE;
        Self { on, regulation, application, agencies: None, providers: None, mode: Mode::Strict }
    }

    /// The same under another regulation.
    #[must_use]
    pub const fn under(self, regulation: &'a Regulation) -> Self {
        Self { regulation, ..self }
    }

    /// The answers.
    ///
    /// # Errors
    ///
    /// The refusal of the first event that is refused.
    pub fn ask(&self, history: &History, ledger: &Ledger) -> Result<Answers, EventFault> {
        let credits = ledger.credits(self.providers);
        let context = Context::new(self.regulation).credits(&credits).agencies(self.agencies).mode(self.mode);
        let as_of = history.as_of(self.on, context)?;
        Ok(Answers {
            standing: as_of.standing(),
            assessment: as_of.assessment(self.application),
            education: as_of.education().ok(),
            plan: Plan::new(&as_of, Some(self.application)),
        })
    }

    /// What a hypothesis would change.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::regulation::Regulation;
    /// use ruankao::revocation::Revocation;
    /// use ruankao::whatif::{Hypothesis, Question};
    /// use ruankao::{Act, History, Language, Ledger};
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    /// let (question, ledger) = (Question::new(day(2006, 1, 1), &regulation), Ledger::default());
    ///
    /// let cancelled = Hypothesis::default().event(Act::Cancelled(Revocation::MajorLoss).on(day(2005, 5, 8)));
    /// let difference = question.what_if(&cancelled, &history, &ledger);
    /// let words = difference.in_words(Language::En).to_string();
    /// assert!(words.starts_with("in force becomes cancelled\nthe certificate becomes invalid"));
    ///
    /// let nothing = question.what_if(&Hypothesis::default(), &history, &ledger);
    /// assert!(nothing.is_empty());
    /// ```
    #[must_use]
    pub fn what_if(&self, hypothesis: &Hypothesis, history: &History, ledger: &Ledger) -> Difference {
        let before = self.ask(history, ledger);
        Difference::new(before, self.ask(&hypothesis.history(history), &hypothesis.ledger(ledger)))
    }

    /// What another regulation would change.
    #[must_use]
    pub fn what_under(&self, regulation: &Regulation, history: &History, ledger: &Ledger) -> Difference {
        let other = Question { regulation, ..*self };
        Difference::new(self.ask(history, ledger), other.ask(history, ledger))
    }
}
