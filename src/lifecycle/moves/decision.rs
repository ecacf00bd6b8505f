//! What a decision leaves that may come after the deadline.

use crate::lifecycle::at::At;
use crate::lifecycle::states::{Decided, Lapsed, Running};

/// What a decision made after the deadline may leave: a term that runs, or a lapse.
#[derive(Debug)]
pub enum Decision<'f> {
    /// The term runs on.
    Running(At<'f, Running>),
    /// The deadline is past: lapsed.
    Lapsed(At<'f, Lapsed>),
}

impl<'f> From<At<'f, Decided>> for Decision<'f> {
    fn from(decided: At<'f, Decided>) -> Self {
        decided.split(|file, decided| match decided {
            Decided::Running(state) => Self::Running(At::new(file, state)),
            Decided::Lapsed(state) => Self::Lapsed(At::new(file, state)),
        })
    }
}
