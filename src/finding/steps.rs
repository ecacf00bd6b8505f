//! Counting the steps that answers cost, for the test of this floor.

use core::cell::Cell;

std::thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts an event that is read.
pub(crate) fn count() {
    STEPS.set(STEPS.get() + 1);
}

/// The events read in this thread since the last time this was asked.
pub(crate) fn counted() -> u64 {
    STEPS.take()
}
