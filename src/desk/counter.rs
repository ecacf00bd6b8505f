//! What the counter holds an application against.

use crate::registration::fees::FeeSchedule;
use crate::registration::paper::Paper;

/// What the counter holds an application against, beside the certificate itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counter<'f> {
    pub(super) paper: &'f Paper,
    pub(super) fees: &'f FeeSchedule,
}
