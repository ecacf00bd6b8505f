//! An extension of the time for education (48.6, 顺延).

use chrono::NaiveDate;

/// An extension as it works on the cycle: the day its ground arose, and the cycle's new end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extension {
    /// The day on which the ground arose.
    pub arose_on: NaiveDate,
    /// The new last day of the cycle.
    pub until: NaiveDate,
}
