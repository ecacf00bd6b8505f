//! How strictly a history is read.

use crate::finding::fault::Fault;
use crate::naming::table::named;
use alloc::vec::Vec;

named! {
    /// What becomes of an act done without its legal conditions.
    ///
    /// An event that cannot happen at all is refused in either mode.
    #[derive(Default)]
    pub enum Mode: "mode" {
        /// The act is refused with the first fault.
        #[default]
        Strict = "strict";
        /// The act takes effect, and each fault is kept as an irregularity.
        Audit = "audit";
    }
}

/// Where the substantive faults of an act go: refused at the first, or kept.
///
/// The rules are written once, in the order of the rule book, and ask this at each fault.
#[derive(Debug)]
pub struct Scrutiny<'a> {
    kept: Option<&'a mut Vec<Fault>>,
}

impl<'a> Scrutiny<'a> {
    /// Refuses at the first fault.
    pub(crate) const fn strict() -> Self {
        Self { kept: None }
    }

    /// As `mode` says; what is kept goes behind `faults`.
    pub(crate) fn of(mode: Mode, faults: &'a mut Vec<Fault>) -> Self {
        match mode {
            Mode::Strict => Self::strict(),
            Mode::Audit => Self { kept: Some(faults) },
        }
    }

    /// A fault was found: it ends the act, or is kept.
    pub(crate) fn find(&mut self, fault: impl Into<Fault>) -> Result<(), Fault> {
        match &mut self.kept {
            None => Err(fault.into()),
            Some(faults) => {
                faults.push(fault.into());
                Ok(())
            }
        }
    }

    /// The act asks for `met`; where it is not so, the fault is found.
    pub(crate) fn require<F: Into<Fault>>(&mut self, met: bool, fault: impl FnOnce() -> F) -> Result<(), Fault> {
        if met { Ok(()) } else { self.find(fault()) }
    }
}
