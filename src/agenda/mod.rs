//! The agenda: what falls due, and when.
//!
//! An [`Item`] is a day that a certificate has before it if nothing more happens: the window opens, the last day to
//! register, hours that are missing when a year ends. Its [`id`](Item::id) is the same whenever, and beside whatever
//! else, it is asked for, so that nobody is reminded twice.

mod due;
#[cfg(feature = "icalendar")]
pub(crate) mod feed;
mod item;

pub use due::{due, due_of_many};
#[cfg(feature = "icalendar")]
pub use feed::icalendar;
pub use item::{Due, Item, ItemId};
