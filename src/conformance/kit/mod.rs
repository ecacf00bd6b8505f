//! The kit: another system held against these rules, case by case.
//!
//! A [`System`](system::System) is what somebody else built; something [`Answering`](answering::Answering) speaks the wire
//! format. Both are asked what the crate is asked, and where they differ the case is reported from which nothing can be
//! taken away.

pub(crate) mod answering;
pub(crate) mod capability;
pub(crate) mod compare;
pub(crate) mod junit;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod shrink;
pub(crate) mod system;
