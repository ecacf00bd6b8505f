#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod agenda;
pub mod appeal;
pub mod batch;
pub mod calendar;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod deferral;
pub mod desk;
pub mod docs;
pub mod duty;
pub mod education;
pub mod effect;
mod error;
pub mod explain;
pub mod finding;
pub mod ground;
pub mod identity;
pub mod lifecycle;
pub mod naming;
pub mod oversight;
pub mod picture;
pub mod plan;
pub mod registration;
pub mod regulation;
pub mod revocation;
pub mod story;
#[cfg(feature = "proptest")]
pub mod strategies;
pub mod whatif;
pub mod words;

pub use error::Error;
