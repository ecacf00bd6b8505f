#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod agenda;
pub mod appeal;
// pub mod batch;
pub mod calendar;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod deferral;
// pub mod desk;
pub mod docs;
pub mod duty;
pub mod education;
// pub mod effect;
mod error;
pub mod explain;
pub mod finding;
pub mod ground;
pub mod identity;
mod law;
pub mod lifecycle;
pub mod naming;
pub mod oversight;
pub mod picture;
pub mod plan;
mod record;
pub mod registration;
pub mod regulation;
pub mod revocation;
// pub mod story;
// pub mod strategies;
mod transition;
// pub mod whatif;
pub mod words;

pub use error::Error;
pub use law::{Fingerprint, FingerprintError, Law};
pub use record::{Dated, Record, RecordError};
pub use transition::Transition;
