//! The languages in which findings are put into words.

pub use crate::naming::table::Language;
