//! What lies on the desk.

use crate::education::ledger::Ledger;
use crate::lifecycle::context::Context;
use crate::registration::fees::FeeSchedule;
use crate::registration::paper::Paper;

/// What an application is held against: what the certificate's life is read against, the certificate itself, the
/// holder's ledger, and the fees.
///
/// References only, so it is copied freely. The context's credits are those of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The regulation, the credits, the agencies.
    pub context: Context<'a>,
    /// The certificate, as the paper says it.
    pub paper: &'a Paper,
    /// The holder's ledger.
    pub ledger: &'a Ledger,
    /// The fees.
    pub fees: &'a FeeSchedule,
}
