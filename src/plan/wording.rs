//! A plan in words and on the wire, made of the same sentences.

use crate::finding::record::Finding;
use crate::naming::table::Language;
use crate::plan::course::{Bar, Course};
use crate::plan::record::{Assumed, Plan};
use crate::plan::relief::{Opening, Relief};
use crate::plan::study::{Studies, Study};
use crate::regulation::clause::Clause;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use core::fmt;

impl Plan {
    /// The plan as lines of text, the inner ones indented.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::Context;
    /// use ruankao::regulation::Regulation;
    /// use ruankao::{Act, History, Language, Plan};
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let regulation = Regulation::default();
    /// let history = History::from_iter([Act::Approved.on(day(2003, 12, 31))]);
    /// let plan = Plan::new(&history.as_of(day(2005, 1, 1), Context::new(&regulation))?, None);
    /// let text = plan.in_words(Language::En).to_string();
    /// assert_eq!(text, "on 2005-01-01 the certificate is not subject to registration\n  no registration is needed");
    /// # Ok::<(), ruankao::finding::EventFault>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let standing = Phrase::new(Message::StandingIs).with(self.on).with(self.standing.phase.name());
            write!(f, "{}", standing.in_words(language))?;
            for milestone in &self.milestones {
                line(f, 1, milestone.phrase(), Some(milestone.turn.clause()), language)?;
            }
            if let Some(assumed) = self.assumed {
                line(f, 1, assumed.phrase(), Some(assumed.clause()), language)?;
            }
            self.write_course(f, language)?;
            self.write_relief(f, language)?;
            for warning in &self.warnings {
                line(f, 1, warning.phrase(), Some(warning.clause()), language)?;
            }
            Ok(())
        })
    }

    fn write_course(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        line(f, 1, self.course.phrase(), self.course.clause(), language)?;
        match &self.course {
            Course::Register(registering) => {
                self.studies.write(f, language)?;
                write_papers(f, &self.papers, language)?;
                if let Some(agencies) = &registering.agencies {
                    let [before, after] = Message::ApplyAt.around(language);
                    write!(f, "\n    {before}")?;
                    for (index, agency) in agencies.iter().enumerate() {
                        let between = if index == 0 { "" } else { language.choose(", ", "、") };
                        write!(f, "{between}{agency}")?;
                    }
                    f.write_str(after)?;
                }
                let until = Phrase::new(Message::ValidUntil).with(registering.valid_until);
                line(f, 2, until, Some(Clause::N47_3), language)
            }
            Course::Barred(bars) => {
                for bar in bars {
                    bar.write(f, language)?;
                }
                self.studies.write(f, language)?;
                write_papers(f, &self.papers, language)
            }
            _ => Ok(()),
        }
    }

    fn write_relief(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        let Relief { deferral, extension } = &self.relief;
        if let Some(opening) = deferral {
            let asked = Phrase::new(Message::DeferralOpen).with(opening.until.last());
            opening.write(f, asked.with(opening.ask_by.unwrap_or(self.on)), Clause::N47_8, language)?;
        }
        if let Some((opening, arose)) = extension.as_ref().and_then(|opening| Some((opening, opening.arose?))) {
            let asked = Phrase::new(Message::ExtensionOpen).with(opening.until.last()).with(arose);
            opening.write(f, asked, Clause::N48_6, language)?;
        }
        Ok(())
    }
}

impl Course {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::AwaitApproval => Phrase::new(Message::AwaitApproval),
            Self::NothingToDo => Phrase::new(Message::NothingToDo),
            Self::AwaitRegistration { accepted_on } => Phrase::new(Message::AwaitRegistration).with(*accepted_on),
            Self::Register(registering) => Phrase::new(Message::ApplyBetween).with(registering.apply),
            Self::Barred(_) => Phrase::new(Message::CannotRegister),
            Self::AwaitPublication => Phrase::new(Message::AwaitPublication),
            Self::Appeal { by } => Phrase::new(Message::AppealBy).with(*by),
            Self::AwaitAppeal { filed_on } => Phrase::new(Message::AwaitAppeal).with(*filed_on),
            Self::Nothing => Phrase::new(Message::NothingHelps),
        }
    }

    /// The clause it rests on.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        match self {
            Self::AwaitApproval | Self::NothingToDo | Self::Nothing | Self::Barred(_) => None,
            Self::AwaitRegistration { .. } => Some(Clause::N47_7),
            Self::Register(_) => Some(Clause::N47_3),
            Self::AwaitPublication | Self::Appeal { .. } | Self::AwaitAppeal { .. } => Some(Clause::N47_11),
        }
    }
}

impl Assumed {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::ApplicationRefused { accepted_on } => {
                Phrase::new(Message::AssumingApplicationRefused).with(accepted_on)
            }
            Self::DeferralRefused { requested_on } => Phrase::new(Message::AssumingDeferralRefused).with(requested_on),
            Self::DeferralGranted { requested_on } => Phrase::new(Message::AssumingDeferralGranted).with(requested_on),
        }
    }

    /// The clause of the decision.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::ApplicationRefused { .. } => Clause::N47_7,
            Self::DeferralRefused { .. } | Self::DeferralGranted { .. } => Clause::N47_8,
        }
    }
}

impl Study {
    /// What is to be earned, or why it cannot be.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let phrase = |in_year, in_cycle| match self.year {
            Some(year) => Phrase::new(in_year).with(self.hours).with(year),
            None => Phrase::new(in_cycle).with(self.hours),
        };
        match (self.within.or(self.or_within), self.too_late_since()) {
            (Some(within), _) => phrase(Message::EarnInYear, Message::EarnInCycle).with(within),
            (None, Some(since)) => phrase(Message::YearClosed, Message::CycleClosed).with(since),
            (None, None) => phrase(Message::YearNotYet, Message::CycleNotYet).with(self.counts.first()),
        }
    }
}

impl Studies {
    fn write(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        if self.items().is_empty() {
            return line(f, 2, Phrase::new(Message::NothingToEarn), Some(Clause::N48_4), language);
        }
        for item in self.items().iter().filter(|item| item.first().is_some()) {
            line(f, 2, item.phrase(), Some(Clause::N48_4), language)?;
            if let (Some(_), Some(later)) = (item.within, item.or_within) {
                line(f, 3, Phrase::new(Message::EarnInYearLater).with(later), Some(Clause::N48_6), language)?;
            }
        }
        line(f, 2, Phrase::new(Message::LeastInAll).with(self.least()), Some(Clause::N48_4), language)?;
        self.choice().map_or(Ok(()), |choice| line(f, 2, choice, Some(Clause::N48_11), language))
    }

    /// Where something can still be earned: that the plan prescribes neither where, nor how, nor when (48.11).
    #[must_use]
    pub fn choice(&self) -> Option<Phrase> {
        self.items().iter().any(|item| item.first().is_some()).then(|| Phrase::new(Message::FreeChoice))
    }
}

impl Bar {
    fn write(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        match self {
            Self::Study(study) => line(f, 2, study.phrase(), Some(Clause::N48_4), language),
            Self::Condition(finding) => write!(f, "\n    {}", finding.in_words(language)),
            Self::NoAgency(days) => {
                line(f, 2, Phrase::new(Message::NoAgency).with(*days), Some(Clause::N47_3), language)
            }
            Self::Refused(fault) => write!(f, "\n    {}", fault.in_words(language)),
            Self::Lapses => line(f, 2, Phrase::new(Message::LapsesWithPending), Some(Clause::N47_3), language),
        }
    }
}

impl Opening {
    fn write(&self, f: &mut fmt::Formatter<'_>, asked: Phrase, clause: Clause, language: Language) -> fmt::Result {
        line(f, 1, asked, Some(clause), language)?;
        for &ground in &self.grounds {
            line(f, 2, Phrase::new(Message::OnGround).with(ground), self.clause(ground), language)?;
        }
        Ok(())
    }
}

fn write_papers(f: &mut fmt::Formatter<'_>, papers: &[Finding], language: Language) -> fmt::Result {
    papers.iter().try_for_each(|paper| write!(f, "\n    {}", paper.in_words(language)))
}

fn line(
    f: &mut fmt::Formatter<'_>,
    depth: usize,
    phrase: Phrase,
    clause: Option<Clause>,
    language: Language,
) -> fmt::Result {
    write!(f, "\n{:width$}{}", "", phrase.in_words(language), width = depth * 2)?;
    match (clause, language) {
        (None, _) => Ok(()),
        (Some(clause), Language::En) => write!(f, " ({clause})"),
        (Some(clause), Language::Zh) => write!(f, "（{clause}）"),
    }
}
