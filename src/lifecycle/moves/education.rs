//! Extension of the time for education (48.6), possible whatever is pending.

use crate::education::grant::Grant;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Strict;
use crate::lifecycle::act::Act;
use crate::lifecycle::at::At;
use crate::lifecycle::states::{DeferralPending, Filed, Running, UnderReview};
use alloc::boxed::Box;
use chrono::NaiveDate;

macro_rules! extensions {
    ($($state:ident)+) => {
        $(impl At<'_, $state> {
            /// Grants an extension of the time for education (48.6): the cycle ends later, and what is pending stays.
            ///
            /// It reaches [beyond the cycle](crate::docs::decided_points#extension_within_cycle),
            /// [once a term](crate::docs::decided_points#several_extensions), and
            /// [defers no registration](crate::docs::decided_points#extension_and_registration).
            ///
            /// # Errors
            ///
            /// The first fault of the rule book's list: `extension_exists` for a second one in the term, for example.
            pub fn extend(self, on: NaiveDate, grant: &Grant) -> Result<Self, Refused<Self>> {
                self.act(Act::ExtensionGranted(Box::new(grant.clone())).on(on), |state, _, facts| {
                    let mut extended = state;
                    extended.dossier.extended(on, grant, facts, &mut Strict)?;
                    Ok(extended)
                })
            }
        })+
    };
}

extensions! {
    Running Filed UnderReview DeferralPending
}
