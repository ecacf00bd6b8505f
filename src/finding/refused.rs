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
}

impl<S> fmt::Display for Refused<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.fault, f)
    }
}

impl<S: fmt::Debug> core::error::Error for Refused<S> {}

/// A fault of an event in a history: the refusal that ended the reading, or an irregularity that was let stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EventFault {
    /// The event's place in the history, from 0.
    pub event: usize,
    /// What stands against it.
    pub fault: Fault,
}

impl fmt::Display for EventFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "event {}: {}", self.event, self.fault)
    }
}

impl core::error::Error for EventFault {}

#[cfg(feature = "serde")]
impl serde::Serialize for EventFault {
    /// `{"event", "code", "clause"?, "findings"?, "unmet"?, "year"?}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("event", &self.event)?;
        self.fault.serialize_into(&mut map)?;
        map.end()
    }
}
