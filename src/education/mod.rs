//! Continuing education (notice 48): entries, what of them counts, the cycle, and what is still missing.
//!
//! A [`Ledger`] says what happened. [`Credits`] are the ledger read against the list of training institutions: what
//! counts, by day. A [`Cycle`] says what a term asks for. [`Progress`] is the two held together.

pub mod credits;
pub mod cycle;
pub mod entry;
pub mod extension;
pub mod grant;
pub mod ledger;
pub mod progress;
pub mod syllabus;

pub use credits::{Credits, Disregarded};
pub use cycle::{Cycle, YearSpan};
pub use entry::{ContentKind, Entry, Field, StudyMode};
pub use extension::Extension;
pub use grant::Grant;
pub use ledger::Ledger;
pub use progress::{Progress, YearProgress};
pub use syllabus::Syllabus;
