//! Registration (47.3 to 47.7): what the applicant brings, and the conditions.

pub mod application;
pub mod conditions;

pub use application::{Acceptance, Application, Documents};
pub use conditions::conditions;
