//! The difference between what a register held on a day and what it holds now.

use crate::finding::refused::EventFault;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::standing::Standing;
use crate::naming::table::Language;
use crate::naming::table::Words;
use crate::naming::template::fill;
use crate::record::{Dated, Record};
use crate::regulation::hours::Hours;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// A certificate on a day as it was known on another, and as it is known now: what the register did not hold then or has
/// struck since, and what the day comes to either way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct KnownDifference {
    /// The day as known on which the register is looked at.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub known_on: NaiveDate,
    /// The day asked about.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub on: NaiveDate,
    /// The records dated up to the day asked about that the register held then and does not now, or the other way round:
    /// the events, then the entries, each in the order of their places.
    pub changes: Vec<RecordChange>,
    /// What the day comes to as known then.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::standing"))]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Known"))]
    pub then: Result<Standing, EventFault>,
    /// What the day comes to as known now.
    #[cfg_attr(feature = "serde", serde(serialize_with = "wire::standing"))]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Known"))]
    pub now: Result<Standing, EventFault>,
}

/// A record that the register held on a day and does not hold now, or the other way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Told"))]
pub struct RecordChange {
    /// Its place among the events or among the entries, from 0.
    pub place: usize,
    /// What is recorded.
    pub what: Recorded,
    /// The day it is of.
    pub of: NaiveDate,
    /// What has become of it since.
    pub since: RecordedSince,
}

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recorded {
    /// An event of the certificate, by what it is called.
    Event(Words),
    /// An entry of the ledger, by its hours.
    Entry(Hours),
}

/// What has become of a record since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordedSince {
    /// It was not held yet: recorded on this day.
    Recorded(NaiveDate),
    /// It was held still: struck as wrong on this day.
    Struck(NaiveDate),
}

impl CertificateFile<'_> {
    /// The certificate on `on` as it was known on `known_on`, beside what is known now.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::PhaseName;
    /// use ruankao::registration::Filing;
    /// use ruankao::{Act, History, Language, Law, Ledger, Record, day};
    ///
    /// // Filed in time, and recorded late.
    /// let filed = Record::from(Act::ApplicationFiled(Filing::default()).on(day!(2008, 2, 20)));
    /// let mut history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// history.record(filed.recorded_on(day!(2008, 4, 1))?);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// let difference = file.difference_known_on(day!(2008, 3, 15), day!(2008, 3, 15));
    /// assert_eq!(difference.then.as_ref().map(|then| then.phase.name()), Ok(PhaseName::Lapsed));
    /// assert_eq!(difference.now.as_ref().map(|now| now.phase.name()), Ok(PhaseName::Filed));
    /// let words = difference.in_words(Language::En).to_string();
    /// assert!(words.contains(
    ///     "on 2008-03-15 the register did not yet hold the event of 2008-02-20, application filed, recorded on 2008-04-01"
    /// ));
    /// // From the day of the record on there is none.
    /// assert!(!file.difference_known_on(day!(2008, 4, 1), day!(2008, 3, 15)).makes_a_difference());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn difference_known_on(&self, known_on: NaiveDate, on: NaiveDate) -> KnownDifference {
        let standing = |file: &CertificateFile<'_>| file.on(on).map(|as_of| as_of.standing());
        KnownDifference {
            known_on,
            on,
            changes: self.record_changes(known_on).filter(|change| change.of <= on).collect(),
            then: standing(&self.as_known_on(known_on)),
            now: standing(self),
        }
    }

    /// The records that the register held on `known_on` and does not now, or the other way round: the events, then the
    /// entries, each in the order of their places.
    pub(crate) fn record_changes(&self, known_on: NaiveDate) -> impl Iterator<Item = RecordChange> {
        let now = self.known_on();
        let events = self.history().records().iter().enumerate().filter_map(move |(place, record)| {
            changed(place, record, Recorded::Event(Words::from(&record.what().act)), known_on, now)
        });
        let entries = self.ledger().records().iter().enumerate().filter_map(move |(place, record)| {
            changed(place, record, Recorded::Entry(record.what().hours), known_on, now)
        });
        events.chain(entries)
    }
}

/// The change of a record, where it was held as known on `known_on` and is not as known `now`, or the other
/// way round.
fn changed<T: Dated>(
    place: usize,
    record: &Record<T>,
    what: Recorded,
    known_on: NaiveDate,
    now: Option<NaiveDate>,
) -> Option<RecordChange> {
    let of = record.what().on();
    let since = match (record.is_held(Some(known_on)), record.is_held(now), record.struck()) {
        (false, true, _) => RecordedSince::Recorded(record.recorded()),
        (true, false, Some(struck)) => RecordedSince::Struck(struck),
        _ => return None,
    };
    Some(RecordChange { place, what, of, since })
}

impl RecordChange {
    /// It as a sentence: what the register did not hold on a day, or held still.
    #[must_use]
    pub fn phrase(&self, known_on: NaiveDate) -> Phrase {
        let (message, day) = match (self.what, self.since) {
            (Recorded::Event(_), RecordedSince::Recorded(day)) => (Message::EventNotYetHeld, day),
            (Recorded::Event(_), RecordedSince::Struck(day)) => (Message::EventStillHeld, day),
            (Recorded::Entry(_), RecordedSince::Recorded(day)) => (Message::EntryNotYetHeld, day),
            (Recorded::Entry(_), RecordedSince::Struck(day)) => (Message::EntryStillHeld, day),
        };
        let phrase = Phrase::new(message).with(known_on);
        match self.what {
            Recorded::Event(words) => phrase.with(words).with(self.of).with(day),
            Recorded::Entry(hours) => phrase.with(hours).with(self.of).with(day),
        }
    }
}

impl KnownDifference {
    /// Whether the day comes to something else now.
    #[must_use]
    pub fn makes_a_difference(&self) -> bool {
        self.then != self.now
    }

    /// What it is of, as a sentence.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        Phrase::new(Message::KnownDifference).with(self.known_on).with(self.on)
    }

    /// The records that the register did not hold then or has struck since, each as a sentence; that there are none, where
    /// there are none.
    pub fn phrases(&self) -> impl Iterator<Item = Phrase> {
        let same = Phrase::new(Message::KnownSame).with(self.known_on).with(self.on);
        let changes = self.changes.iter().map(|change| change.phrase(self.known_on));
        self.changes.is_empty().then_some(same).into_iter().chain(changes)
    }

    /// It as lines of text in a language: what the register did not hold then or has struck since, and the standing as
    /// known then and now.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.phrase().in_words(language))?;
            for phrase in self.phrases() {
                write!(f, "\n  {}", phrase.in_words(language))?;
            }
            f.write_str("\n  ")?;
            fill(f, Message::ThenIs.template(language), |f, place| match place {
                "a" => write!(f, "{}", self.known_on),
                _ => write_standing(f, &self.then, language),
            })?;
            f.write_str("\n  ")?;
            fill(f, Message::NowIs.template(language), |f, _| write_standing(f, &self.now, language))
        })
    }
}

fn write_standing(
    f: &mut fmt::Formatter<'_>,
    standing: &Result<Standing, EventFault>,
    language: Language,
) -> fmt::Result {
    match standing {
        Ok(standing) => write!(f, "{}", standing.in_words(language)),
        Err(refusal) => write!(f, "{}", refusal.in_words(language)),
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{EventFault, RecordChange, Recorded, RecordedSince, Standing};
    use crate::calendar::iso::Given;
    use crate::naming::table::Language;
    use crate::regulation::hours::Hours;
    use serde::{Serialize, Serializer};

    /// What a day comes to: its standing, or the refusal.
    #[cfg(feature = "schema")]
    #[derive(schemars::JsonSchema)]
    #[schemars(untagged)]
    #[expect(dead_code, reason = "the shape of what is written by `standing`, for its schema alone")]
    pub(super) enum Known {
        Standing(Standing),
        Refused(EventFault),
    }

    /// The answer to `standing`, or the refusal.
    pub(super) fn standing<S: Serializer>(
        standing: &Result<Standing, EventFault>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match standing {
            Ok(standing) => standing.serialize(serializer),
            Err(refusal) => refusal.serialize(serializer),
        }
    }

    /// A record that the register held on a day and does not hold now, or the other way round.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "RecordChange")]
    pub(super) struct Told {
        /// The event, by its place in the history from 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        event: Option<usize>,
        /// The entry, by its place in the ledger from 0.
        #[serde(skip_serializing_if = "Option::is_none")]
        entry: Option<usize>,
        /// The day that it is of.
        of: Given,
        #[serde(skip_serializing_if = "Option::is_none")]
        en: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        zh: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        hours: Option<Hours>,
        #[serde(skip_serializing_if = "Option::is_none")]
        recorded_on: Option<Given>,
        #[serde(skip_serializing_if = "Option::is_none")]
        struck_on: Option<Given>,
    }

    impl Serialize for RecordChange {
        /// `{"event" | "entry", "of", "en"?, "zh"?, "hours"?, "recorded_on" | "struck_on"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self { place, what, of, since } = *self;
            let (event, entry, words, hours) = match what {
                Recorded::Event(words) => (Some(place), None, Some(words), None),
                Recorded::Entry(hours) => (None, Some(place), None, Some(hours)),
            };
            let said = |language| words.map(|words| words.in_words(language));
            let (en, zh) = (said(Language::En), said(Language::Zh));
            let (recorded_on, struck_on) = match since {
                RecordedSince::Recorded(day) => (Some(Given(day)), None),
                RecordedSince::Struck(day) => (None, Some(Given(day))),
            };
            Told { event, entry, of: Given(of), en, zh, hours, recorded_on, struck_on }.serialize(serializer)
        }
    }
}
