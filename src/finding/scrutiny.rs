//! How strictly a history is read.

use crate::finding::fault::Fault;
use crate::naming::table::named;
use alloc::vec::Vec;

named! {
    /// What becomes of an act done without its legal conditions.
    ///
    /// An event that cannot happen at all is refused in every mode.
    #[derive(Default)]
    pub enum Mode: "mode" {
        /// The act is refused with the first fault.
        #[default]
        Strict = "strict";
        /// The act takes effect, and each fault is kept as an irregularity.
        Audit = "audit";
        /// The act takes effect and no fault is looked for: what was decided stands until it is revoked, whatever was
        /// found or [struck](crate::docs::decided_points#struck_hours) since.
        Recorded = "recorded";
    }
}

/// Where the substantive faults of an act go: refused at the first, kept, or not looked for.
///
/// The rules are written once, in the order of the rule book, and ask this at each fault. Each way of reading is a type
/// of its own, so that what is not looked for costs nothing.
pub(crate) trait Scrutiny {
    /// Whether any fault is looked for: what is only looked at need not be put together else.
    const LOOKS: bool = true;

    /// Looks whether there is a fault; one that is found ends the act, or is kept.
    fn look<F: Into<Fault>>(&mut self, fault: impl FnOnce() -> Option<F>) -> Result<(), Fault>;

    /// The act asks for `met`; where it is not so, the fault is found.
    #[inline(always)]
    fn require<F: Into<Fault>>(&mut self, met: bool, fault: impl FnOnce() -> F) -> Result<(), Fault> {
        self.look(|| (!met).then(fault))
    }
}

/// As a mode says that is known only when it runs.
#[derive(Debug)]
pub(crate) struct InMode<'a>(pub(crate) Mode, pub(crate) &'a mut Vec<Fault>);

/// Refuses at the first fault.
#[derive(Debug)]
pub(crate) struct Strict;

/// Keeps each fault behind those that are there.
#[derive(Debug)]
pub(crate) struct Audit<'a>(pub(crate) &'a mut Vec<Fault>);

/// Looks for none: what was decided stands.
#[derive(Debug)]
pub(crate) struct AsDecided;

impl Scrutiny for InMode<'_> {
    fn look<F: Into<Fault>>(&mut self, fault: impl FnOnce() -> Option<F>) -> Result<(), Fault> {
        match self.0 {
            Mode::Strict => Strict.look(fault),
            Mode::Audit => Audit(self.1).look(fault),
            Mode::Recorded => AsDecided.look(fault),
        }
    }
}

impl Scrutiny for Strict {
    #[inline(always)]
    fn look<F: Into<Fault>>(&mut self, fault: impl FnOnce() -> Option<F>) -> Result<(), Fault> {
        match fault() {
            None => Ok(()),
            Some(fault) => refused(fault),
        }
    }
}

#[cold]
fn refused<F: Into<Fault>>(fault: F) -> Result<(), Fault> {
    Err(fault.into())
}

impl Scrutiny for Audit<'_> {
    fn look<F: Into<Fault>>(&mut self, fault: impl FnOnce() -> Option<F>) -> Result<(), Fault> {
        self.0.extend(fault().map(Into::into));
        Ok(())
    }
}

impl Scrutiny for AsDecided {
    const LOOKS: bool = false;

    #[inline(always)]
    fn look<F: Into<Fault>>(&mut self, _: impl FnOnce() -> Option<F>) -> Result<(), Fault> {
        Ok(())
    }
}
