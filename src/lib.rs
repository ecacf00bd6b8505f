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
pub mod columns;
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
mod law;
pub mod lifecycle;
pub mod naming;
pub mod oversight;
#[cfg(feature = "picture")]
pub mod picture;
pub mod plan;
mod record;
pub mod registration;
pub mod regulation;
pub mod revocation;
#[cfg(feature = "story")]
pub mod story;
#[cfg(feature = "proptest")]
pub mod strategies;
mod transition;
pub mod whatif;
pub mod words;

pub use education::entry::Entry;
pub use education::ledger::Ledger;
pub use error::Error;
pub use finding::code::Code;
pub use finding::finding::Finding;
pub use finding::scrutiny::Mode;
pub use finding::verdict::Verdict;
pub use law::{Fingerprint, FingerprintError, Law};
pub use lifecycle::act::{Act, Event};
pub use lifecycle::as_of::AsOf;
pub use lifecycle::file::CertificateFile;
pub use lifecycle::history::History;
pub use lifecycle::standing::{Phase, Standing};
pub use naming::table::Language;
pub use plan::plan::Plan;
pub use record::{Dated, Record, RecordError};
pub use registration::application::Application;
pub use regulation::clause::Clause;
pub use regulation::hours::Hours;
pub use transition::Transition;
