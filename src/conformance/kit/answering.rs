//! Something that answers cases.

use crate::conformance::case::Case;
use crate::conformance::kit::capability::{Capability, Level};
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use alloc::vec::Vec;
use core::fmt;
use serde_json::Value;

/// Which law a system stands for and how it reads histories; what is left open, a case decides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stance {
    /// The law, with its figures, readings and lists.
    pub law: Option<Law>,
    /// How it reads a history.
    pub mode: Option<Mode>,
    /// How far its answers are compared.
    pub level: Level,
    /// What it lacks.
    pub lacks: Vec<Capability>,
}

impl Stance {
    /// Whatever law and mode a case names, compared to the letter, nothing lacking.
    #[must_use]
    pub fn any() -> Self {
        Self::default()
    }

    /// The same for one law alone.
    #[must_use]
    pub fn law(self, law: Law) -> Self {
        Self { law: Some(law), ..self }
    }

    /// The same for one way of reading alone.
    #[must_use]
    pub fn mode(self, mode: Mode) -> Self {
        Self { mode: Some(mode), ..self }
    }

    /// The same, compared so far.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same without something.
    #[must_use]
    pub fn without(mut self, lacking: impl IntoIterator<Item = Capability>) -> Self {
        self.lacks.extend(lacking);
        self
    }
}

/// Something that answers whole cases in the form of the wire: a program that speaks it, or a [`System`] taken in hand.
///
/// [`System`]: crate::conformance::System
pub trait Answering {
    /// What keeps it from answering at all: it has ended, it is too late, its service is down.
    type Failure: fmt::Display;

    /// Which law and how far it stands for.
    fn stance(&self) -> Stance;

    /// The answers to the questions of a case, one each, in their order.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from answering.
    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, Self::Failure>;
}

impl<T: Answering + ?Sized> Answering for &mut T {
    type Failure = T::Failure;

    fn stance(&self) -> Stance {
        (**self).stance()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, Self::Failure> {
        (**self).answer(case)
    }
}
