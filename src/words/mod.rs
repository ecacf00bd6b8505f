//! Words: what things are called in both languages, and the one catalogue of the sentences that answers are told in.
//!
//! The sentences of findings stand in [`finding::code`](crate::finding::code); everything else that plans, explanations
//! and comparisons say stands here, once, so that the two languages never say different things.

pub(crate) mod message;
pub(crate) mod names;
pub(crate) mod phrase;
pub(crate) mod refusal;

pub use message::Message;
pub use names::{Name, Named};
pub use phrase::{Part, Phrase};
