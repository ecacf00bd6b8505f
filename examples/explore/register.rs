//! The events and the hours that the register holds, each with its number and what it does.

use anstyle::{AnsiColor, Color, Style};
use chrono::NaiveDate;
use ruankao::education::Progress;
use ruankao::finding::EventFault;
use ruankao::lifecycle::{ActName, Outline};
use ruankao::{AsOf, CertificateFile, Entry, Event, History, Language, Ledger, Record};
use std::io::{self, Write};

const QUIET: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::BrightBlack)));

/// What an event does.
enum Effect {
    /// It is read.
    Read(After),
    /// It stands in the way of all that follow.
    Refused(EventFault),
    /// It follows one that was refused.
    Unread,
    /// The register does not hold it.
    PassedOver,
}

/// What a certificate is after an event.
#[derive(Clone, Copy)]
struct After {
    outline: Outline,
    deadline: Option<NaiveDate>,
    /// The last day of the education cycle.
    study_until: Option<NaiveDate>,
}

impl After {
    fn of(as_of: &AsOf<'_>) -> Self {
        let study_until = as_of.education().ok().map(|progress| progress.to);
        Self { outline: as_of.standing().outline(), deadline: as_of.deadline(), study_until }
    }
}

/// Each event of the register with what it does: the file is told again, a step an event.
fn effects<'f>(file: &'f CertificateFile<'_>) -> Vec<(&'f Record<Event>, Effect)> {
    let known_on = file.known_on();
    let ledger: Ledger = file.ledger().held(known_on).map(|(_, entry)| entry.clone()).collect();
    let mut told = file.law().open_in(file.mode(), History::default(), ledger);
    let mut is_refused = false;
    let mut effect = |place: usize, record: &Record<Event>| {
        if !record.is_held(known_on) {
            return Effect::PassedOver;
        }
        if is_refused {
            return Effect::Unread;
        }
        match told.record(record.what().clone()) {
            Ok(as_of) => Effect::Read(After::of(&as_of)),
            Err(refusal) => {
                is_refused = true;
                Effect::Refused(EventFault { event: place, ..refusal })
            }
        }
    };
    file.history().records().iter().enumerate().map(|(place, record)| (record, effect(place, record))).collect()
}

/// The events, numbered from 1 as people count.
pub fn events(out: &mut impl Write, file: &CertificateFile<'_>, on: NaiveDate, language: Language) -> io::Result<()> {
    let irregular = file.irregularities().unwrap_or_default();
    let say = |en: &'static str, zh: &'static str| language.choose(en, zh);
    let mut deadline = None;
    for (place, (record, effect)) in effects(file).into_iter().enumerate() {
        let quiet = if record.what().on > on || !matches!(effect, Effect::Read(_)) { QUIET } else { Style::new() };
        write!(out, "{quiet}{:>3}  {}", place + 1, record.in_words(language))?;
        match effect {
            Effect::Read(after) => {
                write!(out, " → {}", after.outline.in_words(language))?;
                if after.deadline != deadline
                    && let Some(day) = after.deadline
                {
                    write!(out, "{}{day}", say("; to be registered by ", "；办理登记的最后一日："))?;
                }
                if record.what().act.name() == ActName::ExtensionGranted
                    && let Some(day) = after.study_until
                {
                    write!(out, "{}{day}", say("; education until ", "；继续教育截至"))?;
                }
                deadline = after.deadline;
            }
            Effect::Refused(refusal) => {
                write!(out, "{}{}", say(" → refused: ", " → 不予认可："), refusal.fault.in_words(language))?;
            }
            Effect::Unread => write!(out, "{}", say(" → not read", " → 未再审查"))?,
            Effect::PassedOver => write!(out, "{}", say(" → not held, passed over", " → 登记册中没有，不予考虑"))?,
        }
        if record.what().on > on {
            write!(out, "{}", say(" (to come)", "（尚未到来）"))?;
        }
        writeln!(out, "{quiet:#}")?;
        for fault in irregular.iter().filter(|irregularity| irregularity.event == place) {
            writeln!(out, "     ⚠ {}", fault.fault.in_words(language))?;
        }
    }
    Ok(())
}

/// The entries of the ledger, numbered from 1 as people count, with what they are to the cycle of the day looked at.
pub fn entries(
    out: &mut impl Write,
    file: &CertificateFile<'_>,
    as_of: Option<&AsOf<'_>>,
    language: Language,
) -> io::Result<()> {
    let progress = as_of.and_then(|as_of| Some((as_of.on(), as_of.education().ok()?)));
    for (place, record) in file.ledger().records().iter().enumerate() {
        let held = record.is_held(file.known_on());
        let effect = match &progress {
            _ if !held => language.choose("not held, does not count", "台账中没有，不予计算").to_owned(),
            Some((on, progress)) => counted(place, record.what(), *on, progress, language),
            None => String::new(),
        };
        let quiet = if held { Style::new() } else { QUIET };
        let arrow = if effect.is_empty() { "" } else { " → " };
        writeln!(out, "{quiet}{:>3}  {}{arrow}{effect}{quiet:#}", place + 1, record.in_words(language))?;
    }
    Ok(())
}

/// What an entry that is held is to a cycle on a day.
fn counted(place: usize, entry: &Entry, on: NaiveDate, progress: &Progress, language: Language) -> String {
    let say = |en: &'static str, zh: &'static str| language.choose(en, zh).to_owned();
    if let Some(disregarded) = progress.disregarded.iter().find(|disregarded| disregarded.entry == place) {
        let reason = disregarded.reason.in_words(language);
        return format!("{}{reason}", say("does not count: ", "不予计算："));
    }
    let year = progress.years.iter().find(|year| year.from <= entry.on && entry.on <= year.to);
    let made_up = progress.years.iter().find(|year| year.made_up.is_some());
    match (year, made_up) {
        _ if entry.on > on => say("to come", "尚未到来"),
        _ if entry.on < progress.from => say("before this cycle", "在本周期之前"),
        _ if entry.on > progress.to && progress.late.is_none() => {
            say("after this cycle, does not count", "在本周期届满之后，不予计算")
        }
        (Some(year), _) => match language {
            Language::En => format!("counts in year {}", year.number),
            Language::Zh => format!("计入第{}年", year.number),
        },
        (None, Some(year)) if entry.on <= progress.to => match language {
            Language::En => format!("makes up for year {}", year.number),
            Language::Zh => format!("补足第{}年", year.number),
        },
        _ => say("counts in the cycle", "计入本周期"),
    }
}
