//! Plans: what the holder of a certificate can do, by when, and what is too late.
//!
//! A [`Plan`] keeps a promise: who earns the hours it names within the days it names, and applies within the days it
//! names with the papers it names, is registered that very day, in strict mode. Doing less is not enough: a tenth of
//! an hour less, a paper less, a day earlier or later.

pub(crate) mod course;
pub(crate) mod milestone;
pub(crate) mod record;
pub(crate) mod relief;
pub(crate) mod study;
pub(crate) mod warning;
#[cfg(feature = "serde")]
mod wire;
mod wording;

pub use course::{Bar, Course, Registering};
pub use milestone::{Milestone, Turn};
pub use record::Assumed;
pub use relief::{Opening, Relief};
pub use study::{Studies, Study};
pub use warning::Warning;
