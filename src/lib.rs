//! The registration of 软考 certificates as typed state machines and pure functions.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod appeal;
pub mod calendar;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod deferral;
pub mod desk;
pub mod duty;
pub mod education;
pub mod finding;
pub mod ground;
pub mod identity;
pub mod lifecycle;
pub mod registration;
pub mod regulation;
pub mod revocation;
