//! What an inquiry asks.

use crate::registration::application::Application;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'a> {
    /// The phase, and whether the certificate is valid.
    Standing,
    /// Whether an application accepted on the day could be registered.
    Registrable(&'a Application),
    /// Whether the education of the cycle is complete.
    Education,
}
