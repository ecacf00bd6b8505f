//! Extension of the time for education (48.6), possible whatever is pending.

use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Context;
use crate::lifecycle::moves::step::while_alive;
use crate::lifecycle::states::{DeferralPending, Dossier, Running, UnderReview};
use chrono::NaiveDate;

macro_rules! extensions {
    ($($state:ident)+) => {
        $(impl $state {
            /// Grants an extension of the time for education.
            ///
            /// # Errors
            ///
            /// The first fault of the rule book's list: `extension_exists` for a second one in the term, for example.
            pub fn extend(self, on: NaiveDate, grant: &Grant, context: &Context<'_>) -> Result<Self, Refused<Self>> {
                while_alive(self, on, context, |state, scrutiny| state.extended(on, grant, context, scrutiny))
            }

            pub(crate) fn extended(
                &self,
                on: NaiveDate,
                grant: &Grant,
                context: &Context<'_>,
                scrutiny: &mut Scrutiny<'_>,
            ) -> Result<Self, Fault> {
                let dossier = self.dossier.extended(on, grant, context, scrutiny)?;
                let mut extended = self.clone();
                extended.dossier = dossier;
                Ok(extended)
            }
        })+
    };
}

extensions! {
    Running UnderReview DeferralPending
}

impl Dossier {
    fn extended(
        self,
        on: NaiveDate,
        grant: &Grant,
        context: &Context<'_>,
        scrutiny: &mut Scrutiny<'_>,
    ) -> Result<Self, Fault> {
        grant.examine(on, &self.term.cycle(context.regulation), scrutiny)?;
        Ok(Self { term: self.term.extended(grant.extension()), ..self.at(on) })
    }
}
