//! An opened certificate whose state is known: what can be done with it, and nothing else.

use crate::education::ledger::Ledger;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::law::Law;
use crate::lifecycle::act::Event;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::history::History;
use crate::lifecycle::states::Lapsed;
use chrono::NaiveDate;
use core::fmt;

/// An opened certificate at a state: for the caller who knows where he is.
///
/// A move consumes it, records the act in the file, and gives the certificate back at the next state; or gives this one
/// back with the refusal, so that nothing is lost. Moves are always strict. It holds the file alone, so that nobody else
/// acts on the certificate meanwhile, and it cannot be copied: nothing is done twice. A move that does not exist in a
/// state does not compile.
///
/// Across two openings of one certificate it is the version in the store that decides who was first.
pub struct At<'f, S> {
    file: Hands<'f>,
    state: S,
}

/// The file of a certificate, taken in hand: what it is read against, and what an act changes.
pub(super) struct Hands<'f> {
    pub(super) facts: Facts<'f>,
    pub(super) ledger: &'f Ledger,
    pub(super) history: &'f mut History,
    pub(super) certificate: &'f mut Certificate,
}

impl<'f, S> At<'f, S> {
    pub(super) const fn new(file: Hands<'f>, state: S) -> Self {
        Self { file, state }
    }

    /// The state.
    #[must_use]
    pub const fn state(&self) -> &S {
        &self.state
    }

    /// The law it is read under.
    #[must_use]
    pub const fn law(&self) -> &'f Law {
        self.file.facts.law
    }

    /// What is recorded of it.
    pub(crate) const fn history(&self) -> &History {
        self.file.history
    }

    /// Its holder's ledger.
    pub(crate) const fn ledger(&self) -> &'f Ledger {
        self.file.ledger
    }

    pub(super) const fn facts(&self) -> Facts<'f> {
        self.file.facts
    }

    /// Splits what a move can lead to into the states themselves.
    pub(super) fn split<T>(self, into: impl FnOnce(Hands<'f>, S) -> T) -> T {
        into(self.file, self.state)
    }
}

impl<'f, S: Copy + Into<Certificate>> At<'f, S> {
    /// Looks whether an act may come on its day, in order and before the law bars it, and what it leads to; the step is
    /// given the lapse where time alone has lapsed the certificate and it may return.
    pub(super) fn look<N>(
        &self,
        event: &Event,
        step: impl FnOnce(S, Option<Lapsed>, Facts<'f>) -> Result<N, Fault>,
    ) -> Result<N, Fault> {
        let before: Certificate = self.state.into();
        let since = before.unbarred(event.act.name(), event.on, self.file.facts.regulation())?;
        let lapsed = since.and_then(|since| Some(Lapsed { dossier: *before.dossier()?, since }));
        step(self.state, lapsed, self.file.facts)
    }

    /// Takes a step strictly: the act is recorded and the next state held, or it is refused and the state given back.
    pub(super) fn act<N: Copy + Into<Certificate>>(
        self,
        event: Event,
        step: impl FnOnce(S, Option<Lapsed>, Facts<'f>) -> Result<N, Fault>,
    ) -> Result<At<'f, N>, Refused<Self>> {
        match self.look(&event, step) {
            Ok(next) => Ok(self.moved(event, next)),
            Err(fault) => Err(Refused { state: self, fault }),
        }
    }

    /// The certificate as lapsed, where time alone has lapsed it by `on`; or as it is.
    pub(super) fn lapsed_by_time(self, on: NaiveDate) -> Result<At<'f, Lapsed>, Self> {
        let before: Certificate = self.state.into();
        match before.lapsed_by_time(on, self.file.facts.regulation()) {
            // Time has come to that day, so that no act comes before it.
            Some(lapsed) => {
                Ok(At { file: self.file, state: Lapsed { dossier: lapsed.dossier.at(lapsed.since), ..lapsed } })
            }
            None => Err(self),
        }
    }

    /// Records an act that was found to be lawful.
    pub(super) fn moved<N: Copy + Into<Certificate>>(self, event: Event, next: N) -> At<'f, N> {
        *self.file.certificate = next.into();
        self.file.history.record(event);
        At { file: self.file, state: next }
    }
}

impl<S: fmt::Debug> fmt::Debug for At<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("At").field(&self.state).finish()
    }
}
