//! The events and the hours that the register holds, each with its number and what it does.

use chrono::NaiveDate;
use ruankao::education::Progress;
use ruankao::finding::Fault;
use ruankao::lifecycle::{ActName, Outline};
use ruankao::{AsOf, CertificateFile, Entry, Event, Finding, History, Language, Ledger, Record};

/// What an event does.
pub enum Effect {
    /// It is read.
    Read(After),
    /// It stands in the way of all that follow.
    Refused,
    /// It follows one that was refused.
    Unread,
    /// The register does not hold it.
    PassedOver,
}

/// What a certificate is after an event.
#[derive(Clone, Copy)]
pub struct After {
    pub outline: Outline,
    pub deadline: Option<NaiveDate>,
    /// The last day of the education cycle.
    study_until: Option<NaiveDate>,
}

impl After {
    fn of(as_of: &AsOf<'_>) -> Self {
        let study_until = as_of.education().ok().map(|progress| progress.to);
        Self { outline: as_of.standing().outline(), deadline: as_of.deadline(), study_until }
    }
}

/// An event of the register with what it does.
pub struct ToldEvent<'f> {
    pub record: &'f Record<Event>,
    pub effect: Effect,
    /// What an audit lets stand.
    pub faults: Vec<Fault>,
    /// The last day to register before it.
    deadline_before: Option<NaiveDate>,
}

/// Each event of the register with what it does: the file is told again, a step an event.
pub fn events<'f>(file: &'f CertificateFile<'_>) -> Vec<ToldEvent<'f>> {
    let known_on = file.known_on();
    let ledger: Ledger = file.ledger().held(known_on).map(|(_, entry)| entry.clone()).collect();
    let mut told = file.law().open_in(file.mode(), History::default(), ledger);
    let irregular = file.irregularities().unwrap_or_default();
    let (mut is_refused, mut deadline_before) = (false, None);
    let mut effect = |record: &Record<Event>| {
        if !record.is_held(known_on) {
            return Effect::PassedOver;
        }
        if is_refused {
            return Effect::Unread;
        }
        match told.record(record.what().clone()) {
            Ok(as_of) => Effect::Read(After::of(&as_of)),
            Err(_) => {
                is_refused = true;
                Effect::Refused
            }
        }
    };
    let records = file.history().records().iter().enumerate();
    let tell = |(place, record)| {
        let effect = effect(record);
        let deadline = deadline_before;
        if let Effect::Read(after) = effect {
            deadline_before = after.deadline;
        }
        let faults = irregular.iter().filter(|one| one.event == place).map(|one| one.fault.clone()).collect();
        ToldEvent { record, effect, faults, deadline_before: deadline }
    };
    records.map(tell).collect()
}

impl ToldEvent<'_> {
    /// It as a line. Why it is refused is said where the life ends.
    pub fn in_words(&self, on: NaiveDate, language: Language) -> String {
        let say = |en: &'static str, zh: &'static str| language.choose(en, zh);
        let mut line = self.record.in_words(language).to_string();
        match &self.effect {
            Effect::Read(after) => {
                line += &format!(" -> {}", after.outline.in_words(language));
                if after.deadline != self.deadline_before
                    && let Some(day) = after.deadline
                {
                    line += &format!("{}{day}", say("; to be registered by ", "；办理登记的最后一日："));
                }
                if self.record.what().act.name() == ActName::ExtensionGranted
                    && let Some(day) = after.study_until
                {
                    line += &format!("{}{day}", say("; education until ", "；继续教育截至"));
                }
            }
            Effect::Refused => {
                line += say(" -> refused, and ends the life (above)", " -> 不予认可，历程到此为止（见上）")
            }
            Effect::Unread => line += say(" -> not read", " -> 未再审查"),
            Effect::PassedOver => line += say(" -> not held, passed over", " -> 登记册中没有，不予考虑"),
        }
        if self.record.what().on > on {
            line += say(" (to come)", "（尚未到来）");
        }
        line
    }

    /// Whether it has its effect by a day.
    pub fn is_effective(&self, on: NaiveDate) -> bool {
        self.record.what().on <= on && matches!(self.effect, Effect::Read(_))
    }
}

/// What an entry of the ledger is to the cycle of the day looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// The register does not hold it.
    NotHeld,
    /// Nothing is known of a cycle.
    Unknown,
    /// It is left out, for a reason.
    Disregarded(Finding),
    ToCome,
    Before,
    After,
    InYear(u32),
    MakesUp(u32),
    InCycle,
}

/// The entries of the ledger with what they are.
pub fn entries<'f>(file: &'f CertificateFile<'_>, as_of: Option<&AsOf<'_>>) -> Vec<(&'f Record<Entry>, Counted)> {
    let progress = as_of.and_then(|as_of| Some((as_of.on(), as_of.education().ok()?)));
    let tell = |(place, record): (usize, &'f Record<Entry>)| {
        let counted = match &progress {
            _ if !record.is_held(file.known_on()) => Counted::NotHeld,
            Some((on, progress)) => Counted::of(place, record.what(), *on, progress),
            None => Counted::Unknown,
        };
        (record, counted)
    };
    file.ledger().records().iter().enumerate().map(tell).collect()
}

impl Counted {
    /// What an entry that is held is to a cycle on a day.
    fn of(place: usize, entry: &Entry, on: NaiveDate, progress: &Progress) -> Self {
        if let Some(disregarded) = progress.disregarded.iter().find(|disregarded| disregarded.entry == place) {
            return Self::Disregarded(disregarded.reason);
        }
        let year = progress.years.iter().find(|year| year.from <= entry.on && entry.on <= year.to);
        let made_up = progress.years.iter().find(|year| year.made_up.is_some());
        match (year, made_up) {
            _ if entry.on > on => Self::ToCome,
            _ if entry.on < progress.from => Self::Before,
            _ if entry.on > progress.to && progress.late.is_none() => Self::After,
            (Some(year), _) => Self::InYear(year.number),
            (None, Some(year)) if entry.on <= progress.to => Self::MakesUp(year.number),
            _ => Self::InCycle,
        }
    }

    /// Its name as data.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NotHeld => "not_held",
            Self::Unknown => "unknown",
            Self::Disregarded(_) => "disregarded",
            Self::ToCome => "to_come",
            Self::Before => "before_this_cycle",
            Self::After => "after_this_cycle",
            Self::InYear(_) => "in_year",
            Self::MakesUp(_) => "makes_up",
            Self::InCycle => "in_cycle",
        }
    }

    /// It in words; nothing where nothing is known.
    pub fn in_words(&self, language: Language) -> String {
        let say = |en: &str, zh: &str| format!(" -> {}", language.choose(en, zh));
        match self {
            Self::Unknown => String::new(),
            Self::NotHeld => say("not held, does not count", "台账中没有，不予计算"),
            Self::Disregarded(reason) => {
                format!("{}{}", say("does not count: ", "不予计算："), reason.in_words(language))
            }
            Self::ToCome => say("to come", "尚未到来"),
            Self::Before => say("before this cycle", "在本周期之前"),
            Self::After => say("after this cycle, does not count", "在本周期届满之后，不予计算"),
            Self::InYear(year) => say(&format!("counts in year {year}"), &format!("计入第{year}年")),
            Self::MakesUp(year) => say(&format!("makes up for year {year}"), &format!("补足第{year}年")),
            Self::InCycle => say("counts in the cycle", "计入本周期"),
        }
    }
}
