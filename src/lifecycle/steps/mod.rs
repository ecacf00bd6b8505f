//! The steps of a certificate, a procedure a file: what an act makes of a state, in every mode. Each rule is written
//! here, once.

mod appeal;
mod approval;
mod deferral;
mod education;
pub(super) mod registration;
mod revocation;
