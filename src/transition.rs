//! A row of a transition table.

use crate::regulation::clause::Clause;

/// A row of a transition table: a move that there is. Whatever has no row cannot happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transition<S, T> {
    /// The state before.
    pub from: S,
    /// What moves it.
    pub trigger: T,
    /// The state after.
    pub to: S,
    /// The clause that it rests on; the repeal of the notices rests on none of them.
    pub clause: Option<Clause>,
}

impl<S, T> Transition<S, T> {
    /// A move under a clause.
    pub(crate) const fn under(clause: Clause, from: S, trigger: T, to: S) -> Self
    where
        S: Copy,
        T: Copy,
    {
        Self { from, trigger, to, clause: Some(clause) }
    }
}
