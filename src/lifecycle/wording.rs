//! What is asked of a certificate on a day, in words.

use crate::lifecycle::as_of::{AsOf, Outlook};
use crate::lifecycle::sensitivity::{DayOutcome, Sensitive};
use crate::lifecycle::standing::{Outline, Phase, Standing, validity};
use crate::lifecycle::timeline::Row;
use crate::naming::table::Language;
use crate::naming::table::Words;
use crate::naming::template::fill;
use crate::regulation::clause::Clause;
use crate::regulation::repeal::Repeal;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use core::fmt;

impl Phase {
    /// It as a sentence, with its day.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let name = self.name();
        match *self {
            Self::NotApproved | Self::NotSubject | Self::Released => Phrase::new(Message::PhaseIs).with(name),
            Self::Cancelled { since, .. } | Self::Lapsed { since } => {
                Phrase::new(Message::StandingSince).with(since).with(name)
            }
            Self::UnderAppeal { filed_on: since, .. }
            | Self::UnderReview { accepted_on: since }
            | Self::Filed { filed_on: since }
            | Self::DeferralPending { requested_on: since } => {
                Phrase::new(Message::StandingSince).with(since).with(name)
            }
            Self::Deferred { until } | Self::RegistrationDue { until } | Self::InForce { until } => {
                Phrase::new(Message::StandingUntil).with(until).with(name)
            }
        }
    }

    /// The clause it rests on; the repeal rests on none.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        Some(match self {
            Self::NotApproved => Clause::N47_4_1,
            Self::NotSubject => Clause::N47_0,
            Self::UnderAppeal { .. } => Clause::N47_11,
            Self::Cancelled { .. } => Clause::N47_10,
            Self::Released => return None,
            Self::UnderReview { .. } => Clause::N47_7,
            Self::DeferralPending { .. } | Self::Deferred { .. } => Clause::N47_8,
            Self::Filed { .. } | Self::Lapsed { .. } | Self::RegistrationDue { .. } | Self::InForce { .. } => {
                Clause::N47_3
            }
        })
    }

    /// It as a sentence in a language, with its day.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        self.phrase().in_words(language)
    }
}

impl Standing {
    /// It as a sentence in a language: the phase with its day, and whether the certificate is valid.
    ///
    /// It knows neither its day nor its law: [`AsOf::in_words`] says besides, of a day from 2019 on, that the notices have
    /// been repealed.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let standing = file.on(day!(2008, 3, 11))?.standing();
    /// assert_eq!(
    ///     standing.in_words(Language::En).to_string(),
    ///     "the certificate has been lapsed since 2008-03-11; it is not valid",
    /// );
    /// assert_eq!(standing.in_words(Language::Zh).to_string(), "自2008-03-11起证书状态为：逾期失效；证书无效");
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { phase, in_force } = *self;
        fmt::from_fn(move |f| {
            let valid = if in_force { Message::Valid } else { Message::NotValid };
            write!(f, "{}{}", phase.in_words(language), language.choose("; ", "；"))?;
            write!(f, "{}", Phrase::new(valid).in_words(language))
        })
    }
}

impl Outline {
    /// It in a few words of a language: the phase, whether the notices' remedy is closed, and whether it is valid.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::{Outline, PhaseName};
    /// use ruankao::Language;
    ///
    /// let outline = Outline { phase: PhaseName::InForce, in_force: true, is_final: None };
    /// assert_eq!(outline.in_words(Language::En).to_string(), "within its term, valid");
    /// let closed = Outline { phase: PhaseName::Cancelled, in_force: false, is_final: Some(true) };
    /// assert_eq!(closed.in_words(Language::Zh).to_string(), "已注销登记，复议程序结束，无效");
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { in_force, .. } = *self;
        let stage = self.stage_in_words(language);
        fmt::from_fn(move |f| {
            let comma = language.choose(", ", "，");
            write!(f, "{stage}{comma}{}", validity(in_force).in_words(language))
        })
    }

    /// The phase alone and, of a cancellation, whether the notices' remedy is closed.
    #[must_use]
    pub const fn stage_in_words(&self, language: Language) -> &'static str {
        match self.is_final {
            Some(true) => language.choose("cancelled, remedy closed", "已注销登记，复议程序结束"),
            _ => self.phase.in_words(language),
        }
    }
}

impl Row {
    /// It as a line in a language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let rows = file.timeline(day!(2006, 1, 1))?;
    /// assert_eq!(rows[0].in_words(Language::En).to_string(), "from 2005-03-10: within its term, valid");
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { from, outline } = *self;
        fmt::from_fn(move |f| {
            fill(f, Message::FromDay.template(language), |f, place| match place {
                "a" => write!(f, "{from}"),
                _ => write!(f, "{}", outline.in_words(language)),
            })
        })
    }
}

impl Outlook {
    /// It as a sentence in a language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let outlook = file.on(day!(2008, 1, 15))?.outlook().unwrap();
    /// assert_eq!(
    ///     outlook.in_words(Language::En).to_string(),
    ///     "this holds until 2008-03-10; after it the certificate is lapsed, not valid",
    /// );
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { holds_until, then } = *self;
        fmt::from_fn(move |f| {
            fill(f, Message::HoldsUntil.template(language), |f, place| match place {
                "a" => write!(f, "{holds_until}"),
                _ => write!(f, "{}", then.in_words(language)),
            })
        })
    }
}

impl AsOf<'_> {
    /// What has to be said beside any answer about the day: that the notices were repealed in 2019, where the day may lie
    /// after it and the law names no day of repeal.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2017, 6, 1))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// assert!(file.on(day!(2018, 12, 31))?.caution().is_none());
    /// assert!(file.on(day!(2019, 1, 1))?.caution().is_some());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn caution(&self) -> Option<Phrase> {
        let repeal = Repeal::OF_2019;
        let repealed_on = self.context().regulation().parameters().repealed_on;
        let words = Words::new(repeal.caution_en(), repeal.caution_zh());
        repeal.needs_caution(self.on(), repealed_on).then(|| Phrase::new(Message::Caution).with(words))
    }

    /// The standing as a sentence in a language, with the day it is of and the day as known on which the register is read;
    /// and, where that has to be said, that the notices have been repealed.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2017, 6, 1))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// assert_eq!(
    ///     file.on(day!(2019, 1, 1))?.in_words(Language::En).to_string(),
    ///     "as of 2019-01-01: the certificate is within its term, until 2020-06-01; it is valid\n\
    ///      note: the notices were repealed in 2019; this answer names no day of repeal and speaks as if they still applied",
    /// );
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let (standing, caution) = (self.standing(), self.caution());
        let (day, known_on) = (Phrase::new(Message::AsOfDay).with(self.on()), self.context().known_on);
        fmt::from_fn(move |f| {
            write!(f, "{}", day.in_words(language))?;
            if let Some(known_on) = known_on {
                let known = Phrase::new(Message::KnownOn).with(known_on);
                write!(f, "{}{}", language.choose(", ", "，"), known.in_words(language))?;
            }
            write!(f, "{}{}", language.choose(": ", "："), standing.in_words(language))?;
            caution.map_or(Ok(()), |caution| write!(f, "\n{}", caution.in_words(language)))
        })
    }
}

impl Sensitive {
    /// It as a line in a language: the reading as it is turned, and what the day comes to then.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let sensitive = file.sensitivity(day!(2008, 3, 10));
    /// assert_eq!(
    ///     sensitive[0].in_words(Language::En).to_string(),
    ///     "\"last day of a term\" read as \"the day before it\": lapsed, not valid",
    /// );
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { reading, to, outcome } = *self;
        let turned = Phrase::new(Message::TurnsTo).with(reading).with(reading.side_in_words(to));
        fmt::from_fn(move |f| {
            write!(f, "{}{}", turned.in_words(language), language.choose(": ", "："))?;
            write!(f, "{}", outcome_in_words(outcome, language))
        })
    }
}

/// What a day comes to, in words.
pub(crate) fn outcome_in_words(outcome: DayOutcome, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| match outcome {
        Ok((phase, in_force)) => {
            write!(f, "{}", Outline { phase, in_force, is_final: None }.in_words(language))
        }
        Err(code) => {
            let [open, close] = [language.choose(" (", "（"), language.choose(")", "）")];
            write!(f, "{}{open}", Phrase::new(Message::HistoryRefused).in_words(language))?;
            write!(f, "{}{close}", code.in_words(language))
        }
    })
}
