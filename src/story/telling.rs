//! A story.

use crate::finding::code::Code;
use crate::naming::table::Language;
use crate::lifecycle::standing::PhaseName;
use crate::regulation::clause::Clause;
use crate::story::scene::Scene;
use chrono::NaiveDate;

/// A case that teaches: what happened, the clauses it is about, and what comes of it.
///
/// Everything it promises holds: its key days, findings and irregularities are what the crate answers.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    pub(super) id: &'static str,
    /// In English, in Chinese.
    pub(super) title: (&'static str, &'static str),
    /// In English, in Chinese.
    pub(super) lesson: (&'static str, &'static str),
    pub(super) clauses: &'static [Clause],
    pub(super) scene: fn() -> Scene,
    pub(super) today: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) days: &'static [KeyDay],
    pub(super) findings: &'static [Code],
    pub(super) irregularities: &'static [Code],
}

/// What a story comes to on a day that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyDay {
    /// The day.
    pub on: NaiveDate,
    /// The phase on that day.
    pub phase: PhaseName,
    /// Whether the certificate is valid on that day.
    pub in_force: bool,
}

impl Story {
    /// Its name, in lower case with underscores; it never changes.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its title.
    #[must_use]
    pub const fn title(&self, language: Language) -> &'static str {
        language.choose(self.title.0, self.title.1)
    }

    /// What happens, and what it teaches.
    #[must_use]
    pub const fn lesson(&self, language: Language) -> &'static str {
        language.choose(self.lesson.0, self.lesson.1)
    }

    /// The clauses it is about.
    #[must_use]
    pub const fn clauses(&self) -> &'static [Clause] {
        self.clauses
    }

    /// The history and all that it is read against.
    #[must_use]
    pub fn scene(&self) -> Scene {
        (self.scene)()
    }

    /// The day to look at.
    #[must_use]
    pub const fn today(&self) -> NaiveDate {
        self.today
    }

    /// The last day worth drawing.
    #[must_use]
    pub const fn until(&self) -> NaiveDate {
        self.until
    }

    /// What it comes to on the days that matter, in order.
    #[must_use]
    pub const fn days(&self) -> &'static [KeyDay] {
        self.days
    }

    /// What an application to which nothing is lacking would meet on [today](Self::today).
    #[must_use]
    pub const fn findings(&self) -> &'static [Code] {
        self.findings
    }

    /// The faults that an audit of the whole history finds.
    #[must_use]
    pub const fn irregularities(&self) -> &'static [Code] {
        self.irregularities
    }
}

#[cfg(feature = "conformance")]
impl Story {
    /// The story as a case of the wire format, with every question about a certificate that it answers.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::story::find;
    ///
    /// let case = find("lapsed_by_a_day").unwrap().case();
    /// let answers = serde_json::to_value(case.answers())?;
    /// assert_eq!(answers[0]["phase"], "lapsed");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn case(&self) -> crate::conformance::case::Case {
        use crate::conformance::question::Question;
        use crate::registration::application::Application;
        let (on, until) = (self.today, self.until);
        let Scene { regulation, mode, history, ledger, providers, agencies } = self.scene();
        let ask = alloc::vec![
            Question::Standing { on },
            Question::Timeline { until },
            Question::Outlook { on },
            Question::Education { on },
            Question::Assessment { on, application: Application::COMPLETE },
            Question::Irregularities,
            Question::Sensitivity { on },
        ];
        crate::conformance::case::Case {
            id: self.id.into(),
            regulation,
            mode,
            history,
            ledger,
            providers,
            agencies,
            accreditation: None,
            ask,
        }
    }
}
