//! A story.

use crate::finding::code::Code;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::standing::PhaseName;
use crate::naming::table::Language;
use crate::regulation::clause::Clause;
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
    pub(super) open: fn() -> CertificateFile<'static>,
    pub(super) known_on: Option<NaiveDate>,
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

    /// The certificate it is about, opened: its history and its holder's ledger, under the law and in the mode that the
    /// story tells of.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::story;
    ///
    /// let story = story::find("on_time").unwrap();
    /// assert!(story.open().on(story.today())?.standing().in_force);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn open(&self) -> CertificateFile<'static> {
        (self.open)()
    }

    /// The day as known on which the certificate is to be looked at, where the story turns on what the register held:
    /// all that the story promises is of the file [as known on](CertificateFile::as_known_on) it.
    #[must_use]
    pub const fn known_on(&self) -> Option<NaiveDate> {
        self.known_on
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
        let (on, until, known_on) = (self.today, self.until, self.known_on);
        let file = self.open();
        let (law, mode) = (file.law().clone(), file.mode());
        let (history, ledger) = file.close();
        let ask = alloc::vec![
            Question::Standing { on, known_on },
            Question::Timeline { until, known_on },
            Question::Outlook { on, known_on },
            Question::Education { on, known_on },
            Question::Assessment { on, application: Application::COMPLETE, known_on },
            Question::Irregularities { known_on },
            Question::Sensitivity { on, known_on },
        ];
        crate::conformance::case::Case { id: self.id.into(), law, mode, history, ledger, accreditation: None, ask }
    }
}
