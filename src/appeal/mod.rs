//! Appeal against a revocation (47.11, 复议).

pub(crate) mod time_limit;

pub use time_limit::{Outcome, last_day};
