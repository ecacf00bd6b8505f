//! The transition table of an application at the counter, as data.

use crate::picture::diagram::Arrow;
use crate::regulation::clause::Clause;

/// A state of an application, by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ApplicationState {
    /// Being made out.
    Draft,
    /// Handed in.
    Submitted,
    /// Accepted, and under review.
    Accepted,
    /// Examined, and nothing stands against it.
    Met,
    /// Examined, and something does.
    Unmet,
    /// Registered and stamped.
    Registered,
    /// Refused with reasons.
    Rejected,
}

/// A row of the transition table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApplicationTransition {
    /// The state before.
    pub from: ApplicationState,
    /// The move, by the name of its function.
    pub trigger: &'static str,
    /// The state after.
    pub to: ApplicationState,
    /// The clause that it rests on.
    pub clause: Clause,
}

macro_rules! transitions {
    ($($from:ident $trigger:ident $to:ident $clause:ident;)+) => {
        /// The moves that take an application on; giving a state back to an earlier one is not among them.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::desk::{APPLICATION_TRANSITIONS, ApplicationState};
        ///
        /// let stamped = APPLICATION_TRANSITIONS.iter().filter(|row| row.to == ApplicationState::Registered);
        /// assert!(stamped.into_iter().all(|row| row.from == ApplicationState::Met));
        /// ```
        pub const APPLICATION_TRANSITIONS: &[ApplicationTransition] = &[$( ApplicationTransition {
            from: ApplicationState::$from,
            trigger: stringify!($trigger),
            to: ApplicationState::$to,
            clause: Clause::$clause,
        }, )+];
    };
}

transitions! {
    Draft     submit   Submitted  N47_6;
    Submitted correct  Submitted  N47_6;
    Submitted accept   Accepted   N47_7;
    Accepted  extend   Accepted   N48_6;
    Accepted  examine  Met        N47_7;
    Accepted  examine  Unmet      N47_7;
    Met       register Registered N47_7;
    Unmet     refuse   Rejected   N47_7;
}

impl ApplicationState {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Accepted => "accepted",
            Self::Met => "met",
            Self::Unmet => "unmet",
            Self::Registered => "registered",
            Self::Rejected => "rejected",
        }
    }
}

impl Arrow for ApplicationTransition {
    fn from(&self) -> &'static str {
        self.from.name()
    }

    fn trigger(&self) -> &'static str {
        self.trigger
    }

    fn to(&self) -> &'static str {
        self.to.name()
    }

    fn clause(&self) -> Clause {
        self.clause
    }
}
