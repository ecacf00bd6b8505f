//! What a day comes to, in words.

use crate::lifecycle::sensitivity::DayOutcome;
use crate::naming::table::Language;
use crate::words::message::Message;
use crate::words::names::{Named, validity};
use crate::words::phrase::Phrase;
use crate::words::refusal::in_chinese;
use core::fmt;

/// The phase and the validity; or the refusal by its code, in Chinese by what that is called.
pub(crate) fn outcome(outcome: DayOutcome, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| match outcome {
        Ok((phase, in_force)) => {
            let comma = language.choose(", ", "，");
            write!(f, "{}{comma}{}", phase.called().choose(language), validity(in_force).choose(language))
        }
        Err(code) => {
            write!(f, "{}", Phrase::new(Message::HistoryRefused).in_words(language))?;
            match language {
                Language::En => write!(f, " ({code})"),
                Language::Zh => write!(f, "（{}）", in_chinese(code)),
            }
        }
    })
}
