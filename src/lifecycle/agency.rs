//! Which agency an act lies with, where it does not say so itself.

use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, Event};
use chrono::NaiveDate;

/// The agencies that the acts of a certificate name: a registration may leave its agency to the acceptance, and an
/// acceptance to the filing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Agencies<'h> {
    /// The one with which the application lies that is pending.
    pub(crate) pending: Option<&'h BodyId>,
    /// The day of the last registration, and the one that registered.
    pub(crate) registered: Option<(NaiveDate, Option<&'h BodyId>)>,
}

impl<'h> Agencies<'h> {
    /// Reads the acts, which can be read as a history.
    pub(crate) fn of(events: impl IntoIterator<Item = &'h Event>) -> Self {
        events.into_iter().fold(Self::default(), |before, event| match &event.act {
            Act::ApplicationFiled(filing) => Self { pending: filing.agency.as_ref(), ..before },
            Act::ApplicationAccepted(acceptance) => {
                Self { pending: acceptance.agency.as_ref().or(before.pending), ..before }
            }
            Act::Registered(registration) => {
                let agency = registration.agency.as_ref().or(before.pending);
                Self { pending: None, registered: Some((event.on, agency)) }
            }
            Act::Refused | Act::ApplicationWithdrawn => Self { pending: None, ..before },
            _ => before,
        })
    }
}
