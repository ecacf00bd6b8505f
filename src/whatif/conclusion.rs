//! What an inquiry comes to.

use crate::finding::code::Code;
use crate::lifecycle::standing::PhaseName;
use crate::lifecycle::wording::outcome_in_words;
use crate::naming::table::Language;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use core::fmt;

/// What an inquiry comes to: what is asked, and nothing of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
pub enum Conclusion {
    /// The phase, and whether the certificate is valid.
    Standing {
        /// The phase.
        phase: PhaseName,
        /// Whether it is valid.
        in_force: bool,
    },
    /// Whether it could be registered.
    Registrable {
        /// Whether it could.
        registrable: bool,
    },
    /// Whether the education is complete.
    Education {
        /// Whether it is; `None` where there is no cycle.
        complete: Option<bool>,
    },
    /// The history is refused.
    Refused {
        /// The code of the refusal.
        error: Code,
    },
}

impl Conclusion {
    /// The conclusion in a language; a refusal by its code, in Chinese by what that is called.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        let says = move |message, f: &mut fmt::Formatter<'_>| write!(f, "{}", Phrase::new(message).in_words(language));
        fmt::from_fn(move |f| match self {
            Self::Standing { phase, in_force } => write!(f, "{}", outcome_in_words(Ok((phase, in_force)), language)),
            Self::Refused { error } => write!(f, "{}", outcome_in_words(Err(error), language)),
            Self::Registrable { registrable: true } => says(Message::Registrable, f),
            Self::Registrable { registrable: false } => says(Message::NotRegistrable, f),
            Self::Education { complete: Some(true) } => says(Message::Complete, f),
            Self::Education { complete: Some(false) } => says(Message::Incomplete, f),
            Self::Education { complete: None } => says(Message::NoCycle, f),
        })
    }
}
