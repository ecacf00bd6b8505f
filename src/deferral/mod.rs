//! Deferral of a registration (47.8, 延期登记).

pub(crate) mod request;

pub use request::{Request, latest};
