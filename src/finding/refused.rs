//! Refusals: of a move, with the state given back; of an event in a history, with its place.

use crate::finding::fault::Fault;
use crate::naming::table::Language;
use core::fmt;

/// A move that was refused: the state as it was, and what stood against the move.
///
/// Nothing is lost: the state is the very one that the move was tried on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<S> {
    /// The state, unchanged.
    pub state: S,
    /// What stood against the move.
    pub fault: Fault,
}

impl<S> Refused<S> {
    /// The same refusal with the state made into another, for whoever carries it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::finding::{Fault, Refused};
    /// use ruankao::{Clause, Code, Finding};
    ///
    /// let fault = Fault::from(Finding::new(Code::Lapsed, Clause::N47_3));
    /// let refused = Refused { state: 3, fault }.map(|state| [state]);
    /// assert_eq!((refused.state, refused.fault.code()), ([3], Code::Lapsed));
    /// ```
    #[must_use]
    pub fn map<T>(self, carry: impl FnOnce(S) -> T) -> Refused<T> {
        Refused { state: carry(self.state), fault: self.fault }
    }

    /// What stood against the move, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        self.fault.in_words(language)
    }
}

impl<S> fmt::Display for Refused<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.fault, f)
    }
}

impl<S: fmt::Debug> core::error::Error for Refused<S> {}

/// A fault of an event in a history: the refusal that ended the reading, or an irregularity that was let stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EventFault {
    /// The event's place in the history, from 0.
    pub event: usize,
    /// What stands against it.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub fault: Fault,
}

impl EventFault {
    /// What stands against the event, in a language. Events are counted from 1, as people count.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([
    ///     Act::Approved.on(day!(2005, 3, 10)),
    ///     Act::Refused.on(day!(2008, 1, 20)),
    /// ]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let refusal = file.on(day!(2008, 1, 20)).unwrap_err();
    /// assert_eq!(refusal.event, 1);
    /// assert_eq!(
    ///     refusal.in_words(Language::Zh).to_string(),
    ///     "第2项：没有待决的登记申请，应先提出申请，登记之前还应经受理（47.7）",
    /// );
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let number = self.event.saturating_add(1);
            match language {
                Language::En => write!(f, "event {number}: ")?,
                Language::Zh => write!(f, "第{number}项：")?,
            }
            write!(f, "{}", self.fault.in_words(language))
        })
    }
}

impl fmt::Display for EventFault {
    /// The English sentence, the event counted from 1.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

impl core::error::Error for EventFault {}
