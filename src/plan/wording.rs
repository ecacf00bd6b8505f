//! The sentences of a plan's parts.

use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::Subject;
use crate::lifecycle::act::ActName;
use crate::naming::table::{Language, Words};
use crate::plan::course::{Bar, Course, Registering};
use crate::plan::days::Days;
use crate::plan::milestone::Milestone;
use crate::plan::prospect::Assumed;
use crate::plan::stage::Stage;
use crate::plan::study::{Studies, Study};
use crate::plan::warning::Warning;
use crate::regulation::clause::Clause;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use chrono::NaiveDate;
use core::fmt;

impl Milestone {
    /// It as a sentence, with its clause.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        self.phrase().cited(self.turn.clause(), language)
    }
}

impl Warning {
    /// It as a sentence, with its clause.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        self.phrase().cited(self.clause(), language)
    }
}

impl Course {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::AwaitApproval => Phrase::new(Message::AwaitApproval),
            Self::NothingToDo => Phrase::new(Message::NothingToDo),
            Self::Repealed { from } => Phrase::new(Message::AfterRepeal).with(*from),
            Self::AwaitRegistration { accepted_on } => Phrase::new(Message::AwaitRegistration).with(*accepted_on),
            Self::Register(registering) => registering.phrase(),
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
            Self::AwaitApproval | Self::NothingToDo | Self::Repealed { .. } | Self::Nothing | Self::Barred(_) => None,
            Self::AwaitRegistration { .. } => Some(Clause::N47_7),
            Self::Register(registering) => Some(registering.clause()),
            Self::AwaitPublication | Self::Appeal { .. } | Self::AwaitAppeal { .. } => Some(Clause::N47_11),
        }
    }

    /// It as a sentence, with its clause.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        self.phrase().cited(self.clause(), language)
    }
}

impl Registering {
    /// It as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let first = self.apply.first();
        match self.stage {
            Stage::Open => Phrase::new(Message::ApplyBetween).with(self.apply),
            Stage::Lapsed { since } => Phrase::new(Message::ReturnAfterLapse).with(since).with(first),
            Stage::Filed { filed_on } => Phrase::new(Message::AcceptFiled).with(filed_on).with(first),
            Stage::Accepted { accepted_on } => Phrase::new(Message::CompleteAccepted).with(accepted_on).with(first),
        }
    }

    /// The clause it rests on.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        match self.stage {
            Stage::Open | Stage::Lapsed { .. } | Stage::Filed { .. } => Clause::N47_3,
            Stage::Accepted { .. } => Clause::N47_7,
        }
    }

    /// Where the filing is what has to come in time: by when.
    #[must_use]
    pub fn file_by(&self) -> Option<NaiveDate> {
        let is_bound = matches!(self.stage, Stage::Open) && self.act == ActName::ApplicationFiled;
        self.apply.last().filter(|_| is_bound)
    }

    /// Whether it can be registered on the first day to apply.
    pub(super) fn is_at_once(&self) -> bool {
        self.register_from == self.apply.first()
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

    /// It as a sentence, with its clause.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        self.phrase().cited(Some(self.clause()), language)
    }
}

impl From<Assumed> for Phrase {
    fn from(assumed: Assumed) -> Self {
        assumed.phrase()
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
            // Only what is missing in all can be earned without end.
            (Some(within), _) if within.last().is_none() => {
                phrase(Message::EarnInYear, Message::EarnInCycleFrom).with(within)
            }
            (Some(within), _) => phrase(Message::EarnInYear, Message::EarnInCycle).with(within),
            (None, Some(since)) => phrase(Message::YearClosed, Message::CycleClosed).with(since),
            (None, None) => phrase(Message::YearNotYet, Message::CycleNotYet).with(self.counts.first()),
        }
    }

    /// The same with its clause.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        self.phrase().cited(Some(Clause::N48_4), language)
    }
}

impl Studies {
    /// Where something can still be earned: that the plan prescribes neither where, nor how, nor when (48.11).
    #[must_use]
    pub fn choice(&self) -> Option<Phrase> {
        self.items().iter().any(|item| item.first().is_some()).then(|| Phrase::new(Message::FreeChoice))
    }
}

impl Bar {
    /// It as a sentence, with its clause where there is one.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Study(study) => write!(f, "{}", study.in_words(language)),
            Self::Condition(finding) => write!(f, "{}", finding.in_words(language)),
            Self::Refused(fault) => write!(f, "{}", fault.in_words(language)),
            Self::NoAgency(days) => write!(f, "{}", Self::no_agency(*days).cited(Some(Clause::N47_3), language)),
            Self::NoWindow { opens, deadline } => {
                write!(f, "{}", Self::no_window(*opens, *deadline).cited(Some(Clause::N47_3), language))
            }
            Self::Lapses => write!(f, "{}", Self::lapses().cited(Some(Clause::N47_3), language)),
        })
    }

    pub(super) fn no_agency(days: Days) -> Phrase {
        let message = if days.last().is_some() { Message::NoAgency } else { Message::NoAgencyFrom };
        Phrase::new(message).with(days)
    }

    pub(super) fn no_window(opens: NaiveDate, deadline: NaiveDate) -> Phrase {
        Phrase::new(Message::NoWindow).with(opens).with(deadline)
    }

    pub(super) const fn lapses() -> Phrase {
        Phrase::new(Message::LapsesWithPending)
    }
}

/// What has to be shown where nothing is known of it yet.
pub(super) fn to_show(paper: &Finding) -> Phrase {
    let shown = |en, zh| Phrase::new(Message::StillToShow).with(Words::new(en, zh));
    match (paper.code(), paper.subject()) {
        (Code::Conduct, _) => shown("good professional conduct", "职业行为良好"),
        (Code::CriminalRecord, _) => shown("that there is no criminal record", "无犯罪记录"),
        (Code::Health, _) => shown("fitness for the work of the post", "身体健康，能坚持本专业岗位工作"),
        (Code::EmployerAssessment, _) => shown("that the employer's assessment is passed", "所在单位考核合格"),
        (_, Subject::Document(document)) => Phrase::new(Message::MendDocument).with(document),
        _ => Phrase::new(Message::MendFee),
    }
}
