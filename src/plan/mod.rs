//! Plans: what the holder of a certificate can do, by when, and what is too late.
//!
//! A [`Plan`] keeps a promise: who earns the hours it names within the days it names, and applies within the days it
//! names with the papers it names, is registered that very day, in strict mode; and where hours are still earned while the
//! application is pending, on the day it names for that. Doing less is not enough: a tenth of an hour less, a paper less, a
//! day earlier or later. It holds under every reading.
//!
//! [`Plan`]: crate::Plan

mod agencies;
pub(crate) mod course;
pub(crate) mod days;
pub(crate) mod milestone;
#[expect(clippy::module_inception, reason = "a file is named after the noun that it holds")]
pub(crate) mod plan;
pub(crate) mod prospect;
mod registering;
pub(crate) mod relief;
pub(crate) mod stage;
pub(crate) mod study;
mod text;
pub(crate) mod warning;
mod wording;

pub use course::{Bar, Course, Registering};
pub use days::Days;
pub use milestone::Milestone;
pub use prospect::Assumed;
pub use relief::{Opening, Relief};
pub use stage::Stage;
pub use study::{Studies, Study};
pub use warning::Warning;
