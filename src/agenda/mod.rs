//! The agenda: what falls due, and when.
//!
//! An [`Item`] is a day that a certificate has before it if nothing more happens: the window opens, the last day to
//! register, hours that are missing when a year ends. Its [`id`](Item::id) is the same whenever, and beside whatever
//! else, it is asked for, so that nobody is reminded twice. An [`Agenda`] is data; whoever writes calendar files or sends
//! letters makes them of it.

pub(crate) mod due;
pub(crate) mod item;

pub use due::Agenda;
pub use item::{Due, Item, ItemId};
