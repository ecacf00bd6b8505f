//! Words: the one catalogue of the sentences that answers are told in, in both languages.
//!
//! What a thing is called stands in the table that declares it, and the sentences of findings in
//! [`Code`](crate::Code)'s; everything else that the crate says stands here, once, so that the two languages never say
//! different things, and neither do two parts of the crate.

pub(crate) mod message;
pub(crate) mod phrase;

pub use message::Message;
pub use phrase::{Part, Phrase};
