//! Refusals: of a move, with the state given back; of an event in a history, with its place.

use crate::finding::fault::Fault;
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

impl fmt::Display for EventFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {}: {}", self.event, self.fault)
    }
}

impl core::error::Error for EventFault {}
