//! Study and what comes of it, in words.

use crate::education::credits::Disregarded;
use crate::education::entry::Entry;
use crate::education::progress::{Progress, YearProgress};
use crate::finding::value::Value;
use crate::naming::table::Language;
use crate::record::Record;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use core::fmt;

impl Progress {
    /// Whether the education of the cycle is complete, as a sentence.
    #[must_use]
    pub fn verdict(&self) -> Phrase {
        Phrase::new(if self.is_complete() { Message::Complete } else { Message::Incomplete })
    }

    /// The hours of the cycle in all, held against those required.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        Phrase::new(Message::TotalMet).with(self.hours).with(self.required)
    }

    /// It as lines of text in a language: whether the education is complete, the hours in all and in each year with what
    /// is missing, and the entries that do not count.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let words = file.on(day!(2008, 1, 15))?.education()?.in_words(Language::En).to_string();
    /// assert!(words.starts_with(
    ///     "the education of the cycle is not complete (48.4)\n  \
    ///      study in the cycle comes to 0 hours; expected at least 180 hours (48.4): 180 hours missing\n"
    /// ));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}\n  ", self.verdict().cited(Some(Clause::N48_4), language))?;
            write_measured(f, self.phrase(), self.shortfall(), language)?;
            for year in &self.years {
                write!(f, "\n  {}", year.in_words(language))?;
            }
            for entry in &self.disregarded {
                write!(f, "\n  {}", entry.in_words(language))?;
            }
            Ok(())
        })
    }
}

impl YearProgress {
    /// The hours of the year, held against those required.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        Phrase::new(Message::YearMet).with(self.hours).with(self.required).with(self.number)
    }

    /// It as a line in a language, with what is missing.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let (phrase, shortfall) = (self.phrase(), self.shortfall());
        fmt::from_fn(move |f| write_measured(f, phrase, shortfall, language))
    }
}

fn write_measured(f: &mut fmt::Formatter<'_>, phrase: Phrase, shortfall: Hours, language: Language) -> fmt::Result {
    write!(f, "{}", phrase.cited(Some(Clause::N48_4), language))?;
    if shortfall == Hours::ZERO {
        return Ok(());
    }
    let short = Phrase::new(Message::StillShort).with(shortfall);
    write!(f, "{}{}", language.choose(": ", "："), short.in_words(language))
}

impl Disregarded {
    /// Which entry does not count, as a sentence. Entries are counted from 1, as people count.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let number = u32::try_from(self.entry).unwrap_or(u32::MAX).saturating_add(1);
        Phrase::new(Message::EntryDisregarded).with(number).with(self.on)
    }

    /// Which entry does not count, and why, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let (phrase, reason) = (self.phrase(), self.reason);
        fmt::from_fn(move |f| {
            write!(f, "{}{}", phrase.in_words(language), language.choose(": ", "："))?;
            write!(f, "{}", reason.in_words(language))
        })
    }
}

impl Entry {
    /// It as a line in a language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::education::{ContentKind, Field, StudyMode};
    /// use ruankao::{Entry, Hours, Language, day};
    ///
    /// let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    /// let entry = Entry { on: day!(2006, 5, 20), hours: Hours::whole(40), mode, field, kind, provider: None };
    /// assert_eq!(entry.in_words(Language::En).to_string(), "2006-05-20: 40 hours (on the job, computer software, technology)");
    /// assert_eq!(entry.in_words(Language::Zh).to_string(), "2006-05-20：40学时（在岗，计算机软件，技术）");
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let comma = language.choose(", ", "，");
            write!(f, "{}{}", self.on, language.choose(": ", "："))?;
            Value::Hours(self.hours).write(f, language)?;
            f.write_str(language.choose(" (", "（"))?;
            let (mode, field) = (self.mode.in_words(language), self.field.in_words(language));
            write!(f, "{mode}{comma}{field}{comma}{}", self.kind.in_words(language))?;
            if let Some(provider) = &self.provider {
                write!(f, "{comma}{provider}")?;
            }
            f.write_str(language.choose(")", "）"))
        })
    }
}

impl Record<Entry> {
    /// The entry as a line in a language, and the days on which it was recorded, where that is not its own day, and struck.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.what().in_words(language))?;
            self.write_days(f, language)
        })
    }
}
