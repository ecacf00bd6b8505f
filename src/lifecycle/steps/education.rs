//! Extension of the time for education (48.6), possible whatever is pending.

use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::Dossier;
use chrono::NaiveDate;

impl Dossier {
    pub(in crate::lifecycle) fn extended(
        self,
        on: NaiveDate,
        grant: &Grant,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<Self, Fault> {
        grant.examine(on, &self.term.cycle(facts.regulation()), scrutiny)?;
        let mut dossier = Self { term: self.term.extended(grant.extension()), ..self.at(on) };
        dossier.past.has_requested = true;
        Ok(dossier)
    }
}
