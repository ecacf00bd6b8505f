//! What is on file of an application.

use crate::registration::evidence::Evidence;
use crate::registration::form::record::Form;
use chrono::NaiveDate;

/// What every state after the draft carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filing {
    pub(super) form: Form,
    pub(super) evidence: Evidence,
    pub(super) submitted_on: NaiveDate,
}
