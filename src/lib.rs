//! The registration of 软考 certificates as typed state machines and pure functions.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

pub mod calendar;
pub mod identity;
pub mod regulation;
