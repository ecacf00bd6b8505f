//! Deferral of a registration (47.8, 延期登记).

pub mod request;

pub use request::Request;
