//! Continuing education (notice 48): entries, what of them counts, the cycle, and what is still missing.
//!
//! A [`Ledger`](crate::Ledger) says what happened. Read against the list of training institutions it says what counts, by
//! day; a cycle says what a term asks for. [`Progress`] is the two held together.

pub(crate) mod credits;
pub(crate) mod cycle;
pub(crate) mod earned;
pub(crate) mod entry;
pub(crate) mod extension;
pub(crate) mod grant;
pub(crate) mod ledger;
pub(crate) mod progress;
pub(crate) mod syllabus;
mod wording;

pub use credits::Disregarded;
pub use entry::{ContentKind, Field, StudyMode};
pub use extension::Extension;
pub use grant::Grant;
pub use progress::{Progress, YearProgress};
pub use syllabus::{ConversionError, Syllabus};
