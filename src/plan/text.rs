//! A whole plan in words.

use crate::finding::finding::Finding;
use crate::identity::body::BodyId;
use crate::lifecycle::act::ActName;
use crate::naming::table::Language;
use crate::plan::course::{Course, Registering};
use crate::plan::plan::Plan;
use crate::plan::relief::{Opening, Relief};
use crate::plan::study::Studies;
use crate::plan::wording::to_show;
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
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2003, 12, 31))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let text = file.on(day!(2005, 1, 1))?.plan().in_words(Language::En).to_string();
    /// assert_eq!(text, "on 2005-01-01 the certificate is not subject to registration\n  no registration is needed");
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let standing = Phrase::new(Message::StandingIs).with(self.on).with(self.standing.phase.name());
            write!(f, "{}", standing.in_words(language))?;
            for milestone in &self.milestones {
                line(f, 1, milestone.in_words(language))?;
            }
            if let Some(assumed) = self.assumed {
                line(f, 1, assumed.in_words(language))?;
            }
            self.write_course(f, language)?;
            self.write_relief(f, language)?;
            self.warnings.iter().try_for_each(|warning| line(f, 1, warning.in_words(language)))
        })
    }

    fn write_course(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        line(f, 1, self.course.in_words(language))?;
        match &self.course {
            Course::Register(registering) => {
                self.studies.write(f, language)?;
                self.write_papers(f, language)?;
                registering.write(f, language)
            }
            Course::Barred(bars) => {
                bars.iter().try_for_each(|bar| line(f, 2, bar.in_words(language)))?;
                self.studies.write(f, language)?;
                self.write_papers(f, language)
            }
            _ => Ok(()),
        }
    }

    /// What is missing; where nothing is known of the applicant, what is still to be shown.
    fn write_papers(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        self.papers.iter().try_for_each(|paper: &Finding| match self.drafted {
            true => line(f, 2, paper.in_words(language)),
            false => line(f, 2, to_show(paper).cited(paper.clause(), language)),
        })
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

impl Registering {
    fn write(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        if let Some(by) = self.file_by() {
            line(f, 2, Phrase::new(Message::FileBy).with(by).cited(Some(Clause::N47_3), language))?;
        }
        let may_register = if self.act == ActName::Registered { Message::RegisterAt } else { Message::ApplyAt };
        write_agencies(f, may_register, self.agencies.as_deref(), language)?;
        if !self.is_at_once() {
            let later = Phrase::new(Message::RegisterFrom).with(self.register_from);
            line(f, 2, later.cited(Some(Clause::N47_7), language))?;
            write_agencies(f, Message::RegisterAt, self.registrars.as_deref(), language)?;
        }
        let until = if self.is_at_once() { Message::ValidUntil } else { Message::ValidUntilThen };
        line(f, 2, Phrase::new(until).with(self.valid_until).cited(Some(Clause::N47_3), language))
    }
}

impl Studies {
    fn write(&self, f: &mut fmt::Formatter<'_>, language: Language) -> fmt::Result {
        let education = |phrase: Phrase| phrase.cited(Some(Clause::N48_4), language);
        if self.items().is_empty() {
            return line(f, 2, education(Phrase::new(Message::NothingToEarn)));
        }
        for item in self.items().iter().filter(|item| item.first().is_some()) {
            line(f, 2, item.in_words(language))?;
            if let (Some(_), Some(later)) = (item.within, item.or_within) {
                let made_up = Phrase::new(Message::EarnInYearLater).with(later);
                line(f, 3, made_up.cited(Some(Clause::N48_6), language))?;
            }
        }
        line(f, 2, education(Phrase::new(Message::LeastInAll).with(self.least())))?;
        self.choice().map_or(Ok(()), |choice| line(f, 2, choice.cited(Some(Clause::N48_11), language)))
    }
}

impl Opening {
    fn write(&self, f: &mut fmt::Formatter<'_>, asked: Phrase, clause: Clause, language: Language) -> fmt::Result {
        line(f, 1, asked.cited(Some(clause), language))?;
        self.grounds.iter().try_for_each(|&ground| {
            let on_ground = Phrase::new(Message::OnGround).with(ground);
            line(f, 2, on_ground.cited(self.clause(ground), language))
        })
    }
}

fn write_agencies(
    f: &mut fmt::Formatter<'_>,
    message: Message,
    agencies: Option<&[BodyId]>,
    language: Language,
) -> fmt::Result {
    let Some(agencies) = agencies else { return Ok(()) };
    let [before, after] = message.around(language);
    write!(f, "\n    {before}")?;
    for (index, agency) in agencies.iter().enumerate() {
        let between = if index == 0 { "" } else { language.choose(", ", "、") };
        write!(f, "{between}{agency}")?;
    }
    f.write_str(after)
}

fn line(f: &mut fmt::Formatter<'_>, depth: usize, text: impl fmt::Display) -> fmt::Result {
    write!(f, "\n{:width$}{text}", "", width = depth * 2)
}
