//! The service as its users find it: over HTTP, on SQLite, and on PostgreSQL where `OFFICE_POSTGRES` names one.
#![expect(clippy::disallowed_methods, reason = "a test waits, and not for ever")]
#![expect(clippy::unwrap_used, reason = "a test that goes wrong is to stop there")]

mod crowd;
mod harness;
mod hostile;
mod kit;
mod machines;
mod many;
mod pages;
mod roles;
mod service;
