//! The moves of an opened certificate, a procedure a file.

pub(crate) mod appeal;
pub(crate) mod approval;
pub(crate) mod decision;
mod deferral;
mod education;
mod lapse;
pub(crate) mod registration;
mod revocation;
