//! What an act of oversight does to certificates: the effect of a withdrawal.

pub(crate) mod withdrawal;

pub use withdrawal::{Effect, RestingAct, StruckEntry, Withdrawal};
