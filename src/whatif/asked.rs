//! What an inquiry asks.

use crate::registration::application::Application;

/// What an inquiry asks about its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asked<'a> {
    /// The phase, and whether the certificate is valid.
    #[default]
    Standing,
    /// Whether an application accepted on the day could be registered.
    Registrable(&'a Application),
    /// Whether the education of the cycle is complete.
    Education,
}
